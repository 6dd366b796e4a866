"""The home page of a board on which nothing was posted yet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.site.browser import guards
from tests.site.browser.harness import SCHEMES, served, visiting

from board.cli.main import run
from board.core.text import LANGUAGES, Language

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of a new board."""
    folder = tmp_path_factory.mktemp("quiet")
    board, site = folder / "board", folder / "site"
    assert run(["init", str(board), "--org", "dex-mex", "--owner", "m-singh", "--officer", "a-tremblay"]) == 0
    assert run(["--root", str(board), "build", "--out", str(site)]) == 0
    with served(site) as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_list_is_as_wide_as_the_page(browser: Browser, home: str, language: Language, width: int) -> None:
    """What to do next stands across the page, not in the column that filters leave empty; both themes are sound."""
    with visiting(browser, home, f"{language}/", width=width) as visit:
        page = visit.page
        assert page.locator(".none").is_visible()
        wide = "element => element.getBoundingClientRect().width"
        assert page.locator(".board > section").evaluate(wide) == page.locator(".board").evaluate(wide)
        assert guards.sideways(page) == []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert guards.violations(page) == [], scheme
