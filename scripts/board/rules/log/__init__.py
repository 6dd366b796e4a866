"""Rules on the log and what follows from it, from the first bid to the outcome: one explicit line each, by code.

101 to 139 are on log, mail and closing, 141 to 169 on the evaluation, 171 to 199 on the draw, 201 to 229 on envelopes
and their opening.
"""

from board.core.rule import Rule
from board.model.context import Context
from board.model.course import Course
from board.rules.log.absent_file import absent_file
from board.rules.log.arrival_ahead_of_clock import arrival_ahead_of_clock
from board.rules.log.bid_without_receipt import bid_without_receipt
from board.rules.log.broken_log import broken_log
from board.rules.log.contradictory_instants import contradictory_instants
from board.rules.log.cut_inside_append import cut_inside_append
from board.rules.log.log_cut_already import log_cut_already
from board.rules.log.mail_after_closing import mail_after_closing
from board.rules.log.mail_before_publication import mail_before_publication
from board.rules.log.mail_behind_cut import mail_behind_cut
from board.rules.log.mail_number_taken import mail_number_taken
from board.rules.log.mail_without_name import mail_without_name
from board.rules.log.mailbox_read_too_early import mailbox_read_too_early
from board.rules.log.no_receipts import no_receipts
from board.rules.log.oversized_mail import oversized_mail
from board.rules.log.receipt_behind_cut import receipt_behind_cut
from board.rules.log.step_after_end import step_after_end
from board.rules.log.step_before_closing import step_before_closing
from board.rules.log.unopened_line import unopened_line
from board.rules.log.unread_mailbox import unread_mailbox
from board.rules.log.unreadable_closing import unreadable_closing
from board.rules.log.unsettled_log import unsettled_log
from board.rules.log.withdrawal_after_closing import withdrawal_after_closing
from board.rules.log.withdrawal_from_auction import withdrawal_from_auction
from board.rules.log.withdrawal_in_clear import withdrawal_in_clear
from board.rules.log.withdrawal_of_mail import withdrawal_of_mail

RULES: tuple[Rule[Course, Context], ...] = (
    broken_log,
    step_before_closing,
    mailbox_read_too_early,
    log_cut_already,
    unread_mailbox,
    unsettled_log,
    no_receipts,
    contradictory_instants,
    unopened_line,
    receipt_behind_cut,
    bid_without_receipt,
    absent_file,
    mail_number_taken,
    mail_without_name,
    mail_after_closing,
    mail_behind_cut,
    mail_before_publication,
    step_after_end,
    arrival_ahead_of_clock,
    oversized_mail,
    withdrawal_after_closing,
    withdrawal_from_auction,
    withdrawal_in_clear,
    unreadable_closing,
    cut_inside_append,
    withdrawal_of_mail,
)
