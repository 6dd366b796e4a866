"""AWD124 untrue-evaluation."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Selection


@rule(
    "AWD124",
    "untrue-evaluation",
    en="`evaluation.yml` does not follow from closing, log and rules at {place}.",
    fr="`evaluation.yml` ne découle pas de la clôture, du registre et des règles à {place}.",
    fix_en=(
        "Use the file as `board evaluate` wrote it. Where somebody who evaluated has left, put that person back into "
        "organization.yml, with a last day in `to`. Else the evaluation was tampered with: end the purchase as flawed."
    ),
    fix_fr=(
        "Prenez le fichier tel que `board evaluate` l’a écrit. Si une personne qui a évalué est partie, remettez-la "
        "dans organization.yml, avec un dernier jour dans `to`. Sinon, l’évaluation a été falsifiée\u00a0: mettez fin "
        "à l’achat comme vicié."
    ),
)
def untrue_evaluation(selection: Selection, _context: Context) -> Iterator[Violation]:
    """What evaluators do not say themselves follows: who they were, which bids count, and what their marks come to."""
    for place in selection.untrue:
        yield Violation("/closes_at", {"place": Verbatim(place)})
