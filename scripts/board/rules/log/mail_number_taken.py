"""LOG113 mail-number-taken."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Head


@rule(
    "LOG113",
    "mail-number-taken",
    en="{bidder} is the name of another bid that came by mail, line {line} of the log.",
    fr="{bidder} est le nom d’une autre soumission reçue par courriel, ligne {line} du registre.",
    fix_en=(
        "If the same sender corrects that bid, enter it with `--replaces`. Else ask the supplier to write another "
        'number into the file and to send it again: bidder: "mail-<n>"'
    ),
    fix_fr=(
        "Si le même expéditeur corrige cette soumission, consignez-la avec `--replaces`. Sinon, demandez au "
        'fournisseur d’inscrire un autre numéro dans le fichier et de le renvoyer\u00a0: bidder: "mail-<n>"'
    ),
)
def mail_number_taken(course: Course, _context: Context) -> Iterator[Violation]:
    """Two suppliers may pick one number; no second file takes the place of the first unless somebody looked."""
    if course.asked.step != "receive" or course.asked.facts.get("replaces"):
        return
    bidder, sha256 = (course.asked.facts.get(name, "") for name in ("bidder", "sha256"))
    for line in course.lines:
        entry = line.entry
        if isinstance(entry, Head) and entry.bidder == bidder and entry.sha256 != sha256:
            yield Violation("", {"bidder": bidder, "line": line.n})
            return
