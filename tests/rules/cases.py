"""Cases of rules: files under `tests/rules/<CODE>/`, in the form that the README beside them tells."""

import base64
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from board.core.rule import Rule
from board.rules import AWD, BID, BRD, CHG, DOC, LOG, OPP, ORG, SCH
from board.rules.run import Locate

HERE = Path(__file__).parent
SPECIMEN = HERE.parent / "specimen"

NOW = "2026-09-10T12:00:00-04:00"
REF = "dex-mex/2026/date-filter"
LOGIN = "maple-works"

_NAME = re.compile(r"(?P<verdict>pass|fail)-[a-z0-9]+(?:-[a-z0-9]+)*\.yml")


class MalformedCaseError(Exception):
    """A case is not written as the README tells."""


class _Loader(yaml.CSafeLoader):
    """Text for every scalar but a plain true or false: cases hold what the loader of the record would refuse."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


@dataclass(frozen=True, slots=True)
class Case:
    """One case; the attributes are the keys of the file, with its defaults.

    Attributes:
        code: Of the rule that it runs.
        name: Of the file, without the ending.
        content: Whole file as bytes, from `content` or `base64`; None where the specimen's counts.
        padded: Bytes to which a comment at its end fills the file up; 0 for none.
        odd: What stands there in the place of a file, in both languages; empty for a file.
        received: None where no clock saw it.
        earlier: Price of an earlier bid of the same supplier; empty for none.
        expect: What the rule finds; None in a pass case, and in a fail case that leaves it open.
    """

    code: str
    name: str
    path: str = f"opportunities/{REF}/opportunity.yml"
    content: bytes | None = None
    padded: int = 0
    odd: Mapping[str, str] = field(default_factory=dict)
    edits: Sequence[Mapping[str, str]] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    remove: Sequence[str] = ()
    now: datetime = field(default_factory=lambda: datetime.fromisoformat(NOW))
    received: datetime | None = field(default_factory=lambda: datetime.fromisoformat(NOW))
    ref: str = REF
    login: str = LOGIN
    earlier: str = ""
    change: Mapping[str, Any] = field(default_factory=dict)
    award: Mapping[str, Any] = field(default_factory=dict)
    cancel: Mapping[str, Any] = field(default_factory=dict)
    history: Sequence[Mapping[str, Any]] = ()
    log: Sequence[Mapping[str, Any]] = ()
    closing: Mapping[str, Any] | None = None
    evaluation: Mapping[str, Any] | None = None
    asked: Mapping[str, Any] = field(default_factory=dict)
    desk: Mapping[str, Any] = field(default_factory=dict)
    opened: Mapping[str, str] = field(default_factory=dict)
    expect: Sequence[Mapping[str, str]] | None = None

    @property
    def passes(self) -> bool:
        """Whether the rule must find nothing."""
        return self.name.startswith("pass-")

    def tree(self) -> dict[str, bytes]:
        """The specimen after the edits of the case: path from its root to content."""
        return changed(specimen(), self.edits, self.files, self.remove)


@dataclass(frozen=True, slots=True)
class Staged:
    """What a rule is run on: the arguments of `rules.run.run`.

    Attributes:
        subject: What it looks at.
        situation: What it may know beside it.
        path: The file that is meant where a violation names none.
        locate: Gives the place of a JSON pointer in a file.
    """

    subject: Any
    situation: Any
    path: str
    locate: Locate


def rules() -> dict[str, Rule[Any, Any]]:
    """Code to rule, of every family."""
    families: Iterable[Iterable[Rule[Any, Any]]] = (DOC, SCH, BRD, ORG, OPP, CHG, BID, LOG, AWD)
    return {rule.code: rule for family in families for rule in family}


def paths(folder: Path = HERE) -> Iterator[Path]:
    """The files of all cases, in order."""
    for path in sorted(folder.glob("[A-Z]*/*")):
        if not _NAME.fullmatch(path.name):
            raise MalformedCaseError(f"{path}: neither pass-<why>.yml nor fail-<why>.yml")
        yield path


def read(path: Path) -> Case:
    """The case of one file.

    Raises:
        MalformedCaseError: It is not written as the README tells.
    """
    said = yaml.load(path.read_bytes(), _Loader) or {}  # noqa: S506 - a safe loader with fewer types
    keys = {each.name for each in fields(Case)} - {"code", "name"} | {"base64"}
    if unknown := said.keys() - keys:
        raise MalformedCaseError(f"{path}: no key is called {', '.join(sorted(unknown))}")
    if "content" in said:
        said["content"] = said["content"].encode()
    if "base64" in said:
        said["content"] = base64.b64decode("".join(said.pop("base64").split()), validate=True)
    if "padded" in said:
        said["padded"] = int(said["padded"])
    if "now" in said:
        said["now"] = datetime.fromisoformat(said["now"])
    if "received" in said:
        said["received"] = None if said["received"] == "none" else datetime.fromisoformat(said["received"])
    case = Case(path.parent.name, path.stem, **said)
    if case.expect is not None and (case.passes or not case.expect):
        raise MalformedCaseError(f"{path}: a pass case expects nothing, a fail case something")
    return case


@cache
def specimen() -> Mapping[str, bytes]:
    """Path to content of every file in `tests/specimen`, with slashes."""
    return {
        path.relative_to(SPECIMEN).as_posix(): path.read_bytes()
        for path in sorted(SPECIMEN.rglob("*"))
        if path.is_file()
    }


def changed(
    tree: Mapping[str, bytes], edits: Sequence[Mapping[str, str]], files: Mapping[str, str], remove: Sequence[str]
) -> dict[str, bytes]:
    """*tree* after edits, with whole files put in, and without others.

    Raises:
        MalformedCaseError: A file is not there, or an edited text does not stand there exactly once.
    """
    after = dict(tree)
    for path in remove:
        if after.pop(path, None) is None:
            raise MalformedCaseError(f"{path} is not there to be removed")
    after |= {path: text.encode() for path, text in files.items()}
    for edit in edits:
        path, old, new = edit["file"], edit["from"].encode(), edit["to"].encode()
        if after.get(path, b"").count(old) != 1:
            raise MalformedCaseError(f"{edit['from']!r} does not stand exactly once in {path}")
        after[path] = after[path].replace(old, new)
    return after
