"""The list of all rules, by family; each family lists its own, and a test compares the lists with the folders.

A family is loaded when it is first asked for: who pushes a bid waits for every module that the host loads.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from board.rules.awd import RULES as AWD
    from board.rules.bid import RULES as BID
    from board.rules.brd import RULES as BRD
    from board.rules.chg import RULES as CHG
    from board.rules.doc import RULES as DOC
    from board.rules.log import RULES as LOG
    from board.rules.opp import RULES as OPP
    from board.rules.org import RULES as ORG
    from board.rules.sch import RULES as SCH

# Codes of rules that are gone, each with the reason; a code is for ever, so none of these names a rule again.
RETIRED: Mapping[str, str] = {
    "OPP128": "method-not-offered warned of methods that the program could not run yet; it runs every one of the list",
    "OPP129": "sealed-bids-not-offered warned of what the program could not open; it seals and opens bids now",
}

__all__ = ["AWD", "BID", "BRD", "CHG", "DOC", "LOG", "OPP", "ORG", "RETIRED", "SCH"]


def __getattr__(name: str) -> object:
    """The rules of a family."""
    if name not in __all__:
        raise AttributeError(name)
    found: object = import_module(f"board.rules.{name.lower()}").RULES
    return found
