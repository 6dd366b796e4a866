"""A job over batches, on several processes: in order, and never quietly short of one."""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool

import pytest

from board.adapters.workers import mapped, processes


def doubling(factor: int) -> Callable[[int], tuple[int, int]]:
    """Multiplies, and tells in which process."""
    return lambda batch: (batch * factor, os.getpid())


def looking() -> Callable[[int], tuple[int, bool]]:
    """Tells after how many new objects its process looks for garbage, and whether it leaves out what was there."""
    return lambda _: (gc.get_threshold()[0], gc.get_freeze_count() > 0)


def lagging() -> Callable[[float], float]:
    """The first batch is done last."""

    def job(batch: float) -> float:
        time.sleep(batch)
        return batch

    return job


def raising(where: str) -> Callable[[str], str]:
    """Raises in its set-up, or at one batch, or kills its process there."""
    if where == "set-up":
        raise LookupError(where)

    def job(batch: str) -> str:
        if batch == where == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        if batch == where:
            raise LookupError(where)
        return batch

    return job


@pytest.mark.parametrize(("workers", "batches"), [(1, 5), (2, 1)])
def test_stays_here_where_little_is_to_do(workers: int, batches: int) -> None:
    """One worker, or one batch, starts no process."""
    found = list(mapped(doubling, (2,), range(batches), workers))

    assert found == [(2 * number, os.getpid()) for number in range(batches)]


def test_works_elsewhere_where_much_is() -> None:
    """Several workers do it in processes of their own."""
    found = list(mapped(doubling, (3,), range(20), 2))

    assert [value for value, _ in found] == [3 * number for number in range(20)]
    assert os.getpid() not in {process for _, process in found}


def test_processes_of_their_own_seldom_look_for_garbage() -> None:
    """What was there before is never looked at again, and little is looked through in between."""
    assert set(mapped(looking, (), range(4), 2)) == {(50_000, True)}


def test_keeps_the_order() -> None:
    """A late first batch still comes first."""
    assert list(mapped(lagging, (), [0.2, 0.0, 0.0], 2)) == [0.2, 0.0, 0.0]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("where", ["set-up", "b"])
def test_what_is_raised_arrives(where: str, workers: int) -> None:
    """An error in a process is an error here, as itself."""
    with pytest.raises(LookupError, match=where):
        list(mapped(raising, (where,), ["a", "b", "c"], workers))


def test_a_process_that_dies_is_an_error() -> None:
    """A batch whose process was killed has no result, so there is no list without it."""
    with pytest.raises(BrokenProcessPool):
        list(mapped(raising, ("dies",), ["a", "dies", "c"], 2))


def test_a_process_with_threads_is_not_copied() -> None:
    """Beside a running thread new processes are started afresh, and give the same."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        found = [value for value, _ in mapped(doubling, (2,), [1, 2, 3], 2)]
    finally:
        stop.set()
        thread.join()

    assert found == [2, 4, 6]


def test_counts_what_the_machine_has() -> None:
    """At least the one that asks."""
    assert processes() >= 1
