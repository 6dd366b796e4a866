"""Whether somebody can bid now."""

from collections.abc import Collection, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from board.core.text import Language, Text
from board.jobs.new_opportunity import Refusal
from board.model.board import BoardSettings
from board.model.context import inclusive
from board.model.procurement import Procurement
from board.render import locale

_UNKNOWN = Text(
    "This board has no valid opportunity {ref}: run board check",
    "Ce tableau n’a aucune occasion valide {ref}\u00a0: lancez board check",
)
_OVER = Text(
    "{ref} ended without an award and takes no bids", "{ref} a pris fin sans attribution et n’accepte plus rien"
)
_CLOSED = Text("{ref} took bids until {closing}", "{ref} acceptait des soumissions jusqu’au {closing}")
_NO_KEY = Text(
    "{ref} takes sealed bids, and has no valid sealing.yml that names the key to seal them to",
    "{ref} veut des soumissions cachetées, et aucun sealing.yml valide ne nomme la clé à laquelle les cacheter",
)


def refusal(procurement: Procurement, settings: BoardSettings, now: datetime, language: Language) -> Refusal | None:
    """Why nobody can bid on *procurement* any more, or yet; None where somebody can."""
    opportunity, ref = procurement.opportunity, procurement.ref
    if opportunity is None:
        return Refusal(_UNKNOWN, {"ref": ref})
    if procurement.cancellation is not None:
        return Refusal(_OVER, {"ref": ref})
    if now >= inclusive(opportunity.closes_at):
        closing = locale.instant(opportunity.closes_at, ZoneInfo(settings.zone), language)
        return Refusal(_CLOSED, {"ref": ref, "closing": closing})
    keyless = opportunity.bids == "sealed" and procurement.sealing is None
    return Refusal(_NO_KEY, {"ref": ref}) if keyless else None


def mail_name(numbers: Iterable[int], taken: Collection[str]) -> str:
    """The name of a bid that is sent by mail: the first of these numbers under which nothing is known here.

    Args:
        numbers: Without end, or at least one that is free.
        taken: Logins that have bid, as far as is known here; the log may know others, and then says so on receipt.

    Raises:
        StopIteration: None of the numbers is free.
    """
    return next(name for name in map("mail-{}".format, numbers) if name not in taken)
