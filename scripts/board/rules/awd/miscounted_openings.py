"""AWD227 miscounted-openings."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD227",
    "miscounted-openings",
    en="The evaluation counts other bids as opened than the log listed when they were opened.",
    fr="L’évaluation ne tient pas pour ouvertes les soumissions que le registre énumérait à l’ouverture.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def miscounted_openings(proof: Proof, _situation: None) -> Iterator[Violation]:
    """All were opened at once, and the list of what was inside went into the log: no bid gets lost after it."""
    if proof.closing and proof.closing.miscounted:
        yield Violation("/rests_on", {})
