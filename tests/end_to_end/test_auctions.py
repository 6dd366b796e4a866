"""Auctions that took place, played whole on a host: 26 of 26 end with the winner and the price of the record."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.end_to_end.auctions import MEANT, OWN, REAL, Auction, Played, play, recorded, request
from tests.end_to_end.loaded import interpreter
from tests.real_input import real_input
from tests.transcripts.masks import masked
from tests.worlds import World, grow

from board.model.reference import opportunity_path


@pytest.fixture(scope="session")
def auctions() -> Mapping[int, Auction]:
    """The real auctions by number."""
    return {auction["id"]: auction for auction in json.loads(real_input("18f-auctions.json").read_text())["auctions"]}


@pytest.fixture(scope="session")
def loaded() -> Iterator[Path]:
    """The interpreter of the hosts to which 288 bids are pushed."""
    with interpreter() as shown:
        yield shown


def as_written_down(played: Played, auction: Auction, folder: Path) -> tuple[str, str]:
    """Login and price of the first by the closing that was written down, on a host that got the same pushes."""
    root = Path(shutil.copytree(played.host.root, folder))
    grow(World(root), {opportunity_path(played.ref): request(auction, auction["ended_at"])})
    first = played.ranked(root)["bids"][0]
    return first["bidder"], first["price"]


def ends(auction: Auction, meant: str, folder: Path, loaded: Path | None = None) -> None:
    """Every bid is taken in, and the award is the one of the record: by the closing that was meant, and by no other."""
    played = play(folder / "board", auction, meant, loaded)

    assert {pushed.code for pushed in played.pushes} == {0}
    if meant:
        assert as_written_down(played, auction, folder / "other.git") != recorded(auction)
    assert played.awarded() == recorded(auction)


@pytest.mark.slow
@pytest.mark.parametrize("number", sorted(REAL, key=lambda number: (number not in MEANT, number)))
def test_names_the_recorded_winner(auctions: Mapping[int, Auction], number: int, loaded: Path, tmp_path: Path) -> None:
    """26 of 26 real auctions end as they did; 24 by the closing that was meant, an hour after the one written down."""
    ends(auctions[number], MEANT.get(number, ""), tmp_path, loaded)


def test_plays_every_real_auction(auctions: Mapping[int, Auction]) -> None:
    """No auction of the record is left out, and none of its 288 bids."""
    assert sorted(auctions) == list(REAL)
    assert sum(len(auction["bids"]) for auction in auctions.values()) == 288


@pytest.mark.parametrize("number", sorted(OWN))
def test_our_own_auctions(number: int, tmp_path: Path) -> None:
    """The same traps where the real ones are not at hand: a tie, a lowered bid, a closing an hour off."""
    ends(OWN[number], OWN[number].get("closing_meant", ""), tmp_path)


def test_who_bids_reads_the_same_however_the_program_was_loaded(loaded: Path, tmp_path: Path) -> None:
    """A hook that finds the program loaded answers each push as any other; ids and digests alone are its own."""
    said = []
    for name, by in (("loaded", loaded), ("anew", None)):
        played = play(tmp_path / name, OWN[1], loaded=by)
        told = "\n".join(pushed.said for pushed in played.pushes).replace(str(played.host.root), "")
        said.append(masked(told.splitlines()))

    assert said[0] == said[1]
    assert any("Nothing is wrong." in line for line in said[0])
