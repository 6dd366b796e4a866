"""The command `board`."""

import sys

from board.adapters.collector import collect_later, collect_what_comes


def main() -> None:
    """Run the command line and leave with its exit code."""
    collect_later()
    from board.cli.main import run

    sys.exit(run(sys.argv[1:], loaded=collect_what_comes))


if __name__ == "__main__":
    main()
