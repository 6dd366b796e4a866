"""CHG119 earlier-closing."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import opportunity_path
from board.state.amending import earlier


@rule(
    "CHG119",
    "earlier-closing",
    en="The closing moves from {before} to {after}, which is earlier.",
    fr="La clôture passe du {before} au {after}, ce qui est plus tôt.",
    fix_en="Keep the closing that was posted, or move it later.",
    fix_fr="Gardez la clôture qui a été affichée, ou reportez-la.",
)
def earlier_closing(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Somebody is counting on the closing that was posted; it may only move later.

    Source: section 9 of the procurement page.
    """
    for ref, request in change_set.requests.items():
        revised = change_set.revised.get(ref)
        if revised and earlier(request, revised):
            facts: dict[str, Fact] = {"before": request.closes_at, "after": revised.closes_at}
            yield Violation("/closes_at", facts, path=opportunity_path(ref))
