"""From files to models: whatever is wrong with a file is a fault of its document, and what is valid always builds."""

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from tests.core.probes import PROBES, changed, places, without
from tests.rules.cases import specimen
from tests.rules.subjects.documents import BUILDERS, SCHEMAS

from board.core.document import WHOLE_FILE, Document, Mark
from board.core.text import Bilingual
from board.core.yaml import load
from board.jobs.reading import (
    Content,
    is_above,
    missing_file,
    odd_file,
    procurement_of,
    read,
    read_board,
    read_procurement,
    unknown_file,
)
from board.model.opportunity import opportunity
from board.model.scalar import ImpossibleError

REF = "dex-mex/2026/date-filter"
REQUEST = f"opportunities/{REF}/opportunity.yml"
TREE = {path: data for path, data in specimen().items() if path.startswith("opportunities/")}
ABOVE = {path: data for path, data in TREE.items() if is_above(path)}
BOARD = read_board(ABOVE, SCHEMAS)


def folder(ref: str = REF, **changes: bytes) -> dict[str, Content]:
    """The files of one procurement, some of them with another content."""
    files = {path: Content(data) for path, data in TREE.items() if procurement_of(path) == ref}
    return files | {path.replace("__", "/"): Content(data) for path, data in changes.items()}


def test_reads_a_board_whole() -> None:
    """Settings, policy, people, terms with their declarations; the licence is no file of the record."""
    board = read_board({**ABOVE, "opportunities/LICENSE.md": b"MIT"}, SCHEMAS)

    assert board.settings is not None
    assert board.policy is not None
    assert list(board.organizations) == ["dex-mex"]
    assert list(board.terms) == ["2026-1"]
    assert len(board.terms["2026-1"].declarations) == 9
    assert sorted(board.documents) == sorted(ABOVE)


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("board.yml", True),
        ("LICENSE.md", True),
        ("dex-mex/organization.yml", True),
        ("dex-mex/2026/organization.yml", False),
        ("terms/2026-1/declarations.yml", True),
        ("terms/2026-1/fr.md", True),
        ("terms/2026-1/old/declarations.yml", False),
        ("dex-mex/2026/date-filter/opportunity.yml", False),
        ("notes.md", False),
    ],
)
def test_tells_what_lies_above_the_procurements(path: str, above: bool) -> None:
    """The board's own files, each at its own depth, and nothing of the same name elsewhere."""
    assert is_above(f"opportunities/{path}") is above


def test_terms_without_a_language_are_no_terms() -> None:
    """A version counts when both texts and the declarations are there."""
    one = {path: data for path, data in ABOVE.items() if not path.endswith("/fr.md")}

    assert read_board(one, SCHEMAS).terms == {}


def test_reads_a_procurement_whole() -> None:
    """Request, bids, awards, with the digest of the request's bytes."""
    procurement = read_procurement(REF, folder(), BOARD, SCHEMAS)

    assert procurement.opportunity is not None
    assert list(procurement.bids) == ["maple-works"]
    assert list(procurement.awards) == ["maple-works"]
    assert procurement.terms == BOARD.terms["2026-1"]
    assert procurement.organization == BOARD.organizations["dex-mex"]
    assert procurement.opportunity_sha256 == procurement.awards["maple-works"].rests_on.opportunity
    assert [document.faults for document in procurement.documents.values()] == [(), (), ()]


def test_a_broken_file_leaves_the_others_as_they_are() -> None:
    """One broken bid is a value in the stream; everything beside it is read."""
    path = f"opportunities/{REF}/bids/broken.yml"
    procurement = read_procurement(REF, folder() | {path: Content(b"\x00")}, BOARD, SCHEMAS)

    assert procurement.bids["broken"].bid is None
    assert procurement.bids["maple-works"].bid is not None
    assert [fault.kind for fault in procurement.documents[path].faults] == ["hidden-character"]


def test_reads_how_a_procurement_ended() -> None:
    """A cancellation is part of the folder."""
    procurement = read_procurement("dex-mex/2026/alt-text", folder("dex-mex/2026/alt-text"), BOARD, SCHEMAS)

    assert procurement.cancellation is not None
    assert procurement.cancellation.reason == "no-bid"


def test_a_file_that_nobody_knows_is_a_document_with_a_fault() -> None:
    """What the record has no place for is not passed over."""
    stray = f"opportunities/{REF}/bid/maple-works.yml"

    procurement = read_procurement(REF, folder() | {stray: Content(b"a: b")}, BOARD, SCHEMAS)

    assert procurement.documents[stray] == unknown_file(stray)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (unknown_file("a"), "unknown-file"),
        (missing_file("a"), "missing-file"),
        (odd_file("a", Bilingual("a link", "un lien")), "odd-file"),
    ],
)
def test_what_is_no_file_has_one_fault(document: Document, kind: str) -> None:
    """No values, no place, one fault that names the path."""
    assert document.value is None
    [fault] = document.faults
    assert (fault.kind, fault.mark, fault.facts["path"]) == (kind, WHOLE_FILE, "a")


@pytest.mark.parametrize(
    ("old", "new", "pointer", "mark"),
    [
        ('end: "2026-09-25"', 'end: "2026-09-31"', "/work_period/end", Mark(56, 8)),
        ('closes_at: "2026-09-15T', 'closes_at: "2026-02-29T', "/closes_at", Mark(54, 12)),
    ],
)
def test_a_day_that_cannot_be_is_placed(old: str, new: str, pointer: str, mark: Mark) -> None:
    """The calendar is asked by the model, and the fault stands where the day does."""
    data = TREE[REQUEST].decode().replace(old, new).encode()

    document, model = read(REQUEST, data, "opportunity", opportunity, SCHEMAS)

    assert model is None
    assert [(fault.kind, fault.pointer, fault.mark) for fault in document.faults] == [
        ("impossible-value", pointer, mark)
    ]


@pytest.mark.parametrize(
    ("path", "ref"),
    [
        (REQUEST, REF),
        (f"opportunities/{REF}/anything/at/all", REF),
        (f"opportunities/{REF}", None),
        ("opportunities/board.yml", None),
        ("opportunities/dex-mex/organization.yml", None),
        ("opportunities/terms/2026-1/extra/file.md", None),
        ("elsewhere/dex-mex/2026/date-filter/opportunity.yml", None),
    ],
)
def test_knows_the_folder_of_a_file(path: str, ref: str | None) -> None:
    """Whatever lies in the folder of a procurement belongs to it, under whatever name."""
    assert procurement_of(path) == ref


KEPT = Path(__file__).parents[1] / "kept"


@pytest.mark.parametrize("path", sorted(KEPT.glob("*.yml")), ids=lambda path: path.stem)
def test_what_a_schema_takes_always_becomes_a_model(path: Path) -> None:
    """Keys left out at random and probes at every place: nothing valid breaks the model but a day that cannot be."""
    kind, value = path.stem.split("-")[0], load(path.name, path.read_bytes()).value
    valid = jsonschema_rs.Draft202012Validator(SCHEMAS.whole(kind), validate_formats=False, offline=True)
    chance = random.Random(path.stem)  # noqa: S311 - the same numbers each time
    variants = [_thinned(value, chance) for _ in range(60)]
    variants += [changed(value, place, probe) for place in places(value) for probe in chance.sample(PROBES, 8)]
    built = 0

    for variant in variants:
        if valid.is_valid(variant):
            built += 1
            try:
                BUILDERS[kind](variant)
            except ImpossibleError as error:
                assert error.form in ("day", "instant", "zone")  # noqa: PT017 - the one way a valid file is refused

    assert built > 0


def _thinned(value: Any, chance: random.Random) -> Any:
    """*value* without some of its values."""
    thin = deepcopy(value)
    for _ in range(chance.randrange(1, 6)):
        paths = [path for path in places(thin) if path]
        thin = without(thin, chance.choice(paths)) if paths else thin
    return thin
