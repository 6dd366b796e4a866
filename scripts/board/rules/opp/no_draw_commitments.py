"""OPP139 no-draw-commitments."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import in_two_roles
from board.state.demands import DEMANDS
from board.state.limits import posted_on


@rule(
    "OPP139",
    "no-draw-commitments",
    en="A draw needs commitments of two people of different roles; here the commitments are {count}, of {people}.",
    fr="Un tirage au sort exige les engagements de deux personnes de rôles différents\u202f; ici, leur "
    "nombre est de {count}, de {people}.",
    fix_en="Have owner and officer run `board keys` each, and paste the lines that it prints under `draw`; or "
    'write tie_break: "earliest" where nothing but a tie is drawn.',
    fix_fr="Demandez au responsable et à l’agent de lancer chacun `board keys`, et collez sous `draw` les "
    'lignes affichées\u202f; ou inscrivez tie_break: "earliest" si le tirage ne sert qu’aux égalités.',
    judges="changes",
)
def no_draw_commitments(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Who alone knows what the order follows from could choose it, so two people hold a part each.

    On a trial board one person may be all, and a tie may be left to the day on which there is one.
    """
    opportunity, organization = procurement.opportunity, procurement.organization
    if opportunity is None or opportunity.selection_method not in DEMANDS:
        return
    people = tuple(dict.fromkeys(one.by for one in opportunity.commitments))
    trial = context.settings.mode == "trial"
    drawn = DEMANDS[opportunity.selection_method].draw
    if not drawn and (trial or opportunity.tie_break != "draw"):
        return
    day = posted_on(opportunity, context.zone)
    apart = trial or organization is None or in_two_roles(organization, people, day)
    if len(opportunity.commitments) < 2 or not apart:
        pointer = "/draw/commitments" if opportunity.commitments else "/selection_method"
        nobody = Bilingual("nobody", "personne")
        yield Violation(pointer, {"count": len(opportunity.commitments), "people": people or nobody})
