"""What MkDocs is given to build for one language: authored pages, a page for each shell, the words around them."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.render.doors import signature, trial_line
from board.render.edition import OTHER, TAG
from board.render.page import problem
from board.render.shell import SHELLS
from board.render.words import Words


@dataclass(frozen=True, slots=True)
class Guides:
    """One run of MkDocs.

    Attributes:
        config: Settings beside those of `mkdocs.yml`.
        documents: Path below the folder of texts to Markdown.
    """

    config: Mapping[str, object]
    documents: Mapping[str, str]


class UnnamedPageError(Exception):
    """An authored page has no name in the labels, or a name has no page.

    Attributes:
        pages: Which.
    """

    def __init__(self, pages: frozenset[str]) -> None:
        super().__init__(f"the section “pages” of labels.yml and the authored pages differ: {', '.join(sorted(pages))}")
        self.pages = pages


def guides(settings: BoardSettings, labels: Mapping[str, Text], language: Language, pages: Mapping[str, str]) -> Guides:
    """What MkDocs needs.

    Args:
        settings: Of the board.
        labels: Section and name to text.
        language: In which it builds.
        pages: Path without ending, such as ``guide/owners``, to the Markdown that we wrote.

    Raises:
        UnnamedPageError: Pages and labels differ.
    """
    words = Words(language, labels)
    names = words.section("pages")
    if names.keys() != pages.keys():
        raise UnnamedPageError(frozenset(names.keys() ^ pages.keys()))
    shells = {f"{path}.md": f"---\nshell: {kind}\ntitle: {kind}\n---\n" for kind, path in SHELLS.items()}
    config = {
        "site_name": settings.name[language],
        "theme": {"language": language},
        "nav": [{name: f"{path}.md"} for path, name in names.items()],
        "extra": {"words": {"shell": words.section("shell"), "pages": names}, "board": _board(settings, language)},
    }
    return Guides(config, {f"{path}.md": text for path, text in pages.items()} | shells)


def _board(settings: BoardSettings, language: Language) -> Mapping[str, object]:
    other = OTHER[language]
    names = signature(settings)
    return {
        "name": settings.name[language],
        "language": language,
        "tag": TAG[language],
        "other": other,
        "other_tag": TAG[other],
        "signature": (names.en if language == "en" else names.fr) if names else "",
        "other_signature": (names.fr if language == "en" else names.en) if names else "",
        "signature_url": settings.signature.url if settings.signature else "",
        "trial": list(trial_line(language)) if settings.mode == "trial" else [],
        "contact": settings.contact,
        "problem": problem(settings),
    }
