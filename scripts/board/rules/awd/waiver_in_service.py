"""AWD120 waiver-in-service."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision


@rule(
    "AWD120",
    "waiver-in-service",
    en="A board in service waives nothing; missing here: {waived}.",
    fr="Un tableau en service ne renonce à rien\u202f; il manque ici\u00a0: {waived}.",
    fix_en="Award on a trial board until the program can do these.",
    fix_fr="Attribuez sur un tableau d’essai tant que le programme ne peut s’en charger.",
)
def waiver_in_service(decision: Decision, context: Context) -> Iterator[Violation]:
    """A trial names what it lacks; an award that commits the government may lack nothing."""
    waived = decision.award.waived
    if context.settings.mode == "live" and waived:
        yield Violation("/waived", {"waived": tuple(Verbatim(word) for word in waived)})
