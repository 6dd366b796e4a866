"""What a check came to, told to a person, to a program or to a forge."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from board.adapters.summary import append
from board.cli.console import Console
from board.cli.setting import announce, zone_of
from board.core.finding import Finding, refuses
from board.core.text import LANGUAGES, Language, Text
from board.model.procurement import Board
from board.render.annotations import annotations, step_summary
from board.render.report import report
from board.render.terminal import listing, summary
from board.render.trial import TRIAL

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to.

    Attributes:
        findings: In the order in which people read them.
        board: That was judged, or that it was judged by.
        subject: What was judged, in one sentence; None where that goes without saying.
        afterwards: What happens next; None where nothing does.
        outputs: Lines for the later steps of a forge's run.
    """

    findings: tuple[Finding, ...]
    board: Board
    subject: Text | None = None
    afterwards: Text | None = None
    outputs: Sequence[str] = ()

    @property
    def code(self) -> int:
        """The exit code: 1 where there are errors."""
        return int(any(map(refuses, self.findings)))


def tell(
    verdict: Verdict, console: Console, form: Format, summary_file: Path | None, outputs_file: Path | None = None
) -> int:
    """Print a verdict and give its exit code.

    Args:
        verdict: What to tell.
        console: Where to.
        form: How.
        summary_file: Where a forge takes the summary of a step; None for nowhere.
        outputs_file: Where a forge takes its outputs; None for nowhere.
    """
    address = verdict.board.settings.address if verdict.board.settings else ""
    zone = zone_of(verdict.board)
    if form == "json":
        print(report(verdict.findings, address, zone), end="")
    elif form == "text":
        announce(console, verdict.board)
        if verdict.subject:
            console.say(verdict.subject[console.language])
        console.lines(listing(verdict.findings, console.language, address, zone))
        console.lines(_closing(verdict, verdict.findings, console.language))
    else:
        # What a forge prints everybody reads.
        public = tuple(finding for finding in verdict.findings if finding.audience == "public")
        console.lines(_opening(verdict))
        console.lines(annotations(public, zone))
        for language in LANGUAGES:
            console.lines(_closing(verdict, public, language))
        if summary_file:
            append(summary_file, _document(verdict, public, address))
        if outputs_file:
            # Last of all: a verdict that could not be told is none.
            append(outputs_file, "".join(f"{line}\n" for line in verdict.outputs))
    return verdict.code


def _document(verdict: Verdict, public: Sequence[Finding], address: str) -> str:
    zone = zone_of(verdict.board)
    after = [verdict.afterwards[language] for language in LANGUAGES] if verdict.afterwards else []
    parts = [*(f"> {line}" for line in _opening(verdict)), *step_summary(public, address, zone), *after]
    return "\n\n".join("\n".join(parts).split("\n\n")).rstrip("\n") + "\n"


def _opening(verdict: Verdict) -> list[str]:
    trial = verdict.board.settings is None or verdict.board.settings.mode == "trial"
    said = [*([TRIAL] if trial else []), *([verdict.subject] if verdict.subject else [])]
    return [text[language] for language in LANGUAGES for text in said]


def _closing(verdict: Verdict, findings: Sequence[Finding], language: Language) -> list[str]:
    return [summary(findings, language), *([verdict.afterwards[language]] if verdict.afterwards else [])]
