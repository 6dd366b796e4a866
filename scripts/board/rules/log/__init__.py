"""Rules on the log and what follows from it, from the first bid to the outcome: one explicit line each, by code.

101 to 139 are on log, mail and closing, 141 to 169 on the evaluation, 171 to 199 on the draw, 201 to 229 on envelopes
and their opening.
"""

from board.core.rule import Rule
from board.model.context import Context
from board.model.course import Course
from board.rules.log.broken_log import broken_log
from board.rules.log.commitment_by_who_withheld import commitment_by_who_withheld
from board.rules.log.commitment_out_of_turn import commitment_out_of_turn
from board.rules.log.commitments_in_one_role import commitments_in_one_role
from board.rules.log.draw_line_out_of_place import draw_line_out_of_place
from board.rules.log.draw_not_delegated import draw_not_delegated
from board.rules.log.draw_of_one import draw_of_one
from board.rules.log.draw_without_closing import draw_without_closing
from board.rules.log.draw_without_commitments import draw_without_commitments
from board.rules.log.not_committed import not_committed
from board.rules.log.other_draw import other_draw
from board.rules.log.other_evaluation import other_evaluation
from board.rules.log.other_secret import other_secret
from board.rules.log.rank_before_closing import rank_before_closing
from board.rules.log.ranking_without_results import ranking_without_results
from board.rules.log.secret_before_commitments import secret_before_commitments
from board.rules.log.secret_before_evaluation import secret_before_evaluation
from board.rules.log.step_before_closing import step_before_closing
from board.rules.log.void_too_early import void_too_early
from board.rules.log.void_without_cause import void_without_cause

RULES: tuple[Rule[Course, Context], ...] = (
    broken_log,
    step_before_closing,
    secret_before_evaluation,
    other_draw,
    secret_before_commitments,
    not_committed,
    other_secret,
    void_too_early,
    void_without_cause,
    commitment_out_of_turn,
    commitment_by_who_withheld,
    draw_line_out_of_place,
    draw_without_commitments,
    draw_of_one,
    draw_without_closing,
    draw_not_delegated,
    commitments_in_one_role,
    rank_before_closing,
    other_evaluation,
    ranking_without_results,
)
