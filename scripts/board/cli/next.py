"""`board next`: what is due, by whom and by when; with --as, do what needs no judgement, step after step."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field

from board.adapters.snapshot import snapshot
from board.cli import award, close, draw, evaluate, unseal
from board.cli.acts import FORMAT, FORMATS, Changes, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.folders import add_beacon, dossier_of
from board.cli.options import Usage, add_now, parser_of, person
from board.cli.overheard import Overheard
from board.cli.private import add_folder, add_keys
from board.cli.setting import announce, clock, schemas, zone_of
from board.core.text import Text
from board.jobs import due, rank
from board.jobs.received import branches
from board.model.duty import Duty
from board.model.procurement import Board
from board.model.snapshot import MAIN
from board.render import locale
from board.render.duty_lines import duty_lines, duty_members
from board.state.ledger.log import BrokenLogError

_REF = Text("opportunity, as a whole", "occasion, au complet")
_AS = Text(
    "do for this person what needs no judgement: LOGIN, or LOGIN:ID with the numeric id of the forge",
    "faire pour cette personne ce qui ne demande aucun jugement\u00a0: LOGIN, ou LOGIN:ID avec l’identifiant numérique "
    "de la forge",
)
_DECLARE = Text(
    "declare, where that is due, whether you have a conflict of interest",
    "déclarer, si c’est le moment, si vous avez un conflit d’intérêts",
)
_DONE = Text("hand in your sheet, where that is due", "remettre votre grille, si c’est le moment")
_ONLY_AS = Text(
    "--declare and --done are somebody’s word: say whose with --as.",
    "--declare et --done engagent quelqu’un\u00a0: dites qui avec --as.",
)
_NEEDS_FOLDER = Text(
    "What is opened and evaluated lies outside every repository: name its folder with --folder DIR.",
    "Ce qui est ouvert et évalué reste hors de tout dépôt\u00a0: nommez son dossier avec --folder DIR.",
)
_BROKEN = Text(
    "Line {line} of the log does not follow from the one before; nothing rests on such a log. Fetch it again: "
    "git fetch origin receipts",
    "La ligne {line} du registre ne découle pas de la précédente\u202f; rien ne repose sur un tel registre. "
    "Récupérez-le de nouveau\u00a0: git fetch origin receipts",
)
_LAID = Text(
    "Laid in that folder, to be handed over with it: a sheet to fill in, for {people}.",
    "Placée dans ce dossier, à remettre avec lui\u00a0: une grille à remplir, pour {people}.",
)
_DUE = Text("What is due for {ref}:", "Ce qui est à faire pour {ref}\u00a0:")

_MODULES = {"close": close, "unseal": unseal, "evaluate": evaluate, "draw": draw, "award": award}

# More than any procurement takes, should an act say that it is done and leave its step due.
_MOST = 12


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 told, and whatever was begun is done; 1 an act was refused, or nothing can be told."""
    options = _options(usage, rest, console)
    try:
        with explained(console):
            board = board_at(usage.root)
            instant(board, options.now, console)
            ref, by = checked_ref(options.ref, console), person(options.by)[0] if options.by else ""
            if options.format == "text":
                announce(console, board)
            walk = _Walk(usage, options, ref, by, console)
            code, answer = walk.go() if by else (0, walk.look())
    except BrokenLogError as error:
        raise console.misused(_BROKEN, line=error.line) from error
    return _tell(walk, code, answer, board)


@dataclass(slots=True)
class _Walk:
    """One run: what was asked for, and what was done so far."""

    usage: Usage
    options: argparse.Namespace
    ref: str
    by: str
    console: Console
    done: list[dict[str, object]] = field(default_factory=list)

    def look(self) -> due.Answer:
        """What is due now."""
        folder = self.options.folder
        known = dossier_of(folder, self.console) if folder and folder.is_dir() else {}
        at = clock(self.options.now)
        with snapshot(self.usage.root) as seen:
            sources = tuple(branches(seen, self.ref))
            changed = Changes(self.usage.root, seen.refs.get(MAIN, ""), sources, at)
            request = rank.Request(self.ref, at, known, self.options.beacon, sources)
            return due.look(seen, request, close.openings(self.usage.root, seen), schemas(), changed)

    def go(self) -> tuple[int, due.Answer]:
        """One step after another; the exit code, and what is due after the last.

        Whether a step is done is told by what is due then, not by an exit code.
        """
        answer = self.look()
        for _ in range(_MOST):
            mine = self._mine(answer)
            words = self._words(mine) if mine else None
            if mine is None or words is None:
                return 0, answer
            code = self._play(mine, words)
            answer = self.look()
            after = self._mine(answer)
            if mine.step == "sheet" and (code or "--done" not in words):
                return code, answer
            if after and after.step == mine.step:
                return code or 1, answer
            if mine.step == "open":
                self._lay(answer.team)
        return 1, answer

    def _mine(self, answer: due.Answer) -> Duty | None:
        return next((duty for duty in answer.duties if duty.anybody or self.by in duty.by), None)

    def _words(self, duty: Duty) -> Sequence[str] | None:
        """What stands behind the REF of its command; None where a person has to decide first."""
        options, extra = self.options, list(duty.options)
        if duty.step == "declare" and options.declare:
            extra = ["--declare", options.declare]
        elif duty.step == "sheet":
            extra = ["--done"] if options.done else []
        elif duty.judged or not duty.command:
            return None
        if duty.step in ("open", "sheet", "evaluate") and options.folder is None:
            raise self.console.misused(_NEEDS_FOLDER)
        given = {
            "as": options.by,
            "folder": options.folder,
            "keys": options.keys,
            "beacon": options.beacon or None,
        }
        # A sheet is written without any key; one is read only where a secret may be shown with the results.
        unused = "keys" if duty.step == "sheet" and not options.done else ""
        kept = [name for name in duty.needs if given[name] is not None and name != unused]
        return [*(word for name in kept for word in (f"--{name}", str(given[name]))), *extra]

    def _play(self, duty: Duty, words: Sequence[str]) -> int:
        """Run the command in this process, and tell what it says."""
        code, heard = self._run(duty.command, words)
        if self.options.format == "json":
            self.done.append({"step": duty.step, "code": code, "report": heard.document})
        else:
            self.console.lines(heard.said)
        return code

    def _run(self, name: str, words: Sequence[str]) -> tuple[int, Overheard]:
        heard, now = Overheard(self.console.language), self.options.now
        more = ["--now", now.isoformat()] if now else []
        usage = Usage(self.usage.root, self.usage.language, name)
        rest = [self.ref, *words, "--format", self.options.format, *more]
        return _MODULES[name].run(usage, rest, heard), heard

    def _lay(self, team: Sequence[str]) -> None:
        """The sheets of those who declared, beside what was opened, so that one folder is handed over."""
        folder = str(self.options.folder)
        laid = [who for who in team if self._run("evaluate", ["--as", who, "--folder", folder])[0] == 0]
        if laid and self.options.format == "text":
            self.console.say(_LAID, people=locale.joined(laid, self.console.language))


def _tell(walk: _Walk, code: int, answer: due.Answer, board: Board) -> int:
    console, form = walk.console, walk.options.format
    if answer.findings:
        return refused(answer.findings, board, form, console)
    if form == "json":
        members = {"state": answer.state, "done": walk.done, "due": duty_members(answer.duties, walk.ref)}
        told((), members, (), board, form, console)
    else:
        console.say(_DUE, ref=walk.ref)
        console.lines(duty_lines(answer.duties, walk.ref, console.language, zone_of(board)))
    return code


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    parser.add_argument("--as", dest="by", metavar="LOGIN[:ID]", help=_AS[language])
    parser.add_argument("--declare", choices=("none", "declared"), help=_DECLARE[language])
    parser.add_argument("--done", action="store_true", help=_DONE[language])
    add_folder(parser, language)
    add_keys(parser, language)
    add_beacon(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    if (options.declare or options.done) and not options.by:
        raise console.misused(_ONLY_AS)
    return options
