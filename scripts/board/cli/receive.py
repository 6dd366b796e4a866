"""`board receive`: enter a bid that came by mail, say that the mailbox is read, or receipt a head on GitHub."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from board.adapters.given_file import UnreadableFileError, content
from board.adapters.repository import act
from board.cli import receive_github
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_instant, add_now, parser_of, person
from board.cli.setting import schemas, zone_of
from board.core.text import Text
from board.jobs import receive
from board.jobs.acting import Request
from board.model.log import Head, Line
from board.model.procurement import Board
from board.model.reference import bid_branch
from board.model.snapshot import Outcome, Snapshot, Written
from board.render import locale
from board.render.closing_lines import receipt

_REF = Text("opportunity that the bid is made on, as a whole", "occasion visée par la soumission, au complet")
_BY_MAIL = Text("the bid as it came, unchanged", "la soumission telle qu’elle est arrivée, inchangée")
_ARRIVED = Text(
    "when the mail reached the server of the government, from its header",
    "quand le courriel a atteint le serveur du gouvernement, d’après son en-tête",
)
_REPLACES = Text(
    "it comes from who sent the bid of that name before, and takes its place",
    "elle vient de qui avait envoyé la soumission de ce nom, et la remplace",
)
_MAILBOX = Text(
    "say that whatever arrived in time is entered; the closing reads the log up to here",
    "déclarer que tout ce qui est arrivé à temps est consigné\u202f; la clôture lit le registre jusqu’ici",
)
_TOGETHER = Text("--by-mail and --arrived go together.", "--by-mail et --arrived vont ensemble.")
_REPLACES_MAIL = Text("--replaces goes with --by-mail.", "--replaces va avec --by-mail.")
_UNREADABLE = Text("{path} cannot be read: {problem}", "{path} ne peut être lu\u00a0: {problem}")
_ENTERED = Text("Entered:", "Consignée\u00a0:")
_STANDS = Text("Nothing was written. The bid is entered:", "Rien n’a été écrit. La soumission est consignée\u00a0:")
_ROW = Text(
    "{bidder}, line {line} of the log, arrived {arrived}", "{bidder}, ligne {line} du registre, arrivée le {arrived}"
)
_RECEIPT = Text("The receipt, for the supplier to keep:", "L’accusé de réception, à remettre au fournisseur\u00a0:")
_READ = Text(
    "The mailbox is read: line {line} of the log, {at}.",
    "La boîte courriel est lue\u00a0: ligne {line} du registre, {at}.",
)
_READ_BEFORE = Text(
    "Nothing was written. The mailbox is read: line {line} of the log, {at}.",
    "Rien n’a été écrit. La boîte courriel est lue\u00a0: ligne {line} du registre, {at}.",
)
_PUSH = Text(
    "What happens next: where the board has another repository, push it:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez\u00a0:",
)
_CLOSE = Text("What happens next: fix the bids of record:", "La suite\u00a0: fixez les soumissions retenues\u00a0:")


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 entered, now or before; 1 refused."""
    if "--github" in rest:
        return receive_github.run(usage, rest, console)
    options = _options(usage, rest, console)
    data = _content(options.by_mail, console) if options.by_mail else None
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        request = Request(checked_ref(options.ref, console), by, identifier, at, clock)
        deciding = _Deciding(request, None if data is None else receive.Mail(data, options.arrived, options.replaces))
        outcome = act(usage.root, deciding)
    answer = deciding.answer
    if isinstance(outcome, tuple) or answer is None or answer.line is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    written = isinstance(outcome, Written)
    lines = (_entered if data is not None else _read)(answer.line, written, board, console)
    members = {"receipt": receipt(answer.line), "line": answer.line.n, "written": written}
    return told(answer.findings, members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, request: Request, sent: receive.Mail | None) -> None:
        self._request = request
        self._sent = sent
        self.answer: receive.Answer | None = None

    def __call__(self, seen: Snapshot) -> Outcome:
        if self._sent:
            self.answer = receive.mail(seen, self._request, self._sent, schemas())
        else:
            self.answer = receive.mailbox(seen, self._request, schemas())
        return self.answer.outcome


def _entered(line: Line, written: bool, board: Board, console: Console) -> Sequence[str]:
    language, head = console.language, line.entry
    if not isinstance(head, Head) or head.arrived is None:
        return ()
    arrived = locale.instant(head.arrived, zone_of(board), language)
    lines = [
        (_ENTERED if written else _STANDS)[language],
        "    " + _ROW[language].format(bidder=head.bidder, line=line.n, arrived=arrived),
        _RECEIPT[language],
        f"    {receipt(line)}",
    ]
    if written:
        branch = bid_branch(head.bidder, line.ref)
        lines += [_PUSH[language], f"    git push --atomic origin receipts {branch}"]
    return lines


def _read(line: Line, written: bool, board: Board, console: Console) -> Sequence[str]:
    at = locale.instant(line.at, zone_of(board), console.language)
    said = (_READ if written else _READ_BEFORE)[console.language].format(line=line.n, at=at)
    return [said, _CLOSE[console.language], f"    board close {line.ref}"]


def _content(path: Path, console: Console) -> bytes:
    try:
        return content(path)
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=path, problem=error.problem) from error


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--by-mail", metavar="FILE", type=Path, help=_BY_MAIL[language])
    which.add_argument("--mailbox-read", action="store_true", help=_MAILBOX[language])
    add_instant(parser, "--arrived", _ARRIVED[language], language)
    parser.add_argument("--replaces", action="store_true", help=_REPLACES[language])
    add_as(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    if bool(options.by_mail) != bool(options.arrived):
        raise console.misused(_TOGETHER)
    if options.replaces and not options.by_mail:
        raise console.misused(_REPLACES_MAIL)
    return options
