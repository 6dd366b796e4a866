"""CHG123 unusable-login."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.state.authority import is_login


@rule(
    "CHG123",
    "unusable-login",
    en="The login {author} cannot stand in the name of a file, so nobody could tell whose bid it is.",
    fr=(
        "Le nom d’utilisateur {author} ne peut figurer dans un nom de fichier\u202f; on ne saurait donc pas de qui "
        "est la soumission."
    ),
    fix_en=(
        "Bid under a login of small letters, digits and single hyphens, or send the bid to the mailbox of "
        "the organization."
    ),
    fix_fr=(
        "Soumissionnez sous un nom d’utilisateur fait de minuscules, de chiffres et de traits d’union "
        "simples, ou envoyez la soumission à la boîte courriel de l’organisation."
    ),
)
def unusable_login(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A bid belongs to a login; without one that has a path, no bid can be somebody's own."""
    if change_set.nature == "bid" and not is_login(change_set.author):
        yield Violation("", {"author": change_set.author})
