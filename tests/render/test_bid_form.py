"""A bid to fill in says first what becomes public, asks little, and is a file that the check reads."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.boards import opportunity, settings, specimen, specimen_board, with_address
from tests.worlds import REF, open_board_files

from board.core import yaml
from board.core.text import LANGUAGES, Bilingual, Language
from board.model.bid import Delivered, bid
from board.model.procurement import Procurement
from board.render.bid_form import NothingToBidOnError, bid_form, brief_bid_form, last_amendment, notice, questions

EXPECTED = Path(__file__).parent / "expected"
ADDRESS_MOST = 6000

ANSWERS = {
    "offer.price": "1950.00",
    "answers.name": "Maple Works",
    "answers.registered_for_tax": "true",
    "answers.publish_answers": "false",
    "answers.declares": "true",
    "answers.responses.plan": "Compare days, not instants: “local” ones.",
}


def form(language: Language = "en", login: str = "", procurement: Procurement | None = None) -> str:
    """The form of the specimen."""
    return bid_form(procurement or specimen(), settings(specimen_board()), language, login)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole(language: Language) -> None:
    """The file as a supplier sees it, in each language."""
    assert form(language, "maple-works") == (EXPECTED / f"bid.{language}.yml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_in_brief(language: Language) -> None:
    """The file that a forge's new-file page is filled with, in the language of the page that leads there."""
    text = brief_bid_form(specimen(), settings(specimen_board()), language)

    assert text == (EXPECTED / f"bid-brief.{language}.yml").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ref", ["dex-mex/2026/date-filter", "dex-mex/2026/alt-text"])
def test_in_brief_the_same_bid(ref: str, language: Language) -> None:
    """It has the very fields and values of the long one, and less to read around them."""
    procurement, board = specimen(ref), settings(specimen_board())
    brief, long = brief_bid_form(procurement, board, language), bid_form(procurement, board, language)

    assert len(brief) < len(long) * 2 / 3
    assert yaml.load("bid.yml", brief.encode()).value == yaml.load("bid.yml", long.encode()).value


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_brief_every_declaration_is_spelt_out(language: Language) -> None:
    """What somebody declares stands above the yes; the sources stand on the page of the terms."""
    above = brief_bid_form(specimen(), settings(specimen_board()), language).partition("declares:")[0]
    terms = specimen().terms

    assert terms is not None
    for declaration in terms.declarations:
        assert declaration.text[language] in above.replace("\n  # ", " ")


def test_is_a_bid_once_it_is_filled_in() -> None:
    """What was answered stands where the record wants it; what is fixed was filled in."""
    text = bid_form(specimen(), settings(specimen_board()), "en", "maple-works", ANSWERS)

    document = yaml.load("bid.yml", text.encode())
    assert document.faults == ()
    assert isinstance(document.value, dict)
    filled = bid(document.value)
    assert (filled.opportunity, filled.bidder, filled.language, filled.amendment) == (REF, "maple-works", "en", 0)
    assert filled.answers is not None
    assert (str(filled.price), filled.answers.name, filled.answers.terms) == ("1950.00", "Maple Works", "2026-1")
    assert filled.answers.responses == {"plan": ANSWERS["answers.responses.plan"]}
    assert filled.answers.registered_for_tax
    assert filled.answers.declares
    assert not filled.answers.publish_answers


def test_the_notice_comes_before_the_first_field_in_both_languages() -> None:
    """What becomes public, that it cannot be taken back, why and under which law, and where to write."""
    head = form().partition("schema: 1")[0].replace("\n# ", " ")

    assert head.index("rivals can read") < head.index("vos rivaux")
    for words in ("cannot be taken back", "ne peut être repris", "Privacy Act, s. 5(2)", "par. 5(2)"):
        assert words in head
    assert head.count("achats-purchasing@example.invalid") == 2


def test_every_declaration_is_spelt_out_with_its_source() -> None:
    """One yes is asked for, so everything it says stands above it."""
    above = form("fr").partition("declares:")[0].replace("\n  # ", " ")
    terms = specimen().terms

    assert terms is not None
    assert len(terms.declarations) == 9
    for declaration in terms.declarations:
        assert declaration.text.fr in above
        assert declaration.source.rpartition(" / ")[2] in above


@pytest.mark.parametrize("ref", ["dex-mex/2026/date-filter", "dex-mex/2026/alt-text", "dex-mex/2026/keyboard-map"])
def test_asks_at_most_eight_things(ref: str) -> None:
    """Counted in the questions and, independently, in what stands empty in the file."""
    procurement = specimen(ref)
    asked = questions(procurement, "en")

    assert len(asked) <= 8
    assert form(procurement=procurement).count(': ""\n') == len(asked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ref", ["dex-mex/2026/date-filter", "dex-mex/2026/alt-text", "dex-mex/2026/keyboard-map"])
def test_fits_into_an_address(ref: str, language: Language) -> None:
    """The forge's new-file page takes path and text in its address."""
    fields = {"filename": f"opportunities/{ref}/bids/login.yml", "value": form(language, procurement=specimen(ref))}

    assert len(f"https://github.com/an-organization/a-board/new/main?{urlencode(fields)}") < ADDRESS_MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_finished_work_is_asked_for(language: Language) -> None:
    """Where it lies and which commit, with at most eight questions; that the rest is not paid stands above it."""
    asking = replace(
        specimen(), opportunity=replace(opportunity(specimen()), selection_method="first-compliant", basis="fixed")
    )
    work = {
        "answers.delivered.repository": "https://git.example.invalid/maple-works/date-filter",
        "answers.delivered.commit": "3f" * 20,
    }

    empty, asked = form(language, procurement=asking), questions(asking, language)
    text = bid_form(asking, settings(specimen_board()), language, "maple-works", ANSWERS | work)

    assert len(asked) == empty.count(': ""\n') == 8
    assert ("Work that is not chosen is not paid." if language == "en" else "non retenu n’est pas payé.") in empty
    document = yaml.load("bid.yml", text.encode())
    assert isinstance(document.value, dict)
    answers = bid(document.value).answers
    assert answers is not None
    assert answers.delivered == Delivered(*work.values())


def test_a_sealed_opportunity_says_to_show_nobody() -> None:
    """Where bids are sealed nobody is told that they are public at once."""
    said = notice(specimen("dex-mex/2026/keyboard-map"), settings(specimen_board()), "en")

    assert said.startswith("This opportunity takes sealed bids")
    assert "rivals" not in said


def test_a_fixed_price_is_filled_in() -> None:
    """It decides nothing, so it is not asked."""
    text = form(procurement=specimen("dex-mex/2026/keyboard-map"))

    assert '  price: "8000.00"\n' in text


def test_a_text_of_the_owner_cannot_leave_its_comment() -> None:
    """A criterion over several lines is a comment on each of them."""
    procurement = specimen()
    request = opportunity(procurement)
    asked = replace(request.evaluation_criteria[0], text=Bilingual("How?\nprice: free\n\n- x", "Comment?"))
    changed = replace(procurement, opportunity=replace(request, evaluation_criteria=(asked,)))

    text = form(procurement=changed)

    assert "    # price: free\n    #\n    # - x (At most 150 words.)\n" in text
    assert yaml.load("bid.yml", text.encode()).faults == ()


def test_the_last_amendment_is_filled_in() -> None:
    """A new bid answers the newest one."""
    files = open_board_files()
    path = f"opportunities/{REF}/opportunity.yml"
    files[path] += (
        b'amendments:\n  - number: 1\n    published_at: "2026-09-10T10:00:00-04:00"\n    changes: ["closes_at"]\n'
        b'    reason: {en: "Too short.", fr: "Trop court."}\n'
    )
    procurement = specimen(files=files)

    assert last_amendment(opportunity(procurement)) == 1
    assert "amendment: 1\n" in form(procurement=procurement)


def test_without_an_address_the_schema_stands_beside_the_board() -> None:
    """An editor finds it from the file."""
    text = bid_form(specimen(), settings(with_address(specimen_board(), "")), "en", "maple-works")

    assert text.startswith("# yaml-language-server: $schema=../../../../../schema/bid.v1.schema.json\n")


def test_refuses_a_folder_without_an_opportunity() -> None:
    """There is nothing to bid on."""
    nothing = Procurement("dex-mex/2026/nothing")

    with pytest.raises(NothingToBidOnError):
        form(procurement=nothing)
    with pytest.raises(NothingToBidOnError):
        brief_bid_form(nothing, settings(specimen_board()), "en")
