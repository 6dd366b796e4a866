"""What a rule's page says of its example is what the check says of one of the rule's cases."""

import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.rules.cases import paths, read, rules
from tests.rules.test_cases import staged

from board.core.finding import Finding
from board.core.text import LANGUAGES, Language
from board.render.wording import sentence
from board.rules.run import run

CONTENT = Path(__file__).parents[2] / "site" / "content"
ZONE = ZoneInfo("America/Toronto")
CODES = [code for code in rules() if code[:3] in ("BRD", "ORG", "OPP", "BID")]

_PLACE = re.compile(
    r"^`(?P<path>[^`]+)`, (?:(?:line|ligne) (?P<line>[0-9]+)|the file as a whole|le fichier entier)$", re.M
)
_SAID = re.compile(r"\*\*(?P<message>.+)\*\*$", re.M)


def findings(code: str) -> Iterator[Finding]:
    """What the rule finds in its fail cases."""
    for path in paths():
        if path.parent.name == code and path.name.startswith("fail-"):
            on = staged(read(path))
            yield from run([rules()[code]], on.subject, on.situation, on.path, on.locate)


def plain(text: str) -> str:
    """A message without marks of quotation and code, and without regard to its first letter."""
    bare = re.sub("«\u00a0|\u00a0»|[“”`]", "", text)
    return bare[:1].lower() + bare[1:]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_example_says_what_the_check_says(code: str, language: Language) -> None:
    """Place and sentence of the example on the page are those of a finding, in both languages."""
    page = (CONTENT / language / "rules" / f"{code}.md").read_text("utf-8")
    place, said = _PLACE.search(page), _SAID.search(page)
    assert place is not None
    assert said is not None

    told = {(found.path, found.line, plain(sentence(found.message, found, language, ZONE))) for found in findings(code)}

    assert (place["path"], int(place["line"] or 0), plain(said["message"])) in told
