"""What the draws of one procurement are held by, and who takes part in one."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from board.model.closing import Closing
from board.model.context import Context
from board.model.log import Line
from board.model.opportunity import Opportunity
from board.model.organization import Organization
from board.state.authority import may
from board.state.calendar import add_business_days
from board.state.demands import DEMANDS

# So many people commit to a secret each.
PEOPLE = 2

# Under which words of a delegation somebody takes part.
WORDS = ("evaluate", "approve", "keep-key", "contract")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the draws of one procurement are held by.

    Attributes:
        opportunity: The request, with the commitments to the first draw.
        cut: The line of the log at which bids were closed; 0 where there is none yet.
        closed_at: The closing.
        days: Business days within which secrets are shown.
        zone: In which days are counted.
        organization: Whose people take part; None where it cannot be read, so that nobody does.
        bidders: Logins of the bids of record, none of whom does.
    """

    opportunity: Opportunity
    cut: int
    closed_at: datetime
    days: int
    zone: tzinfo
    organization: Organization | None
    bidders: frozenset[str] = frozenset()

    def takes_part(self, login: str, line: Line) -> bool:
        """Whether somebody may give a draw up, or commit to one, by that line: delegated on its day, and no bidder."""
        on = line.at.astimezone(self.zone).date()
        held = self.organization is not None and any(may(self.organization, login, "", word, on) for word in WORDS)
        return held and login not in self.bidders

    def deadline(self, since: datetime) -> datetime:
        """The instant from which a draw may be given up."""
        local = since.astimezone(self.zone)
        return datetime.combine(add_business_days(local.date(), self.days), local.time(), self.zone)


def needs_evaluation(opportunity: Opportunity) -> bool:
    """Whether no secret may be shown before an evaluation is finished."""
    demands = DEMANDS[opportunity.selection_method]
    return bool(opportunity.evaluation_criteria) or demands.rated or demands.draw or demands.delivered


def terms_of(
    opportunity: Opportunity, closing: Closing | None, organization: Organization | None, context: Context
) -> Terms:
    """What the draws of a procurement are held by."""
    cut, bids = (closing.line, closing.bids) if closing else (0, ())
    days, zone = context.policy.days.secret_shown, context.zone
    bidders = frozenset(row.bidder for row in bids)
    return Terms(opportunity, cut, opportunity.closes_at, days, zone, organization, bidders)
