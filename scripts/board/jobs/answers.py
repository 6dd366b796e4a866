"""What somebody typed, in the form in which a file takes it."""

import re
from datetime import date
from decimal import Decimal

from board.model.reference import is_login
from board.render.forms import Question
from board.state.canonical import money

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CENTS = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_ADDRESS = re.compile(r"https://[!-~]+")
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_YES = frozenset({"y", "yes", "o", "oui", "true", "vrai"})
_NO = frozenset({"n", "no", "non", "false", "faux"})


def written(question: Question, typed: str) -> str | None:
    """The answer as the file takes it; None where *typed* is no answer to *question*."""
    text = typed.strip()
    match question.form:
        case "money":
            return _money(text)
        case "day":
            return text if _DAY.fullmatch(text) and _exists(text) else None
        case "yes":
            return "true" if text.lower() in _YES else "false" if text.lower() in _NO else None
        case "login":
            login = text.removeprefix("@").lower()
            return login if is_login(login) else None
        case "choice":
            return next((choice for choice in question.choices if choice.lower() == text.lower()), None)
        case "url":
            return text if _ADDRESS.fullmatch(text) else None
        case "commit":
            return text.lower() if _COMMIT.fullmatch(text.lower()) else None
        case "text" | "both" | "list":
            fits = not question.most or len(text) <= question.most
            return text if text and text.isprintable() and fits else None


def _money(text: str) -> str | None:
    """Dollars and cents as English or French writes them, such as ``$1,950.00`` and ``1 950,00 $``."""
    bare = re.sub(r"[\s$]", "", text)
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(",", "")
    elif _CENTS.fullmatch(bare):
        bare = bare.replace(",", ".")
    else:
        return None
    return money(Decimal(bare))


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
