"""The page around what we stamp: what MkDocs built, cut to its marked parts and split at its tokens."""

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from board.core.text import Language
from board.render.lean import lean

# A shell stands at the depth of the pages that are stamped into it, so that relative links lead where they should.
Kind = Literal["home", "opportunity", "awards", "award", "rules", "rule", "terms", "not-found"]

# Kind to the page that MkDocs builds for it.
SHELLS: dict[Kind, str] = {
    "home": "index",
    "opportunity": "opportunities/o/0000/s",
    "awards": "awards",
    "award": "awards/o/0000/s/l",
    "rules": "rules",
    "rule": "rules/r",
    "terms": "terms/t",
    "not-found": "404-page",
}

_PART = re.compile(r"<!--board:([a-z]+)-->\n(.*?)<!--board:end-->", re.S)
_PARTS = ("head", "top", "main", "foot")
_TOKEN = re.compile(r"@@([a-z]+)@@")
_TOKENS = {"policy", "title", "description", "path", "style", "main"}
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_BLANK = re.compile(r"\n\s*\n+|\n[ \t]+")

_TAG: dict[Language, str] = {"en": "en-CA", "fr": "fr-CA"}


class ShellBrokenError(Exception):
    """What MkDocs built lacks a mark or a token, or has one twice."""


@dataclass(frozen=True, slots=True)
class Shell:
    """One page without its content.

    Attributes:
        parts: Text and names of tokens in turn, text first.
    """

    parts: tuple[str, ...]

    def stamp(self, title: str, description: str, path: str, main: Markup, style: str = "") -> str:
        """The whole page.

        Args:
            title: Of the page, without the name of the board.
            description: For search engines.
            path: From the root of the language, so that the way to the other language stays on the page.
            main: The content.
            style: Rules for this page alone; they are hashed, so nothing else may style it.
        """
        values = {
            "title": escape(title),
            "description": escape(description),
            "path": path,
            "style": f"<style>{style}</style>\n" if style else "",
            "main": main,
            "policy": _policy_of(style),
        }
        return "".join(values[part] if index % 2 else part for index, part in enumerate(self.parts))


def cut(html: str, language: Language) -> str:
    """The page that stands between the marks; everything else that the theme wrote is left behind.

    Head and body begin and end without tags, which HTML implies.

    Raises:
        ShellBrokenError: A mark is missing, or stands twice.
    """
    found = _PART.findall(html)
    if tuple(name for name, _ in found) != _PARTS:
        raise ShellBrokenError(f"marks {[name for name, _ in found]} where {list(_PARTS)} should be")
    head, top, main, foot = (_BLANK.sub("\n", text.strip()) for _, text in found)
    return lean(
        f'<!doctype html>\n<html lang="{_TAG[language]}" class="noscript">\n{head}\n{top}\n'
        f'<main id="main" class="wrap" tabindex="-1">\n{main}\n</main>\n{foot}\n'
    )


def shell(html: str, language: Language) -> Shell:
    """The shell that MkDocs built for one kind of page.

    Raises:
        ShellBrokenError: A token is missing, or one that fills a page stands twice.
    """
    parts = _TOKEN.split(cut(html, language))
    tokens = parts[1::2]
    if set(tokens) != _TOKENS or any(tokens.count(once) != 1 for once in ("policy", "main", "style", "title")):
        raise ShellBrokenError(f"tokens {sorted(tokens)}")
    return Shell(tuple(parts))


def authored(html: str, language: Language) -> str:
    """A page that we wrote, whole, with the policy that fits its own style."""
    return with_policy(cut(html, language))


def with_policy(page: str) -> str:
    """*page* with the policy that lets run and load what it was built with, and nothing else."""
    own = _STYLE.search(page)
    return page.replace("@@policy@@", _policy_of(own[1] if own else ""))


def _policy_of(style: str) -> str:
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'{_hash(style)}; img-src 'self' data:; "
        "font-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f" 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" if text else ""
