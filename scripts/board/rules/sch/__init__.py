"""Rules on files that have not the form of their kind: one explicit line each, in the order of their codes."""

from board.core.document import Document
from board.core.rule import Rule
from board.rules.sch.duplicate_entry import duplicate_entry
from board.rules.sch.impossible_value import impossible_value
from board.rules.sch.missing_key import missing_key
from board.rules.sch.missing_language import missing_language
from board.rules.sch.not_in_list import not_in_list
from board.rules.sch.personal_key import personal_key
from board.rules.sch.too_few import too_few
from board.rules.sch.too_long import too_long
from board.rules.sch.too_many import too_many
from board.rules.sch.too_short import too_short
from board.rules.sch.unknown_key import unknown_key
from board.rules.sch.wrong_form import wrong_form
from board.rules.sch.wrong_type import wrong_type

RULES: tuple[Rule[Document, None], ...] = (
    missing_key,
    missing_language,
    unknown_key,
    personal_key,
    wrong_type,
    not_in_list,
    wrong_form,
    too_short,
    too_long,
    too_few,
    too_many,
    duplicate_entry,
    impossible_value,
)
