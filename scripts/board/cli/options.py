"""Names of the commands and options that several of them share, in both languages."""

import argparse
import gettext
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from board.cli.commands import COMMANDS
from board.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class Usage:
    """What stands before the command.

    Attributes:
        root: Folder of the board.
        language: What everything is said in.
        command: Its name.
    """

    root: Path
    language: Language
    command: str


_ABOUT = Text(
    "A board for small public purchases, as nothing but a Git repository.",
    "Un tableau de petits achats publics, qui n’est qu’un dépôt Git.",
)
_COMMANDS = Text("commands", "commandes")
_EXAMPLE = Text("example", "exemple")
_ROOT = Text("folder of the board (default: here)", "dossier du tableau (par défaut\u00a0: ici)")
_LANGUAGE = Text("language of everything that is printed", "langue de tout ce qui est affiché")
_REST = Text(
    "what the command takes; see: board COMMAND --help",
    "ce que prend la commande\u202f; voir\u00a0: board COMMANDE --help",
)
_NOW = Text(
    "the instant to judge by, with offset (acts take it on trial boards only)",
    "l’instant à considérer, avec décalage (un acte ne l’admet que sur un tableau d’essai)",
)
_NO_INSTANT = Text(
    "{text} is no instant with offset, such as 2026-09-15T14:00:00-04:00",
    "{text} n’est pas un instant avec décalage, comme 2026-09-15T14:00:00-04:00",
)
_AS = Text(
    "who acts: LOGIN, or LOGIN:ID with the numeric id of the forge",
    "qui agit\u00a0: LOGIN, ou LOGIN:ID avec l’identifiant numérique de la forge",
)


def early_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that is asked for, before anything is parsed: ``--lang``, else the one of the terminal."""
    words = list(arguments)
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            return "fr" if word.endswith("=fr") else "en"
        if word == "--lang" and index + 1 < len(words):
            return "fr" if words[index + 1] == "fr" else "en"
    terminal = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "fr" if terminal.startswith("fr") else "en"


def speak(language: Language) -> None:
    """Make the standard library's help and usage errors speak *language*."""
    # argparse asks gettext for each of its sentences; English is what it holds itself.
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
    os.environ["LANGUAGE"] = language


def top_parser() -> argparse.ArgumentParser:
    """The words before the command."""
    language: Language = "fr" if os.environ["LANGUAGE"] == "fr" else "en"
    shown = {name: command for name, command in COMMANDS.items() if not command.hidden}
    width = max(map(len, shown))
    listed = "\n".join(f"  {name:{width}}  {command.does[language]}" for name, command in shown.items())
    parser = argparse.ArgumentParser(
        "board",
        description=_ABOUT[language],
        epilog=f"{_COMMANDS[language]}:\n{listed}".replace(":", "\u00a0:" if language == "fr" else ":", 1),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=_ROOT[language])
    parser.add_argument("--lang", choices=("en", "fr"), default=language, help=_LANGUAGE[language])
    parser.add_argument(
        "command", choices=COMMANDS, metavar="COMMAND" if language == "en" else "COMMANDE", help=_COMMANDS[language]
    )
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help=_REST[language])
    return parser


def parser_of(usage: Usage) -> argparse.ArgumentParser:
    """The parser of one command, to which it adds its own options."""
    command, language = COMMANDS[usage.command], usage.language
    colon = ":" if language == "en" else "\u00a0:"
    return argparse.ArgumentParser(
        f"board {usage.command}",
        description=command.does[language],
        epilog=f"{_EXAMPLE[language]}{colon} {command.example}",
        allow_abbrev=False,
    )


def add_now(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a command be judged by a given instant."""
    add_instant(parser, "--now", _NOW[language], language)


def add_instant(parser: argparse.ArgumentParser, name: str, does: str, language: Language) -> None:
    """Let an instant be given, or ``@`` and the seconds of Unix as forges tell it; without a zone it is refused."""

    def given(text: str) -> datetime:
        try:
            at = datetime.fromtimestamp(int(text[1:]), UTC) if text[:1] == "@" else datetime.fromisoformat(text)
        except (ValueError, OverflowError, OSError):
            at = datetime.min  # noqa: DTZ901 - refused in the next line, as every instant without a zone
        if at.tzinfo is None:
            raise argparse.ArgumentTypeError(_NO_INSTANT[language].format(text=text))
        return at

    parser.add_argument(name, type=given, metavar="INSTANT", help=does)


def add_as(parser: argparse.ArgumentParser, language: Language) -> None:
    """Make a command ask who acts."""
    parser.add_argument("--as", dest="by", required=True, metavar="LOGIN[:ID]", help=_AS[language])


def person(text: str) -> tuple[str, str]:
    """Login and numeric id, such as ``github:900012``, of ``LOGIN[:ID]``; without id it is empty."""
    login, _, identifier = text.partition(":")
    return login.lower(), f"github:{identifier}" if identifier else ""
