"""The draws of one procurement, as its log tells them: held, given up, held again, waited for, or gone wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

from board.model.closing import Closing
from board.model.draw import Commitment, Draws, HeldDraw, Shown
from board.model.log import Committed, Evaluated, Line, Secret, Void
from board.state.draw import commitment_of, entries_of, is_bytes, order_of, seed_of, seed_text
from board.state.draw_terms import PEOPLE, Terms, needs_evaluation

Fault = Literal[
    "secret-before-evaluation", "other-draw", "secret-before-commitments", "not-committed", "other-secret",
    "void-too-early", "void-without-cause", "commitment-out-of-turn", "commitment-by-who-withheld",
    "draw-by-bidder",
]  # fmt: skip

# A secret that somebody may still act on.
_SPOILING = ("secret-before-evaluation", "secret-before-commitments")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A step that nothing before it allows, or a line of the log that spoils a draw.

    Attributes:
        fault: Which.
        by: Login of who acted.
        number: Of the draw.
        line: Of the log; 0 for one that is not there yet.
        until: Instant before which a draw may not be given up; None for other faults.
    """

    fault: Fault
    by: str
    number: int
    line: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is missing before there is an order.

    Attributes:
        kind: The evaluation's digest in the log, commitments to a draw held again, secrets, what is in the envelopes,
            or the beacon.
        number: Of the draw.
        people: Whose commitments or secrets, or whose envelopes, by login; empty where anybody may commit.
        until: Instant from which the draw may be given up; None where that is not the question.
    """

    kind: Literal["evaluation", "commitments", "secrets", "openings", "beacon"]
    number: int
    people: tuple[str, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One draw, as far as it has come.

    Attributes:
        number: From 1.
        commitments: Those that it rests on.
        secrets: Secret by place of its commitment.
        since: Instant from which the days are counted; None where nothing may be shown yet.
        withheld_by: Who showed none in time; empty where the draw was not given up.
    """

    number: int
    commitments: tuple[Commitment, ...]
    secrets: Mapping[int, str]
    since: datetime | None
    withheld_by: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Whose secrets were not shown, by login."""
        left = (one.by for place, one in enumerate(self.commitments) if place not in self.secrets)
        return tuple(sorted(set(left)))

    @property
    def held(self) -> bool:
        """Whether every secret of it was shown."""
        return self.since is not None and len(self.commitments) >= PEOPLE and not self.missing

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The secrets in the order of the commitments."""
        return tuple(Shown(self.commitments[place].by, self.secrets[place]) for place in sorted(self.secrets))

    def place(self, by: str, secret: str) -> int | None:
        """Of the commitment that this secret of *by* fulfils; None where there is none."""
        if not is_bytes(secret):
            return None
        digest = commitment_of(secret)
        places = (at for at, one in enumerate(self.commitments) if (one.by, one.sha256) == (by, digest))
        return next(places, None)


Rounds: TypeAlias = tuple[Round, ...]


def evaluated(terms: Terms, lines: Iterable[Line]) -> Evaluated | None:
    """The line of the finished evaluation, which stands behind the cut; None where there is none."""
    found = (line.entry for line in lines if line.n > terms.cut and isinstance(line.entry, Evaluated))
    return next(found, None)


def rounds_of(terms: Terms, lines: Iterable[Line]) -> Rounds | Wrong:
    """The draws that the log tells, the last one open or held; or the first line that is wrong."""
    since = None if needs_evaluation(terms.opportunity) else terms.closed_at
    rounds: Rounds = (Round(1, terms.opportunity.commitments, {}, since),)
    for line in lines:
        after = follow(terms, rounds, line)
        if isinstance(after, Wrong):
            return after
        rounds = after
    return rounds


def follow(terms: Terms, rounds: Rounds, line: Line) -> Rounds | Wrong:
    """The draws after one more line of the log, or what is wrong with it.

    Behind the last secret of a draw nothing changes it. Before that only a promised secret that is shown too early
    spoils one, since others could still act on it; any other line that the draw does not allow is no part of it, so
    that nobody ends a procurement by writing one.
    """
    if rounds[-1].held or not _has_part(terms, rounds[-1], line):
        return rounds
    after = step(terms, rounds, line)
    spoilt = isinstance(after, Wrong) and isinstance(line.entry, Secret) and after.fault in _SPOILING
    return rounds if isinstance(after, Wrong) and not spoilt else after


def _has_part(terms: Terms, now: Round, line: Line) -> bool:
    """Whether a line shows a secret that was promised, or is by somebody who takes part."""
    match line.entry:
        case Secret(by, _, secret):
            return now.place(by, secret) is not None
        case Void(by) | Committed(by):
            return terms.takes_part(by, line)
        case _:
            return True


def step(terms: Terms, rounds: Rounds, line: Line) -> Rounds | Wrong:
    """The draws after a step, whoever takes it, or what is wrong with it; other kinds of line change nothing."""
    match line.entry:
        case Evaluated() if rounds[-1].since is None and rounds[-1].number == 1 and line.n > terms.cut:
            return (replace(rounds[0], since=line.at),)
        case Secret():
            return _secret(rounds, line, line.entry)
        case Void():
            return _void(terms, rounds, line, line.entry)
        case Committed():
            return _committed(terms, rounds, line, line.entry)
        case _:
            return rounds


def _secret(rounds: Rounds, line: Line, entry: Secret) -> Rounds | Wrong:
    now = rounds[-1]
    wrong = _out_of_place(now, line, entry.by, entry.draw)
    if wrong:
        return wrong
    if now.since is None or len(now.commitments) < PEOPLE:
        return Wrong("secret-before-commitments", entry.by, entry.draw, line.n)
    if entry.by not in {one.by for one in now.commitments}:
        return Wrong("not-committed", entry.by, entry.draw, line.n)
    place = now.place(entry.by, entry.secret)
    if place is None:
        return Wrong("other-secret", entry.by, entry.draw, line.n)
    return (*rounds[:-1], replace(now, secrets={**now.secrets, place: entry.secret}))


def _void(terms: Terms, rounds: Rounds, line: Line, entry: Void) -> Rounds | Wrong:
    now = rounds[-1]
    if entry.by in terms.bidders:
        return Wrong("draw-by-bidder", entry.by, entry.draw, line.n)
    wrong = _out_of_place(now, line, entry.by, entry.draw)
    if wrong:
        return wrong
    committed = {one.by for one in now.commitments}
    cause = entry.withheld_by in now.missing and entry.by in committed and entry.by not in now.missing
    if now.since is None or not cause:
        return Wrong("void-without-cause", entry.by, entry.draw, line.n)
    until = terms.deadline(now.since)
    if line.at < until:
        return Wrong("void-too-early", entry.by, entry.draw, line.n, until)
    return (*rounds[:-1], replace(now, withheld_by=entry.withheld_by), Round(now.number + 1, (), {}, None))


def _committed(terms: Terms, rounds: Rounds, line: Line, entry: Committed) -> Rounds | Wrong:
    now = rounds[-1]
    if entry.by in terms.bidders:
        return Wrong("draw-by-bidder", entry.by, entry.draw, line.n)
    if entry.by in {held.withheld_by for held in rounds[:-1]}:
        return Wrong("commitment-by-who-withheld", entry.by, entry.draw, line.n)
    turn = entry.draw == now.number > 1 and len(now.commitments) < PEOPLE
    if not turn or entry.by in {one.by for one in now.commitments}:
        return Wrong("commitment-out-of-turn", entry.by, entry.draw, line.n)
    commitments = (*now.commitments, Commitment(entry.by, entry.sha256))
    since = line.at if len(commitments) == PEOPLE else None
    return (*rounds[:-1], replace(now, commitments=commitments, since=since))


def _out_of_place(now: Round, line: Line, by: str, number: int) -> Wrong | None:
    """Before anything may be drawn, or of another draw than the one that is open."""
    if now.number == 1 and now.since is None:
        return Wrong("secret-before-evaluation", by, number, line.n)
    return None if number == now.number else Wrong("other-draw", by, number, line.n)


@dataclass(frozen=True, slots=True)
class Ground:
    """What draws follow from.

    Attributes:
        ref: Of the opportunity.
        terms: What they are held by.
        closing: The bids of record.
        closing_sha256: Of `closing.yml`.
        salts: Login to the salt of its offer in hexadecimal, or ``-`` where it was not sealed or did not open; a bid
            that is absent was not opened yet.
        lines: What the log tells of the procurement, in order.
        beacon: What the public beacon gave, in hexadecimal; empty where it is not known.
    """

    ref: str
    terms: Terms
    closing: Closing
    closing_sha256: str
    salts: Mapping[str, str]
    lines: Sequence[Line]
    beacon: str = ""


def draws_of(ground: Ground) -> Draws | Waiting | Wrong:
    """Every draw with its order, or what is waited for, or what is wrong."""
    rounds = rounds_of(ground.terms, ground.lines)
    if isinstance(rounds, Wrong):
        return rounds
    waiting = waits_for(ground, rounds)
    if waiting:
        return waiting
    done = evaluated(ground.terms, ground.lines)
    held = tuple(_held(ground, one) for one in rounds)
    return Draws(ground.ref, ground.closing_sha256, done.sha256 if done else "", held)


def waits_for(ground: Ground, rounds: Rounds) -> Waiting | None:
    """What is missing before the last draw has an order; None where nothing is."""
    now = rounds[-1]
    if now.number == 1 and now.since is None:
        return Waiting("evaluation", 1)
    if len(now.commitments) < PEOPLE or now.since is None:
        return Waiting("commitments", now.number, tuple(one.by for one in now.commitments))
    if now.missing:
        return Waiting("secrets", now.number, now.missing, ground.terms.deadline(now.since))
    closed = tuple(row.bidder for row in ground.closing.bids if row.bidder not in ground.salts)
    if closed:
        return Waiting("openings", now.number, closed)
    if ground.terms.opportunity.beacon and not ground.beacon:
        return Waiting("beacon", now.number)
    return None


def _held(ground: Ground, one: Round) -> HeldDraw:
    commitments = one.commitments if one.number > 1 else ()
    if one.withheld_by:
        return HeldDraw(one.number, commitments, one.shown, one.withheld_by, "", "", ())
    entries = entries_of(ground.closing, ground.salts)
    secrets = [shown.secret for shown in one.shown]
    seed = seed_of(seed_text(ground.ref, one.number, entries, secrets, ground.beacon))
    return HeldDraw(one.number, commitments, one.shown, "", ground.beacon, seed, order_of(entries, seed))
