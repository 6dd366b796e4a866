"""LOG185 commitments-in-one-role."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Committed
from board.state.authority import in_two_roles


@rule(
    "LOG185",
    "commitments-in-one-role",
    en="{people} do not act in two roles, and draw {number} needs that.",
    fr="{people} n’agissent pas dans deux rôles, ce qu’exige le tirage {number}.",
    fix_en="Have an owner commit to one secret and an officer to the other.",
    fix_fr="Faites prendre un engagement par un responsable et l’autre par un agent.",
)
def commitments_in_one_role(course: Course, context: Context) -> Iterator[Violation]:
    """A draw held again rests on two people of different duties, as the first does; on trial one may be all."""
    asked, organization = course.asked, course.procurement.organization
    if asked.step != "commit" or organization is None or context.settings.mode == "trial":
        return
    number = int(asked.facts.get("draw", "1"))
    lines = (line.entry for line in course.lines)
    others = tuple(one.by for one in lines if isinstance(one, Committed) and one.draw == number and one.by != asked.by)
    on = asked.at.astimezone(context.zone).date()
    if others and not in_two_roles(organization, (*others, asked.by), on):
        yield Violation("", {"people": (*others, asked.by), "number": number})
