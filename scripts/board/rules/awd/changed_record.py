"""AWD213 changed-record."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof
from board.state.comparing import differing


@rule(
    "AWD213",
    "changed-record",
    en="Of the award these do not follow from the record: {fields}.",
    fr="Dans l’attribution, ceci ne découle pas du registre\u00a0: {fields}.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_record(proof: Proof, _situation: None) -> Iterator[Violation]:
    """All that an award says but who decided and when follows from files that stood before it."""
    fields = differing(proof)
    if fields:
        pointer = f"/{fields[0].replace('.', '/')}"
        yield Violation(pointer, {"fields": tuple(Verbatim(field) for field in fields)})
