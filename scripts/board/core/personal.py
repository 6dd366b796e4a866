"""Keys that ask for what must never be in Git."""

import re
import unicodedata

# Whole words of a key, in both languages, without accents. Source: Privacy Act, s. 3 and 5; the board asks a supplier
# for none of this in a file, and the selected one alone, by mail.
_WORDS = re.compile(
    "sin|nas|gender|genre|sexe?|race|ethnicit(?:y|e)|disability|handicap|orientation|religion"
    "|birth|birthday|birthdate|dob|naissance|age|citizenship|citoyennete|indigenous|autochtone|passport|passeport"
    "|bank|banque|iban|transit|account|compte|card|carte"
    "|phone|telephone|mobile|cell|cellulaire|fax|telecopieur|email|mail|courriel|address|adresse|street|rue|postal"
)
_PHRASES = ("social_insurance", "assurance_sociale", "business_number", "numero_d_entreprise", "legal_name")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")


def personal_word(key: str) -> str | None:
    """What of *key* names personal data; None where nothing does. What stands beside it in the key is not given."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    words = _BETWEEN.sub("_", _HUMP.sub("_", plain).lower()).strip("_")
    for phrase in _PHRASES:
        if phrase in words:
            return phrase
    return next((word for word in words.split("_") if _WORDS.fullmatch(word)), None)
