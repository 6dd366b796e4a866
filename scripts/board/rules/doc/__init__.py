"""Rules on files that cannot be read: one explicit line each, in the order of their codes."""

from board.core.document import Document
from board.core.rule import Rule
from board.rules.doc.alias import alias
from board.rules.doc.anchor import anchor
from board.rules.doc.byte_order_mark import byte_order_mark
from board.rules.doc.directive import directive
from board.rules.doc.duplicate_key import duplicate_key
from board.rules.doc.empty_file import empty_file
from board.rules.doc.hidden_character import hidden_character
from board.rules.doc.key_not_text import key_not_text
from board.rules.doc.merge_key import merge_key
from board.rules.doc.misplaced_line import misplaced_line
from board.rules.doc.missing_file import missing_file
from board.rules.doc.missing_value import missing_value
from board.rules.doc.not_utf8 import not_utf8
from board.rules.doc.odd_file import odd_file
from board.rules.doc.odd_line_break import odd_line_break
from board.rules.doc.reserved_character import reserved_character
from board.rules.doc.second_document import second_document
from board.rules.doc.tab import tab
from board.rules.doc.tag import tag
from board.rules.doc.too_deep import too_deep
from board.rules.doc.too_large import too_large
from board.rules.doc.unclosed import unclosed
from board.rules.doc.unknown_escape import unknown_escape
from board.rules.doc.unknown_file import unknown_file
from board.rules.doc.unquoted_colon import unquoted_colon
from board.rules.doc.unquoted_value import unquoted_value

RULES: tuple[Rule[Document, None], ...] = (
    too_large,
    not_utf8,
    byte_order_mark,
    hidden_character,
    odd_line_break,
    empty_file,
    anchor,
    alias,
    merge_key,
    tag,
    directive,
    duplicate_key,
    key_not_text,
    second_document,
    too_deep,
    unquoted_value,
    missing_value,
    tab,
    unquoted_colon,
    reserved_character,
    unclosed,
    unknown_escape,
    misplaced_line,
    unknown_file,
    missing_file,
    odd_file,
)
