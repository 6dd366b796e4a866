"""AWD: acts, selections, awards, ends and history, on a repository in memory and through the jobs that make them."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.memory import Memory
from tests.rules.cases import Case, MalformedCaseError, Staged, changed
from tests.rules.subjects.documents import SCHEMAS

from board.core.text import Bilingual
from board.jobs import award, cancel, close
from board.jobs.acting import Actor, Ground, acting, ground
from board.jobs.closed import closed
from board.jobs.composing import compose, in_zone, ranking_of
from board.jobs.coursing import log_or_fault
from board.jobs.held_back import NO_DOSSIER, Dossier, held
from board.jobs.history import steps
from board.jobs.hosting import head_at
from board.jobs.log import BRANCH, appended, log_of
from board.jobs.of_record import bids_of_record
from board.jobs.proving import before_of, proof_of
from board.jobs.proving_end import proof_of_end
from board.jobs.received import Received, branches, received, with_bids
from board.jobs.standing import Record
from board.jobs.tagged import tagged
from board.model.award import Award, Cancellation
from board.model.evaluation import CriterionResult, Evaluation, Evaluator, Result
from board.model.history import Clone
from board.model.log import Declared, Entry, Evaluated, MailboxRead, Sheet
from board.model.reference import (
    award_path,
    award_tag,
    bid_branch,
    cancellation_path,
    closing_tag,
    folder,
    of_bid_branch,
    organization_path,
)
from board.model.snapshot import MAIN, Edit, Snapshot, Tag
from board.rules.awd import ACTS, CLONES, DECISIONS, ENDINGS, ENDS, EVIDENCE, LOGS, OPENED, PROOFS, SELECTIONS, WAITING
from board.rules.run import in_documents
from board.state.evaluating import judged
from board.state.ledger import read_award, write_award, write_evaluation
from board.state.ledger.log import LOG, entry_of
from board.state.message import merge_of
from board.state.ranking import runnable

_AT = "2026-09-16T10:25:00-04:00"
_AWARD = {"by", "id", "bid", "at", "clock", "justify", "edits"}
_CANCEL = {"by", "reason", "at"}
_EVENTS = {
    "award", "propose", "commit", "rewrite", "merge", "squash", "tag", "shallow", "log", "receive", "close", "cancel",
    "evaluate", "reclose", "garble",
}  # fmt: skip
LOGGED = datetime.fromisoformat("2026-09-15T13:00:00-04:00")
READ = datetime.fromisoformat("2026-09-15T14:31:00-04:00")
JUDGED = datetime.fromisoformat("2026-09-15T16:00:00-04:00")
# Where a case keeps what officers hold outside every repository.
_HELD = "refs/heads/held"
_WHY = Bilingual("Another need.", "Un autre besoin.")


def stage(case: Case) -> Staged:
    """What the rule of the case looks at, after its history was played.

    Raises:
        MalformedCaseError: A key is unknown, or what the rule rests on cannot be made.
    """
    if unknown := case.award.keys() - _AWARD | case.cancel.keys() - _CANCEL:
        raise MalformedCaseError(f"no key is called {', '.join(sorted(unknown))}")
    memory = _played(case)
    if case.code in {rule.code for rule in CLONES}:
        known = {
            award_tag(ref, login) for step, _ in steps(Record(memory, SCHEMAS), MAIN) for ref, login in step.awards
        }
        stray = {name.removeprefix("refs/tags/") for name in memory.refs if name.startswith("refs/tags/")} - known
        subject = Clone(memory.shallow, tuple(sorted(stray)))
        return Staged(subject, None, "opportunities", in_documents(()))
    if case.code in {rule.code for rule in LOGS}:
        _, broken = log_or_fault(memory)
        subject = Clone(memory.shallow, (), broken)
        return Staged(subject, None, "opportunities", in_documents(()))
    if case.code >= "AWD200":
        return _of_history(case, memory)
    at = datetime.fromisoformat(case.award.get("at", case.cancel.get("at", _AT)))
    found = ground(memory, case.ref, at, SCHEMAS)
    if not isinstance(found, Ground):
        raise MalformedCaseError(f"{case.code} {case.name}: {found}")
    return _of_act(case, found, in_zone(at, found.context))


def _of_act(case: Case, found: Ground, at: datetime) -> Staged:
    said = case.award
    request = award.Request(
        case.ref,
        said.get("by", "a-tremblay"),
        f"github:{said['id']}" if "id" in said else "",
        said.get("bid", ""),
        at,
        said.get("clock", "machine"),
        _WHY if said.get("justify") else None,
    )
    bids = received(found.record, found.procurement, found.context, branches(found.snapshot, case.ref), {})
    opportunity, places = found.opportunity, in_documents(found.procurement.documents.values())
    if case.code in {rule.code for rule in ENDINGS}:
        ended = Cancellation(
            case.ref, case.cancel.get("reason", "no-bid"), case.cancel.get("by", "a-tremblay"), at, None
        )
        ending = cancel.ending_of(found, ended, bids)
        return Staged(ending, found.context, f"{folder(case.ref)}/opportunity.yml", places)
    if case.code in {rule.code for rule in WAITING}:
        known = closed(found, _held(found.snapshot))
        lacks = known.lacks if known else award.lacking(found)
        waiting = award.waiting_of(found, request, known, lacks)
        return Staged(waiting, found.context, f"{folder(case.ref)}/opportunity.yml", places)
    if case.code in {rule.code for rule in SELECTIONS}:
        ranking = ranking_of(opportunity, [bid.judged for bid in bids]) if runnable(opportunity) else None
        everything = replace(found, procurement=with_bids(found.procurement, bids))
        subject = award.selection_of(everything, request, ranking)
        return Staged(subject, found.context, f"{folder(case.ref)}/opportunity.yml", places)
    made, winner = _composed(case, found, request, bids)
    if case.code in {rule.code for rule in ACTS}:
        actor = Actor(request.by, request.id, at, request.clock)
        path = award_path(case.ref, made.bidder)
        act = acting(found, actor, path, made.value.total, found.record.last_act(found.files))
        buyer = case.ref.partition("/")[0]
        documents = found.record.board(found.files, buyer).documents.values()
        return Staged(act, found.context, organization_path(buyer), in_documents(documents))
    assert case.code in {rule.code for rule in DECISIONS}
    ranking = ranking_of(opportunity, made.bids)
    decision = award.decision_of(found, made, winner.filed.bid, ranking)
    return Staged(decision, found.context, decision.path, places)


def _composed(case: Case, found: Ground, request: award.Request, bids: tuple[Received, ...]) -> tuple[Award, Received]:
    """The award that the board would write, after the edits of the case."""
    rows = [bid.judged for bid in bids]
    ranking = ranking_of(found.opportunity, rows)
    named = request.bidder or next(iter(ranking.selected), "")
    winner = next((bid for bid in bids if bid.source.login == named), None)
    if winner is None:
        raise MalformedCaseError(f"{case.code} {case.name}: nobody is selected")
    made = compose(
        found.procurement, found.context, winner.filed, rows, ranking, award.said_for(found, request, winner, None)
    )
    if made is None:
        raise MalformedCaseError(f"{case.code} {case.name}: {winner.findings}")
    if not ranking.reason(winner.source.login):
        made = replace(made, reason=_WHY)  # nobody is selected without one, and a file has to have it
    text = {"award": write_award(made, found.context.settings)}
    edited = read_award(changed(text, case.award.get("edits", ()), {}, ())["award"], SCHEMAS)
    if edited is None:
        raise MalformedCaseError(f"{case.code} {case.name}: the edited award is not valid")
    return edited, winner


def _of_history(case: Case, memory: Memory) -> Staged:
    """The last step of main, or the last award of it."""
    record = Record(memory, SCHEMAS)
    if case.code in {rule.code for rule in ENDS}:
        return _of_end(case, record)
    if case.code not in {rule.code for rule in (*PROOFS, *EVIDENCE, *OPENED)}:
        *_, (step, _) = steps(record, MAIN)
        return Staged(step, None, "opportunities", in_documents(()))
    for step, files in steps(record, MAIN):
        for ref, login in step.awards:
            if (ref, login) == (case.ref, case.login) and step.way != "loose":
                path = award_path(ref, login)
                made = read_award(memory.tree(step.commit.id)[path], SCHEMAS)
                if made is None:
                    raise MalformedCaseError(f"{case.code} {case.name}: the award is not valid")
                tag = memory.tag(award_tag(ref, login))
                before = before_of(record, files, step, made, merge_of(tag.message if tag else ""), (ref, login))
                subject = proof_of(record, step, made, before, tag, (ref, login))
                return Staged(subject, None, path, in_documents(()))
    raise MalformedCaseError(f"{case.code} {case.name}: history has no award")


def _of_end(case: Case, record: Record) -> Staged:
    """The last step of main, which ended the procurement of the case."""
    *_, (_, before), (step, files) = steps(record, MAIN)
    ended = record.cancellation(files.get(cancellation_path(case.ref)) or "")
    if ended is None:
        raise MalformedCaseError(f"{case.code} {case.name}: history has no end")
    proven = proof_of_end(record, before, step, case.ref, ended)
    return Staged(proven and proven.proof, None, "opportunities", in_documents(()))


def _played(case: Case) -> Memory:
    """The board of the case before the award of its procurement, then each event of its history."""
    tree, memory = case.tree(), Memory()
    main = {path: data for path, data in tree.items() if path.startswith("opportunities/")}
    outcome = (f"{folder(case.ref)}/awards/", f"{folder(case.ref)}/bids/")
    bids = {path.rpartition("/")[2].removesuffix(".yml"): path for path in main if path.startswith(outcome[1])}
    begin = memory.put({path: data for path, data in main.items() if not path.startswith(outcome)})
    files = {login: (path, main[path]) for login, path in bids.items()}
    for path, data in tree.items():
        login = path.removeprefix("branches/bids/").partition("/")[0]
        if path == f"branches/bids/{login}/{case.ref}/bids/{login}.yml":
            files[login] = (f"{folder(case.ref)}/bids/{login}.yml", data)
    for login, (path, data) in files.items():
        branch = f"refs/heads/{bid_branch(login, case.ref)}"
        memory.put({**memory.tree(begin), path: data}, [begin], f"Bid of {login}", branch)
    for event in case.history:
        ((kind, said),) = event.items()
        if kind not in _EVENTS:
            raise MalformedCaseError(f"history knows no {kind}")
        _play(case, memory, kind, said if isinstance(said, dict) else {})
    return memory


def _play(case: Case, memory: Memory, kind: str, said: Mapping[str, Any]) -> None:
    main = memory.refs[MAIN]
    tag = award_tag(case.ref, case.login)
    if kind in ("award", "propose"):
        at = datetime.fromisoformat(said.get("at", _AT))
        asked = award.Request(
            said.get("ref", case.ref), "a-tremblay", "", said.get("bid", ""), at, "machine", proposal=kind == "propose"
        )
        asked = replace(asked, dossier=_held(memory))
        outcome = memory.act(lambda seen: award.decide(seen, asked, SCHEMAS).outcome)
        if isinstance(outcome, tuple):
            raise MalformedCaseError(f"{case.code} {case.name}: {[finding.name for finding in outcome]}")
    elif kind == "commit":
        main = memory.refs[f"refs/heads/{said['from']}"] if "from" in said else main
        parents = [main, *([memory.refs[f"refs/heads/{said['merges']}"]] if "merges" in said else [])]
        memory.put(_edited(memory.tree(main), said), parents, said.get("message", "A change"))
    elif kind in ("merge", "squash"):
        head = memory.refs[f"refs/heads/award/{case.ref}"]
        brought = {**memory.tree(main), **_differing(memory, head)}
        parents = [main, head] if kind == "merge" else [main]
        memory.put(_edited(brought, said), parents, said.get("message", "Merge pull request #41"))
    elif kind == "rewrite":
        commit = memory.commit(main)
        made = memory.put(
            _edited(memory.tree(main), said), commit.parents, said.get("message", commit.message) + said.get("more", "")
        )
        old = memory.tag(tag)
        memory.set_tag(tag, replace(old, target=made) if old else None)
    elif kind == "tag":
        old = memory.tag(said.get("of", tag))
        made_tag = Tag(
            said.get("target", old.target if old else main),
            said.get("name", old.name if old else tag),
            said.get("message", old.message if old else ""),
        )
        memory.set_tag(said.get("as", tag), None if said.get("gone") else made_tag)
    elif kind == "log":
        told = {"kind": "head", "source": "host", "bidder": "maple-works", "id": None, "blob": "b" * 40}
        entry = entry_of({**told, "sha256": "c" * 64, **said})
        _log(case, memory, LOGGED, entry)
    elif kind == "receive":
        for name, head in sorted(memory.refs.items()):
            bidder = of_bid_branch(name.removeprefix("refs/heads/"))
            if bidder and bidder[1] == case.ref:
                _log(case, memory, LOGGED, head_at(memory, case.ref, bidder[0], head))
    elif kind == "close":
        _log(case, memory, READ, MailboxRead("a-tremblay"))
        asked_close = close.Request(case.ref, READ, "machine")
        memory.act(lambda seen: close.decide(seen, asked_close, {}, SCHEMAS).outcome)
    elif kind == "garble":
        text = memory.tree(BRANCH)[LOG].replace(b"maple-works", b"maple-works-2", 1)
        memory.put({**memory.tree(BRANCH), LOG: text}, branch=BRANCH)
    elif kind == "reclose":
        name = closing_tag(case.ref)
        closed_as = memory.tag(name)
        if closed_as is None:
            raise MalformedCaseError(f"{case.code} {case.name}: nothing is closed")
        files = _edited(memory.tree(closed_as.target), said)
        made = memory.put(files, memory.commit(closed_as.target).parents, "Close", branch="")
        memory.set_tag(name, replace(closed_as, target=made))
    elif kind == "evaluate":
        _evaluate(case, memory, said)
    elif kind == "cancel":
        ending = cancel.Request(case.ref, "a-tremblay", "", "flawed", datetime.fromisoformat(_AT), "machine", _WHY)
        memory.act(lambda seen: cancel.decide(seen, ending, SCHEMAS).outcome)
    elif kind == "shallow":
        memory.shallow = True


def _evaluate(case: Case, memory: Memory, said: Mapping[str, Any]) -> None:
    """What the owner hands in: every bid that the rules let count meets what is asked; and the edits of it."""
    _log(case, memory, JUDGED, Declared("m-singh", "none"))
    _log(case, memory, JUDGED, Sheet("m-singh", "5" * 64))
    found = ground(memory, case.ref, JUDGED, SCHEMAS)
    done = tagged(memory, case.ref, SCHEMAS)
    if not isinstance(found, Ground) or done is None:
        raise MalformedCaseError(f"{case.code} {case.name}: nothing is closed")
    marks = tuple(
        CriterionResult(item.id, passed=True, score=None, note_sha256="") for item in judged(found.opportunity)
    )
    results = tuple(
        Result(one.recorded.bidder, opened=True, result="pass", criteria=marks)
        if one.counts
        else Result(one.recorded.bidder, one.opened, "fail", (), one.findings)
        for one in bids_of_record(found, done, {})
    )
    evaluators = (Evaluator("m-singh", "none", JUDGED, JUDGED, ("en",), ""),)
    made = write_evaluation(Evaluation(case.ref, done.sha256, evaluators, results), found.context.settings)
    told = changed({"evaluation": made}, said.get("edits", ()), {}, ())["evaluation"]
    memory.put({"evaluation.yml": told}, branch=_HELD)
    _log(case, memory, JUDGED, Evaluated("m-singh", hashlib.sha256(told).hexdigest()))


def _held(snapshot: Snapshot) -> Dossier:
    return held(snapshot.tree(snapshot.refs[_HELD])) if _HELD in snapshot.refs else NO_DOSSIER


def _log(case: Case, memory: Memory, at: datetime, entry: Entry) -> None:
    memory.act(lambda seen: Edit("board", at, (appended(log_of(seen), case.ref, at, [entry])[0],)))


def _edited(files: dict[str, bytes], said: Mapping[str, Any]) -> dict[str, bytes]:
    return changed(files, said.get("edits", ()), said.get("files", {}), said.get("remove", ()))


def _differing(memory: Memory, head: str) -> dict[str, bytes]:
    files = memory.tree(head)
    changes = memory.changes(memory.commit(head).parents[0], head, "opportunities")
    return {change.path: files[change.path] for change in changes if change.after}
