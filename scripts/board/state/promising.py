"""Who makes what a posting takes from `board keys`: the key to which bids are sealed, and the promises to a draw."""

from collections.abc import Collection
from datetime import date

from board.model.organization import Organization
from board.state.authority import OFFICER, OWNER, able

# Who asks for the work, or judges the bids, must not be able to read them early.
APART = ("post", "evaluate")

_ANYBODY = "LOGIN"


def keeper(organization: Organization | None, on: date) -> str:
    """Who would keep the key: the first who may and neither posts nor evaluates, else the first who may.

    ``LOGIN``, as help texts write it, where nobody may.
    """
    keepers = able(organization, on, ("keep-key",))
    apart = [login for login in keepers if login not in able(organization, on, APART)]
    return next(iter((*apart, *keepers)), _ANYBODY)


def promisers(organization: Organization | None, on: date, promised: Collection[str] = ()) -> tuple[str, ...]:
    """Who is still to promise a secret to a draw, an owner before an officer; one person alone is named once.

    Args:
        organization: Whose people they are.
        on: Day whose delegations count.
        promised: Who promised one already.
    """
    owners, officers = able(organization, on, OWNER), able(organization, on, OFFICER)
    owner = next((login for login in (*promised, *owners) if login in owners), _ANYBODY)
    others = (*promised, keeper(organization, on), *officers)
    other = next((login for login in others if login != owner and login in officers), owner)
    return tuple(login for login in dict.fromkeys((owner, other)) if login not in promised) or (other,)


def keys_line(ref: str, login: str) -> str:
    """What somebody types to make what is theirs."""
    return f"board keys {ref} --as {login}"
