"""The texts of an opportunity that stand in both languages, and what of them is neither code nor address."""

import re
from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.text import Bilingual
from board.model.scalar import Fields

_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
# Each of these stops at its own beginning, so that no text takes more than one pass.
_CODE = re.compile(r"``[^`]+``|`[^`]+`")


def texts_of(fields: Fields) -> Iterator[tuple[str, Bilingual]]:
    """JSON pointer and text of everything in *fields* that is written in both languages, in the order of the file."""
    return _texts(fields, "")


def field_of(pointer: str) -> str:
    """A JSON pointer as people name a field: ``deliverables.0.description.en``."""
    return pointer.removeprefix("/").replace("/", ".")


def prose(markdown: str) -> str:
    """*markdown* with a space in place of each code block and each code span."""
    return _CODE.sub(" ", _FENCED.sub("\n\n", markdown)) if "`" in markdown or "~~~" in markdown else markdown


def _texts(value: object, pointer: str) -> Iterator[tuple[str, Bilingual]]:
    if isinstance(value, dict):
        if value.keys() == {"en", "fr"}:
            yield pointer, Bilingual(value["en"], value["fr"])
        else:
            for key, child in value.items():
                if not isinstance(child, str):
                    yield from _texts(child, pointer + pointer_to(key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, pointer + pointer_to(index))
