"""From the words of a command line to an exit code; the only place that turns our failures into one."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from board.cli.commands import COMMANDS
from board.cli.console import Console, InUseError
from board.cli.options import Usage, early_language, speak, top_parser
from board.core.text import Text

_FAILED = Text(
    "board failed, and nothing was judged: {problem}", "board a échoué, et rien n’a été jugé\u00a0: {problem}"
)
_STOPPED = Text("Stopped.", "Arrêté.")

FAILED = 2


def run(arguments: Sequence[str], *, loaded: Callable[[], None] = lambda: None) -> int:
    """The exit code: 0 done, 1 errors found, 2 wrong usage or our own failure.

    Args:
        arguments: The words of the command line.
        loaded: Called when every module that the command begins with is there.
    """
    language = early_language(arguments, os.environ)
    speak(language)
    console = Console(language)
    try:
        options = top_parser().parse_args(arguments)
        command = import_module(f"board.cli.{COMMANDS[options.command].module}")
        loaded()
        code: int = command.run(Usage(options.root, language, options.command), options.rest, console)
    except InUseError as problem:
        console.complain(str(problem))
        return FAILED
    except KeyboardInterrupt:
        console.complain(_STOPPED[language])
        return FAILED
    except BrokenPipeError:
        # The reader has gone; the interpreter would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as problem:
        if os.environ.get("BOARD_TRACEBACK"):
            raise
        console.complain(_FAILED[language].format(problem=f"{type(problem).__name__}: {problem}"))
        return FAILED
    else:
        return code
