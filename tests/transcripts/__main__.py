"""The pages with transcripts, played anew: `make transcripts`, or `python -m tests.transcripts NAME…` for some of them.

Commands, answers and marks are taken from the page, and what the program says is written below them.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.transcripts.page import rewritten
from tests.transcripts.pages import PAGES, path_of
from tests.transcripts.playing import play

from board.core.text import LANGUAGES


def main(names: Sequence[str]) -> int:
    """Play each page in both languages, and write it; the exit code is 0."""
    for name in names or PAGES:
        for language in LANGUAGES:
            path = path_of(name, language)
            text = path.read_text("utf-8")
            with TemporaryDirectory() as folder:
                after = rewritten(text, list(play(text, Path(folder), language, name)))
            path.write_text(after, "utf-8")
            print(f"{path.relative_to(Path.cwd())}: {'as before' if after == text else 'written'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
