"""The findings of one run, for programs: `schema/report.v1.schema.json`."""

import json
from collections.abc import Sequence
from datetime import tzinfo

from board.core.finding import Finding, refuses
from board.core.text import LANGUAGES
from board.render.wording import sentence


def address(code: str, site: str, language: str) -> str | None:
    """The page that explains a rule; None where the board has no address."""
    return f"{site.rstrip('/')}/{language}/rules/{code}/" if site else None


def report(findings: Sequence[Finding], site: str, zone: tzinfo) -> str:
    """One JSON object, ended by a line break; members may be added, never removed."""
    return (
        json.dumps(
            {
                "ok": not any(refuses(finding) for finding in findings),
                "findings": [_member(finding, site, zone) for finding in findings],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _member(finding: Finding, site: str, zone: tzinfo) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "audience": finding.audience,
        # A path that is not UTF-8 reaches us with surrogates, which no JSON reader need take.
        "path": finding.path.encode("utf-8", "backslashreplace").decode(),
        "line": finding.line,
        "column": finding.column,
        "message": {language: sentence(finding.message, finding, language, zone) for language in LANGUAGES},
        "fix": {language: sentence(finding.fix, finding, language, zone) for language in LANGUAGES},
        "url": {language: address(finding.code, site, language) for language in LANGUAGES} if site else None,
    }
