"""From the files of a tree to a board and its procurements, with everything that is wrong with a file beside it."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar, cast

from board.core import yaml
from board.core.document import WHOLE_FILE, Document, Fault, Mark, Value, pointer_to
from board.core.fact import Fact
from board.core.schema import Schemas
from board.core.text import Bilingual
from board.model.award import Award, award, cancellation
from board.model.bid import bid
from board.model.board import BoardSettings, board_settings
from board.model.closing import closing
from board.model.draw import draws
from board.model.evaluation import evaluation
from board.model.opportunity import opportunity
from board.model.organization import Organization, organization
from board.model.policy import Policy, policy
from board.model.procurement import Board, FiledBid, Procurement
from board.model.reference import limit_of_kind, opportunity_path, place_of
from board.model.rulings import rulings
from board.model.scalar import Fields, ImpossibleError
from board.model.sealing import sealing
from board.model.terms import Declaration, Terms, declarations

# Every kind of fault that is found here; each is owned by exactly one rule of DOC or SCH.
Kind = Literal["impossible-value", "unknown-file", "missing-file", "odd-file"]

Model = TypeVar("Model")

# The keys of days, instants and zones, in all kinds of file; a test compares it with the schemas.
_MOMENT = re.compile(r"(?:_at|ed_on|_date|_until|_from)$|^(?:award_by|from|to|start|end|at|zone)$")

_FORMS = {
    "day": Bilingual("a day of the calendar, such as 2026-09-25", "un jour du calendrier, comme 2026-09-25"),
    "instant": Bilingual(
        "an instant with its offset, such as 2026-09-15T14:00:00-04:00",
        "un instant avec son décalage, comme 2026-09-15T14:00:00-04:00",
    ),
    "zone": Bilingual(
        "a time zone of the IANA list, such as America/Toronto",
        "un fuseau horaire de la liste de l’IANA, comme America/Toronto",
    ),
}


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one file with the id that Git gives them.

    Attributes:
        data: At most a byte more than the loader takes.
        blob: Object id; empty where nobody asked for it.
    """

    data: bytes
    blob: str = ""


def read(
    path: str, data: bytes, kind: str, build: Callable[[Fields], Model], schemas: Schemas, limit: int = 0
) -> tuple[Document, Model | None]:
    """The document of one file, and the model of it where nothing is wrong."""
    document = yaml.load(path, data, limit or limit_of_kind(kind))
    if document.faults:
        return document, None
    faults = schemas.validate(kind, document)
    if faults:
        return replace(document, faults=faults), None
    try:
        return document, build(cast(Fields, document.value))
    except ImpossibleError as error:
        pointer = next(_holding(document.value, error.found), "")
        facts: dict[str, Fact] = {"found": error.found, "form": _FORMS[error.form]}
        fault = _fault("impossible-value", pointer, document.locate(pointer), facts)
        return replace(document, faults=(fault,)), None


def read_board(files: Mapping[str, bytes], schemas: Schemas) -> Board:
    """What is true of all procurements, from the files that lie above them."""
    documents: dict[str, Document] = {}
    settings: BoardSettings | None = None
    rules: Policy | None = None
    organizations: dict[str, Organization] = {}
    declared: dict[str, tuple[Declaration, ...]] = {}
    for path in sorted(files):
        place, data = place_of(path), files[path]
        if place is None or place.kind == "licence":
            continue
        if place.kind == "terms":
            documents[path] = Document(path, data.decode("utf-8", "replace"), 0)
        elif place.kind == "board":
            documents[path], settings = read(path, data, "board", board_settings, schemas)
        elif place.kind == "policy":
            documents[path], rules = read(path, data, "policy", policy, schemas)
        elif place.kind == "organization":
            documents[path], found = read(path, data, "organization", organization, schemas)
            if found:
                organizations[place.organization] = found
        elif place.kind == "declarations":
            documents[path], made = read(path, data, "declarations", declarations, schemas)
            if made:
                declared[place.version] = made
    return Board(settings, rules, organizations, dict(_terms(files, declared)), documents)


def read_procurement(ref: str, files: Mapping[str, Content], board: Board, schemas: Schemas) -> Procurement:
    """One folder; files that the record does not know are documents with a fault."""
    documents: dict[str, Document] = {}
    bids: dict[str, FiledBid] = {}
    awards: dict[str, Award] = {}
    openings: dict[str, bytes] = {}
    single: dict[str, Any] = {}
    for path, content in sorted(files.items()):
        place = place_of(path)
        if place is None:
            documents[path] = unknown_file(path)
        elif place.kind == "bid":
            bids[place.login] = read_bid(place.login, path, content, schemas)
            documents[path] = bids[place.login].document
        elif place.kind == "award":
            documents[path], made = read(path, content.data, "award", award, schemas)
            if made:
                awards[place.login] = made
        elif place.kind == "opening":
            openings[path] = content.data
        elif place.kind in _SINGLE:
            documents[path], single[place.kind] = read(path, content.data, place.kind, _SINGLE[place.kind], schemas)
    stands, request = files.get(opportunity_path(ref)), single.get("opportunity")
    return Procurement(
        ref,
        board.organizations.get(ref.partition("/")[0]),
        request,
        hashlib.sha256(stands.data).hexdigest() if stands else "",
        board.terms.get(request.terms) if request else None,
        bids,
        awards,
        single.get("cancellation"),
        single.get("sealing"),
        single.get("closing"),
        single.get("rulings"),
        single.get("evaluation"),
        single.get("draw"),
        openings,
        documents,
    )


_DEPTH_ABOVE = 3  # slashes, in opportunities/terms/<version>/declarations.yml

# The files of which a procurement has one at most, with what builds their model.
_SINGLE: Mapping[str, Callable[[Fields], object]] = {
    "opportunity": opportunity,
    "cancellation": cancellation,
    "sealing": sealing,
    "closing": closing,
    "rulings": rulings,
    "evaluation": evaluation,
    "draw": draws,
}


def read_bid(login: str, path: str, content: Content, schemas: Schemas) -> FiledBid:
    """One bid, wherever it lies."""
    document, offer = read(path, content.data, "bid", bid, schemas)
    return FiledBid(login, path, content.blob, hashlib.sha256(content.data).hexdigest(), document, offer)


def unknown_file(path: str) -> Document:
    """A file that the record has no place for."""
    return Document(path, None, 0, (_fault("unknown-file", "", WHOLE_FILE, {"path": path}),))


def missing_file(path: str) -> Document:
    """A file without which what lies beside it cannot be judged."""
    return Document(path, None, 0, (_fault("missing-file", "", WHOLE_FILE, {"path": path}),))


def odd_file(path: str, what: Bilingual) -> Document:
    """Something that stands where a file of the record should, and is none that anybody can read."""
    return Document(path, None, 0, (_fault("odd-file", "", WHOLE_FILE, {"path": path, "what": what}),))


def is_above(path: str) -> bool:
    """Whether *path* lies above the procurements: it is true of all of them, so it is read first."""
    # Asked of every file of a board, most of which lie deeper than anything that lies above.
    place = place_of(path) if path.count("/") <= _DEPTH_ABOVE else None
    return place is not None and not place.ref


def procurement_of(path: str) -> str | None:
    """The REF of the folder in which *path* lies; None where it lies in none."""
    parts = path.split("/", 4)
    deep = len(parts) > 4 and parts[0] == "opportunities" and parts[1] != "terms"
    return "/".join(parts[1:4]) if deep else None


def _fault(kind: Kind, pointer: str, mark: Mark, facts: Mapping[str, Fact]) -> Fault:
    return Fault(kind, pointer, mark, facts)


def _terms(files: Mapping[str, bytes], declared: Mapping[str, tuple[Declaration, ...]]) -> Iterator[tuple[str, Terms]]:
    for version, made in declared.items():
        texts = [files.get(f"opportunities/terms/{version}/{language}.md") for language in ("en", "fr")]
        if all(texts):
            en, fr = (text.decode("utf-8", "replace") for text in texts if text)
            yield version, Terms(version, Bilingual(en, fr), made)


def _holding(value: "Value | None", found: str, pointer: str = "") -> Iterator[str]:
    """Pointers to days, instants and zones that read *found*; a title may read the same and is none of these."""
    if isinstance(value, dict):
        for key, child in value.items():
            if child == found and _MOMENT.search(key):
                yield pointer + pointer_to(key)
            yield from _holding(child, found, pointer + pointer_to(key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _holding(child, found, pointer + pointer_to(index))
