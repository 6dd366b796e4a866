"""Words by which a text says that a price holds its tax already."""

import pytest

from board.state.tax_words import speaks_of_tax, tax_included


@pytest.mark.parametrize(
    "text",
    [
        "The price is $8,000, tax included.",
        "We pay $8,000, taxes are included.",
        "All taxes included",
        "$8,000 including HST",
        "Our budget, including all applicable taxes, is $8,000.",
        "A price inclusive of 13% HST",
        "The amount includes GST/HST.",
        "A tax-inclusive price",
        "The price after tax may not be over $8,000.",
        "$9,040 with HST",
        "Le prix est de 8 000 $, taxes comprises.",
        "Les taxes sont incluses.",
        "8 000 $, TVH incluse",
        "8 000 $ TTC",
        "Un prix toutes taxes comprises",
        "Le montant comprend la TVH.",
        "8 000 $, y compris les taxes",
        "9 040 $ avec la TVH de 13 %",
        "incluant la TPS et la TVQ",
        "Taxes\nincluses",
    ],
)
def test_a_price_with_tax_is_noticed(text: str) -> None:
    """Each way to say that tax stands in the price is noticed, in both languages."""
    assert speaks_of_tax(text)
    assert speaks_of_tax(text.upper())
    assert tax_included(text)


@pytest.mark.parametrize(
    "text",
    [
        "The price is $8,000 before tax.",
        "$6,500 (excluding taxes)",
        "The price does not include tax.",
        "Taxes are not included.",
        "Not including HST",
        "tax extra, without GST included",
        "$6,500 plus applicable taxes",
        "Prices are before HST; the board adds the tax that the supplier charges.",
        "A calculator of income tax, with a table of rates",
        "The taxi includes a meter.",
        "The tax table is part of the work.",
        "Le prix est de 8 000 $ avant taxes.",
        "6 500 $ (hors taxes)",
        "6 500 $ (hors les taxes)",
        "Taxes non comprises",
        "Les taxes ne sont pas comprises.",
        "Le prix ne comprend pas la TVH.",
        "8 000 $, taxes en sus",
        "sans y compris les taxes",
        "Une calculatrice d’impôt avec un tableau des taux",
        "",
    ],
)
def test_a_price_before_tax_raises_no_alarm(text: str) -> None:
    """A price before tax, and work that has to do with tax, raise no alarm."""
    assert tax_included(text) is None


def test_the_words_are_given_in_one_line() -> None:
    """What is given is what stands there, in one line."""
    assert tax_included("Taxes\n  incluses") == "Taxes incluses"


def test_a_denial_in_an_earlier_sentence_denies_nothing() -> None:
    """Only the same sentence can turn the sense around."""
    assert tax_included("We do not pay travel. Tax is included.") == "Tax is included"


def test_most_texts_do_not_speak_of_tax() -> None:
    """Only a word of tax is a reason to look closer, and not letters that stand for one."""
    assert speaks_of_tax("QST")
    assert speaks_of_tax("Gst")
    assert speaks_of_tax("la TVQ")
    assert not speaks_of_tax("A TV, a tvg, and the Hsit; éâ’😀")
    assert not speaks_of_tax("")
