"""Each question that is put to the pages, on a page on which it must be answered with a fault, and on its good twin."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.browser import guards
from tests.site.browser.harness import served, visiting

pytestmark = pytest.mark.slow

_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"
_PAGE = """<!doctype html><html lang="en-CA"><head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="look.css"></head><body><a class="skip" href="#main">Skip to main content</a>
<header><nav aria-label="Main"><a href="page.html">Home</a></nav></header>
<main id="main" tabindex="-1"><h1>A page</h1>{body}</main></body></html>"""
_LOOK = """:root { color-scheme: light dark } body { background: light-dark(#fff, #000); color: light-dark(#000, #fff) }
a { color: inherit; display: inline-block; min-height: 24px } .pale { color: light-dark(#aaa, #444) }
:focus-visible { outline: 3px solid currentColor } .skip { position: absolute; left: -99rem } .skip:focus { left: 0 }
.bare:focus-visible { outline: 0 } .away { position: absolute; left: -99rem } .gone { display: none }
.wide { width: 40rem } .scroll { overflow-x: auto } .board:has([value=x]:checked) .ops > :not(.x) { display: none }
@media print { :root { color-scheme: light } .skip, nav { display: none } .dark { background: #000 }
  .white { color: #fff }
  details.open::details-content { content-visibility: visible; height: auto } }"""

Guard = Callable[[Page], list[str]]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    """The address of a folder in which a test writes its pages."""
    (tmp_path / "look.css").write_text(_LOOK)
    (tmp_path / "told.js").write_text('document.querySelector("p").textContent = "told by script";')
    with served(tmp_path) as address:
        yield address


def write(folder: Path, body: str = "", *, policy: str = _POLICY, wrong: tuple[str, str] = ("", "")) -> str:
    """The path of a page with *body*; *wrong* replaces something of what stands around it."""
    (folder / "page.html").write_text(_PAGE.format(policy=policy, body=body).replace(*wrong), "utf-8")
    return "page.html"


@pytest.mark.parametrize(
    ("guard", "wrong", "right", "fault"),
    [
        (guards.violations, '<img src="data:,">', '<img src="data:," alt="">', "image-alt: img"),
        (guards.violations, '<p class="pale">pale</p>', "<p>dark</p>", "color-contrast: "),
        (guards.violations, "<h4>a step left out</h4>", "<h2>the next step</h2>", "heading-order: h4"),
        (guards.sideways, '<p class="wide">x</p>', '<div class="scroll"><p class="wide">x</p></div>', "p.wide"),
        (guards.keyboard, '<a class="bare" href="#main">x</a>', '<a href="#main">x</a>', "no ring: <a"),
        (guards.keyboard, '<a class="away" href="#main">x</a>', '<a href="#main">x</a>', "out of sight: <a"),
        (guards.keyboard, '<a href="x" tabindex="1">x</a>', '<a href="x">x</a>', "the first stop is no skip link: <a"),
        (guards.printed, "<button>Press</button>", "<p>Read</p>", "printed: <button"),
        (guards.printed, '<p class="white">x</p>', "<p>x</p>", "white on white: <p"),
        (guards.printed, "<details><summary>s</summary><p>x</p></details>", "<p>x</p>", "closed: x"),
    ],
)
def test_a_page_is_refused_and_its_twin_is_not(
    browser: Browser, home: str, tmp_path: Path, guard: Guard, wrong: str, right: str, fault: str
) -> None:
    """Each guard names what is wrong, and finds nothing once that is mended."""
    with visiting(browser, home, write(tmp_path, wrong), width=320) as visit:
        assert [found for found in guard(visit.page) if fault in found] != []
    with visiting(browser, home, write(tmp_path, right), width=320) as visit:
        assert guard(visit.page) == []


@pytest.mark.parametrize(
    ("guard", "wrong", "fault"),
    [
        (guards.skip, (' tabindex="-1"', ""), "the skip link does not move the focus to main"),
        (guards.keyboard, ('<a class="skip" href="#main">Skip to main content</a>', ""), "is no skip link"),
        (guards.printed, ("<body>", '<body class="dark">'), "the page is not white"),
        (guards.printed, ("<h1>", '<h1 class="gone">'), "the title is not printed"),
        (guards.violations, ('lang="en-CA"', ""), "html-has-lang: html"),
    ],
)
def test_a_frame_is_refused(
    browser: Browser, home: str, tmp_path: Path, guard: Guard, wrong: tuple[str, str], fault: str
) -> None:
    """What stands around the content is judged too; the frame as it is finds no fault above."""
    with visiting(browser, home, write(tmp_path, wrong=wrong)) as visit:
        assert [found for found in guard(visit.page) if fault in found] != []


@pytest.mark.parametrize(
    ("policy", "faults"),
    [
        (_POLICY, []),
        (_POLICY + " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", []),
        (_POLICY + " 'unsafe-inline'", ["img-src allows 'unsafe-inline'"]),
        (_POLICY.replace("script-src 'self'", "script-src https:"), ["script-src allows https:"]),
        ("script-src 'self'", ["default-src is not 'none'"]),
    ],
)
def test_a_policy_that_lets_strangers_in_is_refused(
    browser: Browser, home: str, tmp_path: Path, policy: str, faults: list[str]
) -> None:
    """Only what was built with the page may load or run."""
    with visiting(browser, home, write(tmp_path, policy=policy)) as visit:
        assert guards.policy(visit.page) == faults


def test_a_page_without_policy_is_refused(browser: Browser, home: str, tmp_path: Path) -> None:
    """No policy is not a strict one."""
    with visiting(browser, home, write(tmp_path, wrong=("Content-Security-Policy", "x"))) as visit:
        assert guards.policy(visit.page) == ["0 policies"]


def test_what_a_page_does_behind_its_back_is_told(browser: Browser, home: str, tmp_path: Path) -> None:
    """A request to another host, a file that is not there, a script that breaks and one that the policy blocks."""
    body = '<script src="https://example.invalid/x.js"></script><img src="gone.png" alt=""><p style="color: red">x</p>'

    with visiting(browser, home, write(tmp_path, body, policy=_POLICY + " https:")) as visit:
        assert visit.broken == [f"404 {home}gone.png"]
        assert visit.refused == ["script-src-elem https://example.invalid/x.js", "style-src-attr inline"]
        assert len(visit.complaints) == 2
    with visiting(browser, home, write(tmp_path, body, wrong=("Content-Security-Policy", "x"))) as visit:
        assert visit.foreign == ["https://example.invalid/x.js"]
    with visiting(browser, home, write(tmp_path, "<p>x</p>")) as visit:
        assert (visit.foreign, visit.broken, visit.refused, visit.complaints) == ([], [], [], [])


def test_what_only_script_tells_is_missed(browser: Browser, home: str, tmp_path: Path) -> None:
    """A text that stands hidden in the page is missed where script is off; what is drawn for script alone is not."""
    told = '<p class="gone">x</p><p class="js gone">press</p><script src="told.js"></script>'

    with visiting(browser, home, write(tmp_path, told), script=False) as visit:
        assert guards.hidden_without_script(visit.page) == ["x"]
    with visiting(browser, home, write(tmp_path, told.replace('<p class="gone">', "<p>")), script=False) as visit:
        assert guards.hidden_without_script(visit.page) == []


def test_a_filter_hides_nothing_that_is_not_filtered(browser: Browser, home: str, tmp_path: Path) -> None:
    """Rows that a filter hides from the start are there once it is taken off."""
    rows = '<ul class="ops"><li class="x">one</li><li class="y">two</li></ul>'
    facets = (
        '<form class="facets"><label for="s">S</label><select id="s"><option value="">Any</option>'
        '<option value="x" selected>X</option></select></form>'
    )

    with visiting(browser, home, write(tmp_path, f'<div class="board">{facets}{rows}</div>'), script=False) as visit:
        assert guards.hidden_without_script(visit.page) == []
