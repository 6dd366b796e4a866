"""A page with a transcript, played anew and written."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.transcripts.masks import comparable
from tests.transcripts.page import Step, rewritten
from tests.transcripts.playing import play

from board.core.text import Language


def played_anew(path: Path, language: Language) -> tuple[str, bool]:
    """What became of a page, and whether it was played to its end.

    Where a play breaks off, what was played till then is written, and shows why. A page that differs from its play in
    ids, digests and keys alone is left with its own.
    """
    text, played, broken = path.read_text("utf-8"), list[tuple[Step, Sequence[str]]](), ""
    with TemporaryDirectory() as folder:
        try:
            for one in play(text, Path(folder), language, path.stem):
                played.append(one)
        except OSError as error:
            broken = f"broke off after {len(played)} steps: {error}"
    if all(comparable(step, inside) == comparable(step, step.lines) for step, inside in played):
        return broken or "as before", not broken
    path.write_text(rewritten(text, played), "utf-8")
    return broken or "written", not broken
