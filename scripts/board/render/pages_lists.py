"""The pages that list procurements: home, with its filters, and awards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from statistics import median_low

from markupsafe import Markup

from board.model.award import Cancellation
from board.render.edition import Edition
from board.render.entries import AwardEntry, Entry
from board.render.facets import LISTED, Facet, choices, classes, facets, rules
from board.render.page import Page, foot, shared
from board.render.pages_opportunity import award_path, end_of, opportunity_path
from board.state.calendar import business_days_between

_LATELY = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """One opportunity in the list."""

    classes: str
    state: str
    price: Decimal
    posted: str
    page: str
    title: str
    organization: str
    summary: str
    skills: str
    method: Markup
    opens: datetime
    closes: datetime
    day: str
    basis: str
    amount: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One award, end or specimen in a list of lines."""

    page: str
    title: str
    organization: str = ""
    winner: str = ""
    amount: str = ""
    day: str = ""
    days: int = 0
    trial: bool = False
    said: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class _Home:
    """What the template of the home page is given."""

    rows: tuple[_Row, ...]
    facets: tuple[Facet, ...]
    lately: tuple[_Line, ...]
    specimens: tuple[_Line, ...]
    lead_time: int
    lead_count: int
    squares: str
    watch: str


@dataclass(frozen=True, slots=True)
class _Awards:
    """What the template of the list of awards is given."""

    awards: tuple[_Line, ...]
    ended: tuple[_Line, ...]


def home_page(edition: Edition, entries: Sequence[Entry]) -> Page:
    """The list of open opportunities by closing date, the latest awards, and how it works."""
    listed = sorted((one for one in entries if one.state in LISTED and not one.specimen), key=_by_closing)
    asked = choices(edition.words, edition.zone, edition.round_money)
    given = facets(listed, asked)
    # A trial award counts in no total; on a trial board there are no others.
    trial = edition.site.settings.mode == "trial"
    awards = [(one, award) for one, award in _awards(entries) if award.trial == trial]
    leads = [
        business_days_between(edition.day(one.published_at), edition.day(award.decided_at)) for one, award in awards
    ]
    view = _Home(
        rows=tuple(_row(edition, one, classes(one, asked)) for one in listed),
        facets=given,
        lately=tuple(_award(edition, one, award, "") for one, award in awards[:_LATELY]),
        specimens=tuple(
            _Line(opportunity_path(one.ref), one.title[edition.language], state=one.state)
            for one in entries
            if one.specimen
        ),
        lead_time=median_low(leads) if leads else 0,
        lead_count=len(leads),
        squares=_squares(min(median_low(leads), 20)) if leads else "",
        watch=_watch(edition),
    )
    return Page(
        "home",
        "",
        str(edition.words.say("home.list")),
        str(edition.words.say("home.description").unescape()),
        edition.render("home.html", v=view, page=foot(edition, "", "opportunities", (one.ref for one in entries))),
        rules(given),
    )


def awards_page(edition: Edition, entries: Sequence[Entry]) -> Page:
    """Every award, the newest first, and every purchase that ended without one."""
    ended = [one for one in entries if one.ended_at and one.state in ("unsuccessful", "cancelled") and not one.specimen]
    ended.sort(key=lambda one: (one.ended_at or one.closes_at, one.ref), reverse=True)
    view = _Awards(
        awards=tuple(_award(edition, one, award, "../") for one, award in _awards(entries)),
        ended=tuple(_ended(edition, one) for one in ended),
    )
    title = edition.words.say("awards.title")
    return Page(
        "awards",
        "awards/",
        str(title),
        str(edition.words.say("awards.lead").unescape()),
        edition.render(
            "awards.html", v=view, page=foot(edition, "awards/", "opportunities", (one.ref for one in entries))
        ),
    )


def _by_closing(one: Entry) -> tuple[int, datetime, str]:
    return LISTED.index(one.state), one.closes_at, one.ref


def _awards(entries: Sequence[Entry]) -> list[tuple[Entry, AwardEntry]]:
    """The awards of procurements that are no specimens, the newest first."""
    found = [(one, award) for one in entries if not one.specimen for award in one.awards]
    return sorted(found, key=lambda pair: (pair[1].decided_at, pair[0].ref, pair[1].login), reverse=True)


def _row(edition: Edition, one: Entry, words: str) -> _Row:
    language = edition.language
    return _Row(
        classes=words,
        state=one.state,
        price=one.price,
        posted=one.published_at.astimezone(edition.zone).isoformat(),
        page=opportunity_path(one.ref),
        title=one.title[language],
        organization=one.organization[language],
        summary=one.summary[language],
        skills=shared(one.skills),
        method=edition.words.say(f"method.{one.method}"),
        opens=one.published_at,
        closes=one.closes_at,
        day=edition.row_day(one.closes_at),
        basis=one.basis,
        amount=edition.round_money(one.price),
    )


def _award(edition: Edition, one: Entry, award: AwardEntry, up: str) -> _Line:
    days = (edition.day(award.decided_at) - edition.day(one.published_at)).days
    return _Line(
        page=f"{up}{award_path(one.ref, award.login)}",
        title=one.title[edition.language],
        organization=one.organization[edition.language],
        winner=award.winner,
        amount=edition.round_money(award.price),
        day=edition.in_full(award.decided_at),
        days=days,
        trial=award.trial,
    )


def _ended(edition: Edition, one: Entry) -> _Line:
    ended = Cancellation(one.ref, one.ended_for, "", one.ended_at or one.closes_at, None)
    return _Line(
        page=f"../{opportunity_path(one.ref)}",
        title=one.title[edition.language],
        said=str(end_of(edition, ended, one.state)),
    )


def _watch(edition: Edition) -> str:
    repository = edition.site.settings.repository
    return repository.url if repository and repository.kind == "github" else ""


def _squares(days: int) -> str:
    """A path over squares of 16, five to a column: one square a business day."""
    weeks, rest = divmod(days, 5)
    whole = f"M0 0h{16 * weeks}v80H0z" if weeks else ""
    return whole + (f"M{16 * weeks} 0h16v{16 * rest}h-16z" if rest else "")
