"""The terms of a contract: one version is two texts and the declarations that a bid makes."""

from dataclasses import dataclass

from board.core.text import Bilingual
from board.model.scalar import Fields, bilingual


@dataclass(frozen=True, slots=True)
class Declaration:
    """One thing that a bidder declares.

    Attributes:
        id: Slug.
        source: Where it is asked.
        text: What is declared.
    """

    id: str
    source: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the terms; it never changes once an opportunity names it.

    Attributes:
        version: Its folder.
        text: Markdown.
        declarations: What comes with it.
    """

    version: str
    text: Bilingual
    declarations: tuple[Declaration, ...]


def declarations(fields: Fields) -> tuple[Declaration, ...]:
    """What a valid `declarations.yml` holds."""
    return tuple(Declaration(row["id"], row["source"], bilingual(row["text"])) for row in fields["declarations"])
