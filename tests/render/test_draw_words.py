"""What a draw came to, whole and in both languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from board.core.text import LANGUAGES, Language
from board.model.draw import Draws, HeldDraw, Shown
from board.render.draw_words import draw_lines, draw_member, trust_lines
from board.state.draw import Trust
from board.state.drawing import Waiting

ZONE = ZoneInfo("America/Toronto")
UNTIL = datetime(2026, 9, 18, 10, 5, tzinfo=ZONE)

BEACON = "b" * 64

TRUSTS = [
    (
        Trust(("a-tremblay", "m-singh"), 3, 4, beacon=BEACON, void=1, withheld=("r-roy",)),
        [
            "To choose this order, somebody would have had to know before the closing: the secrets of a-tremblay and "
            "m-singh; the random bytes of every sealed bid but one’s own (3 of 4 bids are sealed); what the beacon "
            "would give.",
            "To fail rivals by it, somebody would have had to know, before the evaluation was finished, the secrets of "
            "a-tremblay and m-singh.",
            f"The beacon is said to have given {BEACON}. An officer handed it in, and this program asks nobody "
            "over the network: compare it with the source that the opportunity names.",
            "r-roy withheld a secret, and so had one more try.",
            "Whoever showed a secret last knew the order first, and could have withheld it: one more draw, with that "
            "name on it, and no further one.",
        ],
        [
            "Pour choisir cet ordre, il aurait fallu connaître avant la clôture\u00a0: les secrets de a-tremblay et "
            "m-singh\u202f; les octets aléatoires de toute soumission cachetée sauf la sienne (soumissions "
            "cachetées\u00a0: 3 sur 4)\u202f; ce que donnerait la balise.",
            "Pour faire échouer des concurrents selon cet ordre, il aurait fallu connaître, avant la fin de "
            "l’évaluation, les secrets de a-tremblay et m-singh.",
            f"La balise aurait donné {BEACON}. Un agent l’a transmis, et ce programme ne demande rien sur le "
            "réseau\u00a0: comparez avec la source que nomme l’occasion.",
            "r-roy a retenu un secret, ce qui a donné un essai de plus.",
            "La dernière personne à dévoiler son secret a connu l’ordre la première, et aurait pu le garder\u00a0: un "
            "tirage de plus, avec son nom, et aucun autre.",
        ],
    ),
    (
        Trust(("m-singh",), 0, 2, beacon="", void=0, withheld=()),
        [
            "To choose this order, somebody would have had to know before the closing: both secrets, which m-singh "
            "held alone; who else would bid.",
            "To fail rivals by it, somebody would have had to know, before the evaluation was finished, both secrets, "
            "which m-singh held alone.",
        ],
        [
            "Pour choisir cet ordre, il aurait fallu connaître avant la clôture\u00a0: les deux secrets, que m-singh "
            "détenait à soi seul\u202f; qui d’autre soumissionnerait.",
            "Pour faire échouer des concurrents selon cet ordre, il aurait fallu connaître, avant la fin de "
            "l’évaluation, les deux secrets, que m-singh détenait à soi seul.",
        ],
    ),
]


@pytest.mark.parametrize(("trust", "en", "fr"), TRUSTS)
def test_says_what_somebody_would_have_had_to_know(trust: Trust, en: list[str], fr: list[str]) -> None:
    """Two people or one, sealed or not, held again or not."""
    assert (list(trust_lines(trust, "en")), list(trust_lines(trust, "fr"))) == (en, fr)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["evaluation", "commitments", "secrets", "openings", "beacon"])
def test_whatever_is_waited_for_has_words(kind: str, language: Language) -> None:
    """And where a draw may be given up, from when."""
    told = list(draw_lines(Waiting(kind, 2, ("m-singh",), UNTIL), None, language, ZONE))  # type: ignore[arg-type]

    assert len(told) == 2
    assert "2" in told[0]
    assert "18" in told[1]


def test_a_draw_that_was_given_up_is_told_before_the_other() -> None:
    """With the name, to people and to programs."""
    shown = (Shown("m-singh", "aa" * 32),)
    found = Draws(
        "a/2026/b",
        "",
        "",
        (HeldDraw(1, (), shown, "r-roy", "", "", ()), HeldDraw(2, (), shown, "", "", "5e" * 32, ("x", "y"))),
    )

    assert list(draw_lines(found, None, "en", ZONE)) == [
        "Draw 1 was given up: r-roy showed no secret in time.",
        "The order of draw 2:",
        "    1. x",
        "    2. y",
        f"Seed: {'5e' * 32}",
    ]
    assert next(iter(draw_lines(found, None, "fr", ZONE))) == (
        "Le tirage 1 a été abandonné\u00a0: r-roy n’a dévoilé aucun secret à temps."
    )
    assert draw_member(found) == {"number": 2, "seed": "5e" * 32, "order": ["x", "y"], "withheld_by": ["r-roy"]}
    assert draw_member(None) is None
