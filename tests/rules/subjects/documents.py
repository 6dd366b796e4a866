"""DOC and SCH: one file, through reader, schema and model."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.rules.cases import Case, Staged

from board.adapters.resources import schemas
from board.core.document import Document
from board.core.schema import Schemas
from board.core.text import Bilingual
from board.jobs.reading import missing_file, odd_file, read, unknown_file
from board.model.award import award, cancellation
from board.model.bid import bid
from board.model.board import board_settings
from board.model.closing import closing
from board.model.draw import draws
from board.model.evaluation import evaluation
from board.model.opportunity import opportunity
from board.model.organization import organization
from board.model.policy import policy
from board.model.reference import place_of
from board.model.rulings import rulings
from board.model.sealing import sealing
from board.model.sheet import sheet
from board.model.terms import declarations
from board.rules.run import in_documents

BUILDERS: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
    "board": board_settings,
    "policy": policy,
    "organization": organization,
    "declarations": declarations,
    "opportunity": opportunity,
    "bid": bid,
    "award": award,
    "cancellation": cancellation,
    "sealing": sealing,
    "closing": closing,
    "rulings": rulings,
    "evaluation": evaluation,
    "draw": draws,
    "sheet": sheet,
}
SCHEMAS = Schemas(schemas())


def document_of(path: str, data: bytes) -> Document:
    """The document of one file, with everything that is wrong with it."""
    place = place_of(path)
    if place is None or place.kind not in BUILDERS:
        return unknown_file(path)
    return read(path, data, place.kind, BUILDERS[place.kind], SCHEMAS)[0]


def stage(case: Case) -> Staged:
    """The file that the case judges; one that the board needs and that is not there is missing."""
    tree = case.tree()
    if case.content is not None:
        tree[case.path] = case.content
    if case.padded:
        tree[case.path] = (tree[case.path] + b"#").ljust(case.padded, b"#")
    if case.odd:
        document = odd_file(case.path, Bilingual(**case.odd))
    elif case.path in tree:
        document = document_of(case.path, tree[case.path])
    else:
        document = missing_file(case.path)
    return Staged(document, None, case.path, in_documents([document]))
