"""The scenes of the demonstration, in the order in which they are played."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from board.core.document import Value
from board.model.organization import Organization
from board.model.play import Play, PlayedBid, Scene
from board.model.reference import bid_path, opportunity_path
from board.state.calendar import add_business_days
from board.state.canonical import Node, write

_POSTED, _PUBLISHED, _BID, _CLOSING, _DECIDED = time(15), time(9), time(11), time(14), time(10)


class Demonstration:
    """What the procurements of the demonstration look like from one instant.

    Attributes:
        now: The instant that it is played around.
        zone: In which days are counted.
        terms: Version of the terms.
        schema: Address of the folder of schemas with a final slash; empty where the board has none.
    """

    def __init__(self, now: datetime, zone: ZoneInfo, terms: str, schema: str) -> None:
        self.now = now
        self.zone = zone
        self.terms = terms
        self.schema = schema

    def scenes(self, plays: Iterable[Play], organizations: Mapping[str, Organization]) -> tuple[Scene, ...]:
        """What everybody does, earliest first; what would lie ahead of now has not happened."""
        found = [scene for play in plays for scene in self._of(play, organizations[play.organization])]
        return tuple(
            sorted((scene for scene in found if scene.at <= self.now), key=lambda scene: (scene.at, scene.ref))
        )

    def _of(self, play: Play, organization: Organization) -> Iterator[Scene]:
        published = self._on(self._day(play.publishes), _PUBLISHED)
        closing = self._closing(play)
        ref = f"{play.organization}/{published.year}/{play.slug}"
        owner, officer = organization.people[0].login, organization.people[1].login
        posted = self._on(add_business_days(self._day(min(play.publishes, 0)), -1), _POSTED)
        request = write(self._request(play, published, closing), self._schema("opportunity"))
        yield Scene("post", posted, owner, ref, {opportunity_path(ref): request})
        for bid in play.bids:
            offer = write(self._bid(play, bid, ref, closing), self._schema("bid"))
            at = self._on(add_business_days(published.date(), bid.days_after), _BID)
            yield Scene("bid", at, bid.bidder, ref, {bid_path(ref, bid.bidder): offer})
        decided = self._on(add_business_days(closing.date(), 1), _DECIDED)
        if play.award:
            yield Scene("award", decided, officer, ref, {})
        elif play.cancel:
            at = self._on(add_business_days(published.date(), play.cancel_after), _DECIDED)
            yield Scene("cancel", at if play.cancel_after else decided, officer, ref, {}, play.cancel, play.cancel_text)

    def _closing(self, play: Play) -> datetime:
        if play.closes_in_hours:
            ahead = self.now + timedelta(hours=play.closes_in_hours)
            return ahead.astimezone(self.zone).replace(minute=0, second=0, microsecond=0)
        return self._on(self._day(play.publishes + play.open_days), _CLOSING)

    def _request(self, play: Play, published: datetime, closing: datetime) -> dict[str, Node]:
        """The opportunity, its keys in the order of `record.md`."""
        questions = self._on(add_business_days(closing.date(), -2), closing.time())
        filled: dict[str, Node] = {
            "category": "services",
            "selection_method": "lowest-price",
            "bids": "public",
            "published_at": published.isoformat(),
            "questions_close_at": questions.isoformat(),
            "closes_at": closing.isoformat(),
            "work_period": {"end": add_business_days(closing.date(), play.work_days).isoformat()},
            "terms": self.terms,
        }
        told: dict[str, Node] = {key: _node(value) for key, value in play.opportunity.items()}
        return {"schema": 1} | {key: (told | filled)[key] for key in _ORDER if key in told or key in filled}

    def _bid(self, play: Play, bid: PlayedBid, ref: str, closing: datetime) -> dict[str, Node]:
        due = add_business_days(closing.date(), play.work_days - bid.days_early)
        answers: dict[str, Node] = {
            "name": bid.fields["name"],
            "delivery_date": due.isoformat(),
            "registered_for_tax": bid.fields["registered_for_tax"],
            "terms": self.terms,
            "publish_answers": bid.fields["publish_answers"],
            "declares": True,
        }
        if "responses" in bid.fields:
            answers["responses"] = _node(bid.fields["responses"])
        return {
            "schema": 1,
            "opportunity": ref,
            "bidder": bid.bidder,
            "language": bid.fields["language"],
            "amendment": 0,
            "offer": {"price": bid.fields["price"]},
            "answers": answers,
        }

    def _day(self, days: int) -> date:
        return add_business_days(self.now.astimezone(self.zone).date(), days)

    def _on(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone)

    def _schema(self, kind: str) -> str:
        return f"{self.schema}{kind}.v1.schema.json" if self.schema else ""


_ORDER = (
    "title", "summary", "description", "category", "deliverables", "price", "tax_place", "selection_method", "bids",
    "evaluation_criteria", "acceptance_criteria", "accessibility", "published_at", "questions_close_at", "closes_at",
    "work_period", "terms", "licence", "target",
)  # fmt: skip


def _node(value: Value) -> Node:
    """What the loader gave, as something to write; counts stand there as text, as they do in the content."""
    if isinstance(value, dict):
        return {key: _node(child) for key, child in value.items()}
    return [_node(child) for child in value] if isinstance(value, list) else value
