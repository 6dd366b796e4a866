"""A page before it is stamped, and what stands at the foot of every one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import quote

from markupsafe import Markup

from board.model.board import BoardSettings
from board.render.edition import OTHER, Edition
from board.render.shell import Kind


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says.

    Attributes:
        kind: Of the shell into which it is stamped.
        path: From the root of the language, with a final slash; empty for the home page.
        title: Without the name of the board.
        description: One line for search engines.
        main: The content.
        style: Rules for this page alone.
    """

    kind: Kind
    path: str
    title: str
    description: str
    main: Markup
    style: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a page leads beside its content.

    Attributes:
        home: The home page of the language, from this page.
        twin: The same page in the other language, from this page.
        problem: Where a problem on this page is reported.
        source: Source and history of what it shows; empty where nobody knows.
        modified: Day of the last change of what it shows; empty where nobody knows.
    """

    home: str
    twin: str
    problem: str
    source: str = ""
    modified: str = ""


def foot(edition: Edition, path: str, shows: str, refs: Iterable[str] = ()) -> Foot:
    """What stands at the foot of the page at *path*.

    Args:
        edition: Of which it is a page.
        path: From the root of the language.
        shows: File or folder of the record that it shows; empty for none.
        refs: The procurements that it is about.
    """
    site = edition.site
    up = "../" * path.count("/")
    modified = max((site.modified[ref] for ref in refs if ref in site.modified), default=None)
    return Foot(
        home=up or "./",
        twin=f"{up}../{OTHER[edition.language]}/{path}",
        problem=problem(site.settings),
        source=source(site.settings, shows) if shows else "",
        modified=modified.isoformat() if modified else "",
    )


def problem(settings: BoardSettings) -> str:
    """Where somebody tells that a page is wrong."""
    repository = settings.repository
    if repository and repository.kind == "github":
        return f"{repository.url}/issues/new"
    return f"mailto:{settings.contact}"


def source(settings: BoardSettings, path: str) -> str:
    """Where the file or folder at *path* and its history are shown; empty where the board names no forge."""
    repository = settings.repository
    if not repository or repository.kind != "github":
        return ""
    form = "blob" if path.endswith((".yml", ".md")) else "tree"
    return f"{repository.url}/{form}/{quote(repository.branch)}/{path}"


def between(start: str, to: str) -> str:
    """The way from the page at one path to the page at another, both from the root of the language."""
    return relpath(to or ".", start or ".") + "/"


def shared(texts: Sequence[str]) -> str:
    """Words of files, such as skills, in one line."""
    return ", ".join(texts)
