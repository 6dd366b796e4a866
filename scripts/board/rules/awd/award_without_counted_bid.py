"""AWD122 award-without-counted-bid."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection
from board.state.rulings import named


@rule(
    "AWD122",
    "award-without-counted-bid",
    en="The closing lacks {what}, which counts, as two officers ruled.",
    fr="Il manque à la clôture {what}, qui compte, comme deux agents en ont décidé.",
    fix_en=(
        "Nothing changes a closing: end it with `board cancel {ref} --reason flawed`, and post it again with "
        "`rerun_of`."
    ),
    fix_fr=(
        "Rien ne change une clôture\u00a0: mettez fin à l’achat avec `board cancel {ref} --reason flawed`, puis "
        "publiez-le de nouveau avec `rerun_of`."
    ),
)
def award_without_counted_bid(selection: Selection, _context: Context) -> Iterator[Violation]:
    """Nobody is awarded a contract from a list that lacks a bid in time."""
    ref = Verbatim(selection.procurement.ref)
    for line in selection.ruled_in:
        facts: dict[str, Fact] = {"what": named(line, ""), "ref": ref}
        yield Violation("/closes_at", facts)
