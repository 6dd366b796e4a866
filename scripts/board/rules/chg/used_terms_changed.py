"""CHG121 used-terms-changed."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of


@rule(
    "CHG121",
    "used-terms-changed",
    en="Version {version} of the terms is named by an opportunity, and {path} changes it.",
    fr="La version {version} des conditions est nommée par une occasion, et {path} la modifie.",
    fix_en="Leave it, and write a new version in a folder of its own under opportunities/terms/.",
    fix_fr="N’y touchez pas, et rédigez une nouvelle version dans son propre dossier sous opportunities/terms/.",
)
def used_terms_changed(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Terms are part of every contract made under them; changed afterwards, they would change what was agreed."""
    for change in change_set.changes:
        place = place_of(change.path)
        if place and place.kind in ("terms", "declarations") and place.version in change_set.used_terms:
            yield Violation("", {"version": Verbatim(place.version), "path": change.path}, path=change.path)
