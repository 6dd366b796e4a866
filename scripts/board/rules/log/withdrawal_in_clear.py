"""LOG123 withdrawal-in-clear."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.model.log import Veiled
from board.state.authority import is_login


@rule(
    "LOG123",
    "withdrawal-in-clear",
    en="The log of this purchase hides who bids until the closing, and a line in clear would tell.",
    fr="Le registre de cet achat cache qui soumissionne jusqu’à la clôture, et une ligne en clair le dirait.",
    fix_en="Withdraw by a push to the host, which gives a receipt: git push origin :bids/{login}/{ref}",
    fix_fr=(
        "Retirez-la par une poussée vers l’hôte, qui en accuse réception\u00a0: git push origin :bids/{login}/{ref}"
    ),
)
def withdrawal_in_clear(course: Course, _context: Context) -> Iterator[Violation]:
    """The host writes the same line with a salted digest when the branch is removed by a push.

    What came by mail stands in clear from the beginning, and so does the letter that takes it back.
    """
    asked, veiled = course.asked, any(isinstance(line.entry, Veiled) for line in course.lines)
    if asked.step == "withdraw" and "arrived" not in asked.facts and veiled:
        login = Verbatim(asked.by if is_login(asked.by) else "LOGIN")
        yield Violation("", {"login": login, "ref": Verbatim(course.procurement.ref)})
