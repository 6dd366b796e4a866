"""What a step of main makes of requests, and of the keys beside them, that stood there before."""

from collections.abc import Iterator
from dataclasses import dataclass

from board.jobs.standing import Files, Record
from board.model.change import Change, FileState
from board.model.history import Revision, Step
from board.model.opportunity import Opportunity
from board.model.reference import folder, opportunity_path, place_of

_KINDS = ("opportunity", "sealing")
_OVER = ("award", "cancellation", "closing")


@dataclass(frozen=True, slots=True)
class _Beside:
    """One such file as two commits have it; the first of them has it."""

    path: str
    before: FileState
    after: FileState | None


def revisions(record: Record, files: Files, step: Step) -> Iterator[Revision]:
    """Each of them once for every parent that has it otherwise.

    Beside another parent than the first only what comes from there counts: who merges an old branch takes nothing back.
    """
    found = [*_first(files, step), *_others(record, step)]
    after = Files()
    after.apply(step.changes)
    for one in found:
        place = place_of(one.path)
        if place is None:
            continue
        standing = {**files.folder(place.ref), **after.folder(place.ref)}
        over = any(known.kind in _OVER for known in map(place_of, standing) if known)
        request = place.kind == "opportunity"
        before = _read(record, one.path, one.before) if request else None
        yield Revision(one.path, before, _read(record, one.path, one.after) if request else None, over)


def _first(files: Files, step: Step) -> Iterator[_Beside]:
    for change in step.changes:
        place = place_of(change.path)
        if place and place.kind in _KINDS and change.before and files.get(opportunity_path(place.ref)):
            yield _Beside(change.path, change.before, change.after)


def _others(record: Record, step: Step) -> Iterator[_Beside]:
    paths = {path: place_of(path) for _, path in step.aside}
    brought = {path for path, place in paths.items() if place and place.kind in _KINDS}
    refs = {place.ref for path, place in paths.items() if place and path in brought}
    for parent in step.commit.parents[1:] if brought else ():
        for ref in sorted(refs):
            then, now = (record.snapshot.states(one, folder(ref)) for one in (parent, step.commit.id))
            for path in sorted(brought & then.keys()):
                if now.get(path) != then[path]:
                    yield _Beside(path, then[path], now.get(path))


def _read(record: Record, path: str, state: FileState | None) -> Opportunity | None:
    held = Files()
    held.apply((Change(path, None, state),))
    blob = held.get(path)
    return record.request(path, blob) if blob else None
