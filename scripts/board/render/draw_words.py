"""What became of a draw, for a person at a terminal and for programs."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from board.core.text import Language, Text
from board.model.draw import Draws
from board.render import locale
from board.state.draw import Trust
from board.state.drawing import Waiting

_ORDER = Text("The order of draw {number}:", "L’ordre du tirage {number}\u00a0:")
_PLACE = Text("{place}. {bidder}", "{place}. {bidder}")
_SEED = Text("Seed: {seed}", "Graine\u00a0: {seed}")
_VOID = Text(
    "Draw {number} was given up: {people} showed no secret in time.",
    "Le tirage {number} a été abandonné\u00a0: {people} n’a dévoilé aucun secret à temps.",
)
_WAITING: Mapping[str, Text] = {
    "evaluation": Text(
        "Draw {number} waits for the evaluation to be finished.", "Le tirage {number} attend la fin de l’évaluation."
    ),
    "commitments": Text(
        "Draw {number} waits for the commitments of two people, before anybody shows a secret.",
        "Le tirage {number} attend les engagements de deux personnes, avant que quiconque dévoile un secret.",
    ),
    "secrets": Text("Draw {number} waits for {people}.", "Le tirage {number} attend {people}."),
    "openings": Text(
        "All secrets of draw {number} are shown. The order follows once the envelopes of {people} are at hand: name "
        "their folder with --folder.",
        "Tous les secrets du tirage {number} sont dévoilés. L’ordre en découle dès que les enveloppes de {people} sont "
        "à portée\u00a0: nommez leur dossier avec --folder.",
    ),
    "beacon": Text(
        "All secrets of draw {number} are shown. The order follows once the beacon is known: give it with --beacon.",
        "Tous les secrets du tirage {number} sont dévoilés. L’ordre en découle dès que la balise est connue\u00a0: "
        "donnez-la avec --beacon.",
    ),
}
_UNTIL = Text(
    "From {until} on, whoever has shown a secret may give it up with --void.",
    "À partir du {until}, qui a dévoilé son secret peut l’abandonner avec --void.",
)

_TWO = Text("the secrets of {people}", "les secrets de {people}")
_ONE = Text("both secrets, which {people} held alone", "les deux secrets, que {people} détenait à soi seul")
_SALTS = Text(
    "the random bytes of every sealed bid but one’s own ({sealed} of {bids} bids are sealed)",
    "les octets aléatoires de toute soumission cachetée sauf la sienne (soumissions cachetées\u00a0: {sealed} sur "
    "{bids})",
)
_BIDDERS = Text("who else would bid", "qui d’autre soumissionnerait")
_BEACON = Text("what the beacon would give", "ce que donnerait la balise")
_COMPARE = Text(
    "The beacon is said to have given {beacon}. An officer handed it in, and this program asks nobody over the "
    "network: compare it with the source that the opportunity names.",
    "La balise aurait donné {beacon}. Un agent l’a transmis, et ce programme ne demande rien sur le réseau\u00a0: "
    "comparez avec la source que nomme l’occasion.",
)
_STEER = Text(
    "To choose this order, somebody would have had to know before the closing: {known}.",
    "Pour choisir cet ordre, il aurait fallu connaître avant la clôture\u00a0: {known}.",
)
_FAIL = Text(
    "To fail rivals by it, somebody would have had to know, before the evaluation was finished, {secrets}.",
    "Pour faire échouer des concurrents selon cet ordre, il aurait fallu connaître, avant la fin de l’évaluation, "
    "{secrets}.",
)
_BETWEEN = Text("; ", "\u202f; ")
_LAST = Text(
    "Whoever showed a secret last knew the order first, and could have withheld it: one more draw, with that name on "
    "it, and no further one.",
    "La dernière personne à dévoiler son secret a connu l’ordre la première, et aurait pu le garder\u00a0: un tirage "
    "de plus, avec son nom, et aucun autre.",
)
_TRIED = Text(
    "{people} withheld a secret, and so had one more try.",
    "{people} a retenu un secret, ce qui a donné un essai de plus.",
)


def draw_lines(found: Draws | Waiting, trust: Trust | None, language: Language, zone: tzinfo) -> Iterator[str]:
    """The order and what it is worth, or what it waits for, line by line."""
    if isinstance(found, Waiting):
        yield from _waits(found, language, zone)
        return
    for held in found.draws:
        number = locale.number(held.number, language)
        if held.withheld_by:
            yield _VOID[language].format(number=number, people=held.withheld_by)
        else:
            yield _ORDER[language].format(number=number)
            for place, bidder in enumerate(held.order, 1):
                yield f"    {_PLACE[language].format(place=locale.number(place, language), bidder=bidder)}"
            yield _SEED[language].format(seed=held.seed)
    if trust:
        yield from trust_lines(trust, language)


def trust_lines(trust: Trust, language: Language) -> Iterator[str]:
    """What somebody would have had to know to steer it, and what withholding gained."""
    people = locale.joined(trust.people, language)
    secrets = (_TWO if len(trust.people) > 1 else _ONE)[language].format(people=people)
    known = [secrets]
    numbers = {"sealed": locale.number(trust.sealed, language), "bids": locale.number(trust.bids, language)}
    known.append((_SALTS if trust.sealed else _BIDDERS)[language].format(**numbers))
    if trust.beacon:
        known.append(_BEACON[language])
    yield _STEER[language].format(known=_BETWEEN[language].join(known))
    yield _FAIL[language].format(secrets=secrets)
    if trust.beacon:
        yield _COMPARE[language].format(beacon=trust.beacon)
    for name in trust.withheld:
        yield _TRIED[language].format(people=name)
    if len(trust.people) > 1:
        yield _LAST[language]


def draw_member(found: Draws | Waiting | None) -> Mapping[str, object] | None:
    """The same for programs; None where nothing can be said."""
    match found:
        case None:
            return None
        case Waiting():
            until = found.until.isoformat() if found.until else None
            return {"number": found.number, "waits_for": found.kind, "people": list(found.people), "until": until}
        case Draws():
            last = found.draws[-1]
            withheld = [held.withheld_by for held in found.draws if held.withheld_by]
            return {"number": last.number, "seed": last.seed, "order": list(last.order), "withheld_by": withheld}


def _waits(found: Waiting, language: Language, zone: tzinfo) -> Iterator[str]:
    people = locale.joined(found.people, language)
    yield _WAITING[found.kind][language].format(number=locale.number(found.number, language), people=people)
    if found.until:
        yield _UNTIL[language].format(until=locale.instant(found.until, zone, language))
