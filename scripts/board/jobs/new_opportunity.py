"""What the program fills in where somebody posts an opportunity."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from board.core.text import Text
from board.model.board import BoardSettings
from board.model.policy import Policy
from board.model.procurement import Board
from board.model.reference import is_ref
from board.render.method_form import LOWEST_PRICE, Chosen
from board.render.opportunity_form import Draft
from board.state.calendar import add_business_days
from board.state.demands import DEMANDS
from board.state.promising import keeper, promisers
from board.state.tax import largest_price

# Bids close in the afternoon, when somebody answers the mailbox and a supplier who works by day has had the morning.
_CLOSING = time(14)
_HOUR = timedelta(hours=1)
_LICENCE = "MIT"
# Business days between the posting and the first instant at which finished work counts.
_HEAD_START = 2
# Of two people, whose secrets give the order of a draw.
_PROMISES = 2

_NO_REF = Text(
    "{ref} is no reference, such as dex-mex/2026/date-filter: organization, year, name",
    "{ref} n’est pas une référence, comme dex-mex/2026/date-filter\u00a0: organisation, année, nom",
)
_NO_ORGANIZATION = Text(
    "This board has no valid organization called {found}; it has: {known}",
    "Ce tableau n’a pas d’organisation valide nommée {found}\u202f; il a\u00a0: {known}",
)
_OTHER_YEAR = Text(
    "It would be posted in {year}: write {ref}", "L’occasion serait affichée en {year}\u00a0: écrivez {ref}"
)
NOTHING_ABOVE = Text(
    "This folder has no valid board.yml and policy.yml: run board check",
    "Ce dossier n’a pas de board.yml et de policy.yml valides\u00a0: lancez board check",
)
_NO_TERMS = Text(
    "This board has no complete terms under opportunities/terms",
    "Ce tableau n’a pas de conditions complètes sous opportunities/terms",
)
_NO_METHOD = Text(
    "policy.yml does not allow the method {method}; it allows: {methods}",
    "policy.yml n’admet pas la méthode {method}\u202f; elle admet\u00a0: {methods}",
)
_SEALED_AUCTION = Text(
    "In {method} rivals lower their bids by what they see: --bids public",
    "Dans {method}, les rivaux baissent leurs soumissions d’après ce qu’ils voient\u00a0: --bids public",
)
_NO_LIMIT = Text(
    "policy.yml has no threshold ldv-services for {on}", "policy.yml n’a pas de seuil ldv-services pour le {on}"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was written.

    Attributes:
        text: The sentence.
        values: What stands for its placeholders.
    """

    text: Text
    values: dict[str, str] = field(default_factory=dict)


def draft(ref: str, board: Board, now: datetime, chosen: Chosen = LOWEST_PRICE) -> Draft | Refusal:
    """What is known of the opportunity *ref*, posted at the next full hour and open for the least number of days."""
    settings, policy = board.settings, board.policy
    if not is_ref(ref):
        return Refusal(_NO_REF, {"ref": ref})
    if settings is None or policy is None:
        return Refusal(NOTHING_ABOVE)
    organization, _, slug = ref.split("/")
    if organization not in board.organizations:
        known = ", ".join(sorted(board.organizations)) or "–"
        return Refusal(_NO_ORGANIZATION, {"found": organization, "known": known})
    published = _next_hour(now, settings)
    if ref.split("/")[1] != f"{published:%Y}":
        return Refusal(_OTHER_YEAR, {"year": f"{published:%Y}", "ref": f"{organization}/{published:%Y}/{slug}"})
    if not board.terms:
        return Refusal(_NO_TERMS)
    refusal = _not_that_way(chosen, policy)
    if refusal:
        return refusal
    ceiling = policy.ceiling("services", published.date())
    if ceiling is None:
        return Refusal(_NO_LIMIT, {"on": published.date().isoformat()})
    made = _draft(ref, settings, policy, max(board.terms, key=_in_order), published, ceiling.amount, chosen)
    return replace(made, keeper=keeper(board.organizations[organization], published.date()))


def to_paste(draft: Draft, board: Board, *, keyed: bool) -> tuple[str, ...]:
    """Who is still to make what the posting lacks, by login: the key to which bids are sealed, promises to a draw.

    Args:
        draft: Of the posting, with the promises that were given.
        board: On which it is posted.
        keyed: Whether the key was given.
    """
    chosen, on = draft.chosen, draft.published_at.date()
    promised = {one.by for one in chosen.commitments}
    organization = board.organizations[draft.ref.split("/")[0]]
    keeps = (draft.keeper,) if chosen.bids == "sealed" and not keyed else ()
    draws = DEMANDS[chosen.method].draw and len(promised) < _PROMISES
    return tuple(dict.fromkeys((*keeps, *(promisers(organization, on, promised) if draws else ()))))


def _not_that_way(chosen: Chosen, policy: Policy) -> Refusal | None:
    """Why nothing can be posted by that method; None where it can."""
    if chosen.method not in policy.methods:
        return Refusal(_NO_METHOD, {"method": chosen.method, "methods": ", ".join(policy.methods)})
    sealed_auction = DEMANDS[chosen.method].auction and chosen.bids == "sealed"
    return Refusal(_SEALED_AUCTION, {"method": chosen.method}) if sealed_auction else None


def _draft(
    ref: str,
    settings: BoardSettings,
    policy: Policy,
    terms: str,
    published: datetime,
    ceiling: Decimal,
    chosen: Chosen,
) -> Draft:
    on, demands = published.date(), DEMANDS[chosen.method]
    days = policy.days.open_min_rated if demands.rated else policy.days.open_min
    counts = datetime.combine(add_business_days(on, _HEAD_START), published.time(), published.tzinfo)
    highest, fast = policy.highest_tax(on), policy.threshold("fast-track", on)
    last_day = add_business_days(on, days)
    questions_day = add_business_days(last_day, -policy.days.questions_before_closing)
    return Draft(
        ref=ref,
        settings=settings,
        published_at=published,
        questions_close_at=datetime.combine(questions_day, _CLOSING, published.tzinfo),
        closes_at=datetime.combine(last_day, _CLOSING, published.tzinfo),
        terms=terms,
        licence=_LICENCE if _LICENCE in policy.licences else policy.licences[0],
        open_days=days,
        fast_track=largest_price(fast.amount, highest) if fast else None,
        largest=largest_price(ceiling, highest),
        methods=policy.methods,
        chosen=replace(chosen, counts_from=counts if demands.delivered else None),
        places=tuple(sorted({rate.place for rate in policy.taxes if policy.taxes_of(rate.place, on)})),
    )


def _next_hour(now: datetime, settings: BoardSettings) -> datetime:
    """The next full hour after *now*, in the zone of the board."""
    local = now.astimezone(ZoneInfo(settings.zone))
    # Reckoned on the line of time and not on the clock of the wall, which jumps twice a year.
    since = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return (now - since + _HOUR).astimezone(local.tzinfo)


def _in_order(version: str) -> tuple[tuple[int, str], ...]:
    """Versions as people count them: 2026-10 comes after 2026-9."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split("-", version))
