"""How fast `board build` makes pages, beside MkDocs with Material alone on the same text, and how large they are."""

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import record
from tests.bench.measuring import Row, board, seconds

from board.adapters.resources import schemas
from board.core.schema import Schemas
from board.core.text import LANGUAGES, Language
from board.jobs.reading import read
from board.model.opportunity import Opportunity, opportunity

_COUNT = 1_000
_NOW = record.NOW.isoformat()
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file")
_MOST = 12 * 1024  # bytes
_SCHEMAS = Schemas(schemas())

# Material as whoever installs it has it: with search, and with navigation over all pages, for which it takes minutes.
_AS_IT_COMES: Mapping[str, object] = {"site_name": "Alone", "theme": {"name": "material"}}

# Nothing that costs MkDocs time: no search, and no navigation, which it would repeat on every page.
_STRIPPED: Mapping[str, object] = {
    "site_name": "Alone",
    "theme": {"name": "material", "font": False},
    "plugins": [],
    "nav": [{"Home": "index.md"}],
    "validation": {"nav": {"omitted_files": "ignore"}},
}


def rows() -> Iterator[Row]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        record.repository(place / "board", _COUNT)
        _texts(place / "texts")
        yield _beside(place, _AS_IT_COMES, "as it comes", 1, 10)
        yield _beside(place, _STRIPPED, "stripped", 3)
        for language in LANGUAGES:
            pages = (place / "as it comes" / "ours-0" / language).glob("opportunities/*/*/*/index.html")
            size = statistics.median(page.stat().st_size for page in pages)
            what = f"  page of a request that takes bids ({language})"
            yield Row(what, f"{size / 1024:.1f} KB", "at most 12 KB", size <= _MOST)


def _beside(place: Path, config: Mapping[str, object], other: str, turns: int, aim: int = 0) -> Row:
    """Pages a second of both on the same text, in both languages, run in turn, ours first and last.

    Args:
        place: The folder that holds the board and the texts for MkDocs.
        config: Of MkDocs.
        other: What that makes of it; the name of the folder to which both write.
        turns: How often MkDocs runs.
        aim: How many times as fast we should be; 0 for no aim, where MkDocs leaves out what our pages have.
    """
    # Each run writes to a folder of its own: to take away thousands of files swings by more than all the rest.
    out = place / other
    settings = place / "texts" / "mkdocs.yml"
    settings.write_text(json.dumps(config), "utf-8")

    def ours(turn: int) -> float:
        made = out / f"ours-{turn}"
        return _rate(board("--root", place / "board", "build", "--out", made, "--now", _NOW), made)

    mine, its = [ours(0)], []
    for turn in range(turns):
        made = out / f"alone-{turn}"
        its.append(_rate([*_MKDOCS, str(settings), "--site-dir", str(made)], made))
        mine.append(ours(turn + 1))
    rate, rival = statistics.median(mine), statistics.median(its)
    return Row(
        f"build of {_COUNT:,}, beside MkDocs {other}",
        f"{rate:.0f} pages/s, {rate / rival:.1f} × MkDocs ({rival:.0f} pages/s)",
        f"at least {aim} ×" if aim else "",
        rate / rival >= aim,
    )


def _rate(words: Sequence[str], out: Path) -> float:
    """Pages a second of a command that writes a site to *out*."""
    taken = seconds(words)
    return sum(1 for _ in out.rglob("*.html")) / taken


def _texts(folder: Path) -> None:
    """A folder for MkDocs that tells the same requests in both languages."""
    for number in range(_COUNT):
        ref, data = record.request(number)
        found = read("opportunity.yml", data, "opportunity", opportunity, _SCHEMAS)[1]
        assert found
        for language in LANGUAGES:
            page = folder / "docs" / language / f"{ref}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_markdown(found, language), "utf-8")
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")


def _markdown(found: Opportunity, language: Language) -> str:
    items = (*found.deliverables, *found.evaluation_criteria, *found.acceptance_criteria)
    instants = (found.published_at, found.questions_close_at, found.closes_at)
    return "\n\n".join(
        (
            f"# {found.title[language]}",
            found.summary[language],
            found.description[language],
            *(f"- {item.text[language]}" for item in items),
            *(at.isoformat() for at in instants),
            f"{found.price} CAD, {found.tax_place}, {found.licence}",
        )
    )


def main() -> None:
    """Print these lines alone."""
    for row in rows():
        print(f"{row.what:44}{row.found:52}{row.aim}{'' if row.held else '   MISSED'}", flush=True)


if __name__ == "__main__":
    main()
