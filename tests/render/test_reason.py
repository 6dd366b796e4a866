"""Why a bid was selected, whole and in both languages."""

from decimal import Decimal

import pytest
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import FOLDER, board_files

from board.render.reason import reason
from board.state.ledger import read_award
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


def test_a_method_without_a_sentence_is_not_made_up() -> None:
    """A new method arrives with its words."""
    with pytest.raises(KeyError):
        reason(Reason("rated", 1, 1, 1, 1, "maple-works", None, ""))
