"""BID106 too-many-words."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.words import count_words


@rule(
    "BID106",
    "too-many-words",
    en="The answer to {criterion} has {words} words; the most is {most}.",
    fr="La réponse à {criterion} compte {words} mots, et le maximum est de {most}.",
    fix_en="Shorten the answer to {most} words or fewer.",
    fix_fr="Ramenez la réponse à {most} mots ou moins.",
)
def too_many_words(case: BidCase, _context: Context) -> Iterator[Violation]:
    """The limit keeps bids alike and cheap to write; who goes over it would be heard longer than others."""
    if case.bid.answers is None:
        return
    for criterion in case.opportunity.evaluation_criteria:
        words = count_words(case.bid.answers.responses.get(criterion.id, "")) if criterion.words_max else 0
        if words > criterion.words_max:
            facts: dict[str, Fact] = {"criterion": Verbatim(criterion.id), "words": words, "most": criterion.words_max}
            yield Violation(pointer_to("answers", "responses", criterion.id), facts)
