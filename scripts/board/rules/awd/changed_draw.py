"""AWD220 changed-draw."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD220",
    "changed-draw",
    en="The draw on main does not follow from the log and the opened bids.",
    fr="Le tirage au sort qui est sur main ne découle pas du registre et des soumissions ouvertes.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_draw(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Secrets, seed and order follow from lines of the log and bytes that suppliers sealed, and from nothing else."""
    if proof.closing and not proof.closing.draw:
        yield Violation("/rests_on", {})
