"""AWD226 missing-opening."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD226",
    "missing-opening",
    en=(
        "{name} is not published, although the evaluation says that this bid was opened: it was ranked without its "
        "price."
    ),
    fr=(
        "{name} n’est pas publié, bien que l’évaluation dise que cette soumission a été ouverte\u00a0: elle a été "
        "classée sans son prix."
    ),
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def missing_opening(proof: Proof, _situation: None) -> Iterator[Violation]:
    """The offer of every bid of record that was opened is published: without it nobody can tell who was cheapest."""
    for name in proof.closing.missing if proof.closing else ():
        yield Violation("/rests_on", {"name": Verbatim(name)})
