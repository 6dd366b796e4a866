"""What is printed, and how wrong use is told."""

import sys
from collections.abc import Iterable

from board.core.text import Language, Text


class InUseError(Exception):
    """The command was used wrongly, or cannot work here; the message says so in the language of the run."""


class Console:
    """The two streams of the terminal, in one language.

    Attributes:
        language: What everything is said in.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                # A terminal that is no UTF-8, and paths that are none, must not end a check.
                reconfigure(errors="backslashreplace")

    def say(self, text: Text | str, **values: object) -> None:
        """One line on standard output."""
        print(self.worded(text, values))

    def complain(self, text: Text | str, **values: object) -> None:
        """One line on standard error."""
        print(self.worded(text, values), file=sys.stderr)

    def lines(self, lines: Iterable[str]) -> None:
        """Lines on standard output."""
        for line in lines:
            print(line)

    def misused(self, text: Text, **values: object) -> InUseError:
        """The error to raise where the command cannot be done as it was asked for."""
        return InUseError(self.worded(text, values))

    def worded(self, text: Text | str, values: dict[str, object]) -> str:
        """A text in the language of the run, with its values."""
        return text if isinstance(text, str) else text[self.language].format(**values)
