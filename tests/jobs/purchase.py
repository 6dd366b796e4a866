"""The purchase `date-filter` on a repository in memory: three bids on their branches, nothing awarded yet."""

from collections.abc import Mapping
from datetime import datetime

from tests.memory import Memory
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, REF, bids_on_branches, open_board_files

from board.core.finding import Finding
from board.jobs import award
from board.jobs.verify import Verification, verify
from board.model.reference import bid_branch
from board.model.snapshot import MAIN, Nothing, Written

AT = datetime.fromisoformat("2026-09-16T10:05:00-04:00")
OPPORTUNITY = f"{FOLDER}/opportunity.yml"
ORGANIZATION = "opportunities/dex-mex/organization.yml"
AWARD = f"{FOLDER}/awards/maple-works/award.yml"
BID = f"{FOLDER}/bids/maple-works.yml"
TAG = f"award/{REF}/maple-works"
ALT_TEXT = "dex-mex/2026/alt-text"
ASKED = award.Request(REF, "a-tremblay", "", "", AT, "machine")

Did = Written | Nothing | tuple[Finding, ...]


def board(edits: Mapping[str, tuple[str, str]] | None = None, **bids: bytes | None) -> Memory:
    """The board before any outcome; its organization is no specimen, since nothing of an example is an incident.

    Args:
        edits: Path of a file of main to a text that stands in it and what stands there instead.
        bids: Login, with ``_`` for ``-``, to another bid of theirs; None for no bid.
    """
    files = {path: data for path, data in open_board_files().items() if not path.endswith("/cancellation.yml")}
    for path, (old, new) in {ORGANIZATION: ("specimen: true\n", ""), **(edits or {})}.items():
        assert files[path].count(old.encode()) == 1, (path, old)
        files[path] = files[path].replace(old.encode(), new.encode())
    memory = Memory()
    begin = memory.put(files, message="Board")
    given = {login.replace("_", "-"): data for login, data in bids.items()}
    for login, data in {**bids_on_branches(), **given}.items():
        if data is not None:
            path = f"{FOLDER}/bids/{login}.yml"
            memory.put({**files, path: data}, [begin], f"Bid of {login}", f"refs/heads/{bid_branch(login, REF)}")
    return memory


def at_price(login: str, price: str) -> bytes:
    """The bid of *login* at another price."""
    data = bids_on_branches()[login]
    old = data.split(b'price: "')[1].split(b'"')[0]
    return data.replace(old, price.encode())


def give(memory: Memory, asked: award.Request = ASKED) -> Did:
    """What comes of an award that is asked for."""
    return memory.act(lambda seen: award.decide(seen, asked, SCHEMAS).outcome)


def names(findings: object) -> list[str]:
    """The names of findings, in order."""
    assert isinstance(findings, tuple)
    return [finding.name for finding in findings]


def proved(memory: Memory) -> Verification:
    """What a proof of everything comes to."""
    return verify(memory, SCHEMAS)


def found_by(memory: Memory) -> list[str]:
    """The names of what a proof refuses, in order."""
    return names(proved(memory).findings)


def edited(memory: Memory, path: str, old: str, new: str) -> dict[str, bytes]:
    """The files of main with one text changed."""
    files = memory.tree(MAIN)
    assert files[path].count(old.encode()) == 1, (path, old)
    return {**files, path: files[path].replace(old.encode(), new.encode())}
