"""The list of all rules, by family; each family lists its own, and a test compares the lists with the folders."""

from collections.abc import Mapping

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
}

__all__ = ["AWD", "BID", "BRD", "CHG", "DOC", "LOG", "OPP", "ORG", "RETIRED", "SCH"]
