"""The facts under the title of an opportunity: no more than the state allows to say."""

import re
from html import unescape
from pathlib import Path

import pytest

from board.core.text import LANGUAGES, Language

pytestmark = pytest.mark.slow

_FACT = re.compile(r"<dt>(.*?)<dd>")
_FACTS = re.compile(r"<dl class=facts>(.*?)</dl>", re.S)

# What each state leaves out is not known yet, or never came about.
SAID: dict[str, dict[Language, list[str]]] = {
    "vessel-reminders": {
        "en": ["Maximum price", "Opens", "Closes", "Winner"],
        "fr": ["Prix maximal", "Ouverture", "Clôture", "Gagnant"],
    },
    "tide-alerts": {
        "en": ["Maximum price", "Closes", "Work due", "Winner"],
        "fr": ["Prix maximal", "Clôture", "Travail à livrer", "Gagnant"],
    },
    "station-loader": {
        "en": ["Maximum price", "Closed", "Work due", "Winner"],
        "fr": ["Prix maximal", "Clôture", "Travail à livrer", "Gagnant"],
    },
    # Cancelled before the closing, which therefore never was.
    "print-layout": {"en": ["Maximum price", "Posted"], "fr": ["Prix maximal", "Affichage"]},
    "alt-text": {"en": ["Maximum price", "Closed", "Outcome"], "fr": ["Prix maximal", "Clôture", "Résultat"]},
    "date-filter": {
        "en": ["Winner", "Price", "Bids", "Work due"],
        "fr": ["Gagnant", "Prix", "Soumissions", "Travail à livrer"],
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SAID)
def test_each_state_has_its_own_facts(site: Path, slug: str, language: Language) -> None:
    """At most four, and none that the end of the procurement made false."""
    page = (site / language / "opportunities" / "dex-mex" / "2026" / slug / "index.html").read_text(encoding="utf-8")
    facts = _FACTS.search(page)
    assert facts is not None
    assert [unescape(name) for name in _FACT.findall(facts[1])] == SAID[slug][language]
