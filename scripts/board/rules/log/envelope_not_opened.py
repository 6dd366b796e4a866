"""LOG211 envelope-not-opened."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.state.opened import OpenedBid


@rule(
    "LOG211",
    "envelope-not-opened",
    en="{group} of {login} does not open: it is broken, or sealed to another key.",
    fr="L’enveloppe {group} ({login}) ne s’ouvre pas\u00a0: l’enveloppe est abîmée, ou cachetée à une autre clé.",
    fix_en="The two cannot be told apart, since an envelope does not name its key. It does not count; its "
    "supplier may show the plaintext and prove the board wrong.",
    fix_fr="On ne peut les distinguer, car une enveloppe ne nomme pas sa clé. Elle ne compte pas\u202f; son "
    "fournisseur peut présenter le texte et prouver que le tableau a tort.",
    severity="warning",
    audience="officers",
)
def envelope_not_opened(opened: OpenedBid, _context: Context) -> Iterator[Violation]:
    """What nobody can open cannot be compared; to withhold it is a withdrawal decided before the closing."""
    for part, fault in opened.faults.items():
        if fault == "unopened":
            yield Violation(pointer_to(part, "sealed"), {"group": Verbatim(part), "login": opened.filed.login})
