"""The purchase `date-filter` as a draw at a fixed price, closed, in memory: three bids in clear, one of which fails."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from tests.jobs.purchase import AT, OPPORTUNITY, at_price, board
from tests.memory import Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.state.drawings import SECRETS
from tests.worlds import REF, open_board_files

from board.cli.setting import board_of
from board.jobs.log import BRANCH, appended, log_of
from board.jobs.tagged import tagged
from board.model.closing import Closing, Recorded
from board.model.evaluation import CriterionResult, Evaluation, Evaluator, Result
from board.model.log import Entry, Evaluated, Line
from board.model.reference import closing_tag
from board.model.snapshot import MAIN, Tag
from board.state.draw import commitment_of
from board.state.ledger import write_closing, write_evaluation

FIXED = "1950.00"
CLOSES = datetime.fromisoformat("2026-09-15T14:00:00-04:00")
# Two business days after the evaluation, at the same time.
DEADLINE = AT + timedelta(days=2)
LOGINS = ("atelier-boreal", "maple-works", "northbit")


def request(method: str = "fixed-price-draw", basis: str = "fixed", amount: str = FIXED, more: str = "") -> bytes:
    """The request, with commitments of owner and officer."""
    told = open_board_files()[OPPORTUNITY].decode()
    promises = "".join(
        f'    - by: "{who}"\n      sha256: "{commitment_of(SECRETS[who])}"\n' for who in ("m-singh", "a-tremblay")
    )
    told = told.replace('selection_method: "lowest-price"', f'selection_method: "{method}"')
    told = told.replace('basis: "maximum"', f'basis: "{basis}"').replace('amount: "2400.00"', f'amount: "{amount}"')
    return (told + f"draw:\n  commitments:\n{promises}{more}").encode()


def purchase(
    opportunity: bytes | None = None, prices: Mapping[str, str] | None = None, logins: tuple[str, ...] = LOGINS
) -> Memory:
    """The board with the request on main, and the closing as a tag."""
    memory = board(**{login.replace("-", "_"): None for login in LOGINS})
    files = memory.tree(MAIN) | {OPPORTUNITY: opportunity or request()}
    memory.put(files, (memory.refs[MAIN],), "Post")
    bids = {login: at_price(login, (prices or {}).get(login, FIXED)) for login in logins}
    settings = board_of(files).settings
    assert settings
    at = CLOSES - timedelta(days=1)
    rows = tuple(
        Recorded(who, "", "en", at + timedelta(seconds=n), "host", n, "", blob_id(data), "0" * 64)
        for n, (who, data) in enumerate(bids.items(), 1)
    )
    closing = write_closing(Closing(REF, "0" * 64, CLOSES, 0, "0" * 64, rows), settings)
    told = {"closing.yml": closing, **{f"bids/{who}.yml": data for who, data in bids.items()}}
    tagged = memory.put(told, (), "Close", branch="")
    memory.set_tag(closing_tag(REF), Tag(tagged, closing_tag(REF), "Close"))
    return memory


def log(memory: Memory, *entries: Entry, at: datetime = AT) -> None:
    """More lines of the log."""
    commit, _ = appended(log_of(memory), REF, at, entries)
    files = memory.tree(BRANCH) if commit.old else {}
    files |= {path: data for path, data in commit.files.items() if data is not None}
    memory.put(files, commit.parents, branch=BRANCH)


def lines(memory: Memory) -> tuple[Line, ...]:
    """What the log tells."""
    return log_of(memory).of(REF)


def evaluation(memory: Memory, failing: str = "northbit") -> bytes:
    """`evaluation.yml`, in which one fails."""
    settings, done = board_of(memory.tree(MAIN)).settings, tagged(memory, REF, SCHEMAS)
    assert settings
    assert done
    results = tuple(
        Result(
            bidder=who,
            opened=True,
            result="fail" if who == failing else "pass",
            criteria=(CriterionResult("plan", who != failing, None, ""),),
        )
        for who in LOGINS
    )
    evaluator = Evaluator("m-singh", "none", AT, AT, ("en", "fr"), "")
    return write_evaluation(Evaluation(REF, done.sha256, (evaluator,), results), settings)


DONE = Evaluated("m-singh", "ee" * 32)
