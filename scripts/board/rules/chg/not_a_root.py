"""CHG126 not-a-root."""

from collections.abc import Iterator
from itertools import islice

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.authority import for_roots_only, is_root

_MOST = 20


@rule(
    "CHG126",
    "not-a-root",
    en="Only a root of the board may change {path}, and {author} is none.",
    fr="Seule une personne nommée sous roots peut modifier {path}, et {author} n’en est pas.",
    fix_en="Ask a root named in opportunities/board.yml to propose it.",
    fix_fr="Demandez à une personne nommée sous roots dans opportunities/board.yml de la proposer.",
)
def not_a_root(change_set: ChangeSet, context: Context) -> Iterator[Violation]:
    """Settings, law, terms and everybody's delegations are above the acts: nobody raises their own limit.

    Who is a root is read from the board as it stood before the change.
    """
    if change_set.nature in ("work", "mixed"):
        return
    if not is_root(context.settings.roots, change_set.author, change_set.author_id):
        reserved = (change.path for change in change_set.changes if for_roots_only(change.path))
        for path in islice(reserved, _MOST):
            yield Violation("", {"path": path, "author": change_set.author}, path=path)
