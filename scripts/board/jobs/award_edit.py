"""What an award writes: one commit and its tag on main, or the very same commit on the branch of a proposal."""

from collections.abc import Mapping
from functools import partial

from board.jobs.acting import Ground
from board.jobs.closed import Closed
from board.jobs.received import Received
from board.model.award import Award
from board.model.change import Change
from board.model.reference import award_path, award_tag, proposal_branch
from board.model.snapshot import MAIN, Edit, NewCommit, NewTag, Snapshot
from board.state.ledger import write_award
from board.state.message import award_message, award_tag_message

_PLAIN = "100644"

# As many commits as a host takes in with one bid.
_MOST_COMMITS = 30


def edit_of(ground: Ground, award: Award, winner: Received, known: Closed | None, *, proposal: bool) -> Edit:
    """One commit on main, or on the branch of the proposal, whose parents are main and the bid's head.

    Over a closing a head that brings more than its bid is no parent: a merge would keep for ever what was left out.
    """
    ref, snapshot = ground.procurement.ref, ground.snapshot
    merged = winner.source.head and (known is None or _brings_alone(snapshot, winner.source.head, winner.filed.path))
    head = (winner.source.head,) if merged else ()
    branch = f"refs/heads/{proposal_branch(ref)}" if proposal else MAIN
    tag = NewTag(award_tag(ref, award.bidder), award_tag_message(award))
    commit = NewCommit(
        branch=branch,
        old=snapshot.refs.get(branch, ""),
        parents=(snapshot.refs[MAIN], *head),
        message=award_message(award),
        files={
            award_path(ref, award.bidder): write_award(award, ground.context.settings),
            **(_with_outcome(ground, known, award) if known else {}),
        },
        blobs={winner.filed.path: winner.filed.blob},
    )
    return Edit(award.decided_by, award.decided_at, (commit,), () if proposal else (tag,))


def proposed_by(ground: Ground, edit: Edit) -> Award | None:
    """The award that the branch proposes already, by the very commit that would be made but for its instant.

    None where it rests on another main or bid, changes anything else, or is no proposal at all.
    """
    (new,) = edit.commits
    if not new.old:
        return None
    snapshot, commit = ground.snapshot, ground.snapshot.commit(new.old)
    if commit.parents != new.parents:
        return None
    before, after = snapshot.states(new.parents[0], ""), snapshot.states(new.old, "")
    there = {at: after[at].blob if at in after else "" for at in {*before, *after} if before.get(at) != after.get(at)}
    path, *beside = new.files
    award = ground.record.award(there.pop(path)) if there.get(path) else None
    tree = snapshot.tree(new.old)
    same = all(there.pop(one, "") and tree[one] == new.files[one] for one in beside)
    if award is None or not same or not there.items() <= new.blobs.items() or commit.message != award_message(award):
        return None
    return award if tree[path] == write_award(award, ground.context.settings) else None


def _brings_alone(snapshot: Snapshot, head: str, path: str) -> bool:
    """Whether every commit on the way from main to *head* touches that plain file and no other."""
    at = head
    for _ in range(_MOST_COMMITS + 1):
        if snapshot.reachable(at, snapshot.refs[MAIN]):
            return True
        parents = snapshot.commit(at).parents
        if len(parents) != 1 or any(map(partial(_beside, path), snapshot.changes(parents[0], at, ""))):
            return False
        (at,) = parents
    return False


def _beside(path: str, change: Change) -> bool:
    return change.path != path or (change.after is not None and change.after.mode != _PLAIN)


def _with_outcome(ground: Ground, known: Closed, award: Award) -> Mapping[str, bytes]:
    """What enters main with an award; what came with an earlier one stays as it is."""
    there = {*ground.procurement.documents, *ground.procurement.openings}
    return {path: data for path, data in known.files(award.bidder, award.decided_at).items() if path not in there}
