"""Why a bid was selected, as the sentences of `award.yml`; generated, so that translation never delays an award.

History is compared with these sentences, so one that is reworded keeps its old form beside it.
"""

from collections.abc import Mapping, Sequence

from board.core.text import Bilingual, Language, Text
from board.render import locale
from board.state.ranking import Reason

_METHODS: Mapping[str, Text] = {"lowest-price": Text("Lowest price.", "Prix le plus bas.")}

# The ground on which a method places a bid; the facts are those of `Reason`.
_GROUNDS: Mapping[str, Text] = {
    "lowest-price": Text(
        "{bidder} has the lowest price before tax of those that pass, {price}",
        "{bidder} a le prix avant taxes le plus bas des soumissions conformes, {price}",
    )
}
_ONLY = Text(
    "It is that of {bidder}, at {price} before tax", "C’est celle que présente {bidder}, à {price} avant taxes"
)
_PLACE = Text(
    "{offered} awards are offered. By price before tax, {bidder} has place {place} of those that pass, {price}",
    "{offered} attributions sont offertes. Par prix avant taxes, {bidder} occupe le rang {place} des soumissions "
    "conformes, {price}",
)
_EARLIEST = Text(
    "; of the bids at this price, it arrived first",
    "\u202f; des soumissions à ce prix, la sienne est arrivée la première",
)
_COUNTS: Mapping[str, Text] = {
    "one": Text("{received} bid, which passes.", "{received} soumission, qui est conforme."),
    "both": Text("{received} bids, both of which pass.", "{received} soumissions, toutes deux conformes."),
    "all": Text("{received} bids, all of which pass.", "{received} soumissions, toutes conformes."),
    "single": Text("{received} bids, one of which passes.", "{received} soumissions, dont une est conforme."),
    "some": Text("{received} bids, {passing} of which pass.", "{received} soumissions, dont {passing} sont conformes."),
}

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


def reason(why: Reason) -> Bilingual:
    """The reason of an award in both languages.

    Raises:
        KeyError: The method of *why* has no sentence.
    """
    return Bilingual(_in(why, "en"), _in(why, "fr"))


def _in(why: Reason, language: Language) -> str:
    facts = {
        "bidder": why.bidder,
        "price": locale.money(why.price, language) if why.price is not None else "",
        "received": _number(why.received, language).capitalize(),
        "passing": _number(why.passing, language),
        "offered": _number(why.offered, language).capitalize(),
        "place": locale.number(why.place, language),
    }
    ground = _ground(why)[language] + (_EARLIEST[language] if why.tie_break == "earliest" else "")
    sentences = (_METHODS[why.method][language], _COUNTS[_count(why)][language], f"{ground}.")
    return " ".join(sentences).format_map(facts)


def _ground(why: Reason) -> Text:
    if why.offered > 1:
        return _PLACE
    return _ONLY if why.passing == 1 else _GROUNDS[why.method]


def _count(why: Reason) -> str:
    if why.passing == why.received:
        return {1: "one", 2: "both"}.get(why.received, "all")
    return "single" if why.passing == 1 else "some"


def _number(count: int, language: Language) -> str:
    words = _WORDS[language]
    return words[count] if count < len(words) else locale.number(count, language)
