"""OPP111 questions-close-late."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.calendar import add_weekdays, weekdays_between


@rule(
    "OPP111",
    "questions-close-late",
    en="Questions close on {questions} and bids on {closing}, too few weekdays between: {count}, where "
    "{least} is the least.",
    fr="Les questions prennent fin le {questions} et les soumissions le {closing}, soit trop peu de jours "
    "de semaine entre les deux\u00a0: {count}, le minimum étant de {least}.",
    fix_en="Write a `questions_close_at` on {until} or earlier.",
    fix_fr="Inscrivez un `questions_close_at` au {until} ou plus tôt.",
    judges="changes",
)
def questions_close_late(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """An answer helps only who can still use it. As in the rule on the days open, weekdays alone refuse."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    asked = opportunity.questions_close_at.astimezone(context.zone).date()
    closing = opportunity.closes_at.astimezone(context.zone).date()
    least = context.policy.days.questions_before_closing
    until = add_weekdays(closing, -least)
    if asked > until and asked <= closing:
        days = {"questions": asked, "closing": closing, "until": until}
        yield Violation("/questions_close_at", {"count": weekdays_between(asked, closing), "least": least, **days})
