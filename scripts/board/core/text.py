"""A sentence in both official languages."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]

LANGUAGES: tuple[Language, Language] = ("en", "fr")


class PlaceholdersDifferError(ValueError):
    """The two languages of a text do not name the same placeholders."""


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, or one text, in English and in French; ``{name}`` stands for a fact.

    Attributes:
        en: The English text.
        fr: The French text, of equal authority.

    Raises:
        PlaceholdersDifferError: The placeholders of the two languages differ.
    """

    en: str
    fr: str

    def __post_init__(self) -> None:
        if set(placeholders(self.en)) != set(placeholders(self.fr)):
            raise PlaceholdersDifferError(f"{self.en!r} and {self.fr!r} name different placeholders")

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.fr

    @property
    def names(self) -> frozenset[str]:
        """The names of the placeholders."""
        return frozenset(placeholders(self.en))


def placeholders(template: str) -> Iterator[str]:
    """The names in braces of *template*, in order."""
    for _, name, _, _ in string.Formatter().parse(template):
        if name:
            yield name


@dataclass(frozen=True, slots=True)
class Bilingual:
    """What somebody wrote in both languages; unlike a `Text` it holds no placeholders, and braces mean nothing.

    Attributes:
        en: The English text.
        fr: The French text.
    """

    en: str
    fr: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.fr
