"""A bare repository as a host: its settings, its hooks, its key, and who pushes to it."""

import hmac
import os
import secrets
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from git import Git

from board.adapters.objects import ENVIRONMENT, open_repository
from board.adapters.process import run
from board.model.host import Pusher
from board.model.reference import is_login

_FOLDER, _KEY, _SIGNED = "board", "key", "signed"

# Who signs which pushes; in the folder of the host.
SIGNERS = "board/allowed_signers"

# Who the forced command says that it is; hooks take nothing else from the environment.
PUSHER = "BOARD_PUSHER"

_LARGEST_PUSH = 4 << 20  # bytes

_SETTINGS = {
    "core.logAllRefUpdates": "always",
    "core.hooksPath": "hooks",
    # Every ref goes through one hook, which moves it itself.
    "receive.procReceiveRefs": "refs",
    "receive.fsckObjects": "true",
    "receive.maxInputSize": str(_LARGEST_PUSH),
    "receive.advertisePushOptions": "true",
    # The hook answers for each ref alone.
    "receive.advertiseAtomic": "false",
    "receive.denyDeletes": "false",
    "receive.denyNonFastForwards": "false",
    "transfer.hideRefs": "refs/host",
    "uploadpack.allowAnySHA1InWant": "false",
    # What a line of the log speaks of is named by refs/host; what was refused goes after a while.
    "gc.pruneExpire": "2.weeks.ago",
    "gc.packRefs": "true",
    "gc.reflogExpire": "never",
    "gc.reflogExpireUnreachable": "never",
    "gpg.format": "ssh",
}

_PROC_RECEIVE = """\
#!/bin/sh
# Made by: board host. Receives what is pushed; see githooks(5), proc-receive.
exec env -i PATH={path} LC_ALL=C.UTF-8 {pusher}="${{{pusher}-}}" \\
    {python} -I -m board --root "$(pwd -P)" hook proc-receive{more}
"""

# proc-receive does not see the certificate of a signed push. Both hooks have one parent, so a file named for it hands
# on who signed; it is written anew each time, since the numbers of processes come back.
_PRE_RECEIVE = """\
#!/bin/sh
# Made by: board host. Hands the signer of a signed push on to proc-receive.
umask 077
[ -d board/signed ] || mkdir -p board/signed
for left in board/signed/*; do
    [ ! -e "$left" ] || find board/signed -type f \\( -mmin +60 -o -name "$PPID" \\) -delete
    break
done
printf '%s %s %s\\n' "${GIT_PUSH_CERT_STATUS:--}" "${GIT_PUSH_CERT_NONCE_STATUS:--}" "${GIT_PUSH_CERT_SIGNER:--}" \\
    > "board/signed/$PPID" || {
    echo "The host failed, and nothing was taken in; push again." >&2
    echo "L’hôte a échoué, et rien n’a été reçu ; poussez de nouveau." >&2
    exit 1
}
"""


class NoHostError(Exception):
    """A repository was not made by `board host`, or its key is lost.

    Attributes:
        root: Which.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(f"{root} is no host: it has no key")
        self.root = root


Obstacle = Literal["other-files", "not-bare", "interpreter", "no-public-key"]


class CannotHostError(Exception):
    """A host cannot be made, or a key cannot be let in.

    Attributes:
        obstacle: What stood in the way.
        name: Of the folder or interpreter.
    """

    def __init__(self, obstacle: Obstacle, name: object) -> None:
        super().__init__(f"{obstacle}: {name}")
        self.obstacle = obstacle
        self.name = str(name)


@dataclass(frozen=True, slots=True)
class Made:
    """What `make` did.

    Attributes:
        new: Whether the host was not there before.
        filled: Whether main was taken over from a board.
        empty: Whether it has no main yet.
    """

    new: bool
    filled: bool
    empty: bool


def make(root: Path, board: Path | None, clock: Path | None) -> Made:
    """Make a host at *root*, or bring its settings and hooks up to date; what it holds stays.

    Args:
        root: Folder of the bare repository.
        board: Whose main, tags and log are taken over where the host has no main yet; None for nobody's.
        clock: File that holds the instant of the host, for tests; None for the machine's clock.

    Raises:
        CannotHostError: Something else stands there, or this interpreter does not find the program by itself.
        OSError: Nothing can be written there.
    """
    _try_interpreter()
    new = not root.exists() or not any(root.iterdir())
    if not new and not (root / "HEAD").is_file():
        raise CannotHostError("other-files", root)
    git = Git(str(root.parent.resolve()))
    git.update_environment(**ENVIRONMENT)
    if new:
        root.parent.mkdir(parents=True, exist_ok=True)
        git.init("--quiet", "--bare", "--initial-branch=main", "--template=", str(root.resolve()))
    if not _is_bare(root):
        raise CannotHostError("not-bare", root)
    _make_key(root)
    repo = open_repository(root)
    for name, value in _SETTINGS.items():
        run(repo, "config", name, value)
    run(repo, "config", "gpg.ssh.allowedSignersFile", str((root / SIGNERS).resolve()))
    if not _asked(root, "receive.certNonceSeed"):
        run(repo, "config", "receive.certNonceSeed", secrets.token_hex(32))
    _write_hooks(root, clock)
    filled = board is not None and not _has_main(root)
    if filled and board is not None:
        words = ("fetch", "--quiet", "--no-write-fetch-head", "--no-auto-gc", str(board.resolve()))
        run(repo, *words, "+refs/heads/main:refs/heads/main", "+refs/tags/*:refs/tags/*", *_log_of(board))
    return Made(new, filled, not _has_main(root))


def key(root: Path) -> bytes:
    """The key of the host at *root*, from which the salts of its lines follow.

    Raises:
        NoHostError: There is none.
    """
    try:
        return bytes.fromhex(_key_file(root).read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise NoHostError(root) from error


def pusher(root: Path, parent: int, environment: str | None) -> Pusher:
    """Who pushes: by the forced command, else by the key of a signed push, else nobody knows.

    Args:
        root: Of the host.
        parent: Number of the process that runs the hooks.
        environment: What the forced command says; None or empty where there is none.
    """
    signed = root / _FOLDER / _SIGNED / str(parent)
    try:
        words = signed.read_text("utf-8", "replace").split()
        signed.unlink()
    except OSError:
        words = []
    login = (environment or "").partition(":")[0]
    if environment and hmac.compare_digest(environment, proof(root, login)):
        return Pusher(login, "key")
    if len(words) == 3 and words[:2] == ["G", "OK"] and is_login(words[2]):
        return Pusher(words[2], "key")
    return Pusher("", "claimed")


def proof(root: Path, login: str) -> str:
    """What the forced command hands to the hooks: a login, and a sign that nobody else can make.

    Raises:
        NoHostError: The host has no key.
    """
    return f"{login}:{hmac.new(key(root), f'pusher {login}'.encode(), 'sha256').hexdigest()}"


def instant_in(clock: Path) -> datetime:
    """The instant that a file holds, with its offset.

    Raises:
        ValueError: It holds none.
        OSError: It cannot be read.
    """
    at = datetime.fromisoformat(clock.read_text("ascii").strip())
    if at.tzinfo is None:
        raise ValueError(f"{clock} holds an instant without an offset")
    return at


def program() -> list[str]:
    """The words that start this program by the very interpreter that runs it, whatever the environment says."""
    return [sys.executable, "-I", "-m", "board"]


def search_path() -> str:
    """Where programs are looked for: Git's own folder, and those of the system."""
    found = shutil.which("git")
    return os.pathsep.join(dict.fromkeys([*([str(Path(found).parent)] if found else []), "/usr/bin", "/bin"]))


def _try_interpreter() -> None:
    words = ["env", "-i", *program(), "--help"]
    if subprocess.run(words, capture_output=True, check=False).returncode != 0:
        raise CannotHostError("interpreter", sys.executable)


def _key_file(root: Path) -> Path:
    return root / _FOLDER / _KEY


def _make_key(root: Path) -> None:
    folder = root / _FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _key_file(root).exists():
        descriptor = os.open(_key_file(root), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{secrets.token_hex(32)}\n")
            file.flush()
            os.fsync(file.fileno())


def _write_hooks(root: Path, clock: Path | None) -> None:
    more = f" --clock {shlex.quote(str(clock.resolve()))}" if clock else ""
    python = shlex.quote(sys.executable)
    hook = _PROC_RECEIVE.format(path=shlex.quote(search_path()), pusher=PUSHER, python=python, more=more)
    (root / "hooks").mkdir(exist_ok=True)
    for name, text in (("proc-receive", hook), ("pre-receive", _PRE_RECEIVE)):
        path = root / "hooks" / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)


def _is_bare(root: Path) -> bool:
    git = Git(str(root.resolve()))
    git.update_environment(**ENVIRONMENT, GIT_DIR=str(root.resolve()))
    return str(git.config("--get", "--default", "false", "core.bare")).strip() == "true"


def _has_main(root: Path) -> bool:
    return bool(run(open_repository(root), "for-each-ref", "refs/heads/main").strip())


def _log_of(board: Path) -> Sequence[str]:
    listed = run(open_repository(board), "for-each-ref", "refs/heads/receipts").strip()
    return ["+refs/heads/receipts:refs/heads/receipts"] if listed else []


def _asked(root: Path, name: str) -> str:
    return str(open_repository(root).git.config("--get", "--default", "", name)).strip()
