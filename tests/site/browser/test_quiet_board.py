"""The home page of a board on which nothing is open: nothing was posted yet, or everything has closed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.site.boards import in_every_state
from tests.site.browser import guards
from tests.site.browser.harness import SCHEMES, served, visiting
from tests.worlds import work_tree

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


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that was built after the last closing."""
    folder = tmp_path_factory.mktemp("closed")
    root, site = work_tree(folder / "board", in_every_state()), folder / "site"
    assert run(["--root", str(root), "build", "--out", str(site), "--now", "2027-03-01T12:00:00-05:00"]) == 0
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


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_listed_is_not_called_nothing(browser: Browser, closed: str, language: Language, script: bool) -> None:
    """After the last closing the list shows what is under evaluation, and no line says that nothing matches."""
    with visiting(browser, closed, f"{language}/", script=script) as visit:
        assert visit.page.locator(".ops > li").first.is_visible()
        assert not visit.page.locator(".none").is_visible()
