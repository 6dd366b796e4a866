"""What entered main with an end without an award, beside the log and the tag from which it follows."""

from dataclasses import dataclass

from board.core.finding import Finding
from board.jobs.acting import Actor, Ground
from board.jobs.acting import against as by_whom
from board.jobs.cancel import against_end
from board.jobs.closed import closed_by
from board.jobs.held_back import as_published
from board.jobs.proving_closing import Follows, outcome_of, proof_of_closing
from board.jobs.standing import Files, Record
from board.model.award import Cancellation
from board.model.history import EndProof, Step
from board.model.reference import cancellation_path


@dataclass(frozen=True, slots=True)
class ProvenEnd:
    """An end without an award, after a closing.

    Attributes:
        proof: What came with it, beside what it follows from.
        against: What the rules say of it by the bids of record, and by what they came to.
    """

    proof: EndProof
    against: tuple[Finding, ...]


def proof_of_end(record: Record, files: Files, step: Step, ref: str, ended: Cancellation) -> ProvenEnd | None:
    """The proof; None where no closing came with the end, or what stood on main before cannot be read.

    Args:
        record: Reads files.
        files: As they stood on main before the step.
        step: That brought the end.
        ref: Of the opportunity.
        ended: As `cancellation.yml` says.
    """
    found, procurement = outcome_of(record, files, step, ref), record.procurement(files, ref)
    context, opportunity = record.context(files, ref, ended.decided_at), procurement.opportunity
    if found is None or context is None or opportunity is None:
        return None
    ground, follows = Ground(record.snapshot, record, files, procurement, opportunity, context), Follows()
    against: tuple[Finding, ...] = ()
    if found.done:
        known = closed_by(ground, found.done, as_published(found.files, ref))
        follows = Follows(known.draws_data, known.rulings_data(ended.decided_at))
        # The file tells no clock: whoever may not hand an instant in is refused when it is written.
        actor = Actor(ended.decided_by, "", ended.decided_at, "machine")
        against = (
            *by_whom(ground, actor, cancellation_path(ref), None, known.since),
            *against_end(ground, ended, known),
        )
    return ProvenEnd(EndProof(ref, proof_of_closing(ground, found, follows)), against)
