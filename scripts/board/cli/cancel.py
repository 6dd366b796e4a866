"""`board cancel`: end a procurement without an award."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from board.adapters.repository import act
from board.cli.acts import FORMAT, FORMATS, Changes, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.folders import dossier_of
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.private import add_folder
from board.cli.setting import schemas, zone_of
from board.core.text import Bilingual, Text
from board.jobs import cancel
from board.jobs.held_back import held
from board.jobs.received import branches
from board.model.award import CANCELLED, UNSUCCESSFUL
from board.model.snapshot import MAIN, Outcome, Snapshot, Written
from board.render.outcome import cancellation_lines, cancellation_member

_REF = Text("opportunity to end, as a whole", "occasion à laquelle mettre fin, au complet")
_REASON = Text(
    "why; no-bid, none-passes and too-few-bids make it unsuccessful, the others need a text",
    "pourquoi\u202f; no-bid, none-passes et too-few-bids la rendent infructueuse, les autres demandent un texte",
)
_TEXT = Text("what is said beside the reason, in {}", "ce qui est dit à côté de la raison, en {}")
_BOTH = Text(
    "--text-en and --text-fr go together: whatever the board says stands in both languages.",
    "--text-en et --text-fr vont ensemble\u00a0: tout ce que dit le tableau existe dans les deux langues.",
)
_NEEDED = Text(
    "The reason {reason} needs a text: --text-en and --text-fr.",
    "La raison {reason} demande un texte\u00a0: --text-en et --text-fr.",
)
_ENDED = Text("Ended without an award:", "Terminé sans attribution\u00a0:")
_STANDS = Text(
    "Nothing was written. It has ended so already:", "Rien n’a été écrit. L’achat a déjà pris fin ainsi\u00a0:"
)
_PUSH = Text(
    "What happens next: where the board has another repository, push it:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 ended, now or before; 1 refused."""
    options = _options(usage, rest, console)
    text = Bilingual(options.text_en, options.text_fr) if options.text_en else None
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        ref, (by, identifier) = checked_ref(options.ref, console), person(options.by)
        held_back = held(dossier_of(options.folder, console))
        request = cancel.Request(ref, by, identifier, options.reason, at, clock, text, dossier=held_back)
        deciding = _Deciding(usage.root, request)
        outcome = act(usage.root, deciding)
    cancellation = deciding.answer.cancellation if deciding.answer else None
    if isinstance(outcome, tuple) or cancellation is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    written, language = isinstance(outcome, Written), console.language
    lines = [(_ENDED if written else _STANDS)[language]]
    lines += (f"    {line}" for line in cancellation_lines(cancellation, language, zone_of(board)))
    if written:
        lines += [_PUSH[language], "    git push origin main"]
    members = {"cancellation": cancellation_member(cancellation), "written": written}
    return told((), members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, root: Path, request: cancel.Request) -> None:
        self._root = root
        self._request = request
        self.answer: cancel.Answer | None = None

    def __call__(self, snapshot: Snapshot) -> Outcome:
        sources = tuple(branches(snapshot, self._request.ref))
        changed = Changes(self._root, snapshot.refs.get(MAIN, ""), sources, self._request.at)
        self.answer = cancel.decide(snapshot, self._request, schemas(), changed)
        return self.answer.outcome


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    parser.add_argument("--reason", required=True, choices=(*UNSUCCESSFUL, *CANCELLED), help=_REASON[language])
    for code, name in (("en", Text("English", "anglais")), ("fr", Text("French", "français"))):
        text = _TEXT[language].format(name[language])
        parser.add_argument(f"--text-{code}", metavar="TEXT" if language == "en" else "TEXTE", default="", help=text)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_folder(parser, language)
    add_now(parser, language)
    options = parser.parse_args(rest)
    if bool(options.text_en) != bool(options.text_fr):
        raise console.misused(_BOTH)
    if options.reason in CANCELLED and not options.text_en:
        raise console.misused(_NEEDED, reason=options.reason)
    return options
