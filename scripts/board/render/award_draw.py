"""The draw on the page of an award: commitments, secrets, the text of the seed, and the order, to compute again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from board.model.draw import Draws
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.render import locale
from board.render.draw_words import trust_lines
from board.render.edition import Edition
from board.state.draw import Entry, commitment_of, entries_of, is_bytes, seed_of, seed_text, trust_of
from board.state.told import salt_of


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment and what became of it.

    Attributes:
        by: Position and login.
        sha256: Of the secret.
        secret: In hexadecimal; empty where it was not shown.
    """

    by: Markup
    sha256: str
    secret: str


@dataclass(frozen=True, slots=True)
class _Held:
    """One draw."""

    number: int
    promises: tuple[Promise, ...]
    withheld_by: str
    text: str
    seed: str
    order: str


@dataclass(frozen=True, slots=True)
class DrawView:
    """What the template is given; the names are its own.

    Attributes:
        lead: Who promised, and how it went.
        done_at: When the evaluation was finished; None where nothing was evaluated.
        evaluation: SHA-256 of `evaluation.yml`; empty where nothing was evaluated.
        bids: How many bids of record were drawn.
        held: Every draw, those that were given up too.
        worth: What somebody would have had to know.
    """

    lead: Markup
    done_at: datetime | None
    evaluation: str
    bids: int
    held: tuple[_Held, ...]
    worth: tuple[str, ...]


def draw_view(edition: Edition, procurement: Procurement, opportunity: Opportunity) -> DrawView | None:
    """The draws of a procurement; None where none was held."""
    draws, closing = procurement.draws, procurement.closing
    if draws is None or closing is None or not draws.draws:
        return None
    entries = entries_of(closing, {row.bidder: salt_of(procurement, row.bidder) for row in closing.bids})
    evaluation = procurement.evaluation
    alone = len({one.by for one in opportunity.commitments}) == 1
    return DrawView(
        lead=edition.words.say("draw.text-one" if alone else "draw.text-two"),
        done_at=max((one.done_at for one in evaluation.evaluators), default=None) if evaluation else None,
        evaluation=draws.evaluation_sha256,
        bids=len(closing.bids),
        held=tuple(_draws(edition, procurement, opportunity, draws, entries)),
        worth=tuple(trust_lines(trust_of(draws.draws, entries), edition.language)),
    )


def person(edition: Edition, procurement: Procurement, login: str) -> Markup:
    """Login and position of somebody who acts for the organization."""
    organization = procurement.organization
    found = organization.person(login) if organization else None
    if found is None:
        return Markup("{}").format(login)
    return edition.words.say("proof.officer", login=login, position=found.position[edition.language])


def promises(edition: Edition, procurement: Procurement, opportunity: Opportunity) -> tuple[Promise, ...]:
    """The commitments as they were posted, before any secret is shown."""
    return tuple(Promise(person(edition, procurement, one.by), one.sha256, "") for one in opportunity.commitments)


def _draws(
    edition: Edition, procurement: Procurement, opportunity: Opportunity, draws: Draws, entries: tuple[Entry, ...]
) -> Iterator[_Held]:
    for held in draws.draws:
        commitments = held.commitments or opportunity.commitments
        # A promise is known by its hash: one person may have made both.
        shown = {commitment_of(one.secret): one.secret for one in held.secrets if is_bytes(one.secret)}
        rows = tuple(
            Promise(person(edition, procurement, one.by), one.sha256, shown.get(one.sha256, "")) for one in commitments
        )
        text = seed_text(procurement.ref, held.number, entries, [one.secret for one in held.secrets], held.beacon)
        # Lines that do not give the seed would be a promise that the page breaks.
        yield _Held(
            held.number,
            rows,
            held.withheld_by,
            text.decode() if seed_of(text) == held.seed else "",
            held.seed,
            locale.joined(held.order, edition.language),
        )
