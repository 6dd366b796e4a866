"""LOG114 mail-without-name."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course


@rule(
    "LOG114",
    "mail-without-name",
    en="The file does not name {bidder} as its bidder, under which it is entered; it is received, and will not pass.",
    fr=(
        "Le fichier ne nomme pas {bidder} comme soumissionnaire, nom sous lequel il est consigné\u202f; il est "
        "reçu, et ne sera pas conforme."
    ),
    fix_en=(
        'Ask the supplier, before the closing, for a file that says bidder: "mail-<n>" with a number of the '
        "supplier’s own."
    ),
    fix_fr=(
        'Demandez au fournisseur, avant la clôture, un fichier qui dit bidder: "mail-<n>" avec un numéro de son choix.'
    ),
    severity="warning",
)
def mail_without_name(course: Course, _context: Context) -> Iterator[Violation]:
    """What cannot be read is received all the same: a door that refuses would lose the instant of arrival."""
    facts = course.asked.facts
    if course.asked.step == "receive" and facts.get("named") != facts.get("bidder"):
        yield Violation("", {"bidder": facts.get("bidder", "")})
