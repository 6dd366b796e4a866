"""From the record to the files of its site, in both languages."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from html import escape

from board.core.document import Document
from board.core.finding import Finding
from board.core.text import LANGUAGES, Language
from board.jobs.check_tree import judge_document
from board.model.procurement import Procurement
from board.model.terms import Terms
from board.render.doors import front_door, lost_door, lost_page
from board.render.edition import Edition, Site, edition
from board.render.entries import Entry, entry
from board.render.page import Page
from board.render.pages_award import award_page
from board.render.pages_lists import awards_page, home_page
from board.render.pages_opportunity import form_of, opportunity_page, opportunity_path
from board.render.pages_rules import Explained, rule_page, rules_page, terms_page
from board.render.shell import SHELLS, Kind, Shell, authored, shell
from board.state.lifecycle import turned

# Path and content of each file.
Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Press:
    """One language, ready to stamp.

    Attributes:
        edition: Words, templates, and what they rest on.
        shells: The page around each kind.
    """

    edition: Edition
    shells: Mapping[Kind, Shell]

    def stamped(self, page: Page) -> tuple[str, bytes]:
        """Path and content of a page, whole."""
        html = self.shells[page.kind].stamp(page.title, page.description, page.path, page.main, page.style)
        return f"{self.edition.language}/{page_file(page.path)}", html.encode()


@dataclass(frozen=True, slots=True)
class Stamped:
    """What came of one procurement.

    Attributes:
        files: Its pages in both languages; none where it was left out.
        entry: What the lists need of it; None where it was left out.
        findings: What is wrong with its files.
        turned: The last instant at which its pages changed by themselves; None before the first.
    """

    files: tuple[tuple[str, bytes], ...]
    entry: Entry | None
    findings: tuple[Finding, ...]
    turned: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordState:
    """The state of the record that a site shows.

    Attributes:
        head: Id of the commit; empty outside a repository.
        changed_at: Instant of that commit; None outside a repository.
        clean: Whether the files are those of that commit.
        turned: The last instant at which a page changed by itself; None before the first.
    """

    head: str = ""
    changed_at: datetime | None = None
    clean: bool = True
    turned: datetime | None = None


def page_file(path: str) -> str:
    """The file of the page at *path*."""
    return path if path.endswith(".html") else f"{path}index.html"


def presses(site: Site, zone: tzinfo, built: Mapping[Language, Mapping[str, str]]) -> tuple[Press, ...]:
    """Both languages, ready to stamp.

    Args:
        site: What every page rests on.
        zone: In which instants are told.
        built: What MkDocs made for each language: path to text.

    Raises:
        ShellBrokenError: A shell lacks a mark or a token.
    """
    return tuple(
        Press(
            edition(site, language, zone),
            {kind: shell(built[language][_built(path)], language) for kind, path in SHELLS.items()},
        )
        for language in LANGUAGES
    )


def stamp(given: Sequence[Press], procurement: Procurement, now: datetime) -> Stamped:
    """The pages of one procurement; it is left out where what a page must show cannot be read."""
    findings = tuple(finding for document in procurement.documents.values() for finding in judge_document(document))
    listed = entry(procurement, now)
    since = turned(procurement.opportunity, now) if procurement.opportunity else None
    if listed is None or any(_must_be_shown(document) for document in procurement.documents.values()):
        return Stamped((), None, findings, since)
    files = [file for press in given for file in _of_procurement(press, procurement)]
    return Stamped(tuple(files), listed, findings, since)


def lists(given: Sequence[Press], entries: Sequence[Entry]) -> Files:
    """The home page and the list of awards."""
    for press in given:
        yield press.stamped(home_page(press.edition, entries))
        yield press.stamped(awards_page(press.edition, entries))


def texts(
    given: Sequence[Press],
    built: Mapping[Language, Mapping[str, str]],
    rules: Sequence[Explained],
    terms: Iterable[Terms],
) -> Files:
    """The pages that no procurement changes: what we wrote, rules, terms, and what a lost reader sees."""
    versions = tuple(terms)
    for press in given:
        language = press.edition.language
        own = {_built(path) for path in SHELLS.values()} | {"404.html"}
        for path, html in built[language].items():
            if path.endswith(".html") and path not in own:
                yield f"{language}/{path}", authored(html, language).encode()
        yield press.stamped(rules_page(press.edition, rules))
        yield from (press.stamped(rule_page(press.edition, rule)) for rule in rules)
        yield from (press.stamped(terms_page(press.edition, version)) for version in versions)
        yield press.stamped(lost_page(press.edition))


def frame(given: Sequence[Press], built: Mapping[str, str], home: str) -> Files:
    """What stands above both languages: two doors, and the theme's style sheet.

    Args:
        given: Both languages.
        built: What MkDocs made for one of them.
        home: Address of the site with a final slash; empty where nobody knows it.
    """
    yield "index.html", front_door(given[0].edition).encode()
    yield "404.html", lost_door(given[0].edition, home).encode()
    (sheet,) = (text for path, text in built.items() if path.endswith(".css"))
    # The theme's map of its sources is not published.
    yield "assets/material.css", sheet.partition("/*# sourceMappingURL")[0].rstrip().encode()


def record(state: RecordState, entries: Sequence[Entry], mode: str) -> bytes:
    """`record.json`: the state of the record that this site shows."""
    values = {
        "head": state.head or None,
        "changed": state.changed_at.isoformat() if state.changed_at else None,
        "clean": state.clean,
        "turned": state.turned.astimezone(UTC).isoformat() if state.turned else None,
        "mode": mode,
        "procurements": len(entries),
        "awards": sum(len(one.awards) for one in entries),
    }
    return (json.dumps(values, indent=2) + "\n").encode()


def is_shown(published: bytes, state: RecordState) -> bool:
    """Whether the site that published this `record.json` shows that state: between two events nothing on it changes."""
    try:
        values = json.loads(published)
        turned_at = values["turned"]
        shown = RecordState(
            values["head"] or "",
            None,
            values["clean"] is True,
            datetime.fromisoformat(turned_at) if turned_at else None,
        )
    except (ValueError, KeyError, TypeError):
        return False
    # Files that are in no commit may have changed since, and nobody could tell.
    return bool(state.head) and state.clean and shown == replace(state, changed_at=None)


def sitemap(address: str, paths: Iterable[str]) -> bytes:
    """`sitemap.xml`: the address of every page in a language."""
    pages = sorted(path.removesuffix("index.html") for path in paths if path.endswith("/index.html"))
    lines = "".join(f"<url><loc>{escape(address + path)}</loc></url>\n" for path in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    ).encode()


def _of_procurement(press: Press, procurement: Procurement) -> Files:
    opportunity, edition = procurement.opportunity, press.edition
    if opportunity is None:
        return
    form = form_of(edition, procurement)
    yield press.stamped(opportunity_page(edition, procurement, opportunity, form))
    for award in procurement.awards.values():
        yield press.stamped(award_page(edition, procurement, opportunity, award))
    if form:
        yield f"{edition.language}/{opportunity_path(procurement.ref)}bid.yml", form.encode()


def _must_be_shown(document: Document) -> bool:
    """Whether a file is at fault without which a page would say what is not so; a bid may be missing from a page."""
    return bool(document.faults) and document.path.endswith(("/opportunity.yml", "/award.yml", "/cancellation.yml"))


def _built(path: str) -> str:
    """The file that MkDocs makes of a text."""
    return "index.html" if path == "index" else f"{path}/index.html"
