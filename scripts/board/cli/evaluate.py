"""`board evaluate`: declare, have a sheet written, hand it in; the results follow when everybody has."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from board.adapters import evaluation_folder
from board.adapters.outside import write_private
from board.adapters.repository import act
from board.cli.acts import board_at, checked_ref, explained, instant, told
from board.cli.console import Console
from board.cli.evaluation_options import folder_of, options_of, settles_of
from board.cli.options import Usage, person
from board.cli.private import kept_secrets
from board.cli.setting import schemas
from board.core.finding import Finding
from board.core.text import Text
from board.jobs import evaluate
from board.jobs.desk import Dossier, Request, Step
from board.model.procurement import Board
from board.model.sheet import LIMIT, sheet_path
from board.model.snapshot import Edit, Outcome, Snapshot, Written
from board.render import locale

_UNWRITABLE = Text("{path} cannot be written: {problem}", "{path} ne s’écrit pas\u00a0: {problem}")
_NO_CONFLICT = Text(
    "Recorded: {login} has no conflict of interest.", "Consigné\u00a0: {login} n’a pas de conflit d’intérêts."
)
_CONFLICT = Text(
    "Recorded: {login} has a conflict of interest, and does not evaluate.",
    "Consigné\u00a0: {login} a un conflit d’intérêts, et n’évalue pas.",
)
_DECLARED = Text("Nothing was written. That is recorded already.", "Rien n’a été écrit. C’est déjà consigné.")
_NEW_SHEET = Text("Your sheet: {path}", "Votre grille\u00a0: {path}")
_OLD_SHEET = Text(
    "Your sheet is there already, and is left as it is: {path}",
    "Votre grille est déjà là, et reste telle quelle\u00a0: {path}",
)
_FILL_IN = Text(
    "What happens next: fill it in, then hand it in:", "La suite\u00a0: remplissez-la, puis remettez-la\u00a0:"
)
_HANDED_IN = Text("Handed in: {path}, SHA-256 {sha256}.", "Remise\u00a0: {path}, SHA-256 {sha256}.")
_IN_BEFORE = Text("Your sheet was handed in before.", "Votre grille avait déjà été remise.")
_WAITING = Text(
    "Still waited for: {names}. The results follow once every sheet is handed in and lies in this folder.",
    "On attend encore {names}. Les résultats suivront quand toutes les grilles seront remises et se trouveront dans ce "
    "dossier.",
)
_EVALUATED = Text(
    "Evaluated: {path}, SHA-256 {sha256}, which the log now holds.",
    "Évalué\u00a0: {path}, SHA-256 {sha256}, que le registre contient désormais.",
)
_STANDS = Text(
    "Nothing was written. The evaluation is done: {path}, SHA-256 {sha256}.",
    "Rien n’a été écrit. L’évaluation est faite\u00a0: {path}, SHA-256 {sha256}.",
)
_SHOWN = Text(
    "Your secret of the draw now stands in the log too.",
    "Votre secret du tirage au sort figure aussi au registre.",
)
_PUSH = Text(
    "Where the board has another repository, push the log:",
    "Si le tableau a un autre dépôt, poussez le registre\u00a0:",
)
_PUSHING = "    git push origin receipts"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, with everything that the steps share."""

    usage: Usage
    board: Board
    console: Console
    request: Request
    form: str
    folder: Path

    def say(self, text: Text, **values: object) -> str:
        """One line for a person."""
        return text[self.console.language].format(**values)

    def tell(
        self, findings: Sequence[Finding], members: Mapping[str, object], lines: Sequence[str], *, pushed: bool = False
    ) -> int:
        """Tell what was done and found."""
        more = [self.say(_PUSH), _PUSHING] if pushed else []
        return told(findings, members, [*lines, *more], self.board, self.form, self.console)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 done, now or before, or waiting for others; 1 refused, or to be settled."""
    options = options_of(usage, rest, console)
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        ref, settles = checked_ref(options.ref, console), settles_of(options, console)
        step: Step = "declare" if options.declare else "write"
        request = Request(ref, by, identifier, at, clock, step, options.declare or "", usage.language, settles)
        if options.declare:
            return _declare(_Asked(usage, board, console, request, options.format, Path()))
        asked = _Asked(usage, board, console, request, options.format, folder_of(options.folder, console))
        if not options.done:
            return _write(asked)
        secret = kept_secrets(options.keys, ref, by, console).get(1, "")
        return _done(replace(asked, request=replace(request, secret=secret)))


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts.

    Results are in the folder before their digest is in the log: killed between the two, nothing is lost.
    """

    def __init__(self, asked: _Asked, step: Step) -> None:
        self._asked = asked
        self._request = replace(asked.request, step=step)
        self.answer = evaluate.Answer(())

    def __call__(self, snapshot: Snapshot) -> Outcome:
        folder = self._asked.folder
        dossier = Dossier()
        if self._request.step != "declare":
            dossier = Dossier(
                evaluation_folder.openings(folder, LIMIT),
                evaluation_folder.sheets(folder, LIMIT),
                evaluation_folder.evaluation(folder, LIMIT),
            )
        self.answer = evaluate.decide(snapshot, self._request, dossier, schemas())
        if self.answer.evaluation and self.answer.evaluation != dossier.evaluation:
            try:
                write_private(folder / evaluation_folder.EVALUATION, self.answer.evaluation)
            except OSError as error:
                raise _unwritable(folder / evaluation_folder.EVALUATION, error, self._asked.console) from error
        return self.answer.outcome


def _declare(asked: _Asked) -> int:
    deciding = _Deciding(asked, "declare")
    outcome = act(asked.usage.root, deciding)
    if isinstance(outcome, tuple):
        return asked.tell(outcome, {}, ())
    text = _NO_CONFLICT if asked.request.conflict == "none" else _CONFLICT
    written = isinstance(outcome, Written)
    lines = [asked.say(text, login=asked.request.by) if written else asked.say(_DECLARED)]
    members = {"step": "declare", "written": written}
    return asked.tell(deciding.answer.warnings, members, lines, pushed=written)


def _write(asked: _Asked) -> int:
    deciding = _Deciding(asked, "write")
    outcome = act(asked.usage.root, deciding)
    if isinstance(outcome, tuple):
        return asked.tell(outcome, {}, ())
    path = sheet_path(asked.request.by)
    try:
        written = evaluation_folder.put_new(asked.folder, path, deciding.answer.sheet)
    except OSError as error:
        raise _unwritable(asked.folder / path, error, asked.console) from error
    request, text = asked.request, _NEW_SHEET if written else _OLD_SHEET
    command = f"    board evaluate {request.ref} --as {request.by} --folder {asked.folder} --done"
    lines = [asked.say(text, path=asked.folder / path), asked.say(_FILL_IN), command]
    return asked.tell(deciding.answer.warnings, {"step": "sheet", "written": written}, lines)


def _done(asked: _Asked) -> int:
    handing = _Deciding(asked, "hand-in")
    handed = act(asked.usage.root, handing)
    if isinstance(handed, tuple):
        return asked.tell(handed, {}, ())
    path, lines = sheet_path(asked.request.by), [asked.say(_IN_BEFORE)]
    if isinstance(handed, Written):
        digest = hashlib.sha256(evaluation_folder.sheets(asked.folder, LIMIT)[asked.request.by]).hexdigest()
        lines = [asked.say(_HANDED_IN, path=asked.folder / path, sha256=digest)]
    finishing = _Deciding(asked, "finish")
    finished = act(asked.usage.root, finishing)
    answer, written = finishing.answer, isinstance(handed, Written) or isinstance(finished, Written)
    findings = finished if isinstance(finished, tuple) else answer.warnings
    members: dict[str, object] = {"step": "done", "written": written, "waiting": list(answer.waiting)}
    if answer.waiting:
        lines.append(asked.say(_WAITING, names=locale.joined(answer.waiting, asked.console.language)))
    if answer.evaluation:
        sha256 = hashlib.sha256(answer.evaluation).hexdigest()
        members["evaluation_sha256"] = sha256
        text = _EVALUATED if isinstance(answer.outcome, Edit) else _STANDS
        lines.append(asked.say(text, path=asked.folder / evaluation_folder.EVALUATION, sha256=sha256))
    if answer.shows_secret:
        lines.append(asked.say(_SHOWN))
    return asked.tell(findings, members, lines, pushed=written)


def _unwritable(path: Path, error: OSError, console: Console) -> Exception:
    return console.misused(_UNWRITABLE, path=path, problem=error.strerror or type(error).__name__)
