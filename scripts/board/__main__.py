"""The command `board`."""

import sys

from board.adapters.collector import collect_seldom
from board.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    collect_seldom()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
