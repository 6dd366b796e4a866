"""A board's tree judged: what lies above first, then the procurements, on several processes where there are many."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from board.adapters.workers import mapped, processes
from board.cli.listing import Folder, Listing, above, astray, folders, reader, unread
from board.cli.setting import context_of, schemas
from board.core.finding import Finding
from board.core.text import Bilingual
from board.jobs.check_tree import judge_board, judge_procurement
from board.jobs.reading import Content, odd_file, procurement_of, read_board, read_procurement, unknown_file
from board.model.procurement import Board, Procurement

# So many in one batch, and as many processes as the machine has from so many folders on: fewer are judged sooner here
# than other processes start.
_BATCH = 256
_SEVERAL = 512

# So many are read before they are judged: to turn from the code of reading to that of judging and back for each one
# costs a tenth of both, and more where others use the processor.
_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Ground:
    """What judging stands on, handed to each process.

    Attributes:
        root: Folder of the board, or its repository.
        commit: Revision that is judged; empty for the folder of files.
        board: What lies above the procurements.
        now: The instant of the run.
        named: REFs that a person named, which rules of what is new judge too.
        received: REFs of these that count as handed in now; the others are on the record already.
    """

    root: Path
    commit: str
    board: Board
    now: datetime
    named: frozenset[str] = frozenset()
    received: frozenset[str] = frozenset()


def board_above(root: Path, commit: str, listing: Listing) -> Board:
    """What lies above the procurements of a listing."""
    read = reader(root, commit)(above(listing))
    return read_board({path: content.data for path, content in read.items()}, schemas())


def judge_above(ground: Ground, listing: Listing, *, changes: bool) -> Iterator[Finding]:
    """The findings on what lies above the procurements, and on what belongs nowhere."""
    odd = {path: what for path, what in listing.odd.items() if procurement_of(path) is None}
    read = ground.board.documents
    unreadable = [path for path in above(listing) if path.endswith(".yml") and path not in read]
    documents = dict(read) | {path: odd_file(path, what) for path, what in odd.items()}
    documents |= {path: odd_file(path, unread(ground.commit)) for path in unreadable}
    documents |= {path: unknown_file(path) for path in astray(listing)}
    context = context_of(ground.board, ground.now)
    return judge_board(replace(ground.board, documents=documents), context, changes=changes)


def judge_folders(
    ground: Ground, wanted: Sequence[Folder], told: Callable[[int], None] = lambda _: None
) -> Iterator[Finding]:
    """The findings on procurements.

    Args:
        ground: What judging stands on.
        wanted: What is judged.
        told: Is told after each batch how many are done.
    """
    batches = list(_by(_BATCH, wanted))
    workers = processes() if len(wanted) >= _SEVERAL else 1
    done = 0
    # Each process has all batches from its start, mostly as a copy of this one: to hand over one by one takes longer.
    made = mapped(judge_of, (ground, batches), range(len(batches)), workers)
    for batch, findings in zip(batches, made, strict=True):
        yield from findings
        done += len(batch)
        told(done)


def judge_of(ground: Ground, batches: Sequence[Sequence[Folder]]) -> Callable[[int], tuple[Finding, ...]]:
    """The judge of one process, who is told the number of a batch."""
    read = reader(ground.root, ground.commit)
    rested = context_of(ground.board, ground.now)
    fresh = context_of(ground.board, ground.now, ground.now)

    def judge(number: int) -> tuple[Finding, ...]:
        batch = batches[number]
        contents = read({path: identifier for folder in batch for path, identifier in folder.files.items()})
        findings: list[Finding] = []
        for some in _by(_TOGETHER, batch):
            for folder, procurement in [(folder, _procurement(ground, folder, contents)) for folder in some]:
                context = fresh if folder.ref in ground.received else rested
                findings += judge_procurement(procurement, context, changes=folder.ref in ground.named)
        return tuple(findings)

    return judge


def _procurement(ground: Ground, folder: Folder, contents: Mapping[str, Content]) -> Procurement:
    """One procurement; what of it could not be read is a document with a fault."""
    files = {path: contents[path] for path in folder.files if path in contents}
    procurement = read_procurement(folder.ref, files, ground.board, schemas())
    odd: dict[str, Bilingual] = {**folder.odd}
    odd |= {path: unread(ground.commit) for path in folder.files if path not in contents}
    if not odd:
        return procurement
    documents = {path: odd_file(path, what) for path, what in odd.items()}
    return replace(procurement, documents={**procurement.documents, **documents})


def chosen(listing: Listing, refs: Iterable[str] | None) -> Sequence[Folder]:
    """The procurements of these REFs, or all."""
    every = list(folders(listing))
    return every if refs is None else [folder for folder in every if folder.ref in set(refs)]


def _by(count: int, wanted: Iterable[Folder]) -> Iterator[Sequence[Folder]]:
    left = iter(wanted)
    while some := tuple(islice(left, count)):
        yield some
