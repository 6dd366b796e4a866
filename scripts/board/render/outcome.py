"""What acts did and proofs found, for a person at a terminal and for programs."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from board.core.text import Bilingual, Language, Text
from board.model.award import Assurance, Award, Cancellation
from board.model.log import Head, Line
from board.model.reference import award_tag
from board.render import locale
from board.state.canonical import money

_AWARD = Text("{ref} to {bidder}, {total} with tax", "{ref} à {bidder}, {total} avec taxes")
_DECIDED = Text("Decided by {officer}, {at}.", "Décidé par {officer}, le {at}.")
_NOTICE = Text(
    "Notice published {published}; complaints until {until}.",
    "Avis publié le {published}\u202f; plaintes jusqu’au {until}.",
)
_ASSURANCE = Text(
    "{identity}, {arrival}, {clock}, {mode}; missing: {waived}",
    "{identity}, {arrival}, {clock}, {mode}\u202f; absents\u00a0: {waived}",
)
_NOTHING_WAIVED = Text("nothing", "aucun élément")
_BIDS = Text("bids: {seen} of {listed} in this clone", "soumissions\u00a0: {seen} sur {listed} dans ce clone")
_PROVEN = Text(
    "{award}; {officer}, {at}; {bids}; {assurance}.",
    "{award}\u202f; {officer}, {at}\u202f; {bids}\u202f; {assurance}.",
)
_TALLY = Text(
    "Awards: {awards}; proved: {proved}; refused: {refused}.",
    "Attributions\u00a0: {awards}\u202f; prouvées\u00a0: {proved}\u202f; refusées\u00a0: {refused}.",
)
_SPECIMENS = Text(
    "Examples without a history to prove: {specimens}.",
    "Exemples sans historique à prouver\u00a0: {specimens}.",
)
_ENTERED = Text(
    "The bid of {bidder} was entered from the mailbox on {at}, after the closing; that it had arrived there on "
    "{arrived} is the word of {officer}.",
    "La soumission de {bidder} a été inscrite à partir de la boîte courriel le {at}, après la clôture\u202f; qu’elle y "
    "soit arrivée le {arrived} repose sur la parole de {officer}.",
)
_MERGED = Text(", merged by {by}", ", fusionné par {by}")

_WORDS: Mapping[str, Mapping[str, Text]] = {
    "identity": {
        "claimed": Text("identity claimed", "identité déclarée"),
        "forge": Text("identity attested by the forge", "identité attestée par la forge"),
        "key": Text("identity proven by a key", "identité prouvée par une clé"),
        "mail": Text("identity confirmed by mail", "identité confirmée par courriel"),
    },
    "arrival": {
        "none": Text("arrival of bids not recorded", "arrivée des soumissions non consignée"),
        "host": Text("arrival recorded by the host", "arrivée consignée par l’hôte"),
        "forge": Text("arrival recorded by the forge", "arrivée consignée par la forge"),
        "mail": Text("arrival recorded by the mailbox", "arrivée consignée par la boîte courriel"),
        "ruling": Text("arrival ruled on by two officers", "arrivée établie par décision de deux agents"),
    },
    "clock": {
        "machine": Text("clock of the officer’s machine", "horloge de la machine de l’agent"),
        "forge": Text("clock of the forge", "horloge de la forge"),
        "given": Text("instant given by hand", "instant donné à la main"),
    },
    "mode": {"trial": Text("trial", "essai"), "live": Text("in service", "en service")},
    "waived": {
        "receipts": Text("receipts", "accusés de réception"),
        "sealing": Text("sealed bids", "soumissions cachetées"),
        "evaluation": Text("recorded evaluation", "évaluation consignée"),
        "clearance": Text("checks before the award", "vérifications préalables"),
        "signatures": Text("signatures", "signatures"),
    },
}


def award_lines(award: Award, language: Language, zone: tzinfo) -> Iterator[str]:
    """What an award says, line by line."""
    yield f"{award_in_short(award, language)}."
    yield award.reason[language]
    yield _DECIDED[language].format(officer=award.decided_by, at=locale.instant(award.decided_at, zone, language))
    published, until = locale.day(award.published_on, language), locale.day(award.complaints_until, language)
    yield _NOTICE[language].format(published=published, until=until)
    text = assurance(award.assurance, award.waived, language)
    yield f"{text[0].upper()}{text[1:]}."


def award_in_short(award: Award, language: Language) -> str:
    """Who, what and how much, without a final period."""
    total = locale.money(award.value.total, language)
    return _AWARD[language].format(ref=award.opportunity, bidder=award.bidder, total=total)


def proven_line(award: Award, listed: int, seen: int, merged_by: str, language: Language, zone: tzinfo) -> str:
    """One line of a proof: the award, who decided when, what the clone holds, what it rests on and what is missing."""
    merged = _MERGED[language].format(by=merged_by) if merged_by else ""
    return _PROVEN[language].format(
        award=award_in_short(award, language),
        officer=award.decided_by,
        at=locale.instant(award.decided_at, zone, language) + merged,
        bids=_BIDS[language].format(seen=locale.number(seen, language), listed=locale.number(listed, language)),
        assurance=assurance(award.assurance, award.waived, language),
    )


def entered_line(line: Line, language: Language, zone: tzinfo) -> str:
    """Of a bid that came by mail and was entered after the closing: when, and whose word it is that it was in time."""
    head = line.entry if isinstance(line.entry, Head) else None
    at, arrived = line.at, (head.arrived if head else None) or line.at
    return _ENTERED[language].format(
        bidder=head.bidder if head else "",
        officer=head.by if head else "",
        at=locale.instant(at, zone, language),
        arrived=locale.instant(arrived, zone, language),
    )


def assurance(on: Assurance, waived: tuple[str, ...], language: Language) -> str:
    """What an award rests on and what is missing, without a final period."""
    missing = [_word("waived", word)[language] for word in waived] or [_NOTHING_WAIVED[language]]
    return _ASSURANCE[language].format(
        identity=_word("identity", on.identity)[language],
        arrival=_word("arrival", on.arrival)[language],
        clock=_word("clock", on.clock)[language],
        mode=_word("mode", on.mode)[language],
        waived=locale.joined(missing, language),
    )


def tally(awards: int, refused: int, specimens: int, language: Language) -> str:
    """What a proof of all awards came to, in one sentence."""
    counts = {"awards": awards, "proved": awards - refused, "refused": refused}
    said = _TALLY[language].format(**{name: locale.number(count, language) for name, count in counts.items()})
    if specimens:
        said += f" {_SPECIMENS[language].format(specimens=locale.number(specimens, language))}"
    return said


def cancellation_lines(cancellation: Cancellation, language: Language, zone: tzinfo) -> Iterator[str]:
    """What an end without an award says, line by line."""
    yield f"{cancellation.opportunity}, {cancellation.reason}"
    if cancellation.text:
        yield cancellation.text[language]
    at = locale.instant(cancellation.decided_at, zone, language)
    yield _DECIDED[language].format(officer=cancellation.decided_by, at=at)


def proven_member(award: Award, listed: int, seen: int, merged_by: str, refused: bool) -> dict[str, object]:
    """One award of a proof for programs."""
    return {
        **award_member(award),
        "proven": not refused,
        "bids": {"seen": seen, "listed": listed},
        "merged_by": merged_by or None,
    }


def award_member(award: Award) -> dict[str, object]:
    """An award for programs."""
    on = award.assurance
    return {
        "opportunity": award.opportunity,
        "bidder": award.bidder,
        "price": money(award.value.price),
        "total": money(award.value.total),
        "decided_by": award.decided_by,
        "decided_at": award.decided_at.isoformat(),
        "tag": award_tag(award.opportunity, award.bidder),
        "reason": _both(award.reason),
        "assurance": {"identity": on.identity, "arrival": on.arrival, "clock": on.clock, "mode": on.mode},
        "waived": list(award.waived),
    }


def cancellation_member(cancellation: Cancellation) -> dict[str, object]:
    """An end without an award for programs."""
    return {
        "opportunity": cancellation.opportunity,
        "reason": cancellation.reason,
        "decided_by": cancellation.decided_by,
        "decided_at": cancellation.decided_at.isoformat(),
        "text": _both(cancellation.text) if cancellation.text else None,
    }


def _word(kind: str, word: str) -> Text:
    """The board's word; a later program may have written one that this one does not know."""
    return _WORDS[kind].get(word) or Text(word, word)


def _both(text: Bilingual) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr}
