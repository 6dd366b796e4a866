"""The page of an award, read as text."""

import re
from html import unescape
from pathlib import Path

import pytest
from tests.site.browser.kinds import KINDS

from board.core.text import LANGUAGES, Language

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_bid_did_not_pass_is_told_in_words(site: Path, language: Language) -> None:
    """The title of the rule in the language of the page, not its name in the program."""
    said = {"en": "Did not pass The price is over the ceiling", "fr": "Non conforme Le prix dépasse le plafond"}
    page = text(site, language)
    assert said[language] in page
    assert "over-ceiling" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_price_stands_with_tax_rate_and_place(site: Path, language: Language) -> None:
    """Without cents where it has none, and with the place whose tax it is."""
    said = {
        "en": "Price $1,950 before tax; $2,203.50 with HST 13% (Ontario)",
        "fr": "Prix 1 950 $ avant taxes ; 2 203,50 $ avec la TVH de 13 % (Ontario)",
    }
    assert said[language] in text(site, language)


def text(site: Path, language: Language) -> str:
    """What a reader sees, every space alike."""
    page = (site / language / KINDS["award"] / "index.html").read_text(encoding="utf-8")
    main = page[page.index("<main") :]
    apart = re.sub(r"</?(?:br|dt|dd|td|th|tr|p|h\d|div|small|b)\b[^>]*>", " ", main)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", apart)).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["award by draw", "award by rating"])
def test_a_page_with_all_its_evidence_stays_small(site: Path, language: Language, kind: str) -> None:
    """Shell included, and four bids with the values of their draw."""
    assert (site / language / KINDS[kind] / "index.html").stat().st_size <= 15 * 1024
