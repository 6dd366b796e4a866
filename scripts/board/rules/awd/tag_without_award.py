"""AWD222 tag-without-award."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Clone


@rule(
    "AWD222",
    "tag-without-award",
    en="The tag {tag} speaks of an award that main does not have.",
    fr="L’étiquette {tag} parle d’une attribution que main n’a pas.",
    fix_en="Compare main with another clone. If the tag was made by mistake, remove it: `git tag --delete {tag}`.",
    fix_fr="Comparez main à un autre clone. Si l’étiquette a été faite par erreur, retirez-la\u00a0: `git tag "
    "--delete {tag}`.",
)
def tag_without_award(clone: Clone, _situation: None) -> Iterator[Violation]:
    """Main moves before its tags, so a tag alone is a forgery, or main was turned back."""
    for tag in clone.stray_tags:
        yield Violation("", {"tag": Verbatim(tag)})
