"""Rules on the board above its procurements: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import Board
from board.rules.brd.backwards_row import backwards_row
from board.rules.brd.incomplete_terms import incomplete_terms
from board.rules.brd.live_too_early import live_too_early
from board.rules.brd.missing_board_file import missing_board_file
from board.rules.brd.missing_threshold import missing_threshold
from board.rules.brd.no_root import no_root
from board.rules.brd.overlapping_taxes import overlapping_taxes
from board.rules.brd.overlapping_thresholds import overlapping_thresholds
from board.rules.brd.root_twice import root_twice
from board.rules.brd.threshold_of_other_category import threshold_of_other_category

# A board whose settings or policy cannot be read has no context, and that is what some of these find.
RULES: tuple[Rule[Board, Context | None], ...] = (
    missing_board_file,
    incomplete_terms,
    live_too_early,
    overlapping_thresholds,
    overlapping_taxes,
    backwards_row,
    missing_threshold,
    threshold_of_other_category,
    root_twice,
    no_root,
)
