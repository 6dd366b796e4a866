"""How long `board check` takes: a board of ten thousand, one bid beside ever more, and saying what it can do."""

import multiprocessing
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench import record
from tests.bench.measuring import Row, board, median, peak_megabytes, ratio, seconds
from yaml._yaml import CParser

_NOW = record.NOW.isoformat()


def rows() -> Iterator[Row]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _whole_board(Path(folder), 10_000)
        yield from _one_bid(Path(folder))
    taken = median(lambda: seconds(board("--help")))
    yield Row("board --help", f"{taken:.2f} s", "under 0.3 s", taken < 0.3)


def _whole_board(folder: Path, count: int) -> Iterator[Row]:
    """Start-up is taken off by a board of one; the parser alone gets the same bytes on as many processes."""
    large, small = record.repository(folder / "large", count), record.repository(folder / "small", 1)
    texts = [data for path, data in record.files(count) if path.endswith("/opportunity.yml")]
    size = sum(map(len, texts)) / len(texts) / 1000
    start = median(lambda: seconds(board("--root", small, "check", "--now", _NOW)), 3)
    with multiprocessing.get_context("spawn").Pool(2) as pool:

        def bare() -> float:
            begun = time.perf_counter()
            pool.map(_events, (texts[::2], texts[1::2]), chunksize=1)
            return time.perf_counter() - begun

        whole, parser, times = ratio(lambda: seconds(board("--root", large, "check", "--now", _NOW)) - start, bare)
    yield Row(
        f"check of {count:,} requests of {size:.1f} KB",
        f"{whole:.2f} s, {times:.1f} × bare events ({parser:.2f} s)",
        "at most 4 ×",
        times <= 4,
    )
    memory = peak_megabytes()
    yield Row("  memory of the largest process", f"{memory:.0f} MB", "under 500 MB", memory < 500)


def _events(texts: Sequence[bytes]) -> int:
    """Bare events of the C parser, and nothing done with them."""
    count = 0
    for text in texts:
        parser = CParser(text)
        while parser.check_event():
            parser.get_event()
            count += 1
    return count


def _one_bid(folder: Path) -> Iterator[Row]:
    for count in (1_000, 10_000, 50_000):
        repository = record.repository(folder / str(count), count)
        change = ("--base", "main", "--head", "bid", "--author", "maple-works", "--now", _NOW)
        taken = median(partial(seconds, board("--root", repository, "check", *change)))
        yield Row(f"check of one bid beside {count:,} requests", f"{taken:.2f} s", "under 1 s", taken < 1)
