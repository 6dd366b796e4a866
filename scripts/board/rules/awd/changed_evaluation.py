"""AWD219 changed-evaluation."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD219",
    "changed-evaluation",
    en="The evaluation on main is not the one that the log names.",
    fr="L’évaluation qui est sur main n’est pas celle que nomme le registre.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_evaluation(proof: Proof, _situation: None) -> Iterator[Violation]:
    """The evaluation was finished, and its hash written down, before any secret of a draw was shown."""
    if proof.closing and not proof.closing.evaluation:
        yield Violation("/rests_on", {})
