"""OPP139 no-draw-commitments."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.authority import in_two_roles
from board.state.demands import DEMANDS
from board.state.limits import posted_on
from board.state.promising import keys_line, promisers


@rule(
    "OPP139",
    "no-draw-commitments",
    en="A draw needs commitments of two people of different roles; here the commitments are {count}, of {people}.",
    fr="Un tirage au sort exige les engagements de deux personnes de rôles différents\u202f; ici, leur "
    "nombre est de {count}, de {people}.",
    fix_en="Have each person named run this on a machine of their own, and paste the lines that it prints under "
    '`draw`: {commands}. Where nothing but a tie is drawn, tie_break: "earliest" will do.',
    fix_fr="Demandez à chaque personne nommée de lancer ceci sur sa propre machine, et collez sous `draw` les lignes "
    'affichées\u00a0: {commands}. Si le tirage ne sert qu’aux égalités, tie_break: "earliest" suffit.',
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
        missing = promisers(organization, day, people)
        facts: dict[str, Fact] = {
            "count": len(opportunity.commitments),
            "people": people or Bilingual("nobody", "personne"),
            "commands": tuple(Verbatim(keys_line(procurement.ref, login)) for login in missing),
        }
        yield Violation(pointer, facts)
