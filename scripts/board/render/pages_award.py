"""The page of one award: who, how much, why; the order of all bids; the contract; the evidence; how to complain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from board.model.award import Award, JudgedBid
from board.model.bid import Answers
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.reference import award_path as award_file
from board.model.reference import award_tag, bid_path, folder
from board.render import locale
from board.render.amounts import of_award
from board.render.bid_form import contact
from board.render.edition import TAG, Edition
from board.render.entries import shown
from board.render.page import Page, between, foot, source
from board.render.pages_opportunity import award_path, is_specimen, opportunity_path, valid_until
from board.state.calendar import business_days_between


@dataclass(frozen=True, slots=True)
class _Finding:
    """Why a bid did not pass."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class _Place:
    """One row of the table of bids."""

    number: int
    bidder: str
    detail: Markup
    price: Decimal | None
    passed: bool
    won: bool
    findings: tuple[_Finding, ...]


@dataclass(frozen=True, slots=True)
class _Response:
    """One answer of the winner."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class _View:
    """What the template is given; the names are its own."""

    award: Award
    opportunity: Opportunity
    organization: str
    specimen: bool
    winner: str
    winner_by_login: bool
    price_detail: Markup
    passed: int
    days: int
    business_days: int
    order: tuple[_Place, ...]
    valid_until: date
    answers: Answers | None
    bid_language: str
    responses: tuple[_Response, ...]
    opportunity_page: str
    terms_page: str
    bid_source: str
    award_source: str
    clone: str
    tag: str
    officer: Markup
    waived: str
    mailbox: str
    complaint_days: int


def award_page(edition: Edition, procurement: Procurement, opportunity: Opportunity, award: Award) -> Page:
    """The page of one award of a procurement."""
    path = award_path(procurement.ref, award.bidder)
    title = opportunity.title[edition.language]
    description = edition.words.say(
        "description.award", winner=shown(procurement, award.bidder), price=edition.money(award.value.price)
    )
    return Page(
        "award",
        path,
        str(edition.words.say("title.award", title=title).unescape()),
        str(description.unescape()),
        edition.render(
            "award.html",
            v=_view(edition, procurement, opportunity, award, path),
            page=foot(edition, path, folder(procurement.ref), [procurement.ref]),
        ),
    )


def days_to_award(edition: Edition, opportunity: Opportunity, award: Award) -> tuple[int, int]:
    """Days and business days from the posting to the award."""
    posted, decided = edition.day(opportunity.published_at), edition.day(award.decided_at)
    return (decided - posted).days, business_days_between(posted, decided)


def _view(edition: Edition, procurement: Procurement, opportunity: Opportunity, award: Award, path: str) -> _View:
    site, ref, login = edition.site, procurement.ref, award.bidder
    filed = procurement.bids.get(login)
    bid = filed.bid if filed else None
    days, business_days = days_to_award(edition, opportunity, award)
    name = shown(procurement, login)
    return _View(
        award=award,
        opportunity=opportunity,
        organization=procurement.organization.name[edition.language] if procurement.organization else "",
        specimen=is_specimen(procurement),
        winner=name,
        winner_by_login=name == login,
        price_detail=of_award(edition, award.value, opportunity.tax_place),
        passed=sum(row.passed for row in award.bids),
        days=days,
        business_days=business_days,
        order=tuple(_order(edition, procurement, award, path)),
        valid_until=valid_until(edition, opportunity),
        answers=bid.answers if bid else None,
        bid_language=TAG["fr" if bid and bid.language == "fr" else "en"],
        responses=_responses(edition, opportunity, bid.answers.responses if bid and bid.answers else {}),
        opportunity_page=between(path, opportunity_path(ref)),
        terms_page=between(path, f"terms/{award.terms}") if award.terms in site.terms else "",
        bid_source=source(site.settings, bid_path(ref, login)),
        award_source=source(site.settings, award_file(ref, login)),
        clone=_clone(edition),
        tag=award_tag(ref, login),
        officer=_officer(edition, procurement, award),
        waived=locale.joined([str(edition.words.say(f"waived.{word}")) for word in award.waived], edition.language),
        mailbox=contact(opportunity, procurement.organization, site.settings),
        complaint_days=business_days_between(award.published_on, award.complaints_until),
    )


def _order(edition: Edition, procurement: Procurement, award: Award, path: str) -> Iterator[_Place]:
    """Those that passed by price, then the others; a number only where the price is what decides."""
    passed = [row for row in award.bids if row.passed and row.price is not None]
    passed.sort(key=lambda row: (row.price, row.bidder != award.bidder, row.bidder))
    numbered = award.method == "lowest-price"
    rest = [row for row in award.bids if row not in passed]
    rest.sort(key=lambda row: (not row.passed, row.bidder))
    for row in (*passed, *rest):
        number = 1 + sum((other.price or 0) < (row.price or 0) for other in passed) if numbered and row in passed else 0
        yield _place(edition, procurement, path, row, number)


def _place(edition: Edition, procurement: Procurement, path: str, row: JudgedBid, number: int) -> _Place:
    name = shown(procurement, row.bidder)
    detail = edition.words.say("award.nameless" if name == row.bidder else "award.login", login=row.bidder)
    return _Place(
        number=number,
        bidder=name,
        detail=detail,
        price=row.price,
        passed=row.passed,
        won=row.bidder in procurement.awards,
        findings=tuple(_finding(edition, path, name) for name in row.findings),
    )


def _finding(edition: Edition, path: str, name: str) -> _Finding:
    """The title of the rule; of a rule that a later program brought, its name."""
    if name not in edition.site.rules:
        return _Finding(name, "")
    code, title = edition.site.rules[name]
    return _Finding(title[edition.language], between(path, f"rules/{code}"))


def _responses(edition: Edition, opportunity: Opportunity, answers: Mapping[str, str]) -> tuple[_Response, ...]:
    questions = {item.id: item.text[edition.language] for item in opportunity.evaluation_criteria}
    return tuple(_Response(questions.get(criterion, criterion), text) for criterion, text in answers.items())


def _clone(edition: Edition) -> str:
    repository = edition.site.settings.repository
    return f"git clone {repository.url} board\ncd board\nboard verify" if repository else "board verify"


def _officer(edition: Edition, procurement: Procurement, award: Award) -> Markup:
    organization = procurement.organization
    person = organization.person(award.decided_by) if organization else None
    if person is None:
        return Markup("{}").format(award.decided_by)
    return edition.words.say("proof.officer", login=person.login, position=person.position[edition.language])
