"""The receipts of one login, told again: a reply that got lost is no lost receipt."""

from pathlib import Path

from board.adapters import host
from board.adapters.snapshot import snapshot
from board.cli.acts import checked_ref
from board.cli.console import Console
from board.cli.setting import board_of, zone_of
from board.core.text import Text
from board.jobs.hosting import receipts
from board.jobs.log import log_of
from board.model.host import Identity
from board.model.snapshot import MAIN
from board.render.receipt import receipt_lines

_SETTINGS = "opportunities/board.yml"
_NONE = Text("{login} has sent nothing for {ref}.", "{login} n’a rien envoyé pour {ref}.")


def tell(root: Path, login: str, ref: str, identity: Identity, console: Console) -> int:
    """Every receipt of a login for one procurement; the exit code is 1 where there is none."""
    ref = checked_ref(ref, console)
    key = host.key(root)
    with snapshot(root) as seen:
        main = seen.refs.get(MAIN, "")
        data = seen.file(main, _SETTINGS) if main else None
        zone = zone_of(board_of({_SETTINGS: data} if data else {}))
        found = list(receipts(seen, log_of(seen), login, ref, key))
    for receipt in found:
        console.lines(receipt_lines(receipt, identity, console.language, zone, first=False))
    if not found:
        console.say(_NONE, login=login, ref=ref)
    return int(not found)
