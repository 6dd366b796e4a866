"""CHG120 late-amendment."""

from collections.abc import Iterator

from board.core.fact import Fact
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context, inclusive
from board.model.opportunity import Opportunity
from board.model.reference import opportunity_path
from board.state.calendar import business_days_between

# The rule of section 9 of the procurement page, counted as the calendar counts.
_DAYS = 2

_ASKED = (
    "price",
    "evaluation_criteria",
    "acceptance_criteria",
    "deliverables",
    "work_period",
    "closes_at",
    "questions_close_at",
)


@rule(
    "CHG120",
    "late-amendment",
    en=(
        "What suppliers answer is changed on {now}, and the closing is {closing}: fewer than {days} business "
        "days remain."
    ),
    fr=(
        "Ce à quoi les fournisseurs répondent est modifié le {now}, et la clôture est le {closing}\u00a0: il "
        "reste moins de {days} jours ouvrables."
    ),
    fix_en="Move closes_at so that at least {days} business days remain; after the closing, cancel and post again.",
    fix_fr=(
        "Reportez closes_at de sorte qu’il reste au moins {days} jours ouvrables\u202f; après la clôture, annulez "
        "l’occasion et affichez-la de nouveau."
    ),
)
def late_amendment(change_set: ChangeSet, context: Context) -> Iterator[Violation]:
    """Who has bid must be able to bid anew: after a change of price, criteria, deliverables or dates time remains."""
    for ref, request in change_set.requests.items():
        revised = change_set.revised.get(ref)
        if revised is None or request.published_at > context.now or not _asks_otherwise(request, revised):
            continue
        today = context.now.astimezone(context.zone).date()
        left = business_days_between(today, revised.closes_at.astimezone(context.zone).date())
        if context.now >= inclusive(request.closes_at) or left < _DAYS:
            facts: dict[str, Fact] = {"now": context.now, "closing": revised.closes_at, "days": _DAYS}
            yield Violation("/closes_at", facts, path=opportunity_path(ref))


def _asks_otherwise(request: Opportunity, revised: Opportunity) -> bool:
    return any(request.fields.get(key) != revised.fields.get(key) for key in _ASKED)
