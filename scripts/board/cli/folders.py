"""What commands between closing and outcome read: the folder of a procurement, and what a beacon gave."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from board.adapters.evaluation_folder import NoFolderError, dossier
from board.adapters.given_file import UnreadableFileError
from board.cli.console import Console
from board.core.text import Language, Text

_BEACON = Text("what the named beacon gave, 64 digits from 0 to f", "ce qu’a donné la balise, 64 chiffres de 0 à f")
_NO_FOLDER = Text("{path} is no folder.", "{path} n’est pas un dossier.")
_UNREADABLE = Text("{path} cannot be read: {problem}.", "{path} ne se lit pas\u00a0: {problem}.")


def add_beacon(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a command be told what the public beacon of a draw gave."""
    parser.add_argument("--beacon", metavar="HEX", default="", help=_BEACON[language])


def dossier_of(folder: Path | None, console: Console) -> Mapping[str, bytes]:
    """Path below the folder to content; empty where none was named."""
    if folder is None:
        return {}
    try:
        return dossier(folder)
    except NoFolderError as error:
        raise console.misused(_NO_FOLDER, path=folder) from error
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=error.path, problem=error.problem) from error
