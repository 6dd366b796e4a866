"""BRD109 root-twice."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board
from board.state.repeats import repeated


@rule(
    "BRD109",
    "root-twice",
    en="{login} stands twice among the roots, or under one id with another login.",
    fr="{login} figure deux fois parmi les racines, ou sous le même identifiant avec un autre nom.",
    fix_en="Keep one entry for each person, with all keys in it.",
    fix_fr="Gardez une seule entrée par personne, avec toutes ses clés.",
)
def root_twice(board: Board, _context: Context | None) -> Iterator[Violation]:
    """Who takes one of two entries out would believe that the person can no longer change the board."""
    roots = board.settings.roots if board.settings else ()
    twice = {*repeated(root.login for root in roots), *repeated(root.id for root in roots)}
    for index in sorted(twice):
        yield Violation(pointer_to("roots", index, "login"), {"login": roots[index].login})
