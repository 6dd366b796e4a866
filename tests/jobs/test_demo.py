"""The scenes of the demonstration, from whatever instant it is played around."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from board.adapters import keys, resources
from board.cli import setting
from board.core.finding import Finding, refuses
from board.jobs import demo_board
from board.jobs.check_tree import at_rest, judge_board, judge_procurement
from board.jobs.demo import Demonstration
from board.jobs.demo_files import Files
from board.jobs.reading import Content, procurement_of, read_procurement
from board.model.context import Context
from board.model.play import Scene, play
from board.model.procurement import Board, Procurement
from board.model.scalar import Fields
from board.state.lifecycle import state
from board.state.methods import METHODS

# An ordinary day; a Saturday; a holiday; the day after the clock was set back; the last hour of a year; a night.
NOWS = [
    "2026-11-25T09:30:00-05:00",
    "2026-11-28T12:00:00-05:00",
    "2026-07-01T12:00:00-04:00",
    "2026-11-02T08:59:59-05:00",
    "2026-12-31T23:30:00-05:00",
    "2027-04-01T03:00:00-04:00",
]


# 20 hours later is a Sunday, or New Year's Day.
BEFORE_A_DAY_OFF = {NOWS[1], NOWS[4]}


# The end of its REF, and whose bid comes after the closing.
LATE = ("table-headers", "polaris-code")


def content() -> tuple[Fields, Mapping[str, Fields]]:
    """Organizations, and the procurements by file name."""
    told = resources.demonstration()
    return told.pop("organizations.yml"), told


def played(now: datetime) -> tuple[Board, tuple[Scene, ...]]:
    """The board and its scenes."""
    above, plays = content()
    first, last = now - timedelta(days=60), now + timedelta(days=90)
    board = setting.board_of(demo_board.files(above, resources.seed(), first, last))
    assert board.settings
    files = Files(demo_board.ZONE, max(board.terms), keys, board.settings, setting.schemas())
    demonstration = Demonstration(now, demo_board.ZONE, files)
    return board, demonstration.scenes([play(told) for told in plays.values()], board.organizations)


def procurements(board: Board, scenes: tuple[Scene, ...]) -> list[Procurement]:
    """Each procurement with every file that a scene brings."""
    folders: dict[str, dict[str, Content]] = {}
    for scene in scenes:
        for path, data in scene.files.items():
            folders.setdefault(procurement_of(path) or "", {})[path] = Content(data)
    return [read_procurement(ref, files, board, setting.schemas()) for ref, files in folders.items()]


@pytest.mark.parametrize("instant", NOWS)
def test_every_file_passes(instant: str) -> None:
    """Whatever the day, one bid is a cent over its ceiling, and a closing within 24 hours may fall on a day off."""
    now = datetime.fromisoformat(instant)
    board, scenes = played(now)
    assert board.settings
    assert board.policy
    context = at_rest(Context(now, None, board.policy, board.settings))

    findings: list[Finding] = list(judge_board(board, context, changes=False))
    for procurement in procurements(board, scenes):
        findings += judge_procurement(procurement, context, changes=False)

    refused = [(finding.path.rpartition("/")[2], finding.name) for finding in findings if refuses(finding)]
    warned = {finding.name for finding in findings if not refuses(finding)}
    assert refused == [("northbit.yml", "over-ceiling")]
    assert warned == ({"closing-on-day-off"} if instant in BEFORE_A_DAY_OFF else set())


@pytest.mark.parametrize("instant", NOWS)
def test_shows_every_state(instant: str) -> None:
    """Four take bids, one of them for less than a day more; one is planned, one is evaluated, eight have ended."""
    now = datetime.fromisoformat(instant)
    board, scenes = played(now)
    ends = {scene.ref: scene for scene in scenes if scene.kind in ("award", "cancel")}
    found = [procurement for procurement in procurements(board, scenes) if procurement.ref not in ends]

    states = sorted(state(procurement, now) for procurement in found)
    closings = [one.opportunity.closes_at - now for one in found if one.opportunity and state(one, now) == "open"]

    assert states == ["evaluation", "open", "open", "open", "open", "planned"]
    assert sum(timedelta() < left < timedelta(days=1) for left in closings) == 1
    assert sorted((scene.kind, scene.reason) for scene in ends.values()) == [
        *[("award", "")] * 6,
        ("cancel", "no-bid"),
        ("cancel", "no-longer-needed"),
    ]


@pytest.mark.parametrize("instant", NOWS)
def test_nothing_happens_ahead_of_now(instant: str) -> None:
    """Scenes come in order, each posting before its publication and each bid before its closing."""
    now = datetime.fromisoformat(instant)
    board, scenes = played(now)
    requests = {one.ref: one.opportunity for one in procurements(board, scenes)}

    assert [scene.at for scene in scenes] == sorted(scene.at for scene in scenes)
    assert scenes[-1].at <= now
    for scene in scenes:
        request = requests[scene.ref]
        assert request
        if scene.kind == "post":
            assert scene.at < request.published_at
        if scene.kind == "bid":
            assert (request.published_at < scene.at <= request.closes_at) is ((scene.ref[-13:], scene.by) != LATE)


@pytest.mark.parametrize("instant", NOWS)
def test_each_posting_passes_as_the_change_that_brings_it(instant: str) -> None:
    """Days, methods, keys, promises and delegations are in order on the day of the posting, whatever the day."""
    board, scenes = played(datetime.fromisoformat(instant))
    assert board.settings
    assert board.policy
    found: list[Finding] = []
    for scene in scenes:
        if scene.kind == "post":
            files = {path: Content(data) for path, data in scene.files.items()}
            procurement = read_procurement(scene.ref, files, board, setting.schemas())
            context = Context(scene.at, None, board.policy, board.settings)
            found += judge_procurement(procurement, context, changes=True)

    # A holiday, or a closing on a day off, may only be warned of.
    assert [finding.name for finding in found if refuses(finding)] == []
    assert {finding.name for finding in found} <= {"closing-on-day-off", "holiday-shortens-time"}


def test_shows_every_method_sealed_and_in_public() -> None:
    """All six methods, three of them sealed: a key beside the request, and nothing of a bid in clear."""
    board, scenes = played(datetime.fromisoformat(NOWS[0]))
    found = [one for one in procurements(board, scenes) if one.opportunity]
    sealed = [one for one in found if one.opportunity and one.opportunity.bids == "sealed"]

    assert {one.opportunity.selection_method for one in found if one.opportunity} == set(METHODS)
    assert [bool(one.sealing) for one in sealed] == [True, True, True]
    for procurement in sealed:
        for filed in procurement.bids.values():
            assert filed.bid
            assert filed.bid.price is None
            assert filed.bid.answers is None
