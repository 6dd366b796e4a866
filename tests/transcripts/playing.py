"""Plays a page with a transcript: its very commands, on a real host, with real pushes.

The instant of each step stands on the page, and is handed to the commands with ``--now`` and to the host with
``--clock``, so that nothing waits and no clock is read. The program runs in this process and Git in its own.
"""

import hashlib
import io
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import count
from pathlib import Path

import pytest
from tests.cli.awarding import ORGANIZATION, files
from tests.hosts import CLEAN
from tests.transcripts.masks import filled_in, values, with_values
from tests.transcripts.page import Command, Step, commands, last_question, steps
from tests.worlds import world

from board.adapters import host
from board.cli.main import run
from board.core.text import Language
from board.jobs.reading import is_above

# How much of a question may be in other words.
_ALIKE = 0.6
_POLICY = "opportunities/policy.yml"
_SECOND = b"""\
  - login: "j-roy"
    id: "github:900013"
    position:
      en: "Cartographer"
      fr: "Cartographe"
    delegations:
      - may: ["evaluate"]
        up_to: "10000.00"
        from: "2026-04-01"
        to: "2027-03-31"
"""


def board() -> Mapping[str, bytes]:
    """The board of the specimen before its first purchase, with a second evaluator, and with every method allowed."""
    found = {path: data for path, data in files().items() if is_above(path)}
    found[ORGANIZATION] = found[ORGANIZATION].replace(b"disclosure:", _SECOND + b"disclosure:")
    found[_POLICY] = found[_POLICY].replace(b'  - "lowest-price"\n', b'  - "lowest-price"\n  - "reverse-auction"\n')
    return found


class Terminal(io.StringIO):
    """A terminal: what is printed, and what somebody types where something is asked."""

    def isatty(self) -> bool:
        """Somebody sits at it."""
        return True


class Keyboard:
    """What somebody types below each question, and the terminal shows; only Enter where the page has no answer.

    A question that was put in other words keeps its answer, and one that is new on the page waits for the author.
    """

    def __init__(self, answers: Mapping[str, Sequence[str]], terminal: Terminal) -> None:
        self._left = {question: list(typed) for question, typed in answers.items()}
        self._terminal = terminal

    def isatty(self) -> bool:
        """Somebody sits at it."""
        return True

    def readline(self) -> str:
        """One answer."""
        question = last_question(self._terminal.getvalue().splitlines())
        known = next(iter(get_close_matches(question, self._left, 1, _ALIKE)), "")
        line = f"{self._left[known].pop(0)}\n" if self._left.get(known) else "\n"
        self._terminal.write(line)
        return line


class Player:
    """The machine of everybody on one page: ``/srv/board.git`` is the host, ``/home`` has a folder for each person.

    Attributes:
        folder: Where that machine stands.
    """

    def __init__(self, folder: Path, language: Language, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._language = language
        self._patch = patch
        self._here: dict[str, Path] = {}
        # What the page has for an id, a digest or a key, to what this play has.
        self._known: dict[str, str] = {}
        self._clock = folder / "clock"
        source = world(folder / "source.git", board())
        self._clock.write_text("2026-09-01T09:00:00-04:00")
        host.make(folder / "srv" / "board.git", source.root, self._clock)

    def played(self, step: Step) -> Sequence[str]:
        """What stands inside the fence after the step was played."""
        self._clock.write_text(step.at.isoformat())
        if step.path:
            return self._filled_in(step)
        inside: list[str] = []
        for command in commands(step):
            said = self._said(step, command)
            inside += [*(with_values(line, self._known) for line in command.lines), *said]
            self._known |= dict(zip(values(command.said), values(said), strict=False))
        return inside

    def _filled_in(self, step: Step) -> Sequence[str]:
        path = Path(self._real(step.path))
        filled = filled_in(path.read_text("utf-8").splitlines(), step.lines)
        path.write_text("".join(f"{line}\n" for line in filled), "utf-8")
        return filled

    def _said(self, step: Step, command: Command) -> Sequence[str]:
        """Everything that the terminal shows below a command."""
        text = self._real(with_values(command.text, self._known))
        home = self.folder / "home" / step.who
        home.mkdir(parents=True, exist_ok=True)
        here = self._here.setdefault(step.who, home)
        if text.startswith("cd ") and "&&" not in text:
            self._here[step.who] = (here / text.removeprefix("cd ").replace("~", str(home))).resolve(strict=True)
            return ()
        said = (self._board if text.startswith("board ") else self._shell)(text, step, command, here, home)
        lines = said.replace(str(self.folder), "").replace("\r\n", "\n").splitlines()
        return [line.rstrip(" ") for line in lines]

    def _board(self, text: str, step: Step, command: Command, here: Path, home: Path) -> str:
        words = [word.replace("~", str(home), 1) if word.startswith("~/") else word for word in shlex.split(text)[1:]]
        told = () if "verify" in words else ("--now", step.at.isoformat())
        terminal = Terminal()
        with self._patch.context() as patch:
            patch.chdir(here)
            patch.setenv("HOME", str(home))
            patch.setenv("LC_ALL", "fr_CA.UTF-8" if self._language == "fr" else "C.UTF-8")
            patch.setattr("sys.stdout", terminal)
            patch.setattr("sys.stderr", terminal)
            patch.setattr("sys.stdin", Keyboard(command.answers, terminal))
            # Wrong options end the program, as they do at a terminal.
            with suppress(SystemExit):
                run([*words, *told])
        return terminal.getvalue()

    def _shell(self, text: str, step: Step, _command: Command, here: Path, home: Path) -> str:
        at = step.at.isoformat()
        environment = {**CLEAN, "HOME": str(home), "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        words = ["sh", "-c", text]
        done = subprocess.run(
            words, cwd=here, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60
        )
        return done.stdout.decode("utf-8")

    def _real(self, text: str) -> str:
        """A path of the page as it is here."""
        return text.replace("/srv/", f"{self.folder}/srv/")


def play(page: str, folder: Path, language: Language, name: str) -> Iterator[tuple[Step, Sequence[str]]]:
    """Each step of a page, with what stands inside its fence after it was played.

    Args:
        page: Its text.
        folder: Empty.
        language: Of the terminals.
        name: Of the page, from which the numbers follow that nobody is to choose; keys are made anew.
    """
    with pytest.MonkeyPatch.context() as patch:
        numbers = count()
        patch.setattr(
            "secrets.token_bytes", lambda size: hashlib.sha256(f"{name} {next(numbers)}".encode()).digest()[:size]
        )
        player = Player(folder, language, patch)
        for step in steps(page):
            yield step, player.played(step)
