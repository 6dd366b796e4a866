"""A draw through the acts of two people: shown, withheld, given up, held again, and asked for twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.jobs.drawn import DEADLINE, DONE, evaluation, lines, log, purchase, request
from tests.jobs.purchase import AT, names
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.state.drawings import SECRETS
from tests.worlds import REF

from board.jobs.draw import Answer, NoSecretError, Request, decide
from board.model.draw import Draws
from board.model.log import Committed, Evaluated, MailboxRead, Secret, Void
from board.model.reference import closing_tag
from board.model.snapshot import MAIN, Edit, Nothing
from board.state.draw import commitment_of
from board.state.drawing import Waiting


def asked(by: str, **more: object) -> Request:
    """What somebody asks for, with the secret that they keep."""
    kept: Mapping[int, str] = {1: SECRETS[by]} if by in SECRETS else {}
    return replace(Request(REF, by, "", AT, secrets=kept), **more)  # type: ignore[arg-type]


def do(memory: Memory, wanted: Request) -> Answer:
    """What comes of it, written."""
    answers: list[Answer] = []

    def decided(seen: object) -> object:
        answers.append(decide(memory, wanted, SCHEMAS))
        return answers[-1].outcome

    memory.act(decided)  # type: ignore[arg-type]
    return answers[-1]


@pytest.fixture
def evaluated() -> Memory:
    """A purchase that is closed and evaluated."""
    memory = purchase()
    log(memory, DONE)
    return memory


def test_two_people_show_their_secrets(evaluated: Memory) -> None:
    """The first waits for the second, whose line gives the order; each line is one commit by who acts."""
    first, last = do(evaluated, asked("m-singh")), do(evaluated, asked("a-tremblay"))

    assert first.result == Waiting("secrets", 1, ("a-tremblay",), DEADLINE)
    assert isinstance(first.outcome, Edit)
    assert first.outcome.author == "m-singh"
    assert isinstance(last.result, Draws)
    assert sorted(last.result.order) == ["atelier-boreal", "maple-works", "northbit"]
    assert last.trust
    assert (last.trust.people, last.trust.sealed, last.trust.bids) == (("a-tremblay", "m-singh"), 0, 3)
    assert [type(line.entry) for line in lines(evaluated)] == [Evaluated, Secret, Secret]


def test_a_clock_that_went_back_before_keeps_nobody_from_drawing(evaluated: Memory) -> None:
    """It is a warning for ever, since both lines stay in the log; whoever refused for it would never draw."""
    log(evaluated, MailboxRead("a-tremblay"), at=AT - timedelta(minutes=1))

    assert isinstance(do(evaluated, asked("m-singh")).outcome, Edit)


def test_asked_again_it_says_the_same(evaluated: Memory) -> None:
    """A reply that was lost: the same order, and no second line, also where the secret is no longer at hand."""
    do(evaluated, asked("m-singh"))
    last = do(evaluated, asked("a-tremblay"))

    for again in (asked("a-tremblay", at=AT + timedelta(days=9)), asked("m-singh", secrets={})):
        found = do(evaluated, again)
        assert isinstance(found.outcome, Nothing)
        assert found.result == last.result
    assert len(lines(evaluated)) == 3


def test_a_secret_that_is_not_at_hand_is_asked_for(evaluated: Memory) -> None:
    """Nothing is shown in its place."""
    with pytest.raises(NoSecretError):
        do(evaluated, asked("m-singh", secrets={2: SECRETS["m-singh"]}))


def test_withheld_given_up_and_held_again(evaluated: Memory) -> None:
    """The owner shows, the officer does not; two business days later another officer takes that place."""
    do(evaluated, asked("m-singh"))
    early = do(evaluated, asked("m-singh", step="void", at=DEADLINE - timedelta(seconds=1)))
    void = do(evaluated, asked("m-singh", step="void", at=DEADLINE))
    assert names(early.outcome) == ["void-too-early"]
    assert void.result == Waiting("commitments", 2)
    assert isinstance(do(evaluated, asked("m-singh", step="void", at=DEADLINE)).outcome, Nothing)

    late = do(evaluated, asked("a-tremblay", at=DEADLINE))
    assert names(late.outcome) == ["secret-before-commitments"]

    digests = {who: commitment_of(SECRETS[who]) for who in SECRETS}
    for who in ("m-singh", "a-tremblay"):
        found = do(evaluated, asked(who, step="commit", sha256=digests[who], at=DEADLINE))
        assert isinstance(found.outcome, Edit) == (who == "m-singh")
    people = evaluated.tree(MAIN)
    organization = "opportunities/dex-mex/organization.yml"
    people[organization] = people[organization].replace(b'login: "a-tremblay"', b'login: "r-roy"')
    evaluated.put(people, (evaluated.refs[MAIN],), "Another officer")
    do(evaluated, asked("r-roy", step="commit", sha256=digests["r-roy"], at=DEADLINE))
    do(evaluated, asked("r-roy", secrets={2: SECRETS["r-roy"]}, at=DEADLINE))
    last = do(evaluated, asked("m-singh", secrets={2: SECRETS["m-singh"]}, at=DEADLINE))

    assert isinstance(last.result, Draws)
    assert [held.withheld_by for held in last.result.draws] == ["a-tremblay", ""]
    assert last.trust
    assert (last.trust.void, last.trust.withheld) == (1, ("a-tremblay",))
    told = [type(line.entry) for line in lines(evaluated)]
    assert told == [Evaluated, Secret, Void, Committed, Committed, Secret, Secret]


def test_nothing_is_shown_before_the_evaluation() -> None:
    """A mailbox that was read is none."""
    memory = purchase()
    log(memory, MailboxRead("a-tremblay"))

    assert names(do(memory, asked("m-singh")).outcome) == ["secret-before-evaluation"]
    assert len(lines(memory)) == 1


def test_nothing_is_shown_before_the_closing_is_done(evaluated: Memory) -> None:
    """Nor over a list that is not there."""
    evaluated.set_tag(closing_tag(REF), None)

    assert names(do(evaluated, asked("m-singh")).outcome) == ["draw-without-closing"]


def test_a_list_of_one_is_not_drawn() -> None:
    """One bid has one order."""
    memory = purchase(logins=("maple-works",))
    log(memory, DONE)

    assert names(do(memory, asked("m-singh")).outcome) == ["draw-of-one"]


def test_nobody_without_a_delegation_shows_anything(evaluated: Memory) -> None:
    """Nor whoever bids."""
    found = do(evaluated, asked("maple-works", secrets={1: "00" * 32}))

    assert names(found.outcome) == ["not-committed", "draw-not-delegated"]


def test_another_evaluation_in_the_folder_is_named(evaluated: Memory) -> None:
    """What the log has the digest of is what was finished."""
    folder = {"evaluation.yml": evaluation(evaluated)}

    found = do(evaluated, asked("m-singh", folder=folder))
    without = do(evaluated, asked("m-singh"))

    assert names(found.outcome) == ["unlogged-evaluation"]
    assert isinstance(without.outcome, Edit)


def test_a_log_that_is_broken_takes_no_secret(evaluated: Memory) -> None:
    """It is put right first."""
    do(evaluated, asked("m-singh"))
    branch = "refs/heads/receipts"
    files = evaluated.tree(branch)
    files["receipts.jsonl"] = files["receipts.jsonl"].replace(b"m-singh", b"m-sinhg", 1)
    evaluated.put(files, (), branch=branch)

    assert names(do(evaluated, asked("a-tremblay")).outcome)[0] == "broken-log"


def test_a_tie_of_prices_is_drawn_without_an_evaluation() -> None:
    """Where no criterion is judged by people."""
    told = request("lowest-price", "maximum", "2400.00").decode()
    start, end = told.index("evaluation_criteria:"), told.index("acceptance_criteria:")
    memory = purchase((told[:start] + told[end:]).encode())

    do(memory, asked("m-singh"))

    assert isinstance(do(memory, asked("a-tremblay")).result, Draws)
