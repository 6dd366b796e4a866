"""`board draw`: show a secret of a draw; the last one shown gives the order."""

import argparse
from collections.abc import Mapping, Sequence

from board.adapters.repository import act
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.folders import add_beacon, dossier_of
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.private import add_folder, add_keys, kept_secrets
from board.cli.setting import schemas, zone_of
from board.core.text import Text
from board.jobs import draw
from board.jobs.draw import Step
from board.model.snapshot import Outcome, Snapshot, Written
from board.render.draw_words import draw_lines, draw_member
from board.render.wording import quoted
from board.state.draw import is_bytes

_REF = Text("opportunity, as a whole", "occasion, au complet")
_SECRET = Text("the secret itself, 64 digits from 0 to f", "le secret lui-même, 64 chiffres de 0 à f")
_VOID = Text(
    "give the draw up, since somebody withholds a secret", "abandonner le tirage, parce que quelqu’un retient un secret"
)
_COMMIT = Text(
    "commit to the secret with this SHA-256, in a draw that is held again",
    "s’engager sur le secret de ce SHA-256, dans un tirage tenu de nouveau",
)
_DIGITS = Text("{found} is not 64 digits from 0 to f", "{found} n’est pas 64 chiffres de 0 à f")
_NO_SECRET = Text(
    "No secret of draw {number} is kept here: name the folder with --keys, or give it with --secret.",
    "Aucun secret du tirage {number} n’est gardé ici\u00a0: nommez le dossier avec --keys, ou donnez-le avec --secret.",
)
_DONE: Mapping[str, Text] = {
    "secret": Text("Shown, in line {line} of the log.", "Dévoilé, à la ligne {line} du registre."),
    "void": Text("Given up, in line {line} of the log.", "Abandonné, à la ligne {line} du registre."),
    "commit": Text("Committed, in line {line} of the log.", "Engagement pris, à la ligne {line} du registre."),
}
_STANDS = Text("Nothing was written: the log says it already.", "Rien n’a été écrit\u00a0: le registre le dit déjà.")
# A draw can be held so many times, as its file takes them.
_DRAWS = range(1, 21)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 done, now or before; 1 refused."""
    options = _options(usage, rest, console)
    with explained(console):
        board = board_at(usage.root)
        at, _ = instant(board, options.now, console)
        ref, (by, identifier) = checked_ref(options.ref, console), person(options.by)
        step: Step = "void" if options.void else "commit" if options.commit else "secret"
        request = draw.Request(
            ref,
            by,
            identifier,
            at,
            step,
            _secrets(options, ref, by, console) if step == "secret" else {},
            options.commit,
            dossier_of(options.folder, console),
            options.beacon,
        )
        deciding = _Deciding(request)
        try:
            outcome = act(usage.root, deciding)
        except draw.NoSecretError as error:
            raise console.misused(_NO_SECRET, number=error.number) from error
    answer = deciding.answer
    if isinstance(outcome, tuple) or answer is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    language, line = console.language, answer.line
    lines = [_DONE[step][language].format(line=line.n) if line else _STANDS[language]]
    if answer.result:
        lines += draw_lines(answer.result, answer.trust, language, zone_of(board))
    written = isinstance(outcome, Written)
    members = {"line": line.n if line else None, "draw": draw_member(answer.result), "written": written}
    return told((), members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, request: draw.Request) -> None:
        self._request = request
        self.answer: draw.Answer | None = None

    def __call__(self, snapshot: Snapshot) -> Outcome:
        self.answer = draw.decide(snapshot, self._request, schemas())
        return self.answer.outcome


def _secrets(options: argparse.Namespace, ref: str, by: str, console: Console) -> Mapping[int, str]:
    if options.secret:
        return dict.fromkeys(_DRAWS, options.secret)
    return kept_secrets(options.keys, ref, by, console)


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    add_keys(parser, language)
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--secret", metavar="HEX", default="", help=_SECRET[language])
    steps.add_argument("--void", action="store_true", help=_VOID[language])
    steps.add_argument("--commit", metavar="SHA256", default="", help=_COMMIT[language])
    add_folder(parser, language)
    add_beacon(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    for text in (options.secret, options.commit, options.beacon):
        if text and not is_bytes(text):
            raise console.misused(_DIGITS, found=quoted(text[:64], usage.language))
    return options
