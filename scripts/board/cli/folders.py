"""What commands between closing and outcome share: the folder of a procurement, and a person's keys."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from board.adapters.folders import dossier_at, key_file
from board.adapters.given_file import UnreadableFileError
from board.cli.console import Console
from board.core.text import Language, Text
from board.jobs.kept_secrets import UnreadableKeysError, secrets_of

_FOLDER = Text(
    "folder, outside every repository, of what was opened and evaluated",
    "dossier, hors de tout dépôt Git, de ce qui a été ouvert et évalué",
)
_KEYS = Text(
    "folder of your keys (default: board/keys in your folder of settings)",
    "dossier de vos clés (par défaut\u00a0: board/keys dans votre dossier de configuration)",
)
_BEACON = Text("what the named beacon gave, 64 digits from 0 to f", "ce qu’a donné la balise, 64 chiffres de 0 à f")
_NO_FOLDER = Text("{path} is no folder.", "{path} n’est pas un dossier.")
_UNREADABLE = Text("{path} cannot be read: {problem}.", "{path} ne se lit pas\u00a0: {problem}.")
_NO_KEYS = Text(
    "What {folder} keeps of {ref} is not what board keys wrote.",
    "Ce que {folder} garde de {ref} n’est pas ce qu’a écrit board keys.",
)


def add_folder(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a command read what is not in Git before the outcome."""
    parser.add_argument("--folder", type=Path, metavar="DIR", help=_FOLDER[language])


def add_keys(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a command read what somebody keeps."""
    parser.add_argument("--keys", type=Path, metavar="DIR", help=_KEYS[language])


def add_beacon(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let a command be told what the public beacon of a draw gave."""
    parser.add_argument("--beacon", metavar="HEX", default="", help=_BEACON[language])


def dossier_of(folder: Path | None, console: Console) -> Mapping[str, bytes]:
    """Path below the folder to content; empty where none was named."""
    if folder is None:
        return {}
    if not folder.is_dir():
        raise console.misused(_NO_FOLDER, path=folder)
    try:
        return dossier_at(folder)
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=error.path, problem=error.problem) from error


def kept_secrets(keys: Path | None, ref: str, console: Console) -> Mapping[int, str]:
    """Number of a draw to the secret that is kept for it; empty where none is."""
    folder = keys or Path.home() / ".config" / "board" / "keys"
    try:
        data = key_file(folder, ref)
        return secrets_of(data) if data is not None else {}
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=error.path, problem=error.problem) from error
    except UnreadableKeysError as error:
        raise console.misused(_NO_KEYS, folder=folder, ref=ref) from error
