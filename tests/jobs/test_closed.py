"""A closed procurement: what is lacking before anybody is selected, and which evaluation counts."""

import hashlib

from tests.jobs.drawn import evaluation, log, purchase, request
from tests.jobs.purchase import AT
from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import REF

from board.jobs.acting import Ground, ground
from board.jobs.closed import Closed, closed
from board.jobs.held_back import held
from board.model.log import Evaluated, Opened
from board.state.opened import list_sha256


def known(memory: Memory, written: bytes) -> Closed:
    """What is known to who holds that evaluation."""
    found = ground(memory, REF, AT, SCHEMAS)
    assert isinstance(found, Ground)
    told = closed(found, held({"evaluation.yml": written}))
    assert told
    return told


def test_the_first_evaluation_counts() -> None:
    """Secrets are shown behind it: whoever wrote a second line could choose the winner."""
    memory = purchase()
    first, second = evaluation(memory), evaluation(memory, failing="maple-works")
    for written in (first, second):
        log(memory, Evaluated("m-singh", hashlib.sha256(written).hexdigest()))

    assert known(memory, first).evaluation
    assert known(memory, first).lacks == ("draw",)
    assert known(memory, second).evaluation is None
    assert known(memory, second).lacks == ("evaluation",)


def test_nothing_that_opened_is_nothing_that_is_lacking() -> None:
    """Where no envelope opened, the log holds the list of nothing, and an empty folder is whole."""
    sealed = request().replace(b'bids: "public"', b'bids: "sealed"')
    unopened, opened, other = (purchase(sealed) for _ in range(3))
    log(opened, Opened("a-tremblay", list_sha256(())))
    log(other, Opened("a-tremblay", "e" * 64))

    assert known(unopened, b"").lacks == ("openings",)
    assert known(opened, b"").lacks == ("evaluation",)
    assert known(other, b"").lacks == ("openings",)
