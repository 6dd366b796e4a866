"""`board rank`: how the bids stand by the published method, and why."""

import argparse
from collections.abc import Sequence

from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, Changes, board_at, checked_ref, explained, refused, told
from board.cli.close import openings
from board.cli.console import Console
from board.cli.folders import add_beacon, dossier_of
from board.cli.options import Usage, add_now, parser_of
from board.cli.private import add_folder
from board.cli.setting import clock, schemas, zone_of
from board.core.text import Text
from board.jobs import rank
from board.jobs.received import branches
from board.model.snapshot import MAIN
from board.render.standings import ranking_lines, ranking_member

_REF = Text("opportunity, as a whole", "occasion, au complet")


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 told; 1 where nothing can be told."""
    options = _options(usage, rest)
    at = clock(options.now)
    with explained(console):
        board, ref = board_at(usage.root), checked_ref(options.ref, console)
        folder = dossier_of(options.folder, console)
        with snapshot(usage.root) as seen:
            sources = tuple(branches(seen, ref))
            changed = Changes(usage.root, seen.refs.get(MAIN, ""), sources, at)
            request = rank.Request(ref, at, folder, options.beacon, sources, openings(usage.root, seen))
            answer = rank.explain(seen, request, schemas(), changed)
    if answer.ranking is None:
        return refused(answer.findings, board, options.format, console)
    lines = ranking_lines(ref, answer.ranking, console.language, zone_of(board), draw=answer.draw, closed=answer.closed)
    members = {"ranking": ranking_member(answer.ranking, draw=answer.draw, closed=answer.closed)}
    return told((), members, list(lines), board, options.format, console)


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_folder(parser, language)
    add_beacon(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    return parser.parse_args(rest)
