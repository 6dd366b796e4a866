"""Judge the awards that a change proposes, as a proof would find them once they are merged."""

from collections.abc import Iterator

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.proving import Proven, prove
from board.jobs.standing import Record, files_of
from board.model.change import Comparison
from board.model.history import Step
from board.model.reference import place_of
from board.model.snapshot import Snapshot

# The tag is made after the merge.
_LATER = "missing-tag"


def proposed_awards(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """REF and login of each award that a change would add."""
    places = (place_of(change.path) for change in comparison.changes if change.before is None and change.after)
    return tuple((place.ref, place.login) for place in places if place and place.kind == "award")


def judge_awards(snapshot: Snapshot, comparison: Comparison, schemas: Schemas) -> Iterator[Finding]:
    """What stands against these awards; the head has to be the very commit that `award` would make.

    Args:
        snapshot: Of the repository that holds base and head.
        comparison: Of the two.
        schemas: Of the program.
    """
    record, files = Record(snapshot, schemas), files_of(snapshot, comparison.base)
    awards = proposed_awards(comparison)
    commit = snapshot.commit(comparison.head)
    step = Step(commit, comparison.changes, comparison.changes, None, (), awards, "award", frozenset(), {})
    yield from judging.step(step)
    for ref, login in awards:
        found = prove(record, files, step, ref, login, None)
        against = found.findings if isinstance(found, Proven) else found
        yield from (finding for finding in against if finding.name != _LATER)
