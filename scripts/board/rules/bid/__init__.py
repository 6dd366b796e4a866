"""Rules on bids: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import BidCase

RULES: tuple[Rule[BidCase, Context], ...] = ()
