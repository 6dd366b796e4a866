"""AWD123 award-over-doubt."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection
from board.state.rulings import named


@rule(
    "AWD123",
    "award-over-doubt",
    en="Nobody has settled whether {what}, behind the closing, counts.",
    fr="Personne n’a tranché si {what}, consignée après la clôture, compte.",
    fix_en=(
        "The board does not guess. Two officers rule on it, each with: board settle {ref} --receipt {line} "
        "--counts yes|no --because WORD --as LOGIN"
    ),
    fix_fr=(
        "Le tableau ne devine pas. Deux agents en décident, chacun avec\u00a0: board settle {ref} --receipt {line} "
        "--counts yes|no --because MOT --as LOGIN"
    ),
)
def award_over_doubt(selection: Selection, _context: Context) -> Iterator[Violation]:
    """To award a contract all the same would be to rule, alone and in silence, that the bid does not count."""
    ref = Verbatim(selection.procurement.ref)
    for line in selection.in_doubt:
        facts: dict[str, Fact] = {"what": named(line, ""), "line": line, "ref": ref}
        yield Violation("/closes_at", facts)
