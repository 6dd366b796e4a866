"""Pushes to a host that are killed at any moment lose no receipt."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.hosts import CLEAN, Host, hosted
from tests.worlds import REF, git

from board.adapters import host
from board.adapters.repository import act
from board.adapters.snapshot import snapshot
from board.jobs.hosting import openings
from board.model.snapshot import Nothing

BRANCH = f"refs/heads/bids/maple-works/{REF}"
STEPS = 8

pytestmark = pytest.mark.slow


def test_killed_at_any_moment_the_log_is_whole_and_the_branch_follows(tmp_path: Path) -> None:
    """Every line opens, and after one more act the branch is what its last line says."""
    made = hosted(tmp_path)
    head = made.world.bid()
    begun = time.perf_counter()
    assert made.push(f"{head}:{BRANCH}").code == 0
    whole = time.perf_counter() - begun
    for step in range(STEPS):
        head = made.world.change({"note": b"%d\n" % step}, head)
        _killed(made, head, whole * (step + 1) / STEPS)
        act(made.root, lambda _: Nothing())
        with snapshot(made.root) as seen:
            opened = openings(seen, made.lines(), host.key(made.root))
        assert list(opened) == list(range(1, len(made.lines()) + 1))
        assert made.refs()[BRANCH] == made.refs()[f"refs/host/received/{len(made.lines())}/maple-works"]
    assert made.push(f"+{head}:{BRANCH}").code == 0
    assert made.refs()[BRANCH] == head
    assert "error" not in git(made.root, "fsck", "--strict", "--no-dangling")
    assert not list(made.root.glob("refs/**/*.lock"))


def _killed(made: Host, head: str, after: float) -> None:
    """A push whose every process, Git's and ours, is killed after so many seconds."""
    words = ["git", "push", str(made.root), f"+{head}:{BRANCH}"]
    silent = subprocess.DEVNULL
    pushing = subprocess.Popen(
        words, cwd=made.world.root, env=CLEAN, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        pushing.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(pushing.pid, signal.SIGKILL)
        pushing.wait()
