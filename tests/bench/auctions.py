"""How long real auctions take on a host, from the first push to a proven award."""

import json
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.measuring import Row
from tests.end_to_end.auctions import MEANT, OWN, Auction, play, recorded
from tests.real_input import at_hand


def rows() -> Iterator[Row]:
    """The line of the table: one auction after the other, on a host of its own; every bid is a push."""
    auctions = _auctions()
    bids = sum(len(auction["bids"]) for auction in auctions)
    begun, before = time.perf_counter(), _processor_seconds()
    held = sum(_ends(auction) == recorded(auction) for auction in auctions)
    taken, used = time.perf_counter() - begun, _processor_seconds() - before
    what = f"replay of {len(auctions)} auctions ({bids} bids)"
    found = f"{taken:.0f} s, a bid {used / bids:.2f} s of processor; {held} winners"
    yield Row(what, found, f"{len(auctions)} winners", held == len(auctions))


def _auctions() -> Sequence[Auction]:
    """The real ones where they are at hand, else our own."""
    path = at_hand("18f-auctions.json")
    return json.loads(path.read_text())["auctions"] if path else list(OWN.values())


def _ends(auction: Auction) -> tuple[str, str]:
    closing = auction.get("closing_meant") or MEANT.get(auction["id"], "")
    with tempfile.TemporaryDirectory() as folder:
        return play(Path(folder) / "board", auction, closing).awarded()


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
