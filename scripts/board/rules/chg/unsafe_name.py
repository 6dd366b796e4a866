"""CHG105 unsafe-name."""

from collections.abc import Iterator
from itertools import islice

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.naming import unsafe_part

_MOST = 20


@rule(
    "CHG105",
    "unsafe-name",
    en="The name {part} in {path} is not safe on every machine.",
    fr="Le nom {part} dans {path} n’est pas sûr sur toutes les machines.",
    fix_en=(
        "Use small letters a to z, digits and single hyphens between them, and no name that Windows keeps "
        "for itself, such as con or nul."
    ),
    fix_fr=(
        "Employez des minuscules de a à z sans accent, des chiffres et, entre eux, des traits d’union "
        "simples, mais aucun nom que Windows se réserve, comme con ou nul."
    ),
)
def unsafe_name(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A name must be the same file in every clone: unique without case, in ASCII, and free of device names.

    Source: threats P9: case twins, forms of one accent, look-alike letters, turned text, line breaks, leading hyphens.
    """
    if change_set.nature in ("work", "mixed"):
        return
    named = ((change.path, unsafe_part(change.path)) for change in change_set.added())
    for path, part in islice(((path, part) for path, part in named if part is not None), _MOST):
        yield Violation("", {"path": path, "part": part}, path=path)
