"""A change judged from values alone: what it is, what has to be read, and what is found."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from tests.rules.subjects.changes import schemas
from tests.worlds import BID, FOLDER, bids_on_branches, board_files, open_board_files

from board.jobs.check_change import Plan, Proposer, Surroundings, judge, meant, names_terms, plan, touched_organizations
from board.jobs.reading import Content, is_above, procurement_of, read_board
from board.model.change import Change, Comparison, Excess, FileState
from board.model.context import Context

NOW = datetime.fromisoformat("2026-09-10T12:00:00-04:00")
REQUEST = f"{FOLDER}/opportunity.yml"
CANCELLATION = f"{FOLDER}/cancellation.yml"
BIDDER, OWNER = Proposer("maple-works", ""), Proposer("m-singh", "github:900011")
OFFICER, ROOT = Proposer("a-tremblay", "github:900012"), Proposer("root-racine", "github:900001")
BASE = open_board_files()
BYTES = bids_on_branches()["maple-works"]


def comparison(after: Mapping[str, bytes | None], base: Mapping[str, bytes] = BASE) -> Comparison:
    """What Git would say of these files."""
    changes = tuple(Change(path, _state(base.get(path)), _state(data)) for path, data in sorted(after.items()))
    return Comparison("b" * 40, "a" * 40, related=True, changes=changes)


def judged(
    after: Mapping[str, bytes | None], proposer: Proposer, base: Mapping[str, bytes] = BASE, now: datetime = NOW
) -> list[tuple[str, str]]:
    """Code and path of every finding on a change that arrives now."""
    found, above = comparison(after, base), {path: data for path, data in base.items() if is_above(path)}
    board = read_board(above, schemas())
    assert board.policy
    assert board.settings
    planned = plan(found, proposer, board, now.date())
    around = Surroundings(
        above,
        {path: Content(data) for path, data in base.items() if procurement_of(path) in planned.refs},
        {path: Content(data) for path, data in after.items() if path in planned.files and data is not None},
    )
    context = Context(now, now, board.policy, board.settings)
    return [(one.code, one.path) for one in judge(found, proposer, planned, around, context, schemas())]


def planned_for(found: Comparison, proposer: Proposer, base: Mapping[str, bytes] = BASE) -> Plan:
    """What is to be read for it."""
    above = {path: data for path, data in base.items() if is_above(path)}
    return plan(found, proposer, read_board(above, schemas()), NOW.date())


def test_a_bid_is_judged_by_its_request() -> None:
    """The rules of bids see the bid with the request of the base, at the instant at which it arrives."""
    late = datetime.fromisoformat("2026-09-15T14:00:01-04:00")

    assert judged({BID: BYTES}, BIDDER) == []
    assert judged({BID: BYTES.replace(b"1950.00", b"2400.01")}, BIDDER) == [("BID101", BID)]
    assert judged({BID: BYTES}, BIDDER, now=late) == [("BID110", BID)]


def test_a_bid_that_changes_its_request_is_judged_by_the_old_one() -> None:
    """Who raises the ceiling beside a bid over it gains nothing."""
    after = {BID: BYTES.replace(b"1950.00", b"2500.00"), REQUEST: BASE[REQUEST].replace(b"2400.00", b"2500.00")}

    found = judged(after, BIDDER)

    assert ("BID101", BID) in found
    assert ("CHG101", REQUEST) in found


def test_a_broken_bid_is_one_finding() -> None:
    """What cannot be read is told, and nothing is guessed from it."""
    assert [code[:3] for code, _ in judged({BID: b"a: [\n"}, BIDDER)] == ["DOC"]
    assert [code[:3] for code, _ in judged({BID: b"schema: 1\n"}, BIDDER)] == ["SCH"] * 6


def test_an_act_is_judged_by_what_it_leaves() -> None:
    """A posting is judged with the rules of what is new: what is published must lie ahead."""
    path = REQUEST.replace("date-filter", "new-filter")
    ahead = datetime.fromisoformat("2026-09-01T12:00:00-04:00")

    assert judged({path: BASE[REQUEST]}, OWNER, now=ahead) == []
    assert judged({path: BASE[REQUEST]}, OWNER) != []
    assert judged({path: BASE[REQUEST].replace(b'"2400.00"', b'"92400.00"')}, OWNER, now=ahead) != []


def test_what_an_act_does_not_touch_has_lain_there() -> None:
    """Ending a procurement does not judge its old request as if it were posted today."""
    ending = board_files()["opportunities/dex-mex/2026/alt-text/cancellation.yml"].replace(b"alt-text", b"date-filter")
    after = {CANCELLATION: ending}

    assert judged(after, OFFICER, now=datetime.fromisoformat("2026-09-16T12:00:00-04:00")) == []


def test_an_act_cannot_leave_a_folder_without_its_request() -> None:
    """Whoever removes a request and leaves what answers it leaves something that nobody can judge."""
    base = {**BASE, BID: BYTES}

    found = judged({REQUEST: None}, OWNER, base)

    assert ("DOC125", REQUEST) in found
    assert ("CHG122", REQUEST) in found


def test_a_root_is_judged_by_the_new_rules() -> None:
    """A policy that a root proposes is judged as it would stand, with the people of each organization."""
    path = "opportunities/policy.yml"
    after = {
        path: BASE[path].replace(b'from: "2019-06-10"\n    amount: "25000.00"', b'from: "2019-06-31"\n    amount: "x"')
    }

    assert {code[:3] for code, _ in judged(after, ROOT)} == {"SCH"}
    assert judged({path: BASE[path] + b"# a remark\n"}, ROOT) == []


def test_a_file_that_belongs_nowhere() -> None:
    """An act that adds what the record does not know is refused at every depth."""
    path = "opportunities/dex-mex/notes.txt"

    assert ("DOC124", path) in judged({path: b"x\n"}, OWNER)


def test_work_is_not_read() -> None:
    """A change to the program passes here, and nothing of it is read."""
    found = comparison({"README.md": b"x\n"})

    assert planned_for(found, BIDDER) == Plan("work")
    assert judged({"README.md": b"x\n"}, BIDDER) == []


def test_a_bid_reads_its_own_folder_alone() -> None:
    """One file, one folder, one list of names, the rivals of one opportunity."""
    found = planned_for(comparison({BID: BYTES, REQUEST: b"x: y\n"}), BIDDER)

    assert found == Plan(
        "bid",
        {BID: "f" * 40},
        ("dex-mex/2026/date-filter",),
        (f"{FOLDER}/bids",),
        ("dex-mex/2026/date-filter",),
    )


@pytest.mark.parametrize(
    ("mode", "size"), [("120000", 5), ("160000", 0), ("100755", 5), ("100644", 65537), ("100644", -1)]
)
def test_what_is_no_plain_file_is_not_read(mode: str, size: int) -> None:
    """Links, submodules, programs, and what is too large or was not fetched."""
    found = Comparison("b", "a", related=True, changes=(Change(BID, None, FileState(mode, "f" * 40, size)),))

    assert planned_for(found, BIDDER).files == {}


def test_what_git_could_not_tell_is_not_read() -> None:
    """Without a common commit, with a conflict or beyond a limit, only the change itself is judged."""
    changes = comparison({BID: BYTES}).changes
    for found in (
        Comparison("b", "a", related=False),
        Comparison("b", "a", related=True, mergeable=False),
        Comparison("b", "a", related=True, changes=changes, conflicts=(BID,)),
        Comparison("b", "a", related=True, changes=changes, excess=(Excess("paths", 2, 1),)),
    ):
        assert planned_for(found, BIDDER) == Plan("bid")


def test_a_thousand_bids_in_one_change_are_not_read() -> None:
    """A rule refuses them; a few are judged beside it."""
    many: dict[str, bytes | None] = {BID.replace("date-filter", f"filter-{number}"): b"" for number in range(1000)}

    assert len(planned_for(comparison(many), BIDDER).files) == 10


def test_where_a_finding_on_the_whole_is_shown() -> None:
    """At the proposer's own bid, else at the first path, else at the record."""
    assert meant(comparison({BID: BYTES, "a": b"x"}), BIDDER) == BID
    assert meant(comparison({BID: BYTES, "a": b"x"}), OWNER) == "a"
    assert meant(comparison({}), BIDDER) == "opportunities"


def test_touched_organizations() -> None:
    """Each once, the board's own files for none."""
    found = comparison({BID: BYTES, REQUEST: b"", "opportunities/board.yml": b"", "opportunities/b/x": b""})

    assert touched_organizations(found) == ("b", "dex-mex")


def test_who_uses_terms() -> None:
    """A request made under that version, not one that merely mentions it."""
    mentions = b'terms: "2026-2"\nnote: "2026-1"\n'

    assert names_terms("2026-1", [mentions, b'terms: "2026-1"\n'])
    assert not names_terms("2026-1", [mentions, b"[", b"- x\n"])


def _state(data: bytes | None) -> FileState | None:
    return None if data is None else FileState("100644", "f" * 40, len(data))
