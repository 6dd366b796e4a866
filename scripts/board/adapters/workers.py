"""One job over many batches, on several processes."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

from board.adapters.collector import collect_seldom, keep_all

Batch = TypeVar("Batch")
Result = TypeVar("Result")

# How the job of this process is made, and the job once it is.
_setup: list[Callable[[], Callable[[Any], object]]] = []
_job: list[Callable[[Any], object]] = []


def processes() -> int:
    """How many processes this machine runs side by side."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def mapped(
    setup: Callable[..., Callable[[Batch], Result]],
    arguments: Sequence[object],
    batches: Sequence[Batch],
    workers: int,
) -> Iterator[Result]:
    """The result of each batch, in the order of the batches, as soon as it and all before it are there.

    Args:
        setup: Called once in each process; gives the job. A function of a module, since processes are handed its name.
        arguments: Of the set-up.
        batches: What the job is called with.
        workers: How many processes; with one, or one batch, everything stays in this process.

    Raises:
        BrokenProcessPool: A process died, so that its batch has no result.
        Exception: Whatever set-up or job raised.
    """
    if workers < 2 or len(batches) < 2:
        job = setup(*arguments)
        yield from map(job, batches)
        return
    pool = ProcessPoolExecutor(
        min(workers, len(batches)), _context(), initializer=_begin, initargs=(setup, tuple(arguments))
    )
    try:
        yield from pool.map(_work, batches)
    finally:
        pool.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """Copies of this process where that is safe, which saves a second of imports; else new ones.

    A copy of a process with threads can hold a lock that nobody opens again.
    """
    forking = "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" and os.uname().sysname == "Linux"
    return multiprocessing.get_context("fork" if forking and threading.active_count() == 1 else "spawn")


def _begin(setup: Callable[..., Callable[[Any], object]], arguments: Sequence[object]) -> None:
    collect_seldom()
    keep_all()
    # Only noted: what a set-up raises here would end the process, and nobody would learn why.
    _setup[:] = [partial(setup, *arguments)]
    _job.clear()


def _work(batch: object) -> Any:  # noqa: ANN401 - results of many kinds pass through one process
    if not _job:
        _job.append(_setup[0]())
    return _job[0](batch)
