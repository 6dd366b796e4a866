"""An opportunity to fill in: few things are asked, the rest is filled in, and rivals' eyes are mentioned first."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.boards import specimen_board

from board.core import yaml
from board.core.text import LANGUAGES, Language
from board.jobs.new_opportunity import Refusal, draft
from board.model.draw import Commitment
from board.model.opportunity import opportunity
from board.render.method_form import Chosen, usual_bids
from board.render.opportunity_form import Draft, opportunity_form, questions
from board.state.calendar import business_days_between
from board.state.demands import DEMANDS

EXPECTED = Path(__file__).parent / "expected"
NOW = datetime.fromisoformat("2026-09-08T08:12:34-04:00")

PROMISED = (Commitment("m-singh", "0" * 64),)
ANSWERS = {
    "title.en": "Fix the date filter",
    "title.fr": "Corriger le filtre de dates",
    "summary.en": "It drops the last day.",
    "summary.fr": "Il omet le dernier jour.",
    "description.en": "Daily counts: the last day is missing.",
    "description.fr": "Le dernier jour manque.",
    "deliverables.1.en": "A fix",
    "deliverables.1.fr": "Une correction",
    "deliverables.2.en": "Its tests",
    "deliverables.2.fr": "Ses essais",
    "price.amount": "2400.00",
    "tax_place": "ON",
    "acceptance_criteria.1.en": "New tests pass.",
    "acceptance_criteria.1.fr": "De nouveaux essais réussissent.",
    "accessibility.applies": "false",
    "work_period.end": "2026-10-01",
}


def made() -> Draft:
    """The draft of a fixed instant."""
    found = draft("dex-mex/2026/date-filter-2", specimen_board(), NOW)
    assert isinstance(found, Draft)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole(language: Language) -> None:
    """The file as an owner sees it, in each language."""
    assert opportunity_form(made(), language) == (EXPECTED / f"opportunity.{language}.yml").read_text("utf-8")


def test_rivals_come_before_the_first_field() -> None:
    """What rivals see is said before anything is asked, bids are sealed as is usual, and no tie break is written."""
    text = opportunity_form(made(), "en")

    assert text.index("no price or answer before the closing") < text.index("schema: 1")
    assert 'bids: "sealed"' in text
    assert "tie_break" not in text


def test_asks_at_most_twelve_things() -> None:
    """Counted in the questions and, independently, in what stands empty in the file, where both languages are one."""
    text = opportunity_form(made(), "en")
    empty = sum(line.endswith(': ""') and not line.lstrip().startswith(("fr:", "#")) for line in text.splitlines())

    assert len(questions(made(), "en")) <= 12
    assert empty == len(questions(made(), "en"))


def test_is_an_opportunity_once_it_is_filled_in() -> None:
    """What was answered stands where the record wants it, and what was left out is not written."""
    document = yaml.load("opportunity.yml", opportunity_form(made(), "fr", ANSWERS).encode())

    assert document.faults == ()
    assert isinstance(document.value, dict)
    filled = opportunity(document.value)
    assert [item.text.fr for item in filled.deliverables] == ["Une correction", "Ses essais"]
    assert [item.id for item in filled.acceptance_criteria] == ["a1"]
    assert filled.evaluation_criteria == ()
    assert filled.target.repository == ""
    assert (filled.title.en, str(filled.price), filled.tax_place) == ("Fix the date filter", "2400.00", "ON")
    assert not filled.accessibility_applies


def test_asks_for_a_conformity_report_where_accessibility_applies() -> None:
    """The owner need not know the standard."""
    answers = ANSWERS | {"accessibility.applies": "true"}
    document = yaml.load("opportunity.yml", opportunity_form(made(), "en", answers).encode())

    assert isinstance(document.value, dict)
    filled = opportunity(document.value)
    assert [(item.id, item.evidence) for item in filled.acceptance_criteria] == [
        ("a1", "test"),
        ("conformity-report", "document"),
    ]
    assert filled.accessibility_applies


def test_what_the_comment_says_to_take_the_mark_off_is_a_criterion() -> None:
    """The lines that wait in the unfilled file are the ones that the program writes itself."""
    waiting = opportunity_form(made(), "en", {"accessibility.applies": ""} | _without(ANSWERS, "accessibility.applies"))
    shown = opportunity_form(made(), "en", ANSWERS | {"accessibility.applies": "true"})
    lines = [line.replace("  # ", "  ", 1) for line in waiting.splitlines() if line.startswith("  # ")]
    start = lines.index('  - id: "conformity-report"')

    assert "\n".join(lines[start : start + 5]) in shown


def test_a_question_with_answers_is_written() -> None:
    """Criteria are numbered in the order in which they were given."""
    answers = ANSWERS | {
        "evaluation_criteria.1.en": "How?",
        "evaluation_criteria.1.fr": "Comment?",
        "target.repository": "https://example.invalid/x",
    }
    document = yaml.load("opportunity.yml", opportunity_form(made(), "en", answers).encode())

    assert isinstance(document.value, dict)
    filled = opportunity(document.value)
    assert [(item.id, item.kind, item.words_max) for item in filled.evaluation_criteria] == [("m1", "mandatory", 150)]
    assert filled.target.repository == "https://example.invalid/x"


def test_without_a_fast_track_the_threshold_of_the_law_is_named() -> None:
    """A board may have no ceiling of its own."""
    text = opportunity_form(replace(made(), fast_track=None), "en")

    assert "Up to 34782.61 nobody else need approve" in text.replace("\n  # ", " ")


def _without(answers: dict[str, str], field: str) -> dict[str, str]:
    return {key: value for key, value in answers.items() if key != field}


@pytest.mark.parametrize("method", sorted(DEMANDS))
def test_a_method_brings_what_it_needs(method: str) -> None:
    """Filled in, it is an opportunity of that method, and still asks at most twelve things."""
    policy = specimen_board().policy
    assert policy
    board = replace(specimen_board(), policy=replace(policy, methods=tuple(sorted(DEMANDS))))
    found = draft("dex-mex/2026/x", board, NOW, Chosen(method, usual_bids(method), PROMISED))
    assert isinstance(found, Draft)
    asked = {f"evaluation_criteria.{n}.{code}": "How?" for n in (1, 2, 3) for code in LANGUAGES}
    document = yaml.load("opportunity.yml", opportunity_form(found, "fr", ANSWERS | asked).encode())

    assert document.faults == ()
    assert isinstance(document.value, dict)
    filled, demands = opportunity(document.value), DEMANDS[method]
    assert (filled.selection_method, filled.basis) == (method, demands.basis)
    assert filled.commitments == found.chosen.commitments
    assert (0 < filled.price_weight < 100) == demands.weight
    assert bool(filled.price_step) == demands.auction
    criteria = filled.evaluation_criteria
    assert [one.weight for one in criteria] == ([34, 33, 33] if demands.rated else [0, 0, 0])
    assert {one.kind for one in criteria} == {"rated" if demands.rated else "mandatory"}
    posted, closing = filled.published_at.date(), filled.closes_at.date()
    assert business_days_between(posted, closing) == (10 if demands.rated else 5)
    if demands.delivered:
        assert filled.counts_from
        assert business_days_between(posted, filled.counts_from.date()) == 2
    else:
        assert filled.counts_from is None
    text = opportunity_form(found, "en")
    empty = sum(line.endswith(': ""') and not line.lstrip().startswith(("fr:", "#")) for line in text.splitlines())
    assert empty == len(questions(found, "en")) <= 12


def test_that_bids_are_public_is_said_first() -> None:
    """And a method that selects by criteria cannot leave them out."""
    found = draft("dex-mex/2026/x", specimen_board(), NOW, Chosen("fixed-price-draw", "public"))
    assert isinstance(found, Draft)
    text = opportunity_form(found, "en", ANSWERS)

    assert text.index("rivals can read a price") < text.index("schema: 1")
    assert 'bids: "public"' in text
    assert "evaluation_criteria:" in text


def test_an_auction_is_not_sealed() -> None:
    """Rivals lower their bids by what they see."""
    policy = specimen_board().policy
    assert policy
    board = replace(specimen_board(), policy=replace(policy, methods=("reverse-auction",)))

    assert isinstance(draft("dex-mex/2026/x", board, NOW, Chosen("reverse-auction", "sealed")), Refusal)
    assert isinstance(draft("dex-mex/2026/x", board, NOW, Chosen("reverse-auction", "public")), Draft)
    assert [usual_bids(method) for method in ("reverse-auction", "rated")] == ["public", "sealed"]
