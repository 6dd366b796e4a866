"""OPP145 keeper-without-delegation."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.model.reference import sealing_path
from board.state.authority import may
from board.state.limits import posted_on


@rule(
    "OPP145",
    "keeper-without-delegation",
    en="On {day}, {login} held no delegation for the act {act}.",
    fr="Le {day}, {login} n’avait aucune délégation pour l’acte {act}.",
    fix_en="Name somebody whose delegation names {act} on that day, and seal to the key of that person.",
    fix_fr="Nommez une personne dont la délégation nomme {act} ce jour-là, et faites cacheter à sa clé.",
    judges="changes",
)
def keeper_without_delegation(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Who keeps the key could read every bid before the closing, so it is somebody who answers for it."""
    opportunity, organization, sealing = procurement.opportunity, procurement.organization, procurement.sealing
    if opportunity is None or organization is None or sealing is None:
        return
    day = posted_on(opportunity, context.zone)
    if may(organization, sealing.keeper, "", "keep-key", day) is None:
        facts: dict[str, Fact] = {"login": sealing.keeper, "day": day, "act": Verbatim("keep-key")}
        yield Violation("/keeper", facts, path=sealing_path(procurement.ref))
