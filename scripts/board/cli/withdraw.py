"""`board withdraw`: take a bid back before the closing."""

import argparse
from collections.abc import Sequence

from board.adapters.repository import act
from board.adapters.work_trees import checked_out
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_instant, add_now, parser_of, person
from board.cli.setting import schemas
from board.core.text import Text
from board.jobs import withdraw
from board.jobs.award import UnknownBidError
from board.model.reference import bid_branch
from board.model.snapshot import Outcome, Snapshot, Written
from board.render.closing_lines import receipt

_REF = Text("opportunity that the bid was made on, as a whole", "occasion visée par la soumission, au complet")
_BID = Text(
    "for an officer: the bid by mail that its supplier took back by a letter",
    "pour un agent\u00a0: la soumission par courriel que son fournisseur a retirée par un message",
)
_ARRIVED = Text(
    "when that letter reached the server of the government",
    "quand ce message a atteint le serveur du gouvernement",
)
_TOGETHER = Text("--bid and --arrived go together.", "--bid et --arrived vont ensemble.")
_NO_BID = Text("There is no bid of {bidder} on {ref}.", "{bidder} n’a pas soumissionné à {ref}.")
_STANDING_ON = Text(
    "You are on the branch {branch}. Leave it first: git switch main",
    "Vous êtes sur la branche {branch}. Quittez-la d’abord\u00a0: git switch main",
)
_WITHDRAWN = Text("Withdrawn: the bid of {bidder} on {ref}.", "Retirée\u00a0: la soumission de {bidder} à {ref}.")
_BEFORE = Text(
    "Nothing was written. The bid of {bidder} on {ref} is withdrawn.",
    "Rien n’a été écrit. La soumission de {bidder} à {ref} est retirée.",
)
_RECEIPT = Text("The receipt, to be kept:", "L’accusé de réception, à conserver\u00a0:")
_PUSH = Text(
    "What happens next: where the board has another repository, push it:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 withdrawn, now or before; 1 refused."""
    options = _options(usage, rest, console)
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        login = options.bid.lower() or by
        letter = withdraw.Letter(by, identifier, options.arrived) if options.bid else None
        ref = checked_ref(options.ref, console)
        branch = bid_branch(login, ref)
        if checked_out(usage.root, branch):
            raise console.misused(_STANDING_ON, branch=branch)
        deciding = _Deciding(withdraw.Request(ref, login, "" if letter else identifier, at, clock, letter))
        try:
            outcome = act(usage.root, deciding)
        except UnknownBidError as error:
            raise console.misused(_NO_BID, bidder=error.bidder, ref=error.ref) from error
    if isinstance(outcome, tuple):
        return refused(outcome, board, options.format, console)
    written, line = isinstance(outcome, Written), deciding.answer.line if deciding.answer else None
    lines = [(_WITHDRAWN if written else _BEFORE)[console.language].format(bidder=login, ref=ref)]
    if line:
        lines += [_RECEIPT[console.language], f"    {receipt(line)}"]
    if written:
        lines += [_PUSH[console.language], f"    git push {'--atomic origin receipts' if line else 'origin'} :{branch}"]
    members = {"receipt": receipt(line) if line else None, "written": written}
    return told((), members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, request: withdraw.Request) -> None:
        self._request = request
        self.answer: withdraw.Answer | None = None

    def __call__(self, seen: Snapshot) -> Outcome:
        self.answer = withdraw.decide(seen, self._request, schemas())
        return self.answer.outcome


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    parser.add_argument("--bid", metavar="MAIL-N", default="", help=_BID[language])
    add_instant(parser, "--arrived", _ARRIVED[language], language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    if bool(options.bid) != bool(options.arrived):
        raise console.misused(_TOGETHER)
    return options
