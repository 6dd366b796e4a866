"""The rows of the home page."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

_ROW = re.compile(r'<li class="(\w+) .*?(?=<li|</ul>)', re.S)


def test_a_day_stands_in_a_row_as_in_a_line(site: Path) -> None:
    """In French it has no capital after “Clôture”, and no row says its year."""
    days = re.findall(r"<p class=when>\w+ <time [^>]*>(.*?)</time>", home(site, "fr"))
    assert "mar. 29 sept." in days
    assert [day for day in days if not re.fullmatch(r"[a-z]{3}\. \d\d?(er)? [a-zûé]+\.?", day)] == []
    assert "Tue, Sep 29" in re.findall(r"<p class=when>\w+ <time [^>]*>(.*?)</time>", home(site, "en"))


def test_only_what_can_still_close_is_counted_down(site: Path) -> None:
    """Script adds no second “Closed” to a row that says so itself."""
    rows = {found[1]: "data-rel" in found[0] for found in _ROW.finditer(home(site, "en"))}
    assert rows == {"open": True, "planned": True, "evaluation": False}


def home(site: Path, language: str) -> str:
    """The text of the home page."""
    return (site / language / "index.html").read_text(encoding="utf-8")
