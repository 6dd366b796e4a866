"""BID104 missing-answer."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID104",
    "missing-answer",
    en="The criterion {criterion} is mandatory, and it has no answer.",
    fr="Le critère {criterion} est obligatoire, et il n’a pas de réponse.",
    fix_en="Write the answer under {place}.",
    fix_fr="Écrivez la réponse sous {place}.",
)
def missing_answer(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A mandatory criterion is passed or not on what the bid says; nothing may be added after closing."""
    if case.bid.answers is None:
        return
    responses = case.bid.answers.responses
    for criterion in case.opportunity.evaluation_criteria:
        if criterion.kind == "mandatory" and not responses.get(criterion.id, "").strip():
            place = f"answers.responses.{criterion.id}"
            facts = {"criterion": Verbatim(criterion.id), "place": Verbatim(place)}
            yield Violation(pointer_to("answers", "responses", criterion.id), facts)
