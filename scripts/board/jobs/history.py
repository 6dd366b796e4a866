"""The steps of main, oldest first: what each does to the record, and how awards came."""

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace

from board.jobs.revising import revisions
from board.jobs.standing import Files, Record
from board.model.change import Change
from board.model.history import Step, Way
from board.model.reference import WITH_OUTCOME, award_path, bid_path, closing_path, organization_path, place_of
from board.model.snapshot import Aside, Commit
from board.state.authority import organization_of
from board.state.message import claims


def steps(record: Record, main: str) -> Iterator[tuple[Step, Files]]:
    """Each step with the record as it stood before; the record moves on when the next step is asked for."""
    files, written, examples = Files(), dict[str, str](), _Examples(record, main)
    left = dict(record.snapshot.aside(main))
    for commit, changes in record.snapshot.line(main):
        aside = tuple(_brought(left, commit.parents[1:]))
        specimens = frozenset(examples.among(files, changes, aside))
        step = replace(_step(record, files, written, commit, changes), specimens=specimens, aside=aside)
        yield replace(step, revisions=tuple(revisions(record, files, step))), files
        files.apply(changes)
        written.update(_written(files, step))


def step_of_award(record: Record, main: str, path: str) -> Step | None:
    """The step that brought the award which stands at *path*; None where none did."""
    found = None
    for step, _ in steps(record, main):
        if any(award_path(*award) == path for award in step.awards):
            found = step
    return found


def _brought(left: MutableMapping[str, Aside], heads: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Id and path of what lies behind these commits and came with no step before; *left* is what no step has."""
    waiting = list(heads)
    while waiting:
        one = waiting.pop()
        found = left.pop(one, None)
        if found:
            waiting += found.parents
            yield from ((one, path) for path in found.brings)


def _step(
    record: Record, files: Files, written: Mapping[str, str], commit: Commit, changes: tuple[Change, ...]
) -> Step:
    awards = tuple(_awards(changes))
    under = record.snapshot.commit(commit.parents[1]) if awards and len(commit.parents) == 2 else None
    closed = _closed(files, changes)
    way = _way(commit, under, awards, files, closed) if awards else "loose"
    beside = record.snapshot.changes(under.parents[0], under.id, "") if way == "merge" and under else ()
    whole = record.snapshot.changes(commit.parents[0], commit.id, "") if way != "loose" else ()
    return Step(
        commit=commit,
        changes=changes,
        whole=whole,
        under=under,
        under_changes=beside,
        awards=awards,
        way=way,
        specimens=frozenset(),
        standing=dict(_standing(written, changes)),
    )


def _way(
    commit: Commit, under: Commit | None, awards: tuple[tuple[str, str], ...], files: Files, closed: Collection[str]
) -> Way:
    """What a message claims tells only where to look; a rule then compares it with the award, word for word."""
    if claims(commit.message):
        # A bid that was merged by mistake stands on main already, and may have no commit of its own any more; and where
        # there is a closing, its tag holds the bid, whose branch may hold more than that.
        alone = len(commit.parents) == 1 and all(award[0] in closed or files.get(bid_path(*award)) for award in awards)
        return "award" if under or alone else "loose"
    return "merge" if under and len(under.parents) in (1, 2) and claims(under.message) else "loose"


def _closed(files: Files, changes: Iterable[Change]) -> frozenset[str]:
    """REF of each procurement whose closing comes with these changes, or came with an earlier award."""
    places = [place for change in changes if (place := place_of(change.path))]
    refs = {place.ref for place in places if place.kind == "award" and files.get(closing_path(place.ref))}
    return frozenset(refs | {place.ref for place in places if place.kind == "closing"})


def _awards(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    for change in changes:
        place = place_of(change.path)
        if place and place.kind == "award" and change.before is None:
            yield place.ref, place.login


def _standing(written: Mapping[str, str], changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """What changes although it is never edited, with what was written there; to put that back is no incident."""
    for change in changes:
        before = written.get(change.path)
        if before and (change.after is None or change.after.blob != before):
            yield change.path, before


def _written(files: Files, step: Step) -> Iterator[tuple[str, str]]:
    """What from this step on is never edited: outcomes, and bids that were awarded; examples may be."""
    awarded = step.awards if step.way != "loose" else ()
    paths = [path for award in awarded for path in (award_path(*award), bid_path(*award))]
    for change in step.changes:
        place = place_of(change.path)
        if place and place.kind in _ENDS and place.organization not in step.specimens:
            paths.append(change.path)
    for path in paths:
        blob = files.get(path)
        if blob and path not in step.standing:
            yield path, blob


# What is never edited from the step on that brings it.
_ENDS = WITH_OUTCOME | {"cancellation"}


class _Examples:
    """Which organizations are examples: a mark that comes with a record, or goes again, makes none of it."""

    def __init__(self, record: Record, main: str) -> None:
        self._record = record
        self._main = main
        self._lasting: dict[str, bool] = {}

    def among(self, files: Files, changes: Iterable[Change], aside: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Of the organizations that a step touches: those that were marked before, or come so, and stay so."""
        after = Files()
        after.apply(changes)
        paths = {*(change.path for change in changes), *(path for _, path in aside)}
        for organization in set(map(organization_of, paths)) - {""}:
            path = organization_path(organization)
            blob = files.get(path) or after.get(path)
            if blob and self._marked(organization, blob) and self._lasts(organization):
                yield organization

    def _lasts(self, organization: str) -> bool:
        """Whether main ends with the mark, or with nothing of that organization."""
        if organization not in self._lasting:
            path = organization_path(organization)
            left = Files()
            states = self._record.snapshot.states(self._main, path.rpartition("/")[0])
            left.apply(Change(path, None, state) for path, state in states.items())
            blob = left.get(path)
            self._lasting[organization] = self._marked(organization, blob) if blob else not states
        return self._lasting[organization]

    def _marked(self, organization: str, blob: str) -> bool:
        return self._record.is_specimen(organization_path(organization), blob)
