"""The one real opportunity of the ESDC pilot, in our files and on our pages, without losing a fact."""

import html
import re
from pathlib import Path

import pytest
from tests.end_to_end.esdc import REF, matter, opportunity, parts
from tests.real_input import real_input
from tests.worlds import board_files, write

from board.cli.main import run
from board.cli.setting import board_of, context_of, schemas
from board.core.finding import Finding
from board.jobs.check_tree import judge_procurement
from board.jobs.reading import Content, read_procurement
from board.model.reference import opportunity_path, organization_path


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the two pages are."""
    return real_input("esdc-azure-marketplace.en.md").parent


@pytest.fixture(scope="module")
def board(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A board of that department, with that opportunity."""
    files = {path: data for path, data in board_files().items() if "/dex-mex/" not in path}
    people = board_files()[organization_path("dex-mex")].replace(b'id: "dex-mex"', b'id: "esdc-edsc"')
    files[organization_path("esdc-edsc")] = people.replace(b"2026-04-01", b"2021-04-01").replace(
        b"specimen: true\n", b""
    )
    # The ceiling of that pilot was ten thousand dollars as well, tax included.
    policy = "opportunities/policy.yml"
    files[policy] = files[policy].replace(b'from: "2026-01-01"', b'from: "2021-01-01"')
    files[opportunity_path(REF)] = opportunity(folder)
    root = tmp_path_factory.mktemp("esdc")
    write(root, files)
    return root


# Closing, beginning and end of the work, as each language writes them.
DAYS = {
    "en": ("July 12, 2021", "11:59:59 p.m. EDT", "begins July 16, 2021", "Jul 23, 2021"),
    "fr": ("12 juillet 2021", "23 h 59 min 59 s HAE", "16 juillet 2021", "23 juill. 2021"),
}

# A link is its words, and beside them the host that it leads to; in a text that is no Markdown, its address.
LINK = re.compile(r"\[([^\]]*)\]\((https?://([^/)]*)[^)]*)\)")


def findings(root: Path) -> tuple[Finding, ...]:
    """What is found on the opportunity at rest."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    above = board_of(files)
    assert above.settings
    procurement = read_procurement(
        REF, {opportunity_path(REF): Content(files[opportunity_path(REF)])}, above, schemas()
    )
    request = procurement.opportunity
    assert request
    return tuple(judge_procurement(procurement, context_of(above, request.published_at), changes=True))


def test_passes_with_a_warning_on_its_bids(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sealed bids are not offered yet; nothing else is found, also by the command."""
    assert [(finding.name, finding.severity) for finding in findings(board)] == [("sealed-bids-not-offered", "warning")]
    assert run(["--root", str(board), "check"]) == 0
    assert "1 warning" in capsys.readouterr().out


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
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_shows_every_fact(
    folder: Path, board: Path, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line of the page of 2021 stands on ours, in its own language."""
    source = (folder / f"esdc-azure-marketplace.{language}.md").read_text("utf-8")
    words = ["--root", str(board), "build", "--out", str(tmp_path / "site"), "--now", "2021-07-01T12:00:00-04:00"]
    assert run(words) == 0
    capsys.readouterr()
    page = shown((tmp_path / "site" / language / "opportunities" / REF / "index.html").read_text("utf-8"))

    # What only opens the list of criteria is said by our own heading.
    lines = [line for part in parts(source) for line in part.splitlines()]
    opening = {letters(line) for line in ("Your application will be evaluated using the following criterion:",)}
    opening |= {letters(line) for line in ("Votre demande sera évaluée en fonction des critères suivants :",)}
    missing = [line for line in lines if letters(line) not in opening and not any(way in page for way in ways(line))]
    assert missing == []
    assert letters(matter(source)["title"]) in page
    assert letters(matter(source)["short_desc"]) in page
    assert "6500" in page
    for day in DAYS[language]:
        assert letters(day) in page
