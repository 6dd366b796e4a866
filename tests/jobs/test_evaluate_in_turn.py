"""Finished work is judged in the order of arrival, by the acceptance criteria, until enough of it passes."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from tests.jobs.evaluating import CLOSES, FOLDER, Offer, Purchase, board, closed, names, settle
from tests.rules.subjects.documents import SCHEMAS

from board.model.evaluation import Evaluation
from board.model.log import Opened
from board.model.snapshot import Edit
from board.state.ledger import read_evaluation

OPPORTUNITY = f"{FOLDER}/opportunity.yml"
METHOD = ('selection_method: "fixed-price-draw"', 'selection_method: "first-compliant"')
TWO_AWARDS = ('bids: "sealed"', 'bids: "sealed"\nawards_offered: 2')
CRITERIA = ("keyboard-work", "all-by-keyboard", "conformity-report")
PASS, FAIL = dict.fromkeys(CRITERIA, "pass"), {**dict.fromkeys(CRITERIA, "pass"), "all-by-keyboard": "fail"}
TURNS = ("northbit", "maple-works", "atelier-boreal")
BEHIND = tuple(zip(TURNS, (30, 20, 10), strict=True))
EDITS = {OPPORTUNITY: [METHOD]}


def work(login: str, early: int) -> Offer:
    """Finished work that arrived so many minutes before the closing."""
    delivered = {"repository": f"https://git.example.invalid/{login}/map", "commit": f"{early:040x}"}
    return Offer(delivered=delivered, early=early)


def purchase(*edits: tuple[str, str], team: tuple[str, ...] = ("m-singh",), same: int = 10) -> Purchase:
    """Three pieces of finished work, opened, in front of that team; the last *same* minutes before the closing."""
    offers = {"northbit": work("northbit", 30), "maple-works": work("maple-works", 20)}
    made = closed({**offers, "atelier-boreal": work("atelier-boreal", same)}, board({OPPORTUNITY: [METHOD, *edits]}))
    made.turns = TURNS
    for login in team:
        made.ask("declare", login, conflict="none")
    made.log(Opened("a-tremblay"))
    return made


def evaluated(made: Purchase, marks: Mapping[str, Mapping[str, str]]) -> Evaluation:
    """The results, where m-singh alone evaluates."""
    made.fill("m-singh", marks)
    assert isinstance(made.ask("hand-in").outcome, Edit)
    return finished(made)


def finished(made: Purchase) -> Evaluation:
    """What was written at the end."""
    if not made.evaluation:
        assert isinstance(made.ask("finish").outcome, Edit)
    found = read_evaluation(made.evaluation, SCHEMAS)
    assert found is not None
    return found


def results(found: Evaluation) -> dict[str, str]:
    """Bidder to result."""
    return {row.bidder: row.result for row in found.results}


def test_the_sheet_follows_the_arrivals_and_shows_the_commit() -> None:
    """Letters in the order of arrival, the address and the commit as quoted lines, the acceptance criteria."""
    sheet = purchase().ask("write").sheet.decode()

    lines = [line.strip() for line in sheet.splitlines()]
    start = lines.index('- label: "A"')
    assert lines[start + 1 : start + 4] == [
        "# Finished work:",
        "# | https://git.example.invalid/northbit/map",
        f"# | {30:040x}",
    ]
    assert lines.count('- criterion: "all-by-keyboard"') == lines.count('- criterion: "keyboard-work"') == 3
    assert "take every bid that came later out of this file" in sheet.replace("\n# ", " ")


def test_what_comes_behind_the_first_that_passes_is_not_judged() -> None:
    """The first fails by one criterion of acceptance, the second passes, and nobody looks at the third."""
    found = evaluated(purchase(), {"northbit": FAIL, "maple-works": PASS})

    assert results(found) == {"northbit": "fail", "maple-works": "pass", "atelier-boreal": "not-judged"}
    by_login = {row.bidder: row for row in found.results}
    assert [one.id for one in by_login["northbit"].criteria] == list(CRITERIA)
    assert by_login["atelier-boreal"].criteria == ()


def test_the_last_is_judged_where_all_before_it_fail() -> None:
    """The near twin."""
    found = evaluated(purchase(), {"northbit": FAIL, "maple-works": FAIL, "atelier-boreal": PASS})

    assert results(found) == {"northbit": "fail", "maple-works": "fail", "atelier-boreal": "pass"}


def test_whoever_acts_for_the_organization_takes_nobodys_turn() -> None:
    """First to arrive, and on no sheet; the others are judged in their turn, and keep their letters."""
    made = closed({"j-roy": work("j-roy", 40), **{login: work(login, early) for login, early in BEHIND}}, board(EDITS))
    made.turns = ("j-roy", *TURNS)
    made.ask("declare", conflict="none")
    made.log(Opened("a-tremblay"))

    found = evaluated(made, {"northbit": PASS})

    assert '- label: "A"' not in made.sheets["m-singh"].decode()
    assert results(found) == {
        "j-roy": "fail",
        "northbit": "pass",
        "maple-works": "not-judged",
        "atelier-boreal": "not-judged",
    }
    assert [row.findings for row in found.results if row.bidder == "j-roy"] == [("bid-by-insider",)]


def test_two_that_arrived_in_one_second_are_both_judged() -> None:
    """The method sees no difference between them, so both have the same turn."""
    found = evaluated(purchase(same=20), {"northbit": FAIL, "maple-works": PASS, "atelier-boreal": PASS})

    assert results(found) == {"northbit": "fail", "maple-works": "pass", "atelier-boreal": "pass"}


def test_as_many_pass_as_awards_are_offered() -> None:
    """With two awards the one behind the first that passes is judged, and the one behind both is not."""
    found = evaluated(purchase(TWO_AWARDS), {"northbit": PASS, "maple-works": PASS})

    assert results(found) == {"northbit": "pass", "maple-works": "pass", "atelier-boreal": "not-judged"}


@pytest.mark.parametrize(
    ("marks", "named"),
    [
        ({"northbit": PASS, "maple-works": PASS}, "unasked-mark"),
        ({"northbit": FAIL}, "unmarked-bid"),
        ({"maple-works": PASS}, "unmarked-bid"),
    ],
)
def test_refuses_a_sheet_out_of_turn(marks: Mapping[str, Mapping[str, str]], named: str) -> None:
    """Neither a mark behind the first that passes, nor one that passes an earlier bid over."""
    made = purchase()
    made.fill("m-singh", marks)

    assert set(names(made.ask("hand-in"))) == {named}


@pytest.mark.parametrize(
    ("settled", "last"),
    [
        ("pass", {"northbit": "pass", "maple-works": "not-judged", "atelier-boreal": "not-judged"}),
        ("fail", {"northbit": "fail", "maple-works": "pass", "atelier-boreal": "not-judged"}),
    ],
)
def test_two_who_see_the_first_otherwise_settle_it(settled: str, last: dict[str, str]) -> None:
    """Whoever failed it went on, so that there is a mark on the next whichever way it is settled."""
    made = purchase(team=("j-roy", "m-singh"))
    made.fill("m-singh", {"northbit": PASS})
    made.fill("j-roy", {"northbit": FAIL, "maple-works": PASS})
    made.ask("hand-in", "m-singh")
    made.ask("hand-in", "j-roy")

    assert names(made.ask("finish")) == ["scores-far-apart"]
    assert isinstance(made.ask("finish", settles=[settle("A", "all-by-keyboard", settled)]).outcome, Edit)

    assert results(finished(made)) == last


def test_work_that_a_rule_refuses_has_no_turn() -> None:
    """A bid that names no commit fails unjudged, and the next is judged."""
    made = closed({"northbit": Offer(early=30), "maple-works": work("maple-works", 20)}, board({OPPORTUNITY: [METHOD]}))
    made.turns = ("northbit", "maple-works")
    made.ask("declare", conflict="none")
    made.log(Opened("a-tremblay"))

    found = evaluated(made, {"maple-works": PASS})

    assert results(found) == {"northbit": "fail", "maple-works": "pass"}
    assert {row.bidder: row.findings for row in found.results}["northbit"] == ("no-delivered-work",)
    assert made.at > CLOSES + timedelta(hours=1)


@pytest.mark.parametrize(("minute", "northbit"), [("31", "fail"), ("30", "pass")])
def test_work_that_arrived_too_early_does_not_count(minute: str, northbit: str) -> None:
    """What its supplier was told at the push holds at the evaluation: the receipt tells when it arrived."""
    made = purchase(("closes_at:", f'counts_from: "2026-09-28T13:{minute}:00-04:00"\ncloses_at:'))

    found = evaluated(made, {"northbit": PASS} if northbit == "pass" else {"maple-works": PASS})

    assert results(found)["northbit"] == northbit
    assert {row.bidder: row.findings for row in found.results}["northbit"] == (
        ("before-work-counts",) if northbit == "fail" else ()
    )
