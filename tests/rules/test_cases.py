"""Every case of every rule, each over its own rule alone."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest
from tests.rules.cases import Case, MalformedCaseError, Staged, changed, paths, read, rules, specimen

from board.rules.run import run

# Family to the module that stages its cases; imported by family, so that each is judged by itself.
STAGES = {
    "DOC": "documents",
    "SCH": "documents",
    "BRD": "procurements",
    "ORG": "procurements",
    "OPP": "procurements",
    "BID": "procurements",
    "CHG": "changes",
    "LOG": "courses",
    "AWD": "decisions",
}


def staged(case: Case) -> Staged:
    """What the rule of the case is run on."""
    module = import_module(f"tests.rules.subjects.{STAGES[case.code[:3]]}")
    return cast("Callable[[Case], Staged]", module.stage)(case)


@pytest.mark.parametrize("path", list(paths()), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(path: Path) -> None:
    """A pass case gives nothing; a fail case gives findings of this rule, in the order and places that it names."""
    case = read(path)
    rule = rules()[case.code]
    on = staged(case)

    found = list(run([rule], on.subject, on.situation, on.path, on.locate))

    if case.passes:
        assert found == []
        return
    assert {finding.code for finding in found} == {case.code}
    if case.expect is not None:
        places = [(each.path or on.path, each.pointer) for each in rule.check(on.subject, on.situation)]
        assert places == [(each.get("path", on.path), each["pointer"]) for each in case.expect]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fail-unknown-key.yml", "edit: []"),
        ("pass-that-expects.yml", "expect: [{pointer: /price}]"),
        ("fail-that-expects-nothing.yml", "expect: []"),
    ],
)
def test_refuses_a_malformed_case(tmp_path: Path, name: str, text: str) -> None:
    """A case that says what nobody reads would pass for ever."""
    (tmp_path / name).write_text(text)

    with pytest.raises(MalformedCaseError):
        read(tmp_path / name)


def test_refuses_a_name_that_is_neither(tmp_path: Path) -> None:
    """A file that is neither a pass nor a fail case would never be run."""
    (tmp_path / "OPP101").mkdir()
    (tmp_path / "OPP101" / "failing.yml").touch()

    with pytest.raises(MalformedCaseError):
        list(paths(tmp_path))


@pytest.mark.parametrize("old", ["nowhere", "schema: 1\n"])
def test_refuses_an_edit_that_changes_nothing_or_too_much(old: str) -> None:
    """An edited text stands in its file exactly once."""
    tree = {"a.yml": b"schema: 1\nschema: 1\n"}

    with pytest.raises(MalformedCaseError):
        changed(tree, [{"file": "a.yml", "from": old, "to": "x"}], {}, [])


def test_changes_only_what_an_edit_names() -> None:
    """The specimen itself stays as it is, whatever a case does to it."""
    before = dict(specimen())

    after = changed(specimen(), [], {"new.yml": "x"}, ["opportunities/board.yml"])

    assert specimen() == before
    assert after.keys() - before.keys() == {"new.yml"}
    assert before.keys() - after.keys() == {"opportunities/board.yml"}
