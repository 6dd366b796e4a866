"""The table of bids on the page of an award: who, received when, at what price, with what result, in order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from markupsafe import Markup

from board.model.award import Award, JudgedBid
from board.model.closing import Closing
from board.model.evaluation import Result
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.render import locale
from board.render.edition import TAG, Edition
from board.render.entries import shown
from board.render.page import between
from board.state.told import Told, told

# What became of one bid; nothing is said of what main does not tell.
UNKNOWN = Markup("–")


@dataclass(frozen=True, slots=True)
class _Finding:
    """Why a bid did not pass."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Response:
    """One answer.

    Attributes:
        question: What the opportunity asks.
        text: As the supplier wrote it.
    """

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the answers of those who did not win, and agreed.

    Attributes:
        question: What the opportunity asks.
        answers: Name, language and text of each.
    """

    question: str
    answers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table of bids; the names are those of the template.

    Attributes:
        number: Place in the order; 0 for none.
        received: Instant; empty where no clock saw it.
        receipt: Whose clock, and which line of the log.
        rating: Of 100; empty where the method rates nothing.
        scores: Of each criterion.
        score: Rating and price together; empty where they are not.
        word: Of its result.
        said: What stands below that word.
        responses: Its answers, of a bid that did not win, where they are published.
        language: Of those answers.
    """

    number: int
    bidder: str
    detail: Markup
    received: str
    receipt: Markup
    price: Decimal | None
    rating: str
    scores: str
    score: str
    word: Markup
    said: Markup
    won: bool
    findings: tuple[_Finding, ...]
    responses: tuple[Response, ...] = ()
    language: str = ""


def places(edition: Edition, procurement: Procurement, award: Award, path: str) -> Iterator[Place]:
    """The rows, as the closing tells them, else as the award lists them."""
    if procurement.closing and not award.bids:
        rows = told(procurement, procurement.closing)
        yield from (_of_record(edition, procurement, award, path, one, n) for n, one in enumerate(rows, 1))
    else:
        yield from _listed(edition, procurement, award, path)


def responses(edition: Edition, opportunity: Opportunity, answers: Mapping[str, str]) -> tuple[Response, ...]:
    """What a bid answers, each beside its question."""
    questions = {item.id: item.text[edition.language] for item in opportunity.evaluation_criteria}
    return tuple(Response(questions.get(criterion, criterion), text) for criterion, text in answers.items())


def others(rows: Sequence[Place]) -> tuple[Asked, ...]:
    """What those answered who did not win, where they agreed to its publication, by question."""
    asked: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        for answer in row.responses:
            asked.setdefault(answer.question, []).append((row.bidder, row.language, answer.text))
    return tuple(Asked(question, tuple(answers)) for question, answers in asked.items())


def received(edition: Edition, at: datetime) -> str:
    """An instant of the same year, to the second."""
    day = locale.short_day(edition.day(at), edition.language)
    return f"{day}, {locale.clock(at, edition.zone, edition.language)}"


def beside(edition: Edition, closing: Closing | None) -> Markup:
    """How many were taken back or came late; nothing is told of what they held."""
    if closing is None or not (closing.withdrawn or closing.late):
        return Markup()
    parts = [
        edition.words.count(f"award.{name}", len(rows))
        for name, rows in (("withdrawn", closing.withdrawn), ("late", closing.late))
        if rows
    ]
    return edition.words.say("award.beside", counts=Markup(locale.joined(parts, edition.language)))  # noqa: S704


def _of_record(edition: Edition, procurement: Procurement, award: Award, path: str, one: Told, number: int) -> Place:
    row, why, language = one.recorded, one.explained, edition.language
    name = one.answers.name if one.answers else row.bidder
    won = row.bidder in procurement.awards
    opportunity = procurement.opportunity
    drawn = award.method == "fixed-price-draw" and procurement.draws is not None
    place = why.place if why else (1 if won and len(procurement.awards) == 1 else 0)
    answers = one.answers.responses if one.answers and not won else {}
    return Place(
        number=number if drawn else place,
        bidder=name,
        detail=_detail(edition, name, row.bidder),
        received=received(edition, row.received_at),
        receipt=edition.words.say(f"receipt.{row.source}", n=str(row.receipt)),
        price=one.price,
        rating=locale.points(why.rating, language) if why and why.rating is not None else "",
        scores=_scores(edition, one.result),
        score=locale.points(why.score, language) if why and why.score is not None else "",
        word=_word(edition, won, one.result),
        said=_said(edition, one.result),
        won=won,
        findings=tuple(_finding(edition, path, rule) for rule in (one.result.findings if one.result else ())),
        responses=responses(edition, opportunity, answers) if opportunity else (),
        language=TAG["fr" if row.language == "fr" else "en"],
    )


def _word(edition: Edition, won: bool, result: Result | None) -> Markup:
    if won:
        return edition.words.say("award.won")
    if result is None:
        return UNKNOWN
    if not result.opened:
        return edition.words.say("award.unopened")
    return edition.words.say(
        {"pass": "award.passed", "set-aside": "award.set-aside", "not-judged": "award.not-judged"}.get(
            result.result, "award.failed"
        )
    )


def _said(edition: Edition, result: Result | None) -> Markup:
    """The criteria that a bid did not meet, or why it was set aside."""
    if result is None:
        return Markup()
    if result.set_aside:
        aside = result.set_aside
        reason = aside.reason[edition.language]
        return edition.words.say("award.set-aside-by", reason=reason, by=aside.by, other=aside.approved_by)
    failed = [Markup("<code>{}</code>").format(one.id) for one in result.criteria if one.passed is False]
    return Markup(locale.joined(failed, edition.language))  # noqa: S704 - joined of markup


def _scores(edition: Edition, result: Result | None) -> str:
    scored = [one for one in result.criteria if one.score is not None] if result else []
    return ", ".join(
        f"{one.id} {locale.number(one.score, edition.language)}" for one in scored if one.score is not None
    )


def _listed(edition: Edition, procurement: Procurement, award: Award, path: str) -> Iterator[Place]:
    """Those that passed by price, then the others; a number only where the price is what decides."""
    passed = [row for row in award.bids if row.passed and row.price is not None]
    passed.sort(key=lambda row: (row.price, row.bidder != award.bidder, row.bidder))
    numbered = award.method in ("lowest-price", "reverse-auction")
    rest = [row for row in award.bids if row not in passed]
    rest.sort(key=lambda row: (not row.passed, row.bidder))
    for row in (*passed, *rest):
        number = 1 + sum((other.price or 0) < (row.price or 0) for other in passed) if numbered and row in passed else 0
        yield _judged(edition, procurement, path, row, number)


def _judged(edition: Edition, procurement: Procurement, path: str, row: JudgedBid, number: int) -> Place:
    name, won = shown(procurement, row.bidder), row.bidder in procurement.awards
    return Place(
        number=number,
        bidder=name,
        detail=_detail(edition, name, row.bidder),
        received="",
        receipt=Markup(),
        price=row.price,
        rating="",
        scores="",
        score="",
        word=edition.words.say("award.won" if won else "award.passed" if row.passed else "award.failed"),
        said=Markup(),
        won=won,
        findings=tuple(_finding(edition, path, name) for name in row.findings),
    )


def _detail(edition: Edition, name: str, login: str) -> Markup:
    return edition.words.say("award.nameless" if name == login else "award.login", login=login)


def _finding(edition: Edition, path: str, name: str) -> _Finding:
    """The title of the rule; of a rule that a later program brought, its name."""
    if name not in edition.site.rules:
        return _Finding(name, "")
    code, title = edition.site.rules[name]
    return _Finding(title[edition.language], between(path, f"rules/{code}"))
