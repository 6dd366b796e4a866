"""Why a bid was selected, whole and in both languages."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, board_files

from board.render.reason import reason
from board.state.ledger import read_award
from board.state.methods import METHODS
from board.state.ranking import Reason


def why(received: int, passing: int, offered: int = 1, place: int = 1, tie_break: str = "") -> Reason:
    """The reason of a bid of maple-works at $1,950."""
    return Reason("lowest-price", received, passing, offered, place, "maple-works", Decimal("1950.00"), tie_break)


SENTENCES = [
    (
        why(3, 2),
        "Lowest price. Three bids, two of which pass. maple-works has the lowest price before tax of those that pass, "
        "$1,950.00.",
        "Prix le plus bas. Trois soumissions, dont deux sont conformes. maple-works a le prix avant taxes le plus bas "
        "des soumissions conformes, 1\u00a0950,00\u00a0$.",
    ),
    (
        why(1, 1),
        "Lowest price. One bid, which passes. It is that of maple-works, at $1,950.00 before tax.",
        "Prix le plus bas. Une soumission, qui est conforme. C’est celle que présente maple-works, à "
        "1\u00a0950,00\u00a0$ avant taxes.",
    ),
    (
        why(3, 1),
        "Lowest price. Three bids, one of which passes. It is that of maple-works, at $1,950.00 before tax.",
        "Prix le plus bas. Trois soumissions, dont une est conforme. C’est celle que présente maple-works, à "
        "1\u00a0950,00\u00a0$ avant taxes.",
    ),
    (
        why(2, 2),
        "Lowest price. Two bids, both of which pass. maple-works has the lowest price before tax of those that pass, "
        "$1,950.00.",
        "Prix le plus bas. Deux soumissions, toutes deux conformes. maple-works a le prix avant taxes le plus bas des "
        "soumissions conformes, 1\u00a0950,00\u00a0$.",
    ),
    (
        why(21, 21, tie_break="earliest"),
        "Lowest price. 21 bids, all of which pass. maple-works has the lowest price before tax of those that pass, "
        "$1,950.00; of the bids at this price, it arrived first.",
        "Prix le plus bas. 21 soumissions, toutes conformes. maple-works a le prix avant taxes le plus bas des "
        "soumissions conformes, 1\u00a0950,00\u00a0$\u202f; des soumissions à ce prix, la sienne est arrivée la "
        "première.",
    ),
    (
        why(20, 12, offered=3, place=2),
        "Lowest price. Twenty bids, twelve of which pass. Three awards are offered. By price before tax, maple-works "
        "has place 2 of those that pass, $1,950.00.",
        "Prix le plus bas. Vingt soumissions, dont douze sont conformes. Trois attributions sont offertes. Par prix "
        "avant taxes, maple-works occupe le rang 2 des soumissions conformes, 1\u00a0950,00\u00a0$.",
    ),
]


@pytest.mark.parametrize(("told", "en", "fr"), SENTENCES)
def test_every_form_of_the_sentence(told: Reason, en: str, fr: str) -> None:
    """One bid or many, one that passes or all, a tie, a place among several."""
    found = reason(told)

    assert (found.en, found.fr) == (en, fr)


def test_the_specimen_says_the_same() -> None:
    """The worked example holds the sentence that the program makes."""
    award = read_award(board_files()[f"{FOLDER}/awards/maple-works/award.yml"], SCHEMAS)

    assert award
    assert reason(why(3, 2)) == award.reason


def other(method: str, **facts: object) -> Reason:
    """The reason of a bid of maple-works by another method, one of three that pass of four."""
    told: dict[str, Any] = {"received": 4, "passing": 3, "offered": 1, "place": 1, "tie_break": ""}
    return Reason(method=method, bidder="maple-works", price=Decimal("8000.00"), **(told | facts))


OTHERS = [
    (
        other("fixed-price-draw", drawn=2),
        "Fixed price, draw. Four bids of record; three pass every mandatory criterion. maple-works is number 2 in the "
        "order drawn and the first that passes.",
        "Prix fixe, tirage au sort. Quatre soumissions retenues à la clôture\u202f; trois satisfont à tous les "
        "critères obligatoires. maple-works occupe le rang 2 de l’ordre tiré au sort et est le premier soumissionnaire "
        "de cet ordre à satisfaire à tous les critères.",
    ),
    (
        other("fixed-price-draw", received=1, passing=1),
        "Fixed price, draw. One bid of record, which passes every mandatory criterion. It is that of maple-works, at "
        "$8,000.00 before tax.",
        "Prix fixe, tirage au sort. Une soumission retenue à la clôture, qui satisfait à tous les critères "
        "obligatoires. C’est celle que présente maple-works, à 8\u00a0000,00\u00a0$ avant taxes.",
    ),
    (
        other("fixed-price-draw", passing=1, drawn=4),
        "Fixed price, draw. Four bids of record; one passes every mandatory criterion. maple-works is number 4 in the "
        "order drawn and the first that passes.",
        "Prix fixe, tirage au sort. Quatre soumissions retenues à la clôture\u202f; une satisfait à tous les critères "
        "obligatoires. maple-works occupe le rang 4 de l’ordre tiré au sort et est le premier soumissionnaire de cet "
        "ordre à satisfaire à tous les critères.",
    ),
    (
        other("fixed-price-draw", received=2, passing=2, drawn=1),
        "Fixed price, draw. Two bids of record; both pass every mandatory criterion. maple-works is number 1 in the "
        "order drawn and the first that passes.",
        "Prix fixe, tirage au sort. Deux soumissions retenues à la clôture\u202f; toutes deux satisfont à tous les "
        "critères obligatoires. maple-works occupe le rang 1 de l’ordre tiré au sort et est le premier soumissionnaire "
        "de cet ordre à satisfaire à tous les critères.",
    ),
    (
        other("fixed-price-draw", passing=4, drawn=3, offered=2, place=2),
        "Fixed price, draw. Four bids of record; all pass every mandatory criterion. Two awards are offered. "
        "maple-works is number 3 in the order drawn and has place 2 of those that pass.",
        "Prix fixe, tirage au sort. Quatre soumissions retenues à la clôture\u202f; toutes satisfont à tous les "
        "critères obligatoires. Deux attributions sont offertes. maple-works occupe le rang 3 de l’ordre tiré au sort "
        "et le rang 2 de ceux qui satisfont à tous les critères.",
    ),
    (
        other("fixed-price-rated", rating=Fraction("87.495")),
        "Fixed price, highest rating. Four bids, three of which pass. maple-works has the highest rating of those "
        "that pass, 87.50 of 100.",
        "Prix fixe, cote la plus élevée. Quatre soumissions, dont trois sont conformes. maple-works a la cote la plus "
        "élevée des soumissions conformes, 87,50 sur 100.",
    ),
    (
        other("fixed-price-rated", rating=Fraction(80), offered=2, place=2, tie_break="draw", drawn=4),
        "Fixed price, highest rating. Four bids, three of which pass. Two awards are offered. By rating, maple-works "
        "has place 2 of those that pass, 80.00 of 100; of the bids with this result, it comes first in the order "
        "drawn, in which it is number 4.",
        "Prix fixe, cote la plus élevée. Quatre soumissions, dont trois sont conformes. Deux attributions sont "
        "offertes. Par cote, maple-works occupe le rang 2 des soumissions conformes, 80,00 sur 100\u202f; des "
        "soumissions qui ont ce résultat, la sienne vient la première dans l’ordre tiré au sort, où elle occupe le "
        "rang 4.",
    ),
    (
        other("rated", rating=Fraction(80), score=Fraction(86), weight=30),
        "Best combination of rating and price. Four bids, three of which pass. maple-works has the best result of "
        "those that pass, 86.00 of 100: a rating of 80.00 and a price before tax of $8,000.00, which weighs 30%.",
        "Meilleure combinaison de la cote et du prix. Quatre soumissions, dont trois sont conformes. maple-works a le "
        "meilleur résultat des soumissions conformes, 86,00 sur 100\u00a0: une cote de 80,00 et un prix avant taxes "
        "de 8\u00a0000,00\u00a0$, dont le poids est de 30\u00a0%.",
    ),
    (
        other("rated", rating=Fraction(80), score=Fraction(86), weight=30, offered=3, place=3, tie_break="earliest"),
        "Best combination of rating and price. Four bids, three of which pass. Three awards are offered. By rating "
        "and price, maple-works has place 3 of those that pass, 86.00 of 100: a rating of 80.00 and a price before "
        "tax of $8,000.00, which weighs 30%; of the bids with this result, it arrived first.",
        "Meilleure combinaison de la cote et du prix. Quatre soumissions, dont trois sont conformes. Trois "
        "attributions sont offertes. Par cote et prix, maple-works occupe le rang 3 des soumissions conformes, 86,00 "
        "sur 100\u00a0: une cote de 80,00 et un prix avant taxes de 8\u00a0000,00\u00a0$, dont le poids est de "
        "30\u00a0%\u202f; des soumissions qui ont ce résultat, la sienne est arrivée la première.",
    ),
    (
        other("reverse-auction", tie_break="draw", drawn=1),
        "Reverse auction. Four bids, three of which pass. At closing maple-works has the lowest price before tax of "
        "those that pass, $8,000.00; of the bids at this price, it comes first in the order drawn, in which it is "
        "number 1.",
        "Enchère inversée. Quatre soumissions, dont trois sont conformes. À la clôture, maple-works a le prix avant "
        "taxes le plus bas des soumissions conformes, 8\u00a0000,00\u00a0$\u202f; des soumissions à ce prix, la "
        "sienne vient la première dans l’ordre tiré au sort, où elle occupe le rang 1.",
    ),
    (
        other("reverse-auction", offered=2),
        "Reverse auction. Four bids, three of which pass. Two awards are offered. By price before tax at closing, "
        "maple-works has place 1 of those that pass, $8,000.00.",
        "Enchère inversée. Quatre soumissions, dont trois sont conformes. Deux attributions sont offertes. Par prix "
        "avant taxes à la clôture, maple-works occupe le rang 1 des soumissions conformes, 8\u00a0000,00\u00a0$.",
    ),
    (
        other("first-compliant"),
        "First compliant work. Four bids, judged in the order of arrival. The work of maple-works arrived first of "
        "those that pass, at the fixed price of $8,000.00 before tax.",
        "Premier travail conforme. Quatre soumissions, jugées dans l’ordre d’arrivée. Le travail de maple-works est "
        "arrivé le premier de ceux qui sont conformes, au prix fixe de 8\u00a0000,00\u00a0$ avant taxes.",
    ),
    (
        # Of what arrived later nobody knows whether it would pass.
        other("first-compliant", passing=1),
        "First compliant work. Four bids, judged in the order of arrival. The work of maple-works arrived first of "
        "those that pass, at the fixed price of $8,000.00 before tax.",
        "Premier travail conforme. Quatre soumissions, jugées dans l’ordre d’arrivée. Le travail de maple-works est "
        "arrivé le premier de ceux qui sont conformes, au prix fixe de 8\u00a0000,00\u00a0$ avant taxes.",
    ),
    (
        other("first-compliant", received=1, passing=1),
        "First compliant work. One bid, which passes. It is that of maple-works, at $8,000.00 before tax.",
        "Premier travail conforme. Une soumission, qui est conforme. C’est celle que présente maple-works, à "
        "8\u00a0000,00\u00a0$ avant taxes.",
    ),
    (
        other("first-compliant", offered=2, place=2),
        "First compliant work. Four bids, judged in the order of arrival. Two awards are offered. By arrival, the work "
        "of maple-works has place 2 of those that pass, at the fixed price of $8,000.00 before tax.",
        "Premier travail conforme. Quatre soumissions, jugées dans l’ordre d’arrivée. Deux attributions sont "
        "offertes. Par ordre d’arrivée, le travail de maple-works occupe le rang 2 de ceux qui sont conformes, au prix "
        "fixe de 8\u00a0000,00\u00a0$ avant taxes.",
    ),
]


SO_FAR = [
    (
        other("reverse-auction"),
        "So far maple-works has the lowest price before tax of those that pass, $8,000.00.",
        "Pour l’instant, maple-works a le prix avant taxes le plus bas des soumissions conformes, "
        "8\u00a0000,00\u00a0$.",
    ),
    (
        other("reverse-auction", offered=2),
        "By price before tax so far, maple-works has place 1 of those that pass, $8,000.00.",
        "Par prix avant taxes, maple-works occupe pour l’instant le rang 1 des soumissions conformes, "
        "8\u00a0000,00\u00a0$.",
    ),
]


@pytest.mark.parametrize(("told", "en", "fr"), SO_FAR)
def test_an_auction_that_goes_on_has_no_closing(told: Reason, en: str, fr: str) -> None:
    """Its sentence says so; that of a method whose bids are read after the closing is the same."""
    found = reason(told, closed=False)

    assert (found.en.endswith(en), found.fr.endswith(fr)) == (True, True)
    assert reason(other("rated"), closed=False) == reason(other("rated"))


@pytest.mark.parametrize(("told", "en", "fr"), OTHERS)
def test_every_method_has_its_sentence(told: Reason, en: str, fr: str) -> None:
    """And another one where several awards are offered, and another end where a tie was broken."""
    found = reason(told)

    assert (found.en, found.fr) == (en, fr)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("offered", [1, 2])
@pytest.mark.parametrize("tie_break", ["", "draw", "earliest"])
def test_no_method_is_without_words(method: str, offered: int, tie_break: str) -> None:
    """Every one of the table, in every form, in both languages, with every fact in its place."""
    found = reason(other(method, offered=offered, tie_break=tie_break, drawn=3, rating=Fraction(1), score=Fraction(2)))

    assert "{" not in found.en + found.fr


def test_a_supplier_is_shown_under_the_name_that_was_checked() -> None:
    """Once it was: in the place of the login."""
    assert "Maple Works Inc. is number 2" in reason(other("fixed-price-draw", drawn=2), "Maple Works Inc.").en


def test_a_method_without_a_sentence_is_not_made_up() -> None:
    """A new method arrives with its words."""
    with pytest.raises(KeyError):
        reason(Reason("by-lot-of-lots", 1, 1, 1, 1, "maple-works", None, ""))
