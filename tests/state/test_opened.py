"""Sealed bids, from the gate to the opening: honest ones count, hostile ones are named, and harm only themselves."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.boards import specimen, specimen_board
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS
from tests.sealing import (
    ANSWERS,
    REF,
    filed,
    group,
    honest,
    key,
    opening,
    refused_at_opening,
    refused_at_the_gate,
    sealed_file,
)

from board.adapters.keys import opened
from board.cli.setting import context_of
from board.core.finding import Finding, refuses
from board.jobs.check_tree import judge_bid, judge_document
from board.jobs.reading import Content, read_bid
from board.model.bid import Delivered
from board.model.procurement import FiledBid
from board.model.reference import bid_path, opening_name
from board.model.sealing import PARTS
from board.state.envelope import read_opening, write_opening
from board.state.likeness import likeness
from board.state.opened import OpenedBid, envelope_of, in_clear, list_sha256, opened_bid

NOW = datetime.fromisoformat("2026-09-20T12:00:00-04:00")
HONEST = [f"supplier-{number}" for number in range(1, 51)]


def read(login: str, data: bytes) -> FiledBid:
    """A bid file."""
    return read_bid(login, bid_path(REF, login), Content(data), SCHEMAS)


def at_the_gate(bid: FiledBid) -> Iterator[Finding]:
    """What refuses a bid without a key."""
    context = context_of(specimen_board(), NOW)
    assert context is not None
    found = [*judge_document(bid.document)]
    found += judge_bid(replace(specimen(REF), bids={bid.login: bid}), bid.login, context, changes=False)
    yield from filter(refuses, found)


def open_it(bid: FiledBid) -> OpenedBid:
    """A bid with its envelopes opened with the key of the opportunity."""
    assert bid.bid is not None
    sealed = {part: each.sealed for part in PARTS if (each := envelope_of(bid.bid, part))}
    found = dict(zip(sealed, opened(sealed.values(), key().identity), strict=True))
    return opened_bid(bid, found, REF, key().recipient, SCHEMAS)


def test_fifty_honest_and_all_hostile_bids() -> None:
    """Fifty count, whatever the others do; each hostile one is stopped by its own reason, at its own gate."""
    handed_in = {login: sealed_file(login, honest(login)) for login in HONEST}
    early, late = refused_at_the_gate("hostile"), refused_at_opening("hostile", "supplier-1")

    refused = {why: [f.code for f in at_the_gate(read("hostile", data))] for why, (data, _) in early.items()}
    through = {login: read(login, data) for login, data in handed_in.items()}
    through |= {why: read("hostile", data) for why, (data, _) in late.items()}
    assert [code for bid in through.values() for code in at_the_gate(bid)] == []
    judged = {who: open_it(bid) for who, bid in through.items()}
    counting = [who for who, bid in judged.items() if not bid.faults]

    assert len(early) >= 6
    assert len(late) >= 6
    for why, (_, code) in early.items():
        assert refused[why], why
        assert all(found.startswith(code) for found in refused[why]), (why, refused[why])
    assert counting == HONEST
    assert {why: next(iter(judged[why].faults.values())) for why in late} == {
        why: word for why, (_, word) in late.items()
    }


def test_an_opened_bid_reads_as_if_it_had_been_in_clear() -> None:
    """Price, answers and the random bytes of the offer; file, digest and envelopes stay those of the sealed one."""
    bid = filed("maple-works", honest("maple-works"))

    seen = open_it(bid)

    assert seen.filed.bid is not None
    assert seen.filed.bid.price == Decimal("8000.00")
    assert seen.filed.bid.answers is not None
    assert seen.filed.bid.answers.name == ANSWERS["name"]
    assert seen.salt == opening("maple-works", "offer").salt
    assert seen.plaintexts == {part: write_opening(opening("maple-works", part)) for part in PARTS}
    assert (seen.filed.sha256, seen.filed.path) == (bid.sha256, bid.path)
    assert seen.filed.document.value == {**_value(bid), "offer": {"price": "8000.00"}, "answers": ANSWERS}
    assert list(at_the_gate(seen.filed)) == []


def _value(bid: FiledBid) -> dict[str, object]:
    assert isinstance(bid.document.value, dict)
    return dict(bid.document.value)


def test_one_part_that_does_not_count_leaves_the_other() -> None:
    """The draw still takes the bytes of an offer whose answers are broken; the bid has no answers, so it fails."""
    wrong = group(write_opening(opening("maple-works", "answers", content={"name": "x"})))

    seen = open_it(filed("maple-works", {**honest("maple-works"), "answers": wrong}))

    assert seen.faults == {"answers": "other-form"}
    assert seen.salt == opening("maple-works", "offer").salt
    assert set(seen.plaintexts) == {"offer"}
    assert seen.filed.bid is not None
    assert (seen.filed.bid.price, seen.filed.bid.answers) == (Decimal("8000.00"), None)


def test_the_list_of_what_was_opened_is_what_sha256sum_prints(tmp_path: Path) -> None:
    """In the folder itself, by two commands that every machine has."""
    bids = [filed(login, honest(login)) for login in ("maple-works", "maple", "a-1", "mail-7")]
    for bid in bids:
        for part, data in open_it(bid).plaintexts.items():
            (tmp_path / opening_name(bid.login, part)).write_bytes(data)

    told = subprocess.run(
        ["sh", "-c", "LC_ALL=C sha256sum *.json | sha256sum"], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert told.stdout.split()[0] == list_sha256(bids)
    assert list_sha256(bids[:-1]) != list_sha256(bids)


def test_a_bid_that_cannot_be_read_has_no_envelopes() -> None:
    """It is still the bid of record, and nothing of it is opened."""
    bid = read("maple-works", b"nothing: here\n")

    assert opened_bid(bid, {}, REF, key().recipient, SCHEMAS) == OpenedBid(bid, {}, {})
    assert in_clear(bid, {}) is bid


@pytest.mark.parametrize("responses", [{}, None])
def test_answers_without_responses(responses: dict[str, str] | None) -> None:
    """Where nothing is asked, none and no list of them are the same."""
    content = {name: value for name, value in ANSWERS.items() if name != "responses"}
    content |= {} if responses is None else {"responses": responses}
    sealed = group(write_opening(opening("maple-works", "answers", content=content)))

    seen = open_it(filed("maple-works", {**honest("maple-works"), "answers": sealed}))

    assert seen.faults == {}


def test_finished_work_comes_out_as_it_went_in() -> None:
    """An envelope holds it like any other answer; what is no commit makes the answers count for nothing."""
    work = {"repository": "https://git.example.invalid/maple-works/map", "commit": "3f" * 20}

    def seen(delivered: dict[str, str]) -> OpenedBid:
        content = {**ANSWERS, "delivered": delivered}
        sealed = group(write_opening(opening("maple-works", "answers", content=content)))
        return open_it(filed("maple-works", {**honest("maple-works"), "answers": sealed}))

    assert seen({**work, "commit": "main"}).faults == {"answers": "other-form"}
    found = seen(work).filed.bid
    assert found is not None
    assert found.answers is not None
    assert found.answers.delivered == Delivered(**work)


def test_a_copy_is_likened_to_what_it_copies() -> None:
    """Either may have come first, so it is a warning at the gate; the login inside decides at the opening."""
    groups = honest("maple-works")
    one, other = filed("maple-works", groups), filed("northbit", honest("northbit"))
    copied = filed("northbit", {**honest("northbit"), "offer": groups["offer"]})

    found = likeness(copied, one)

    assert found is not None
    assert found.en == "the very same envelope"
    assert likeness(other, one) is None
    assert open_it(copied).faults == {"offer": "other-bidder"}
    assert open_it(one).faults == {}


def test_the_worked_example() -> None:
    """Openings that others wrote count here, by digest, login, part, opportunity, key and form."""
    folder = worked_example(f"opportunities/{REF}")
    recipient = (folder / "sealing.yml").read_text("utf-8").split('recipient: "')[1].split('"')[0]
    logins = sorted(path.stem for path in (folder / "bids").glob("*.yml"))
    prices, faults = [], {}
    for login in logins:
        bid = read(login, (folder / "bids" / f"{login}.yml").read_bytes())
        files = {part: folder / "openings" / f"{login}.{part}.json" for part in PARTS}
        texts = {part: path.read_bytes() if path.exists() else None for part, path in files.items()}
        seen = opened_bid(bid, texts, REF, recipient, SCHEMAS)
        prices.append(seen.filed.bid.price if seen.filed.bid else None)
        faults[login] = dict(seen.faults)
        assert seen.salt
        offer = read_opening(texts["offer"] or b"")
        assert offer is not None
        assert offer.salt == seen.salt

    assert prices == [Decimal("8000.00")] * 4
    assert faults == {**{login: {} for login in logins}, "northbit": {"answers": "unopened"}}
