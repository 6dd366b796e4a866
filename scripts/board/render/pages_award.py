"""The page of one award: who, how much, why; the order of all bids; the contract; the evidence; how to complain."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from board.model.award import Award
from board.model.bid import Answers
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.reference import award_path as award_file
from board.model.reference import award_tag, bid_path, folder
from board.render import locale
from board.render.amounts import of_award
from board.render.award_bids import UNKNOWN, Asked, Place, Response, beside, others, places, responses
from board.render.award_draw import DrawView, draw_view, person
from board.render.award_proof import Proof, proof
from board.render.award_rulings import Ruled, ruled
from board.render.bid_form import contact
from board.render.edition import TAG, Edition
from board.render.entries import shown
from board.render.page import Page, between, foot, source
from board.render.pages_opportunity import award_path, is_specimen, opportunity_path, passed, received, valid_until
from board.render.sending import clone_lines
from board.state.calendar import business_days_between
from board.state.told import answers_of


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
    passed: int | None
    days: int
    business_days: int
    received: int
    order: tuple[Place, ...]
    fixed: bool
    dated: bool
    priced: bool
    rated: bool
    scored: bool
    unknown: bool
    beside: Markup
    others: tuple[Asked, ...]
    draw: DrawView | None
    rulings: tuple[Ruled, ...]
    valid_until: date
    answers: Answers | None
    bid_language: str
    responses: tuple[Response, ...]
    opportunity_page: str
    terms_page: str
    bid_source: str
    award_source: str
    clone: str
    tag: str
    officer: Markup
    proof: Proof | None
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
    answers = answers_of(procurement, login)
    order = tuple(places(edition, procurement, award, path))
    fixed = opportunity.basis == "fixed" and procurement.closing is not None
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
        passed=passed(procurement, award),
        days=days,
        business_days=business_days,
        received=received(procurement, award),
        order=order,
        fixed=fixed,
        dated=any(place.received for place in order),
        priced=not fixed,
        rated=any(place.rating or place.scores for place in order),
        scored=any(place.score for place in order),
        unknown=any(place.word == UNKNOWN for place in order),
        beside=beside(edition, procurement.closing),
        others=others(order),
        draw=draw_view(edition, procurement, opportunity),
        rulings=ruled(edition, procurement),
        valid_until=valid_until(edition, opportunity),
        answers=answers,
        bid_language=TAG["fr" if bid and bid.language == "fr" else "en"],
        responses=responses(edition, opportunity, answers.responses if answers else {}),
        opportunity_page=between(path, opportunity_path(ref)),
        terms_page=between(path, f"terms/{award.terms}") if award.terms in site.terms else "",
        bid_source=source(site.settings, bid_path(ref, login)),
        award_source=source(site.settings, award_file(ref, login)),
        clone="\n".join((*clone_lines(site.settings), "board verify")),
        tag=award_tag(ref, login),
        officer=person(edition, procurement, award.decided_by),
        proof=proof(edition, procurement),
        waived=locale.joined([str(edition.words.say(f"waived.{word}")) for word in award.waived], edition.language),
        mailbox=contact(opportunity, procurement.organization, site.settings),
        complaint_days=business_days_between(award.published_on, award.complaints_until),
    )
