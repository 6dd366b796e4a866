"""AWD206 unexplained-change."""

import re
from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step
from board.model.reference import REF, WITH_OUTCOME, place_of


@rule(
    "AWD206",
    "unexplained-change",
    en="Commit {commit} changes {path}, which no act explains.",
    fr="Le commit {commit} modifie {path}, ce qu’aucun acte n’explique.",
    fix_en="Undo it with a commit of its own; awards and bids change by `board award` and by their suppliers alone.",
    fix_fr="Défaites-le par un commit distinct\u202f; attributions et soumissions ne changent que par `board "
    "award` et par leurs fournisseurs.",
)
def unexplained_change(step: Step, _situation: None) -> Iterator[Violation]:
    """Whatever stands among awards and bids is taken for the board’s word, so nothing may come there unexplained."""
    ended = {ref for ref, _ in step.awards} | set(_ended(step))
    for change in step.changes:
        place = place_of(change.path)
        known = place is not None and (place.kind == "award" or (place.kind == "bid" and change.before is None))
        # Who takes back a bid that was merged by mistake mends something.
        mended = place is not None and place.kind == "bid" and change.after is None
        brought = place is not None and place.kind in WITH_OUTCOME and place.ref in ended and change.before is None
        organization = change.path.split("/")[1] if "/" in change.path else ""
        explained = known or mended or brought or change.path in step.standing or organization in step.specimens
        if not explained and change.after is not None and _OUTCOMES.fullmatch(change.path):
            yield Violation("", {"commit": Verbatim(step.commit.id[:12]), "path": change.path}, path=change.path)


def _ended(step: Step) -> Iterator[str]:
    """REF of each procurement that the step ends without an award."""
    for change in step.changes:
        place = place_of(change.path)
        if place and place.kind == "cancellation" and change.before is None:
            yield place.ref


_OUTCOMES = re.compile(rf"opportunities/{REF}/(?:(?:awards|bids|openings)/.+|(?:closing|rulings|evaluation|draw)\.yml)")
