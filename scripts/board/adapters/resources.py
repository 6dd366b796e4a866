"""The program's own data: schemas, templates, labels, pages; from the package, else from the checkout."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from board.core import yaml
from board.core.document import Value
from board.model.scalar import Fields


class DataMissingError(Exception):
    """The program's data is neither in the package nor beside it.

    Attributes:
        tried: Where it was looked for.
    """

    def __init__(self, tried: tuple[Path, ...]) -> None:
        super().__init__(f"no schema/ in {' or '.join(map(str, tried))}")
        self.tried = tried


class DataBrokenError(Exception):
    """A file of the program's own data cannot be read.

    Attributes:
        path: Which.
    """

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


@cache
def data() -> Path:
    """The folder that holds ``schema/ site/ overrides/ mkdocs.yml``: ``board/data`` of a wheel, else the checkout."""
    package = Path(__file__).resolve().parent.parent
    tried = (package / "data", package.parent.parent)
    for folder in tried:
        if (folder / "schema").is_dir():
            return folder
    raise DataMissingError(tried)


def schemas() -> Mapping[str, Mapping[str, object]]:
    """File name to schema."""
    return {path.name: json.loads(path.read_bytes()) for path in sorted((data() / "schema").glob("*.json"))}


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Path on the site and bytes of each schema, as `build` publishes them."""
    for path in sorted((data() / "schema").glob("*.json")):
        yield f"schema/{path.name}", path.read_bytes()


def labels() -> Mapping[str, Value]:
    """Every word of the interface, side by side."""
    return _mapping(data() / "site" / "labels.yml")


def templates() -> Mapping[str, str]:
    """Name to text of each template of a page."""
    folder = data() / "site" / "templates"
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assets() -> Iterator[tuple[str, bytes]]:
    """Path on the site and bytes of each style sheet, script and font."""
    folder = data() / "site" / "assets"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"assets/{path.relative_to(folder).as_posix()}", path.read_bytes()


def demonstration() -> dict[str, Fields]:
    """File name to the content of the demonstration: its organizations, and each procurement."""
    return {path.name: _mapping(path) for path in sorted((data() / "site" / "demo").glob("*.yml"))}


def explanations(language: str) -> Mapping[str, str]:
    """Code of a rule to the Markdown that explains it."""
    folder = data() / "site" / "content" / language / "rules"
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}


def seed() -> Mapping[str, bytes]:
    """Path on a new board to bytes of what every board begins with: the law as data, the terms, the licences."""
    # The checkout is a board itself, so its own files are the ones that ship.
    folder = data() / "seed" if (data() / "seed").is_dir() else data() / "opportunities"
    found = (folder / "policy.yml", folder / "LICENSE.md", *sorted((folder / "terms").rglob("*.*")))
    return {f"opportunities/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}


def pages(language: str) -> Mapping[str, str]:
    """Path without ending, such as ``guide/owners``, to the Markdown of each authored page."""
    folder = data() / "site" / "content" / language
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.md"))
        if path.parent != folder / "rules"
    }


def _mapping(path: Path) -> Mapping[str, Value]:
    document = yaml.load(str(path), path.read_bytes())
    if not isinstance(document.value, dict):
        raise DataBrokenError(path, ", ".join(fault.kind for fault in document.faults))
    return document.value
