"""Keys that ask for what must never be in Git."""

import pytest

from board.core.personal import personal_word


@pytest.mark.parametrize(
    ("key", "word"),
    [
        *[(key, key) for key in ("sin", "gender", "race", "ethnicity", "disability", "bank", "iban")],
        *[("orientation", "orientation"), ("phone", "phone")],
        *[("date_of_birth", "birth"), ("address_line", "address"), ("transit", "transit"), ("email", "email")],
        *[("SIN", "sin"), ("Home Phone", "phone"), ("homePhone", "phone"), ("phone-number", "phone")],
        ("e.mail", "mail"),
        *[("nas", "nas"), ("téléphone", "telephone"), ("date de naissance", "naissance")],
        ("citoyenneté", "citoyennete"),
        *[("legal_name", "legal_name"), ("businessNumber", "business_number")],
        ("numéro d'entreprise", "numero_d_entreprise"),
        ("social-insurance-046454286", "social_insurance"),
    ],
)
def test_knows_what_a_key_asks_for(key: str, word: str) -> None:
    """In both languages, however it is joined, and never more of the key than the word."""
    assert personal_word(key) == word


@pytest.mark.parametrize(
    "key",
    [
        "since",
        "business",
        "price",
        "discount",
        "raced",
        "emails2",
        "phonetics",
        "agenda",
        "embankment",
        "transition",
        "",
    ],
)
def test_a_word_inside_a_word_is_another_word(key: str) -> None:
    """The near twins: none of these asks for anything."""
    assert personal_word(key) is None
