"""AWD216 moved-tag."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD216",
    "moved-tag",
    en="The tag {tag} is not the one that belongs to this award. It names {found}; the commit of the award is "
    "{commit}.",
    fr="L’étiquette {tag} n’est pas celle qui appartient à cette attribution. Elle nomme {found}\u202f; le "
    "commit de l’attribution est {commit}.",
    fix_en="Fetch it from a clone that you trust: `git fetch --force --tags`.",
    fix_fr="Obtenez-la d’un clone auquel vous vous fiez\u00a0: `git fetch --force --tags`.",
)
def moved_tag(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Whoever moves a tag moves what people find when they look for an award."""
    tag = proof.tag
    if tag is None:
        return  # another rule says so
    if (tag.target, tag.name, tag.message) != (proof.commit.id, proof.tag_name, proof.tag_message):
        facts = {"tag": Verbatim(proof.tag_name), "found": Verbatim(tag.target[:12])}
        yield Violation("", {**facts, "commit": Verbatim(proof.commit.id[:12])})
