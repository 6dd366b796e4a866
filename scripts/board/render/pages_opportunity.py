"""The page of one opportunity, from planned to its end."""

import string
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Literal
from urllib.parse import quote, quote_plus

from markupsafe import Markup

from board.model.award import Award, Cancellation
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.reference import bid_path, folder
from board.render.amounts import beside, in_terms, of_award
from board.render.award_draw import Promise, person, promises
from board.render.award_rulings import Ruled, ruled
from board.render.bid_form import bid_form, brief_bid_form, contact
from board.render.edition import Edition
from board.render.entries import shown
from board.render.markdown import host, told
from board.render.page import Page, between, foot, shared
from board.render.sending import clone_lines, git_lines
from board.state.lifecycle import State, state
from board.state.told import passing

# Browsers, proxies and the forge take addresses of this length; a longer text is to be copied.
LONGEST = 6000

# What is one byte there, however strictly an address is encoded; a space is “+”.
_PLAIN = f"{string.ascii_letters}{string.digits}_.-~ ".encode()

# In the name of the file, until the bidder puts the account there.
PLACEHOLDER = "LOGIN"

_SHAPES: dict[State, str] = {"awarded": "done", "unsuccessful": "end", "cancelled": "end"}
_TAKES_BIDS: tuple[State, ...] = ("planned", "open")
_UNDER_WAY: tuple[State, ...] = ("planned", "open", "evaluation")


@dataclass(frozen=True, slots=True)
class _View:
    """What the template is given; the names are its own."""

    opportunity: Opportunity
    ref: str
    state: State | Literal["specimen"]
    shape: str
    said: Markup
    organization: str
    specimen: bool
    takes_bids: bool
    price_detail: Markup
    tax_text: Markup
    mailbox: str
    skills: str
    description: Markup
    where: Markup
    valid_until: date
    terms_page: str
    rerun_page: str
    end: Cancellation | None
    award: Award | None
    award_page: str
    winner: str
    winner_by_login: bool
    counted: bool
    received: int
    passed: int | None
    step: str
    since: str
    promises: tuple[Promise, ...]
    rulings: tuple[Ruled, ...]
    keeper: Markup
    key: str
    guide: str
    program: str
    new_file: str
    paste: str
    form: str
    git: Markup


def opportunity_path(ref: str) -> str:
    """Where the page stands, from the root of the language."""
    return f"opportunities/{ref}/"


def award_path(ref: str, login: str) -> str:
    """Where the page of an award stands, from the root of the language."""
    return f"awards/{ref}/{login}/"


def opportunity_page(edition: Edition, procurement: Procurement, opportunity: Opportunity, form: str = "") -> Page:
    """The page of a procurement that has a valid opportunity.

    Args:
        edition: Of which it is a page.
        procurement: Its folder.
        opportunity: Of that folder.
        form: The bid to fill in; empty where it takes none.
    """
    path = opportunity_path(procurement.ref)
    view = _view(edition, procurement, opportunity, path, form)
    language = edition.language
    return Page(
        "opportunity",
        path,
        opportunity.title[language],
        str(
            edition.words.say(
                "description.opportunity",
                basis=edition.words.say(f"basis.{opportunity.basis}"),
                price=edition.round_money(opportunity.price),
                closing=edition.instant(opportunity.closes_at),
            ).unescape()
        ),
        edition.render(
            "opportunity.html", v=view, page=foot(edition, path, folder(procurement.ref), [procurement.ref])
        ),
    )


def form_of(edition: Edition, procurement: Procurement) -> str:
    """The bid to fill in; empty where bids are not, or no longer, taken."""
    if is_specimen(procurement) or state(procurement, edition.site.now) not in _TAKES_BIDS:
        return ""
    return bid_form(procurement, edition.site.settings, edition.language)


def end_of(edition: Edition, cancellation: Cancellation, at: State) -> Markup:
    """The first line of a procurement that ended without an award."""
    label = cancellation.reason if at == "unsuccessful" else "cancelled"
    return edition.words.say(f"state.{label}", on=edition.in_full(cancellation.decided_at))


def is_specimen(procurement: Procurement) -> bool:
    """Whether it is an example of an organization that is none."""
    return procurement.organization is not None and procurement.organization.specimen


def _view(edition: Edition, procurement: Procurement, opportunity: Opportunity, path: str, form: str) -> _View:
    site, ref = edition.site, procurement.ref
    at = state(procurement, site.now)
    award = next(iter(procurement.awards.values()), None)
    specimen = is_specimen(procurement)
    sealed = opportunity.bids == "sealed"
    # A forge's page for a new file would send in clear what is to be sealed first.
    new_file, paste = _new_file(edition, procurement) if form and not sealed else ("", "")
    return _View(
        opportunity=opportunity,
        ref=ref,
        state="specimen" if specimen and at in _UNDER_WAY else at,
        shape=_SHAPES.get(at, "past"),
        said=_said(edition, procurement, at),
        organization=procurement.organization.name[edition.language] if procurement.organization else "",
        specimen=specimen,
        takes_bids=bool(form),
        price_detail=of_award(edition, award.value, opportunity.tax_place) if award else beside(edition, opportunity),
        tax_text=in_terms(edition, opportunity),
        mailbox=contact(opportunity, procurement.organization, site.settings),
        skills=shared(opportunity.target.skills),
        description=told(opportunity.description[edition.language]),
        where=_where(edition, opportunity),
        valid_until=valid_until(edition, opportunity),
        terms_page=between(path, f"terms/{opportunity.terms}") if opportunity.terms in site.terms else "",
        rerun_page=between(path, f"opportunities/{opportunity.rerun_of}") if opportunity.rerun_of in site.refs else "",
        end=procurement.cancellation,
        award=award,
        award_page=between(path, award_path(ref, award.bidder)) if award else "",
        winner=shown(procurement, award.bidder) if award else "",
        winner_by_login=award is not None and shown(procurement, award.bidder) == award.bidder,
        counted=award is not None or (procurement.cancellation is not None and procurement.closing is not None),
        received=received(procurement, award),
        passed=passed(procurement, award),
        step=edition.round_money(opportunity.price_step) if opportunity.price_step is not None else "",
        since=edition.instant(opportunity.counts_from) if opportunity.counts_from else "",
        promises=promises(edition, procurement, opportunity),
        # An award has its own page, which tells them.
        rulings=ruled(edition, procurement) if award is None else (),
        keeper=person(edition, procurement, procurement.sealing.keeper) if procurement.sealing else Markup(),
        key=procurement.sealing.recipient if procurement.sealing else "",
        guide=between(path, "guide/how-a-winner-follows"),
        program=between(path, "guide/suppliers") + "#program",
        new_file=new_file,
        paste=paste,
        form=form,
        git=_git(edition, ref, sealed=sealed) if form else Markup(),
    )


def received(procurement: Procurement, award: Award | None) -> int:
    """How many bids there were; 0 before an outcome tells it."""
    if award and award.bids:
        return len(award.bids)
    return len(procurement.closing.bids) if procurement.closing else 0


def passed(procurement: Procurement, award: Award | None) -> int | None:
    """How many of them passed; None where main does not tell it."""
    return sum(row.passed for row in award.bids) if award and award.bids else passing(procurement)


def valid_until(edition: Edition, opportunity: Opportunity) -> date:
    """The last day on which bids are open."""
    return edition.day(opportunity.closes_at) + timedelta(days=opportunity.bid_valid_days)


def _said(edition: Edition, procurement: Procurement, at: State) -> Markup:
    if at == "awarded":
        award = next(iter(procurement.awards.values()))
        return edition.words.say("state.awarded", on=edition.in_full(award.decided_at))
    if procurement.cancellation and at in ("unsuccessful", "cancelled"):
        return end_of(edition, procurement.cancellation, at)
    return edition.words.say("note.specimen" if is_specimen(procurement) else "state.evaluation")


def _where(edition: Edition, opportunity: Opportunity) -> Markup:
    """Where the work takes place; an address that a page may not lead to is shown as text."""
    repository, issue = opportunity.target.repository, opportunity.target.issue
    if repository and issue:
        return edition.words.say("opportunity.where-issue", repository=_lead(repository), issue=_lead(issue))
    if repository:
        return edition.words.say("opportunity.where", repository=_lead(repository))
    return edition.words.say("opportunity.where-issue-only", issue=_lead(issue)) if issue else Markup()


def _lead(address: str) -> Markup:
    if host(address) is None:
        return Markup("<code>{}</code>").format(address)
    text = address.partition("://")[2]
    return Markup('<a href="{}" rel="nofollow ugc noreferrer">{}</a>').format(address, text)


def _new_file(edition: Edition, procurement: Procurement) -> tuple[str, str]:
    """The forge's page for a new file, with the bid in it; where that is too long, the same page without it.

    What is not ASCII stands as it is, as HTML allows: half the bytes, and the browser encodes it.
    """
    repository = edition.site.settings.repository
    if not repository or repository.kind != "github":
        return "", ""
    text = brief_bid_form(procurement, edition.site.settings, edition.language)
    start = f"{repository.url}/new/{quote(repository.branch)}?filename={quote(bid_path(procurement.ref, PLACEHOLDER))}"
    length = len(f"{start}&value=") + _encoded(text)
    return (f"{start}&value={text.translate(_IN_QUERY)}", "") if length < LONGEST else ("", start)


class _InQuery(dict[int, str]):
    """Each character as it stands in a value of an address, by its number; found once, and kept.

    Letters stand as they are. So do the spaces of French typography, which are no printable characters to Python, and
    which a browser encodes like letters.
    """

    def __missing__(self, number: int) -> str:
        """What stands for a character that was not asked for before."""
        character = chr(number)
        as_it_is = number > 127 and (character.isprintable() or character in "\u00a0\u202f")
        self[number] = character if as_it_is else quote_plus(character, safe="/:,;!()?'@*$=")
        return self[number]


_IN_QUERY = _InQuery()


def _encoded(text: str) -> int:
    """How long *text* is where everything is encoded that may be."""
    data = text.encode()
    return len(data) + 2 * len(data.translate(None, _PLAIN))


def _git(edition: Edition, ref: str, *, sealed: bool) -> Markup:
    # The check is a help, not a condition: nobody needs the program to bid in clear.
    lines = [line for line in git_lines(ref, PLACEHOLDER, sealed=sealed) if not line.startswith("board check")]
    if sealed:
        # What seals a bid also writes the form.
        lines.insert(1, f"board new bid {ref} --as {PLACEHOLDER}")
    text = "\n".join((*clone_lines(edition.site.settings), *lines))
    return Markup(escape(text, quote=False))  # noqa: S704 - a quotation mark ends nothing in a text
