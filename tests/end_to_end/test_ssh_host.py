"""A host over SSH, with a real `sshd` on the loopback: a login sees and moves its own bids, and nothing of others."""

import getpass
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.hosts import CLEAN, Host, Pushed, hosted, pushed
from tests.worlds import REF, git

from board.adapters import host_ssh

SSHD = Path("/usr/sbin/sshd")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SSHD.exists(), reason="there is no sshd; `make test` installs it"),
]

_SETTINGS = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
PidFile {folder}/pid
AuthorizedKeysFile {folder}/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
# As careless as an administrator may be.
AcceptEnv *
PermitUserEnvironment yes
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A host that an sshd serves.

    Attributes:
        host: The host.
        folder: Where the keys of the logins lie.
        port: On the loopback.
    """

    host: Host
    folder: Path
    port: int

    @property
    def url(self) -> str:
        """What suppliers push to and fetch from."""
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{self.host.root}"

    def environment(self, login: str, **more: str) -> dict[str, str]:
        """Git's environment for who holds the key of *login*."""
        return {**CLEAN, "GIT_SSH_COMMAND": " ".join([*self._ssh(login), "-o SendEnv=*"]), **more}

    def push(self, login: str, *refspecs: str, **more: str) -> Pushed:
        """Push as *login*."""
        return pushed(self.host.world.root, self.url, *refspecs, environment=self.environment(login, **more))

    def git(self, login: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run Git as *login* in a repository of its own."""
        own = self.folder / f"of-{login}"
        if not own.exists():
            git(self.folder, "init", "-q", own.name)
        return subprocess.run(
            ["git", *words], cwd=own, env=self.environment(login, **more), capture_output=True, text=True, timeout=60
        )

    def ssh(self, login: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Say something to the server as *login*."""
        there = f"{getpass.getuser()}@127.0.0.1"
        return subprocess.run([*self._ssh(login), there, *words], env=CLEAN, capture_output=True, text=True, timeout=60)

    def _ssh(self, login: str) -> list[str]:
        settings = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "IdentitiesOnly=yes", "LogLevel=ERROR")
        options = [word for setting in settings for word in ("-o", setting)]
        return ["ssh", "-F", "none", "-p", str(self.port), "-i", str(self.folder / login), *options]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A host with the bid of `maple-works`, pushed over SSH; `northbit` has a key too."""
    folder = tmp_path_factory.mktemp("ssh")
    made = hosted(folder)
    lines = [host_ssh.authorize(made.root, login, _key(folder, login)) for login in ("maple-works", "northbit")]
    (folder / "authorized_keys").write_text("".join(f"{line}\n" for line in lines))
    _key(folder, "host_key")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "settings").write_text(_SETTINGS.format(port=port, folder=folder))
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    words = [str(SSHD), "-D", "-e", "-f", str(folder / "settings")]
    with (folder / "log").open("w") as log, subprocess.Popen(words, stderr=log) as server:
        try:
            _wait(port)
            yield Served(made, folder, port)
        finally:
            server.terminate()


def _key(folder: Path, name: str) -> bytes:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    return (folder / f"{name}.pub").read_bytes()


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("sshd did not start")


def test_a_second_login_sees_and_gets_nothing(served: Served) -> None:
    """It lists, fetches by name, fetches by id in both protocols, and pushes over."""
    bid = f"refs/heads/bids/maple-works/{REF}"
    head = served.host.world.bid()
    done = served.push("maple-works", f"{head}:{bid}", BOARD_PUSHER="northbit", GIT_PROTOCOL="version=2")
    assert done.code == 0, done.said + (served.folder / "log").read_text()
    assert "proven by a key" in done.said
    blob = git(served.host.world.root, "rev-parse", f"{head}:opportunities/{REF}/bids/maple-works.yml")

    own, others = (served.git(login, "ls-remote", served.url) for login in ("maple-works", "northbit"))
    assert f"{head}\t{bid}" in own.stdout
    assert sorted(line.split("\t")[1] for line in others.stdout.splitlines()) == [
        "HEAD",
        "refs/heads/main",
        "refs/heads/receipts",
    ]
    assert served.git("maple-works", "fetch", served.url, bid).returncode == 0
    assert served.git("northbit", "fetch", served.url, "main").returncode == 0
    for version in ("0", "1", "2"):
        for wanted in (bid, head, blob, "refs/host/received/1/maple-works"):
            got = served.git("northbit", "-c", f"protocol.version={version}", "fetch", served.url, wanted)
            assert got.returncode != 0, (version, wanted)
    for known in (head, blob):
        assert served.git("northbit", "cat-file", "-e", known).returncode != 0

    over = served.push("northbit", f"+{served.host.world.bid('northbit')}:{bid}")
    gone = served.push("northbit", f":{bid}")
    assert (over.code, gone.code) == (1, 1)
    assert "maple-works" not in over.said.replace(bid.removeprefix("refs/heads/"), "")
    assert served.host.refs()[bid] == head

    mine = served.push("northbit", f"{served.host.world.bid('northbit')}:refs/heads/bids/northbit/{REF}")
    assert mine.code == 0, mine.said
    assert len(served.host.lines()) == 2


def test_a_key_opens_nothing_but_the_host(served: Served) -> None:
    """No shell, no other repository, no act without a delegation; the own receipts are read again."""
    for words in (("id",), ("git-upload-pack", "/etc"), ("board", "verify"), ("sh", "-c", "'id'")):
        done = served.ssh("northbit", *words)
        assert (done.returncode, done.stdout) == (2, ""), (words, done.stderr)
    told = served.ssh("northbit", "board", "receipt", REF)
    assert told.returncode in (0, 1)
    assert "maple-works" not in told.stdout
