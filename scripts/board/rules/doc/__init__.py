"""Rules on files that cannot be read: one explicit line each, in the order of their codes."""

from board.core.document import Document
from board.core.rule import Rule

RULES: tuple[Rule[Document, None], ...] = ()
