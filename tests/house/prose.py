"""Every text that the program says in a language, gathered from code, labels, pages and catalogues."""

import ast
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from babel.messages.pofile import read_po

from board.core.text import LANGUAGES, Language

TOP = Path(__file__).parents[2]
SOURCE = TOP / "scripts" / "board"

# Calls whose first two arguments are the English and the French of one text.
_PAIRS = ("Text", "Bilingual")
_KEYWORDS = {"en": ("en", "fix_en"), "fr": ("fr", "fix_fr")}


@dataclass(frozen=True, slots=True)
class Said:
    """One text in one language.

    Attributes:
        where: Its file, with the line where there is one.
        text: Without code, addresses and markup.
    """

    where: str
    text: str


def everything(language: Language) -> Iterator[Said]:
    """Every text of the program in *language*."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield from in_code(path, language)
    for path in sorted([*SOURCE.rglob("*.yml"), *(TOP / "site").rglob("*.yml")]):
        yield from in_values(path, language)
    for path in sorted((TOP / "site" / "content" / language).rglob("*.md")):
        yield from in_markdown(path)
    if language == "fr":
        for path in sorted(SOURCE.rglob("*.po")):
            yield from in_catalogue(path)


def in_code(path: Path, language: Language) -> Iterator[Said]:
    """The texts in ``Text(…)``, ``Bilingual(…)`` and in the sentences of rules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = [node.args[LANGUAGES.index(language)]] if name in _PAIRS and len(node.args) == 2 else []
        given += [keyword.value for keyword in node.keywords if keyword.arg in _KEYWORDS[language]]
        for value in given:
            text = _literal(value)
            if text:
                yield Said(f"{path.relative_to(TOP)}:{value.lineno}", without_code(text))


def in_values(path: Path, language: Language) -> Iterator[Said]:
    """The texts under keys named for the language, at any depth of a YAML file."""
    for text in _under(yaml.safe_load(path.read_bytes()), language):
        yield Said(str(path.relative_to(TOP)), without_code(text))


def in_markdown(path: Path) -> Iterator[Said]:
    """The paragraphs of a page, without front matter, fenced code and markup."""
    text = re.sub(r"\A---\n.*?\n---\n", lambda found: "\n" * found[0].count("\n"), path.read_text("utf-8"), flags=re.S)
    text = re.sub(r"^( *)(```|~~~).*?^ *\2 *$", lambda found: "\n" * found[0].count("\n"), text, flags=re.S | re.M)
    start = 1
    for paragraph in re.split(r"(\n\s*\n)", text):
        if paragraph.strip():
            yield Said(f"{path.relative_to(TOP)}:{start}", without_code(paragraph))
        start += paragraph.count("\n")


def in_catalogue(path: Path) -> Iterator[Said]:
    """The translations in a gettext catalogue."""
    with path.open("rb") as file:
        for message in read_po(file):
            translations = [message.string] if isinstance(message.string, str) else message.string
            for text in translations or [] if message.id else []:
                yield Said(f"{path.relative_to(TOP)}:{message.lineno}", without_code(text))


def without_code(text: str) -> str:
    """*text* as it is read: without code, addresses, tags, and what is marked as another language."""
    # A pair of a file, such as mode: "trial" or id: "{found}", is code wherever it stands.
    text = re.sub(r"(?<![\w»])[a-z_]+: (?:\"[^\"]*\"|\{\w+\})", "§", text)
    text = re.sub(r"<(\w+) lang=\"[a-zA-Z-]+\"[^>]*>.*?</\1>", "§", text, flags=re.S)
    text = re.sub(r"(`+).*?\1|</?[a-zA-Z][^>]*>", lambda found: "§" if found[0][0] == "`" else "", text, flags=re.S)
    text = re.sub(r"\]\([^)]*\)|https?://[^\s»)]+|^ *!!! .*?\"(.*)\"$", lambda f: f[1] or "", text, flags=re.M)
    text = re.sub(r"^[ |:-]+$|^\s*(\[\^?[^\]]*\]:.*)$", "", text, flags=re.M)
    return html.unescape(re.sub(r"^ *[#>]+ +|[*_\[]+(?=\S)|(?<=\S)[*_]+", "", text, flags=re.M))


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_literal(part) or "{}" for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _literal(left) + _literal(right)
    return ""


def _under(value: object, language: Language) -> Iterator[str]:
    if isinstance(value, dict):
        for key, child in value.items():
            if key == language:
                yield from _texts(child)
            else:
                yield from _under(child, language)
    elif isinstance(value, list):
        for child in value:
            yield from _under(child, language)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from _texts(child)
