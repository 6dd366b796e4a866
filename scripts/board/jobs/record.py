"""Tag the awards that were merged, each with who merged it and when, as far as the forge told."""

from dataclasses import dataclass

from board.core.finding import refuses
from board.core.schema import Schemas
from board.jobs.proving import Proven
from board.jobs.verify import Verification, main_of, verify
from board.model.reference import award_path, award_tag
from board.model.snapshot import Edit, NewTag, Nothing, Outcome, Snapshot
from board.rules.awd import PROOFS, STEPS
from board.state.message import UNTOLD, Merge, award_tag_message

_MISSING = "missing-tag"
_INCIDENTS = frozenset([rule.code for rule in STEPS] + [rule.code for rule in PROOFS])


@dataclass(frozen=True, slots=True)
class Told:
    """What a forge tells of one push.

    Attributes:
        merge: Who merged, and when.
        head: Commit that main came to by it; empty for the one that it has now.
    """

    merge: Merge = UNTOLD
    head: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`: the next tag that is missing, or nothing.
        award: Whose tag it is; None where none is made.
        verification: Of main as it is.
    """

    outcome: Outcome
    award: Proven | None
    verification: Verification


def decide(snapshot: Snapshot, told: Told, schemas: Schemas) -> Answer:
    """The tag of the oldest award that has none and is what it says; the others are told as incidents."""
    verification = verify(snapshot, schemas)
    head = told.head or main_of(snapshot) or ""
    for proven in verification.awards:
        if proven.tagged or _tampered(proven, verification):
            continue
        award = proven.award
        # What went on main by itself was merged by nobody, whoever pushed it.
        merge = told.merge if proven.step == head != proven.commit else UNTOLD
        tag = NewTag(award_tag(*proven.place), award_tag_message(award, merge), proven.commit)
        author, at = merge.by or award.decided_by, merge.at or award.decided_at
        return Answer(Edit(author, at, tags=(tag,)), proven, verification)
    return Answer(Nothing(), None, verification)


def _tampered(proven: Proven, verification: Verification) -> bool:
    """Whether history says anything else of the award than the award itself.

    Who awarded it and whether rightly is another matter: a tag tells what happened, and the findings tell the rest.
    """
    path = award_path(*proven.place)
    about = [*proven.findings, *(finding for finding in verification.findings if finding.path == path)]
    return any(refuses(finding) and finding.code in _INCIDENTS and finding.name != _MISSING for finding in about)
