"""The board on which the demonstration is played."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from board.jobs import init
from board.model.reference import organization_path
from board.model.scalar import Fields
from board.model.snapshot import MAIN, Decide, Edit, NewCommit, Nothing, Outcome, Snapshot
from board.state.canonical import Node, write

ZONE = ZoneInfo("America/Toronto")

_POLICY = "opportunities/policy.yml"

_CONTACT = "board-tableau@demonstration.example"
_OWNER = {"may": ["post", "amend", "answer", "evaluate", "accept"], "up_to": "10000.00"}
_EVALUATOR = {"may": ["evaluate"], "up_to": "10000.00"}
_OFFICER = {"may": ["approve", "keep-key", "receive", "clear", "contract", "pay"], "up_to": "40000.00"}
_ROLES = {"owner": _OWNER, "officer": _OFFICER, "evaluator": _EVALUATOR, "second_officer": _OFFICER}


def begin(content: Fields, seed: Mapping[str, bytes], first: datetime, last: datetime) -> Decide:
    """The act that begins the board.

    Args:
        content: Its names and organizations.
        seed: Path to content of policy, terms and licences, as the program ships them.
        first: Instant of the beginning.
        last: Instant on which every delegation still holds.
    """
    officer = content["organizations"][0]["officer"]["login"]

    def look(snapshot: Snapshot) -> Outcome:
        if MAIN in snapshot.refs:
            return Nothing()
        begun = NewCommit(MAIN, "", (), "Begin the demonstration", files(content, seed, first, last))
        return Edit(officer, first, (begun,))

    return look


def files(content: Fields, seed: Mapping[str, bytes], first: datetime, last: datetime) -> Mapping[str, bytes]:
    """Path to content of everything above the procurements; the arguments are those of `begin`."""
    organizations = {
        organization_path(row["id"]): write(_organization(row, first, last)) for row in content["organizations"]
    }
    board = write(
        {
            "schema": 1,
            "name": content["name"],
            "contact": _CONTACT,
            "repository": content["repository"],
            "zone": str(ZONE),
            "mode": "trial",
            "roots": [{"login": content["organizations"][0]["officer"]["login"]}],
        }
    )
    one = content["organizations"][0]
    owner, officer = (one["owner"]["login"], ""), (one["officer"]["login"], "")
    begun = init.files(init.Founding(one["id"], owner, officer, officer, "", first), seed)
    return {**begun, init.BOARD_PATH: board, **organizations, _POLICY: _with_auctions(begun[_POLICY])}


def _with_auctions(policy: bytes) -> bytes:
    """The policy with reverse auctions allowed, which a board has to decide: the demonstration shows every method."""
    last = b'  - "first-compliant"\n'
    if policy.count(last) != 1:
        raise ValueError("the policy that ships lists its methods otherwise")
    return policy.replace(last, last + b'  - "reverse-auction"\n')


def _organization(row: Fields, first: datetime, last: datetime) -> dict[str, Node]:
    begins, ends = init.fiscal_year(first.date())[0], init.fiscal_year(last.date())[1]
    holds = {"from": begins.isoformat(), "to": ends.isoformat()}
    people: list[Node] = [
        {"login": row[role]["login"], "position": row[role]["position"], "delegations": [{**may, **holds}]}
        for role, may in _ROLES.items()
        if role in row
    ]
    return {"schema": 1, "id": row["id"], "name": row["name"], "mailbox": row["mailbox"], "people": people}
