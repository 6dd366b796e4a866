"""A page of each kind, in both languages, in a real browser: wide, narrow, light, dark, and without script."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.boards import ADDRESS
from tests.site.browser import guards
from tests.site.browser.harness import SCHEMES, Scheme, served, visiting
from tests.site.browser.kinds import KINDS

from board.core.text import LANGUAGES, Language

pytestmark = pytest.mark.slow

# A visit costs more than a question, so each is asked everything.
each_page = pytest.mark.parametrize(("kind", "language"), list(product(KINDS, LANGUAGES)))


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """The address of the built site, under a sub-path."""
    with served(site) as address:
        yield address


@each_page
def test_wide_and_narrow(browser: Browser, home: str, kind: str, language: Language) -> None:
    """The page keeps to itself, is accessible at 1280 and 320 px in both themes, serves the keyboard, and prints."""
    with visiting(browser, home, f"{language}/{KINDS[kind]}") as visit:
        page = visit.page
        assert visit.status == 200
        assert page.locator("html").get_attribute("lang") == f"{language}-CA"
        assert (visit.foreign, visit.broken, visit.refused, visit.complaints) == ([], [], [], [])
        assert guards.policy(page) == []
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert guards.sideways(page) == [], width
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                assert guards.violations(page) == [], (width, scheme)
        assert guards.keyboard(page) == []
        assert guards.skip(page) == []
        assert guards.printed(page) == []


@each_page
def test_without_script(browser: Browser, home: str, kind: str, language: Language) -> None:
    """With script off, no text of the content is hidden."""
    with visiting(browser, home, f"{language}/{KINDS[kind]}", script=False) as visit:
        assert guards.hidden_without_script(visit.page) == []


@pytest.mark.parametrize(("width", "scheme"), list(product((320, 1280), SCHEMES)))
@pytest.mark.parametrize("path", ["", "nowhere/at/all/"])
def test_the_pages_in_both_languages(browser: Browser, home: str, path: str, width: int, scheme: Scheme) -> None:
    """The first page, and the one for an address that is not there however deep, are whole and accessible too."""
    with visiting(browser, home, path, width=width, scheme=scheme) as visit:
        assert visit.status == (404 if path else 200)
        assert (visit.foreign, visit.broken, visit.refused, visit.complaints) == ([], [], [], [])
        assert guards.violations(visit.page) == []
        assert guards.sideways(visit.page) == []
        for language in LANGUAGES:
            leads = visit.page.locator(f"a[hreflang^={language}]").first
            # The page for what is not there is shown at any depth, so its links name the board's whole address.
            assert leads.evaluate("link => link.href") == f"{ADDRESS if path else home}{language}/"
