"""A page with a transcript, read as a script: who types what and when, and what the program answers.

A step is a line such as ``*m-singh · 2026-09-08 10:12*`` and the fenced block below it. A block of the kind ``console``
holds commands behind ``$`` and their answers; any other kind holds a file as that person filled it in, and its line
ends with the path.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Toronto")

_HEAD = re.compile(r"\*([a-z0-9-]+) · (\d{4}-\d\d-\d\d \d\d:\d\d)(?: · `([^`]+)`)?\*")
_TYPED = re.compile(r"([^<>]{0,30})>(?: (.*))?")
_QUESTION = re.compile(r"\d+ (?:of|de) \d+\. (.*)")


@dataclass(frozen=True, slots=True)
class Step:
    """What one person does at one time.

    Attributes:
        who: Login.
        at: Instant.
        path: Of the file that is filled in; empty where commands are typed.
        first: Index of the first line inside the fence.
        last: Index of the line that closes the fence.
        lines: Between the two.
    """

    who: str
    at: datetime
    path: str
    first: int
    last: int
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        lines: As they stand on the page, the prompt among them.
        text: What is typed.
        said: What stands below it: the answer.
    """

    lines: Sequence[str]
    text: str
    said: Sequence[str]

    @property
    def answers(self) -> Mapping[str, Sequence[str]]:
        """Question to what was typed below it; the program asks with a line that ends with ``>``."""
        found: dict[str, list[str]] = {}
        for index, line in enumerate(self.said):
            if typed := _TYPED.fullmatch(line):
                found.setdefault(last_question(self.said[:index]), []).append(typed[2] or "")
        return found


def last_question(lines: Sequence[str]) -> str:
    """The last question that a terminal shows, without its number."""
    asked = (_QUESTION.fullmatch(line) for line in reversed(lines))
    return next((match[1] for match in asked if match), "")


def steps(text: str) -> Sequence[Step]:
    """The steps of a page, in the order of the page."""
    lines, found, index = text.splitlines(), [], 0
    while index < len(lines):
        head = _HEAD.fullmatch(lines[index])
        index += 1
        if not head:
            continue
        opening = next(at for at in range(index, len(lines)) if lines[at].startswith("```"))
        closing = next(at for at in range(opening + 1, len(lines)) if lines[at] == "```")
        at = datetime.strptime(head[2], "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
        inside = lines[opening + 1 : closing]
        found.append(Step(head[1], at, head[3] or "", opening + 1, closing, inside))
        index = closing + 1
    return found


def commands(step: Step) -> Sequence[Command]:
    """The commands of a step; none where a file is filled in."""
    starts = [index for index, line in enumerate(step.lines) if line.startswith("$ ")]
    return [_command(step.lines[start:end]) for start, end in pairwise([*starts, len(step.lines)])]


def _command(lines: Sequence[str]) -> Command:
    """A command goes on where the next line begins with ``>``, as a shell shows it."""
    count = next((index for index, line in enumerate(lines) if index and not line.startswith("> ")), len(lines))
    typed = "\n".join([lines[0].removeprefix("$ "), *(line.removeprefix("> ") for line in lines[1:count])])
    return Command(lines[:count], re.sub(r"\\\n *", "", typed), lines[count:])


def rewritten(text: str, played: Sequence[tuple[Step, Sequence[str]]]) -> str:
    """The page with what was played in place of what stood inside each fence."""
    lines = text.splitlines()
    for step, inside in reversed(played):
        lines[step.first : step.last] = inside
    return "\n".join(lines) + "\n"
