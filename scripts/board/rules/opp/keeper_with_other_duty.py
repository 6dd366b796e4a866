"""OPP146 keeper-with-other-duty."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.model.reference import sealing_path
from board.state.authority import may
from board.state.limits import posted_on
from board.state.promising import APART


@rule(
    "OPP146",
    "keeper-with-other-duty",
    en="{login} keeps the key to the bids, and a delegation of the same day names {acts}.",
    fr="{login} garde la clé des soumissions, et une délégation du même jour nomme {acts}.",
    fix_en="Let somebody keep the key who neither posts nor evaluates. One person alone on a trial board may do all.",
    fix_fr="Confiez la clé à une personne qui ne publie ni n’évalue. Une personne seule sur un tableau d’essai peut "
    "tout faire.",
    judges="changes",
)
def keeper_with_other_duty(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """A price read early is told to a friend, or answered by a change of the criteria."""
    opportunity, organization, sealing = procurement.opportunity, procurement.organization, procurement.sealing
    if opportunity is None or organization is None or sealing is None:
        return
    if context.settings.mode == "trial" and len(organization.people) == 1:
        return
    day = posted_on(opportunity, context.zone)
    acts = [word for word in APART if may(organization, sealing.keeper, "", word, day)]
    if acts:
        facts: dict[str, Fact] = {"login": sealing.keeper, "acts": tuple(Verbatim(word) for word in acts)}
        yield Violation("/keeper", facts, path=sealing_path(procurement.ref))
