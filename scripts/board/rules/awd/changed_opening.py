"""AWD218 changed-opening."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD218",
    "changed-opening",
    en="{path} is not what its supplier sealed: its SHA-256 is another than the filed bid promised.",
    fr="{path} n’est pas ce que son fournisseur a cacheté\u00a0: son SHA-256 n’est pas celui que promettait la "
    "soumission déposée.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_opening(proof: Proof, _situation: None) -> Iterator[Violation]:
    """What was in an envelope is published to the byte, and the filed bid holds its hash since before the closing."""
    for path in proof.closing.openings if proof.closing else ():
        yield Violation("", {"path": path}, path=path)
