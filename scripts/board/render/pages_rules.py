"""The pages that explain rules, and the versions of the terms: texts of our own and of those who run the board."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from board.core.finding import Severity
from board.core.text import Bilingual, Text
from board.model.terms import Terms
from board.render.edition import Edition
from board.render.markdown import ours, told
from board.render.page import Page, foot

_TITLE = re.compile(r"\A# +(.+?)\n+(.*?)\n*(?=^## |\Z)", re.S | re.M)
_BLOCK = re.compile(r'(<pre><code class="language-yaml">)(.*?)(</code></pre>)', re.S)

FAMILIES = ("DOC", "SCH", "BRD", "ORG", "OPP", "CHG", "BID", "LOG", "AWD")


class ExplanationBrokenError(Exception):
    """The page of a rule does not begin with a title and a paragraph.

    Attributes:
        code: Of the rule.
    """

    def __init__(self, code: str) -> None:
        super().__init__(f"the explanation of {code} does not begin with a title and a paragraph")
        self.code = code


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule with its explanation.

    Attributes:
        code: Such as ``OPP104``.
        name: The fault.
        severity: What a finding of it does.
        text: Markdown in both languages.
    """

    code: str
    name: str
    severity: Severity
    text: Bilingual

    @property
    def family(self) -> str:
        """The three letters before the number."""
        return self.code[:3]

    @property
    def title(self) -> Bilingual:
        """The first line, without its marks.

        Raises:
            ExplanationBrokenError: There is none.
        """
        found = _TITLE.match(self.text.en), _TITLE.match(self.text.fr)
        if not found[0] or not found[1]:
            raise ExplanationBrokenError(self.code)
        return Bilingual(found[0][1].replace("`", ""), found[1][1].replace("`", ""))


@dataclass(frozen=True, slots=True)
class _Line:
    """One rule in the list."""

    code: str
    title: Markup
    severity: Severity


@dataclass(frozen=True, slots=True)
class _Family:
    """One family in the list."""

    code: str
    rules: tuple[_Line, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """What the template of the list is given."""

    families: tuple[_Family, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the template of a rule is given."""

    rule: Explained
    title: Markup
    lead: Markup
    body: Markup
    command: str


@dataclass(frozen=True, slots=True)
class _Declaration:
    """One declaration with its source in one language."""

    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the template of the terms is given."""

    text: Markup
    declarations: tuple[_Declaration, ...]


_COMMANDS: Mapping[str, str] = {
    "CHG": "board check --base main --head HEAD --author LOGIN",
    "LOG": "board close {ref}",
    "AWD": "board award {ref} --as LOGIN",
}
_REF = Text("ORG/YEAR/NAME", "ORG/ANNÉE/NOM")


def rules_page(edition: Edition, rules: Sequence[Explained]) -> Page:
    """The list of rules, by family."""
    families = tuple(_Family(code, tuple(_lines(edition, rules, code))) for code in FAMILIES)
    view = _List(tuple(family for family in families if family.rules))
    return Page(
        "rules",
        "rules/",
        str(edition.words.say("rules.title").unescape()),
        str(edition.words.say("rules.lead").unescape()),
        edition.render("rules.html", v=view, page=foot(edition, "rules/", "")),
    )


def rule_page(edition: Edition, rule: Explained) -> Page:
    """The page of one rule.

    Raises:
        ExplanationBrokenError: Its text has not the agreed form.
    """
    title, lead, rest = _parts(edition, rule)
    path = f"rules/{rule.code}/"
    command = _COMMANDS.get(rule.family, "board check").format(ref=_REF[edition.language])
    view = _Rule(rule, title, lead, _with_mends(ours(rest)), command)
    return Page(
        "rule",
        path,
        f"{rule.code} {title.striptags()}",
        str(edition.words.say("description.rule").unescape()),
        edition.render("rule.html", v=view, page=foot(edition, path, "")),
    )


def terms_page(edition: Edition, terms: Terms) -> Page:
    """One version of the terms, with its declarations; the text is shown as that of any stranger."""
    path = f"terms/{terms.version}/"
    text, language = terms.text[edition.language], edition.language
    title = edition.words.say("terms-page.title", version=terms.version)
    listed = tuple(
        _Declaration(one.text, one.source.split(" / ")[-1 if language == "fr" else 0]) for one in terms.declarations
    )
    # Its own first heading is the title of the page.
    bare = re.sub(r"\A\s*# +(.+)\n", "", text)
    head = re.match(r"\s*# +(.+)\n", text)
    main = edition.render(
        "terms.html", v=_Terms(told(bare), listed), page=foot(edition, path, f"opportunities/terms/{terms.version}")
    )
    heading = escape(head[1].strip()) if head else title
    return Page(
        "terms", path, str(title.unescape()), str(title.unescape()), Markup("<h1>{}</h1>\n").format(heading) + main
    )


def _lines(edition: Edition, rules: Sequence[Explained], family: str) -> Iterator[_Line]:
    for rule in rules:
        if rule.family == family:
            yield _Line(rule.code, _parts(edition, rule)[0], rule.severity)


def _parts(edition: Edition, rule: Explained) -> tuple[Markup, Markup, str]:
    """Title and first paragraph as markup in a line, and the rest as it stands."""
    text = rule.text[edition.language]
    found = _TITLE.match(text)
    if not found or not found[2].strip():
        raise ExplanationBrokenError(rule.code)
    return _line(found[1]), _line(found[2]), text[found.end() :]


def _line(text: str) -> Markup:
    """A paragraph without its own element."""
    return Markup(re.sub(r"\A<p>(.*)</p>\s*\Z", r"\1", str(ours(text)), flags=re.S))  # noqa: S704 - ours


def _with_mends(body: Markup) -> Markup:
    """The lines of the mended example that the faulty one lacks are marked as inserted."""
    text = str(body)
    blocks = list(_BLOCK.finditer(text))
    if len(blocks) != 2:
        return body
    faulty, mended = (block[2].splitlines() for block in blocks)
    # A line that is an element of its own brings its own break.
    shown = "".join(f"{line}\n" if line in faulty else f"<ins>{line}</ins>" for line in mended).rstrip("\n")
    return Markup(text[: blocks[1].start(2)] + shown + text[blocks[1].end(2) :])  # noqa: S704 - ours
