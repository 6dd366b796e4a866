"""OPP140 draw-in-one-hand."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import in_two_roles
from board.state.limits import posted_on


@rule(
    "OPP140",
    "draw-in-one-hand",
    en="Both secrets of the draw are in one hand: the commitments are of {people}, who do not act in two roles.",
    fr="Les deux secrets du tirage au sort sont dans les mêmes mains\u00a0: les engagements sont de "
    "{people}, qui n’agissent pas dans deux rôles.",
    fix_en="On a board in service, have the owner commit to one and an officer to the other.",
    fix_fr="Sur un tableau en service, faites prendre l’un par le responsable et l’autre par un agent.",
    severity="warning",
    judges="changes",
)
def draw_in_one_hand(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """A trial board may be one person, and says what that draw is worth."""
    opportunity, organization = procurement.opportunity, procurement.organization
    if opportunity is None or organization is None or context.settings.mode != "trial":
        return
    people = tuple(dict.fromkeys(one.by for one in opportunity.commitments))
    if len(opportunity.commitments) > 1 and not in_two_roles(
        organization, people, posted_on(opportunity, context.zone)
    ):
        yield Violation("/draw/commitments", {"people": people})
