"""OPP138 amendments-out-of-order."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement


@rule(
    "OPP138",
    "amendments-out-of-order",
    en="Amendment {found} of {published} stands where number {number} belongs, published after {before}.",
    fr="La modification {found}, du {published}, se trouve à la place de la modification {number}, publiée après le "
    "{before}.",
    fix_en="Number the amendments 1, 2, 3 in the order in which they were published.",
    fix_fr="Numérotez les modifications 1, 2, 3 dans l’ordre de leur publication.",
)
def amendments_out_of_order(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """A bid names the last amendment that it answers, so each number must mean one of them, and the last the latest."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    before = opportunity.published_at
    for index, amendment in enumerate(opportunity.amendments):
        if amendment.number != index + 1 or amendment.published_at <= before:
            numbers = {"found": amendment.number, "number": index + 1}
            instants = {"published": amendment.published_at, "before": before}
            yield Violation(pointer_to("amendments", index, "number"), {**numbers, **instants})
        before = amendment.published_at
