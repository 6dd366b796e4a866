"""How long one file takes through reader, schema and model, beside the bare events of the parser underneath."""

import time
from collections.abc import Callable, Iterator, Sequence

from tests.bench import record
from tests.bench.measuring import Row, ratio
from yaml._yaml import CParser

from board.adapters.resources import schemas
from board.core import yaml
from board.core.schema import Schemas
from board.jobs.reading import read
from board.model.opportunity import opportunity

_SCHEMAS = Schemas(schemas())


def rows() -> Iterator[Row]:
    """The lines of the table."""
    texts = [data for path, data in record.files(2_000) if path.endswith("/opportunity.yml")]
    loaded, bare, times = ratio(lambda: _timed(_load, texts), lambda: _timed(_events, texts), 7)
    micro = 1e6 / len(texts)
    yield Row(
        "reading one request",
        f"{loaded * micro:.0f} µs, {times:.2f} × bare events ({bare * micro:.0f} µs)",
        "at most 2 ×",
        times <= 2,
    )
    read_whole, _, times = ratio(lambda: _timed(_whole, texts), lambda: _timed(_events, texts), 7)
    yield Row("  with schema and model", f"{read_whole * micro:.0f} µs, {times:.2f} ×", "at most 3 ×", times <= 3)


def _timed(work: Callable[[bytes], object], texts: Sequence[bytes]) -> float:
    begun = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - begun


def _events(text: bytes) -> None:
    get_event = CParser(text).get_event
    while get_event() is not None:
        pass


def _load(text: bytes) -> None:
    if yaml.load("opportunity.yml", text).faults:
        raise AssertionError


def _whole(text: bytes) -> None:
    if read("opportunity.yml", text, "opportunity", opportunity, _SCHEMAS)[1] is None:
        raise AssertionError


def main() -> None:
    """Print these lines alone."""
    for row in rows():
        print(f"{row.what:44}{row.found:52}{row.aim}{'' if row.held else '   MISSED'}", flush=True)


if __name__ == "__main__":
    main()
