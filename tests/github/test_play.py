"""The workflows played on a real repository, step by step, as GitHub would: what is posted, pushed and tagged."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from tests.github.runner import Machine, Ran, checkout, forge
from tests.github.workflows import FOLDER as WORKFLOWS
from tests.github.workflows import TOP
from tests.worlds import BID, REF, World, bids_on_branches, git, open_board_files, world

pytestmark = pytest.mark.slow

BID_CHECK, RECEIVED, PROPOSE, RECORD, PAGES = (
    WORKFLOWS / f"{name}.yml" for name in ("bid-check", "bid-received", "propose", "record", "pages")
)

BEFORE, OPEN = "2026-09-01T09:00:00-04:00", "2026-09-10T12:00:00-04:00"

SUPPLIER = {"login": "maple-works", "id": 901001}
OWNER = {"login": "M-Singh", "id": 900011}
OFFICER = {"login": "a-tremblay", "id": 900012}
STRANGER = {"login": "somebody", "id": 7}

REQUEST = f"opportunities/{REF}/opportunity.yml"
PEOPLE = "opportunities/dex-mex/organization.yml"
NEXT_REQUEST = REQUEST.replace("date-filter", "week-filter")

# The whole program, as it stands on the default branch.
PROGRAM = {
    path.relative_to(TOP).as_posix(): path.read_bytes()
    for part in ("scripts", "schema", "site", "overrides", "mkdocs.yml", "requirements.lock")
    for path in sorted([TOP / part, *(TOP / part).rglob("*")])
    if path.is_file() and "__pycache__" not in path.parts
}


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a forge, with its machine.

    Attributes:
        origin: The repository; its main holds the program and a board.
        machine: Runs the workflows.
    """

    origin: World
    machine: Machine

    def bid(self, data: bytes = bids_on_branches()["maple-works"], path: str = BID) -> str:
        """The head of a bid in a fork: the forge itself has no branch of it."""
        return self.origin.change({path: data})

    def pull(
        self,
        head: str,
        author: Mapping[str, Any],
        pusher: Mapping[str, Any] | None = None,
        path: Path = BID_CHECK,
        pull: Mapping[str, Any] | None = None,
        **told: Any,
    ) -> dict[str, Ran]:
        """What becomes of a pull request with that head: the forge keeps it, and starts the workflow of main."""
        self.origin.git("update-ref", "refs/pull/4/head", head)
        event = {**event_of(head, author), "sender": pusher or author, **told}
        event["pull_request"] |= pull or {}
        return self.machine.run(path, {"sha": self.origin.git("rev-parse", "main"), "event": event})


def event_of(head: str, author: Mapping[str, Any]) -> dict[str, Any]:
    """What the forge tells of pull request 4 when it is opened."""
    pull = {"number": 4, "head": {"sha": head}, "base": {"ref": "main"}, "user": author}
    pull |= {"draft": False, "merged": False, "updated_at": "2026-09-15T17:59:00Z"}
    return {"action": "opened", "pull_request": pull, "sender": author, "repository": {"full_name": "dex-mex/board"}}


@dataclass(frozen=True, slots=True)
class Begun:
    """A forge on which the board is open for bids, made once for all tests here: each works on a copy.

    Attributes:
        origin: The repository.
        checked_out: A working tree of its main.
    """

    origin: Path
    checked_out: Path

    def at(self, folder: Path, now: str) -> Forge:
        """A copy in *folder*, at an instant."""
        origin = World(Path(shutil.copytree(self.origin, folder / "origin.git")))
        return Forge(origin, Machine(folder / "runs", origin, now, earlier=self.checked_out))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The whole program and the board on main."""
    folder = tmp_path_factory.mktemp("begun")
    board = open_board_files()
    # What an example does is no incident.
    board[PEOPLE] = board[PEOPLE].replace(b"specimen: true\n", b"")
    origin = world(folder / "origin.git", {**PROGRAM, **board})
    forge(origin)
    checked_out = folder / "work"
    checked_out.mkdir()
    checkout(checked_out, origin, "origin/main")
    return Begun(origin.root, checked_out)


@pytest.fixture
def opened(begun: Begun, tmp_path: Path) -> Forge:
    """While bids are taken."""
    return begun.at(tmp_path, OPEN)


def states(run: Mapping[str, Ran]) -> list[tuple[str, str]]:
    """Name and state of each verdict that was posted, in order."""
    return [status for status in all_states(run) if status[0] in ("board/check", "board/merge")]


def all_states(run: Mapping[str, Ran]) -> list[tuple[str, str]]:
    """The same, with receipts and acts."""
    return [(status["context"], status["state"]) for ran in run.values() for status in ran.statuses]


def test_a_good_bid_is_pending(opened: Forge) -> None:
    """The verdict is green, nothing may be merged, and the page of the run says so in both languages."""
    head = opened.bid()

    run = opened.pull(head, SUPPLIER)

    assert (run["check"].result, run["status"].result) == ("success", "success"), run["check"].log
    assert states(run) == [("board/check", "success"), ("board/merge", "pending")]
    assert {status["sha"] for status in run["status"].statuses} == {head}
    assert {status["target_url"] for status in run["status"].statuses} == {
        "https://github.example/dex-mex/board/actions/runs/4711"
    }
    assert "## Check" in run["check"].summary
    assert "## Vérification" in run["check"].summary


RECEIPT = ("board/received/4", "success")


def test_a_head_is_receipted_before_it_is_judged(opened: Forge) -> None:
    """One receipt, dated by the forge, before every verdict; run again it stands, and no second one is posted."""
    head = opened.bid()

    run, again = opened.pull(head, SUPPLIER), opened.pull(head, SUPPLIER)

    assert run["receipt"].result == "success", run["receipt"].log
    assert all_states(run) == [RECEIPT, ("board/check", "success"), ("board/merge", "pending")]
    assert all_states(again) == [("board/check", "success"), ("board/merge", "pending")]
    (status,) = run["receipt"].statuses
    assert (status["sha"], status["created_at"]) == (head, "2026-09-10T16:00:01Z")
    assert status["target_url"] == "https://github.example/dex-mex/board/actions/runs/4711"


def test_a_bad_bid_is_receipted_all_the_same(opened: Forge) -> None:
    """A head that Git refuses to fetch has arrived too."""
    blob = opened.origin.blob(b"x\n")
    head = opened.origin.commit(opened.origin.raw_tree([("100644", b".git", blob)]), ["main"])

    assert all_states(opened.pull(head, SUPPLIER))[0] == RECEIPT


def test_what_has_no_receipt_is_not_judged(opened: Forge) -> None:
    """Where the forge refuses the receipt both verdicts say so; a new run receipts and judges."""
    head = opened.bid()
    opened.machine.github.fail(("POST", "403"))

    run = opened.pull(head, SUPPLIER)

    assert [run[name].result for name in ("receipt", "check", "status")] == ["failure", "skipped", "success"]
    assert all_states(run) == [("board/check", "error"), ("board/merge", "error")]
    assert "No receipt was posted: GitHub refused." in run["receipt"].log
    assert all_states(opened.pull(head, SUPPLIER))[0] == RECEIPT


def test_a_lost_answer_is_one_receipt(opened: Forge) -> None:
    """The forge did it and did not say so."""
    opened.machine.github.fail(("POST", "lost"))

    run = opened.pull(opened.bid(), SUPPLIER)

    assert run["receipt"].result == "success", run["receipt"].log
    assert all_states(run)[0] == RECEIPT
    assert [call.partition(" ")[0] for call in opened.machine.github.calls] == ["GET", "POST", "GET"]


def test_the_edit_of_a_title_starts_nothing(opened: Forge) -> None:
    """Neither receipt nor verdict, and none is taken back; aimed at main, the same pull request has both."""
    head = opened.bid()
    title, base = {"title": {"from": "x"}}, {"base": {"ref": {"from": "draft"}, "sha": {"from": head}}}

    edited = opened.pull(head, SUPPLIER, action="edited", changes=title)
    aimed = opened.pull(head, SUPPLIER, action="edited", changes=base)

    assert {ran.result for ran in edited.values()} == {"skipped"}
    returned = ("board/returned/4/2026-09-15T17:59:00Z/aimed-here", "success")
    assert all_states(aimed) == [RECEIPT, returned, ("board/check", "success"), ("board/merge", "pending")]


ELSEWHERE = {"base": {"ref": "draft"}}
AWAY = {"base": {"ref": {"from": "main"}, "sha": {"from": "4" * 40}}}
AT = "2026-09-15T17:59:00Z"


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("closed", {"action": "closed"}),
        ("drafted", {"action": "converted_to_draft", "pull": {"draft": True}}),
        ("aimed-away", {"action": "edited", "changes": AWAY, "pull": ELSEWHERE}),
    ],
)
def test_what_takes_nothing_to_be_judged(opened: Forge, act: str, told: dict[str, Any]) -> None:
    """Of its supplier a withdrawal, of an officer an incident; where it cannot be said the verdict stands too."""
    head = opened.bid()

    own, other = opened.pull(head, SUPPLIER, **told), opened.pull(head, SUPPLIER, OFFICER, **told)
    opened.machine.github.fail(("POST", "403"))
    refused = opened.pull(
        head, SUPPLIER, STRANGER, **{**told, "pull": {**told.get("pull", {}), "updated_at": AT[:-2] + "1Z"}}
    )

    assert all_states(own) == [(f"board/withdrawn/4/{AT}/{act}", "success")]
    assert all_states(other) == [(f"board/incident/4/{AT}/{act}", "pending")]
    assert [run["receipt"].result for run in (own, other, refused)] == ["success", "success", "failure"]
    assert {run[name].result for run in (own, other, refused) for name in ("check", "status")} == {"skipped"}


def test_what_is_not_for_main_starts_nothing(opened: Forge) -> None:
    """Between other branches, whatever is done; and the closing of what was merged."""
    head = opened.bid()
    base = {"base": {"ref": {"from": "other"}, "sha": {"from": head}}}

    runs = [
        opened.pull(head, SUPPLIER, pull=ELSEWHERE),
        opened.pull(head, SUPPLIER, OFFICER, action="closed", pull=ELSEWHERE),
        opened.pull(head, SUPPLIER, action="edited", changes=base, pull=ELSEWHERE),
        opened.pull(head, SUPPLIER, OFFICER, action="closed", pull={"merged": True}),
    ]

    assert {ran.result for run in runs for ran in run.values()} == {"skipped"}
    assert opened.machine.github.calls == []


def test_a_push_by_somebody_else_is_judged_and_not_received(opened: Forge) -> None:
    """An officer pushes to the supplier's branch: the head has a verdict, and no receipt; nobody merges it."""
    head = opened.bid()

    run = opened.pull(head, SUPPLIER, OFFICER, action="synchronize")

    assert all_states(run) == [
        ("board/pushed-by-other/4", "error"),
        ("board/check", "success"),
        ("board/merge", "pending"),
    ]


def test_the_second_clock_says_nothing(opened: Forge) -> None:
    """Its run is what counts: it posts nothing, and holds nothing of the pull request."""
    run = opened.pull(opened.bid(), SUPPLIER, path=RECEIVED)

    assert run["clock"].result == "success", run["clock"].log
    assert all_states(run) == []
    assert list(run["clock"].workspace.iterdir()) == []


def test_a_bad_bid_is_refused(opened: Forge) -> None:
    """A cent over the ceiling: the verdict is red, with an annotation, and the run too."""
    head = opened.bid(data=bids_on_branches()["northbit"].replace(b'"northbit"', b'"maple-works"'))

    run = opened.pull(head, SUPPLIER)

    assert (run["check"].result, run["status"].result) == ("failure", "success")
    assert states(run) == [("board/check", "failure"), ("board/merge", "pending")]
    assert f"::error file={BID},line=" in run["check"].log


def test_an_act_may_be_merged(begun: Begun, tmp_path: Path) -> None:
    """The owner's posting, and nobody else's: neither proposed by a stranger nor pushed by one."""
    forge = begun.at(tmp_path, BEFORE)
    head = forge.origin.change({NEXT_REQUEST: open_board_files()[REQUEST]})

    assert states(forge.pull(head, OWNER)) == [("board/check", "success"), ("board/merge", "success")]
    assert states(forge.pull(head, STRANGER)) == [("board/check", "failure"), ("board/merge", "pending")]
    assert states(forge.pull(head, OWNER, STRANGER)) == [("board/check", "failure"), ("board/merge", "pending")]


def test_nobody_lends_a_delegation_by_opening_again(begun: Begun, tmp_path: Path) -> None:
    """A stranger pushes to the owner's posting; the owner closes and opens it: the red verdict stands till a push."""
    forge = begun.at(tmp_path, BEFORE)
    head = forge.origin.change({NEXT_REQUEST: open_board_files()[REQUEST]})

    pushed = forge.pull(head, OWNER, STRANGER, action="synchronize")
    again = forge.pull(head, OWNER, action="reopened")
    adopted = forge.pull(head, OWNER, action="synchronize")

    assert states(pushed) == [("board/check", "failure"), ("board/merge", "pending")]
    assert (states(again), again["status"].result) == ([], "skipped")
    assert states(adopted) == [("board/check", "success"), ("board/merge", "success")]


def test_work_may_be_merged_and_is_not_run(opened: Forge) -> None:
    """A pull request that rewrites the program is judged by the program of main, and none of it reaches the machine."""
    mine = b"raise SystemExit('the pull request runs')\n"
    head = opened.origin.change({"scripts/board/__main__.py": mine, "scripts/board/cli/check.py": mine})

    run = opened.pull(head, STRANGER)

    assert states(run) == [("board/check", "success"), ("board/merge", "success")]
    assert "the pull request runs" not in run["check"].log
    assert (run["check"].workspace / "scripts/board/__main__.py").read_bytes() == PROGRAM["scripts/board/__main__.py"]


def test_a_mixture_may_not_be_merged(opened: Forge) -> None:
    """A bid that brings a change to the program with it is refused on both counts."""
    head = opened.origin.change({BID: bids_on_branches()["maple-works"], "README.md": b"Mine.\n"})

    assert states(opened.pull(head, SUPPLIER)) == [("board/check", "failure"), ("board/merge", "failure")]


def test_a_head_that_moved_meanwhile_is_an_error(opened: Forge) -> None:
    """The commit of the event is gone from the pull request: nothing is judged, and that is what it says."""
    head = opened.bid()
    gone = opened.origin.commit(opened.origin.git("rev-parse", "main^{tree}"), [], message="Elsewhere")
    opened.origin.git("update-ref", "refs/pull/4/head", head)

    run = opened.machine.run(
        BID_CHECK, {"sha": opened.origin.git("rev-parse", "main"), "event": event_of(gone, SUPPLIER)}
    )

    assert run["check"].result == "failure"
    assert states(run) == [("board/check", "error"), ("board/merge", "error")]


def test_a_hostile_tree_is_not_fetched(opened: Forge) -> None:
    """Git refuses malformed objects on the way in; the head is told that it was not judged."""
    blob = opened.origin.blob(b"x\n")
    head = opened.origin.commit(opened.origin.raw_tree([("100644", b".git", blob)]), ["main"])

    run = opened.pull(head, SUPPLIER)

    assert run["check"].result == "failure"
    assert states(run) == [("board/check", "error"), ("board/merge", "error")]


@pytest.mark.parametrize(("size", "state"), [(65_536, "success"), (65_537, "failure")])
def test_a_file_of_one_byte_too_many_never_leaves_the_forge(opened: Forge, size: int, state: str) -> None:
    """What the loader takes is there to be judged; what it does not take is a finding, and is never fetched."""
    head = opened.bid((bids_on_branches()["maple-works"] + b"#").ljust(size, b"x"))

    run = opened.pull(head, SUPPLIER)

    assert states(run) == [("board/check", state), ("board/merge", "pending")]
    held = git(run["check"].workspace, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
    assert (opened.origin.git("rev-parse", f"{head}:{BID}") in held) is (state == "success")


# Awards: proposed as a branch, merged by an officer, tagged by what the push tells.

AFTER = "2026-09-16T10:40:12-04:00"
MERGED_AT = 1789572600  # 2026-09-16T15:30:00Z

NAMES = {"maple-works": 901001, "northbit": 901002, "atelier-boreal": 901003}


@dataclass(frozen=True, slots=True)
class Closed:
    """A forge after the closing, with the pull requests of the bidders.

    Attributes:
        forge: Where they lie.
        pulls: As GitHub lists them.
    """

    forge: Forge
    pulls: list[dict[str, Any]]

    def propose(self, officer: Mapping[str, Any] = OFFICER, changed: Mapping[str, str] | None = None) -> Ran:
        """What becomes of a run that proposes."""
        main = self.forge.origin.git("rev-parse", "main")
        context = {"sha": main, "event": {"sender": officer}, "actor": officer["login"], "inputs": {"ref": REF}}
        context |= {"triggering_actor": officer["login"], **(changed or {})}
        return self.forge.machine.run(PROPOSE, context, self.pulls)["propose"]

    def merge(self) -> str:
        """What main becomes when somebody presses the button: a merge commit of the forge."""
        origin = self.forge.origin
        main, head = origin.git("rev-parse", "main"), origin.git("rev-parse", f"award/{REF}")
        return origin.commit(
            origin.git("rev-parse", f"{head}^{{tree}}"), [main, head], branch="main", message="Merge pull request #9"
        )

    def record(self, merger: Mapping[str, Any] = OFFICER) -> Ran:
        """What becomes of the push that the merge makes."""
        event = {"sender": merger, "repository": {"pushed_at": MERGED_AT}}
        return self.forge.machine.run(RECORD, {"sha": self.forge.origin.git("rev-parse", "main"), "event": event})[
            "record"
        ]


@pytest.fixture
def closed(begun: Begun, tmp_path: Path) -> Closed:
    """Three bids, two of which pass."""
    forge = begun.at(tmp_path, AFTER)
    made = Closed(forge, [])
    for number, (login, data) in enumerate(bids_on_branches().items(), start=4):
        head = forge.bid(data, BID.replace("maple-works", login))
        forge.origin.git("update-ref", f"refs/pull/{number}/head", head)
        made.pulls.append({"number": number, "user": {"login": login, "id": NAMES[login]}, "head": {"sha": head}})
    return made


def test_an_award_is_proposed_as_a_branch(closed: Closed) -> None:
    """The very commit of the award, with both statuses green on it, and the link that opens the pull request."""
    main = closed.forge.origin.git("rev-parse", "main")

    ran = closed.propose()

    assert ran.result == "success", ran.log
    head = closed.forge.origin.git("rev-parse", f"award/{REF}")
    winner = next(pull["head"]["sha"] for pull in closed.pulls if pull["user"]["login"] == "maple-works")
    assert closed.forge.origin.git("rev-parse", f"{head}^1", f"{head}^2").split() == [main, winner]
    assert states({"propose": ran}) == [("board/check", "success"), ("board/merge", "success")]
    assert {status["sha"] for status in ran.statuses} == {head}
    link = f"https://github.example/dex-mex/board/compare/main...award/{REF}?quick_pull=1&template=award.md"
    assert f"]({link}&title=Award+{REF})" in ran.summary
    assert closed.forge.origin.git("rev-parse", "main") == main


def test_what_was_merged_is_tagged(closed: Closed) -> None:
    """The tag names who merged and the instant of the forge; run again it changes nothing."""
    closed.propose()
    closed.merge()

    ran, again = closed.record(), closed.record()

    assert (ran.result, again.result) == ("success", "success"), ran.log
    tag = closed.forge.origin.git("cat-file", "tag", f"award/{REF}/maple-works")
    assert "\nBoard-Merged-By: a-tremblay (github:900012)\n" in f"{tag}\n"
    assert "\nBoard-Merged-At: 2026-09-16T" in tag
    assert tag.startswith(f"object {closed.forge.origin.git('rev-parse', f'award/{REF}')}\n")


def test_a_proposal_is_made_again_where_main_has_moved(closed: Closed) -> None:
    """The branch moves to a new award on the new main, and its statuses with it."""
    closed.propose()
    first = closed.forge.origin.git("rev-parse", f"award/{REF}")
    closed.forge.origin.change({"README.md": b"Words.\n"}, branch="main")

    ran = closed.propose()

    assert ran.result == "success", ran.log
    second = closed.forge.origin.git("rev-parse", f"award/{REF}")
    assert second != first
    assert {status["sha"] for status in ran.statuses} == {second}


def test_who_may_not_award_proposes_nothing(closed: Closed) -> None:
    """No branch and no status for the owner, who may post and not contract."""
    ran = closed.propose(OWNER)

    assert (ran.result, list(ran.statuses)) == ("failure", [])
    assert "award/" not in closed.forge.origin.git("for-each-ref", "refs/heads")


@pytest.mark.parametrize("changed", [{"ref": "refs/heads/mine"}, {"triggering_actor": "somebody"}])
def test_a_run_of_another_branch_or_of_another_person_is_skipped(closed: Closed, changed: dict[str, str]) -> None:
    """Neither a program of one's own nor the name of somebody else."""
    assert closed.propose(changed=changed).result == "skipped"


def test_no_pull_request_stops_an_award(closed: Closed) -> None:
    """A file that is too large, a bid of somebody else and a head that is gone are named; the others are counted."""
    origin = closed.forge.origin
    large = (bids_on_branches()["maple-works"] + b"#").ljust(70_000, b"x")
    heads = {
        "big": closed.forge.bid(large, BID.replace("maple-works", "big")),
        "somebody": closed.forge.bid(bids_on_branches()["northbit"]),
        "gone": origin.commit(origin.git("rev-parse", "main^{tree}"), ["main"], message="Pushed over"),
    }
    for number, (login, head) in enumerate(heads.items(), start=7):
        origin.git("update-ref", f"refs/pull/{number}/head", "main" if login == "gone" else head)
        closed.pulls.append({"number": number, "user": {"login": login, "id": number}, "head": {"sha": head}})

    ran = closed.propose()

    assert ran.result == "success", ran.log
    assert re.findall(r"^Pull request (\d+) of (\S+) is passed over:", ran.log, re.MULTILINE) == [
        ("7", "big"),
        ("8", "somebody"),
        ("9", "gone"),
    ]
    award = origin.git("show", f"award/{REF}:opportunities/{REF}/awards/maple-works/award.yml")
    assert re.findall(r'bidder: "([^"]+)"\n +blob', award) == ["atelier-boreal", "maple-works", "northbit"]


def test_a_squash_is_an_incident(closed: Closed) -> None:
    """What did not come as an award is not tagged, and the run says what it is."""
    closed.propose()
    origin = closed.forge.origin
    origin.commit(origin.git("rev-parse", f"award/{REF}^{{tree}}"), ["main"], branch="main", message="Award (#9)")

    ran = closed.record()

    assert ran.result == "failure"
    assert "refs/tags/" not in origin.git("for-each-ref")
    assert "AWD" in ran.log


# The site: built when main moves, and by the hour at most once an event.

CLOSES = "2026-09-15T14:00:01-04:00"


def site(forge: Forge, now: str, shown: Path | None, event: str = "schedule") -> dict[str, Ran]:
    """What becomes of a run at an instant, where a folder is published already."""
    context = {"sha": forge.origin.git("rev-parse", "main"), "event_name": event}
    return replace(forge.machine, now=now).run(PAGES, context, site=shown)


def test_the_site_is_published_once_an_event(opened: Forge) -> None:
    """An hour in which nothing happened ends without a build; the closing, a push and a person's wish do not."""
    pushed = site(opened, OPEN, None, "push")
    shown = pushed["build"].workspace / "public"

    runs = {
        "pushed": pushed,
        "an hour later": site(opened, OPEN, shown),
        "behind the closing": site(opened, CLOSES, shown),
        "wished for": site(opened, OPEN, shown, "workflow_dispatch"),
        "no answer": site(opened, OPEN, None),
    }
    opened.origin.change({"README.md": b"Words.\n"}, branch="main")
    runs["main has moved"] = site(opened, OPEN, shown)

    assert {run["build"].result for run in runs.values()} == {"success"}, pushed["build"].log
    assert [name for name, run in runs.items() if run["deploy"].result == "skipped"] == ["an hour later"]
    assert (shown / "fr" / "index.html").is_file()
