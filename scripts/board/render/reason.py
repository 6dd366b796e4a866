"""Why a bid was selected, as the sentences of `award.yml`; generated, so that translation never delays an award.

History is compared with these sentences, so one that is reworded keeps its old form beside it.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from board.core.text import Bilingual, Language, Text
from board.render import locale
from board.state.ranking import Reason

_METHODS: Mapping[str, Text] = {
    "fixed-price-draw": Text("Fixed price, draw.", "Prix fixe, tirage au sort."),
    "fixed-price-rated": Text("Fixed price, highest rating.", "Prix fixe, cote la plus élevée."),
    "lowest-price": Text("Lowest price.", "Prix le plus bas."),
    "reverse-auction": Text("Reverse auction.", "Enchère inversée."),
    "rated": Text("Best combination of rating and price.", "Meilleure combinaison de la cote et du prix."),
    "first-compliant": Text("First compliant work.", "Premier travail conforme."),
}

# The ground on which a method places a bid; the facts are those of `Reason`.
_GROUNDS: Mapping[str, Text] = {
    "fixed-price-draw": Text(
        "{bidder} is number {drawn} in the order drawn and the first that passes",
        "{bidder} occupe le rang {drawn} de l’ordre tiré au sort et est le premier soumissionnaire de cet ordre à "
        "satisfaire à tous les critères",
    ),
    "fixed-price-rated": Text(
        "{bidder} has the highest rating of those that pass, {rating} of 100",
        "{bidder} a la cote la plus élevée des soumissions conformes, {rating} sur 100",
    ),
    "lowest-price": Text(
        "{bidder} has the lowest price before tax of those that pass, {price}",
        "{bidder} a le prix avant taxes le plus bas des soumissions conformes, {price}",
    ),
    "reverse-auction": Text(
        "At closing {bidder} has the lowest price before tax of those that pass, {price}",
        "À la clôture, {bidder} a le prix avant taxes le plus bas des soumissions conformes, {price}",
    ),
    "rated": Text(
        "{bidder} has the best result of those that pass, {score} of 100: a rating of {rating} and a price before tax "
        "of {price}, which weighs {weight}",
        "{bidder} a le meilleur résultat des soumissions conformes, {score} sur 100\u00a0: une cote de {rating} et un "
        "prix avant taxes de {price}, dont le poids est de {weight}",
    ),
    "first-compliant": Text(
        "The work of {bidder} arrived first of those that pass, at the fixed price of {price} before tax",
        "Le travail de {bidder} est arrivé le premier de ceux qui sont conformes, au prix fixe de {price} avant taxes",
    ),
}
_ONLY = Text(
    "It is that of {bidder}, at {price} before tax", "C’est celle que présente {bidder}, à {price} avant taxes"
)
_OFFERED = Text("{offered} awards are offered.", "{offered} attributions sont offertes.")
_PLACES: Mapping[str, Text] = {
    "fixed-price-draw": Text(
        "{bidder} is number {drawn} in the order drawn and has place {place} of those that pass",
        "{bidder} occupe le rang {drawn} de l’ordre tiré au sort et le rang {place} de ceux qui satisfont à tous les "
        "critères",
    ),
    "fixed-price-rated": Text(
        "By rating, {bidder} has place {place} of those that pass, {rating} of 100",
        "Par cote, {bidder} occupe le rang {place} des soumissions conformes, {rating} sur 100",
    ),
    "lowest-price": Text(
        "By price before tax, {bidder} has place {place} of those that pass, {price}",
        "Par prix avant taxes, {bidder} occupe le rang {place} des soumissions conformes, {price}",
    ),
    "reverse-auction": Text(
        "By price before tax at closing, {bidder} has place {place} of those that pass, {price}",
        "Par prix avant taxes à la clôture, {bidder} occupe le rang {place} des soumissions conformes, {price}",
    ),
    "rated": Text(
        "By rating and price, {bidder} has place {place} of those that pass, {score} of 100: a rating of {rating} and "
        "a price before tax of {price}, which weighs {weight}",
        "Par cote et prix, {bidder} occupe le rang {place} des soumissions conformes, {score} sur 100\u00a0: une cote "
        "de {rating} et un prix avant taxes de {price}, dont le poids est de {weight}",
    ),
    "first-compliant": Text(
        "By arrival, the work of {bidder} has place {place} of those that pass, at the fixed price of {price} before "
        "tax",
        "Par ordre d’arrivée, le travail de {bidder} occupe le rang {place} de ceux qui sont conformes, au prix fixe "
        "de {price} avant taxes",
    ),
}

# The same while bids may still come.
_SO_FAR: Mapping[str, Text] = {
    "reverse-auction": Text(
        "So far {bidder} has the lowest price before tax of those that pass, {price}",
        "Pour l’instant, {bidder} a le prix avant taxes le plus bas des soumissions conformes, {price}",
    ),
}
_PLACES_SO_FAR: Mapping[str, Text] = {
    "reverse-auction": Text(
        "By price before tax so far, {bidder} has place {place} of those that pass, {price}",
        "Par prix avant taxes, {bidder} occupe pour l’instant le rang {place} des soumissions conformes, {price}",
    ),
}

# What decided between equals, said behind the ground; where nothing is said of a method it leaves nobody equal.
_EARLIEST: Mapping[str, Text] = {
    "price": Text(
        "; of the bids at this price, it arrived first",
        "\u202f; des soumissions à ce prix, la sienne est arrivée la première",
    ),
    "result": Text(
        "; of the bids with this result, it arrived first",
        "\u202f; des soumissions qui ont ce résultat, la sienne est arrivée la première",
    ),
}
_DRAWN: Mapping[str, Text] = {
    "price": Text(
        "; of the bids at this price, it comes first in the order drawn, in which it is number {drawn}",
        "\u202f; des soumissions à ce prix, la sienne vient la première dans l’ordre tiré au sort, où elle occupe le "
        "rang {drawn}",
    ),
    "result": Text(
        "; of the bids with this result, it comes first in the order drawn, in which it is number {drawn}",
        "\u202f; des soumissions qui ont ce résultat, la sienne vient la première dans l’ordre tiré au sort, où elle "
        "occupe le rang {drawn}",
    ),
}
_TIES: Mapping[str, Mapping[str, Text]] = {"earliest": _EARLIEST, "draw": _DRAWN}
_EQUAL_BY: Mapping[str, str] = {"lowest-price": "price", "reverse-auction": "price"}

_COUNTS: Mapping[str, Text] = {
    "one": Text("{received} bid, which passes.", "{received} soumission, qui est conforme."),
    "both": Text("{received} bids, both of which pass.", "{received} soumissions, toutes deux conformes."),
    "all": Text("{received} bids, all of which pass.", "{received} soumissions, toutes conformes."),
    "single": Text("{received} bids, one of which passes.", "{received} soumissions, dont une est conforme."),
    "some": Text("{received} bids, {passing} of which pass.", "{received} soumissions, dont {passing} sont conformes."),
}
# Work that arrived later is not judged at all once enough passes, and nobody knows whether it would.
_IN_TURN = Text(
    "{received} bids, judged in the order of arrival.", "{received} soumissions, jugées dans l’ordre d’arrivée."
)
_COUNTS_IN_TURN: Mapping[str, Text] = {"one": _COUNTS["one"]} | dict.fromkeys(
    ("both", "all", "single", "some"), _IN_TURN
)
# A draw is over all bids of record, before anybody looks which of them pass.
_COUNTS_DRAWN: Mapping[str, Text] = {
    "one": Text(
        "{received} bid of record, which passes every mandatory criterion.",
        "{received} soumission retenue à la clôture, qui satisfait à tous les critères obligatoires.",
    ),
    "both": Text(
        "{received} bids of record; both pass every mandatory criterion.",
        "{received} soumissions retenues à la clôture\u202f; toutes deux satisfont à tous les critères obligatoires.",
    ),
    "all": Text(
        "{received} bids of record; all pass every mandatory criterion.",
        "{received} soumissions retenues à la clôture\u202f; toutes satisfont à tous les critères obligatoires.",
    ),
    "single": Text(
        "{received} bids of record; one passes every mandatory criterion.",
        "{received} soumissions retenues à la clôture\u202f; une satisfait à tous les critères obligatoires.",
    ),
    "some": Text(
        "{received} bids of record; {passing} pass every mandatory criterion.",
        "{received} soumissions retenues à la clôture\u202f; {passing} satisfont à tous les critères obligatoires.",
    ),
}
_COUNTS_OF = {"fixed-price-draw": _COUNTS_DRAWN, "first-compliant": _COUNTS_IN_TURN}

# A sentence does not begin with a figure; « soumission » and « attribution » are feminine.
_WORDS: Mapping[Language, Sequence[str]] = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
    ),
    "fr": (
        *("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"),
    ),
}


def reason(why: Reason, name: str = "", *, closed: bool = True) -> Bilingual:
    """The reason of an award in both languages.

    Args:
        why: What the ranking says.
        name: Under which the supplier is shown; empty for the login.
        closed: Whether it rests on a closing; an award always does.

    Raises:
        KeyError: The method of *why* has no sentence.
    """
    return Bilingual(_in(why, name, "en", closed=closed), _in(why, name, "fr", closed=closed))


def _in(why: Reason, name: str, language: Language, *, closed: bool) -> str:
    facts = {
        "bidder": name or why.bidder,
        "price": locale.money(why.price, language) if why.price is not None else "",
        "received": _number(why.received, language).capitalize(),
        "passing": _number(why.passing, language),
        "offered": _number(why.offered, language).capitalize(),
        "place": locale.number(why.place, language),
        "drawn": locale.number(why.drawn, language),
        "rating": locale.points(why.rating, language) if why.rating is not None else "",
        "score": locale.points(why.score, language) if why.score is not None else "",
        "weight": locale.percent(Decimal(why.weight), language),
    }
    counts = _COUNTS_OF.get(why.method, _COUNTS)
    several = [_OFFERED[language]] if why.offered > 1 else []
    ground = _ground(why, language, closed=closed)
    sentences = (_METHODS[why.method][language], counts[_count(why)][language], *several, f"{ground}.")
    return " ".join(sentences).format_map(facts)


def _ground(why: Reason, language: Language, *, closed: bool) -> str:
    grounds, places = (_GROUNDS, _PLACES) if closed else ({**_GROUNDS, **_SO_FAR}, {**_PLACES, **_PLACES_SO_FAR})
    if why.offered > 1:
        ground = places[why.method]
    else:
        in_turn = why.method == "first-compliant" and why.received > 1
        ground = _ONLY if why.passing == 1 and not (why.drawn or in_turn) else grounds[why.method]
    ties = _TIES.get(why.tie_break, {})
    return ground[language] + (ties[_EQUAL_BY.get(why.method, "result")][language] if ties else "")


def _count(why: Reason) -> str:
    if why.passing == why.received:
        return {1: "one", 2: "both"}.get(why.received, "all")
    return "single" if why.passing == 1 else "some"


def _number(count: int, language: Language) -> str:
    words = _WORDS[language]
    return words[count] if count < len(words) else locale.number(count, language)
