"""Prove every award, and what came with every end without one, from history, offline, from what this clone holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from board.core.fact import Verbatim
from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.coursing import log_or_fault
from board.jobs.history import steps
from board.jobs.proving import Proven, prove
from board.jobs.proving_end import proof_of_end
from board.jobs.standing import Files, Record
from board.model.award import Cancellation
from board.model.history import Clone, Step
from board.model.procurement import Board
from board.model.reference import award_path, award_tag, buyer, place_of
from board.model.snapshot import MAIN, Snapshot

_TAGS = "refs/tags/"
_AWARDS = "refs/tags/award/"

# A plain clone may have no branch of its own, and a machine that checks out one commit has no branch at all.
_MAINS = (MAIN, "refs/remotes/origin/main", "HEAD")


@dataclass(frozen=True, slots=True)
class Verification:
    """What a proof came to.

    Attributes:
        awards: Oldest first.
        specimens: How many awards are examples, which have no history to prove.
        findings: Everything that is wrong, in the order of history.
        board: As main has it; None before the first commit.
    """

    awards: tuple[Proven, ...]
    specimens: int
    findings: tuple[Finding, ...]
    board: Board | None


def main_of(snapshot: Snapshot) -> str | None:
    """The commit that main names in this clone; None before the first one."""
    return next((snapshot.refs[name] for name in _MAINS if name in snapshot.refs), None)


def verify(snapshot: Snapshot, schemas: Schemas) -> Verification:
    """Every award of main recomputed, every end proved, and every step of main explained, or named."""
    record, main = Record(snapshot, schemas), main_of(snapshot)
    _, broken = log_or_fault(snapshot)
    if snapshot.shallow or broken:
        return Verification((), 0, judging.clone(Clone(snapshot.shallow, (), broken)), None)
    files, proofs = Files(), _Proofs(record)
    for step, before in steps(record, main) if main else ():
        proofs.take(step, before)
        files = before
    stray = tuple(sorted(set(_award_tags(snapshot)) - proofs.tags))
    left = [finding for finding in proofs.incidents if _stands(finding, files, proofs.proven)]
    against = (finding for award in proofs.awards for finding in award.findings)
    return Verification(
        tuple(proofs.awards),
        proofs.specimens,
        (*judging.clone(Clone(shallow=False, stray_tags=stray)), *left, *proofs.unreadable, *against),
        record.board(files, "") if main else None,
    )


class _Proofs:
    """What was found on the way along main."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._last: datetime | None = None
        self.awards: list[Proven] = []
        self.incidents: list[Finding] = []
        self.unreadable: list[Finding] = []
        self.proven: set[str] = set()
        self.tags: set[str] = set()
        self.specimens = 0

    def take(self, step: Step, before: Files) -> None:
        """One step more."""
        self.incidents += judging.step(step)
        for ref, login in step.awards:
            if step.way == "loose":
                self.specimens += ref.partition("/")[0] in step.specimens
                continue
            self.tags.add(award_tag(ref, login))
            self.proven.add(award_path(ref, login))
            found = prove(self._record, before, step, ref, login, self._last)
            if isinstance(found, Proven):
                self.awards.append(found)
                self._pass(found.award.decided_at)
            else:
                self.unreadable += found
        for ref, ended in self._ends(step):
            proven = None
            if buyer(ref) not in step.specimens:
                proven = proof_of_end(self._record, before, step, ref, ended, self._last)
            self._pass(ended.decided_at)
            self.unreadable += proven.findings if proven else ()

    def _pass(self, at: datetime) -> None:
        self._last = at if self._last is None else max(self._last, at)

    def _ends(self, step: Step) -> Iterator[tuple[str, Cancellation]]:
        for change in step.changes:
            place = place_of(change.path)
            if place and place.kind == "cancellation" and change.after:
                cancellation = self._record.cancellation(change.after.blob)
                if cancellation:
                    yield place.ref, cancellation


def _award_tags(snapshot: Snapshot) -> Iterator[str]:
    for name in snapshot.refs:
        if name.startswith(_AWARDS):
            yield name.removeprefix(_TAGS)


def _stands(finding: Finding, files: Files, proven: Iterable[str]) -> bool:
    """Whether an incident is still to be mended; history shows it either way."""
    mended = _MENDED.get(finding.name)
    return mended is None or not mended(finding, files.get(finding.path), frozenset(proven))


def _gone(_finding: Finding, now: str | None, _proven: frozenset[str]) -> bool:
    return now is None


def _restored(finding: Finding, now: str | None, _proven: frozenset[str]) -> bool:
    return finding.facts.get("before") == Verbatim(now or "")


def _gone_or_awarded(finding: Finding, now: str | None, proven: frozenset[str]) -> bool:
    place = place_of(finding.path)
    return now is None or (place is not None and award_path(place.ref, place.login) in proven)


# How an incident is mended. The others cannot be.
_MENDED: Mapping[str, Callable[[Finding, str | None, frozenset[str]], bool]] = {
    "squashed-award": _gone_or_awarded,
    "bid-merged-alone": _gone_or_awarded,
    "rewritten-outcome": _restored,
    "rewritten-bid": _restored,
    "unexplained-change": _gone,
}
