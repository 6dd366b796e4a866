"""One thing wrong with somebody's file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from board.core.document import Document, Mark
from board.core.fact import Fact
from board.core.text import Text

Severity = Literal["error", "warning"]
Audience = Literal["public", "officers"]


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule yields; the runner finds line and column.

    Attributes:
        pointer: JSON pointer of the value to mend, or empty for the file as a whole.
        facts: A fact for each placeholder of the rule's sentences.
        path: The file to mend, where it is not the one that is judged.
        mark: Where it is, known only to the reader of a file that holds no values.
    """

    pointer: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    path: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with somebody's file; every output is a fold over a list of these.

    Attributes:
        code: Stable for ever, such as ``OPP104``.
        name: The rule's name, the fault in words that read after "allow".
        severity: An error refuses; a warning is listed and refuses nothing.
        audience: Findings for officers never leave the officer's terminal.
        path: Path in the repository; whatever a stranger called it.
        line: Counts from 1; 0 means the file as a whole.
        column: Counts from 1; 0 means the file as a whole.
        message: What is the case, with the value found.
        fix: What to write.
        facts: The facts of both sentences.
    """

    code: str
    name: str
    severity: Severity
    audience: Audience
    path: str
    line: int
    column: int
    message: Text
    fix: Text
    facts: Mapping[str, Fact]


def refuses(finding: Finding) -> bool:
    """Whether *finding* keeps its file out."""
    return finding.severity == "error"


def faults_as_violations(document: Document, *kinds: str) -> Iterator[Violation]:
    """The faults of these kinds that reader, schema or model found in *document*."""
    for fault in document.faults:
        if fault.kind in kinds:
            yield Violation(fault.pointer, fault.facts, mark=fault.mark)
