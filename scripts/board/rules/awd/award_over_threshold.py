"""AWD119 award-over-threshold."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD119",
    "award-over-threshold",
    en="The total with tax, {total}, is over the threshold of {limit} ({source}).",
    fr="Le total avec taxes, {total}, dépasse le seuil de {limit} ({source}).",
    fix_en="Buy by another way, or post the opportunity again at a price that fits.",
    fix_fr="Achetez autrement, ou publiez de nouveau l’occasion à un prix qui convient.",
)
def award_over_threshold(decision: Decision, context: Context) -> Iterator[Violation]:
    """The threshold is tested again with the tax that is really charged, on the day of the award."""
    on = decision.award.decided_at.astimezone(context.zone).date()
    ceiling, total = context.policy.ceiling(decision.opportunity.category, on), decision.award.value.total
    if ceiling and total > ceiling.amount:
        yield Violation("/value/total", {"total": total, "limit": ceiling.amount, "source": Verbatim(ceiling.source)})
