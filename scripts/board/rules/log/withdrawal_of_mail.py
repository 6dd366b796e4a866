"""LOG126 withdrawal-of-mail."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.authority import is_mail_name


@rule(
    "LOG126",
    "withdrawal-of-mail",
    en=(
        "{bidder} came by mail, and is taken back by a letter that an officer enters; a login takes back its "
        "own bid alone."
    ),
    fr=(
        "{bidder} est arrivée par courriel et se retire par un message qu’un agent consigne\u202f; un nom "
        "d’utilisateur ne retire que sa propre soumission."
    ),
    fix_en=(
        "Write to the mailbox. The officer then runs: board withdraw {ref} --bid {mail} --arrived INSTANT --as LOGIN"
    ),
    fix_fr=(
        "Écrivez à la boîte courriel. L’agent lance ensuite\u00a0: board withdraw {ref} --bid {mail} "
        "--arrived INSTANT --as LOGIN"
    ),
)
def withdrawal_of_mail(course: Course, _context: Context) -> Iterator[Violation]:
    """A bid by mail has no account behind it: whoever claimed its name could take it away."""
    asked = course.asked
    bidder = asked.facts.get("bidder", asked.by)
    if asked.step == "withdraw" and is_mail_name(bidder) == (bidder == asked.by):
        mail = Verbatim(bidder if is_mail_name(bidder) else "MAIL-N")
        facts: dict[str, Fact] = {"bidder": bidder, "mail": mail, "ref": Verbatim(course.procurement.ref)}
        yield Violation("", facts)
