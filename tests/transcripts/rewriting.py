"""A page with a transcript, played anew and written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.transcripts.masks import comparable, marks
from tests.transcripts.page import Step, commands, rewritten
from tests.transcripts.playing import play

from board.core.text import Language


def played_anew(path: Path, language: Language) -> tuple[str, bool]:
    """What became of a page, and whether all of it was played.

    Where a play breaks off, what was played till then is written, and shows why. A block stays as it is where the
    program no longer asks something that was typed in it, lest it be lost; and so does a page that differs from its
    play in ids, digests and keys alone.
    """
    text, played, problems = path.read_text("utf-8"), list[tuple[Step, Sequence[str]]](), list[str]()
    with TemporaryDirectory() as folder:
        try:
            for step, inside in play(text, Path(folder), language, path.stem):
                lost = next(_lost(step, inside), "")
                problems += [f"nobody asks any more for {lost}"] if lost else []
                played.append((step, step.lines if lost else inside))
        except OSError as error:
            problems.append(f"broke off after {len(played)} steps: {error}")
    if all(comparable(step, inside) == comparable(step, step.lines) for step, inside in played):
        said = "as before"
    else:
        path.write_text(rewritten(text, played), "utf-8")
        said = "written"
    return "; ".join([said, *problems]), not problems


def _lost(step: Step, inside: Sequence[str]) -> Iterator[str]:
    """What was typed on the page and not in the play."""
    if step.path:
        left = marks(inside)
        for mark in marks(step.lines):
            if mark in left:
                left.remove(mark)
            else:
                yield " ".join(mark)
        return
    for before, after in zip(commands(step), commands(replace(step, lines=inside)), strict=True):
        typed = set(chain.from_iterable(after.answers.values()))
        yield from (one for one in chain.from_iterable(before.answers.values()) if one and one not in typed)
