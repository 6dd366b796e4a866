"""A host over SSH: the line that lets a key in, and Git's side of what the key is for."""

import os
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

from board.adapters.host import PUSHER, SIGNERS, CannotHostError, program, proof, search_path
from board.adapters.objects import ENVIRONMENT


def authorize(root: Path, login: str, public: bytes) -> str:
    """Note a key for signed pushes, and give the line for ``authorized_keys``.

    Args:
        root: Of the host.
        login: Whose key.
        public: Content of the file with the public key.

    Raises:
        CannotHostError: It is no public key.
    """
    words = public.decode("utf-8", "replace").split()
    if len(words) < 2 or not words[0].startswith(("ssh-", "ecdsa-", "sk-")) or "\n" in public.decode("latin-1").strip():
        raise CannotHostError("no-public-key", root)
    signers = root / SIGNERS
    line = f'{login} namespaces="git" {words[0]} {words[1]}\n'
    if line not in (signers.read_text("utf-8") if signers.exists() else ""):
        with signers.open("a", encoding="utf-8") as file:
            file.write(line)
    run = shlex.join([*program(), "--root", str(root.resolve()), "ssh", login])
    # Whatever variables an sshd lets in, nothing but the words of the client reaches the program.
    asked = 'SSH_ORIGINAL_COMMAND="$SSH_ORIGINAL_COMMAND"'
    command = f"exec env -i PATH={shlex.quote(search_path())} LC_ALL=C.UTF-8 {asked} {run}"
    escaped = command.replace("\\", "\\\\").replace('"', '\\"')
    return f'restrict,command="{escaped}" {words[0]} {words[1]} {login}'


def serve(root: Path, service: str, login: str, hidden: Sequence[str]) -> None:
    """Become Git's side of a fetch or push; comes back only where Git cannot be started.

    Args:
        root: Of the host.
        service: ``upload-pack`` or ``receive-pack``.
        login: Who is served.
        hidden: What ``transfer.hideRefs`` is, beside what the repository hides from everybody.
    """
    environment = {
        **ENVIRONMENT,
        "PATH": search_path(),
        PUSHER: proof(root, login),
    }
    environment.pop("GIT_OPTIONAL_LOCKS")
    words = [word for ref in hidden for word in ("-c", f"transfer.hideRefs={ref}")]
    git = shutil.which("git", path=search_path()) or "git"
    os.execve(git, [git, *words, service, str(root.resolve())], environment)  # noqa: S606 - no shell is wanted
