"""What `board check --format json` prints has the form that `schema/report.v1.schema.json` promises."""

import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from board.adapters.resources import schemas
from board.core.finding import Finding
from board.core.text import Text
from board.render.report import report

SCHEMA: Any = schemas()["report.v1.schema.json"]
ERROR = Finding(
    "OPP104",
    "closing-in-past",
    "error",
    "public",
    "opportunities/dex-mex/2026/date-filter/opportunity.yml",
    54,
    12,
    Text("It is past: {found}.", "C’est passé\u00a0: {found}."),
    Text("Wait.", "Attendez."),
    {"found": "a\u202eb"},
)


@pytest.mark.parametrize("findings", [(), (ERROR,), (ERROR, ERROR)])
@pytest.mark.parametrize("site", ["", "https://example.invalid/board/"])
def test_keeps_the_form_it_promises(findings: tuple[Finding, ...], site: str) -> None:
    """With and without findings, with and without an address of the board."""
    printed = json.loads(report(findings, site, ZoneInfo("America/Toronto")))

    assert list(Draft202012Validator(SCHEMA).iter_errors(printed)) == []
    assert printed["ok"] is not bool(findings)


@pytest.mark.parametrize(
    "member", ["code", "name", "severity", "audience", "path", "line", "column", "message", "fix", "url"]
)
def test_no_member_may_go(member: str) -> None:
    """Members may be added, never removed."""
    printed = json.loads(report((ERROR,), "", ZoneInfo("America/Toronto")))
    more = {**printed, "findings": [{**printed["findings"][0], "added": 1}]}
    fewer = {**printed, "findings": [{key: value for key, value in printed["findings"][0].items() if key != member}]}

    assert Draft202012Validator(SCHEMA).is_valid(more)
    assert not Draft202012Validator(SCHEMA).is_valid(fewer)
