"""CHG106 confusable-name."""

from collections.abc import Iterator
from itertools import islice

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.naming import skeleton, stem

_MOST = 20


@rule(
    "CHG106",
    "confusable-name",
    en="A reader would take {name} for {sibling}, which stands beside it already.",
    fr="On prendrait {name} pour {sibling}, qui se trouve déjà à côté.",
    fix_en=(
        "Use a name that differs in more than hyphens, doubled letters, or signs that look alike (1, i and "
        "l; 0 and o; rn and m; vv and w). Who cannot change a login bids by mail."
    ),
    fix_fr=(
        "Employez un nom qui se distingue par autre chose qu’un trait d’union, une lettre doublée ou des "
        "signes semblables (1, i et l\u202f; 0 et o\u202f; rn et m\u202f; vv et w). Qui ne peut changer de nom "
        "d’utilisateur soumissionne par courriel."
    ),
)
def confusable_name(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Nobody may pass for a supplier, an organization or an opportunity that is on main already.

    Compared with main alone: of two bids on branches nobody knows here which came first, and an impostor must not
    keep out the supplier who was copied.
    """
    if change_set.nature in ("work", "mixed"):
        return
    yield from islice(_found(change_set), _MOST)


def _found(change_set: ChangeSet) -> Iterator[Violation]:
    beside: dict[str, dict[str, str]] = {}
    for sibling in change_set.siblings:
        parent, _, name = sibling.rpartition("/")
        beside.setdefault(parent, {})[name] = skeleton(stem(name))
    seen = set()
    for change in change_set.added():
        parts = change.path.split("/")
        for depth in range(1, len(parts)):
            parent, name = "/".join(parts[:depth]), parts[depth]
            taken = beside.get(parent, {})
            if name in taken or (parent, name) in seen:
                continue
            seen.add((parent, name))
            alike = next((other for other, form in taken.items() if form == skeleton(stem(name))), None)
            if alike:
                yield Violation("", {"name": stem(name), "sibling": stem(alike)}, path=change.path)
