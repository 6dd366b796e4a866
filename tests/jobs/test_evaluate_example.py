"""The worked example `keyboard-map`: its evaluation follows from its openings and one sheet."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.jobs.evaluating import PROMISED, Offer, Purchase, groups, opening
from tests.memory import Memory
from tests.real_input import worked_example
from tests.rules.subjects.documents import SCHEMAS

from board.jobs.log import log_of
from board.model.evaluation import Evaluation
from board.model.log import Evaluated, Opened, Secret
from board.model.reference import closing_tag
from board.model.snapshot import Tag
from board.state.ledger import read_evaluation

REF = "dex-mex/2026/keyboard-map"
PASSING = ("atelier-boreal", "mail-1", "maple-works")


@pytest.fixture
def example() -> Path:
    """The folder of the procurement."""
    return worked_example("opportunities/dex-mex/2026/keyboard-map")


@pytest.fixture
def purchase(example: Path) -> Purchase:
    """The example between its closing and its outcome."""
    record = example.parents[2]
    after = ("awards", "bids", "openings", "closing.yml", "evaluation.yml", "draw.yml")
    files = {
        f"opportunities/{path.relative_to(record).as_posix()}": path.read_bytes()
        for path in sorted(record.rglob("*"))
        if path.is_file() and not (path.is_relative_to(example) and path.relative_to(example).parts[0] in after)
    }
    memory = Memory()
    begin = memory.put(files)
    tree = {path.relative_to(example).as_posix(): path.read_bytes() for path in (example / "bids").iterdir()}
    commit = memory.put({**tree, "closing.yml": (example / "closing.yml").read_bytes()}, [begin], "Closing", "")
    memory.set_tag(closing_tag(REF), Tag(commit, closing_tag(REF), "Closing"))
    return Purchase(memory, {path.name: path.read_bytes() for path in (example / "openings").iterdir()})


@pytest.fixture
def whole(example: Path, purchase: Purchase) -> Purchase:
    """The same with answers of northbit, who did not consent to their publication: ours stand in their place."""
    tree = purchase.memory.tree(purchase.tag.target)
    ours = opening("northbit", "answers", groups(Offer())["answers"])
    old = tree["bids/northbit.yml"]
    promised = old.split(b"answers:")[1].split(b'"')[1]
    bid = old.replace(promised, hashlib.sha256(ours).hexdigest().encode())
    before, after = (hashlib.sha256(data).hexdigest().encode() for data in (old, bid))
    tree |= {"bids/northbit.yml": bid, "closing.yml": tree["closing.yml"].replace(before, after)}
    commit = purchase.memory.put(tree, [], "Closing", "")
    purchase.memory.set_tag(closing_tag(REF), replace(purchase.tag, target=commit))
    return Purchase(purchase.memory, {**purchase.openings, "northbit.answers.json": ours})


def of(data: bytes) -> Evaluation:
    """What a file says."""
    found = read_evaluation(data, SCHEMAS)
    assert found is not None
    return found


def test_its_evaluation_follows(example: Path, whole: Purchase) -> None:
    """Result for result; our instants are those of the log, to the second, and the example rounds them."""
    whole.ask("declare", conflict="none")
    whole.log(Opened("a-tremblay"))
    given = {login: {"keyboard-work": "pass" if login in PASSING else "fail"} for login in (*PASSING, "northbit")}
    whole.fill("m-singh", given)
    whole.ask("hand-in")
    whole.ask("finish", secret=PROMISED)

    ours, theirs = of(whole.evaluation), of((example / "evaluation.yml").read_bytes())
    (who,), (their_who,) = ours.evaluators, theirs.evaluators
    assert ours.results == theirs.results
    assert who == replace(their_who, declared_at=who.declared_at, done_at=who.done_at)


def test_it_follows_from_what_was_published_but_for_the_answers_that_were_not(purchase: Purchase) -> None:
    """What passed is the same; of northbit the published offer alone can be read, which is not enough."""
    purchase.ask("declare", conflict="none")
    purchase.log(Opened("a-tremblay"))
    purchase.fill("m-singh", {login: {"keyboard-work": "pass"} for login in PASSING})
    purchase.ask("hand-in")
    purchase.ask("finish")

    found = of(purchase.evaluation)
    assert found.closing_sha256 == "f61c49dd3afa011f01e0d49698e4158930b6bf162c61ddefd3a37a820d198b07"
    assert [(row.bidder, row.opened, row.passes) for row in found.results] == [
        ("atelier-boreal", True, True),
        ("mail-1", True, True),
        ("maple-works", True, True),
        ("northbit", False, False),
    ]


def test_its_evaluation_and_secret_stand_in_the_log_together(purchase: Purchase) -> None:
    """In one append, the evaluation first."""
    purchase.ask("declare", conflict="none")
    purchase.log(Opened("a-tremblay"))
    purchase.fill("m-singh", {login: {"keyboard-work": "pass"} for login in PASSING})
    purchase.ask("hand-in")
    purchase.ask("finish", secret=PROMISED)

    last = [line.entry for line in log_of(purchase.memory).lines][-2:]
    digest = hashlib.sha256(purchase.evaluation).hexdigest()
    assert last == [Evaluated("m-singh", digest), Secret("m-singh", 1, PROMISED)]


def test_the_keeper_of_its_key_does_not_evaluate(purchase: Purchase) -> None:
    """By name."""
    answer = purchase.ask("declare", "a-tremblay", conflict="none")

    assert isinstance(answer.outcome, tuple)
    assert [finding.name for finding in answer.outcome] == ["outside-delegation", "evaluator-keeps-key"]
