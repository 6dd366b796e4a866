"""How sheets become results: letters, means, gaps, and who evaluates."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from tests.boards import opportunity, specimen

from board.core.text import Bilingual
from board.model.log import Declared, Entry, Evaluated, Line, Ruling, Sheet, Verdict
from board.model.opportunity import Item
from board.model.sheet import Desk, FilledSheet, Given, Handed, Marked, Settlement
from board.state import evaluating

CLOSING = "f" * 64
BIDDERS = ("atelier-boreal", "mail-1", "maple-works", "northbit")
AT = datetime.fromisoformat("2026-09-29T10:30:00-04:00")
RATED = Item("design", Bilingual("How?", "Comment?"), kind="rated", weight=100)
MANDATORY = Item("work", Bilingual("What?", "Quoi?"), kind="mandatory")


def lines(*entries: Entry) -> tuple[Line, ...]:
    """A log, as far as anybody looks at it here."""
    return tuple(Line(n, "", AT, "dex-mex/2026/keyboard-map", entry, "") for n, entry in enumerate(entries, 1))


def desk(scores: Mapping[str, str], criterion: str = "design", settled: tuple[Settlement, ...] = ()) -> Desk:
    """Evaluator to what that person gives the bid of maple-works."""

    def mark(text: str) -> Given:
        return Given(criterion, text == "pass", None) if text in ("pass", "fail") else score(criterion, text)

    handed = tuple(
        Handed(by, "", "a" * 64, FilledSheet("", "", by, ("en",), (Marked("B", (mark(text),)),)))
        for by, text in scores.items()
    )
    letters = {by: {"A": "northbit", "B": "maple-works"} for by in scores}
    return Desk(letters, ("maple-works",), ("en",), 0, 0, handed, settled)


def score(criterion: str, text: str) -> Given:
    """A score on one criterion."""
    return Given(criterion, None, Decimal(text))


def test_everybody_has_an_order_that_stays() -> None:
    """It follows from the closing and the login, whatever the order of input, and holds every bid once."""
    mine = evaluating.labels(CLOSING, "m-singh", BIDDERS)

    assert mine == evaluating.labels(CLOSING, "m-singh", reversed(BIDDERS))
    assert mine == {"A": "northbit", "B": "atelier-boreal", "C": "maple-works", "D": "mail-1"}
    assert sorted(mine.values()) == sorted(BIDDERS)
    assert mine != evaluating.labels(CLOSING, "j-roy", BIDDERS)
    assert mine != evaluating.labels("e" * 64, "m-singh", BIDDERS)


def test_letters_go_on_after_z() -> None:
    """As in a spreadsheet."""
    assert [evaluating.label(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_who_declared_no_conflict_evaluates() -> None:
    """The last declaration counts, and none after the evaluation; nor does that of an officer who awards."""
    organization, zone = specimen().organization, ZoneInfo("America/Toronto")
    log = lines(
        Declared("m-singh", "none"),
        Declared("a-tremblay", "none"),
        Declared("j-roy", "none"),
        Declared("j-roy", "declared"),
        Evaluated("m-singh", "a" * 64),
        Declared("late", "none"),
    )

    assert evaluating.team(log, organization, zone) == ("m-singh",)
    assert evaluating.team((*log[:1], *lines(Declared("m-singh", "declared"))), organization, zone) == ()
    assert evaluating.team(log, None, zone) == ()
    assert evaluating.conflict(log, "j-roy") == "declared"
    assert evaluating.conflict(log, "late") == ""
    assert evaluating.evaluated(log) == Evaluated("m-singh", "a" * 64)
    assert evaluating.evaluated(log[:4]) is None


def test_who_ruled_on_which_bids_count_does_not_evaluate() -> None:
    """Though they declared; what somebody rules after the evaluation takes nobody out of it."""
    organization, zone = specimen().organization, ZoneInfo("America/Toronto")
    declared, done = lines(Declared("m-singh", "none")), lines(Evaluated("m-singh", "a" * 64))
    ruling = lines(Ruling("m-singh", Verdict("receipt-behind-cut", 9, "", counts=False, because="came-late")))

    assert evaluating.team((*declared, *ruling, *done), organization, zone) == ()
    assert evaluating.team((*declared, *done, *ruling), organization, zone) == ("m-singh",)


def test_the_first_receipt_of_a_sheet_counts() -> None:
    """A second one would be that of a changed sheet."""
    log = lines(Sheet("m-singh", "a" * 64), Sheet("m-singh", "b" * 64))

    assert evaluating.receipts(log)["m-singh"] == (log[0], "a" * 64)


def test_a_score_takes_two() -> None:
    """A pass or a fail takes one; `date-filter` asks for nothing else."""
    assert evaluating.needed(opportunity(specimen())) == 1


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        (("70", "75"), "72.50"),
        (("0", "0", "1"), "0.33"),
        (("1", "1", "0"), "0.67"),
        (("0.01", "0.02"), "0.02"),
        (("100", "100"), "100.00"),
        (("72.25", "72.26"), "72.26"),
    ],
)
def test_means_are_half_up(scores: tuple[str, ...], mean: str) -> None:
    """To two decimals."""
    assert str(evaluating.mean([Decimal(one) for one in scores])) == mean


@pytest.mark.parametrize("seed", range(50))
def test_a_mean_lies_between_its_scores(seed: int) -> None:
    """And does not depend on their order."""
    chance = Random(seed)  # noqa: S311 - the same numbers each time
    scores = [Decimal(chance.randint(0, 10000)) / 100 for _ in range(chance.randint(1, 10))]

    assert min(scores) <= evaluating.mean(scores) <= max(scores)
    assert evaluating.mean(scores) == evaluating.mean(scores[::-1])


def test_scores_over_the_gap_are_found() -> None:
    """At the gap they are averaged; the lowest and the highest of several count."""
    assert list(evaluating.apart(desk({"m-singh": "50", "j-roy": "70"}), [RATED], 20)) == []

    (found,) = evaluating.apart(desk({"m-singh": "50", "j-roy": "60", "x": "70.01"}), [RATED], 20)

    assert (found.bidder, found.criterion) == ("maple-works", "design")
    assert (found.low.shown, found.high.shown) == ("50", "70.01")


def test_a_pass_beside_a_fail_is_always_settled() -> None:
    """Whatever the gap; nobody out-votes anybody."""
    (found,) = evaluating.apart(desk({"m-singh": "pass", "j-roy": "fail"}, "work"), [MANDATORY], 100)

    assert (found.low.shown, found.high.shown) == ("fail", "pass")
    assert list(evaluating.apart(desk({"m-singh": "fail", "j-roy": "fail"}, "work"), [MANDATORY], 0)) == []


def test_what_was_settled_takes_the_place_of_the_mean() -> None:
    """With the digest of its note."""
    marks = {"m-singh": "50", "j-roy": "90"}
    settled = Settlement("maple-works", "B", score("design", "60"), "e" * 64)

    before = evaluating.criterion_result(desk(marks), "maple-works", RATED)
    after = evaluating.criterion_result(desk(marks, settled=(settled,)), "maple-works", RATED)

    assert (str(before.score), before.note_sha256) == ("70.00", "")
    assert (str(after.score), after.note_sha256) == ("60.00", "e" * 64)


def test_a_mandatory_criterion_is_passed_or_not() -> None:
    """By what all say alike."""
    passes = evaluating.criterion_result(desk({"m-singh": "pass"}, "work"), "maple-works", MANDATORY)
    fails = evaluating.criterion_result(desk({"m-singh": "fail"}, "work"), "maple-works", MANDATORY)

    assert (passes.passed, passes.score, fails.passed) == (True, None, False)


def test_letters_are_all_different() -> None:
    """One bid, one letter; longer ones later."""
    letters = [evaluating.label(n) for n in range(1, 1001)]

    assert len(set(letters)) == 1000
    assert all(len(a) <= len(b) for a, b in pairwise(letters))
