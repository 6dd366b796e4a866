"""AWD215 missing-tag."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD215",
    "missing-tag",
    en="The award has no tag {tag} here.",
    fr="L’attribution n’a pas ici d’étiquette {tag}.",
    fix_en="Fetch the tags with `git fetch --tags`. Where nobody has it yet, run `board record`.",
    fix_fr="Obtenez les étiquettes avec `git fetch --tags`. Si personne ne l’a encore, lancez `board record`.",
)
def missing_tag(proof: Proof, _situation: None) -> Iterator[Violation]:
    """A tag that is gone may be forgetfulness or an attempt to hide; either way it is named."""
    if proof.tag is None:
        yield Violation("", {"tag": Verbatim(proof.tag_name)})
