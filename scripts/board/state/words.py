"""How many words a text has."""

import re

# What stands between words: white space, and dashes that are set without it.
_BETWEEN = re.compile(r"[\s\u2013\u2014]+")


def count_words(text: str) -> int:
    """The words of *text* as people count them.

    A word is what stands between spaces or dashes and holds a letter or a digit, so that the spaced « : » of French
    and a bullet count for nothing, and « l’erreur », “time-zone” or an address count for one.
    """
    return sum(any(map(str.isalnum, word)) for word in _BETWEEN.split(text))
