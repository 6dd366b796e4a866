"""Which texts without quotes are text to every reader."""

from typing import Any, cast

import pytest
import yaml

from board.core.plain import NUMERIC, WORDS, is_key, is_read_otherwise

OTHERWISE = [
    "y",
    "No",
    "ON",
    "off",
    "~",
    "null",
    "True",
    "=",
    "<<",
    "0x1F",
    "010",
    "1_000",
    "12:30",
    "1e3",
    ".inf",
]


@pytest.mark.parametrize("text", ["", *OTHERWISE])
def test_knows_what_is_read_otherwise(text: str) -> None:
    """To some reader these are no text, neither as a value nor as a key."""
    assert is_read_otherwise(text)
    assert not is_key(text)


@pytest.mark.parametrize("text", ["250", "-5.00", "0.10", "2026-09-25", "2026-09-15T14:00:00-04:00", "2026-9-5"])
def test_a_number_or_a_day_is_a_value_and_no_key(text: str) -> None:
    """Its text is what everybody shows; as a key it would be another key to some."""
    assert not is_read_otherwise(text)
    assert not is_key(text)


@pytest.mark.parametrize("text", [f"{word}x" for word in OTHERWISE if word not in ("12:30", "0x1F")])
def test_a_letter_more_makes_it_text(text: str) -> None:
    """The near twins."""
    assert not is_read_otherwise(text)
    assert is_key(text)


def test_every_guess_of_another_reader_is_found() -> None:
    """Whatever PyYAML takes for a number, a truth value or nothing is refused, a decimal number, or a day."""
    letters = "0159-+._:eExXobnyNTfal~"
    texts = {a + b + c + d for a in letters for b in letters for c in letters for d in ("", "1", "o", "0")}
    resolve = cast("Any", yaml.resolver.Resolver)().resolve
    guessed = {text for text in texts if resolve(yaml.ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str"}

    missed = {text for text in guessed if not is_read_otherwise(text) and is_key(text)}

    assert len(guessed) > 500
    assert missed == set()


def test_the_first_look_lets_nothing_through() -> None:
    """What is read otherwise is one of the words, or begins with one of these characters."""
    assert all(is_read_otherwise(word) for word in WORDS)
    assert all(text[0] in NUMERIC for text in OTHERWISE if text not in WORDS)
