"""The name above a page: that of the government or body, where the board has one; nothing is named twice."""

from dataclasses import replace

from tests.boards import settings, specimen_board
from tests.render.outcomes import in_language

from board.core.text import LANGUAGES, Bilingual
from board.model.board import Signature
from board.render.doors import front_door, lost_door
from board.render.edition import Edition
from board.render.guides import guides

GOVERNMENT = Signature(Bilingual("Government", "Gouvernement"), "https://example.invalid")
NAME = "Micro-procurement board (specimen)"


def signed() -> Edition:
    """The specimen under the name of a government."""
    made = in_language("en")
    return replace(made, site=replace(made.site, settings=replace(made.site.settings, signature=GOVERNMENT)))


def test_a_board_that_stands_for_itself_is_named_once() -> None:
    """The title of the first page is its name, and no header says it again."""
    assert front_door(in_language("en")).partition("<body>")[2].count(NAME) == 1
    assert "Government" in front_door(signed()).partition("<h1>")[0]


def test_a_lost_page_says_whose_it_is() -> None:
    """Its title is that nothing is there, so the name stands above it."""
    assert NAME in lost_door(in_language("en"), "").partition("<h1>")[0]
    assert "Government" in lost_door(signed(), "").partition("<h1>")[0]


def test_the_shell_has_a_name_above_only_where_there_is_one() -> None:
    """In both languages, each with its own name first."""
    board = settings(specimen_board())
    labels = in_language("en").site.labels
    pages = {key.removeprefix("pages."): "" for key in labels if key.startswith("pages.")}
    for language, own, other in zip(
        LANGUAGES, ("Government", "Gouvernement"), ("Gouvernement", "Government"), strict=True
    ):
        for made, names in ((board, ("", "")), (replace(board, signature=GOVERNMENT), (own, other))):
            extra = guides(made, labels, language, pages).config["extra"]
            assert isinstance(extra, dict)
            assert (extra["board"]["signature"], extra["board"]["other_signature"]) == names
