"""Rankings told: of a closing, of what lies here, of the worked example; and when nothing is told."""

import hashlib
from datetime import datetime, timedelta

from tests.jobs.drawn import CLOSES, FIXED, evaluation, log, purchase, request
from tests.jobs.purchase import AT, OPPORTUNITY, ORGANIZATION, board, names
from tests.memory import Memory
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS
from tests.state.drawings import SECRETS
from tests.worlds import REF, board_files

from board.jobs.log import BRANCH
from board.jobs.rank import Answer, Request, explain
from board.model.log import Evaluated, MailboxRead, Secret
from board.model.reference import closing_tag
from board.model.snapshot import MAIN, Tag
from board.state.ledger.log import LOG

KEYBOARD = "dex-mex/2026/keyboard-map"


def told(memory: Memory, **more: object) -> Answer:
    """What is told of the purchase."""
    return explain(memory, Request(**{"ref": REF, "at": AT, **more}), SCHEMAS)  # type: ignore[arg-type]


def test_a_closing_is_ranked_by_its_draw() -> None:
    """Evaluation from the folder, secrets from the log, and arrivals from the closing."""
    memory = purchase()
    folder = {"evaluation.yml": evaluation(memory)}
    before = told(memory, folder=folder)
    log(memory, Evaluated("m-singh", hashlib.sha256(folder["evaluation.yml"]).hexdigest()))
    log(memory, *(Secret(who, 1, SECRETS[who]) for who in ("m-singh", "a-tremblay")))

    after = told(memory, folder=folder)

    assert before.ranking
    assert after.ranking
    assert (before.ranking.selected, before.draw, before.closed) == ((), True, True)
    assert len(after.ranking.selected) == 1
    assert (after.draw, after.closed) == (False, True)
    last = after.ranking.explained[-1]
    assert (last.bidder, last.passes, last.criteria[0].passed) == ("northbit", False, False)
    assert last.arrived == CLOSES - timedelta(days=1) + timedelta(seconds=3)


def test_a_clock_that_went_back_keeps_nobody_from_ranking() -> None:
    """It is a warning, and both lines stay in the log for ever."""
    memory = purchase()
    for minutes in (1, 0):
        log(memory, MailboxRead("a-tremblay"), at=CLOSES + timedelta(minutes=minutes))

    assert told(memory).ranking


def test_a_bid_that_its_rules_refuse_does_not_pass() -> None:
    """A cent beside the fixed price."""
    found = told(purchase(prices={"northbit": "1950.01"}))

    assert found.ranking
    assert [row.passes for row in found.ranking.explained if row.bidder == "northbit"] == [False]


def test_a_bidder_who_acts_for_the_organization_does_not_pass() -> None:
    """As at the evaluation and the award."""
    memory = purchase(prices={"northbit": FIXED})
    person = '  - login: "northbit"\n    position: {en: "Clerk", fr: "Commis"}\n    delegations:\n'
    words = 'may: ["evaluate"], up_to: "10.00", from: "2026-04-01", to: "2027-03-31"'
    files = memory.tree(MAIN)
    files[ORGANIZATION] = files[ORGANIZATION].replace(b"people:\n", f"people:\n{person}      - {{{words}}}\n".encode())
    memory.put(files, (memory.refs[MAIN],), "Hire")

    found = told(memory)

    assert found.ranking
    assert {row.bidder: row.passes for row in found.ranking.explained}["northbit"] is False
    assert found.ranking.passing == 2


def test_nothing_is_told_before_the_closing() -> None:
    """But in a reverse auction, of the bids as they lie here."""
    at = CLOSES.replace(hour=13)
    step = 'amount: "2400.00"\n  step: "50.00"'
    auction = board({OPPORTUNITY: ('amount: "2400.00"', step)})
    files = auction.tree(MAIN)
    files[OPPORTUNITY] = files[OPPORTUNITY].replace(b'"lowest-price"', b'"reverse-auction"')
    auction.put(files, (auction.refs[MAIN],), "Post")

    assert names(told(board(), at=at).findings) == ["rank-before-closing"]
    found = told(auction, at=at)
    assert found.ranking
    assert (found.ranking.selected, found.closed) == (("maple-works",), False)


def test_nothing_is_rated_without_results() -> None:
    """A finding says what is missing."""
    memory = purchase(
        request("rated", "maximum", "2400.00").replace(b'amount: "2400.00"', b'amount: "2400.00"\n  weight: 30')
    )

    assert names(told(memory).findings) == ["ranking-without-results"]


def test_another_evaluation_is_not_taken() -> None:
    """Than the one of which the log has the digest."""
    memory = purchase()
    log(memory, Evaluated("m-singh", "ee" * 32))

    assert names(told(memory, folder={"evaluation.yml": evaluation(memory)}).findings) == ["unlogged-evaluation"]


def test_whatever_lies_here_is_ranked_without_a_closing() -> None:
    """As an award of a board without receipts would."""
    found = told(board())

    assert found.ranking
    assert (found.ranking.selected, found.closed, found.draw) == (("maple-works",), False, False)


def test_the_worked_example_is_ranked_as_it_was_awarded() -> None:
    """Four sealed bids, from tag, log and folder: the order of its draw, and its winner."""
    folder = "opportunities/" + KEYBOARD
    memory = Memory()
    memory.put(board_files(), message="Board")
    bids = {who: worked_example(f"{folder}/bids/{who}.yml").read_bytes() for who in ("maple-works",)}
    example = worked_example("branches").parent
    memory.put({LOG: worked_example("receipts.jsonl").read_bytes()}, branch=BRANCH)
    for path in sorted((example / folder / "bids").glob("*.yml")):
        bids[path.stem] = path.read_bytes()
    tree = {"closing.yml": worked_example(f"{folder}/closing.yml").read_bytes()}
    tree |= {f"bids/{who}.yml": data for who, data in bids.items()}
    memory.set_tag(closing_tag(KEYBOARD), Tag(memory.put(tree, branch=""), closing_tag(KEYBOARD), "Close"))
    known = {f"openings/{p.name}": p.read_bytes() for p in (example / folder / "openings").glob("*.json")}
    known["evaluation.yml"] = worked_example(f"{folder}/evaluation.yml").read_bytes()

    sealed = explain(memory, Request(KEYBOARD, AT), SCHEMAS)
    found = explain(memory, Request(KEYBOARD, datetime.fromisoformat("2026-10-01T15:00:00-04:00"), known), SCHEMAS)

    assert names(sealed.findings) == ["rank-before-closing", "ranking-without-results"]
    assert found.ranking
    assert [(row.bidder, row.place, row.drawn) for row in found.ranking.explained] == [
        ("maple-works", 1, 2),
        ("atelier-boreal", 2, 3),
        ("mail-1", 3, 4),
        ("northbit", 0, 1),
    ]
