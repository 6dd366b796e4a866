"""A file of the board's own, read back: valid, possible, or nothing."""

from collections.abc import Callable
from typing import TypeVar, cast

from board.core.schema import Schemas
from board.core.yaml import load
from board.model.board import BoardSettings
from board.model.reference import limit_of_kind
from board.model.scalar import Fields, ImpossibleError

Model = TypeVar("Model")


def read_valid(kind: str, data: bytes, build: Callable[[Fields], Model], schemas: Schemas) -> Model | None:
    """What a file of that kind holds; None where the file is not valid."""
    document = load("", data, limit_of_kind(kind))
    if document.faults or schemas.validate(kind, document):
        return None
    try:
        return build(cast(Fields, document.value))
    except ImpossibleError:
        return None


def schema_address(settings: BoardSettings, kind: str) -> str:
    """Where the board publishes the schema of a kind of file; empty where the board has no address."""
    return f"{settings.address.rstrip('/')}/schema/{kind}.v1.schema.json" if settings.address else ""
