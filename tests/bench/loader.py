"""How long one file takes through reader, schema and model, beside the bare events of the parser underneath."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence

from tests.bench import record
from tests.bench.measuring import Row
from yaml._yaml import CParser

from board.adapters.resources import schemas
from board.core import yaml
from board.core.schema import Schemas
from board.jobs.reading import read
from board.model.opportunity import opportunity

_TURN = 20  # texts
_SCHEMAS = Schemas(schemas())


def rows() -> Iterator[Row]:
    """The lines of the table."""
    texts = [data for path, data in record.files(2_000) if path.endswith("/opportunity.yml")]
    bare, loaded, whole = _side_by_side(texts, _events, _load, _whole)
    yield Row(
        "reading one request",
        f"{loaded:.0f} µs, {loaded / bare:.2f} × bare events ({bare:.0f} µs)",
        "at most 2 ×",
        loaded <= 2 * bare,
    )
    yield Row("  with schema and model", f"{whole:.0f} µs, {whole / bare:.2f} ×", "at most 3 ×", whole <= 3 * bare)


def _side_by_side(texts: Sequence[bytes], *works: Callable[[bytes], object]) -> list[float]:
    """Microseconds of each work on one text: the first decile of short turns taken one after the other.

    Whoever else works on the machine makes a turn longer and never shorter.
    """
    turns: list[list[float]] = [[] for _ in works]
    for first in range(0, len(texts), _TURN):
        for work, taken in zip(works, turns, strict=True):
            begun = time.perf_counter()
            for text in texts[first : first + _TURN]:
                work(text)
            taken.append((time.perf_counter() - begun) / _TURN * 1e6)
    return [statistics.quantiles(taken, n=10)[0] for taken in turns]


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
