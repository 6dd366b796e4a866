"""An end without an award, beside the request, the log and the tag from which it follows."""

from dataclasses import dataclass
from datetime import datetime

from board.core.finding import Finding
from board.jobs import judging
from board.jobs.acting import Actor, Ground, against
from board.jobs.cancel import against_end, against_unclosed, ending_of
from board.jobs.closed import closed_by
from board.jobs.coursing import latest
from board.jobs.held_back import as_published
from board.jobs.proving_closing import Follows, outcome_of, proof_of_closing
from board.jobs.standing import Files, Record
from board.model.award import Cancellation
from board.model.history import EndProof, Step
from board.model.reference import cancellation_path


@dataclass(frozen=True, slots=True)
class ProvenEnd:
    """An end as it stands in history.

    Attributes:
        proof: What came with it, beside what it follows from; None where no closing came with it.
        against: What the rules say of who ended it, when, and for what reason.
    """

    proof: EndProof | None
    against: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong."""
        return (*(judging.end(self.proof) if self.proof else ()), *self.against)


def proof_of_end(
    record: Record, files: Files, step: Step, ref: str, ended: Cancellation, last: datetime | None = None
) -> ProvenEnd | None:
    """The proof; None where what stood on main before cannot be read.

    Args:
        record: Reads files.
        files: As they stood on main before the step.
        step: That brought the end.
        ref: Of the opportunity.
        ended: As `cancellation.yml` says.
        last: Instant of the act before it; None where there is none.
    """
    procurement = record.procurement(files, ref)
    context, opportunity = record.context(files, ref, ended.decided_at), procurement.opportunity
    if context is None or opportunity is None:
        return None
    ground = Ground(record.snapshot, record, files, procurement, opportunity, context)
    # The file tells no clock: whoever may not hand an instant in is refused when it is written.
    actor, path = Actor(ended.decided_by, "", ended.decided_at, "machine"), cancellation_path(ref)
    found = outcome_of(record, files, step, ref)
    if found is None:
        by_whom = against(ground, actor, path, None, last)
        # On branches bids may have come and gone: of them a clone knows nothing.
        unknown = judging.ending(ending_of(ground, ended, None), context)
        return ProvenEnd(None, (*by_whom, *unknown, *against_unclosed(ground, ended)))
    follows, reason, since = Follows(), tuple[Finding, ...](), last
    if found.done:
        known = closed_by(ground, found.done, as_published(found.files, ref, record.schemas))
        follows = Follows(known.draws_data, known.rulings_data(ended.decided_at))
        reason, since = against_end(ground, ended, known), latest(last, known.since)
    by_whom = against(ground, actor, path, None, since)
    return ProvenEnd(EndProof(ref, proof_of_closing(ground, found, follows)), (*by_whom, *reason))
