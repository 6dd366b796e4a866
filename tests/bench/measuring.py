"""Times of whole processes, paired so that a machine's moods cancel out."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        found: The figure.
        aim: What it should be.
        held: Whether it is.
    """

    what: str
    found: str
    aim: str
    held: bool


def board(*words: str | Path) -> list[str]:
    """The command line of the program, run by this interpreter."""
    return [sys.executable, "-m", "board", *map(str, words)]


def seconds(words: Sequence[str], allowed: Sequence[int] = (0,)) -> float:
    """Wall time of a process, start included.

    Raises:
        subprocess.CalledProcessError: It left with a code that is not among *allowed*; a failure is no measurement.
    """
    environment = {**os.environ, "PYTHONPATH": str(TOP / "scripts")}
    begun = time.perf_counter()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - begun
    if done.returncode not in allowed:
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout[-2000:], done.stderr[-2000:])
    return taken


def median(measure: Callable[[], float], times: int = 5) -> float:
    """The median of several measurements, after one that does not count."""
    measure()
    return statistics.median(measure() for _ in range(times))


def ratio(one: Callable[[], float], other: Callable[[], float], times: int = 3) -> tuple[float, float, float]:
    """Medians of both and of their ratio, pair by pair, after a pair that does not count."""
    one(), other()
    pairs = [(one(), other()) for _ in range(times)]
    return (
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
        statistics.median(first / second for first, second in pairs),
    )


def peak_megabytes() -> float:
    """The most memory that any one process which this one started has held."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
