"""What an award rests on beside log, tag and filed bids: the closing, the evaluation, the draw and what was opened."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from board.jobs.acting import Ground
from board.jobs.auction import is_auction
from board.jobs.held_back import as_published
from board.jobs.log import Log, log_at, log_of
from board.jobs.proving_lines import account
from board.jobs.reading import Content, read_bid
from board.jobs.standing import Files, Record
from board.jobs.tagged import CLOSING, RULINGS, Tagged, bid_in_tag, earlier_in_tag
from board.model.board import BoardSettings
from board.model.closing import Closing, Recorded
from board.model.context import inclusive
from board.model.history import ClosingProof, Step
from board.model.log import Head, Line, Ruling, Veiled
from board.model.procurement import FiledBid
from board.model.reference import (
    bid_path,
    closing_path,
    closing_tag,
    draw_path,
    evaluation_path,
    place_of,
    rulings_path,
)
from board.model.rulings import Rulings, Settled
from board.model.snapshot import Commit
from board.state.evaluating import evaluated, opened_list
from board.state.instants import arrived
from board.state.ledger import read_closing, read_evaluation, write_rulings
from board.state.ledger.log import digest_of
from board.state.opened import counted, list_sha256, lost, promised
from board.state.rulings import read_up_to, settled, within


@dataclass(frozen=True, slots=True)
class Outcome:
    """What entered main with the first award of a procurement.

    Attributes:
        closing: As `closing.yml` on main has it.
        files: Path to content of everything that enters with an outcome.
        done: This closing, with the bids of record that the tag holds; None where the tag is not there.
        commit: That the tag names; None where it is not there.
    """

    closing: Closing
    files: Mapping[str, bytes]
    done: Tagged | None
    commit: Commit | None


@dataclass(frozen=True, slots=True)
class Follows:
    """Files as they follow from what came before; each is empty where there is to be none.

    Attributes:
        draws: `draw.yml`.
        rulings: `rulings.yml`.
    """

    draws: bytes = b""
    rulings: bytes = b""


def outcome_of(record: Record, files: Files, step: Step, ref: str) -> Outcome | None:
    """What an award rests on; None where there is no closing that can be read."""
    standing = dict(files.folder(ref))
    standing |= {change.path: change.after.blob for change in step.changes if change.after}
    data = {path: record.snapshot.blob(blob) for path, blob in standing.items() if _enters(path, ref)}
    path = closing_path(ref)
    closing = read_closing(data[path], record.schemas) if path in data else None
    if closing is None:
        return None
    tag = record.snapshot.tag(closing_tag(ref))
    if tag is None:
        return Outcome(closing, data, None, None)
    tree = record.snapshot.tree(tag.target)
    bids = {row.bidder: tree.get(bid_in_tag(row), b"") for row in closing.bids}
    done = Tagged(tag.target, data[path], closing, bids)
    return Outcome(closing, data, done, record.snapshot.commit(tag.target))


def proof_now(ground: Ground, done: Tagged) -> ClosingProof:
    """A closing beside what it follows from, before anything that rests on it is written."""
    outcome = Outcome(done.closing, {closing_path(done.closing.opportunity): done.data}, done, None)
    return proof_of_closing(ground, replace(outcome, commit=ground.snapshot.commit(done.commit)), Follows())


def proof_of_closing(ground: Ground, found: Outcome, follows: Follows) -> ClosingProof:
    """The closing, and what follows it, beside what it follows from."""
    record, ref = ground.record, ground.procurement.ref
    path, done, commit = closing_path(ref), found.done, found.commit
    if done is None or commit is None:
        return ClosingProof(path, tagged=False)
    tree, closing = record.snapshot.tree(commit.id), found.closing
    log = log_at(record.snapshot, commit.parents[0]) if commit.parents else Log("", (), ())
    lines, rulings = {line.n: line for line in log.of(ref)}, settled(log.of(ref), ground.bench)
    here = log_of(record.snapshot)
    everything = (*closing.bids, *closing.earlier)
    kept = everything if is_auction(ground.opportunity) else closing.bids
    files = {row.receipt: done.files[row.bidder] for row in closing.bids}
    files |= {row.receipt: tree.get(earlier_in_tag(row), b"") for row in closing.earlier}
    adds_up = account(ground, here if here.lines else log, closing, files)
    filed = _filed(ground, done)
    missing, miscounted = _opened(ground, found, filed, here.of(ref))
    return ClosingProof(
        path=path,
        tagged=True,
        same=tree.get(CLOSING) == found.files[path],
        asked=_is_asked(ground, closing),
        logged=_logged(log, closing) and _logged(here, closing, everywhere=True),
        untold=tuple(row.bidder for row in everything if not _told(row, lines.get(row.receipt), closing, rulings)),
        changed=tuple(row.bidder for row in kept if not _same_bid(row, files[row.receipt])),
        left_out=adds_up.left_out,
        overtaken=adds_up.overtaken,
        openings=tuple(_not_promised(found.files, filed)),
        missing=missing,
        miscounted=miscounted,
        evaluation=_evaluation_named(found, here.of(ref), ref),
        draw=found.files.get(draw_path(ref), b"") == follows.draws,
        rulings=found.files.get(rulings_path(ref), b"") == follows.rulings
        and tree.get(RULINGS, b"") == _read_by(closing, rulings, ground.context.settings),
    )


def _enters(path: str, ref: str) -> bool:
    return path.startswith(f"opportunities/{ref}/") and "/bids/" not in path and "/awards/" not in path


def _read_by(closing: Closing, rulings: Sequence[Settled], settings: BoardSettings) -> bytes | None:
    """`rulings.yml` in the tag, as it follows from the log there; None where the closing read another log than that."""
    if read_up_to(rulings, closing.line) != closing.rulings:
        return None
    read = tuple(one for one in rulings if one.line <= closing.rulings)
    return write_rulings(Rulings(closing.opportunity, read), settings) if read else b""


def _logged(log: Log, closing: Closing, *, everywhere: bool = False) -> bool:
    """Whether the log ends with the last line that the closing names, or holds its lines.

    A clone without a log tells nothing.
    """
    if everywhere and not log.lines:
        return True
    named = {(closing.line, closing.line_sha256), closing.last}
    held = {(line.n, line.sha256) for line in log.lines}
    return named <= held and (everywhere or [(line.n, line.sha256) for line in log.lines[-1:]] == [closing.last])


def _told(row: Recorded, line: Line | None, closing: Closing, rulings: Sequence[Settled]) -> bool:
    """Whether a bid of record follows from its line of the log, or from what two officers ruled."""
    if line is None or row.received_at >= inclusive(closing.closes_at):
        return False
    ruled = [one for one in within(rulings) if (row.source, one.verdict.received) == ("ruling", row.received_at)]
    head = Head("host", row.bidder, row.id, row.blob, row.sha256)
    match line.entry:
        case Veiled(source, digest):
            same = digest == digest_of(head, row.salt)
        case Head() as entry:
            source, same = entry.source, replace(entry, source="host", arrived=None, by="") == head
        case Ruling():
            verdicts = [one.verdict for one in ruled if one.line == line.n]
            return any((one.bidder, one.blob, one.sha256) == (row.bidder, row.blob, row.sha256) for one in verdicts)
        case _:
            return False
    if row.source == "ruling":
        return same and any(one.verdict.receipt == line.n for one in ruled)
    clear = line.entry if isinstance(line.entry, Head) else None
    return same and source == row.source and row.received_at == arrived(line, clear)


def _is_asked(ground: Ground, closing: Closing) -> bool:
    """Whether main asks before the outcome what was asked at the closing."""
    stands = (ground.procurement.opportunity_sha256, ground.opportunity.closes_at)
    return stands == (closing.opportunity_sha256, closing.closes_at)


def _same_bid(row: Recorded, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == row.sha256 if row.blob else not data


def _filed(ground: Ground, done: Tagged) -> Mapping[str, FiledBid]:
    """Login to bid of record, as it was filed."""
    ref, schemas = ground.procurement.ref, ground.record.schemas
    return {login: read_bid(login, bid_path(ref, login), Content(data), schemas) for login, data in done.files.items()}


def _not_promised(files: Mapping[str, bytes], filed: Mapping[str, FiledBid]) -> Iterator[str]:
    """Paths of openings whose bytes no filed bid of that supplier promised."""
    for path, data in files.items():
        place = place_of(path)
        if place is None or place.kind != "opening":
            continue
        known = promised(filed[place.login]) if place.login in filed else {}
        if known.get(path.rpartition("/")[2]) != hashlib.sha256(data).hexdigest():
            yield path


def _opened(
    ground: Ground, found: Outcome, filed: Mapping[str, FiledBid], lines: tuple[Line, ...]
) -> tuple[tuple[str, ...], bool]:
    """Names of offers that are not there although they were opened, and whether others were opened than are counted."""
    data = found.files.get(evaluation_path(ground.procurement.ref))
    evaluation = read_evaluation(data, ground.record.schemas) if data else None
    if evaluation is None:
        return (), False
    opened, listed = counted(filed.values(), evaluation), opened_list(lines)
    told = as_published(found.files, ground.procurement.ref, ground.record.schemas)
    missing = lost(opened, told.openings, ("offer",))
    return tuple(missing), bool(listed) and list_sha256(opened) != listed


def _evaluation_named(found: Outcome, lines: tuple[Line, ...], ref: str) -> bool:
    """Whether the log names the very evaluation, before any other; where none is on main, none is named."""
    logged, data = evaluated(lines), found.files.get(evaluation_path(ref))
    return (logged.sha256 if logged else "") == (hashlib.sha256(data).hexdigest() if data else "")
