"""Words by which a text says that a price holds its tax already, in both languages."""

import re

# Most texts do not speak of tax at all, and looking for these costs a hundredth of the patterns.
_TAX = (b"tax", b"hst", b"gst", b"qst", b"pst", b"tvh", b"tps", b"tvq", b"tvp", b"ttc")

# The same, wider and sooner: `q` and `g` made `h`, and one look for all that begins with `tv`.
_ALIKE = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZgq", b"abcdefhhijklmnophrstuvwxyzhh")
_PERHAPS = (b"tax", b"hst", b"pst", b"tv", b"tps", b"ttc")

_NAME = r"(?:tax(?:es)?|(?:gst/)?hst|gst|qst|pst)"
_NOM = r"(?:taxes?|tps(?:/tvh)?|tvh|tvq|tvp)"
_ALL = r"(?:(?:all|any|the|applicable|sales|provincial|federal|(?:[0-9]+(?:\.[0-9]+)?\s?%))\s+(?:of\s+)?)*"
_TOUTES = r"(?:(?:toutes|les|la|l’|l'|de|applicables|[0-9]+(?:,[0-9]+)?\s?%)\s*)*"

_INCLUDED = re.compile(
    rf"""
    \b{_NAME}[\s-]+(?:(?:is|are|was|were|be|being|already|both)\s+)*(?:included|inclusive|incl\.)
    | \b(?:including|includes?|included|inclusive\s+of|with)\s+{_ALL}{_NAME}\b(?!\s*[-(]?\s*(?:excluded|extra|exempt))
    | \bafter[\s-]tax\b
    | \b{_NOM}\s+(?:(?:sont|est|déjà|applicables|toutes|y|de|vente)\s+)*(?:comprises?|incluses?|inclus)\b
    | \b(?:y\s+compris|incluant|inclut|incluent|comprend|comprennent|comprenant|avec)\s+{_TOUTES}{_NOM}\b
    | \bTTC\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What turns the sense around when it stands shortly before, in the same sentence.
_DENIED = re.compile(
    r"(?:\b(?:not?|never|without|nor|neither|excluding|isn[’']t|aren[’']t|don[’']t|doesn[’']t|cannot|ni|non|sans|pas|"
    r"jamais|aucune?|hors|exclu\w*)\b|\bn[’']|\bne\b)[^.!?\n]{0,40}$",
    re.IGNORECASE,
)


def speaks_of_tax(text: str) -> bool:
    """Whether *text* holds a word by which `tax_included` could find anything."""
    # No letter beyond ASCII is a small or a large form of these, so bytes do, in half of the time.
    data = text.encode()
    alike = data.translate(_ALIKE)
    for word in _PERHAPS:
        if word in alike:
            lower = data.lower()
            return any(word in lower for word in _TAX)
    return False


def tax_included(text: str) -> str | None:
    """The first words of *text* that put tax into a price; None where it says nothing of the kind, or the contrary."""
    if not speaks_of_tax(text):
        return None
    for found in _INCLUDED.finditer(text):
        if not _DENIED.search(text[max(0, found.start() - 60) : found.start()]):
            return " ".join(found[0].split())
    return None
