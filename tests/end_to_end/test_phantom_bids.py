"""An attack on a reverse auction, through real pushes: a phantom price that is taken back for an accomplice."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.end_to_end.auctions import OFFICER, Played, at, command, play, reverse_auction
from tests.hosts import Host
from tests.worlds import git

from board.cli.main import run
from board.cli.setting import schemas
from board.jobs import award, close, doubts
from board.model.arrivals import Arrival
from board.model.closing import Closing
from board.state.ledger import read_closing

# Mallory scares rivals off with a dollar, then tries everything to leave the auction to an accomplice.
BIDS = (
    {"bidder": "alder", "price": "1500.00", "received_at": at(9)},
    {"bidder": "mallory", "price": "1.00", "received_at": at(10)},
    {"bidder": "alder", "price": "1450.00", "received_at": at(11)},
    {"bidder": "accomplice", "price": "1400.00", "received_at": at(12)},
    {"bidder": "mallory", "price": "1800.00", "received_at": at(13)},
    {"bidder": "mallory", "data": b"price: [\n", "received_at": at(14)},
    {"bidder": "accomplice", "price": "1350.01", "received_at": at(15)},
)
AUCTION = reverse_auction(BIDS)
REF = "dex-mex/2026/auction-4"

# Receipt of what stands of each, and of everything else.
STANDS = {"accomplice": 4, "alder": 3, "mallory": 2}
EARLIER = [("alder", 1), ("mallory", 5), ("mallory", 6), ("accomplice", 7), ("mallory", 8)]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The auction with every push, the last of which takes the branch away; nothing is closed."""
    made = play(tmp_path_factory.mktemp("auction") / "board", AUCTION)
    made.host.at(at(16))
    gone = made.host.push(f":refs/heads/bids/mallory/{REF}", options=["lang=fr"])
    return replace(made, pushes=(*made.pushes, gone))


@pytest.fixture
def copy(played: Played, tmp_path: Path) -> Played:
    """The same on a host that a test may change."""
    root = Path(shutil.copytree(played.host.root, tmp_path / "host.git"))
    return replace(played, host=Host(root, played.host.clock, played.host.world))


def closed(played: Played) -> Closing:
    """The closing, as the tag has it."""
    played.act("close", REF)
    found = read_closing(f"{git(played.host.root, 'show', f'closing/{REF}:closing.yml')}\n".encode(), schemas())
    assert found
    return found


def test_each_push_is_taken_in_and_compared_with_what_stood(played: Played) -> None:
    """A price that falls by the step is fine; a raised one, a smaller step and a withdrawal are named at once."""
    lowered, raised, broken, stepped, gone = (played.pushes[n] for n in (2, 4, 5, 6, 7))

    assert [pushed.code for pushed in played.pushes] == [0] * 8
    assert "Nothing is wrong." in lowered.said
    assert "BID131 raised-bid (error)" in raised.said
    assert "The price, $1,800.00, is higher than $1.00, which the same supplier offered before." in raised.said
    assert "BID13" not in broken.said
    assert "BID132 step-too-small (error)" in stepped.said
    assert "The price, $1,350.01, is lower than $1,400.00 by less than the step of $50.00." in stepped.said
    assert "LOG122 withdrawal-from-auction (erreur)" in gone.said
    assert "Dans une enchère inversée, aucune soumission ne se retire." in gone.said
    for pushed in (raised, stepped):
        assert "1 error, 0 warnings. This price does not count; the earlier one does, until you push" in pushed.said
    assert "Reçu\u00a0: le retrait de mallory" in gone.said
    assert "Rien n’est retiré\u00a0: ce qui comptait compte encore." in gone.said


def test_before_the_closing_rivals_see_what_stands(played: Played) -> None:
    """The host ranks by its log, not by whatever lies on the branches."""
    told = json.loads(command(played.host.root, "rank", REF, "--format", "json", "--now", at(17)))["ranking"]

    assert [(row["bidder"], row["price"]) for row in told["bids"]] == [
        ("mallory", "1.00"),
        ("accomplice", "1400.00"),
        ("alder", "1450.00"),
    ]


def test_the_phantom_price_binds_its_author(copy: Played, tmp_path: Path) -> None:
    """It stands, wins and is proved from a plain clone; the accomplice gains nothing by it."""
    closing = closed(copy)

    assert {row.bidder: row.receipt for row in closing.bids} == STANDS
    assert [(row.bidder, row.receipt) for row in closing.earlier] == EARLIER
    assert (closing.withdrawn, closing.late) == ((), ())
    assert copy.awarded() == ("mallory", "1.00")
    git(tmp_path, "clone", "-q", str(copy.host.root), "clone")
    command(tmp_path / "clone", "verify")


def last_heads(_procurement: object, sent: tuple[Arrival, ...], *_more: object) -> tuple[Arrival, ...]:
    """What a closing would take that lets a head replace the one before, whatever it is."""
    last = {one.head.bidder: one for one in sent if one.head.blob}
    return tuple(last[login] for login in sorted(last))


def without_a_line(made: Callable[..., Closing]) -> Callable[..., Closing]:
    """A closing that says nothing of one head."""
    return lambda *facts: replace(found := made(*facts), earlier=found.earlier[1:])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("of_record", "something else of mallory stands"),
        ("_closing", "it leaves out line 1 of the log"),
    ],
)
def test_a_closing_that_helps_the_accomplice_is_found_out(
    copy: Played, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    """Whoever closes with another program, or leaves something out, is named by every clone."""
    with monkeypatch.context() as patched:
        if name == "of_record":
            patched.setattr(doubts, name, last_heads)
        else:
            patched.setattr(close, name, without_a_line(close._closing))
        copy.act("close", REF)
    with pytest.raises(AssertionError, match="AWD125 untrue-closing"):
        copy.act("award", REF, "--as", OFFICER)
    # Another program writes it all the same.
    monkeypatch.setattr(award, "proof_now", lambda *_: None)
    copy.act("award", REF, "--as", OFFICER)
    capsys.readouterr()

    assert run(["--root", str(copy.host.root), "verify"]) == 1

    said = capsys.readouterr().out
    assert "AWD217 changed-closing (error)" in said
    assert told in said
