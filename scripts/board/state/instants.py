"""The instants that lines of the log tell of heads: by which each stands among the others, and which contradict."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from board.model.closing import Closing
from board.model.context import inclusive
from board.model.draw import Draws
from board.model.log import Evaluated, Head, Line, Secret, Veiled


def in_order(lines: Iterable[Line]) -> Iterator[tuple[Line, datetime]]:
    """Each line of one procurement that tells of a head, with the instant by which it stands among them.

    A host writes in the order of arrival, so where its clock went back the line counts as late as the latest before it.
    A forge tells when it received, not when somebody wrote it down; but a log holds the lines of one receiving machine,
    and behind a line of a host one of a forge came when it was written.
    """
    latest: datetime | None = None
    hosted = False
    for line in sorted(lines, key=lambda each: each.n):
        source = line.entry.source if isinstance(line.entry, Head | Veiled) else ""
        hosted = hosted or source == "host"
        written = source == "host" or (source == "forge" and hosted)
        if source:
            yield line, max(line.at, latest or line.at) if written else line.at
        if source != "forge" or written:
            latest = max(line.at, latest or line.at)


def arrived(line: Line, head: Head | None) -> datetime:
    """When a head came that *line* tells of: mail says it, and of everything else it is the instant of its line."""
    mail = isinstance(line.entry, Head | Veiled) and line.entry.source == "mail"
    return head.arrived if mail and head and head.arrived else line.at


def contradicts(line: Line, at: datetime, order: datetime, too_late: datetime) -> bool:
    """Whether order and clock of a line, or two clocks, cannot both be right, and it matters.

    Args:
        line: Of the log.
        at: When its head arrived.
        order: The instant by which it stands among the others.
        too_late: The first instant at which no bid counts.
    """
    return at < too_late <= order if at == line.at else at > line.at and line.at < too_late


def contradictory(lines: Iterable[Line], closes_at: datetime) -> frozenset[int]:
    """The lines whose instants contradict each other, for all that is told in clear."""
    too_late = inclusive(closes_at)
    heads = ((line, order, line.entry if isinstance(line.entry, Head) else None) for line, order in in_order(lines))
    return frozenset(line.n for line, order, head in heads if contradicts(line, arrived(line, head), order, too_late))


def entered_late(lines: Iterable[Line], closing: Closing) -> tuple[Line, ...]:
    """The lines of bids of record that came by mail in time, as an officer says who wrote them after the closing."""
    rows, too_late = {row.receipt for row in closing.bids}, inclusive(closing.closes_at)
    by_mail = (line for line in lines if isinstance(line.entry, Head) and line.entry.source == "mail")
    return tuple(line for line in by_mail if line.n in rows and line.at >= too_late)


def rested_on(lines: Iterable[Line], closing: Closing, evaluation: bool, draws: Draws | None) -> datetime | None:
    """The latest instant of a line on which an outcome rests, so that none is older; None where the log tells of none.

    Args:
        lines: Of the procurement.
        closing: With its cut, and the last ruling that it read.
        evaluation: Whether the outcome rests on the evaluation, which is the first that the log names.
        draws: That were held; None where none was.
    """
    told = sorted(lines, key=lambda line: line.n)
    cut = [line for line in told if line.n <= max(closing.line, closing.rulings)][-1:]
    evaluated = [line for line in told if evaluation and isinstance(line.entry, Evaluated)][:1]
    shown = {(one.by, one.secret) for draw in draws.draws for one in draw.secrets} if draws else set()
    firsts: dict[tuple[str, str], datetime] = {}
    for line in told:
        if isinstance(line.entry, Secret) and (line.entry.by, line.entry.secret) in shown:
            firsts.setdefault((line.entry.by, line.entry.secret), line.at)
    return max((*(line.at for line in (*cut, *evaluated)), *firsts.values()), default=None)
