"""Over SSH a login is that of its key: the words that a client may say, without a server."""

from pathlib import Path

import pytest
from tests.cli.awarding import board
from tests.hosts import Host, hosted
from tests.worlds import REF

from board.adapters import host_ssh
from board.cli import ssh


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host while bids are taken."""
    return hosted(tmp_path)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, list[str]]]:
    """Service, login and hidden refs of each time that Git was to be served; none is."""
    found: list[tuple[str, str, list[str]]] = []

    class EndError(Exception):
        """In the place of becoming another program."""

    def serve(_root: Path, service: str, login: str, hidden: list[str]) -> None:
        found.append((service, login, hidden))
        raise EndError

    monkeypatch.setattr(host_ssh, "serve", serve)
    return found


@pytest.mark.parametrize(
    ("command", "service"),
    [
        ("git-upload-pack '{root}'", "upload-pack"),
        ("git-receive-pack 'host.git'", "receive-pack"),
        ("git upload-pack '/~/host'", "upload-pack"),
    ],
)
def test_git_is_served_on_one_repository(
    made: Host,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    served: list[tuple[str, str, list[str]]],
    command: str,
    service: str,
) -> None:
    """By its path or by its name; a supplier sees own bids and postings alone."""
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", command.format(root=made.root))
    board(capsys, made.root, "ssh", "maple-works")

    folders = ["refs/heads/bids", "refs/heads/posts"]
    hidden = ["refs/host", *folders, *(f"!{folder}/maple-works" for folder in folders)]
    assert served == [(service, "maple-works", hidden)]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("", "takes git fetch and git push"),
        ("git-upload-pack '/etc'", "opens one repository only: host.git"),
        ("git-upload-pack", "takes git fetch and git push"),
        ("git-upload-archive 'host.git'", "takes git fetch and git push"),
        ("sh -c 'id'", "takes git fetch and git push"),
        ("git-upload-pack 'host.git", "takes git fetch and git push"),
        ("git-upload-pack 'host.git'; id", "takes git fetch and git push"),
        ("board", "takes git fetch and git push"),
        ("board init x", "takes git fetch and git push"),
        ("board --root / verify", "takes git fetch and git push"),
        ("board verify", "holds no delegation today"),
        (f"board award {REF} --pulls=/etc/passwd", "no file of the host is named"),
        (f"board award {REF} --as a-tremblay", "leave out --as"),
        (f"board --lang fr award {REF} --as=a-tremblay", "omettez --as"),
    ],
)
def test_anything_else_is_refused(
    made: Host,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    served: list[tuple[str, str, list[str]]],
    command: str,
    said: str,
) -> None:
    """Nothing is run, and the answer says what is taken."""
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", command)

    ran = board(capsys, made.root, "ssh", "maple-works")

    assert ran.code == 2
    assert said in ran.err
    assert served == []


def test_a_supplier_reads_own_receipts_again(
    made: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nobody else's."""
    made.bid()
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"board --lang fr receipt {REF}")

    own, other = board(capsys, made.root, "ssh", "maple-works"), board(capsys, made.root, "ssh", "northbit")

    assert (own.code, "ligne 1 du registre" in own.out, "prouvée par une clé" in own.out) == (0, True, True)
    assert (other.code, other.out) == (1, f"northbit n’a rien envoyé pour {REF}.\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (f"award {REF}", "no-passing-bid"),
        (f"settle {REF} --bidder northbit --counts no --because disowned", "no-receipts"),
    ],
)
def test_an_officer_acts_as_the_login_of_the_key(
    made: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    """With a delegation that is in force; postings of others are seen then."""
    monkeypatch.setattr(ssh, "_has_delegation", lambda _root, login: login == "a-tremblay")
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"board {command} --now 2026-09-16T10:05:00-04:00")

    ran = board(capsys, made.root, "ssh", "a-tremblay")

    assert ran.code == 1
    assert said in ran.out
    assert ssh._hidden(made.root, "a-tremblay") == ["refs/host", "refs/heads/bids", "!refs/heads/bids/a-tremblay"]


def test_a_delegation_is_asked_of_main(made: Host) -> None:
    """One that was in force once, or belongs to somebody else, is none."""
    assert not ssh._has_delegation(made.root, "maple-works")
