"""How far a long command is, on a terminal alone."""

import sys
import time
from types import TracebackType
from typing import Self

from board.cli.console import Console
from board.core.text import Text
from board.render.locale import number

_REACHED = Text("{done} of {all}", "{done} sur {all}")

# Who waits less than this sees nothing of it.
_PATIENCE = 1.0


class Progress:
    """A line on standard error that tells how much is done, from the second second on; gone when it is over."""

    def __init__(self, console: Console, total: int) -> None:
        self._language = console.language
        self._total = total
        self._began = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def reached(self, done: int) -> None:
        """So many are done."""
        if not sys.stderr.isatty() or time.monotonic() - self._began < _PATIENCE:
            return
        counts = {"done": number(done, self._language), "all": number(self._total, self._language)}
        sys.stderr.write("\r\x1b[K" + _REACHED[self._language].format(**counts))
        sys.stderr.flush()
        self._shown = True
