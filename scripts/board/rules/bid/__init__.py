"""Rules on bids: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.rules.bid.after_closing import after_closing
from board.rules.bid.before_publication import before_publication
from board.rules.bid.before_work_counts import before_work_counts
from board.rules.bid.bid_of_zero import bid_of_zero
from board.rules.bid.cancelled_opportunity import cancelled_opportunity
from board.rules.bid.clear_where_sealed import clear_where_sealed
from board.rules.bid.delivery_too_late import delivery_too_late
from board.rules.bid.earlier_amendment import earlier_amendment
from board.rules.bid.line_break_in_name import line_break_in_name
from board.rules.bid.low_price import low_price
from board.rules.bid.missing_answer import missing_answer
from board.rules.bid.mixed_scripts import mixed_scripts
from board.rules.bid.no_delivered_work import no_delivered_work
from board.rules.bid.not_declared import not_declared
from board.rules.bid.not_the_fixed_price import not_the_fixed_price
from board.rules.bid.odd_armour import odd_armour
from board.rules.bid.odd_header import odd_header
from board.rules.bid.odd_length import odd_length
from board.rules.bid.odd_recipients import odd_recipients
from board.rules.bid.other_bidder import other_bidder
from board.rules.bid.other_opportunity import other_opportunity
from board.rules.bid.other_terms import other_terms
from board.rules.bid.over_ceiling import over_ceiling
from board.rules.bid.raised_bid import raised_bid
from board.rules.bid.sealed_where_public import sealed_where_public
from board.rules.bid.step_too_small import step_too_small
from board.rules.bid.text_not_nfc import text_not_nfc
from board.rules.bid.too_many_words import too_many_words
from board.rules.bid.unasked_work import unasked_work
from board.rules.bid.unknown_amendment import unknown_amendment
from board.rules.bid.unknown_criterion import unknown_criterion

RULES: tuple[Rule[BidCase, Context], ...] = (
    over_ceiling,
    not_the_fixed_price,
    bid_of_zero,
    missing_answer,
    unknown_criterion,
    too_many_words,
    not_declared,
    other_terms,
    before_publication,
    after_closing,
    other_opportunity,
    other_bidder,
    cancelled_opportunity,
    unknown_amendment,
    delivery_too_late,
    clear_where_sealed,
    sealed_where_public,
    text_not_nfc,
    mixed_scripts,
    line_break_in_name,
    low_price,
    earlier_amendment,
    odd_armour,
    odd_header,
    odd_recipients,
    odd_length,
    raised_bid,
    step_too_small,
    before_work_counts,
    no_delivered_work,
    unasked_work,
)
