"""`board check` as a person runs it, with what it printed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from board.cli.main import run

NOW = "2026-09-10T12:00:00-04:00"


@dataclass(frozen=True, slots=True)
class Ran:
    """One run.

    Attributes:
        code: Exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """What ``--format json`` printed."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, in order."""
        return [finding["code"] for finding in self.report["findings"]]

    @property
    def errors(self) -> list[str]:
        """The codes of those that refuse, in order."""
        return [finding["code"] for finding in self.report["findings"] if finding["severity"] == "error"]


def check(capsys: pytest.CaptureFixture[str], root: Path, *words: str, lang: str = "en", now: str | None = NOW) -> Ran:
    """Run ``board check`` in *root*."""
    capsys.readouterr()
    instant = ["--now", now] if now else []
    code = run(["--root", str(root), "--lang", lang, "check", *words, *instant])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return Ran(code, printed.out, printed.err)


def judge(
    capsys: pytest.CaptureFixture[str],
    root: Path,
    head: str,
    author: str = "maple-works",
    *,
    base: str = "main",
    now: str = NOW,
) -> Ran:
    """Run ``board check`` over a change, for a program."""
    return check(capsys, root, "--base", base, "--head", head, "--author", author, "--format", "json", now=now)
