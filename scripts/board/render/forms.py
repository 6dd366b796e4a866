"""What the files to fill in have in common: questions, comments, and values as YAML has them."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.state.ledger import schema_address

# What an answer is: text on one line; the same in both languages; one entry after the other in both languages; an
# amount; a day; yes or no; a login; a word of a few; an address on the Web; the whole id of a commit.
Form = Literal["text", "both", "list", "money", "day", "yes", "login", "choice", "url", "commit"]

# Field to what was answered, already in the form that the file takes. A bilingual field is two, such as ``title.en``;
# a list counts its entries from 1, such as ``deliverables.1.en``. What was not answered is absent.
Answers: TypeAlias = Mapping[str, str]

_WIDTH = 112


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked of the person who fills in a file.

    Attributes:
        field: Key in the file, with dots.
        form: What an answer is.
        ask: What is asked: the comment above the field, and the question at a terminal.
        facts: What stands for the placeholders of *ask*, as the file or the language writes it.
        optional: Whether the file stands without it.
        choices: What an answer may be, where there are few.
        most: Characters of a text at most; 0 for no limit of its own.
        prompt: The question at a terminal, where the comment says how the file writes the answer; None for *ask*.
    """

    field: str
    form: Form
    ask: Text
    facts: Mapping[str, str]
    optional: bool = False
    choices: tuple[str, ...] = ()
    most: int = 0
    prompt: Text | None = None

    def asked(self, language: Language) -> str:
        """The comment above the field."""
        return self.ask[language].format_map(self.facts)

    def prompted(self, language: Language) -> str:
        """The question at a terminal."""
        return (self.prompt or self.ask)[language].format_map(self.facts)


@lru_cache(256)
def comment(text: str, indent: str = "") -> tuple[str, ...]:
    """*text* as lines of comment; a line that somebody else wrote cannot end the comment.

    What the board says stands in every file, and is wrapped once.
    """
    start = f"{indent}# "
    # Lines break at spaces alone, so an address stays whole, and in French what a non-breaking space joins.
    return tuple(
        (start + line).rstrip(" ")
        for paragraph in text.splitlines()
        for line in textwrap.wrap(paragraph, _WIDTH - len(start), break_long_words=False, break_on_hyphens=False)
        or ("",)
    )


def schema_line(settings: BoardSettings, kind: str, path: str) -> str:
    """The first line of a file, which leads an editor to the schema: at the board's address, else beside the board.

    Args:
        settings: Of the board.
        kind: Of the file.
        path: Where the file stands, from the root of the board.
    """
    beside = "../" * path.count("/") + f"schema/{kind}.v1.schema.json"
    return f"# yaml-language-server: $schema={schema_address(settings, kind) or beside}"


def quoted(text: str) -> str:
    """*text* in double quotes; what is beyond ASCII stands as it is."""
    return json.dumps(text, ensure_ascii=False)


def both(answers: Answers, field: str, indent: str) -> Iterator[str]:
    """The two lines of a bilingual value."""
    for language in ("en", "fr"):
        yield f"{indent}{language}: {quoted(answers.get(f'{field}.{language}', ''))}"


def entries(answers: Answers, field: str) -> int:
    """How many entries of a list were answered."""
    count = 0
    while f"{field}.{count + 1}.en" in answers:
        count += 1
    return count
