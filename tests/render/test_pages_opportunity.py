"""The page of an opportunity, in what differs from state to state and from method to method."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from tests.boards import opportunity, specimen, specimen_board
from tests.render import outcomes
from tests.render.outcomes import REF

from board.cli.setting import zone_of
from board.core.text import LANGUAGES, Language
from board.model.award import Cancellation
from board.model.board import Repository
from board.model.procurement import Procurement
from board.render.edition import edition
from board.render.pages_opportunity import form_of, opportunity_page

PLANNED = datetime.fromisoformat("2026-09-01T12:00:00-04:00")
OPEN = datetime.fromisoformat("2026-09-15T12:00:00-04:00")
CLOSED = datetime.fromisoformat("2026-09-29T12:00:00-04:00")


def main(found: Procurement, language: Language, now: datetime = outcomes.NOW) -> str:
    """The content of the page, of an organization that is no specimen, on a board that GitHub keeps."""
    assert found.organization
    found = replace(found, organization=replace(found.organization, specimen=False))
    site = outcomes.site(now)
    kept = Repository("github", "https://example.invalid/dex-mex/board", "main")
    made = edition(replace(site, settings=replace(site.settings, repository=kept)), language, zone_of(specimen_board()))
    return str(opportunity_page(made, found, opportunity(found), form_of(made, found)).main)


def dates(found: Procurement, language: Language, now: datetime = outcomes.NOW) -> list[str]:
    """The names of the dates, in order."""
    life = main(found, language, now).partition("<ol class=life")[2].partition("</ol>")[0]
    return re.findall(r"<li><b>(.*?)</b>", life)


def called_off(at: datetime) -> Procurement:
    """A sealed opportunity that nobody needs any longer."""
    end = Cancellation(REF, "no-longer-needed", "a-tremblay", at, None)
    return replace(specimen(REF), opportunity=outcomes.request(), cancellation=end)


def test_the_dates_of_what_is_under_way() -> None:
    """All that can still be met, and what the closing ends is “Closed” once it has."""
    found = replace(specimen(REF), opportunity=outcomes.request())

    assert dates(found, "en", OPEN) == [
        "Posted",
        "Questions until",
        "Closes",
        "Bids stay open until",
        "Work delivered by",
    ]
    assert dates(found, "en", CLOSED)[2] == "Closed"
    assert dates(found, "fr", CLOSED)[2] == "Clôturée"


def test_the_dates_of_what_has_ended() -> None:
    """The day of the outcome stands among them, and no day that it has made void."""
    assert dates(outcomes.drawn(), "en") == [
        "Posted",
        "Closed",
        "Awarded",
        "Bids stay open until",
        "Work delivered by",
    ]
    assert dates(outcomes.ended(), "en") == ["Posted", "Closed", "Ended without an award"]
    assert dates(outcomes.ended(), "fr") == ["Affichée", "Clôturée", "Terminée sans attribution"]
    # Whether it closed before it was called off depends on the day.
    assert dates(called_off(OPEN), "en") == ["Posted", "Cancelled"]
    assert dates(called_off(CLOSED), "fr") == ["Affichée", "Clôturée", "Annulée"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_is_named_where_it_is(language: Language) -> None:
    """Before the opening there is none to press yet, and the page says from when on there is."""
    later = {"en": "From the opening on, a button at the top", "fr": "Dès l’ouverture, un bouton en haut"}[language]
    planned, taking = main(specimen(), language, PLANNED), main(specimen(), language, OPEN)

    assert later in planned
    assert "href=#sb" not in planned
    assert "/new/main?filename=" not in planned
    assert later not in taking
    assert 'href="#sb"' in taking
    assert "/new/main?filename=" in taking


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_prices_that_differ_are_compared(language: Language) -> None:
    """Where everybody is paid the same, nothing is said of comparing it before tax."""
    said = {"en": "Bids are compared before tax.", "fr": "Les soumissions sont comparées avant taxes."}[language]
    asked = {
        way: replace(specimen(REF), opportunity=outcomes.request(way)) for way in ("lowest-price", "first-compliant")
    }

    assert said in main(asked["lowest-price"], language, OPEN)
    assert said not in main(asked["first-compliant"], language, OPEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_seals_a_bid_can_be_found(language: Language) -> None:
    """A sealed bid takes the program, so the page leads to it; a bid in clear takes none."""
    found = replace(specimen(REF), opportunity=outcomes.request())

    assert "/guide/suppliers/#program" in main(found, language, OPEN)
    assert "/guide/suppliers/#program" not in main(specimen(), language, OPEN)
