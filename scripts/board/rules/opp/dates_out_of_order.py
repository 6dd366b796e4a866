"""OPP109 dates-out-of-order."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement

_CLOSES = "closes_at"


@rule(
    "OPP109",
    "dates-out-of-order",
    en="{second} is {found}, and {first} is {given}: these are out of order.",
    fr="{second} est fixé au {found}, et {first} au {given}\u00a0: ces dates ne sont pas dans l’ordre.",
    fix_en="Put the dates in order: publication, end of questions, closing, award, beginning and end of the work.",
    fix_fr="Mettez les dates dans l’ordre\u00a0: publication, fin des questions, clôture, attribution, début et fin "
    "des travaux.",
)
def dates_out_of_order(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """A purchase goes forward: it is published, asked about, closed, awarded, worked on and delivered.

    Questions may close with the bids, and work may begin on the day of the closing; it cannot end on that day.
    """
    request = procurement.opportunity
    if request is None:
        return
    instants = {"published_at": request.published_at, "questions_close_at": request.questions_close_at}
    instants[_CLOSES] = request.closes_at
    for first, second, together in _INSTANTS:
        given, found = instants[first], instants[second]
        if found < given or (found == given and not together):
            names = {"first": Verbatim(first), "second": Verbatim(second)}
            yield Violation(f"/{second}", {**names, "given": given, "found": found})
    closing = request.closes_at.astimezone(context.zone).date()
    days = {_CLOSES: closing, "award_by": request.award_by, "work_period.start": request.work_start}
    days["work_period.end"] = request.work_end
    for first, second, together in _DAYS:
        on, later = days[first], days[second]
        if on is not None and later is not None and (later < on or (later == on and not together)):
            names = {"first": Verbatim(first), "second": Verbatim(second)}
            yield Violation("/" + second.replace(".", "/"), {**names, "given": on, "found": later})


_INSTANTS = (("published_at", "questions_close_at", False), ("questions_close_at", _CLOSES, True))
_DAYS = (
    (_CLOSES, "award_by", True),
    (_CLOSES, "work_period.start", True),
    (_CLOSES, "work_period.end", False),
    ("award_by", "work_period.start", True),
    ("work_period.start", "work_period.end", True),
)
