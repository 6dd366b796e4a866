"""Rules on the log and what follows from it, from the first bid to the outcome: one explicit line each, by code.

101 to 139 are on log, mail and closing, 141 to 169 on the evaluation, 171 to 199 on the draw, 201 to 229 on envelopes
and their opening, 231 and up on the host and its clock.
"""

from board.core.rule import Rule
from board.model.context import Context
from board.model.course import Course
from board.rules.log.broken_log import broken_log
from board.rules.log.clock_gone_back import clock_gone_back
from board.rules.log.step_before_closing import step_before_closing

RULES: tuple[Rule[Course, Context], ...] = (
    broken_log,
    step_before_closing,
    clock_gone_back,
)
