"""AWD203 bid-merged-alone."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import place_of


@rule(
    "AWD203",
    "bid-merged-alone",
    en="Commit {commit} brings the bid of {bidder} to main without an award.",
    fr="Le commit {commit} apporte sur main la soumission que {bidder} a présentée, sans attribution.",
    fix_en="Take the file back with a commit of its own. The bid still counts from its branch, neither favoured "
    "nor out.",
    fix_fr="Retirez le fichier par un commit distinct. La soumission compte encore à partir de sa branche, ni "
    "favorisée ni exclue.",
)
def bid_merged_alone(step: Step, _situation: None) -> Iterator[Violation]:
    """A bid comes to main with its award and by no other door; a click on the wrong button is no contract."""
    for change in step.changes:
        place = place_of(change.path)
        if place is None or place.kind != "bid" or change.before is not None or change.after is None:
            continue
        if (place.ref, place.login) not in step.awards and place.organization not in step.specimens:
            facts = {"commit": Verbatim(step.commit.id[:12]), "bidder": Verbatim(place.login)}
            yield Violation("", facts, path=change.path)
