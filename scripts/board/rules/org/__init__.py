"""Rules on organizations: one explicit line each, in the order of their codes."""

from board.core.rule import Rule
from board.model.context import Context
from board.model.procurement import PeopleOf
from board.rules.org.backwards_delegation import backwards_delegation
from board.rules.org.duties_in_one_hand import duties_in_one_hand
from board.rules.org.login_twice import login_twice
from board.rules.org.nobody_may_award import nobody_may_award
from board.rules.org.nobody_may_post import nobody_may_post
from board.rules.org.one_person_two_logins import one_person_two_logins
from board.rules.org.other_organization_id import other_organization_id
from board.rules.org.unknown_may import unknown_may

RULES: tuple[Rule[PeopleOf, Context], ...] = (
    login_twice,
    one_person_two_logins,
    backwards_delegation,
    unknown_may,
    nobody_may_award,
    nobody_may_post,
    other_organization_id,
    duties_in_one_hand,
)
