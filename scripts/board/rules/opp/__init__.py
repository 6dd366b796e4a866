"""Rules on requests: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.rules.opp.accents_apart import accents_apart
from board.rules.opp.amendments_out_of_order import amendments_out_of_order
from board.rules.opp.approval_after_publication import approval_after_publication
from board.rules.opp.approval_without_delegation import approval_without_delegation
from board.rules.opp.approved_by_its_poster import approved_by_its_poster
from board.rules.opp.auction_without_step import auction_without_step
from board.rules.opp.basis_not_of_method import basis_not_of_method
from board.rules.opp.closing_on_day_off import closing_on_day_off
from board.rules.opp.dates_out_of_order import dates_out_of_order
from board.rules.opp.delivered_work_too_soon import delivered_work_too_soon
from board.rules.opp.draw_in_one_hand import draw_in_one_hand
from board.rules.opp.holiday_shortens_time import holiday_shortens_time
from board.rules.opp.html_in_text import html_in_text
from board.rules.opp.id_twice import id_twice
from board.rules.opp.keeper_with_other_duty import keeper_with_other_duty
from board.rules.opp.keeper_without_delegation import keeper_without_delegation
from board.rules.opp.line_break_in_title import line_break_in_title
from board.rules.opp.method_not_allowed import method_not_allowed
from board.rules.opp.mistyped_key import mistyped_key
from board.rules.opp.no_acceptance_criterion import no_acceptance_criterion
from board.rules.opp.no_award_offered import no_award_offered
from board.rules.opp.no_conformity_report import no_conformity_report
from board.rules.opp.no_draw_commitments import no_draw_commitments
from board.rules.opp.no_evaluation_criterion import no_evaluation_criterion
from board.rules.opp.no_rated_criterion import no_rated_criterion
from board.rules.opp.no_second_approver import no_second_approver
from board.rules.opp.no_threshold import no_threshold
from board.rules.opp.nobody_may_post_it import nobody_may_post_it
from board.rules.opp.open_too_short import open_too_short
from board.rules.opp.other_year import other_year
from board.rules.opp.over_threshold import over_threshold
from board.rules.opp.price_of_zero import price_of_zero
from board.rules.opp.price_without_weight import price_without_weight
from board.rules.opp.published_in_past import published_in_past
from board.rules.opp.questions_close_late import questions_close_late
from board.rules.opp.same_in_both_languages import same_in_both_languages
from board.rules.opp.sealed_without_key import sealed_without_key
from board.rules.opp.security_required import security_required
from board.rules.opp.tax_in_price import tax_in_price
from board.rules.opp.unknown_organization import unknown_organization
from board.rules.opp.unknown_tax_place import unknown_tax_place
from board.rules.opp.unknown_terms import unknown_terms
from board.rules.opp.unlisted_licence import unlisted_licence
from board.rules.opp.weights_not_100 import weights_not_100
from board.rules.opp.wrong_language import wrong_language

RULES: tuple[Rule[Procurement, Context], ...] = (
    same_in_both_languages,
    wrong_language,
    over_threshold,
    no_threshold,
    no_second_approver,
    approval_without_delegation,
    approval_after_publication,
    tax_in_price,
    dates_out_of_order,
    open_too_short,
    questions_close_late,
    holiday_shortens_time,
    published_in_past,
    closing_on_day_off,
    unlisted_licence,
    no_acceptance_criterion,
    weights_not_100,
    no_rated_criterion,
    no_evaluation_criterion,
    id_twice,
    security_required,
    no_conformity_report,
    unknown_organization,
    unknown_terms,
    unknown_tax_place,
    other_year,
    method_not_allowed,
    price_of_zero,
    basis_not_of_method,
    html_in_text,
    line_break_in_title,
    accents_apart,
    nobody_may_post_it,
    approved_by_its_poster,
    no_award_offered,
    amendments_out_of_order,
    no_draw_commitments,
    draw_in_one_hand,
    price_without_weight,
    auction_without_step,
    delivered_work_too_soon,
    sealed_without_key,
    keeper_without_delegation,
    keeper_with_other_duty,
    mistyped_key,
)
