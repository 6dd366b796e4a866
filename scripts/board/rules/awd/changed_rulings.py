"""AWD224 changed-rulings."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof
from board.model.reference import rulings_path


@rule(
    "AWD224",
    "changed-rulings",
    en="`rulings.yml` does not follow from what officers ruled in the log.",
    fr="`rulings.yml` ne découle pas de ce que des agents ont statué dans le registre.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_rulings(proof: Proof, _situation: None) -> Iterator[Violation]:
    """Who ruled what, and why, stands on lines of the log; the file gathers them, in the tag and on main."""
    if proof.closing and proof.closing.tagged and not proof.closing.rulings:
        yield Violation("", path=rulings_path(proof.award.opportunity))
