"""`board receive`: say that something arrived, and when."""

from collections.abc import Sequence

from board.cli import receive_github
from board.cli.console import Console
from board.cli.options import Usage


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 received, now or before."""
    # One way in so far; each has its own options, which is why the first word decides.
    return receive_github.run(usage, rest, console)
