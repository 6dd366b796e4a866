"""What in an award is not what follows from the record."""

from collections.abc import Callable, Mapping

from board.model.award import Award
from board.model.history import Proof

# The field as the file names it, to what is compared. Value and bid have rules of their own; who decided and when is
# the officer's word, which other rules judge.
_FIELDS: Mapping[str, Callable[[Award], object]] = {
    "opportunity": lambda award: award.opportunity,
    "bidder": lambda award: award.bidder,
    "id": lambda award: award.id,
    "method": lambda award: award.method,
    "rests_on.opportunity_sha256": lambda award: award.rests_on.opportunity,
    "rests_on.closing_sha256": lambda award: award.rests_on.closing,
    "rests_on.evaluation_sha256": lambda award: award.rests_on.evaluation,
    "rests_on.draw_sha256": lambda award: award.rests_on.draw,
    "bids": lambda award: award.bids,
    "contract.terms": lambda award: award.terms,
    "contract.start": lambda award: award.work_start,
    "contract.end": lambda award: award.work_end,
    "contract.formed_by": lambda award: award.formed_by,
    "reason": lambda award: award.reason,
    "notice.published_on": lambda award: award.published_on,
    "notice.complaints_until": lambda award: award.complaints_until,
    "assurance.identity": lambda award: award.assurance.identity,
    "assurance.arrival": lambda award: award.assurance.arrival,
    "assurance.clock": lambda award: award.assurance.clock,
    "assurance.mode": lambda award: award.assurance.mode,
    "waived": lambda award: award.waived,
}


def differing(proof: Proof) -> tuple[str, ...]:
    """The fields of an award that differ from what is recomputed, in the order of the file.

    Where everything agrees and the bytes still are not the board's, the field is ``schema``, with which a file begins.
    """
    if proof.expected is None:
        return ("rests_on",)
    said, follows = proof.award, proof.expected
    found = tuple(field for field, of in _FIELDS.items() if of(said) != of(follows))
    return found if found or proof.canonical else ("schema",)
