"""OPP122 no-conformity-report."""

import re
from collections.abc import Iterator, Mapping

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Language
from board.model.context import Context
from board.model.opportunity import Item
from board.model.procurement import Procurement

_REPORT: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"conform(?:ity|ance)\s+report", re.IGNORECASE),
    "fr": re.compile(r"rapports?\s+(?:sur\s+la|de)\s+conformité", re.IGNORECASE),
}


@rule(
    "OPP122",
    "no-conformity-report",
    en="Accessibility applies, and no acceptance criterion asks for a conformity report in both languages.",
    fr="L’accessibilité s’applique, et aucun critère d’acceptation ne demande un rapport de conformité dans les "
    "deux langues.",
    fix_en="Add an acceptance criterion that names the “conformity report” and, in French, the “rapport de "
    "conformité”.",
    fix_fr="Ajoutez un critère d’acceptation qui nomme le «\u00a0rapport de conformité\u00a0» et, en anglais, le "
    "«\u00a0conformity report\u00a0».",
)
def no_conformity_report(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """What is bought must be usable by everybody, and a report is how the owner knows.

    Source: CAN/ASC-EN 301 549, in force through the Accessible Canada Regulations.
    """
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    if opportunity.accessibility_applies and not any(map(_asks, opportunity.acceptance_criteria)):
        yield Violation("/acceptance_criteria")


def _asks(criterion: Item) -> bool:
    return all(report.search(criterion.text[language]) for language, report in _REPORT.items())
