"""The one real opportunity of the ESDC pilot, and one like it, in our files and on our pages, without losing a fact."""

import html
import re
from pathlib import Path

import pytest
from tests.end_to_end.esdc import ESDC, OWN, Told, matter, parts, price
from tests.end_to_end.esdc import board_of as with_opportunity
from tests.house import test_english, test_french
from tests.house.prose import in_markdown
from tests.worlds import board_files, write

from board.cli.main import run
from board.cli.setting import board_of, context_of, schemas
from board.core.finding import Finding
from board.core.text import LANGUAGES, Language
from board.jobs.check_tree import judge_procurement
from board.jobs.reading import Content, read_procurement
from board.model.reference import opportunity_path, sealing_path


@pytest.fixture(scope="module", params=[ESDC, OWN], ids=["real", "own"])
def told(request: pytest.FixtureRequest) -> Told:
    """The real opportunity, where it is at hand, and one of our own making with the same traps."""
    found: Told = request.param
    found.path("en")
    return found


@pytest.fixture(scope="module")
def board(told: Told, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A board of that department, with that opportunity."""
    files = with_opportunity(told)
    files[sealing_path(told.ref)] = board_files()[sealing_path("dex-mex/2026/keyboard-map")]
    root = tmp_path_factory.mktemp("department")
    write(root, files)
    return root


@pytest.fixture(scope="module")
def site(told: Told, board: Path) -> Path:
    """Its site, built while bids are taken."""
    assert run(["--root", str(board), "build", "--out", str(board / "site"), "--now", told.shown_at]) == 0
    return board / "site"


# A link is its words, and beside them the host that it leads to; in a text that is no Markdown, its address.
LINK = re.compile(r"\[([^\]]*)\]\((https?://([^/)]*)[^)]*)\)")


def findings(root: Path, ref: str) -> tuple[Finding, ...]:
    """What is found on the opportunity at rest."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    above = board_of(files)
    assert above.settings
    beside = {path: Content(files[path]) for path in (opportunity_path(ref), sealing_path(ref))}
    procurement = read_procurement(ref, beside, above, schemas())
    request = procurement.opportunity
    assert request
    return tuple(judge_procurement(procurement, context_of(above, request.published_at), changes=True))


def test_passes(told: Told, board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is found, also by the command."""
    assert findings(board, told.ref) == ()
    assert run(["--root", str(board), "check"]) == 0
    assert "warning" not in capsys.readouterr().out


def letters(text: str) -> str:
    """Letters and figures alone: what a fact is made of, however it is set."""
    return "".join(c for c in text.casefold() if c.isalnum())


def ways(line: str) -> tuple[str, str]:
    """The two ways in which a page shows a line of the source."""
    host, address = (letters(LINK.sub(form, line)).lstrip("12") for form in (r"\1\3", r"\1\2"))
    return host, address


def shown(page: str) -> str:
    """Everything that a page says, without its markup."""
    return letters(html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_fact(told: Told, site: Path, language: Language) -> None:
    """Each line of the source stands on our page, in its own language."""
    source = told.page(language)
    page = shown((site / language / "opportunities" / told.ref / "index.html").read_text("utf-8"))

    # What only opens the list of criteria is said by our own heading.
    opening = parts(source)[2].splitlines()[0]
    lines = [line for part in parts(source) for line in part.splitlines() if line != opening]
    assert [line for line in lines if not any(way in page for way in ways(line))] == []
    assert all(letters(matter(source)[key]) in page for key in ("title", "short_desc", "skills"))
    assert price(matter(source)) in page
    assert [day for day in told.days[language] if letters(day) not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_has_the_traps_of_the_real_one(language: Language) -> None:
    """What made the real pages hard to express stands on ours too: each trap in both languages."""
    source = OWN.page(language)
    _, work, evaluation, acceptance = parts(source)

    assert [line for line in evaluation.splitlines() if line in ("AND", "OR", "ET", "OU")] in (
        ["AND", "OR"],
        ["ET", "OU"],
    )
    assert ("a similar language" if language == "en" else "un langage semblable") in evaluation
    assert ("access to a sandbox" if language == "en" else "accès à un bac à sable") in acceptance
    assert {len(line) - len(line.lstrip()) for line in acceptance.splitlines()} == {0, 3, 5, 7}
    assert len(LINK.findall(source)) == 3
    assert matter(source)["closing_date"].endswith("T23:59:59-05:00")
    assert "Your harbour master must approve" in work
    assert "Votre maître de port doit approuver" in work


def test_our_own_is_well_set() -> None:
    """Its French follows the typography that the house asks of its own, and its English is plain."""
    french, english = ([one.text for one in in_markdown(OWN.path(language))] for language in ("fr", "en"))

    assert [fault for text in french for fault in test_french.faults(text)] == []
    # The English page quotes a message in French.
    unquoted = (re.sub("“[^”]*”", "§", text) for text in english)
    assert [fault for text in unquoted for fault in test_english.faults(text)] == []
