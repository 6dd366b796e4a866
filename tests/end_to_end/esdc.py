"""Opportunities told on two Markdown pages in the layout of the ESDC pilot of 2021, turned by hand into our YAML."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.real_input import real_input
from tests.worlds import board_files

from board.core.text import LANGUAGES, Language
from board.model.reference import opportunity_path, organization_path
from board.state.canonical import Node, write

# Headings that begin the parts, in both languages, in the order of the page.
_BACKGROUND = r"^### (?:Background|Contexte)$"
_WORK = r"^### (?:The work|Le travail)$"
_EVALUATION = r"^## (?:Application evaluation|Évaluation de la demande)$"
_ACCEPTANCE = r"^## (?:Work acceptance criteria|Critères d['’]acceptation (?:de travail|des travaux))$"

# Who drew then, and how, is not on the record; here owner and officer would.
_COMMITMENTS = {"m-singh": 32 * "1a", "a-tremblay": 32 * "2b"}


@dataclass(frozen=True, slots=True)
class Told:
    """One opportunity on two pages, with what the pages do not say and a board has to know.

    Attributes:
        ref: Where it stands on our board.
        path: The page in one language, which may not be at hand.
        published_at: Instant, supposed.
        questions_close_at: Instant, supposed.
        place: Of the tax.
        words: At most in the answer.
        skills: Their names, which are the same in both languages.
        tests: How many tests the sandbox is for.
        shown_at: An instant at which it is open.
        days: Closing, beginning and end of the work, as each language writes them.
    """

    ref: str
    path: Callable[[Language], Path]
    published_at: str
    questions_close_at: str
    place: str
    words: int
    skills: tuple[str, ...]
    tests: int
    shown_at: str
    days: Mapping[Language, tuple[str, ...]]

    def page(self, language: Language) -> str:
        """The text of one page."""
        return self.path(language).read_text("utf-8")


ESDC = Told(
    "esdc-edsc/2021/azure-marketplace-policies",
    lambda language: real_input(f"esdc-azure-marketplace.{language}.md"),
    "2021-06-28T09:00:00-04:00",
    "2021-07-08T23:59:59-04:00",
    "QC",
    250,
    ("Azure Policies", "Azure Runbooks (via Powershell)"),
    5,
    "2021-07-01T12:00:00-04:00",
    {
        "en": ("July 12, 2021", "11:59:59 p.m. EDT", "begins July 16, 2021", "Jul 23, 2021"),
        "fr": ("12 juillet 2021", "23 h 59 min 59 s HAE", "16 juillet 2021", "23 juill. 2021"),
    },
)

# A department that there is not, with the same traps, for machines that lack the real one.
OWN = Told(
    "lts-spm/2026/tide-calendars",
    lambda language: Path(__file__).with_name(f"own-opportunity.{language}.md"),
    "2026-11-05T09:00:00-05:00",
    "2026-11-17T23:59:59-05:00",
    "NS",
    200,
    ("Python", "iCalendar"),
    4,
    "2026-11-10T12:00:00-05:00",
    {
        "en": ("November 19, 2026", "11:59:59 p.m. EST", "begins November 24, 2026", "Dec 11, 2026"),
        "fr": ("19 novembre 2026", "23 h 59 min 59 s HNE", "24 novembre 2026", "11 déc. 2026"),
    },
)


def matter(page: str) -> Mapping[str, str]:
    """The lines above the page."""
    lines = page.split("---\n")[1].splitlines()
    return {key: value.strip().strip('"') for key, _, value in (line.partition(":") for line in lines)}


def parts(page: str) -> tuple[str, str, str, str]:
    """Background, work, evaluation and acceptance of a page."""
    body = page.split("---\n", 2)[2].replace("\t", " ")
    _, background, work, evaluation, acceptance = re.split(
        "|".join((_BACKGROUND, _WORK, _EVALUATION, _ACCEPTANCE)), body, flags=re.MULTILINE
    )
    return background.strip(), work.replace("<hr/>", "").strip(), evaluation.strip(), acceptance.strip()


def criteria(acceptance: str) -> tuple[str, ...]:
    """Each condition of acceptance: what is delivered, licence, analyser, sandbox, and the five tests in it."""
    lines = [line.strip() for line in acceptance.splitlines() if line.strip()]
    found = [line for line in lines if re.match(r"(?:1\.|-) ", line)]
    return tuple(_plain(re.sub(r"^(?:1\.|-) ", "", line)) for line in found)


def opportunity(told: Told) -> bytes:
    """`opportunity.yml`, with every fact of both pages."""
    about = {language: matter(told.page(language)) for language in LANGUAGES}
    divided = {language: parts(told.page(language)) for language in LANGUAGES}

    def each(number: int) -> dict[str, str]:
        return {language: divided[language][number] for language in LANGUAGES}

    work = each(1)
    accepted = {language: criteria(text) for language, text in each(3).items()}
    # The licence and the analyser are introduced by a line that only opens a list.
    sandboxed = (f"sandbox-{n + 1}" for n in range(told.tests))
    ids = ("requirements", "licence-mit", "tests", "analyzer", "sandbox", *sandboxed)
    assert len(accepted["en"]) == len(accepted["fr"]) == len(ids)
    notes = {language: each(3)[language].splitlines()[-1].strip("*") for language in LANGUAGES}
    fixed = {language: each(3)[language].splitlines()[0] for language in LANGUAGES}
    fields: dict[str, Node] = {
        "schema": 1,
        "title": {language: about[language]["title"] for language in LANGUAGES},
        "summary": {language: about[language]["short_desc"] for language in LANGUAGES},
        "description": {
            language: "\n\n".join((each(0)[language], work[language], fixed[language], notes[language]))
            for language in LANGUAGES
        },
        "category": "services",
        "deliverables": [
            {"id": "scripts", "description": {x: _script(work[x]) for x in LANGUAGES}},
            {"id": "documentation", "description": {x: _line(work[x], "2. ") for x in LANGUAGES}},
        ],
        "price": {"basis": "fixed", "amount": f"{price(about['en'])}.00"},
        "tax_place": told.place,
        "selection_method": "fixed-price-draw",
        "bids": "sealed",
        "draw": {"commitments": [{"by": who, "sha256": sha256} for who, sha256 in _COMMITMENTS.items()]},
        "evaluation_criteria": [
            {
                "id": "skills",
                "kind": "mandatory",
                "words_max": told.words,
                "text": {x: re.sub(r"^1\. ", "", each(2)[x].split("\n\n")[1]) for x in LANGUAGES},
            }
        ],
        "acceptance_criteria": [
            {"id": identifier, "evidence": "test", "text": {x: accepted[x][number] for x in LANGUAGES}}
            for number, identifier in enumerate(ids)
        ],
        "accessibility": {"applies": False},
        "published_at": told.published_at,
        "questions_close_at": told.questions_close_at,
        "closes_at": about["en"]["closing_date"],
        "work_period": {"start": about["en"]["start_date"], "end": about["en"]["delivery_date"][:10]},
        "terms": "2026-1",
        "licence": "MIT",
        "eligibility": {x: _plain("\n\n".join(each(2)[x].split("\n\n")[2:])) for x in LANGUAGES},
        "target": {"skills": list(told.skills)},
    }
    return write(fields)


def board_of(told: Told) -> dict[str, bytes]:
    """The files of a board of that department, with that opportunity, to which no key belongs yet."""
    organization = told.ref.partition("/")[0]
    files = {path: data for path, data in board_files().items() if "/dex-mex/" not in path}
    people = board_files()[organization_path("dex-mex")].replace(b'id: "dex-mex"', f'id: "{organization}"'.encode())
    files[organization_path(organization)] = people.replace(b"2026-04-01", b"2021-04-01").replace(
        b"specimen: true\n", b""
    )
    # The ceiling of that pilot was ten thousand dollars as well, tax included.
    policy = "opportunities/policy.yml"
    files[policy] = files[policy].replace(b'from: "2026-01-01"', b'from: "2021-01-01"')
    files[opportunity_path(told.ref)] = opportunity(told)
    return files


def price(about: Mapping[str, str]) -> str:
    """The figures of the amount, which has no cents."""
    return "".join(character for character in about["value"] if character.isdecimal())


def _plain(text: str) -> str:
    """A text that is no Markdown in our files: a link is its words and its address."""
    return re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1 (\2)", text)


def _line(text: str, start: str) -> str:
    """What follows on the line that begins so."""
    return next(line.removeprefix(start) for line in text.splitlines() if line.startswith(start))


def _script(work: str) -> str:
    """The first deliverable; what it has to do stands in the description."""
    named = re.sub(r" (?:which must|qui permet).*", "", _line(work, "1. "))
    return named[:1].upper() + named[1:]
