"""Auctions that took place, played on a host: each bid is a push at its recorded time, then closing, ranking, award."""

import contextlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.end_to_end.loaded import let_in
from tests.hosts import Host, Pushed, hosted
from tests.worlds import EMAIL, board_files

from board.cli.main import run
from board.model.reference import bid_path, opportunity_path
from board.state.canonical import Node, write

Auction = Mapping[str, Any]

OWN: Mapping[int, Auction] = {
    auction["id"]: auction
    for auction in json.loads(Path(__file__).with_name("own_auctions.json").read_text())["auctions"]
}

# Recorded with a closing an hour early: one o'clock in Washington was 17:00 UTC in summer.
MEANT: Mapping[int, str] = {24: "2016-05-06T17:00:00+00:00"}
REAL = (3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19, 21, 22, 24, 25, 27, 28, 30, 31, 33, 34, 36, 39, 40, 43)

OFFICER = "a-tremblay"

# The people of the specimen, who were there in those years, and a board that allows auctions.
_EDITS = {
    "opportunities/dex-mex/organization.yml": {"specimen: true\n": "", '"2026-04-01"': '"2015-04-01"'},
    "opportunities/policy.yml": {
        '  - "lowest-price"\n': '  - "lowest-price"\n  - "reverse-auction"\n',
        '"2019-': '"2015-',
    },
}


@dataclass(frozen=True, slots=True)
class Played:
    """An auction on its host.

    Attributes:
        host: That took in its bids.
        ref: Of the opportunity.
        closing: Last second at which a bid counts.
        pushes: How each push ended, in the order of the bids.
    """

    host: Host
    ref: str
    closing: str
    pushes: Sequence[Pushed]

    def act(self, *words: str, root: Path | None = None) -> str:
        """What a command prints that is given an hour after the closing; it has to succeed."""
        at = (datetime.fromisoformat(self.closing) + timedelta(hours=1)).isoformat()
        return command(root or self.host.root, *words, "--now", at)

    def ranked(self, root: Path | None = None) -> Mapping[str, Any]:
        """The closed ranking, for programs."""
        self.act("close", self.ref, root=root)
        found: Mapping[str, Any] = json.loads(self.act("rank", self.ref, "--format", "json", root=root))["ranking"]
        return found

    def awarded(self) -> tuple[str, str]:
        """Login and price of the award, which is proved before they are told."""
        self.ranked()
        given = json.loads(self.act("award", self.ref, "--as", OFFICER, "--format", "json"))["award"]
        command(self.host.root, "verify")
        return given["bidder"], given["price"]


def command(root: Path, *words: str) -> str:
    """What a command prints; it has to succeed."""
    out, complaint = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaint):
        code = run(["--root", str(root), *words])
    assert code == 0, (words, out.getvalue(), complaint.getvalue())
    return out.getvalue()


def recorded(auction: Auction) -> tuple[str, str]:
    """Login and price that the record of that time names."""
    return auction["winning_bid"]["bidder"], f"{auction['winning_bid']['amount']}.00"


def play(folder: Path, auction: Auction, closing: str = "", loaded: Path | None = None) -> Played:
    """Every bid of an auction, pushed to a host of its own when the record says that it came.

    Args:
        folder: That is empty, or not there.
        auction: As recorded.
        closing: Where it was not as recorded.
        loaded: An `interpreter` that has the program loaded; None where each push loads it.
    """
    ref = f"dex-mex/{auction['started_at'][:4]}/auction-{auction['id']}"
    closing = closing or auction["ended_at"]
    bids = sorted(auction["bids"], key=lambda bid: str(bid["received_at"]))
    host = hosted(
        folder, now=auction["started_at"], board={**above(), opportunity_path(ref): request(auction, closing)}
    )
    if loaded:
        let_in(host, loaded)
    host.world.git("fast-import", "--quiet", stdin=b"".join(commit(ref, n, bid) for n, bid in enumerate(bids)))
    pushes = []
    for n, bid in enumerate(bids):
        host.at(bid["received_at"])
        pushes.append(host.push(f"+refs/heads/sent/{n}:refs/heads/bids/{bid['bidder']}/{ref}"))
    return Played(host, ref, closing, pushes)


def above() -> dict[str, bytes]:
    """What stands above the procurements."""
    files = {path: data for path, data in board_files().items() if "/2026/" not in path}
    for path, edits in _EDITS.items():
        for old, new in edits.items():
            assert old.encode() in files[path], (path, old)
            files[path] = files[path].replace(old.encode(), new.encode())
    return files


def commit(ref: str, n: int, bid: Mapping[str, Any]) -> bytes:
    """The commit of one bid on a branch of its own, as `git fast-import` reads it."""
    data, path = bid.get("data") or offer(ref, bid), bid_path(ref, bid["bidder"])
    head = f"commit refs/heads/sent/{n}\ncommitter Somebody <{EMAIL}> {1452535200 + n} +0000\ndata 3\nBid\n"
    return f"{head}from refs/heads/main^0\nM 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def request(auction: Auction, closing: str) -> bytes:
    """The opportunity of an auction; where it was a reverse one, with the least step that its whole dollars allow."""
    reverse = auction.get("type") == "reverse"
    told: dict[str, Node] = {"en": "As the auction of that time told it.", "fr": "Tel que l’enchère d’alors le disait."}
    price: dict[str, Node] = {"basis": "maximum", "amount": f"{auction['start_price']}.00"}
    fields: dict[str, Node] = {
        "schema": 1,
        "title": {"en": f"Auction {auction['id']}", "fr": f"Enchère {auction['id']}"},
        "summary": told,
        "description": told,
        "category": "services",
        "deliverables": [{"id": "work", "description": told}],
        "price": {**price, "step": auction.get("step", "1.00")} if reverse else price,
        "tax_place": "ON",
        "selection_method": "reverse-auction" if reverse else "lowest-price",
        "tie_break": "earliest",
        "bids": "public",
        "acceptance_criteria": [{"id": "done", "evidence": "test", "text": told}],
        "accessibility": {"applies": False},
        "published_at": auction["started_at"],
        "questions_close_at": auction["started_at"],
        "closes_at": closing,
        "work_period": {"end": "2026-12-31"},
        "terms": "2026-1",
        "licence": "MIT",
    }
    return write(fields)


def offer(ref: str, bid: Mapping[str, Any]) -> bytes:
    """One bid of an auction."""
    answers: dict[str, Node] = {
        "name": bid["bidder"],
        "delivery_date": "2026-12-31",
        "registered_for_tax": True,
        "terms": "2026-1",
        "publish_answers": True,
        "declares": True,
    }
    return write(
        {
            "schema": 1,
            "opportunity": ref,
            "bidder": bid["bidder"],
            "language": "en",
            "amendment": 0,
            "offer": {"price": bid.get("price") or f"{bid['amount']}.00"},
            "answers": answers,
        }
    )


def at(hour: int) -> str:
    """An instant of a day on which suppliers bid in a `reverse_auction`."""
    return f"2026-03-05T{hour:02d}:00:00+00:00"


def reverse_auction(bids: Sequence[Mapping[str, Any]]) -> Auction:
    """An auction of our own with steps of 50 dollars, open for a week, as its record would tell it."""
    return {
        "id": 4,
        "type": "reverse",
        "step": "50.00",
        "start_price": 2000,
        "started_at": "2026-03-02T14:00:00+00:00",
        "ended_at": "2026-03-09T18:00:00+00:00",
        "bids": bids,
    }
