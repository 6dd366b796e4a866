"""Changes: from the board of a case to the head that its `change` tells, through the job that builds change sets."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.rules.cases import Case, MalformedCaseError, Staged, changed

from board.adapters import resources
from board.core.schema import Schemas
from board.jobs.check_change import Proposer, Surroundings, change_set, meant, names_terms, plan
from board.jobs.reading import Content, is_above, procurement_of, read_board
from board.model.change import Change, CommitChange, Comparison, Excess, FileState
from board.model.context import Context
from board.model.reference import opportunity_path
from board.rules.run import in_documents

_KEYS = frozenset(
    {"author", "author_id", "edits", "files", "remove", "modes", "sizes", "commits"}
    | {"related", "conflicts", "mergeable", "excess"}
)
_NEUTRAL = "maple-works@users.noreply.example.invalid"
_BRANCHES = "branches/bids/"


def stage(case: Case) -> Staged:
    """The change set of a case, and what a check of it would know."""
    said = case.change
    if unknown := said.keys() - _KEYS:
        raise MalformedCaseError(f"change knows no {', '.join(sorted(unknown))}")
    everything = case.tree()
    base = {path: data for path, data in everything.items() if path.startswith("opportunities/")}
    head = changed(base, said.get("edits", ()), said.get("files", {}), said.get("remove", ()))
    proposer = Proposer(said.get("author", "maple-works"), said.get("author_id", ""))
    comparison = _comparison(base, head, said)
    above = {path: data for path, data in base.items() if is_above(path)}
    board = read_board(above, schemas())
    assert board.settings
    assert board.policy
    context = Context(case.now, case.received, board.policy, board.settings)
    planned = plan(comparison, proposer, board, case.now.astimezone(context.zone).date())
    around = Surroundings(
        above,
        {path: _content(data) for path, data in base.items() if procurement_of(path) in planned.refs},
        {path: _content(head[path]) for path in planned.files},
        tuple(sibling for folder in planned.folders for sibling in _listing(base, folder)),
        {ref: dict(_on_branches(everything, ref)) for ref in planned.bids},
        frozenset(version for version in planned.terms if names_terms(version, _requests(base))),
    )
    subject, _, _ = change_set(comparison, proposer, planned, around, schemas())
    places = in_documents(subject.documents.values())
    return Staged(subject, context, meant(comparison, proposer), places)


@cache
def schemas() -> Schemas:
    """The program's."""
    return Schemas(resources.schemas())


def _comparison(base: Mapping[str, bytes], head: Mapping[str, bytes], said: Mapping[str, Any]) -> Comparison:
    modes, sizes = said.get("modes", {}), said.get("sizes", {})
    changes = tuple(
        Change(path, _state(base, path, {}, {}), _state(head, path, modes, sizes))
        for path in sorted({*base, *head})
        if base.get(path) != head.get(path) or (path in modes and path in base)
    )
    touched = [change.path for change in changes]
    commits = said.get("commits", [{}])
    return Comparison(
        "b" * 40,
        "a" * 40,
        related=said.get("related", True),
        changes=changes if said.get("related", True) and said.get("mergeable", True) else (),
        commits=tuple(_commit(commit, touched) for commit in commits),
        conflicts=tuple(said.get("conflicts", ())),
        mergeable=said.get("mergeable", True),
        excess=tuple(Excess(each["kind"], int(each["found"]), int(each["limit"])) for each in said.get("excess", ())),
    )


def _state(
    tree: Mapping[str, bytes], path: str, modes: Mapping[str, str], sizes: Mapping[str, str]
) -> FileState | None:
    if path not in tree:
        return None
    size = int(sizes[path]) if path in sizes else len(tree[path])
    return FileState(modes.get(path, "100644"), _content(tree[path]).blob, size)


def _commit(said: Mapping[str, Any], touched: list[str]) -> CommitChange:
    return CommitChange(
        said.get("id", "c" * 40),
        said.get("email", _NEUTRAL),
        tuple(said.get("paths", touched)),
        tuple(said.get("foreign_parents", ())),
        said.get("merge", False),
    )


def _content(data: bytes) -> Content:
    return Content(data, hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest())


def _listing(tree: Mapping[str, bytes], folder: str) -> Iterator[str]:
    below = (path.removeprefix(f"{folder}/") for path in tree if path.startswith(f"{folder}/"))
    yield from dict.fromkeys(f"{folder}/{path.partition('/')[0]}" for path in below)


def _on_branches(everything: Mapping[str, bytes], ref: str) -> Iterator[tuple[str, Content]]:
    for path, data in everything.items():
        login, _, rest = path.removeprefix(_BRANCHES).partition("/")
        if path.startswith(_BRANCHES) and rest == f"{ref}/bids/{login}.yml":
            yield login, _content(data)


def _requests(tree: Mapping[str, bytes]) -> Iterator[bytes]:
    for path, data in tree.items():
        if path == opportunity_path(procurement_of(path) or ""):
            yield data
