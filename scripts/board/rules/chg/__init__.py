"""Rules on changes that somebody proposes: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.rules.chg.act_not_delegated import act_not_delegated
from board.rules.chg.bid_by_another_login import bid_by_another_login
from board.rules.chg.bid_by_insider import bid_by_insider
from board.rules.chg.conflict_with_main import conflict_with_main
from board.rules.chg.confusable_name import confusable_name
from board.rules.chg.decided_by_another import decided_by_another
from board.rules.chg.earlier_closing import earlier_closing
from board.rules.chg.edit_without_amendment import edit_without_amendment
from board.rules.chg.empty_change import empty_change
from board.rules.chg.file_not_fetched import file_not_fetched
from board.rules.chg.file_too_large import file_too_large
from board.rules.chg.foreign_commit import foreign_commit
from board.rules.chg.foreign_merge import foreign_merge
from board.rules.chg.foreign_path import foreign_path
from board.rules.chg.late_amendment import late_amendment
from board.rules.chg.login_kept_for_mail import login_kept_for_mail
from board.rules.chg.look_alike_bid import look_alike_bid
from board.rules.chg.mixed_change import mixed_change
from board.rules.chg.more_than_one_file import more_than_one_file
from board.rules.chg.no_such_opportunity import no_such_opportunity
from board.rules.chg.not_a_root import not_a_root
from board.rules.chg.not_an_addition import not_an_addition
from board.rules.chg.personal_address import personal_address
from board.rules.chg.record_rewritten import record_rewritten
from board.rules.chg.second_bid import second_bid
from board.rules.chg.stacked_bid import stacked_bid
from board.rules.chg.too_many_commits import too_many_commits
from board.rules.chg.too_much_content import too_much_content
from board.rules.chg.unmergeable_head import unmergeable_head
from board.rules.chg.unrelated_history import unrelated_history
from board.rules.chg.unsafe_name import unsafe_name
from board.rules.chg.unusable_login import unusable_login
from board.rules.chg.used_terms_changed import used_terms_changed
from board.rules.chg.wrong_mode import wrong_mode

RULES: tuple[Rule[ChangeSet, Context], ...] = (
    foreign_path,
    more_than_one_file,
    not_an_addition,
    wrong_mode,
    unsafe_name,
    confusable_name,
    login_kept_for_mail,
    bid_by_another_login,
    bid_by_insider,
    second_bid,
    look_alike_bid,
    foreign_commit,
    foreign_merge,
    unrelated_history,
    too_many_commits,
    too_much_content,
    mixed_change,
    edit_without_amendment,
    earlier_closing,
    late_amendment,
    used_terms_changed,
    record_rewritten,
    unusable_login,
    stacked_bid,
    personal_address,
    not_a_root,
    conflict_with_main,
    unmergeable_head,
    empty_change,
    file_too_large,
    file_not_fetched,
    no_such_opportunity,
    decided_by_another,
    act_not_delegated,
)
