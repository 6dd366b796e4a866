"""Strict loading: each refusal, where it is placed, and its nearest twin that is accepted."""

import pytest

from board.core.document import WHOLE_FILE, Mark, Value
from board.core.yaml import DEPTH, LIMIT, load


def loaded(data: bytes | str) -> "Value | None":
    """The value of a file in which nothing is wrong."""
    document = load("a.yml", data if isinstance(data, bytes) else data.encode())
    assert document.faults == ()
    return document.value


@pytest.mark.parametrize(
    ("refused", "kind", "line", "column", "accepted", "value"),
    [
        ("a: &x b", "anchor", 1, 4, 'a: "&x b"', {"a": "&x b"}),
        ("&x a: b", "anchor", 1, 1, "a&x: b", {"a&x": "b"}),
        ("a: &x [b]", "anchor", 1, 4, "a: [b&x]", {"a": ["b&x"]}),
        ("a: & b", "anchor", 1, 4, "a: b & c", {"a": "b & c"}),
        ("a: 1\nb: *a", "alias", 2, 4, "a: 1\nb: '*a'", {"a": "1", "b": "*a"}),
        ("*a : b", "alias", 1, 1, "'*a' : b", {"*a": "b"}),
        ("a: *important* point", "alias", 1, 4, "a: an *important* point", {"a": "an *important* point"}),
        ("a: {<<: b}", "merge-key", 1, 5, 'a: {"<<": b}', {"a": {"<<": "b"}}),
        ("a: !!str b", "tag", 1, 4, "a: b!!str", {"a": "b!!str"}),
        ("a: !!python/object:os.system {}", "tag", 1, 4, "a: {}", {"a": {}}),
        ("a: !!set [b]", "tag", 1, 4, "a: [b]", {"a": ["b"]}),
        ("a: ! b", "tag", 1, 4, "a: b !", {"a": "b !"}),
        ('a: ! "b"', "tag", 1, 4, 'a: "! b"', {"a": "! b"}),
        ("a: !<tag:x,2026:y> b", "tag", 1, 4, "a: <tag> b", {"a": "<tag> b"}),
        ("a: !x!y b", "tag", 1, 4, "a: x!y b", {"a": "x!y b"}),
        ("%YAML 1.2\n---\na: b", "directive", 1, 1, "# %YAML 1.2\n---\na: b", {"a": "b"}),
        ("%TAG ! tag:x,2026:\n---\na: b", "directive", 1, 1, "---\na: b", {"a": "b"}),
        ("%YAML 9.9\n---\na: b", "directive", 1, 1, "a: '%YAML 9.9'", {"a": "%YAML 9.9"}),
        ("%BOARD\n---\na: b", "directive", 1, 1, "a: 9 %", {"a": "9 %"}),
        ("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1, "a: 1\nb: {a: 3}", {"a": "1", "b": {"a": "3"}}),
        ('a: 1\n"a": 2', "duplicate-key", 2, 1, 'a: 1\n"A": 2', {"a": "1", "A": "2"}),
        ("no: b", "key-not-text", 1, 1, '"no": b', {"no": "b"}),
        ("a: {1: b}", "key-not-text", 1, 5, 'a: {"1": b}', {"a": {"1": "b"}}),
        ("2026-09-25: b", "key-not-text", 1, 1, "'2026-09-25': b", {"2026-09-25": "b"}),
        ("true: b", "key-not-text", 1, 1, "true1: b", {"true1": "b"}),
        ("? [a]\n: b", "key-not-text", 1, 3, "? a\n: b", {"a": "b"}),
        ("{a: b}: c", "key-not-text", 1, 1, "{a: {b: c}}", {"a": {"b": "c"}}),
        ("?\n: b", "key-not-text", 1, 2, '? ""\n: b', {"": "b"}),
        ("a: b\n---\nc: d", "second-document", 2, 1, "---\na: b", {"a": "b"}),
        ("a: b\n...\nc: d", "second-document", 3, 1, "a: b\n...\n", {"a": "b"}),
        ("a: b\n...\n---\nc: d", "second-document", 3, 1, "a: b\n...\n# the end", {"a": "b"}),
        ("[" * 9 + "]" * 9, "too-deep", 1, 9, "[" * 8 + "]" * 8, [[[[[[[[]]]]]]]]),
        ("- " * 9 + "a", "too-deep", 1, 17, "- " * 8 + "a", [[[[[[[["a"]]]]]]]]),
        ("a:", "missing-value", 1, 3, 'a: ""', {"a": ""}),
        ("a:\n  -\n  - b", "missing-value", 2, 4, "a:\n  - b", {"a": ["b"]}),
        ("a:\n\tb: c", "tab", 2, 1, "a:\n  b:\tc", {"a": {"b": "c"}}),
        ("\ta: b", "tab", 1, 1, "a: b\t", {"a": "b"}),
        ("a: |\n\tb", "tab", 2, 1, "a: |\n  b\tc", {"a": "b\tc"}),
        ("a: b: c", "unquoted-colon", 1, 5, "a: b:c", {"a": "b:c"}),
        ("a: En bref\u00a0: oui", "unquoted-colon", 1, 12, 'a: "En bref\u00a0: oui"', {"a": "En bref\u00a0: oui"}),
        ("a: @b", "reserved-character", 1, 4, "a: b@c", {"a": "b@c"}),
        ("a: `b`", "reserved-character", 1, 4, "a: b`c`", {"a": "b`c`"}),
        ("a: %b", "reserved-character", 1, 4, "a: b%", {"a": "b%"}),
        ("a: - b", "reserved-character", 1, 4, "a: -b", {"a": "-b"}),
        ("a: ]", "reserved-character", 1, 4, "a: b]", {"a": "b]"}),
        ('a: b\nc: "d', "unclosed", 2, 4, 'a: b\nc: d"', {"a": "b", "c": 'd"'}),
        ("a: 'l'heure", "misplaced-line", 1, 7, "a: 'l''heure'", {"a": "l'heure"}),
        ("a: [b", "unclosed", 1, 4, "a: [b]", {"a": ["b"]}),
        ("a: {b: c", "unclosed", 1, 4, "a: {b: c}", {"a": {"b": "c"}}),
        ("a: [", "unclosed", 1, 4, "a: []", {"a": []}),
        ("a: [[b],\n", "unclosed", 1, 4, "a: [[b],]\n", {"a": [["b"]]}),
        ("a: {b: c,\n", "unclosed", 1, 4, "a: {b: c,}\n", {"a": {"b": "c"}}),
        (r'a: "\d"', "unknown-escape", 1, 5, r"a: '\d'", {"a": r"\d"}),
        (r'a: "\ud800"', "unknown-escape", 1, 7, r'a: "\u00e9"', {"a": "é"}),
        (r'a: "\U00110000"', "unknown-escape", 1, 7, r'a: "\U0001F600"', {"a": "😀"}),
        ("a:\n  b: 1\n c: 2", "misplaced-line", 3, 2, "a:\n  b: 1\n  c: 2", {"a": {"b": "1", "c": "2"}}),
        ("- a\nb: c", "misplaced-line", 2, 1, "- a\n- b: c", ["a", {"b": "c"}]),
        ("a: b\nc\nd: e", "misplaced-line", 3, 1, "a: b\n  c\nd: e", {"a": "b c", "d": "e"}),
    ],
)
def test_refuses_and_accepts_its_twin(
    refused: str, kind: str, line: int, column: int, accepted: str, value: Value
) -> None:
    """What is refused is placed to the character, and what nearly is the same is text."""
    document = load("a.yml", refused.encode())

    assert document.value is None
    assert document.marks == 0
    assert [(fault.kind, fault.pointer, fault.mark) for fault in document.faults] == [(kind, "", Mark(line, column))]
    assert loaded(accepted) == value


@pytest.mark.parametrize(
    "plain",
    [
        *("y", "Y", "n", "N", "yes", "Yes", "YES", "yEs", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"),
        *("~", "null", "Null", "NULL", "True", "TRUE", "False", "FALSE", "=", "<<"),
        *("010", "00", "0x1F", "0X1f", "-0x1F", "0o7", "0b1", "0b1_0", "1_000", "+5", "08"),
        *("1e3", "1E3", "1.5e-3", "12e45", "5.", ".5", "-.5", "1_0.5"),
        *("12:30", "1:30:00", "190:20:30.15", "-1:30", ".inf", "-.INF", "+.Inf", ".nan", ".NaN"),
    ],
)
def test_refuses_what_another_reader_takes_otherwise(plain: str) -> None:
    """To some reader these are true, nothing or a number; in quotes they are text to everybody."""
    document = load("a.yml", f"a: {plain}".encode())

    assert [(fault.kind, fault.mark, fault.facts) for fault in document.faults] == [
        ("unquoted-value", Mark(1, 4), {"found": plain})
    ]
    assert loaded(f'a: "{plain}"') == {"a": plain}
    assert loaded(f"a: '{plain}'") == {"a": plain}


@pytest.mark.parametrize(
    "plain",
    [
        *("0", "7", "250", "-5", "2400.00", "0.10", "9.975", "-5.00", "123456789012345678901234567890", "9" * 5000),
        *("2026-09-25", "2026-09-31", "2026-09-15T14:00:00-04:00", "2026-09-15T14:00:00Z", "2026-09-15 14:00:00"),
        *("yesterday", "nothing", "one", "office", "yes.", "nul", "onward", "n/a", "Y2K", "truely", "nulls"),
        *("1.2.3", "1,000", "$5", "5 %", "12:60:x", "0xZZ", "1e", "e3", "1_000 $", "10:00-11:00", ".", "..", "-x", "+"),
        *("MIT", "dex-mex/2026/date-filter", "https://example.invalid/a#b", "a:b", "l’été", "ᐃᓄᒃᑎᑐᑦ", "🎉", "--"),
    ],
)
def test_takes_what_stands_there(plain: str) -> None:
    """Decimal numbers, days, instants and everything that is text to everybody stay what stands there."""
    assert loaded(f"a: {plain}") == {"a": plain}


def test_reads_true_and_false() -> None:
    """These two alone are no text, and only without quotes."""
    assert loaded('a: true\nb: false\nc: "true"\nd: [true]') == {"a": True, "b": False, "c": "true", "d": [True]}


@pytest.mark.parametrize(
    ("data", "kind", "mark"),
    [
        (b"", "empty-file", WHOLE_FILE),
        (b"# nothing\n", "empty-file", WHOLE_FILE),
        (b"---\n", "empty-file", WHOLE_FILE),
        (b"a: b#".ljust(LIMIT + 1, b"#"), "too-large", WHOLE_FILE),
        (b"a: b\nc: caf\xe9", "not-utf8", Mark(2, 7)),
        (b"a: \xed\xa0\x80", "not-utf8", Mark(1, 4)),
        (b"a: \xc0\x80", "not-utf8", Mark(1, 4)),
        ("a: b".encode("utf-16"), "not-utf8", Mark(1, 1)),
        ("a: b".encode("utf-16-le"), "hidden-character", Mark(1, 2)),
        ("a: b".encode("utf-32-be"), "hidden-character", Mark(1, 1)),
        (b"\xef\xbb\xbfa: b", "byte-order-mark", Mark(1, 1)),
        (b"\x7fELF\x02\x01", "hidden-character", Mark(1, 1)),
        (bytes(range(256)), "not-utf8", Mark(2, 118)),
    ],
)
def test_refuses_what_is_no_text(data: bytes, kind: str, mark: Mark) -> None:
    """Nothing, too much, another encoding, or bytes that are no text at all."""
    assert [(fault.kind, fault.mark) for fault in load("a.yml", data).faults] == [(kind, mark)]


def test_takes_exactly_the_largest_file() -> None:
    """64 KiB, to the byte."""
    assert loaded(b"a: b #".ljust(LIMIT, b"#")) == {"a": "b"}


HIDDEN = [
    *(chr(code) for code in [*range(9), 11, 12, *range(14, 32), *range(127, 160)]),
    *"\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
]


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_refuses_a_hidden_character_in_text_and_in_escapes(character: str) -> None:
    """Control and bidirectional characters are refused as themselves, and where an escape spells them."""
    escape = f"\\u{ord(character):04x}"
    raw = load("a.yml", f"a: b\nc: d{character}e".encode())
    value = load("a.yml", f'a: b\nc: "d{escape}e"'.encode())
    key = load("a.yml", f'a: b\n"c{escape}": d'.encode())

    kind = "odd-line-break" if character in "\x0b\x0c\x85\u2028\u2029" else "hidden-character"
    assert [(fault.kind, fault.mark) for fault in raw.faults] == [(kind, Mark(2, 5))]
    assert [(fault.kind, fault.mark) for fault in value.faults] == [(kind, Mark(2, 4))]
    assert [(fault.kind, fault.mark) for fault in key.faults] == [(kind, Mark(2, 1))]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\b", "\\v", "\\f", "\\e", "\\r", "\\N", "\\L", "\\P", "\\x1b"])
def test_refuses_a_short_escape(escape: str) -> None:
    """Every name that YAML has for what nobody sees."""
    assert load("a.yml", f'a: "b{escape}"'.encode()).faults != ()


@pytest.mark.parametrize(
    ("escape", "value"),
    [("\\n", "\n"), ("\\t", "\t"), ("\\\\", "\\"), ('\\"', '"'), ("\\/", "/"), ("\\_", "\u00a0"), ("\\x41", "A")],
)
def test_takes_an_escape_of_something_visible(escape: str, value: str) -> None:
    """A line break, a tab, a quotation mark, a no-break space."""
    assert loaded(f'a: "b{escape}"') == {"a": f"b{value}"}


@pytest.mark.parametrize(
    "text",
    ["\u00a0", "\u202f", "\u200d", "\u2019", "\u00ad", "é", "e\u0301", "\U0001f3f3\ufe0f\u200d\U0001f308"],
)
def test_takes_what_french_emoji_and_accents_need(text: str) -> None:
    """No-break spaces, joiners, apostrophes and marks that combine are text."""
    assert loaded(f"a: b{text}c") == {"a": f"b{text}c"}


@pytest.mark.parametrize("ending", ["\r", "\r\r\n", "\x85", "\u2028", "\u2029"])
def test_refuses_other_line_breaks(ending: str) -> None:
    """To one reader the second line is a key, to the next a part of the text."""
    document = load("a.yml", f"note: fine{ending}licence: MIT\n".encode())

    assert [(fault.kind, fault.mark) for fault in document.faults] == [("odd-line-break", Mark(1, 11))]


def test_takes_windows_line_endings() -> None:
    """CR LF is LF, in block texts and in places too."""
    document = load("a.yml", b"a: |\r\n  b\r\n  c\r\nd:\r\n  e: f\r\n")

    assert document.value == {"a": "b\nc\n", "d": {"e": "f"}}
    assert document.locate("/d/e") == Mark(5, 6)


def test_takes_every_way_to_write_a_text() -> None:
    """Block texts, folded ones, quotes, flow, comments, any order, and lists at the depth of their key."""
    text = """\
# first
c: >-
  one
  two

  three
a: |
  kept
    as it is # and so is this
b: 'it''s'   # a comment
l:
- x
- {v: [z, "w"]}
"""
    assert loaded(text) == {
        "c": "one two\nthree",
        "a": "kept\n  as it is # and so is this\n",
        "b": "it's",
        "l": ["x", {"v": ["z", "w"]}],
    }


def test_places_every_value() -> None:
    """A scalar stands at its first character, a list or a group at the key that holds it."""
    document = load("a.yml", "a: x\nb:\n  - c: é\n    d: [e, f]\n  - g".encode())

    places = {pointer: document.locate(pointer) for pointer in ["", "/a", "/b", "/b/0", "/b/0/c", "/b/0/d", "/b/0/d/1"]}

    assert places == {
        "": Mark(1, 1),
        "/a": Mark(1, 4),
        "/b": Mark(2, 1),
        "/b/0": Mark(3, 5),
        "/b/0/c": Mark(3, 8),
        "/b/0/d": Mark(4, 5),
        "/b/0/d/1": Mark(4, 12),
    }
    assert document.locate("/b/1") == Mark(5, 5)
    assert document.locate("/b/7/nowhere") == Mark(2, 1)
    assert document.locate("/nowhere") == Mark(1, 1)


@pytest.mark.parametrize("opening", ["[", "{", "[\n", "- ", "- - ", "{a: ", "[{a: ", "[[],"])
def test_stops_at_the_ninth_level(opening: str) -> None:
    """Ours and the parser's own limit are one finding, whatever opens, and nothing is killed."""
    document = load("a.yml", (opening * LIMIT)[:LIMIT].encode())

    assert [(fault.kind, fault.facts) for fault in document.faults] == [("too-deep", {"limit": DEPTH})]


@pytest.mark.parametrize(
    "text",
    [
        "a: " * 20000,
        "&a " * 20000,
        "a: [" + "b," * 32000 + "]",
        "{" + "".join(f"k{number}: v, " for number in range(5000)) + "}",
        'a: "' + "b\n" * 30000 + '"',
        "a: " + "1" * 65000 + "x",
        "a: " + "1_" * 32000 + "x",
        "a: " + "1:" * 32000 + "x",
        "'" * 65000,
        "#" * 65000,
        "? a\n" * 16000,
        "a" * 65000 + ": b",
        "\n" * 65000,
        " " * 65000 + "a",
    ],
    ids=lambda text: text[:8],
)
def test_ends_on_whatever_is_long(text: str) -> None:
    """Nothing of 64 KiB makes the work grow with its square, which would take minutes here."""
    document = load("a.yml", text.encode())

    assert (document.value is None) == (len(document.faults) == 1)
