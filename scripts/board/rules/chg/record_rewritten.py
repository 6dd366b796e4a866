"""CHG122 record-rewritten."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of

_REMOVES = Bilingual("removes", "supprime")
_REWRITES = Bilingual("rewrites", "réécrit")
_KEPT = ("award", "cancellation", "bid")


@rule(
    "CHG122",
    "record-rewritten",
    en="{path} is on the record, and this change {does} it.",
    fr="{path} est au dossier, et cette modification le {does}.",
    fix_en="Leave it as it stands; what was decided is followed by a new act, never rewritten.",
    fix_fr="Laissez-le tel quel\u00a0: ce qui a été décidé est suivi d’un nouvel acte, jamais réécrit.",
)
def record_rewritten(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Bids of record, awards, cancellations, posted opportunities and their keys stay: all rely on them.

    Before publication too: history has no clock, so nobody can tell later whether it was before.
    """
    if change_set.nature != "act":
        return
    for change in change_set.changes:
        place = place_of(change.path)
        if change.before is None or place is None:
            continue
        posted = place.ref in change_set.requests
        vanishes = place.kind == "opportunity" and change.after is None and posted
        # Bids sealed to the key that stood there would never open.
        sealed = place.kind == "sealing" and posted
        if place.kind in _KEPT or vanishes or sealed:
            does = _REWRITES if change.after else _REMOVES
            yield Violation("", {"path": change.path, "does": does}, path=change.path)
