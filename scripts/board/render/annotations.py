"""Findings as workflow commands of GitHub Actions, and as the summary of a step, in both languages.

Source: escapeData and escapeProperty in actions/toolkit, packages/core/src/command.ts.
"""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from board.core.finding import Finding
from board.core.text import LANGUAGES, Language
from board.render.report import address
from board.render.terminal import place, summary
from board.render.wording import quoted, sentence


def annotations(findings: Sequence[Finding], zone: tzinfo) -> Iterator[str]:
    """A workflow command for each finding; nothing that a stranger chose can end it or start another."""
    for finding in findings:
        where = {"file": finding.path, "line": str(finding.line), "col": str(finding.column)}
        properties = {key: value for key, value in where.items() if value != "0"}
        properties["title"] = f"{finding.code} {finding.name}"
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        text = " / ".join(
            f"{sentence(finding.message, finding, language, zone)} {sentence(finding.fix, finding, language, zone)}"
            for language in LANGUAGES
        )
        yield f"::{finding.severity} {listed}::{_data(text)}"


def step_summary(findings: Sequence[Finding], site: str, zone: tzinfo) -> Iterator[str]:
    """Lines of Markdown, English before French; what a stranger wrote is code and cannot be markup."""
    for language in LANGUAGES:
        yield f"## {'Check' if language == 'en' else 'Vérification'}"
        yield ""
        yield summary(findings, language)
        yield ""
        for finding in findings:
            yield from _item(finding, language, site, zone)
        yield ""


def _item(finding: Finding, language: Language, site: str, zone: tzinfo) -> Iterator[str]:
    url = address(finding.code, site, language)
    code = f"[{finding.code}]({url})" if url else finding.code
    message = sentence(finding.message, finding, language, zone, _fenced, _code)
    fix = sentence(finding.fix, finding, language, zone, _fenced, _code)
    yield f"- **{code} {finding.name}** {_code(place(finding), language)}<br>{message}<br>{fix}"


def _fenced(text: str, language: Language) -> str:
    return _code(quoted(text, language), language)


def _code(text: str, _language: Language) -> str:
    return f"<code>{''.join(_ENTITIES.get(c, c) for c in text)}</code>"


# Markdown inside an inline element is still Markdown, so every mark that could begin some is an entity.
_ENTITIES = {c: f"&#{ord(c)};" for c in "&<>\"'`*_[]()!|\\~#@:/.-"}


def _data(text: str) -> str:
    return _encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
