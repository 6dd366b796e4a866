"""What evaluators hand in: `sheets/<login>.yml` of a folder outside the repository, and all that lies on their desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from board.model.scalar import Fields

# Bytes of a sheet: it shows every answer to every criterion, and nobody but an evaluator hands one in.
LIMIT = 4 << 20


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gives one bid on one criterion.

    Attributes:
        criterion: Its id.
        passed: Of a mandatory criterion; None where a score is given.
        score: Of a rated criterion, 0 to 100; None where none is given.
    """

    criterion: str
    passed: bool | None
    score: Decimal | None

    @property
    def shown(self) -> str:
        """As sheet and command line have it."""
        return str(self.score) if self.passed is None else "pass" if self.passed else "fail"


@dataclass(frozen=True, slots=True)
class Marked:
    """What somebody gives one bid.

    Attributes:
        label: Letter of the bid on this sheet.
        marks: In the order of the sheet.
    """

    label: str
    marks: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One evaluator's sheet, without its comments.

    Attributes:
        opportunity: REF.
        closing_sha256: Of `closing.yml`.
        evaluator: Login.
        languages: In which this person reads bids.
        bids: In the order of the sheet.
    """

    opportunity: str
    closing_sha256: str
    evaluator: str
    languages: tuple[str, ...]
    bids: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Handed:
    """A sheet as it lies in the folder.

    Attributes:
        by: Login of the evaluator.
        path: Below that folder.
        sha256: Of its bytes; empty where there is none.
        sheet: What it says; None where there is none, or where it is not valid.
    """

    by: str
    path: str
    sha256: str
    sheet: FilledSheet | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How evaluators who were far apart settled it.

    Attributes:
        bidder: Login; empty where no bid has that label.
        label: As it was given.
        given: What counts now.
        note_sha256: Of the note that says why.
    """

    bidder: str
    label: str
    given: Given
    note_sha256: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What evaluators have before them.

    Attributes:
        labels: Evaluator to letter to bidder, of all bids of record.
        marked: Bidders whose bids are to be marked: those that opened and that the rules let count.
        languages: In which the bids to be marked were made.
        sealed: How many bids of record are sealed.
        opened: How many of these could be read.
        handed: The sheets that are judged.
        settlements: What was settled.
        arrived: Bidder to the instant of arrival, where bids are judged one after another; empty where all are.
        offered: How many awards are offered: behind so many that pass, later ones are not judged.
        listed: SHA-256 of the list of what is here of the bids that were opened (`state.opened.list_sha256`).
    """

    labels: Mapping[str, Mapping[str, str]]
    marked: tuple[str, ...]
    languages: tuple[str, ...]
    sealed: int
    opened: int
    handed: tuple[Handed, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    arrived: Mapping[str, datetime] = field(default_factory=dict)
    offered: int = 1
    listed: str = ""


def sheet_path(login: str) -> str:
    """Where the sheet of an evaluator lies in the folder."""
    return f"sheets/{login}.yml"


def sheet(fields: Fields) -> FilledSheet:
    """What a valid sheet says."""
    return FilledSheet(
        opportunity=fields["opportunity"],
        closing_sha256=fields["closing_sha256"],
        evaluator=fields["evaluator"],
        languages=tuple(fields["languages"]),
        bids=tuple(Marked(row["label"], tuple(map(_given, row.get("marks", ())))) for row in fields["bids"]),
    )


def _given(fields: Fields) -> Given:
    return Given(
        criterion=fields["criterion"],
        passed=fields["result"] == "pass" if "result" in fields else None,
        score=Decimal(fields["score"]) if "score" in fields else None,
    )
