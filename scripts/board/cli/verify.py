"""`board verify`: prove every award from history, offline."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, explained, told
from board.cli.console import Console
from board.cli.options import Usage, parser_of
from board.cli.setting import board_of, no_board, schemas, zone_of
from board.core.finding import refuses
from board.core.text import Language
from board.jobs.check_tree import BOARD_PATH
from board.jobs.verify import Verification, verify
from board.model.procurement import Board
from board.model.snapshot import Snapshot
from board.render.draw_words import trust_lines
from board.render.outcome import entered_line, proven_line, proven_member, tally


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 everything holds as far as this clone tells, 1 something does not."""
    options = _options(usage, rest)
    with explained(console), snapshot(usage.root) as seen:
        found = proved(seen, usage.root, console)
    board = found.board or board_of({})
    lines = list(lines_of(found, board, console.language))
    return told(found.findings, members_of(found), lines, board, options.format, console)


def proved(seen: Snapshot, root: Path, console: Console) -> Verification:
    """What a proof of the repository comes to.

    Raises:
        InUseError: It holds no board.
    """
    found = verify(seen, schemas())
    if not found.findings and (found.board is None or BOARD_PATH not in found.board.documents):
        raise no_board(root, console)
    return found


def lines_of(found: Verification, board: Board, language: Language) -> Iterator[str]:
    """A line for each award, and what it came to."""
    for proven in found.awards:
        yield proven_line(proven.award, proven.listed, proven.seen, proven.merge.by, language, zone_of(board))
        for line in proven.entered_late:
            yield f"    {entered_line(line, language, zone_of(board))}"
        if proven.trust:
            yield from (f"    {line}" for line in trust_lines(proven.trust, language))
    if found.board is None and found.findings:
        return  # nothing was counted
    refused = sum(any(map(refuses, proven.findings)) for proven in found.awards)
    yield tally(len(found.awards), refused, found.specimens, language)


def members_of(found: Verification) -> dict[str, object]:
    """What a program reads beside the findings."""
    return {
        "awards": [
            proven_member(proven.award, proven.listed, proven.seen, proven.merge.by, any(map(refuses, proven.findings)))
            for proven in found.awards
        ],
        "specimens": found.specimens,
    }


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser = parser_of(usage)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[usage.language])
    return parser.parse_args(rest)
