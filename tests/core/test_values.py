"""Texts, facts, rules and findings: the words that everybody uses."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import pytest

from board.core.document import WHOLE_FILE, Document, Fault, Mark
from board.core.fact import excerpt
from board.core.finding import Finding, Violation, faults_as_violations, refuses
from board.core.rule import MalformedRuleError, rule
from board.core.text import Bilingual, PlaceholdersDifferError, Text


def test_a_text_names_its_facts() -> None:
    """Both languages, in any order and as often as each needs."""
    text = Text("{a} before {b}", "{b} après {a}, {b}")

    assert text.names == {"a", "b"}
    assert (text["en"], text["fr"]) == (text.en, text.fr)


@pytest.mark.parametrize(("en", "fr"), [("{a}", "{b}"), ("{a}", "a"), ("a", "{a}"), ("{a}{b}", "{a}")])
def test_a_text_whose_languages_say_different_things_is_refused(en: str, fr: str) -> None:
    """At import, not when somebody meets it."""
    with pytest.raises(PlaceholdersDifferError):
        Text(en, fr)


def test_braces_of_a_stranger_mean_nothing() -> None:
    """What somebody wrote in both languages is never a template."""
    assert Bilingual("{a}", "{b}")["fr"] == "{b}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("two\nlines  and\ttabs ", "two lines and tabs"),
        ("", ""),
    ],
)
def test_an_excerpt_is_one_short_line(text: str, shown: str) -> None:
    """Sixty characters at most, whatever was written."""
    assert excerpt(text) == shown


def _nothing(_subject: object, _situation: object) -> Iterator[Violation]:
    yield from ()


@pytest.mark.parametrize(
    ("code", "name"), [("OPP1", "a"), ("XYZ101", "a"), ("OPP1011", "a"), ("OPP101", "A"), ("OPP101", "a_b")]
)
def test_a_rule_of_another_form_is_refused(code: str, name: str) -> None:
    """A code is a family and three digits, a name lower-case words."""
    with pytest.raises(MalformedRuleError):
        rule(code, name, en="a", fr="a", fix_en="a", fix_fr="a")(_nothing)


def test_a_rule_is_frozen() -> None:
    """Two runs in one process cannot see each other."""
    made = rule("OPP101", "a-b", en="a", fr="b", fix_en="c", fix_fr="d")(_nothing)

    assert (made.family, made.severity, made.audience, made.judges) == ("OPP", "error", "public", "all")
    with pytest.raises(FrozenInstanceError):
        made.__setattr__("code", "OPP102")


def test_only_an_error_refuses() -> None:
    """A warning is listed and refuses nothing."""
    text = Text("a", "a")
    error = Finding("OPP101", "a", "error", "public", "a", 0, 0, text, text, {})
    warning = Finding("OPP101", "a", "warning", "public", "a", 0, 0, text, text, {})

    assert [refuses(error), refuses(warning)] == [True, False]


def test_a_rule_over_the_reader_yields_its_own_faults() -> None:
    """In their order, with their places; those of other kinds belong to other rules."""
    faults = (
        Fault("tab", "", Mark(1, 1), {}),
        Fault("anchor", "", Mark(2, 1), {"found": "&a"}),
        Fault("tab", "", WHOLE_FILE, {}),
    )

    found = list(faults_as_violations(Document("a.yml", None, 0, faults), "tab"))

    assert found == [Violation("", {}, mark=Mark(1, 1)), Violation("", {}, mark=WHOLE_FILE)]
