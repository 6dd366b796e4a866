"""Acts and proofs as a person runs them, on the purchase `date-filter` in a real repository."""

from pathlib import Path

import pytest
from tests.cli.checking import Ran
from tests.worlds import REF, World, bids_on_branches, git, open_board_files, work_tree, world

from board.cli.main import run

NOW = "2026-09-16T10:05:00-04:00"
TAG = f"award/{REF}/maple-works"
AWARD = f"opportunities/{REF}/awards/maple-works/award.yml"
BID = f"opportunities/{REF}/bids/maple-works.yml"
ORGANIZATION = "opportunities/dex-mex/organization.yml"


def files() -> dict[str, bytes]:
    """The board before any outcome; its organization is no specimen."""
    found = {path: data for path, data in open_board_files().items() if not path.endswith("/cancellation.yml")}
    found[ORGANIZATION] = found[ORGANIZATION].replace(b"specimen: true\n", b"")
    return found


def purchase(root: Path) -> World:
    """A bare repository with three bids on their branches."""
    made = world(root, files())
    for login in bids_on_branches():
        made.bid(login)
    return made


def purchase_in_a_work_tree(root: Path) -> Path:
    """The same with main checked out."""
    work_tree(root, files())
    for login, data in bids_on_branches().items():
        git(root, "switch", "-q", "-c", f"bids/{login}/{REF}", "main")
        path = root / f"opportunities/{REF}/bids/{login}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        git(root, "add", "-A")
        git(
            root, "-c", "user.name=x", "-c", f"user.email={login}@users.noreply.example.invalid", "commit", "-qm", "Bid"
        )
    git(root, "switch", "-q", "main")
    return root


def board(capsys: pytest.CaptureFixture[str], root: Path, *words: str, lang: str = "en") -> Ran:
    """Run a command in *root*."""
    capsys.readouterr()
    code = run(["--root", str(root), "--lang", lang, *words])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return Ran(code, printed.out, printed.err)


def award(capsys: pytest.CaptureFixture[str], root: Path, *words: str, lang: str = "en", now: str = NOW) -> Ran:
    """Run ``board award`` on the purchase as its officer."""
    return board(capsys, root, "award", REF, "--as", "a-tremblay", "--now", now, *words, lang=lang)


def said(name: str, lang: str, **values: object) -> str:
    """What a command prints, whole: a file of ``tests/cli/said`` with its placeholders filled."""
    return (Path(__file__).parent / "said" / f"{name}.{lang}.txt").read_text("utf-8").format(**values)
