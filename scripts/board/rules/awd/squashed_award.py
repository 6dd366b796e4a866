"""AWD201 squashed-award."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import award_path, buyer


@rule(
    "AWD201",
    "squashed-award",
    en="Commit {commit} brings the award of {ref} to {bidder} without the commit of the bid: a squash, a "
    "rebase, or a file written by hand.",
    fr="Le commit {commit} apporte l’attribution de {ref} à {bidder} sans le commit de la soumission\u00a0: "
    "écrasement (squash), rebasage, ou fichier rédigé à la main.",
    fix_en="Take the file back with a commit of its own, and merge the award again as a merge commit: `board "
    "award {ref} --propose`.",
    fix_fr="Retirez le fichier par un commit distinct, et fusionnez de nouveau l’attribution par un commit de "
    "fusion\u00a0: `board award {ref} --propose`.",
)
def squashed_award(step: Step, _situation: None) -> Iterator[Violation]:
    """What shows that the supplier offered this, and that it was unchanged, is the supplier’s own commit.

    Where there is a closing, its tag shows it too, and an award by the board may stand without that commit.
    """
    if step.way != "loose":
        return
    for ref, bidder in step.awards:
        if buyer(ref) not in step.specimens:
            facts = {"commit": Verbatim(step.commit.id[:12]), "ref": Verbatim(ref), "bidder": Verbatim(bidder)}
            yield Violation("", facts, path=award_path(ref, bidder))
