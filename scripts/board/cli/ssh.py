"""`board ssh LOGIN`: the forced command of a key; the login is the key's, whatever the words ask for."""

import argparse
import os
import shlex
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from board.adapters import host_ssh
from board.adapters.snapshot import snapshot
from board.cli.commands import COMMANDS
from board.cli.console import Console
from board.cli.options import Usage, parser_of, speak
from board.cli.receipts import tell
from board.cli.setting import board_of, clock, zone_of
from board.core.text import Language, Text
from board.jobs.reading import is_above
from board.model.snapshot import MAIN
from board.state.authority import acts_for

_LOGIN = Text("whose key it is", "de qui est la clé")
_NOT_THIS = Text(
    "Over SSH this host takes git fetch and git push, and of board: {words}.",
    "Par SSH, cet hôte accepte git fetch et git push, et de board\u00a0: {words}.",
)
_OTHER_REPOSITORY = Text(
    "This key opens one repository only: {name}.", "Cette clé n’ouvre qu’un seul dépôt\u00a0: {name}."
)
_NOBODY = Text(
    "{login} holds no delegation today, and acts on nothing here.",
    "{login} n’a aucune délégation aujourd’hui, et n’agit sur rien ici.",
)
_OTHER = Text("This key is of {login}: leave out --as.", "Cette clé est celle de {login}\u00a0: omettez --as.")

_NO_FILES = Text(
    "Over SSH no file of the host is named: leave out {words}.",
    "Par SSH, on ne nomme aucun fichier de l’hôte\u00a0: omettez {words}.",
)

_SERVICES = {"git-upload-pack": "upload-pack", "git-receive-pack": "receive-pack"}

# What an officer may run beside Git, and whether it asks who acts.
_ACTS = {
    "post": True, "award": True, "cancel": True, "receive": True, "close": False, "settle": True, "evaluate": True,
    "draw": True, "next": True, "rank": False, "verify": False,
}  # fmt: skip

# A file that a client names would be one of the host.
_OF_FILES = ("--pulls", "--out", "--summary", "--outputs")
_RECEIPT = "receipt"


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """Serve what the client asked for; the exit code is that of what it ran."""
    options = _options(usage, rest)
    words = _words(os.environ.get("SSH_ORIGINAL_COMMAND", ""))
    login = options.login
    if words and words[0] in _SERVICES and len(words) == 2:
        root = usage.root.resolve()
        if not _is_here(words[1], root):
            raise console.misused(_OTHER_REPOSITORY, name=root.name)
        host_ssh.serve(root, _SERVICES[words[0]], login, _hidden(usage.root, login))
    if not words or words[0] != "board":
        raise console.misused(_NOT_THIS, words=", ".join(_known()))
    language, asked = _language(words[1:], console.language)
    speak(language)
    own = Console(language)
    if len(asked) == 2 and asked[0] == _RECEIPT:
        return tell(usage.root, login, asked[1], "key", own)
    if not asked or asked[0] not in _known():
        raise own.misused(_NOT_THIS, words=", ".join(_known()))
    return _act(Usage(usage.root, language, asked[0]), login, asked[1:], own)


def _act(usage: Usage, login: str, words: Sequence[str], console: Console) -> int:
    """Run an act as the login of the key."""
    if any(word == "--as" or word.startswith("--as=") for word in words):
        raise console.misused(_OTHER, login=login)
    if any(word.partition("=")[0] in _OF_FILES for word in words):
        raise console.misused(_NO_FILES, words=", ".join(_OF_FILES))
    if not _has_delegation(usage.root, login):
        raise console.misused(_NOBODY, login=login)
    more = ["--as", login] if _ACTS[usage.command] else []
    code: int = import_module(f"board.cli.{COMMANDS[usage.command].module}").run(usage, [*words, *more], console)
    return code


def _known() -> Sequence[str]:
    return [_RECEIPT, *(name for name in _ACTS if name in COMMANDS)]


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser = parser_of(usage)
    parser.add_argument("login", metavar="LOGIN", help=_LOGIN[usage.language])
    return parser.parse_args(rest)


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError:
        return []
    # Git says it in either way.
    return [f"git-{words[1]}", *words[2:]] if words[:1] == ["git"] and len(words) > 1 else words


def _language(words: Sequence[str], otherwise: Language) -> tuple[Language, Sequence[str]]:
    if len(words) > 1 and words[0] == "--lang":
        return ("fr" if words[1] == "fr" else "en"), words[2:]
    return otherwise, words


def _is_here(asked: str, root: Path) -> bool:
    """Whether a path of a client means the repository: its own, or its name."""
    bare = asked.removeprefix("/~/").removeprefix("~/").strip("/")
    return bare in (root.name, root.name.removesuffix(".git")) or Path(asked).resolve() == root


def _hidden(root: Path, login: str) -> list[str]:
    """What the login does not see: bids of others, and postings of others unless it acts for somebody."""
    folders = ["refs/heads/bids"] if _has_delegation(root, login) else ["refs/heads/bids", "refs/heads/posts"]
    return ["refs/host", *folders, *(f"!{folder}/{login}" for folder in folders)]


def _has_delegation(root: Path, login: str) -> bool:
    with snapshot(root) as seen:
        main = seen.refs.get(MAIN, "")
        if not main:
            return False
        tree = seen.tree(main)
        board = board_of({path: tree[path] for path in tree if is_above(path)})
    on = clock(None).astimezone(zone_of(board)).date()
    return any(acts_for(organization, login, "", on) for organization in board.organizations.values())
