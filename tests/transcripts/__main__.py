"""The pages with transcripts, played anew: `make transcripts`, or `python -m tests.transcripts NAME…` for some of them.

Commands, answers and marks are taken from the page, and what the program says is written below them.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context

from tests.transcripts.pages import PAGES, path_of
from tests.transcripts.rewriting import played_anew

from board.core.text import LANGUAGES


def main(names: Sequence[str]) -> int:
    """Play each page in both languages, and write it; the exit code is 1 where one could not be played to its end."""
    pages = list(product(names or PAGES, LANGUAGES))
    # A play changes its folder and its environment, so it runs in a process of its own.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        results = pool.map(played_anew, [path_of(*page) for page in pages], [language for _, language in pages])
        whole = []
        for (name, language), (said, to_its_end) in zip(pages, results, strict=True):
            print(f"{language} {name}: {said}", flush=True)
            whole.append(to_its_end)
    return int(not all(whole))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
