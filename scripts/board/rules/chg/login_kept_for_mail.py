"""CHG107 login-kept-for-mail."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.authority import is_mail_name


@rule(
    "CHG107",
    "login-kept-for-mail",
    en="The login {author} has the form that the board gives to bids that came by mail.",
    fr="Le nom d’utilisateur {author} a la forme que le tableau donne aux soumissions reçues par courriel.",
    fix_en="Send the bid to the mailbox of the organization, or bid under another login.",
    fix_fr=(
        "Envoyez la soumission à la boîte courriel de l’organisation, ou soumissionnez sous un autre nom d’utilisateur."
    ),
)
def login_kept_for_mail(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """`bids/mail-<n>.yml` is written by an officer who received it by mail; nobody else may seem to have done so."""
    if change_set.nature == "bid" and is_mail_name(change_set.author):
        yield Violation("", {"author": change_set.author})
