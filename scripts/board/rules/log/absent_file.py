"""LOG112 absent-file."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.reference import bid_path


@rule(
    "LOG112",
    "absent-file",
    en="The file of {bidder}’s bid, line {line} of the log, is not in this repository, or is not what the log says.",
    fr=(
        "Le fichier de la soumission de {bidder}, ligne {line} du registre, n’est pas dans ce dépôt, ou n’est "
        "pas celui que dit le registre."
    ),
    fix_en=(
        "Fetch the heads of all bids, then ask again. Where it is nowhere, two officers rule, each with: board settle "
        "{ref} --receipt {line} --counts no --because file-lost --as LOGIN"
    ),
    fix_fr=(
        "Récupérez les têtes de toutes les soumissions, puis redemandez. S’il n’est nulle part, deux agents en "
        "décident, chacun avec\u00a0: board settle {ref} --receipt {line} --counts no --because file-lost --as LOGIN"
    ),
)
def absent_file(course: Course, _context: Context) -> Iterator[Violation]:
    """The tag holds every bid of record as a file, so that a plain clone brings the losing ones too."""
    for doubt in course.doubts:
        if doubt.reason == "absent-file":
            ref = course.procurement.ref
            facts: dict[str, Fact] = {"bidder": doubt.bidder, "line": doubt.receipt, "ref": Verbatim(ref)}
            yield Violation("", facts, path=bid_path(ref, doubt.bidder))
