"""A reverse auction in which officers have to rule, through real pushes: closed alike anywhere, proved in a clone."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.end_to_end import auctions
from tests.end_to_end.auctions import OFFICER, Played, at, command, commit, play, reverse_auction
from tests.hosts import Host
from tests.officers import ORGANIZATION, SECOND, TOGETHER
from tests.worlds import git

from board.cli.main import run
from board.cli.setting import schemas
from board.jobs import close
from board.model.closing import Closing
from board.state.ledger import read_closing

REF = "dex-mex/2026/auction-4"
BACK, LATE = "2026-03-09T17:59:30+00:00", "2026-03-09T18:00:05+00:00"


BIDS = (
    {"bidder": "alder", "price": "1500.00", "received_at": at(9)},
    {"bidder": "birch", "price": "1450.00", "received_at": at(10)},
    {"bidder": "alder", "price": "1400.00", "received_at": at(11)},
    {"bidder": "birch", "price": "1350.00", "received_at": at(12)},
    {"bidder": "zelkova", "price": "1900.00", "received_at": LATE},
)
AUCTION = reverse_auction(BIDS)


def pushed(made: Played, n: int, login: str, price: str) -> None:
    """One more bid, which its supplier pushes."""
    made.host.world.git("fast-import", "--quiet", stdin=commit(REF, n, {"bidder": login, "price": price}))
    assert made.host.push(f"+refs/heads/sent/{n}:refs/heads/bids/{login}/{REF}").code == 0


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Four bids, and in doubt two behind a clock that went back and one without a receipt; the mailbox is read."""
    with pytest.MonkeyPatch.context() as patched:
        above = auctions.above()
        second = TOGETHER[TOGETHER.index(f'  - login: "{SECOND}"') : TOGETHER.index("disclosure:")]
        second = second.replace('"2026-04-01"', '"2015-04-01"')
        above[ORGANIZATION] = above[ORGANIZATION].replace(b"disclosure:", f"{second}disclosure:".encode(), 1)
        patched.setattr(auctions, "above", lambda: above)
        made = play(tmp_path_factory.mktemp("auction") / "board", AUCTION)
    made.host.at(BACK)
    pushed(made, 90, "birch", "1250.00")
    pushed(made, 91, "alder", "1240.00")
    made.host.world.git("fast-import", "--quiet", stdin=commit(REF, 92, {"bidder": "ghost", "price": "1000.00"}))
    ghost = f"refs/heads/sent/92:refs/heads/bids/ghost/{REF}"
    git(made.host.root, "fetch", "-q", str(made.host.world.root), ghost)
    made.act("receive", REF, "--mailbox-read", "--as", OFFICER)
    return made


@pytest.fixture
def copy(played: Played, tmp_path: Path) -> Played:
    """The same on a host that a test may change."""
    root = Path(shutil.copytree(played.host.root, tmp_path / "host.git"))
    return replace(played, host=Host(root, played.host.clock, played.host.world))


def both(made: Played, *words: str) -> None:
    """The same word of two officers."""
    for who in (OFFICER, SECOND):
        made.act("settle", REF, *words, "--as", who)


def ruled(made: Played, *, clock: bool, ghost: bool) -> None:
    """What is settled of birch behind the clock and of ghost; alder’s last does not count."""
    counts = ("yes", "--because", "clock-wrong") if clock else ("no", "--because", "came-late")
    lost = ("yes", "--because", "receipt-lost", "--received", at(8)) if ghost else ("no", "--because", "disowned")
    both(made, "--receipt", "6", "--counts", *counts)
    both(made, "--receipt", "7", "--counts", "no", "--because", "came-late")
    both(made, "--bidder", "ghost", "--counts", *lost)


def closing(made: Played) -> Closing:
    """As the tag has it."""
    found = read_closing(f"{git(made.host.root, 'show', f'closing/{REF}:closing.yml')}\n".encode(), schemas())
    assert found
    return found


def cloned(made: Played, folder: Path) -> Path:
    """A plain clone."""
    git(folder, "clone", "-q", str(made.host.root), "clone")
    return folder / "clone"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clock", "ghost", "bids", "earlier", "winner"),
    [
        (True, False, {"alder": 3, "birch": 6}, [1, 2, 4], ("birch", "1250.00")),
        (False, False, {"alder": 3, "birch": 4}, [1, 2], ("birch", "1350.00")),
        (False, True, {"alder": 3, "birch": 4, "ghost": 14}, [1, 2], ("ghost", "1000.00")),
    ],
)
def test_what_is_ruled_takes_its_place_among_the_steps(
    copy: Played,
    tmp_path: Path,
    *,
    clock: bool,
    ghost: bool,
    bids: dict[str, int],
    earlier: list[int],
    winner: tuple[str, str],
) -> None:
    """Each way: what counts stands or is overtaken, what does not is nowhere, and every copy closes to the same tag."""
    ruled(copy, clock=clock, ghost=ghost)
    other = Path(shutil.copytree(copy.host.root, tmp_path / "other.git"))

    won = copy.awarded()
    copy.act("close", REF, root=other)

    assert won == winner
    assert {row.bidder: row.receipt for row in closing(copy).bids} == bids
    assert [row.receipt for row in closing(copy).earlier] == earlier
    assert git(other, "rev-parse", f"closing/{REF}") == git(copy.host.root, "rev-parse", f"closing/{REF}")
    command(cloned(copy, tmp_path), "verify")


def lost(made: Played, receipt: int, login: str) -> None:
    """Nothing of a bid is left on the host but its line."""
    git(made.host.root, "update-ref", "-d", f"refs/host/received/{receipt}/{login}")
    git(made.host.root, "gc", "-q", "--prune=now")


@pytest.mark.slow
def test_a_step_that_is_lost_leaves_the_others_in_place(copy: Played, tmp_path: Path) -> None:
    """In the middle of what a supplier sent: two officers rule that it does not count, and the one before stands."""
    lost(copy, 3, "alder")
    ruled(copy, clock=True, ghost=False)
    both(copy, "--receipt", "3", "--counts", "no", "--because", "nothing-shown")

    assert copy.awarded() == ("birch", "1250.00")

    assert {row.bidder: row.receipt for row in closing(copy).bids} == {"alder": 1, "birch": 6}
    assert [row.receipt for row in closing(copy).earlier] == [2, 4]
    command(cloned(copy, tmp_path), "verify")


def without_a_line(made: Callable[..., Closing]) -> Callable[..., Closing]:
    """A closing that says nothing of one head."""
    return lambda *facts: replace(found := made(*facts), earlier=found.earlier[1:])


END = ("cancel", REF, "--reason", "flawed", "--text-en", "Again.", "--text-fr", "De nouveau.", "--as", OFFICER)


@pytest.mark.slow
@pytest.mark.parametrize("honest", [True, False])
def test_an_end_proves_its_closing_in_a_clone(
    copy: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, honest: bool
) -> None:
    """Where nothing is awarded either: whoever leaves a step out of the closing is named, and nobody else is."""
    ruled(copy, clock=True, ghost=True)
    with monkeypatch.context() as patched:
        if not honest:
            patched.setattr(close, "_closing", without_a_line(close._closing))
        copy.act("close", REF)
    copy.act(*END)
    clone = cloned(copy, tmp_path)
    capsys.readouterr()

    code = run(["--root", str(clone), "verify"])

    said = capsys.readouterr().out
    assert (code, "AWD225 changed-end (error)" in said) == ((0, False) if honest else (1, True))
    assert ("closing.yml” came with the end of this purchase" in said) is not honest
