"""What rules of LOG look at: a procurement between its first bid and its outcome, and a step that somebody asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from board.model.arrivals import Doubt
from board.model.closing import Closing
from board.model.evaluation import Evaluation
from board.model.log import Line
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.sheet import Desk

# What may be asked for between the posting and the outcome.
StepKind = Literal[
    "receive", "read-mailbox", "withdraw", "close", "ruling",
    "declare", "open", "sheet", "evaluate", "secret", "void", "commit", "rank",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that somebody asks for.

    Attributes:
        step: Which.
        by: Login; empty where nobody in particular asks.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant.
        facts: What comes with it, such as the digest of a sheet: name to text.
    """

    step: StepKind
    by: str
    id: str
    at: datetime
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Course:
    """The course of one procurement.

    Attributes:
        procurement: As main has it.
        opportunity: The request.
        lines: What the log tells of it, in order.
        broken: The first line of the log that does not follow from the one before; 0 where it is whole.
        closing: As the tag has it; None before it is done.
        evaluation: As it was handed in; None where it was not.
        asked: What somebody asks for.
        desk: What evaluators have before them; None where nobody evaluates.
        cut: The last line of the log that a closing reads; 0 where there is none yet.
        doubts: Of what nobody can say whether it counts.
    """

    procurement: Procurement
    opportunity: Opportunity
    lines: tuple[Line, ...]
    broken: int
    closing: Closing | None
    evaluation: Evaluation | None
    asked: Asked
    desk: Desk | None = None
    cut: int = 0
    doubts: tuple[Doubt, ...] = ()
