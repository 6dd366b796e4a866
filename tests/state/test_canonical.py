"""YAML as the board writes it."""

from decimal import Decimal

import pytest

from board.core.yaml import load
from board.state.canonical import Node, money, write

FIELDS: dict[str, Node] = {
    "schema": 1,
    "text": 'a "quoted" one: # [x]',
    "yes": True,
    "no": False,
    "rate": Decimal("9.975"),
    "empty": [],
    "words": ["a", "b"],
    "inside": {"deep": {"er": "x"}},
    "rows": [{"id": "one", "more": {"en": "x"}}, {"id": "two", "list": ["y"]}],
}

WRITTEN = """\
schema: 1
text: "a \\"quoted\\" one: # [x]"
yes: true
no: false
rate: 9.975
empty: []
words: ["a", "b"]
inside:
  deep:
    er: "x"
rows:
  - id: "one"
    more:
      en: "x"
  - id: "two"
    list: ["y"]
"""


def test_writes_one_text_for_one_value() -> None:
    """Text in double quotes, the rest plain, lists of mappings one entry after the other."""
    assert write(FIELDS).decode() == WRITTEN


def test_a_schema_stands_in_the_first_line() -> None:
    """Where editors look for it."""
    first = write(FIELDS, "https://example.invalid/s.json").decode().splitlines()[0]

    assert first == "# yaml-language-server: $schema=https://example.invalid/s.json"


@pytest.mark.parametrize("text", ["", "no", "010", "12:30", "\\", "é ☂ ᐃᓄᒃ", "two\nlines", "tab\there", "{x}", "- a"])
def test_the_loader_reads_back_what_stands_there(text: str) -> None:
    """Whatever a text looks like, it is read as that text."""
    document = load("x.yml", write({"text": text}))

    assert document.faults == ()
    assert document.value == {"text": text}


def test_money_has_two_places() -> None:
    """However the amount was computed."""
    assert [money(Decimal(text)) for text in ("5", "5.1", "5.10")] == ["5.00", "5.10", "5.10"]
