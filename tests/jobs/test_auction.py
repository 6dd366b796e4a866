"""What stands of a supplier in a reverse auction: a head that is not allowed leaves the one before it in place."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from tests.end_to_end.auctions import above, offer, request

from board.cli.setting import board_of, schemas
from board.jobs.auction import Sent, standing
from board.jobs.reading import Content, read_procurement
from board.model.context import Context
from board.model.reference import opportunity_path

REF = "dex-mex/2026/auction-4"
NOON = datetime.fromisoformat("2026-03-05T12:00:00+00:00")
CLOSES = "2026-03-09T18:00:00+00:00"
AUCTION = {"id": 4, "type": "reverse", "step": "50.00", "start_price": 2000, "started_at": "2026-03-02T14:00:00+00:00"}
NOT_READ, TAKEN_BACK = b"price: [\n", b""


def stands(*heads: str | bytes, bidders: Sequence[str] = ()) -> dict[str, int]:
    """Login to what stands, where each head is a price or the bytes of a file, and all are alder's unless told."""
    board = board_of(above())
    assert board.policy
    assert board.settings
    files = {opportunity_path(REF): Content(request(AUCTION, CLOSES))}
    procurement = read_procurement(REF, files, board, schemas())
    context = Context(NOON, NOON, board.policy, board.settings)
    sent = [
        Sent(login, NOON + timedelta(minutes=n), n, head if isinstance(head, bytes) else _file(login, head))
        for n, (head, login) in enumerate(zip(heads, bidders or ["alder"] * len(heads), strict=True), 1)
    ]
    return {login: one.receipt for login, one in standing(procurement, sent, context, schemas()).items()}


def _file(login: str, price: str) -> bytes:
    return offer(REF, {"bidder": login, "price": price})


@pytest.mark.parametrize(
    ("heads", "receipt"),
    [
        (("1500.00", "1450.00"), 2),
        (("1500.00", "1450.01"), 1),
        (("1500.00", "1500.01"), 1),
        (("1500.00", NOT_READ), 1),
        (("1500.00", TAKEN_BACK), 1),
        (("1500.00", TAKEN_BACK, "1500.01"), 1),
        (("1500.00", "1450.01", "1450.00"), 3),  # the step is counted from what stands, not from what was refused
        (("1500.00", "1450.00", "1500.00"), 2),  # back to an earlier price is a raise
        (("1500.00", "1500.00"), 1),  # the same bytes came when they first came
        ((NOT_READ, "1500.00"), 2),
        (("2000.01", "1999.99"), 2),  # over the ceiling nothing stands that could be lowered
        (("2000.01", NOT_READ), 2),  # of those that do not pass it is the last
    ],
)
def test_what_stands(heads: tuple[str | bytes, ...], receipt: int) -> None:
    """By the step, and by nothing else that came meanwhile."""
    assert stands(*heads) == {"alder": receipt}


def test_who_only_took_back_has_nothing() -> None:
    """No bid is there to stand."""
    assert stands(TAKEN_BACK) == {}


def test_each_is_compared_with_their_own() -> None:
    """A rival may be a cent below."""
    assert stands("1500.00", "1499.99", "1499.98", bidders=("alder", "birch", "alder")) == {"alder": 1, "birch": 2}
