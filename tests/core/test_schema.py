"""What does not fit its schema becomes faults that a person can mend; the two validators agree."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.core.probes import PROBES, changed, places, without

from board.adapters.resources import schemas
from board.core.document import Document, Mark
from board.core.fact import Verbatim
from board.core.schema import Schemas, UnknownKindError, ValidatorsDisagreeError
from board.core.text import Bilingual
from board.core.yaml import load

KEPT = Path(__file__).parents[1] / "kept"
FILES = schemas()
SCHEMAS = Schemas(FILES)
KINDS = (
    "board", "policy", "organization", "declarations", "opportunity", "bid", "award", "cancellation",
    "sealing", "closing", "rulings", "evaluation", "draw",
)  # fmt: skip


def kept() -> Iterator[tuple[str, str, Any]]:
    """Kind, name and value of every kept file."""
    for path in sorted(KEPT.glob("*.yml")):
        yield path.stem.split("-")[0], path.stem, load(path.name, path.read_bytes()).value


@pytest.mark.parametrize(("kind", "name", "value"), list(kept()), ids=[name for _, name, _ in kept()])
def test_the_two_validators_agree(kind: str, name: str, value: Any) -> None:
    """Every probe at every place, every key left out, and a stranger's key in every group: one verdict."""
    whole = SCHEMAS.whole(kind)
    quick = jsonschema_rs.Draft202012Validator(whole, validate_formats=False, offline=True)
    slow = Draft202012Validator(whole, registry=Registry())
    chance = random.Random(name)  # noqa: S311 - the same numbers each time
    every = list(places(value))
    variants = [value, *(without(value, path) for path in every if path)]
    variants += [changed(value, path, probe) for path in every for probe in chance.sample(PROBES, 12)]
    variants += [changed(value, (*path, "x"), "y") for path in every if isinstance(_at(value, path), dict)]

    verdicts = [(quick.is_valid(variant), slow.is_valid(variant)) for variant in variants]

    assert [variant for variant, (one, other) in zip(variants, verdicts, strict=True) if one != other] == []
    assert {one for one, _ in verdicts} == {True, False}


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: ascii(probe)[:30])
def test_the_two_validators_agree_on_every_form(probe: Any) -> None:
    """Each form that the kinds share, with each probe."""
    shared: Any = FILES["common.v1.schema.json"]["$defs"]
    for name, form in shared.items():
        part = {**form, "$defs": shared}
        text = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_inside(part)}
        quick = jsonschema_rs.Draft202012Validator(text, validate_formats=False, offline=True)
        assert quick.is_valid(probe) == Draft202012Validator(text, registry=Registry()).is_valid(probe), name


def test_what_is_refused_is_always_explained() -> None:
    """Each refused variant of each kept file has at least one fault, each with a place in the file."""
    for kind, name, value in kept():
        chance = random.Random(name)  # noqa: S311 - the same numbers each time
        for path in places(value):
            for probe in chance.sample(PROBES, 4):
                document = Document("a.yml", changed(value, path, probe), 0)
                faults = SCHEMAS.validate(kind, document)
                assert all(fault.facts for fault in faults)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_means_the_same_where_editors_find_it(kind: str) -> None:
    """Published side by side, the files refer to each other by name and give the same verdict as all in one."""
    base = "https://example.invalid/schema/"
    registry: Registry[Any] = Registry().with_resources(
        (base + name, DRAFT202012.create_resource(dict(file))) for name, file in FILES.items()
    )
    published = Draft202012Validator({"$ref": f"{base}{kind}.v1.schema.json"}, registry=registry)
    inlined = Draft202012Validator(SCHEMAS.whole(kind), registry=Registry())
    chance = random.Random(kind)  # noqa: S311 - the same numbers each time
    value = next(value for of, name, value in kept() if of == kind and name == f"{kind}-full")

    for path in places(value):
        variant = changed(value, path, chance.choice(PROBES))
        assert published.is_valid(variant) == inlined.is_valid(variant)
    assert published.is_valid(value)


SMALL: Mapping[str, Mapping[str, Any]] = {
    "common.v1.schema.json": {"$defs": {}},
    "bid.v1.schema.json": {
        "type": "object",
        "additionalProperties": False,
        "required": ["price", "title"],
        "properties": {
            "price": {
                "type": ["string", "number"],
                "pattern": "^[0-9]+$",
                "x-form": {"en": "a number", "fr": "un nombre"},
            },
            "title": {"type": "object", "required": ["en", "fr"]},
            "skills": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}, "uniqueItems": True},
        },
    },
}  # fmt: skip


def faults(text: str) -> list[tuple[str, str, Mark, Any]]:
    """What is wrong with a text of the small kind."""
    document = load("a.yml", text.encode())
    assert document.faults == ()
    return [(fault.kind, fault.pointer, fault.mark, fault.facts) for fault in Schemas(SMALL).validate("bid", document)]


TITLE = "title: {en: a, fr: b}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}price: 5", []),
        (TITLE, [("missing-key", "", Mark(1, 1), {"key": Verbatim("price")})]),
        (
            "price: 5\ntitle: {fr: b}",
            [
                (
                    "missing-language",
                    "/title",
                    Mark(2, 1),
                    {"language": Bilingual("English", "anglais"), "key": Verbatim("en")},
                )
            ],
        ),
        (
            f"{TITLE}price: 5\nprise: 6",
            [("unknown-key", "/prise", Mark(3, 8), {"key": "prise", "keys": (Verbatim("price"),)})],
        ),
        (
            f"{TITLE}price: 5\nzzz: 6",
            [("unknown-key", "/zzz", Mark(3, 6), {"key": "zzz", "keys": (Verbatim("skills"),)})],
        ),
        (
            f"{TITLE}price: 5\nhome phone: 6135550100",
            [("personal-key", "/home phone", Mark(3, 13), {"word": Verbatim("phone")})],
        ),
        (
            f"{TITLE}price: true",
            [
                (
                    "wrong-type",
                    "/price",
                    Mark(2, 8),
                    {
                        "found": Bilingual("true or false", "true ou false"),
                        "expected": Bilingual("a number", "un nombre"),
                    },
                )
            ],
        ),
        (
            f"{TITLE}price: free of charge",
            [
                (
                    "wrong-form",
                    "/price",
                    Mark(2, 8),
                    {"found": "free of charge", "form": Bilingual("a number", "un nombre")},
                )
            ],
        ),
        (
            f"{TITLE}price: 5\nskills: [c, [d]]",
            [
                ("not-in-list", "/skills/0", Mark(3, 10), {"found": "c", "listed": (Verbatim("a"), Verbatim("b"))}),
                (
                    "wrong-type",
                    "/skills/1",
                    Mark(3, 13),
                    {"found": Bilingual("a list", "une liste"), "expected": Bilingual("text", "du texte")},
                ),
            ],
        ),
        (
            f"{TITLE}price: 5\nskills: [a, b, a, a]",
            [
                ("duplicate-entry", "/skills/2", Mark(3, 16), {"found": "a"}),
                ("duplicate-entry", "/skills/3", Mark(3, 19), {"found": "a"}),
            ],
        ),
    ],
)
def test_says_what_to_mend(text: str, expected: list[tuple[str, str, Mark, Any]]) -> None:
    """Each fault once, in the order of the file; a value of the wrong type has no other."""
    assert faults(text) == expected


def test_names_every_fault_of_a_file() -> None:
    """Three slips are three faults, so that nobody mends one and is sent back for the next."""
    assert [kind for kind, *_ in faults("price: x\nskills: [c]")] == ["missing-key", "wrong-form", "not-in-list"]


def test_repeats_no_more_than_a_line_of_a_text() -> None:
    """A finding shows the beginning of what it found."""
    [(_, _, _, facts)] = faults(f'{TITLE}price: "{"x" * 500}\\ny"')

    assert len(facts["found"]) == 60


def test_repeats_no_personal_value() -> None:
    """Neither the value nor what else stands in the key."""
    found = faults(f'{TITLE}price: 5\n"SIN 046 454 286": "046 454 286"')

    assert [kind for kind, *_ in found] == ["personal-key"]
    assert "046" not in str(found[0][3])


def test_where_only_one_validator_refuses_the_failure_is_ours() -> None:
    """To the slow one `$` stands before a final line break too; such a pattern would be our mistake, never a pass."""
    document = load("opportunities/a.yml", f'{TITLE}price: "5\\n"'.encode())

    with pytest.raises(ValidatorsDisagreeError, match=r"opportunities/a\.yml"):
        Schemas(SMALL).validate("bid", document)


def test_knows_no_other_kind() -> None:
    """A kind without a schema is our failure."""
    with pytest.raises(UnknownKindError, match="receipt"):
        SCHEMAS.validate("receipt", load("a.yml", b"a: b"))


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _inside(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the common file with its references made to stay inside."""
    schema = Schemas({"common.v1.schema.json": {"$defs": part["$defs"]}, "x.v1.schema.json": part})
    return schema.whole("x")
