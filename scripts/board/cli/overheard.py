"""A console for a command that another command runs: what is printed is kept, and told by whoever ran it."""

import json
from collections.abc import Iterable

from board.cli.console import Console
from board.core.text import Language, Text
from board.render.trial import TRIAL


class Overheard(Console):
    """Keeps what is said, but for the first line of a trial board, which is said once a run.

    Attributes:
        said: Line by line.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self.said: list[str] = []

    def say(self, text: Text | str, **values: object) -> None:
        """Keep one line."""
        if text is not TRIAL:
            self.said.append(self.worded(text, values))

    def lines(self, lines: Iterable[str]) -> None:
        """Keep lines."""
        self.said += lines

    @property
    def document(self) -> dict[str, object]:
        """What was said, where it is the report for programs; empty where nothing was said."""
        found: object = json.loads("\n".join(self.said)) if self.said else {}
        return found if isinstance(found, dict) else {}
