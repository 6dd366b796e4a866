"""The texts of an opportunity that stand in both languages, and what of them is neither code nor address."""

import re
from collections.abc import Iterator
from functools import lru_cache

from board.core.document import pointer_to
from board.core.text import Bilingual
from board.model.opportunity import Opportunity

_RARE = ("commodity", "regions_of_delivery", "eligibility", "amendments")

_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
# Each of these stops at its own beginning, so that no text takes more than one pass.
_CODE = re.compile(r"``[^`]+``|`[^`]+`")


# Every rule that reads texts asks for those of the same request, one rule after the other.
@lru_cache(maxsize=1)
def texts_of(opportunity: Opportunity) -> tuple[tuple[str, Bilingual], ...]:
    """JSON pointer and text of everything that *opportunity* says in both languages."""
    return tuple(_texts_of(opportunity))


@lru_cache(maxsize=1)
def whole_text(opportunity: Opportunity) -> str:
    """All that `texts_of` gives, in both languages, as one text with a line break between.

    For a first look: what stands nowhere in it need not be looked for in each of twelve texts.
    """
    return "\n".join([f"{text.en}\n{text.fr}" for _, text in texts_of(opportunity)])


def field_of(pointer: str) -> str:
    """A JSON pointer as people name a field: ``deliverables.0.description.en``."""
    return pointer.removeprefix("/").replace("/", ".")


def prose(markdown: str) -> str:
    """*markdown* with a space in place of each code block and each code span."""
    return _CODE.sub(" ", _FENCED.sub("\n\n", markdown)) if "`" in markdown or "~~~" in markdown else markdown


def _texts_of(opportunity: Opportunity) -> Iterator[tuple[str, Bilingual]]:
    yield "/title", opportunity.title
    yield "/summary", opportunity.summary
    yield "/description", opportunity.description
    for index, item in enumerate(opportunity.deliverables):
        yield f"/deliverables/{index}/description", item.text
    for index, item in enumerate(opportunity.acceptance_criteria):
        yield f"/acceptance_criteria/{index}/text", item.text
    for index, item in enumerate(opportunity.evaluation_criteria):
        yield f"/evaluation_criteria/{index}/text", item.text
    # What few requests have is not built for all of them: a rule that reads texts reads ten thousand times as many.
    for key in _RARE:
        if key in opportunity.fields:
            yield from _rare(opportunity.fields[key], f"/{key}")


def _rare(value: object, pointer: str) -> Iterator[tuple[str, Bilingual]]:
    if isinstance(value, dict):
        if value.keys() == {"en", "fr"}:
            yield pointer, Bilingual(value["en"], value["fr"])
        else:
            for key, child in value.items():
                yield from _rare(child, pointer + pointer_to(key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _rare(child, pointer + pointer_to(index))
