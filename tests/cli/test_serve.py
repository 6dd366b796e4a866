"""`board serve`: a real process, a real address, and a change that is seen."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from tests.cli.awarding import files
from tests.hosts import CLEAN
from tests.worlds import work_tree

from board.cli.main import run

# Far beyond what it takes; a test that hangs says nothing.
_PATIENCE = 120


@contextmanager
def process(root: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """The command, killed where nobody stopped it."""
    command = [sys.executable, "-m", "board", "--root", str(root), "serve", *words]
    environment = {**CLEAN, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    impatient = threading.Timer(_PATIENCE, running.kill)
    impatient.start()
    try:
        with running:
            yield running
    finally:
        impatient.cancel()
        running.kill()


def until(running: "subprocess.Popen[str]", start: str) -> str:
    """The rest of the next line that begins so."""
    assert running.stdout
    for line in running.stdout:
        if line.startswith(start):
            return line.removeprefix(start).strip()
    raise AssertionError(f"it never said: {start}")


@pytest.mark.slow
def test_a_board_is_served_and_built_anew_on_a_change(tmp_path: Path) -> None:
    """The address answers as soon as it is told; a change is seen, and Ctrl-C ends it."""
    root = tmp_path / "board"
    work_tree(root, files())

    with process(root, "--port", "0") as running:
        address = until(running, "The site is at ")
        home, missing = httpx.get(f"{address}en/"), httpx.get(f"{address}en/nowhere/")
        settings = root / "opportunities" / "board.yml"
        settings.write_text(settings.read_text("utf-8").replace('mode: "trial"', 'mode: "trial"\n# touched'), "utf-8")
        until(running, "Built anew.")
        running.send_signal(signal.SIGINT)
        until(running, "Stopped.")
        code = running.wait()

    assert (home.status_code, missing.status_code, code) == (200, 404, 0)
    assert "<main" in home.text
    assert "<main" in missing.text


def test_no_port_is_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text is none, in both languages."""
    for language, told in (("en", "abc is no port"), ("fr", "abc n’est pas un port")):
        with pytest.raises(SystemExit) as ended:
            run(["--root", str(tmp_path), "--lang", language, "serve", "--port", "abc"])

        assert ended.value.code == 2
        assert told in capsys.readouterr().err
