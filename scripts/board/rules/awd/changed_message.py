"""AWD214 changed-message."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD214",
    "changed-message",
    en="The message of commit {commit} is not the one that belongs to this award.",
    fr="Le message du commit {commit} n’est pas celui qui appartient à cette attribution.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_message(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Trailers repeat what the file says, so that history can be read without it; they may say nothing else."""
    if proof.commit.message != proof.message:
        yield Violation("", {"commit": Verbatim(proof.commit.id[:12])})
