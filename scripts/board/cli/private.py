"""Folders outside every repository, as commands name them: keys and secrets, and what is opened before the outcome."""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from board.adapters.key_store import OtherPersonError, UnreadableKeysError, kept
from board.adapters.keys import UnusableKeyError
from board.adapters.outside import InsideRepositoryError, NotTheSameError, TooOpenError
from board.cli.console import Console
from board.core.text import Language, Text
from board.render.wording import visible

_KEYS = Text(
    "folder of your keys and secrets, outside every repository (default: {folder})",
    "dossier de vos clés et de vos secrets, hors de tout dépôt (par défaut\u00a0: {folder})",
)
_FOLDER = Text(
    "folder, outside every repository, of what is opened and evaluated before the outcome",
    "dossier, hors de tout dépôt, de ce qui est ouvert et évalué avant le résultat",
)
_INSIDE = Text(
    "{folder} lies in {top}, and what is kept there must never get into a repository. Name another folder.",
    "{folder} se trouve dans {top}, et ce qu’on y garde ne doit jamais entrer dans un dépôt. Nommez un autre dossier.",
)
_TOO_OPEN = Text(
    "Others on this machine may read {path}. Try: chmod 600 {path}",
    "D’autres personnes peuvent lire {path} sur cette machine. Essayez\u00a0: chmod 600 {path}",
)
_OTHER_PERSON = Text(
    "{path} holds the keys of {by}. Name a folder of your own with --keys.",
    "{path} contient les clés de {by}. Nommez un dossier à vous avec --keys.",
)
_NO_KEYS = Text(
    "{path} is no file of keys, or only a part of one. Put back a copy of it; nothing was written.",
    "{path} n’est pas un fichier de clés, ou n’en est qu’une partie. Remettez-en une copie\u202f; rien n’a été écrit.",
)
_UNUSABLE = Text(
    "The key is no key of age of the type X25519, or was not copied whole.",
    "La clé n’est pas une clé d’age de type X25519, ou n’a pas été copiée en entier.",
)
_OTHER_CONTENT = Text(
    "{path} holds something else, which was left as it is. Name another folder.",
    "{path} contient autre chose, qui a été laissé tel quel. Nommez un autre dossier.",
)
_NOT_WRITTEN = Text("{path} could not be written: {problem}", "Impossible d’écrire {path}\u00a0: {problem}")


def default_folder(name: str) -> Path:
    """Where a person keeps things of that kind unless they say otherwise."""
    return Path.home() / ".config" / "board" / name


def add_keys(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let the folder of keys and secrets be named."""
    told = _KEYS[language].format(folder="~/.config/board/keys")
    parser.add_argument("--keys", metavar="DIR", type=Path, help=told)


def add_folder(parser: argparse.ArgumentParser, language: Language, *, required: bool = False) -> None:
    """Let the folder be named for what is not public before the outcome."""
    parser.add_argument("--folder", metavar="DIR", type=Path, required=required, help=_FOLDER[language])


@contextmanager
def kept_private(console: Console) -> Iterator[None]:
    """Turn what is wrong with a private folder into wrong use, told in the language of the run."""

    def shown(path: Path) -> str:
        return visible(str(path))

    try:
        yield
    except InsideRepositoryError as error:
        raise console.misused(_INSIDE, folder=shown(error.folder), top=shown(error.top)) from error
    except TooOpenError as error:
        raise console.misused(_TOO_OPEN, path=shown(error.path)) from error
    except OtherPersonError as error:
        raise console.misused(_OTHER_PERSON, path=shown(error.path), by=visible(error.by)) from error
    except UnreadableKeysError as error:
        raise console.misused(_NO_KEYS, path=shown(error.path)) from error
    except UnusableKeyError as error:
        raise console.misused(_UNUSABLE) from error
    except NotTheSameError as error:
        raise console.misused(_OTHER_CONTENT, path=shown(error.path)) from error
    except OSError as error:
        path = shown(Path(str(error.filename or "")))
        raise console.misused(_NOT_WRITTEN, path=path, problem=error.strerror or type(error).__name__) from error


def kept_secrets(keys: Path | None, ref: str, by: str, console: Console) -> Mapping[int, str]:
    """Number of a draw to the secret that somebody keeps for it, in hexadecimal; empty where they keep none."""
    with kept_private(console):
        found = kept(keys or default_folder("keys"), ref, by)
    return found.secrets if found else {}
