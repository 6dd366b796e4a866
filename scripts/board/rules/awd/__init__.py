"""Rules on awards: one explicit line each, in the order of their codes; each tuple looks at one kind of subject.

101 to 133 stand against an act before it is done, and against what was done; 201 and up are incidents of history.
"""

from typing import Never

from board.core.rule import Rule
from board.model.context import Context
from board.model.decision import Act, Decision, Ending, Selection
from board.model.history import Clone, EndProof, Proof, Step
from board.rules.awd.already_ended import already_ended
from board.rules.awd.award_after_cancellation import award_after_cancellation
from board.rules.awd.award_before_closing import award_before_closing
from board.rules.awd.award_on_other_terms import award_on_other_terms
from board.rules.awd.award_over_doubt import award_over_doubt
from board.rules.awd.award_over_threshold import award_over_threshold
from board.rules.awd.award_without_counted_bid import award_without_counted_bid
from board.rules.awd.bid_merged_alone import bid_merged_alone
from board.rules.awd.bidder_with_delegation import bidder_with_delegation
from board.rules.awd.changed_bid import changed_bid
from board.rules.awd.changed_closing import changed_closing
from board.rules.awd.changed_draw import changed_draw
from board.rules.awd.changed_end import changed_end
from board.rules.awd.changed_evaluation import changed_evaluation
from board.rules.awd.changed_message import changed_message
from board.rules.awd.changed_opening import changed_opening
from board.rules.awd.changed_record import changed_record
from board.rules.awd.changed_rulings import changed_rulings
from board.rules.awd.changed_value import changed_value
from board.rules.awd.clock_behind_record import clock_behind_record
from board.rules.awd.cut_history import cut_history
from board.rules.awd.ended_before_closing import ended_before_closing
from board.rules.awd.evil_merge import evil_merge
from board.rules.awd.expired_bid import expired_bid
from board.rules.awd.failing_bid import failing_bid
from board.rules.awd.forged_trailers import forged_trailers
from board.rules.awd.miscounted_openings import miscounted_openings
from board.rules.awd.missing_closing_tag import missing_closing_tag
from board.rules.awd.missing_opening import missing_opening
from board.rules.awd.missing_tag import missing_tag
from board.rules.awd.more_awards_than_offered import more_awards_than_offered
from board.rules.awd.moved_tag import moved_tag
from board.rules.awd.no_passing_bid import no_passing_bid
from board.rules.awd.outcome_aside import outcome_aside
from board.rules.awd.outside_delegation import outside_delegation
from board.rules.awd.over_delegation import over_delegation
from board.rules.awd.price_to_confirm import price_to_confirm
from board.rules.awd.rewritten_bid import rewritten_bid
from board.rules.awd.rewritten_outcome import rewritten_outcome
from board.rules.awd.rewritten_request import rewritten_request
from board.rules.awd.sole_decider import sole_decider
from board.rules.awd.split_contract import split_contract
from board.rules.awd.squashed_award import squashed_award
from board.rules.awd.step_missing import step_missing
from board.rules.awd.tag_without_award import tag_without_award
from board.rules.awd.unchained_log import unchained_log
from board.rules.awd.undecided_tie import undecided_tie
from board.rules.awd.unexplained_change import unexplained_change
from board.rules.awd.unknown_officer import unknown_officer
from board.rules.awd.unrunnable_method import unrunnable_method
from board.rules.awd.unselected_bid import unselected_bid
from board.rules.awd.untrue_closing import untrue_closing
from board.rules.awd.untrue_evaluation import untrue_evaluation
from board.rules.awd.untrue_reason import untrue_reason
from board.rules.awd.waiver_in_service import waiver_in_service

ACTS: tuple[Rule[Act, Context], ...] = (
    unknown_officer,
    outside_delegation,
    over_delegation,
    clock_behind_record,
)

SELECTIONS: tuple[Rule[Selection, Context], ...] = (
    award_before_closing,
    award_after_cancellation,
    more_awards_than_offered,
    unrunnable_method,
    undecided_tie,
    no_passing_bid,
)

DECISIONS: tuple[Rule[Decision, Context], ...] = (
    failing_bid,
    unselected_bid,
    award_on_other_terms,
    expired_bid,
    bidder_with_delegation,
    sole_decider,
    split_contract,
    price_to_confirm,
    award_over_threshold,
    waiver_in_service,
)

# These look at a selection too, and came later: a list is in the order of its codes.
WAITING: tuple[Rule[Selection, Context], ...] = (
    step_missing,
    award_without_counted_bid,
    award_over_doubt,
    untrue_evaluation,
    untrue_closing,
)

ENDINGS: tuple[Rule[Ending, Context], ...] = (
    already_ended,
    ended_before_closing,
    untrue_reason,
)

STEPS: tuple[Rule[Step, None], ...] = (
    squashed_award,
    evil_merge,
    bid_merged_alone,
    rewritten_outcome,
    rewritten_bid,
    unexplained_change,
    forged_trailers,
    outcome_aside,
    rewritten_request,
)

PROOFS: tuple[Rule[Proof, None], ...] = (
    changed_value,
    changed_bid,
    changed_record,
    changed_message,
    missing_tag,
    moved_tag,
    changed_closing,
    changed_opening,
    changed_evaluation,
    changed_draw,
)

CLONES: tuple[Rule[Clone, None], ...] = (
    cut_history,
    tag_without_award,
)

# These look at a proof too, and came later.
EVIDENCE: tuple[Rule[Proof, None], ...] = (
    missing_closing_tag,
    changed_rulings,
)

ENDS: tuple[Rule[EndProof, None], ...] = (changed_end,)

# These look at a proof, and came later still.
OPENED: tuple[Rule[Proof, None], ...] = (
    missing_opening,
    miscounted_openings,
)

# These look at a clone, and came later still.
LOGS: tuple[Rule[Clone, None], ...] = (unchained_log,)

# All of them, for whoever lists rules; each tuple alone knows what its rules look at.
RULES: tuple[Rule[Never, Never], ...] = (
    *ACTS,
    *SELECTIONS,
    *DECISIONS,
    *WAITING,
    *ENDINGS,
    *STEPS,
    *PROOFS,
    *CLONES,
    *EVIDENCE,
    *ENDS,
    *OPENED,
    *LOGS,
)
