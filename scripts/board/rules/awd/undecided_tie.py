"""AWD109 undecided-tie."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection


@rule(
    "AWD109",
    "undecided-tie",
    en="By the published method {bidders} are equal, and nothing on the record decides between them.",
    fr="Selon la méthode publiée, {bidders} sont à égalité, et rien au registre ne les départage.",
    fix_en="End it with `board cancel` and post it again; arrivals and the draw, which decide between equals, "
    "come with a later release.",
    fix_fr="Mettez-y fin avec `board cancel` et publiez-le de nouveau\u202f; les arrivées et le tirage au sort, "
    "qui départagent, viendront avec une version ultérieure.",
)
def undecided_tie(selection: Selection, _context: Context) -> Iterator[Violation]:
    """A choice between equals that follows from nothing would be somebody’s favour."""
    tied = selection.undecided
    if tied and (not selection.bidder or selection.bidder in tied):
        yield Violation("/tie_break", {"bidders": tied})
