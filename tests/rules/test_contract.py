"""A rule arrives whole: its file, its line, two pages, cases on both sides, and a code and a name of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.rules.cases import HERE

import board.rules
from board.core import schema, yaml
from board.core.document import WHOLE_FILE, Document, Fault
from board.core.rule import Rule, rule
from board.jobs import reading
from board.rules import AWD, BID, BRD, CHG, DOC, LOG, OPP, ORG, RETIRED, SCH

CONTENT = HERE.parents[1] / "site" / "content"

KINDS = (*get_args(yaml.Kind), *get_args(schema.Kind), *get_args(reading.Kind))


@dataclass(frozen=True, slots=True)
class House:
    """Where the parts of rules lie.

    Attributes:
        source: Folder with a folder for each family.
        content: Folder with `{en,fr}/rules/<CODE>.md`.
        cases: Folder with a folder for each code.
        families: The three letters to the list of the family.
        retired: Codes that name no rule any more.
    """

    source: Path
    content: Path
    cases: Path
    families: Mapping[str, tuple[Rule[Any, Any], ...]]
    retired: Mapping[str, str]


OURS = House(
    Path(board.rules.__file__).parent,
    CONTENT,
    HERE,
    {"DOC": DOC, "SCH": SCH, "BRD": BRD, "ORG": ORG, "OPP": OPP, "CHG": CHG, "BID": BID, "LOG": LOG, "AWD": AWD},
    RETIRED,
)


def breaches(house: House) -> Iterator[str]:
    """What is missing or said twice, one sentence each."""
    registered = [one for rules in house.families.values() for one in rules]
    for family, rules in house.families.items():
        yield from _of_family(house, family, rules)
    for one in registered:
        yield from _of_rule(house, one)
    codes = {one.code for one in registered}
    for what, times in Counter([*(one.code for one in registered), *(one.name for one in registered)]).items():
        if times > 1:
            yield f"{what} names {times} rules"
    for code in sorted(codes & house.retired.keys()):
        yield f"{code} is retired"
    yield from (f"{code} has cases and no rule" for code in _folders(house.cases) - codes)
    for language in ("en", "fr"):
        pages = {path.stem for path in (house.content / language / "rules").glob("*.md")} - {"index"}
        yield from (f"{code} has a page in {language} and no rule" for code in sorted(pages - codes))


def _of_family(house: House, family: str, rules: tuple[Rule[Any, Any], ...]) -> Iterator[str]:
    folder = house.source / family.lower()
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    yield from (
        f"{family.lower()}/{name}.py is not registered" for name in sorted(files - {_stem(one) for one in rules})
    )
    if [one.code for one in rules] != sorted(one.code for one in rules):
        yield f"{family} is not in the order of its codes"
    yield from (f"{one.code} stands in the list of {family}" for one in rules if one.family != family)


def _of_rule(house: House, one: Rule[Any, Any]) -> Iterator[str]:
    path = house.source / one.family.lower() / f"{_stem(one)}.py"
    if not path.is_file():
        yield f"{one.code} {one.name} has no file {path.name}"
    elif not path.read_text("utf-8").startswith(f'"""{one.code} {one.name}."""\n'):
        yield f"{path.name} does not begin with its code and name"
    if getattr(one.check, "__name__", "") != _stem(one):
        yield f"{one.code} {one.name} is a function of another name"
    for language in ("en", "fr"):
        page = house.content / language / "rules" / f"{one.code}.md"
        if not page.is_file():
            yield f"{one.code} has no page in {language}"
        elif not re.match(r"# \S[^\n]*\n\n\S", page.read_text("utf-8")):
            yield f"{one.code} has no title and no first paragraph in {language}"
    for verdict in ("pass", "fail"):
        if not list((house.cases / one.code).glob(f"{verdict}-*.yml")):
            yield f"{one.code} has no {verdict} case"


def _stem(one: Rule[Any, Any]) -> str:
    return one.name.replace("-", "_")


def _folders(cases: Path) -> set[str]:
    return {path.name for path in cases.iterdir() if re.fullmatch(r"[A-Z]{3}[0-9]{3}", path.name)}


def test_every_rule_is_whole() -> None:
    """Nothing is missing, nothing is left over, and no code or name means two things."""
    assert list(breaches(OURS)) == []


@pytest.mark.parametrize("family", OURS.families)
def test_every_family_is_imported_from_its_folder(family: str) -> None:
    """The list that the contract looks at is the one that is run."""
    assert import_module(f"board.rules.{family.lower()}").RULES is OURS.families[family]


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_has_exactly_one_rule(kind: str) -> None:
    """What reader, schema and model find is never silent and never said twice."""
    document = Document("a.yml", None, 0, (Fault(kind, "", WHOLE_FILE, {}),))

    assert len([one.code for one in (*DOC, *SCH) if list(one.check(document, None))]) == 1


def test_every_rule_over_the_reader_has_a_fault() -> None:
    """No rule of DOC or SCH waits for a kind that nobody gives."""
    document = Document("a.yml", None, 0, tuple(Fault(kind, "", WHOLE_FILE, {}) for kind in KINDS))

    assert [one.code for one in (*DOC, *SCH) if not list(one.check(document, None))] == []


@rule("OPP101", "closing-in-past", en="It is past.", fr="C’est passé.", fix_en="Wait.", fix_fr="Attendez.")
def closing_in_past(_subject: object, _situation: object) -> Iterator[Any]:
    """A rule for a house of one."""
    yield from ()


@pytest.fixture
def small(tmp_path: Path) -> House:
    """A house with one rule that lacks nothing."""
    for path, text in {
        "rules/opp/__init__.py": "",
        "rules/opp/closing_in_past.py": '"""OPP101 closing-in-past."""\n',
        "content/en/rules/OPP101.md": "# It is past\n\nWait.\n",
        "content/fr/rules/OPP101.md": "# C’est passé\n\nAttendez.\n",
        "cases/OPP101/pass-today.yml": "{}\n",
        "cases/OPP101/fail-yesterday.yml": "{}\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    families = {"OPP": (closing_in_past,)}
    return House(tmp_path / "rules", tmp_path / "content", tmp_path / "cases", families, {})


def test_accepts_a_whole_rule(small: House) -> None:
    """The near twin of every refusal below."""
    assert list(breaches(small)) == []


@pytest.mark.parametrize(
    ("gone", "named"),
    [
        ("rules/opp/closing_in_past.py", "OPP101 closing-in-past has no file closing_in_past.py"),
        ("content/en/rules/OPP101.md", "OPP101 has no page in en"),
        ("content/fr/rules/OPP101.md", "OPP101 has no page in fr"),
        ("cases/OPP101/pass-today.yml", "OPP101 has no pass case"),
        ("cases/OPP101/fail-yesterday.yml", "OPP101 has no fail case"),
    ],
)
def test_refuses_a_rule_without(small: House, gone: str, named: str) -> None:
    """A rule that lacks a part is named with the part."""
    (small.source.parent / gone).unlink()

    assert list(breaches(small)) == [named]


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        ("rules/opp/price_of_zero.py", "", "opp/price_of_zero.py is not registered"),
        ("rules/opp/closing_in_past.py", '"""OPP102 closing-in-past."""\n', "closing_in_past.py does not begin"),
        ("content/fr/rules/OPP101.md", "C’est passé\n", "OPP101 has no title and no first paragraph in fr"),
        ("content/en/rules/OPP999.md", "# x\n\ny\n", "OPP999 has a page in en and no rule"),
        ("cases/OPP999/pass-x.yml", "{}", "OPP999 has cases and no rule"),
    ],
)
def test_refuses_what_does_not_fit(small: House, path: str, text: str, named: str) -> None:
    """What is left over, or says something else than the rule, is named."""
    (small.source.parent / path).parent.mkdir(parents=True, exist_ok=True)
    (small.source.parent / path).write_text(text, "utf-8")

    found = list(breaches(small))

    assert len(found) == 1
    assert found[0].startswith(named)


def test_refuses_a_retired_code(small: House) -> None:
    """A code is for ever."""
    assert list(breaches(replace(small, retired={"OPP101": "the law changed"}))) == ["OPP101 is retired"]


def test_refuses_a_code_and_a_name_that_mean_two_rules(small: House) -> None:
    """The address of a page and the name in a record mean one rule."""
    twice = replace(small, families={"OPP": (closing_in_past, closing_in_past)})

    assert list(breaches(twice)) == ["OPP101 names 2 rules", "closing-in-past names 2 rules"]


def test_refuses_a_list_out_of_order_or_of_another_family(small: House) -> None:
    """A list is in the order of its codes, and holds its own family."""
    earlier = replace(closing_in_past, code="BID100")

    found = list(breaches(replace(small, families={"OPP": (closing_in_past, earlier)})))

    assert found[:2] == ["OPP is not in the order of its codes", "BID100 stands in the list of OPP"]


def test_refuses_a_function_of_another_name(small: House) -> None:
    """The function is called what the rule is called."""

    def look(_subject: object, _situation: object) -> Iterator[Any]:
        yield from ()

    renamed = replace(small, families={"OPP": (replace(closing_in_past, check=look),)})

    assert list(breaches(renamed)) == ["OPP101 closing-in-past is a function of another name"]
