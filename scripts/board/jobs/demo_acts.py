"""What each scene of the demonstration writes, by the jobs that the commands use."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from board.core.schema import Schemas
from board.jobs import award, cancel, close, desk, draw, evaluate, hosting, receive, settle, unseal
from board.jobs.acting import Request
from board.jobs.demo_files import Locksmith
from board.jobs.demo_sheet import filled
from board.jobs.held_back import held as held_in
from board.jobs.log import log_of
from board.model.arrivals import Openings
from board.model.host import Sent
from board.model.play import Held, Scene
from board.model.reference import bid_branch
from board.model.sheet import sheet_path
from board.model.snapshot import MAIN, Decide, Edit, NewCommit, Nothing, Outcome, Snapshot

# From the commit that the step before made, empty for the first, to what is decided.
Step: TypeAlias = Callable[[str], Decide]

_CLOCK = "given"
_EVALUATION = "evaluation.yml"
_OPENINGS = "openings/"


class Stage:
    """The people of the demonstration, with what they hold outside of every repository while it is played."""

    def __init__(self, held: Mapping[str, Held], locksmith: Locksmith, schemas: Schemas) -> None:
        self._held = held
        self._locksmith = locksmith
        self._schemas = schemas
        # Of the host that takes the bids in; it goes with the last scene.
        self._key = locksmith.random_bytes()
        # REF to path below the folder of that procurement to content.
        self._folders: dict[str, dict[str, bytes]] = {}

    def steps(self, scene: Scene) -> Iterator[Step]:
        """The acts of one scene, one after the other."""
        if scene.kind == "bid" and scene.receipted:
            # The supplier's commit, then the host's line that tells of it: one push, of two hands.
            yield lambda _: lambda snapshot: _written(snapshot, scene, _branch(scene), "")
            yield lambda commit: lambda snapshot: self._take_in(snapshot, scene, commit)
        else:
            yield lambda _: lambda snapshot: self._decide(snapshot, scene)

    def _decide(self, snapshot: Snapshot, scene: Scene) -> Outcome:
        match scene.kind:
            case "post":
                return _written(snapshot, scene, MAIN, MAIN)
            case "bid":
                return _written(snapshot, scene, _branch(scene), _branch(scene))
            case "withdraw":
                return self._take_in(snapshot, scene, "")
            case "mail" | "mailbox":
                return self._received(snapshot, scene)
            case "close":
                asked_for = close.Request(scene.ref, scene.at, _CLOCK)
                return close.decide(snapshot, asked_for, self._openings(snapshot), self._schemas).outcome
            case "settle":
                return self._settled(snapshot, scene)
            case "open":
                return self._opened(snapshot, scene)
            case "declare" | "sheet" | "results":
                return self._evaluated(snapshot, scene)
            case "secret":
                secrets = {1: self._held[scene.ref].secrets[scene.by]}
                asked = draw.Request(scene.ref, scene.by, "", scene.at, secrets=secrets, folder=self._folder(scene))
                return draw.decide(snapshot, asked, self._schemas).outcome
            case "award":
                dossier = held_in(self._folder(scene))
                given = award.Request(scene.ref, scene.by, "", "", scene.at, _CLOCK, dossier=dossier)
                return award.decide(snapshot, given, self._schemas).outcome
            case "cancel":
                ended = cancel.Request(scene.ref, scene.by, "", scene.reason, scene.at, _CLOCK, scene.text)
                return cancel.decide(snapshot, ended, self._schemas).outcome

    def _take_in(self, snapshot: Snapshot, scene: Scene, commit: str) -> Outcome:
        """What a host does with a push, which withdraws the bid where there is no commit."""
        sent = Sent(_branch(scene), snapshot.refs.get(_branch(scene), ""), commit)
        return hosting.take_in(snapshot, sent, scene.at, self._key).outcome

    def _received(self, snapshot: Snapshot, scene: Scene) -> Outcome:
        request = Request(scene.ref, scene.by, "", scene.at, _CLOCK)
        if scene.arrived is None:
            return receive.mailbox(snapshot, request, self._schemas).outcome
        (data,) = scene.files.values()
        return receive.mail(snapshot, request, receive.Mail(data, scene.arrived), self._schemas).outcome

    def _settled(self, snapshot: Snapshot, scene: Scene) -> Outcome:
        """One officer's word that a bid without a receipt counts."""
        says = settle.Request(
            ref=scene.ref,
            by=scene.by,
            id="",
            receipt=0,
            bidder=scene.bidder,
            counts=True,
            because=scene.reason,
            received=scene.arrived,
            salt="",
            at=scene.at,
            clock=_CLOCK,
        )
        return settle.decide(snapshot, says, self._openings(snapshot), self._schemas).outcome

    def _openings(self, snapshot: Snapshot) -> Openings:
        return hosting.openings(snapshot, log_of(snapshot).lines, self._key)

    def _opened(self, snapshot: Snapshot, scene: Scene) -> Outcome:
        request = Request(scene.ref, scene.by, "", scene.at, _CLOCK)
        done = unseal.closed(snapshot, scene.ref, self._schemas)
        if done is None:
            return unseal.decide(snapshot, request, self._schemas)
        key, envelopes = self._held[scene.ref], unseal.envelopes(done.bids)
        texts = dict(zip(envelopes, self._locksmith.opened(envelopes.values(), key.identity), strict=True))
        bids = unseal.judged(done.bids, texts, scene.ref, key.recipient, self._schemas)
        outcome = unseal.decide(snapshot, request, self._schemas, unseal.list_of(bids))
        if isinstance(outcome, Edit):
            found = unseal.folder_of(bids).items()
            self._folder(scene).update((f"{_OPENINGS}{name}", data) for name, data in found)
        return outcome

    def _evaluated(self, snapshot: Snapshot, scene: Scene) -> Outcome:
        """One step of an evaluator; the sheet is had, filled in and handed in at one time."""
        if scene.kind == "declare":
            return self._asked(snapshot, scene, "declare", "none").outcome
        if scene.kind == "sheet":
            written = self._asked(snapshot, scene, "write")
            if scene.sheet is None or not isinstance(written.outcome, Nothing):
                return written.outcome
            self._folder(scene)[sheet_path(scene.by)] = filled(written.sheet, written.letters, scene.sheet)
            return self._asked(snapshot, scene, "hand-in").outcome
        answer = self._asked(snapshot, scene, "finish")
        if answer.evaluation:
            self._folder(scene)[_EVALUATION] = answer.evaluation
        return answer.outcome

    def _asked(self, snapshot: Snapshot, scene: Scene, step: desk.Step, conflict: str = "") -> evaluate.Answer:
        folder, secret = self._folder(scene), self._held[scene.ref].secrets.get(scene.by, "")
        dossier = desk.Dossier(
            {path.removeprefix(_OPENINGS): data for path, data in folder.items() if path.startswith(_OPENINGS)},
            {path.split("/")[1][:-4]: data for path, data in folder.items() if path.startswith("sheets/")},
            folder.get(_EVALUATION, b""),
        )
        request = desk.Request(scene.ref, scene.by, "", scene.at, _CLOCK, step, conflict, secret=secret)
        return evaluate.decide(snapshot, request, dossier, self._schemas)

    def _folder(self, scene: Scene) -> dict[str, bytes]:
        return self._folders.setdefault(scene.ref, {})


def _branch(scene: Scene) -> str:
    return f"refs/heads/{bid_branch(scene.by, scene.ref)}"


def _written(snapshot: Snapshot, scene: Scene, after: str, branch: str) -> Outcome:
    """The files of a scene in one commit.

    Args:
        snapshot: Of the repository.
        scene: With files.
        after: Ref that the commit follows, where it is there; else main.
        branch: Ref that moves to it; empty where none does yet.
    """
    made = NewCommit(
        branch=branch,
        old=snapshot.refs.get(branch, ""),
        parents=(snapshot.refs.get(after) or snapshot.refs[MAIN],),
        message=f"{'Post' if after == MAIN else 'Bid on'} {scene.ref}",
        files=dict(scene.files),
    )
    return Edit(scene.by, scene.at, (made,))
