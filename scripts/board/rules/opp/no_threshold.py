"""OPP104 no-threshold."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.policy import ceiling_of
from board.model.procurement import Procurement
from board.state.limits import highest_tax, posted_on, threshold


@rule(
    "OPP104",
    "no-threshold",
    en="The policy names no {missing} that holds on {day}, so the price cannot be judged.",
    fr="La politique ne nomme aucun {missing} en vigueur le {day}\u00a0: le prix ne peut donc être jugé.",
    fix_en="Publish on a day for which the policy has a row, or have the row added to policy.yml.",
    fix_fr="Publiez un jour pour lequel la politique a une ligne, ou faites ajouter la ligne à policy.yml.",
)
def no_threshold(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Where no limit holds, none is kept: what cannot be judged is refused."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    day = posted_on(opportunity, context.zone)
    for identifier in (ceiling_of(opportunity.category), "fast-track"):
        if threshold(context.policy, identifier, day) is None:
            missing = Bilingual(f"threshold {identifier}", f"seuil {identifier}")
            yield Violation("/published_at", {"missing": missing, "day": day})
    if not highest_tax(context.policy, day):
        yield Violation("/published_at", {"missing": Bilingual("tax", "taux de taxe"), "day": day})
