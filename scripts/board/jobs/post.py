"""Merge a posting that its owner pushed to a host: the act of whoever approves it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from board.core.finding import Finding, refuses
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.reading import read
from board.jobs.standing import Record, files_of
from board.model.change import Change, Nature
from board.model.context import Context
from board.model.decision import Act
from board.model.opportunity import opportunity
from board.model.reference import buyer, of_post_branch, opportunity_path, post_branch
from board.model.snapshot import MAIN, Edit, Move, NewCommit, Nothing, Outcome, Snapshot
from board.state.limits import greatest_total, highest_tax, posted_on

_HEADS = "refs/heads/"


class NothingToPostError(Exception):
    """Nobody pushed a posting of that name, and main has none."""


class SeveralPostingsError(Exception):
    """Several people pushed a posting of that name.

    Attributes:
        logins: Whose.
    """

    def __init__(self, logins: tuple[str, ...]) -> None:
        super().__init__(", ".join(logins))
        self.logins = logins


class OwnPostingError(Exception):
    """On a live board nobody merges what the same person posts."""


class NoActError(Exception):
    """What was pushed is no act on the record of its owner."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an approver asks for.

    Attributes:
        ref: Of the opportunity.
        by: Login of the approver.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
        owner: Whose posting; empty where there is only one.
    """

    ref: str
    by: str
    id: str
    at: datetime
    clock: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A posting as `check` judges it.

    Attributes:
        nature: What the change is.
        findings: Warnings too.
        changes: What the merge would change.
    """

    nature: Nature
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]


# Main, head and owner to what is proposed.
Judge = Callable[[str, str, str], Proposed]


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of it.

    Attributes:
        outcome: For `act`.
        owner: Whose posting; empty where it stands on main already.
        warnings: What was found and refuses nothing.
    """

    outcome: Outcome
    owner: str = ""
    warnings: tuple[Finding, ...] = ()


def decide(snapshot: Snapshot, request: Request, schemas: Schemas, judge: Judge) -> Answer:
    """What is to be written for *request*, that it stands already, or why not.

    Raises:
        NothingToPostError: Nobody pushed such a posting.
        SeveralPostingsError: Several did, and nobody said whose is meant.
        OwnPostingError: The board is live, and the approver posts it.
        NoActError: What was pushed is something else.
    """
    main = snapshot.refs.get(MAIN, "")
    owner = _owner(snapshot, request)
    if not owner:
        if main and snapshot.file(main, opportunity_path(request.ref)) is not None:
            return Answer(Nothing())
        raise NothingToPostError
    branch = _HEADS + post_branch(owner, request.ref)
    head = snapshot.refs[branch]
    proposed = judge(main, head, owner)
    if proposed.nature != "act" and not any(map(refuses, proposed.findings)):
        raise NoActError
    findings = (*proposed.findings, *_approved(snapshot, request, schemas, owner, main, head))
    if any(map(refuses, findings)):
        return Answer(findings, owner)
    message = f"Post {request.ref}\n\nPosted by {owner}, approved by {request.by}."
    commit = NewCommit(
        MAIN,
        main,
        (main, head),
        message,
        {change.path: None for change in proposed.changes if change.after is None},
        {change.path: change.after.blob for change in proposed.changes if change.after},
    )
    edit = Edit(request.by, request.at, (commit,), after=(Move(branch, head, ""),))
    return Answer(edit, owner, findings)


def _owner(snapshot: Snapshot, request: Request) -> str:
    """Whose posting is meant; empty where nobody pushed one."""
    named = (of_post_branch(name.removeprefix(_HEADS)) for name in snapshot.refs if name.startswith(_HEADS))
    logins = tuple(sorted(found[0] for found in named if found and found[1] == request.ref))
    if request.owner:
        return request.owner if request.owner in logins else ""
    if len(logins) > 1:
        raise SeveralPostingsError(logins)
    return next(iter(logins), "")


def _approved(
    snapshot: Snapshot, request: Request, schemas: Schemas, owner: str, main: str, head: str
) -> tuple[Finding, ...]:
    """What stands against who approves."""
    record, files = Record(snapshot, schemas), files_of(snapshot, main)
    board, context = record.board(files, buyer(request.ref)), record.context(files, request.ref, request.at)
    if context is None:
        return judging.files(board, record.procurement(files, request.ref))
    if owner == request.by and context.settings.mode != "trial":
        raise OwnPostingError
    organization = board.organizations.get(buyer(request.ref))
    path, on = opportunity_path(request.ref), request.at.astimezone(context.zone).date()
    total = _total(snapshot, schemas, context, head, path)
    who = Act(path, organization, "approve", request.by, request.id, request.at, on, total, request.clock, None)
    return judging.act(who, context, board.documents.values())


def _total(snapshot: Snapshot, schemas: Schemas, context: Context, head: str, path: str) -> Decimal | None:
    data = snapshot.file(head, path)
    _, found = read(path, data, "opportunity", opportunity, schemas) if data else (None, None)
    if found is None:
        return None
    return greatest_total(found, highest_tax(context.policy, posted_on(found, context.zone)))
