"""Every link, fragment and file of a built site, followed on disk."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

LANGUAGES = ("en", "fr")

# What a page loads by itself; only a link that somebody follows may lead to another host.
_LOADS = {"script": "src", "img": "src", "source": "src", "iframe": "src", "use": "href", "form": "action"}
_URL = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+?)[\"']?\s*\)")


@dataclass(frozen=True, slots=True)
class Link:
    """One address on a page.

    Attributes:
        tag: Of the element that holds it.
        address: As it stands there.
        relation: The words of ``rel``.
        language: Of ``hreflang``; empty where there is none.
    """

    tag: str
    address: str
    relation: str
    language: str


class Seen(HTMLParser):
    """What a page links to, and what can be linked to on it.

    Attributes:
        links: In order.
        ids: In order, twice where they stand twice.
        language: Of the page.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.language = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what one element leads to, and its name."""
        has = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = has.get("lang", "")
        if "id" in has:
            self.ids.append(has["id"])
        name = "href" if tag in ("a", "link", "area") else _LOADS.get(tag, "")
        if name in has:
            self.links.append(Link(tag, has[name], has.get("rel", ""), has.get("hreflang", "")))


def pages(site: Path) -> dict[str, Seen]:
    """Path to what stands on it, for each page of a built site."""
    return {path.relative_to(site).as_posix(): Seen(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def dead(site: Path, seen: Mapping[str, Seen]) -> Iterator[str]:
    """The links that lead nowhere, and the loads that ask another host."""
    for path, page in seen.items():
        for link in page.links:
            problem = _problem(site, seen, path, link)
            if problem:
                yield f"{path}: {link.address}: {problem}"
    for sheet in sorted(site.rglob("*.css")):
        path = sheet.relative_to(site).as_posix()
        for address in _URL.findall(sheet.read_text("utf-8")):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                yield f"{path}: {address}: another host"
            elif not (site / _inside(path, parts.path)).is_file():
                yield f"{path}: {address}: not there"


def repeated(seen: Mapping[str, Seen]) -> Iterator[str]:
    """The ids that stand twice on a page, so that a fragment cannot mean one place."""
    for path, page in seen.items():
        for name, times in Counter(page.ids).items():
            if times > 1:
                yield f"{path}: #{name} stands {times} times"


def one_sided(seen: Mapping[str, Seen]) -> Iterator[str]:
    """The pages without twin in the other language, without the way to it, or in another language than they say."""
    for path, page in seen.items():
        language, _, rest = path.partition("/")
        if language not in LANGUAGES:
            continue
        if not page.language.startswith(language):
            yield f"{path}: says it is in {page.language!r}"
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        twin = f"{other}/{rest}"
        if twin not in seen:
            yield f"{path}: has no twin {twin}"
        for tag, relation in (("a", ""), ("link", "alternate")):
            leads = [
                _file(_inside(path, urlsplit(link.address).path))
                for link in page.links
                if link.tag == tag and relation in link.relation and link.language.startswith(other)
            ]
            if twin not in leads:
                yield f"{path}: no <{tag}> leads to {twin}"


def _problem(site: Path, seen: Mapping[str, Seen], path: str, link: Link) -> str:
    parts = urlsplit(link.address)
    if parts.scheme in ("mailto", "data"):
        return ""
    if parts.scheme or parts.netloc:
        follows = link.tag in ("a", "area") or link.relation == "canonical"
        return "" if follows and parts.scheme == "https" else "another host"
    if parts.path.startswith("/"):
        return "breaks under a sub-path"
    target = _inside(path, unquote(parts.path)) if parts.path else path
    if (site / target).is_dir() and not parts.path.endswith(("/", ".")):
        return "a folder without its slash"
    target = _file(target + "/" if (site / target).is_dir() else target)
    if target.startswith("..") or not (site / target).is_file():
        return "not there"
    if parts.fragment and target in seen and unquote(parts.fragment) not in seen[target].ids:
        return "no such place on that page"
    return ""


def _inside(path: str, address: str) -> str:
    whole = normpath(join(dirname(path), address))
    return whole + "/" if address.endswith(("/", ".")) or not address else whole


def _file(path: str) -> str:
    return normpath(f"{path}/index.html") if path.endswith("/") else path
