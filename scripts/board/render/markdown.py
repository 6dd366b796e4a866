"""Markdown that a stranger wrote, as HTML that can do nothing.

Raw HTML appears as text, so a reviewer sees what was tried; images become links; nothing is loaded. What markdown-it
gives is cleaned once more by nh3, which knows nothing of Markdown.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_TAGS = {"p", "br", "em", "strong", "s", "del", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a"}
_TAGS |= {"h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_SCHEMES = {"https", "http", "mailto"}
_GONE = {"script", "style", "svg", "math", "template", "noscript", "iframe", "object", "title", "textarea"}
_RELATION = "nofollow ugc noreferrer"

# The title of the page, and a heading of ours, stand above the headings of a stranger.
_SHIFT = 2


def told(text: str) -> Markup:
    """What a stranger wrote: its headings two levels down, the real host of each link shown after it."""
    reader = _untrusted()
    tokens = list(_mild(reader.parse(text)))
    clean = _cleaner().clean(reader.renderer.render(tokens, reader.options, {}))
    # The cleaner spells out the one space that has a name, a third of whose bytes the space itself takes.
    return Markup(clean.replace("&nbsp;", "\u00a0"))  # noqa: S704 - cleaned


def ours(text: str) -> Markup:
    """What the program itself says in Markdown; raw HTML is text here too."""
    return Markup(_trusted().render(text))  # noqa: S704 - written by us, and the reader lets no HTML through


def host(address: str) -> str | None:
    """The host of an address that a page may lead to; None where it may not.

    What names no host or a user, holds a control character or a space, or cannot be read as an address, may not.
    """
    if not address.isprintable() or any(c.isspace() or c == "\\" for c in address):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    return f"{parts.hostname}:{port}" if port else parts.hostname


def _mild(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            yield token.copy(tag=f"h{min(6, int(token.tag[1]) + _SHIFT)}")
        elif token.children:
            yield token.copy(children=list(_with_hosts(token.children)))
        else:
            yield token


def _with_hosts(tokens: Sequence[Token]) -> Iterator[Token]:
    """The same, with the host of each link in parentheses where its own text is not the whole address."""
    address, shown = "", ""
    for token in tokens:
        yield token
        if token.type == "link_open":
            address, shown = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close":
            where = address.removeprefix("mailto:") if address.startswith("mailto:") else host(address)
            if where and shown not in (address, where):
                yield Token("text", "", 0, content=f" ({where})")
        elif address:
            shown += token.content


@cache
def _untrusted() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    return reader.enable(["table", "strikethrough"]).disable("image")


@cache
def _trusted() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_GONE,
        attributes={"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        attribute_filter=_attribute,
        link_rel=_RELATION,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute that may stay."""
    if tag == "a" and name == "href":
        return value if host(value) or (value.startswith("mailto:") and value.isprintable()) else None
    return value
