"""What readers of YAML take a text without quotes for.

Source: YAML 1.1, https://yaml.org/type/, and the core schema of YAML 1.2, https://yaml.org/spec/1.2.2/#103-core-schema.
"""

import re
from itertools import product

# A truth value, nothing, or a merge, to some reader and in some case.
WORDS = frozenset(
    "".join(letters)
    for word in ("", "~", "=", "<<", "null", "true", "false", "y", "n", "yes", "no", "on", "off")
    for letters in product(*zip(word.lower(), word.upper(), strict=True))
)

# A number or a time of day begins with one of these.
NUMERIC = frozenset("0123456789+-.")

# What is no plain decimal number and yet is read as a number or a time of day. Each alternative is linear in its input.
_OTHERWISE = re.compile(
    r"""
      [-+]? \. (?: inf | nan )
    | [-+]? 0 [xob] [0-9a-f_]+
    | [-+]? [0-9] [0-9_]* (?: : [0-9]{1,2} )+ (?: \. [0-9_]* )?
    | (?! -? (?: 0 | [1-9][0-9]* ) (?: \. [0-9]+ )? \Z )
      [-+]? (?: [0-9] [0-9_]* (?: \. [0-9_]* )? | \. [0-9] [0-9_]* ) (?: e [-+]? [0-9]+ )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_NUMBER_OR_DAY = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")


def is_read_otherwise(text: str) -> bool:
    """Whether a reader takes *text* for something other than the text that stands there.

    Decimal numbers, days and instants are what stands there to everybody, whatever type a reader gives them.
    """
    return text in WORDS or _OTHERWISE.fullmatch(text) is not None


def is_key(text: str) -> bool:
    """Whether *text* is a text to every reader, and so can be a key: a number or a day cannot."""
    return not is_read_otherwise(text) and _NUMBER_OR_DAY.fullmatch(text) is None
