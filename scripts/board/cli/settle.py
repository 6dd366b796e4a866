"""`board settle`: say in writing, as one of two officers, whether a bid in doubt counts."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from board.adapters.repository import act
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.close import openings
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_instant, add_now, parser_of, person
from board.cli.setting import schemas, zone_of
from board.core.text import Text
from board.jobs import settle
from board.model.log import Line, Ruling
from board.model.procurement import Board
from board.model.reference import is_login
from board.model.rulings import COUNTS, COUNTS_NOT
from board.model.snapshot import Outcome, Snapshot, Written
from board.render import locale
from board.render.ruling_words import settled_lines, verdict_lines, verdict_member
from board.state.rulings import command

_REF = Text("opportunity, as a whole", "occasion, au complet")
_RECEIPT = Text("the bid in doubt, by its line of the log", "la soumission en doute, par sa ligne du registre")
_BIDDER = Text(
    "the bid in doubt, by its bidder, where it has no line, or where its line tells nobody",
    "la soumission en doute, par son soumissionnaire, si elle n’a pas de ligne, ou si sa ligne ne nomme personne",
)
_COUNTS = Text("whether it counts", "si elle compte")
_BECAUSE = Text(
    "why; with --counts yes: {yes}; with --counts no: {no}",
    "pourquoi\u202f; avec --counts yes\u00a0: {yes}\u202f; avec --counts no\u00a0: {no}",
)
_RECEIVED = Text(
    "when it was received, where the log claims another instant, or none",
    "quand elle a été reçue, si le registre affirme un autre moment, ou aucun",
)
_SALT = Text("what opens its line, from the supplier’s receipt", "ce qui ouvre sa ligne, d’après l’accusé de réception")
_WHICH = Text(
    "Say which bid: --receipt LINE or --bidder LOGIN.",
    "Dites quelle soumission\u00a0: --receipt LIGNE ou --bidder LOGIN.",
)
_UNFIT = Text(
    "--because {word} does not go with --counts {counts}. What goes with it: {fit}.",
    "--because {word} ne va pas avec --counts {counts}. Ce qui va avec\u00a0: {fit}.",
)
_ONLY_YES = Text("--received and --salt go with --counts yes.", "--received et --salt vont avec --counts yes.")
_ONE_LINE = Text(
    "--receipt takes the number of a line, --bidder a login, and --salt 64 digits from 0 to f.",
    "--receipt prend le numéro d’une ligne, --bidder un nom d’utilisateur, et --salt 64 chiffres de 0 à f.",
)
_SAID = Text("Said by {by}, on line {line} of the log:", "Dit par {by}, à la ligne {line} du registre\u00a0:")
_SAID_BEFORE = Text(
    "Nothing was written. {by} said so before, on line {line} of the log:",
    "Rien n’a été écrit. {by} l’a déjà dit, à la ligne {line} du registre\u00a0:",
)
_SETTLED = Text("Settled by two officers:", "Tranché par deux agents\u00a0:")
_SECOND = Text(
    "What happens next: it takes a second officer who says the same:",
    "La suite\u00a0: il faut un second agent qui dise la même chose\u00a0:",
)
_OTHERWISE = Text(
    "{people} said otherwise, and nothing is settled until all say the same; the last word of each counts.",
    "{people} ont dit autre chose, et rien n’est tranché tant que tous ne disent pas la même chose\u202f; le dernier "
    "mot de chacun compte.",
)
_OTHERWISE_ONE = Text(
    "{people} said otherwise, and nothing is settled until both say the same; the last word of each counts.",
    "{people} a dit autre chose, et rien n’est tranché tant que les deux ne disent pas la même chose\u202f; le dernier "
    "mot de chacun compte.",
)
_CLOSE = Text("What happens next: fix the bids of record:", "La suite\u00a0: fixez les soumissions retenues\u00a0:")
_PUSH = Text(
    "Where the board has another repository, push the log:",
    "Si le tableau a un autre dépôt, poussez le registre\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 said, now or before; 1 refused."""
    options = _options(usage, rest, console)
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        request = settle.Request(
            ref=checked_ref(options.ref, console),
            by=by,
            id=identifier,
            receipt=options.receipt,
            bidder=options.bidder,
            counts=options.counts == "yes",
            because=options.because,
            received=options.received,
            salt=options.salt,
            at=at,
            clock=clock,
        )
        deciding = _Deciding(usage.root, request)
        outcome = act(usage.root, deciding)
    answer = deciding.answer
    if isinstance(outcome, tuple) or answer is None or answer.line is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    written = isinstance(outcome, Written)
    lines = _lines(answer, answer.line, written, board, console)
    members = {**_members(answer, answer.line), "written": written}
    return told(answer.findings, members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, root: Path, request: settle.Request) -> None:
        self._root = root
        self._request = request
        self.answer: settle.Answer | None = None

    def __call__(self, seen: Snapshot) -> Outcome:
        self.answer = settle.decide(seen, self._request, openings(self._root, seen), schemas())
        return self.answer.outcome


def _lines(answer: settle.Answer, line: Line, written: bool, board: Board, console: Console) -> Sequence[str]:
    """What was said, what it comes to, and what happens next."""
    language, zone, entry = console.language, zone_of(board), line.entry
    if not isinstance(entry, Ruling):
        return ()
    verdict = entry.verdict
    lines = [(_SAID if written else _SAID_BEFORE)[language].format(by=entry.by, line=line.n)]
    lines += (f"    {each}" for each in verdict_lines(verdict, language, zone))
    others = [other.entry.by for other in answer.others if isinstance(other.entry, Ruling)]
    if answer.settled:
        lines += [_SETTLED[language], *(f"    {each}" for each in settled_lines(answer.settled, language, zone))]
        lines += [_CLOSE[language], f"    board close {line.ref}"]
    elif others:
        said = _OTHERWISE if len(others) > 1 else _OTHERWISE_ONE
        lines += [said[language].format(people=locale.joined(others, language))]
    else:
        lines += [_SECOND[language], f"    {command(line.ref, verdict)}"]
    if written:
        lines += [_PUSH[language], "    git push origin receipts"]
    return lines


def _members(answer: settle.Answer, line: Line) -> dict[str, object]:
    """The same for programs."""
    entry = line.entry
    verdict = verdict_member(entry.verdict) if isinstance(entry, Ruling) else {}
    words = [{"by": word.by, "line": word.line} for word in answer.settled.words] if answer.settled else None
    return {"line": line.n, "ruling": verdict, "settled": words}


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    parser.add_argument(
        "--receipt", metavar="LINE" if language == "en" else "LIGNE", default="", help=_RECEIPT[language]
    )
    parser.add_argument("--bidder", metavar="LOGIN", default="", help=_BIDDER[language])
    parser.add_argument("--counts", required=True, choices=("yes", "no"), help=_COUNTS[language])
    reasons = _BECAUSE[language].format(yes=", ".join(COUNTS), no=", ".join(COUNTS_NOT))
    parser.add_argument(
        "--because",
        required=True,
        choices=(*COUNTS, *COUNTS_NOT),
        metavar="WORD" if language == "en" else "MOT",
        help=reasons,
    )
    add_instant(parser, "--received", _RECEIVED[language], language)
    parser.add_argument("--salt", metavar="SALT" if language == "en" else "SEL", default="", help=_SALT[language])
    add_as(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    if not (options.receipt or options.bidder):
        raise console.misused(_WHICH)
    options.bidder = options.bidder.lower()
    odd = (
        options.receipt and not re.fullmatch(r"[1-9][0-9]{0,8}", options.receipt),
        options.bidder and not is_login(options.bidder),
        options.salt and not re.fullmatch(r"[0-9a-f]{64}", options.salt),
    )
    if any(odd):
        raise console.misused(_ONE_LINE)
    options.receipt = int(options.receipt or "0")
    fit = COUNTS if options.counts == "yes" else COUNTS_NOT
    if options.because not in fit:
        raise console.misused(_UNFIT, word=options.because, counts=options.counts, fit=", ".join(fit))
    if options.counts == "no" and (options.received or options.salt):
        raise console.misused(_ONLY_YES)
    return options
