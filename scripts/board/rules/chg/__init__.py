"""Rules on changes that somebody proposes: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.change import ChangeSet
from board.model.context import Context

RULES: tuple[Rule[ChangeSet, Context], ...] = ()
