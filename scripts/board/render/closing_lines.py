"""What was received and closed, told to people and to programs."""

from collections.abc import Iterator
from datetime import tzinfo

from board.core.text import Language, Text
from board.model.closing import Attempt, Closing
from board.model.log import Line
from board.model.reference import closing_tag
from board.render import locale
from board.state.ledger.log import utc, write_line

_CUT = Text("{ref}, line {line} of the log", "{ref}, ligne {line} du registre")
_ROW = Text("{bidder}, received {at}", "{bidder}, reçue le {at}")
_NONE = Text("No bid came in time.", "Aucune soumission n’est arrivée à temps.")


def closing_lines(closing: Closing, language: Language, zone: tzinfo) -> Iterator[str]:
    """The purchase, then its bids of record with their arrivals."""
    yield _CUT[language].format(ref=closing.opportunity, line=closing.line)
    for row in closing.bids:
        at = locale.instant(row.received_at, zone, language)
        yield _ROW[language].format(bidder=row.bidder, at=at)
    if not closing.bids:
        yield _NONE[language]


def closing_member(closing: Closing) -> dict[str, object]:
    """A closing for programs."""
    return {
        "opportunity": closing.opportunity,
        "line": closing.line,
        "tag": closing_tag(closing.opportunity),
        "bids": [
            {
                "bidder": row.bidder,
                "received_at": utc(row.received_at),
                "source": row.source,
                "receipt": row.receipt,
                "sha256": row.sha256,
            }
            for row in closing.bids
        ],
        "withdrawn": [_attempt(row) for row in closing.withdrawn],
        "late": [_attempt(row) for row in closing.late],
    }


def receipt(line: Line) -> str:
    """A line of the log as it stands there: what a supplier keeps."""
    return write_line(line.n, line.prev, line.at, line.ref, line.entry)


def _attempt(row: Attempt) -> dict[str, object]:
    return {"receipt": row.receipt, "digest": row.digest}
