"""CHG112 foreign-commit."""

from collections.abc import Iterator
from itertools import islice

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context

_MOST = 20


@rule(
    "CHG112",
    "foreign-commit",
    en="Commit {commit}, on the way to this bid, touches {path}, which the bid as a whole does not.",
    fr="Le commit {commit}, en chemin vers cette soumission, touche {path}, que la soumission elle-même ne touche pas.",
    fix_en="Start a new branch from main and put the bid there in one commit.",
    fix_fr="Créez une nouvelle branche à partir de main et mettez-y la soumission en un seul commit.",
)
def foreign_commit(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A merge keeps every commit behind it, so what one of them brings and the next takes back stays in history."""
    if change_set.nature != "bid":
        return
    net = {change.path for change in change_set.changes}
    first: dict[str, str] = {}
    for commit in change_set.commits:
        for path in commit.paths:
            first.setdefault(path, commit.id)
    for path, commit_id in islice(((path, first[path]) for path in first if path not in net), _MOST):
        yield Violation("", {"commit": Verbatim(commit_id[:10]), "path": path})
