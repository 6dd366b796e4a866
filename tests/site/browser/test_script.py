"""What script adds, and that filters work without it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.boards import NOW
from tests.site.browser.harness import served, visiting
from tests.site.browser.kinds import KINDS

from board.core.text import LANGUAGES, Language

pytestmark = pytest.mark.slow

_SHOWN = "rows => rows.filter(row => row.checkVisibility()).map(row => row.querySelector('a').getAttribute('href'))"


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(site) as address:
        yield address


def shown(page: Page) -> list[str]:
    """The addresses of the rows of the list that can be seen, in order."""
    rows: list[str] = page.eval_on_selector_all(".ops > li", _SHOWN)
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False])
def test_every_filter_shows_its_rows_and_no_others(
    browser: Browser, home: str, language: Language, script: bool
) -> None:
    """Each value of each filter leaves just the rows that carry it, with script and without."""
    with visiting(browser, home, f"{language}/", script=script, at=NOW) as visit:
        page = visit.page
        names: list[str] = page.eval_on_selector_all(".facets select", "all => all.map(one => one.id)")
        assert len(names) > 1
        for name in names:
            page.select_option(f"#{name}", "", force=True)
        everything = shown(page)
        assert len(everything) == page.locator(".ops > li").count()
        for name in names:
            values: list[str] = page.eval_on_selector_all(f"#{name} option", "all => all.map(one => one.value)")
            for value in filter(None, values):
                page.select_option(f"#{name}", value, force=True)
                carrying: list[str] = page.eval_on_selector_all(
                    f".ops > li.{value}", "rows => rows.map(row => row.querySelector('a').getAttribute('href'))"
                )
                assert sorted(shown(page)) == sorted(carrying), (name, value)
                assert len(carrying) > 0, (name, value)
            page.select_option(f"#{name}", "", force=True)
        assert sorted(shown(page)) == sorted(everything)


@pytest.mark.parametrize(
    ("kind", "after", "said"),
    [
        ("open", timedelta(), {"en": "Open", "fr": "Ouverte"}),
        ("open", timedelta(days=30), {"en": "Closed", "fr": "Clôturée"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_never_says_open_after_the_closing(
    browser: Browser, home: str, language: Language, kind: str, after: timedelta, said: dict[Language, str]
) -> None:
    """A page that was built while bids were taken says so only until the closing."""
    with visiting(browser, home, f"{language}/{KINDS[kind]}", at=NOW + after) as visit:
        assert said[language] in visit.page.locator(".state").first.inner_text()


@pytest.mark.parametrize("at", [NOW])
def test_the_theme_is_kept(browser: Browser, home: str, at: datetime) -> None:
    """The button turns the page dark, says so, and the next page is dark as well."""
    with visiting(browser, home, "en/", at=at) as visit:
        button = visit.page.locator("button.theme")
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        visit.page.goto(f"{home}fr/")
        assert visit.page.locator("html").get_attribute("data-theme") == "dark"
