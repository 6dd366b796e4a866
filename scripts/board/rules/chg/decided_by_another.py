"""CHG133 decided-by-another."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of


@rule(
    "CHG133",
    "decided-by-another",
    en="{path} says that {decider} decided it, and {author} proposes it.",
    fr="{path} dit que la décision est de {decider}, et c’est {author} qui la propose.",
    fix_en="Whoever decides proposes: let {decider} open the change.",
    fix_fr="Qui décide propose\u00a0: c’est à {decider} d’ouvrir la modification.",
)
def decided_by_another(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A decision that the board has prepared is judged as an act of who proposed it; by anybody else it is refused."""
    if change_set.nature != "act":
        return
    for change in change_set.added():
        place = place_of(change.path)
        document = change_set.documents.get(change.path)
        if place is None or place.kind not in ("award", "cancellation") or document is None:
            continue
        decider = document.value.get("decided_by") if isinstance(document.value, dict) else None
        if isinstance(decider, str) and decider != change_set.author:
            facts: dict[str, Fact] = {"path": change.path, "decider": decider, "author": change_set.author}
            yield Violation("/decided_by", facts, path=change.path)
