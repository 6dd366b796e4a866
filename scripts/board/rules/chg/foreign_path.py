"""CHG101 foreign-path."""

from collections.abc import Iterator
from itertools import islice

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import Change, ChangeSet
from board.model.context import Context
from board.model.reference import place_of
from board.state.authority import for_roots_only, organization_of
from board.state.naming import unsafe_part

# A change that rewrites the whole board is told once, not ten thousand times.
_MOST = 20


@rule(
    "CHG101",
    "foreign-path",
    en=(
        "{author} holds no delegation for {organization} today, so this change counts as a bid, and a bid "
        "only adds its own file: {path} is not {author}’s to change."
    ),
    fr=(
        "{author} n’a aujourd’hui aucune délégation pour {organization}\u202f; cette modification compte donc "
        "comme une soumission, et une soumission n’ajoute que son propre fichier\u00a0: {author} ne peut pas "
        "modifier {path}."
    ),
    fix_en="Take {path} out of the change.",
    fix_fr="Retirez {path} de la modification.",
)
def foreign_path(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A bid must not touch another bidder's file, the opportunity, or anything else of the record.

    Ownership is read from the path and from what was there before, never from the content that the change supplies.
    Bids of others, unsafe names and files for roots only have rules of their own.
    """
    if change_set.nature != "bid":
        return
    for change in islice(filter(_foreign, change_set.changes), _MOST):
        facts: dict[str, Fact] = {"path": change.path, "author": change_set.author}
        yield Violation("", {**facts, "organization": Verbatim(organization_of(change.path))}, path=change.path)


def _foreign(change: Change) -> bool:
    place = place_of(change.path)
    if place and place.kind == "bid":
        return False
    added = change.before is None
    return not for_roots_only(change.path) and not (added and unsafe_part(change.path))
