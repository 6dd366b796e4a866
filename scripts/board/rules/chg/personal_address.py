"""CHG125 personal-address."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context

_NO_REPLY = ("noreply", "no-reply")
_NOWHERE = (".invalid", ".localhost", "@localhost")


@rule(
    "CHG125",
    "personal-address",
    en=(
        "In this bid the author of these commits has an e-mail address that is not a no-reply address: {commits}. "
        "Merged, it would be public for ever."
    ),
    fr=(
        "Dans cette soumission, l’auteur des commits suivants a une adresse courriel qui n’est pas une adresse sans "
        "réponse\u00a0: {commits}. Une fois fusionnée, elle serait publique pour toujours."
    ),
    fix_en=(
        "Before the closing, make the commits anew with the no-reply address of the forge, or with an "
        "address that ends in .invalid."
    ),
    fix_fr=(
        "Avant la clôture, refaites les commits avec l’adresse sans réponse de la forge, ou avec une adresse "
        "qui se termine par .invalid."
    ),
    severity="warning",
)
def personal_address(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """A commit cannot be taken back once it is in other people's clones; the address itself is not repeated here.

    Source: Privacy Act, s. 4: nothing personal is collected that the purchase does not need.
    """
    if change_set.nature == "bid":
        personal = [commit for commit in change_set.commits if not _neutral(commit.email.lower())]
        if personal:
            yield Violation("", {"commits": tuple(Verbatim(commit.id[:10]) for commit in personal)})


def _neutral(address: str) -> bool:
    return not address or any(word in address for word in _NO_REPLY) or address.endswith(_NOWHERE)
