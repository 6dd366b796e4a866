"""The one real opportunity of the ESDC pilot of 2021, turned by hand into our YAML from its two Markdown files."""

import re
from collections.abc import Mapping
from pathlib import Path

from board.state.canonical import Node, write

REF = "esdc-edsc/2021/azure-marketplace-policies"

# Headings that begin the parts, in both languages, in the order of the page.
_BACKGROUND = r"^### (?:Background|Contexte)$"
_WORK = r"^### (?:The work|Le travail)$"
_EVALUATION = r"^## (?:Application evaluation|Évaluation de la demande)$"
_ACCEPTANCE = r"^## (?:Work acceptance criteria|Critères d'acceptation de travail)$"

# What the page does not say, and this board has to know.
# Who drew then, and how, is not on the record; here owner and officer would.
_COMMITMENTS = {"m-singh": 32 * "1a", "a-tremblay": 32 * "2b"}
_SUPPOSED: Mapping[str, Node] = {
    "published_at": "2021-06-28T09:00:00-04:00",
    "questions_close_at": "2021-07-08T23:59:59-04:00",
}


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


def opportunity(folder: Path) -> bytes:
    """`opportunity.yml`, with every fact of both pages."""
    pages = {
        language: (folder / f"esdc-azure-marketplace.{language}.md").read_text("utf-8") for language in ("en", "fr")
    }
    about = {language: matter(page) for language, page in pages.items()}
    told = {language: parts(page) for language, page in pages.items()}

    def both(**texts: str) -> dict[str, Node]:
        return dict(texts)

    def each(number: int) -> dict[str, str]:
        return {language: told[language][number] for language in pages}

    work = each(1)
    accepted = {language: criteria(text) for language, text in each(3).items()}
    # The licence and the analyser are introduced by a line that only opens a list.
    ids = ("requirements", "licence-mit", "tests", "analyzer", "sandbox", *(f"sandbox-{n}" for n in range(1, 6)))
    assert len(accepted["en"]) == len(accepted["fr"]) == len(ids)
    notes = {language: each(3)[language].splitlines()[-1].strip("*") for language in pages}
    fixed = {language: each(3)[language].splitlines()[0] for language in pages}
    asked = {language: re.sub(r"^1\. ", "", each(2)[language].split("\n\n")[1]) for language in pages}
    may_bid = {language: _plain("\n\n".join(each(2)[language].split("\n\n")[2:])) for language in pages}
    fields: dict[str, Node] = {
        "schema": 1,
        "title": both(en=about["en"]["title"], fr=about["fr"]["title"]),
        "summary": both(en=about["en"]["short_desc"], fr=about["fr"]["short_desc"]),
        "description": {
            language: "\n\n".join((each(0)[language], work[language], fixed[language], notes[language]))
            for language in pages
        },
        "category": "services",
        "deliverables": [
            {"id": "scripts", "description": both(**{x: _script(work[x]) for x in pages})},
            {"id": "documentation", "description": both(**{x: _line(work[x], "2. ") for x in pages})},
        ],
        "price": {"basis": "fixed", "amount": "6500.00"},
        "tax_place": "QC",
        "selection_method": "fixed-price-draw",
        "bids": "sealed",
        "draw": {"commitments": [{"by": who, "sha256": sha256} for who, sha256 in _COMMITMENTS.items()]},
        "evaluation_criteria": [{"id": "skills", "kind": "mandatory", "words_max": 250, "text": both(**asked)}],
        "acceptance_criteria": [
            {
                "id": identifier,
                "evidence": "test",
                "text": both(en=accepted["en"][number], fr=accepted["fr"][number]),
            }
            for number, identifier in enumerate(ids)
        ],
        "accessibility": {"applies": False},
        **_SUPPOSED,
        "closes_at": about["en"]["closing_date"],
        "work_period": {"start": about["en"]["start_date"], "end": about["en"]["delivery_date"][:10]},
        "terms": "2026-1",
        "licence": "MIT",
        "eligibility": both(**may_bid),
        "target": {"skills": ["Azure Policies", "Azure Runbooks (via Powershell)"]},
    }
    return write(fields)


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
