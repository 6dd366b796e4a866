"""`board hook proc-receive`: what a host's Git runs for each push."""

import argparse
import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from board.adapters import changes, host, pktline
from board.adapters.objects import Objects, open_repository
from board.adapters.pktline import Verdict
from board.adapters.repository import act
from board.adapters.snapshot import GitSnapshot, snapshot
from board.cli.console import Console
from board.cli.options import Usage, parser_of
from board.cli.proposal import Judged, judged
from board.cli.sent_before import SentBefore
from board.cli.setting import board_of, clock, schemas, zone_of
from board.core.finding import Finding, refuses
from board.core.text import LANGUAGES, Language, Text
from board.jobs import hosting
from board.jobs.auction import Sent as Arrived
from board.jobs.check_change import Proposer
from board.jobs.pushed import Told, told
from board.model.host import Denied, Harm, Pusher, Receipt, Sent
from board.model.procurement import Board
from board.model.reference import bid_path, buyer, of_post_branch, organization_path
from board.model.snapshot import MAIN, Edit, Move, Outcome, Snapshot
from board.render.receipt import (
    Posting,
    beside_lines,
    denied_in_short,
    denied_lines,
    posting_lines,
    receipt_lines,
    verdict_on_bid,
    verdict_on_posting,
)
from board.render.terminal import listing
from board.render.trial import TRIAL
from board.state.authority import may

_EVENT = Text("which hook", "quel crochet")
_CLOCK = Text("file with the instant, for tests", "fichier qui contient l’instant, pour les essais")
_FAILED = Text(
    "The host failed, and nothing was taken in; push again, or write to the mailbox of the organization: {problem}",
    "L’hôte a échoué, et rien n’a été reçu\u202f; poussez de nouveau, ou écrivez à la boîte courriel de "
    "l’organisation\u00a0: {problem}",
)
_STANDS = Text(
    "The receipt stands, on line {line} of the log; the rest cannot be told: {problem}",
    "L’accusé de réception tient, à la ligne {line} du registre\u202f; le reste ne peut être affiché\u00a0: {problem}",
)
_STANDS_UNJUDGED = Text(
    "The receipt stands. What was sent could not be judged: {problem}",
    "L’accusé de réception tient. Ce qui a été envoyé n’a pu être jugé\u00a0: {problem}",
)
_UNJUDGED = Text(
    "What was sent could not be judged: {problem}", "Ce qui a été envoyé n’a pu être jugé\u00a0: {problem}"
)
_JUDGED = Text("What board check finds:", "Ce que constate board check\u00a0:")
_ABOVE = ("opportunities/board.yml", "opportunities/policy.yml")


def run(usage: Usage, rest: Sequence[str], _console: Console) -> int:
    """The exit code: 0 however the single refs fare, since each has an answer of its own."""
    options = _options(usage, rest)
    push = pktline.received(sys.stdin.buffer, sys.stdout.buffer)
    asked = next((option[5:] for option in reversed(push.options) if option.startswith("lang=")), "en")
    language: Language = "fr" if asked == "fr" else "en"
    who = host.pusher(usage.root, os.getppid(), os.environ.get(host.PUSHER))
    door = _Door(usage.root, options.clock, who, Console(language))
    if len(push.sent) > hosting.MOST_REFS:
        found = [door.refused(Denied(sent, "too-many-refs")) for sent in push.sent]
    else:
        found = [door.opened(sent) for sent in push.sent]
    pktline.report(sys.stdout.buffer, found)
    return 0


class _Door:
    """Takes in one ref after the other."""

    def __init__(self, root: Path, clock_file: Path | None, who: Pusher, console: Console) -> None:
        self._root = root
        self._clock_file = clock_file
        self._who = who
        self._console = console
        self._first = True
        self._answer: hosting.Answer | None = None

    def opened(self, sent: Sent) -> Verdict:
        """What becomes of one ref; whatever fails refuses it, and is told."""
        try:
            named = hosting.place(sent, self._who)
            harm = named if isinstance(named, str) else self._harm(sent, *named)
            if harm or isinstance(named, str):
                return self._denied(sent, harm or "name")
            if of_post_branch(sent.ref.removeprefix(hosting.HEADS)):
                return self._posting(sent, *named)
            return self._bid(sent)
        except Exception as error:  # noqa: BLE001 - fail closed: no receipt, so nothing is taken in
            problem = _in_short(error)
            with contextlib.suppress(OSError):
                for language in LANGUAGES:
                    self._console.complain(_FAILED[language].format(problem=problem))
            return Verdict(sent.ref, _FAILED[self._console.language].format(problem=type(error).__name__))

    def refused(self, denied: Denied) -> Verdict:
        """Say why something is not taken in."""
        for line in denied_lines(denied, self._console.language):
            self._console.complain(line)
        return Verdict(denied.sent.ref, denied_in_short(denied, self._console.language))

    def _now(self) -> datetime:
        """The instant, asked for when nobody else can write: so lines are in the order of their instants."""
        return clock(host.instant_in(self._clock_file) if self._clock_file else None)

    def _harm(self, sent: Sent, login: str, ref: str) -> Harm | None:
        with Objects(open_repository(self._root)) as objects:
            seen = GitSnapshot(objects)
            main = seen.refs.get(MAIN, "")
            if not main:
                return "no-board"
            if of_post_branch(sent.ref.removeprefix(hosting.HEADS)) and not self._may_post(seen, login, ref):
                return "not-an-owner"
            if not sent.new:
                return None
            if objects.kind(sent.new) != "commit":
                return "not-a-commit"
            over = {one.kind for one in changes.excess(objects, main, sent.new)}
        return ("too-many-commits" if "commits" in over else "too-much") if over else None

    def _may_post(self, seen: Snapshot, login: str, ref: str) -> bool:
        board = _above(seen, buyer(ref))
        organization = board.organizations.get(buyer(ref))
        on = self._now().astimezone(zone_of(board)).date()
        return organization is not None and any(may(organization, login, "", word, on) for word in ("post", "amend"))

    def _denied(self, sent: Sent, harm: Harm) -> Verdict:
        key = host.key(self._root)

        def decide(seen: Snapshot) -> Outcome:
            self._answer = hosting.deny(seen, sent, self._who, harm, self._now(), key)
            return self._answer.outcome

        act(self._root, decide)
        return self.refused(self._answer.denied if self._answer and self._answer.denied else Denied(sent, harm))

    def _bid(self, sent: Sent) -> Verdict:
        key = host.key(self._root)

        def decide(seen: Snapshot) -> Outcome:
            self._answer = hosting.take_in(seen, sent, self._now(), key)
            return self._answer.outcome

        act(self._root, decide)
        answer = self._answer
        if answer is None or answer.receipt is None:
            return self.refused(answer.denied if answer and answer.denied else Denied(sent, "name"))
        receipt = answer.receipt
        try:
            self._tell(receipt)
            if sent.new:
                self._judge(sent.new, receipt)
            else:
                self._withdrawn(receipt)
        except Exception as error:  # noqa: BLE001 - the receipt stands, and nothing may say otherwise
            self._stands(receipt.line, error)
        return Verdict(sent.ref)

    def _stands(self, line: int, error: Exception) -> None:
        """Say that a receipt holds, although the rest could not be told; a reader who has gone hears nothing."""
        with contextlib.suppress(OSError):
            problem = _in_short(error)
            self._console.complain(_STANDS[self._console.language].format(line=line, problem=problem))

    def _posting(self, sent: Sent, login: str, ref: str) -> Verdict:
        def decide(seen: Snapshot) -> Outcome:
            if seen.refs.get(sent.ref, "") != sent.old:
                return ()
            return Edit(login, self._now(), after=(Move(sent.ref, sent.old, sent.new),))

        if isinstance(act(self._root, decide), tuple):
            return self.refused(Denied(sent, "moved"))
        found = self._found(sent.new, login, self._now(), {}) if sent.new else None
        state: Posting = "ready" if sent.new else "taken-back"
        if isinstance(found, Judged) and found.nature != "act":
            state = "nothing"
        if isinstance(found, Judged) and any(map(refuses, found.findings)):
            state = "not-ready"
        for line in posting_lines(login, ref, self._console.language, state):
            self._console.complain(line)
        if isinstance(found, str):
            self._console.complain(_UNJUDGED[self._console.language].format(problem=found))
        elif found:
            self._show(Told(found.findings, (), ()), found.board)
        return Verdict(sent.ref)

    def _tell(self, receipt: Receipt) -> None:
        with snapshot(self._root) as seen:
            board = _above(seen, "")
        if self._first and (board.settings is None or board.settings.mode == "trial"):
            self._console.complain(TRIAL)
        language, zone = self._console.language, zone_of(board)
        for line in receipt_lines(receipt, self._who.identity, language, zone, first=self._first):
            self._console.complain(line)
        self._first = False

    def _clock(self, receipt: Receipt) -> tuple[Finding, ...]:
        if receipt.before is None:
            return ()
        # Loaded where a clock has gone back, which is seldom: suppliers wait for every module that is loaded.
        from board.jobs.host_course import clock_found

        with snapshot(self._root) as seen:
            return clock_found(seen, receipt, schemas())

    def _withdrawn(self, receipt: Receipt) -> None:
        with snapshot(self._root) as seen:
            board = _above(seen, "")
        self._show(Told((*self._clock(receipt), *self._against_withdrawal(receipt)), (), ()), board, receipt)

    def _against_withdrawal(self, receipt: Receipt) -> tuple[Finding, ...]:
        # Loaded where a bid is taken back, which is seldom.
        from board.jobs.host_course import withdrawal_found

        with snapshot(self._root) as seen:
            return withdrawal_found(seen, receipt, schemas())

    def _judge(self, head: str, receipt: Receipt) -> None:
        found = self._found(head, receipt.login, receipt.at, SentBefore(self._root, receipt.login, receipt.line))
        try:
            said = found if isinstance(found, str) else self._told(found, receipt)
        except Exception as error:  # noqa: BLE001 - the receipt stands, whatever the judge meets
            said = _in_short(error)
        if isinstance(found, str) or isinstance(said, str):
            self._console.complain(_STANDS_UNJUDGED[self._console.language].format(problem=said))
        else:
            self._show(said, found.board, receipt)

    def _found(self, head: str, login: str, at: datetime, sent: Mapping[str, Sequence[Arrived]]) -> Judged | str:
        """What is found of a head, or what kept the judge from saying so."""
        try:
            return judged(self._root, MAIN, head, Proposer(login, ""), at, rivals=False, sent=sent)
        except Exception as error:  # noqa: BLE001 - what was taken in stays so, whatever the judge meets
            return _in_short(error)

    def _show(self, said: Told, board: Board, receipt: Receipt | None = None) -> None:
        """What was found; of a posting where there is no receipt."""
        console, language = self._console, self._console.language
        # Findings for officers never leave the officer's terminal.
        public = tuple(finding for finding in said.findings if finding.audience == "public")
        address = board.settings.address if board.settings else ""
        console.complain(_JUDGED[language])
        beside = beside_lines(said.left_out, said.for_people, language)
        verdict = verdict_on_bid(public, receipt, language) if receipt else verdict_on_posting(public, language)
        for line in (*listing(public, language, address, zone_of(board)), *beside, verdict):
            console.complain(f"  {line}")

    def _told(self, found: Judged, receipt: Receipt) -> Told:
        """What is said of a bid; of a branch without one, everything that is wrong with it."""
        path, whole = bid_path(receipt.ref, receipt.login), (*self._clock(receipt), *found.findings)
        if not receipt.blob:
            return Told((*whole, *self._against_withdrawal(receipt)), (), ())
        if path in found.files:
            return told(whole, path)
        # What stands around a bid can keep it from being read with the change; the closing takes it all the same.
        from board.jobs.host_course import bid_found

        with snapshot(self._root) as seen:
            alone = bid_found(seen, receipt, schemas())
        if alone is None:
            return Told(whole, (), ())
        return told((*whole, *(one for one in alone if one not in whole)), path)


def _in_short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:300]


def _above(seen: Snapshot, organization: str) -> Board:
    """Settings, policy and one organization of main; nothing else is read."""
    main = seen.refs.get(MAIN, "")
    paths = (*_ABOVE, *([organization_path(organization)] if organization else []))
    read = {path: seen.file(main, path) for path in paths} if main else {}
    return board_of({path: data for path, data in read.items() if data is not None})


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("event", choices=("proc-receive",), help=_EVENT[language])
    parser.add_argument("--clock", type=Path, metavar="FILE", help=_CLOCK[language])
    return parser.parse_args(rest)
