"""Rules on requests: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import Procurement

RULES: tuple[Rule[Procurement, Context], ...] = ()
