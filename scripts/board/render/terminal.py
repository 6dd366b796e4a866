"""Findings for a person at a terminal, in one language."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from board.core.finding import Finding, refuses
from board.core.text import Language, Text
from board.render import locale
from board.render.report import address
from board.render.wording import sentence, visible

_SEVERITY = {"error": Text("error", "erreur"), "warning": Text("warning", "avertissement")}
_FIX = Text("To mend it: {fix}", "Pour corriger\u00a0: {fix}")
_NONE = Text("Nothing is wrong.", "Rien à redire.")
_WARNED = Text("Nothing stops it; {warnings}.", "Rien ne s’y oppose\u202f; {warnings}.")
_REFUSED = Text(
    "{counts}. Mend the errors and run it again.", "{counts}. Corrigez les erreurs, puis relancez la commande."
)
_ERRORS = (Text("{n} error", "{n} erreur"), Text("{n} errors", "{n} erreurs"))
_WARNINGS = (Text("{n} warning", "{n} avertissement"), Text("{n} warnings", "{n} avertissements"))


def listing(findings: Sequence[Finding], language: Language, site: str, zone: tzinfo) -> Iterator[str]:
    """A block of lines for each finding, without final line breaks."""
    for finding in findings:
        yield f"{place(finding)}: {finding.code} {finding.name} ({_SEVERITY[finding.severity][language]})"
        yield f"    {sentence(finding.message, finding, language, zone)}"
        yield f"    {_FIX[language].format(fix=sentence(finding.fix, finding, language, zone))}"
        url = address(finding.code, site, language)
        if url:
            yield f"    {url}"


def place(finding: Finding) -> str:
    """``path:line:column``, or the path alone where the file as a whole is meant."""
    path = visible(finding.path)
    return f"{path}:{finding.line}:{finding.column}" if finding.line else path


def summary(findings: Sequence[Finding], language: Language) -> str:
    """What the run came to, in one sentence."""
    if any(map(refuses, findings)):
        return _REFUSED[language].format(counts=counts(findings, language))
    return _WARNED[language].format(warnings=_warnings(findings, language)) if findings else _NONE[language]


def counts(findings: Sequence[Finding], language: Language) -> str:
    """How many errors and warnings there are."""
    errors = _count(_ERRORS, sum(map(refuses, findings)), language)
    return f"{errors}, {_warnings(findings, language)}"


def _warnings(findings: Sequence[Finding], language: Language) -> str:
    return _count(_WARNINGS, sum(not refuses(finding) for finding in findings), language)


def _count(forms: tuple[Text, Text], count: int, language: Language) -> str:
    form = forms[0] if locale.one(count, language) else forms[1]
    return form[language].format(n=locale.number(count, language))
