"""AWD117 split-contract."""

from collections.abc import Iterator
from decimal import Decimal

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision
from board.state.splitting import together


@rule(
    "AWD117",
    "split-contract",
    en="With the contracts of the last {months} months with {bidder}, {earlier}, this one comes to {total}, "
    "over the threshold of {limit}.",
    fr="Avec les contrats des {months} derniers mois conclus avec {bidder}, {earlier}, celui-ci porte la somme "
    "à {total}, au-dessus du seuil de {limit}.",
    fix_en="Say with `--justify-en` and `--justify-fr` why these are separate needs, or buy by another way.",
    fix_fr="Dites avec `--justify-en` et `--justify-fr` pourquoi il s’agit de besoins distincts, ou achetez autrement.",
)
def split_contract(decision: Decision, context: Context) -> Iterator[Violation]:
    """A need that is cut into contracts under the threshold evades the competition that the law asks for.

    Source: Government Contracts Regulations, section 6; the window of twelve months is a rule of this board.
    """
    award, policy = decision.award, context.policy
    on = award.decided_at.astimezone(context.zone).date()
    ceiling = policy.ceiling(decision.opportunity.category, on)
    earlier = together(decision.earlier, award, on, policy.splitting_months)
    sum_before = sum((one.value.total for one in earlier), Decimal(0))
    total = sum_before + award.value.total
    if ceiling and earlier and total > ceiling.amount and award.justification is None:
        yield Violation(
            "/value/total",
            {
                "months": policy.splitting_months,
                "bidder": award.bidder,
                "earlier": sum_before,
                "total": total,
                "limit": ceiling.amount,
            },
        )
