"""The scenes of the demonstration, in the order in which they are played."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from board.jobs.demo_files import Files
from board.model.organization import Organization
from board.model.play import Held, Play, PlayedBid, Scene
from board.state.calendar import add_business_days
from board.state.demands import DEMANDS

_POSTED, _PUBLISHED, _BID, _CLOSING, _DECIDED = time(15), time(9), time(11), time(14), time(10)

# How long mail lies in the mailbox before an officer enters it.
_MAIL_LIES = timedelta(minutes=95)

# After the closing: the mailbox is read, two officers rule on what is in doubt, the bids of record are fixed, everybody
# declares, the officer opens.
_MAILBOX, _RULED, _CLOSED, _DECLARED, _OPENED = (timedelta(minutes=minutes) for minutes in (60, 62, 65, 80, 120))

# On the day after: sheets are handed in, results are fixed, the second secret is shown, the award is made.
_SHEETS, _RESULTS, _SECRET, _AWARDED = time(9, 20), time(11), time(11, 45), time(14)
_ONE_AFTER_ANOTHER = timedelta(minutes=12)
_ANOTHER_WORD = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Case:
    """One procurement with its instants and people."""

    play: Play
    ref: str
    published: datetime
    closing: datetime
    owner: str
    officer: str
    second_officer: str
    held: Held


class Demonstration:
    """What the procurements of the demonstration look like from one instant.

    Attributes:
        now: The instant that it is played around.
        zone: In which days are counted.
        held: REF to what its people keep for themselves, once the scenes are told.
    """

    def __init__(self, now: datetime, zone: ZoneInfo, files: Files) -> None:
        self.now = now
        self.zone = zone
        self.held: dict[str, Held] = {}
        self._files = files

    def scenes(self, plays: Iterable[Play], organizations: Mapping[str, Organization]) -> tuple[Scene, ...]:
        """What everybody does, earliest first; what would lie ahead of now has not happened."""
        found = [scene for play in plays for scene in self._of(play, organizations[play.organization])]
        return tuple(
            sorted((scene for scene in found if scene.at <= self.now), key=lambda scene: (scene.at, scene.ref))
        )

    def _of(self, play: Play, organization: Organization) -> Iterator[Scene]:
        case = self._case(play, organization)
        ref, closing = case.ref, case.closing
        posted = self._on(add_business_days(self._day(min(play.publishes, 0)), -1), _POSTED)
        posting = self._files.posting(play, ref, case.officer, case.published, closing, case.held)
        yield Scene("post", posted, case.owner, ref, posting)
        for bid in play.bids:
            yield from self._bid(case, bid)
        if play.receipted:
            yield from self._after_closing(case)
        decided = self._on(add_business_days(closing.date(), 1), _AWARDED if play.receipted else _DECIDED)
        if play.award:
            yield Scene("award", decided, case.officer, ref)
        elif play.cancel:
            at = self._on(add_business_days(case.published.date(), play.cancel_after), _DECIDED)
            at = at if play.cancel_after else decided
            yield Scene("cancel", at, case.officer, ref, reason=play.cancel, text=play.cancel_text)

    def _case(self, play: Play, organization: Organization) -> _Case:
        published = self._on(self._day(play.publishes), _PUBLISHED)
        ref = f"{play.organization}/{published.year}/{play.slug}"
        people = [person.login for person in organization.people]
        owner, officer, second = people[0], people[1], people[-1]
        self.held[ref] = self._files.held(organization)
        return _Case(play, ref, published, self._closing(play), owner, officer, second, self.held[ref])

    def _bid(self, case: _Case, bid: PlayedBid) -> Iterator[Scene]:
        """A bid as it is sent, sent again for less, and taken back."""
        play, ref = case.play, case.ref

        def sent(at: datetime, price: str) -> Scene:
            files = self._files.bid(play, bid, price, ref, case.closing, case.held)
            if bid.by_mail:
                return Scene("mail", at + _MAIL_LIES, case.officer, ref, files, arrived=at)
            return Scene("bid", at, bid.bidder, ref, files, receipted=play.receipted and not bid.receipt_lost)

        late = timedelta(minutes=bid.minutes_late)
        yield sent(case.closing + late if late else self._after(case, bid.days_after), bid.fields["price"])
        for lowered in bid.lowered:
            yield sent(self._after(case, lowered.days_after), lowered.price)
        if bid.withdrawn_after:
            yield Scene("withdraw", self._after(case, bid.withdrawn_after), bid.bidder, ref)

    def _after_closing(self, case: _Case) -> Iterator[Scene]:
        """What leads from the closing to results, and to an order where one is drawn."""
        ref, closing, officer, sheets = case.ref, case.closing, case.officer, case.play.sheets
        day = add_business_days(closing.date(), 1)
        yield Scene("mailbox", closing + _MAILBOX, officer, ref)
        for bid in (bid for bid in case.play.bids if bid.receipt_lost):
            came = self._after(case, bid.days_after)
            for number, by in enumerate((officer, case.second_officer)):
                at = closing + _RULED + number * _ANOTHER_WORD
                yield Scene("settle", at, by, ref, reason="receipt-lost", arrived=came, bidder=bid.bidder)
        yield Scene("close", closing + _CLOSED, "", ref)
        for number, sheet in enumerate(sheets):
            yield Scene("declare", closing + _DECLARED + number * _ONE_AFTER_ANOTHER, sheet.by, ref)
            yield Scene("sheet", self._on(day, _SHEETS) + number * _ONE_AFTER_ANOTHER, sheet.by, ref, sheet=sheet)
        if case.play.opportunity.get("bids") == "sealed":
            yield Scene("open", closing + _OPENED, officer, ref)
        if sheets:
            yield Scene("results", self._on(day, _RESULTS), sheets[-1].by, ref)
        if DEMANDS[case.play.opportunity.get("selection_method", "lowest-price")].draw:
            yield Scene("secret", self._on(day, _SECRET), officer, ref)

    def _after(self, case: _Case, days: int) -> datetime:
        return self._on(add_business_days(case.published.date(), days), _BID)

    def _closing(self, play: Play) -> datetime:
        if play.closes_in_hours:
            ahead = self.now + timedelta(hours=play.closes_in_hours)
            return ahead.astimezone(self.zone).replace(minute=0, second=0, microsecond=0)
        return self._on(self._day(play.publishes + play.open_days), _CLOSING)

    def _day(self, days: int) -> date:
        return add_business_days(self.now.astimezone(self.zone).date(), days)

    def _on(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone)
