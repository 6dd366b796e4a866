"""What a selection method needs beside the price: the lines of a request that differ from method to method."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.model.draw import Commitment
from board.model.reference import sealing_path
from board.model.sealing import Sealing
from board.render import locale
from board.render.forms import comment, quoted, schema_line
from board.state.demands import DEMANDS

LOWEST = "lowest-price"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose before anything is written.

    Attributes:
        method: Name of the selection method.
        bids: ``public`` or ``sealed``; sealed is usual, but where rivals lower their bids by what they see.
        commitments: To the secrets of the first draw; empty where they are still to be pasted.
        counts_from: First instant at which finished work counts; None for other methods.
    """

    method: str = LOWEST
    bids: str = "sealed"
    commitments: tuple[Commitment, ...] = ()
    counts_from: datetime | None = None

    @property
    def asks(self) -> bool:
        """Whether some criterion is needed, or the method would select among empty bids."""
        return DEMANDS[self.method].criterion


LOWEST_PRICE = Chosen()


def usual_bids(method: str) -> str:
    """Whether bids are public or sealed where nobody said so."""
    return "public" if DEMANDS[method].auction else "sealed"


_RIVALS: Mapping[str, Text] = {
    "public": Text(
        "Bids on this opportunity are public: rivals can read a price as soon as it is sent.",
        "Les soumissions à cette occasion sont publiques\u00a0: les rivaux peuvent lire un prix dès qu’il est envoyé.",
    ),
    "sealed": Text(
        "Bids on this opportunity are sealed: rivals see who bids, and no price or answer before the closing.",
        "Les soumissions à cette occasion sont cachetées\u00a0: les rivaux voient qui soumissionne, mais ni prix ni "
        "réponse avant la clôture.",
    ),
}
_METHODS: Mapping[str, Text] = {
    LOWEST: Text(
        "The lowest price before tax wins among the bids that pass.",
        "Le prix avant taxes le plus bas l’emporte parmi les soumissions conformes.",
    ),
    "fixed-price-draw": Text(
        "Every bid is at the fixed price, and a draw decides among those that pass.",
        "Toute soumission est au prix fixe, et un tirage au sort décide entre les soumissions conformes.",
    ),
    "fixed-price-rated": Text(
        "Every bid is at the fixed price, and the highest rating wins among those that pass.",
        "Toute soumission est au prix fixe, et la meilleure cote l’emporte parmi les soumissions conformes.",
    ),
    "reverse-auction": Text(
        "Bidders lower their prices by the step until the closing, and the lowest wins.",
        "Les soumissionnaires baissent leurs prix, du pas au moins, jusqu’à la clôture, et le plus bas l’emporte.",
    ),
    "rated": Text(
        "Rating and price count together, the price by its weight.",
        "La cote et le prix comptent ensemble, le prix selon son poids.",
    ),
    "first-compliant": Text(
        "The first finished work that passes wins; work that is not chosen is not paid.",
        "Le premier travail fini qui est conforme l’emporte\u202f; un travail qui n’est pas choisi n’est pas payé.",
    ),
}
_OTHERS = Text(
    "Other methods: {methods}. Write one of them in its place, and board check names what it needs beside.",
    "Autres méthodes\u00a0: {methods}. Inscrivez-en une à sa place, et board check dira ce qu’il lui faut de plus.",
)
_BIDS = Text(
    "sealed: rivals read no price or answer before the closing, and sealing.yml beside this file holds what this "
    "prints: {command}. public: rivals can read a price as soon as it is sent.",
    "sealed (cachetées)\u00a0: les rivaux ne lisent ni prix ni réponse avant la clôture, et sealing.yml, à côté de ce "
    "fichier, contient ce qu’affiche\u00a0: {command}. public (publiques)\u00a0: les rivaux peuvent lire un prix dès "
    "son envoi.",
)
_DRAW = Text(
    "Where the method draws, or a tie is to be drawn, two people run board keys, and the lines it prints stand here:",
    "Si la méthode tire au sort, ou si une égalité doit l’être, deux personnes lancent board keys, et les lignes "
    "affichées figurent ici\u00a0:",
)
_PROMISED = Text(
    "Who promised a secret to the draw; two people of different roles each keep one.",
    "Qui a promis un secret au tirage\u202f; deux personnes de rôles différents en gardent chacune un.",
)
_COMMITMENTS = ("# draw:", "#   commitments:", "#     - by: …", "#       sha256: …")
_WEIGHT = Text(
    "How much the price counts, in hundredths, from 1 to 99; the rated criteria have the rest.",
    "Ce que compte le prix, en centièmes, de 1 à 99\u202f; les critères cotés ont le reste.",
)
_STEP = Text(
    "The least by which a bid is lowered, in Canadian dollars.",
    "Le moins dont on baisse une soumission, en dollars canadiens.",
)
_COUNTS = Text(
    "Finished work counts from this instant, two business days after the posting at the least.",
    "Le travail fini compte à partir de cet instant, deux jours ouvrables après l’affichage au moins.",
)


def rivals(chosen: Chosen, language: Language) -> str:
    """What rivals can see, which is said before the first field."""
    return _RIVALS[chosen.bids][language]


def beside_price(chosen: Chosen, language: Language) -> Iterator[str]:
    """What stands under the price, with a usual value."""
    demands = DEMANDS[chosen.method]
    if demands.weight:
        yield from comment(_WEIGHT[language], "  ")
        yield "  weight: 40"
    if demands.auction:
        yield from comment(_STEP[language], "  ")
        yield '  step: "50.00"'


def method_lines(chosen: Chosen, methods: Sequence[str], keys: str, language: Language) -> Iterator[str]:
    """Method, bids and the promises to a draw.

    Args:
        chosen: What was chosen.
        methods: That policy allows.
        keys: What the keeper of the key types to make it.
        language: Of every comment.
    """
    yield from comment(_METHODS[chosen.method][language])
    others = [name for name in methods if name != chosen.method]
    if others:
        yield from comment(_OTHERS[language].format(methods=locale.joined(others, language)))
    yield f"selection_method: {quoted(chosen.method)}"
    if not DEMANDS[chosen.method].auction:
        yield from comment(_BIDS[language].format(command=keys))
    yield f"bids: {quoted(chosen.bids)}"
    if chosen.counts_from:
        yield from comment(_COUNTS[language])
        yield f"counts_from: {quoted(chosen.counts_from.isoformat())}"
    if chosen.commitments:
        yield from comment(_PROMISED[language])
        yield "draw:"
        yield "  commitments:"
        for one in chosen.commitments:
            yield f"    - by: {quoted(one.by)}"
            yield f"      sha256: {quoted(one.sha256)}"
    elif others:
        yield from comment(_DRAW[language])
        yield from _COMMITMENTS


def kind_lines(chosen: Chosen, number: int, count: int) -> Iterator[str]:
    """What kind of criterion the one of that number from 1 is; where bids are rated, the weights sum to 100."""
    if not DEMANDS[chosen.method].rated:
        yield '    kind: "mandatory"'
        return
    yield '    kind: "rated"'
    yield f"    weight: {100 // count + (number <= 100 % count)}"


def sealing_form(settings: BoardSettings, ref: str, sealing: Sealing) -> str:
    """`sealing.yml`, ended by a line break."""
    head = schema_line(settings, "sealing", sealing_path(ref))
    return f"{head}\nschema: 1\nkeeper: {quoted(sealing.keeper)}\nrecipient: {quoted(sealing.recipient)}\n"
