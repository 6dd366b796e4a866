"""`board keys`: the key to which bids are sealed and the secret of a draw, kept outside; their public lines."""

import argparse
from collections.abc import Sequence

from board.adapters.key_store import Kept, kept, keys_file, provide
from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.private import add_keys, default_folder, kept_private
from board.cli.setting import schemas
from board.core.text import Text
from board.jobs.acting import Request
from board.jobs.keys import Entitled, entitled
from board.render.key_lines import key_lines, key_member, option_lines
from board.render.wording import visible

_REF = Text("opportunity, which need not be written yet", "occasion, qui peut ne pas être encore écrite")
_DRAW = Text(
    "number of the draw that the secret is for: 2 where one is held again",
    "numéro du tirage auquel sert le secret\u00a0: 2 lorsqu’on en tient un de nouveau",
)
_NO_BOARD = Text("Main holds no board.", "La branche main ne contient aucun tableau.")
_KEPT = Text(
    "Kept for you alone in {path}. Keep a copy elsewhere, outside every repository.",
    "Gardé pour vous seul dans {path}. Gardez-en une copie ailleurs, hors de tout dépôt.",
)
_LOST = Text(
    "Where bids are sealed: if this key is lost nobody opens them; if it is known before the closing, cancel with the "
    "reason leak.",
    "Si les soumissions sont cachetées et que cette clé est perdue, personne ne les ouvre\u202f; si elle est connue "
    "avant la clôture, annulez avec la raison leak.",
)
_ELSEWHERE = Text(
    "Main names a key or a promise of yours that is not in {path}. Name the folder that holds it with --keys; nothing "
    "was written.",
    "La branche main nomme une clé ou une promesse de vous qui n’est pas dans {path}. Nommez avec --keys le dossier "
    "qui la contient\u202f; rien n’a été écrit.",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 printed, now as before; 1 refused."""
    options = _options(usage, rest)
    folder = options.keys or default_folder("keys")
    with explained(console), kept_private(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        request = Request(checked_ref(options.ref, console), by, identifier, at, clock)
        with snapshot(usage.root) as seen:
            given = entitled(seen, request, schemas())
        if not isinstance(given, Entitled):
            if not given:
                raise console.misused(_NO_BOARD)
            return refused(given, board, options.format, console)
        path = keys_file(folder, request.ref)
        if _is_elsewhere(kept(folder, request.ref, by), given):
            raise console.misused(_ELSEWHERE, path=visible(str(path)))
        mine = provide(folder, request.ref, by, pair=given.pair, draw=options.draw)
    public = (mine.recipient if given.pair else "", mine.commitment(options.draw), options.draw)
    lines = [_KEPT[console.language].format(path=visible(str(path)))]
    lines += [_LOST[console.language]] if given.pair else []
    lines += key_lines(request.ref, by, *public, console.language)
    if options.draw == 1 and not given.posted:
        lines += option_lines(request.ref, by, *public[:2], console.language)
    return told((), {**key_member(by, *public), "kept": str(path)}, lines, board, options.format, console)


def _is_elsewhere(found: Kept | None, given: Entitled) -> bool:
    """Whether main names something of theirs that is not in the folder: a new one would open nothing."""
    recipient, commitment = (found.recipient, found.commitment(1)) if found else ("", "")
    return (given.recipient not in ("", recipient)) or (given.commitment not in ("", commitment))


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    add_keys(parser, language)
    parser.add_argument("--draw", metavar="N", type=int, choices=range(1, 10), default=1, help=_DRAW[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    return parser.parse_args(rest)
