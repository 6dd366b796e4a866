"""What is typed at a terminal becomes what a file takes, or is asked for again."""

import pytest

from board.core.text import Text
from board.jobs.answers import written
from board.render.forms import Form, Question


def question(form: Form, choices: tuple[str, ...] = (), most: int = 0) -> Question:
    """A question of one form."""
    return Question("field", form, Text("What?", "Quoi?"), {}, choices=choices, most=most)


@pytest.mark.parametrize(
    ("form", "typed", "answer"),
    [
        ("money", "1950", "1950.00"),
        ("money", "1950.5", "1950.50"),
        ("money", "$1,950.00", "1950.00"),
        ("money", "1,950", "1950.00"),
        ("money", "1\u00a0950,00\u00a0$", "1950.00"),
        ("money", "1 950,5", "1950.50"),
        ("money", "0", "0.00"),
        ("day", " 2026-09-25 ", "2026-09-25"),
        ("yes", "Y", "true"),
        ("yes", "oui", "true"),
        ("yes", "true", "true"),
        ("yes", "n", "false"),
        ("yes", "Non", "false"),
        ("login", "@Maple-Works", "maple-works"),
        ("login", "m" * 39, "m" * 39),
        ("url", "https://example.invalid/x", "https://example.invalid/x"),
        ("commit", f" {'3F' * 20}\n", "3f" * 20),
        ("commit", "3f" * 32, "3f" * 32),
        ("text", " Maple “Works” ", "Maple “Works”"),
        ("both", "L’été ᓄᓇᕗᑦ 🍁", "L’été ᓄᓇᕗᑦ 🍁"),
    ],
)
def test_takes(form: Form, typed: str, answer: str) -> None:
    """Amounts as English and French write them, days, yes in both languages, logins as they are quoted."""
    assert written(question(form), typed) == answer


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("money", "1950.123"),
        ("money", "about 1950"),
        ("money", "-5"),
        ("money", "1,95,0"),
        ("money", "1e3"),
        ("money", "١٢٣"),
        ("day", "2026-02-30"),
        ("day", "20260925"),
        ("day", "2026-W39-5"),
        ("day", "tomorrow"),
        ("yes", "maybe"),
        ("login", "maple_works"),
        ("login", "../root"),
        ("login", "m" * 40),
        ("url", "http://example.invalid/"),
        ("url", "https://exa mple.invalid/"),
        ("commit", "3f8a1c0"),
        ("commit", "3g" * 20),
        ("commit", "main"),
        ("text", "a\x1b[31mb"),
        ("text", "a\u202eb"),
        ("text", "a\u2028b"),
    ],
)
def test_refuses(form: Form, typed: str) -> None:
    """What no file could take, or would mean something else, is no answer."""
    assert written(question(form), typed) is None


def test_a_word_of_a_few() -> None:
    """Any case is taken and the word of the list is written; another word is not."""
    places = question("choice", ("ON", "QC"))

    assert written(places, "qc") == "QC"
    assert written(places, "PQ") is None


def test_a_limit_of_characters() -> None:
    """As long as the limit, and one more."""
    short = question("both", most=5)

    assert written(short, "abcde") == "abcde"
    assert written(short, "abcdef") is None
