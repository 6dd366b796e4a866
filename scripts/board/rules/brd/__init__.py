"""Rules on the board above its procurements: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import Board

RULES: tuple[Rule[Board, Context], ...] = ()
