"""Rules on the log and what follows from it, from the first bid to the outcome: one explicit line each, by code.

101 to 139 are on log, mail and closing, 141 to 169 on the evaluation, 171 to 199 on the draw, 201 to 229 on envelopes
and their opening, 231 to 239 on the host, 241 and up on the bids of record side by side.
"""

from collections.abc import Sequence
from typing import Never

from board.core.rule import Rule
from board.model.context import Context
from board.model.course import Course
from board.model.procurement import FiledBid
from board.rules.log.absent_file import absent_file
from board.rules.log.arrival_ahead_of_clock import arrival_ahead_of_clock
from board.rules.log.bid_without_receipt import bid_without_receipt
from board.rules.log.bids_alike import bids_alike
from board.rules.log.broken_log import broken_log
from board.rules.log.changed_sheet import changed_sheet
from board.rules.log.clock_gone_back import clock_gone_back
from board.rules.log.commitment_by_who_withheld import commitment_by_who_withheld
from board.rules.log.commitment_out_of_turn import commitment_out_of_turn
from board.rules.log.commitments_in_one_role import commitments_in_one_role
from board.rules.log.contradictory_instants import contradictory_instants
from board.rules.log.contradictory_rulings import contradictory_rulings
from board.rules.log.counted_behind_closing import counted_behind_closing
from board.rules.log.cut_inside_append import cut_inside_append
from board.rules.log.declared_after_opening import declared_after_opening
from board.rules.log.digest_not_promised import digest_not_promised
from board.rules.log.draw_by_bidder import draw_by_bidder
from board.rules.log.draw_line_out_of_place import draw_line_out_of_place
from board.rules.log.draw_not_delegated import draw_not_delegated
from board.rules.log.draw_of_one import draw_of_one
from board.rules.log.draw_without_closing import draw_without_closing
from board.rules.log.draw_without_commitments import draw_without_commitments
from board.rules.log.envelope_not_opened import envelope_not_opened
from board.rules.log.evaluated_after_outcome import evaluated_after_outcome
from board.rules.log.evaluated_before_closed import evaluated_before_closed
from board.rules.log.evaluator_bids import evaluator_bids
from board.rules.log.evaluator_in_conflict import evaluator_in_conflict
from board.rules.log.evaluator_keeps_key import evaluator_keeps_key
from board.rules.log.evaluator_ruled import evaluator_ruled
from board.rules.log.log_cut_already import log_cut_already
from board.rules.log.lone_ruling import lone_ruling
from board.rules.log.mail_after_closing import mail_after_closing
from board.rules.log.mail_before_publication import mail_before_publication
from board.rules.log.mail_behind_cut import mail_behind_cut
from board.rules.log.mail_number_taken import mail_number_taken
from board.rules.log.mail_overtaken import mail_overtaken
from board.rules.log.mail_without_name import mail_without_name
from board.rules.log.mailbox_read_too_early import mailbox_read_too_early
from board.rules.log.missing_sheet import missing_sheet
from board.rules.log.no_receipts import no_receipts
from board.rules.log.not_committed import not_committed
from board.rules.log.nothing_sealed import nothing_sealed
from board.rules.log.odd_opening import odd_opening
from board.rules.log.opened_by_evaluator import opened_by_evaluator
from board.rules.log.opening_of_other_bidder import opening_of_other_bidder
from board.rules.log.opening_of_other_form import opening_of_other_form
from board.rules.log.opening_of_other_key import opening_of_other_key
from board.rules.log.opening_of_other_opportunity import opening_of_other_opportunity
from board.rules.log.opening_of_other_part import opening_of_other_part
from board.rules.log.opening_without_closing import opening_without_closing
from board.rules.log.other_draw import other_draw
from board.rules.log.other_evaluation import other_evaluation
from board.rules.log.other_openings import other_openings
from board.rules.log.other_secret import other_secret
from board.rules.log.oversized_mail import oversized_mail
from board.rules.log.rank_before_closing import rank_before_closing
from board.rules.log.ranking_without_results import ranking_without_results
from board.rules.log.receipt_behind_cut import receipt_behind_cut
from board.rules.log.ruling_after_award import ruling_after_award
from board.rules.log.ruling_by_bidder import ruling_by_bidder
from board.rules.log.ruling_by_evaluator import ruling_by_evaluator
from board.rules.log.ruling_on_nothing import ruling_on_nothing
from board.rules.log.ruling_out_of_time import ruling_out_of_time
from board.rules.log.ruling_without_doubt import ruling_without_doubt
from board.rules.log.ruling_without_file import ruling_without_file
from board.rules.log.scores_far_apart import scores_far_apart
from board.rules.log.secret_before_commitments import secret_before_commitments
from board.rules.log.secret_before_evaluation import secret_before_evaluation
from board.rules.log.settled_without_gap import settled_without_gap
from board.rules.log.sheet_of_another import sheet_of_another
from board.rules.log.step_after_end import step_after_end
from board.rules.log.step_before_closing import step_before_closing
from board.rules.log.too_few_evaluators import too_few_evaluators
from board.rules.log.unasked_mark import unasked_mark
from board.rules.log.uncovered_language import uncovered_language
from board.rules.log.undeclared_evaluator import undeclared_evaluator
from board.rules.log.unheard_ruling import unheard_ruling
from board.rules.log.unlogged_evaluation import unlogged_evaluation
from board.rules.log.unmarked_bid import unmarked_bid
from board.rules.log.unopened_bids import unopened_bids
from board.rules.log.unopened_line import unopened_line
from board.rules.log.unread_mailbox import unread_mailbox
from board.rules.log.unreadable_closing import unreadable_closing
from board.rules.log.unsettled_log import unsettled_log
from board.rules.log.void_too_early import void_too_early
from board.rules.log.void_without_cause import void_without_cause
from board.rules.log.withdrawal_after_closing import withdrawal_after_closing
from board.rules.log.withdrawal_from_auction import withdrawal_from_auction
from board.rules.log.withdrawal_in_clear import withdrawal_in_clear
from board.rules.log.withdrawal_of_mail import withdrawal_of_mail
from board.state.opened import OpenedBid

COURSES: tuple[Rule[Course, Context], ...] = (
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
    ruling_on_nothing,
    ruling_without_doubt,
    ruling_by_bidder,
    ruling_by_evaluator,
    ruling_out_of_time,
    ruling_without_file,
    lone_ruling,
    contradictory_rulings,
    counted_behind_closing,
    ruling_after_award,
    unheard_ruling,
    mail_overtaken,
    evaluated_before_closed,
    evaluator_bids,
    evaluator_keeps_key,
    evaluator_in_conflict,
    undeclared_evaluator,
    declared_after_opening,
    unopened_bids,
    sheet_of_another,
    unasked_mark,
    unmarked_bid,
    changed_sheet,
    missing_sheet,
    too_few_evaluators,
    uncovered_language,
    scores_far_apart,
    settled_without_gap,
    other_evaluation,
    evaluated_after_outcome,
    other_openings,
    evaluator_ruled,
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
    unlogged_evaluation,
    ranking_without_results,
    draw_by_bidder,
    opening_without_closing,
    nothing_sealed,
    opened_by_evaluator,
)

# Warnings, for the officer who opens: an envelope that does not count fails its bid and stops nobody else.
OPENINGS: tuple[Rule[OpenedBid, Context], ...] = (
    envelope_not_opened,
    digest_not_promised,
    odd_opening,
    opening_of_other_opportunity,
    opening_of_other_bidder,
    opening_of_other_part,
    opening_of_other_key,
    opening_of_other_form,
)

# These look at a course too, and came later: a list is in the order of its codes.
HOSTING: tuple[Rule[Course, Context], ...] = (clock_gone_back,)

# These look at all bids of record, side by side.
BESIDE: tuple[Rule[Sequence[FiledBid], Context], ...] = (bids_alike,)

# All of them, for whoever lists rules; each tuple alone knows what its rules look at.
RULES: tuple[Rule[Never, Never], ...] = (
    *COURSES,
    *OPENINGS,
    *HOSTING,
    *BESIDE,
)
