"""Words are counted as people count them."""

import pytest

from board.state.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("One two  three\nfour", 4),
        ("La cause\u00a0: l’erreur", 3),
        ("«\u00a0Oui\u00a0»\u202f!", 1),
        ("- a bullet", 2),
        ("time-zone", 1),
        ("before — after", 2),
        ("before—after", 2),
        ("https://example.invalid/a/b?c=d", 1),
        ("1 950,00 $", 2),
        ("ᓄᓇᕗᑦ ᐃᓄᒃᑎᑐᑦ", 2),
        ("🍁 maple", 1),
    ],
)
def test_counts(text: str, words: int) -> None:
    """A mark, a bullet or an emoji alone is no word; a dash without spaces joins none."""
    assert count_words(text) == words
