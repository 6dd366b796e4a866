"""`board close`: fix the bids of record, from the receipts alone."""

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from board.adapters import host
from board.adapters.repository import act
from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, told
from board.cli.console import Console
from board.cli.options import Usage, add_now, parser_of
from board.cli.setting import schemas, zone_of
from board.core.finding import Finding
from board.core.text import Text
from board.jobs import close, hosting
from board.jobs.log import log_of
from board.model.arrivals import Openings
from board.model.procurement import Board
from board.model.reference import closing_tag
from board.model.snapshot import Outcome, Snapshot, Written
from board.render.closing_lines import closing_lines, closing_member
from board.state.ledger.log import BrokenLogError

_REF = Text("opportunity to close, as a whole", "occasion à clore, au complet")
_DUE = Text(
    "close whatever is past its closing and waits for nothing more; for a scheduler",
    "clore tout ce dont la clôture est passée et qui n’attend plus rien\u202f; pour un planificateur",
)
_EITHER = Text("Give either a REF or --due.", "Donnez soit une REF, soit --due.")
_CLOSED = Text("Closed:", "Clos\u00a0:")
_STANDS = Text("Nothing was written. The closing stands:", "Rien n’a été écrit. La clôture est faite\u00a0:")
_NOTHING = Text("Nothing is due.", "Rien n’est à clore.")
_PUSH = Text(
    "What happens next: where the board has another repository, push both at once:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez les deux à la fois\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 closed, now or before, or nothing is due; 1 it waits, or a bid is indeterminate."""
    options = _options(usage, rest, console)
    findings: list[Finding] = []
    members: list[dict[str, object]] = []
    lines: list[str] = []
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        for ref in _refs(usage.root, options, at, console):
            deciding = _Deciding(usage.root, close.Request(ref, at, clock))
            outcome = act(usage.root, deciding)
            findings += outcome if isinstance(outcome, tuple) else deciding.findings
            closing = deciding.answer.closing if deciding.answer else None
            if closing and not isinstance(outcome, tuple):
                members.append({**closing_member(closing), "written": isinstance(outcome, Written)})
                lines += _lines(deciding, isinstance(outcome, Written), board, console)
    if options.due and not (lines or findings):
        lines = [_NOTHING[console.language]]
    return told(findings, {"closings": members}, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, root: Path, request: close.Request) -> None:
        self._root = root
        self._request = request
        self.answer: close.Answer | None = None

    @property
    def findings(self) -> Sequence[Finding]:
        """Of a closing that is done."""
        return self.answer.findings if self.answer else ()

    def __call__(self, seen: Snapshot) -> Outcome:
        self.answer = close.decide(seen, self._request, openings(self._root, seen), schemas())
        return self.answer.outcome


def openings(root: Path, seen: Snapshot) -> Openings:
    """What opens veiled lines here: nothing, where no host keeps its key."""
    try:
        return hosting.openings(seen, log_of(seen).lines, host.key(root))
    except (host.NoHostError, BrokenLogError):
        return {}


def _refs(root: Path, options: argparse.Namespace, at: datetime, console: Console) -> Sequence[str]:
    if not options.due:
        return [checked_ref(options.ref, console)]
    with snapshot(root) as seen:
        return close.due(seen, at, schemas())


def _lines(deciding: _Deciding, written: bool, board: Board, console: Console) -> Sequence[str]:
    """What happened, and what happens next."""
    closing = deciding.answer.closing if deciding.answer else None
    if closing is None:
        return ()
    language = console.language
    lines = [(_CLOSED if written else _STANDS)[language]]
    lines += (f"    {line}" for line in closing_lines(closing, language, zone_of(board)))
    if written:
        push = f"    git push --atomic origin receipts refs/tags/{closing_tag(closing.opportunity)}"
        lines += [_PUSH[language], push]
    return lines


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", nargs="?", default="", help=_REF[language])
    parser.add_argument("--due", action="store_true", help=_DUE[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    if bool(options.ref) == options.due:
        raise console.misused(_EITHER)
    return options
