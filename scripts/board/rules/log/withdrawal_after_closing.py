"""LOG121 withdrawal-after-closing."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context, inclusive
from board.model.course import Course
from board.model.scalar import instant


@rule(
    "LOG121",
    "withdrawal-after-closing",
    en="Bids could be withdrawn until {closing}; this was asked for on {at}.",
    fr="Les soumissions pouvaient être retirées jusqu’au {closing}\u202f; ceci a été demandé le {at}.",
    fix_en="Write to {mailbox}: before an award the officer may let you decline it.",
    fix_fr="Écrivez à {mailbox}\u00a0: avant une attribution, l’agent peut vous permettre de la refuser.",
)
def withdrawal_after_closing(course: Course, _context: Context) -> Iterator[Violation]:
    """An offer stays open once the others are known, or the winner could be arranged by withdrawing."""
    asked, closing = course.asked, course.opportunity.closes_at
    at = instant(asked.facts["arrived"]) if "arrived" in asked.facts else asked.at
    if asked.step == "withdraw" and at >= inclusive(closing):
        organization = course.procurement.organization
        mailbox = Verbatim(organization.mailbox if organization else "organization.yml")
        yield Violation("/closes_at", {"closing": closing, "at": at, "mailbox": mailbox})
