"""The command `board`."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # What is loaded stays: to look through it for garbage, at the start and at the end, is a sixth of a short command.
    gc.disable()
    from board.cli.main import run

    sys.exit(run(sys.argv[1:], loaded=_look_only_at_what_comes))


def _look_only_at_what_comes() -> None:
    gc.freeze()
    gc.enable()


if __name__ == "__main__":
    main()
