"""A ranking, for a person at a terminal and for programs: every bid, what it came to, and why one is first."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from fractions import Fraction

from board.core.text import Language, Text
from board.model.evaluation import CriterionResult
from board.render import locale
from board.render.reason import reason
from board.state.canonical import money
from board.state.ranking import Explained, Ranking, Reason

_PASSES = Text("{place}. {bidder}: {facts}", "{place}. {bidder}\u00a0: {facts}")
_FAILS = Text("–  {bidder}: does not pass; {facts}", "–  {bidder}\u00a0: non conforme\u202f; {facts}")
_UNJUDGED = Text(
    "–  {bidder}: not judged, since earlier work passes; {facts}",
    "–  {bidder}\u00a0: non jugée, un travail antérieur étant conforme\u202f; {facts}",
)
# What stands among the findings of a bid that nobody judged, or need judge.
_NOT_JUDGED = "not-judged"
_PRICE = Text("{price} before tax", "{price} avant taxes")
_NO_PRICE = Text("no price", "aucun prix")
_RATING = Text("rating {rating} of 100", "cote de {rating} sur 100")
_SCORE = Text("result {score} of 100", "résultat de {score} sur 100")
_DRAWN = Text("number {drawn} in the order drawn", "rang {drawn} de l’ordre tiré au sort")
_ARRIVED = Text("arrived {at}", "arrivée le {at}")
_PASSED = Text("passes {criterion}", "satisfait à {criterion}")
_FAILED = Text("fails {criterion}", "ne satisfait pas à {criterion}")
_SCORED = Text("{criterion} {score}", "{criterion} {score}")
_AGAINST = Text("refused by {findings}", "refusée par {findings}")
_BETWEEN = Text("; ", "\u202f; ")
_TIED = Text("tied", "à égalité")
_NOBODY = Text("No bid passes.", "Aucune soumission n’est conforme.")
_NONE = Text("There is no bid.", "Il n’y a aucune soumission.")
_DRAW = Text(
    "Nobody is selected before the draw: board draw {ref}",
    "Personne n’est choisi avant le tirage au sort\u00a0: board draw {ref}",
)
_UNDECIDED = Text("Nothing on the record decides between {bidders}.", "Rien au registre ne départage {bidders}.")
_LOOSE = Text(
    "This rests on the bids that lie here, and on no closing.",
    "Ceci repose sur les soumissions qui se trouvent ici, et sur aucune clôture.",
)


def ranking_lines(
    ref: str, ranking: Ranking, language: Language, zone: tzinfo, *, draw: bool, closed: bool
) -> Iterator[str]:
    """The bids in their order, then why who is selected is.

    Args:
        ref: Of the opportunity.
        ranking: The ranking.
        language: Of the lines.
        zone: In which instants are told.
        draw: Whether a draw is still needed.
        closed: Whether it rests on a closing.
    """
    if not closed:
        yield _LOOSE[language]
    for row in ranking.explained:
        facts = _BETWEEN[language].join(_facts(row, language, zone))
        place = locale.number(row.place, language)
        told = _PASSES if row.passes else _UNJUDGED if _NOT_JUDGED in row.findings else _FAILS
        yield told[language].format(place=place, bidder=row.bidder, facts=facts)
    for why in ranking.reasons:
        yield reason(why, closed=closed)[language]
    if draw:
        yield _DRAW[language].format(ref=ref)
    elif ranking.undecided:
        yield _UNDECIDED[language].format(bidders=locale.joined(ranking.undecided, language))
    elif not ranking.passing:
        yield (_NOBODY if ranking.received else _NONE)[language]


def _facts(row: Explained, language: Language, zone: tzinfo) -> Iterator[str]:
    if row.price is None:
        yield _NO_PRICE[language]
    else:
        yield _PRICE[language].format(price=locale.money(row.price, language))
    if row.score is not None:
        yield _SCORE[language].format(score=locale.points(row.score, language))
    if row.rating is not None:
        yield _RATING[language].format(rating=locale.points(row.rating, language))
    if row.drawn:
        yield _DRAWN[language].format(drawn=locale.number(row.drawn, language))
    if row.arrived:
        yield _ARRIVED[language].format(at=locale.instant(row.arrived, zone, language))
    yield from (_criterion(one, language) for one in row.criteria)
    against = [name for name in row.findings if name != _NOT_JUDGED]
    if against:
        yield _AGAINST[language].format(findings=locale.joined(against, language))
    if row.undecided:
        yield _TIED[language]


def _criterion(one: CriterionResult, language: Language) -> str:
    if one.score is not None:
        return _SCORED[language].format(criterion=one.id, score=locale.points(Fraction(one.score), language))
    return (_PASSED if one.passed else _FAILED)[language].format(criterion=one.id)


def ranking_member(ranking: Ranking, *, draw: bool, closed: bool) -> Mapping[str, object]:
    """The same for programs; a rating is exact, as text, and a fraction where it has no end."""
    return {
        "bids": [_row(row) for row in ranking.explained],
        "selected": list(ranking.selected),
        "undecided": list(ranking.undecided),
        "reasons": [_why(why, closed=closed) for why in ranking.reasons],
        "draw_needed": draw,
        "closed": closed,
    }


def _why(why: Reason, *, closed: bool) -> Mapping[str, object]:
    told = reason(why, closed=closed)
    return {"bidder": why.bidder, "en": told.en, "fr": told.fr}


def _row(row: Explained) -> Mapping[str, object]:
    return {
        "bidder": row.bidder,
        "price": money(row.price) if row.price is not None else None,
        "passes": row.passes,
        "place": row.place or None,
        "rating": _exact(row.rating),
        "score": _exact(row.score),
        "drawn": row.drawn or None,
        "arrived": row.arrived.isoformat() if row.arrived else None,
        "criteria": [
            {"id": one.id, "passed": one.passed, "score": str(one.score) if one.score is not None else None}
            for one in row.criteria
        ],
        "findings": list(row.findings),
        "tie_break": row.tie_break or None,
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
