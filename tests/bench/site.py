"""How fast `board build` makes pages, beside MkDocs with Material alone on the same text, and how large they are."""

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.bench import record
from tests.bench.measuring import Row, board, ratio, seconds

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

# Nothing that costs MkDocs time: no search, and no navigation, which it would repeat on every page.
_ALONE = {
    "site_name": "Alone",
    "theme": {"name": "material", "font": False},
    "plugins": [],
    "nav": [{"Home": "index.md"}],
    "validation": {"nav": {"omitted_files": "ignore"}},
}


def rows() -> Iterator[Row]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        repository, built, texts = (Path(folder) / name for name in ("board", "built", "alone"))
        record.repository(repository, _COUNT)
        _texts(texts)
        # Each run writes to a folder of its own: to take away thousands of files swings by more than all the rest.
        ours, alone = (map(str, count(1)) for _ in range(2))
        mine, plain, _ = ratio(
            lambda: seconds(board("--root", repository, "build", "--out", built / next(ours), "--now", _NOW)),
            lambda: seconds([*_MKDOCS, str(texts / "mkdocs.yml"), "--site-dir", str(texts / "site" / next(alone))]),
            2,
        )
        pages, others = (sum(1 for _ in made.rglob("*.html")) for made in (built / "1", texts / "site" / "1"))
        sizes = [page.stat().st_size for page in (built / "1").glob("*/opportunities/*/*/*/index.html")]
    times = (pages / mine) / (others / plain)
    yield Row(
        f"build of {_COUNT:,} requests, {pages:,} pages",
        f"{pages / mine:.0f} pages/s, {times:.1f} × MkDocs ({others / plain:.0f} pages/s)",
        "at least 10 ×",
        times >= 10,
    )
    size = statistics.median(sizes)
    yield Row("  page of a request that takes bids", f"{size / 1024:.1f} KB", "at most 12 KB", size <= _MOST)


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
    (folder / "mkdocs.yml").write_text(json.dumps(_ALONE), "utf-8")


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
