"""A procurement after its closing: the bids of record, what they hold, what they came to, and what is still missing."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from board.jobs.acting import Ground
from board.jobs.composing import WAIVED, ranking_of
from board.jobs.dossier import Dossier as Offers
from board.jobs.dossier import closed as closing_in
from board.jobs.dossier import dossier
from board.jobs.evaluated import untrue
from board.jobs.held_back import Dossier
from board.jobs.log import log_of
from board.jobs.of_record import OfRecord, bids_of_record
from board.jobs.received import Received, Source
from board.jobs.tagged import Tagged, tagged
from board.model.award import JudgedBid, RestsOn
from board.model.closing import Recorded
from board.model.decision import Lack
from board.model.draw import Draws
from board.model.evaluation import Evaluation
from board.model.log import Line
from board.model.reference import (
    bid_branch,
    bid_path,
    closing_path,
    draw_path,
    evaluation_path,
    opening_name,
    opening_path,
    rulings_path,
)
from board.model.rulings import Rulings, Settled
from board.model.sealing import PARTS, Part
from board.model.snapshot import Snapshot
from board.state.authority import is_mail_name
from board.state.demands import DEMANDS
from board.state.draw import Trust, entries_of, trust_of
from board.state.draw_terms import terms_of
from board.state.drawing import Ground as DrawGround
from board.state.drawing import draws_of
from board.state.evaluating import evaluated, judged, opened_list
from board.state.instants import rested_on
from board.state.ledger import read_evaluation, write_draws, write_rulings
from board.state.opened import counted, list_sha256, lost, promised
from board.state.ranking import Ranking
from board.state.rulings import published, settled


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed procurement, as far as it is known.

    Attributes:
        ground: The folder on main, and the rules of its board.
        done: The closing, with the file of each bid of record.
        dossier: What is not in Git yet, or was published with the outcome.
        record: Each bid of record as it was filed, and as it reads in clear.
        rows: Each bid of record with its price, and whether it counts by its form.
        evaluation: The results; None where nothing was evaluated.
        draws: The draws that were held; None where none was.
        trust: What somebody would have had to know to steer the draw; None where none was held.
        lacks: What is still to be done before anybody is selected.
        rulings: What two officers settled of what was in doubt.
        untrue: Places of `evaluation.yml` that do not follow.
    """

    ground: Ground
    done: Tagged
    dossier: Dossier
    record: tuple[OfRecord, ...]
    rows: tuple[JudgedBid, ...]
    evaluation: Evaluation | None
    draws: Draws | None
    trust: Trust | None
    lacks: tuple[Lack, ...]
    rulings: tuple[Settled, ...] = ()
    untrue: tuple[str, ...] = ()

    @property
    def arrivals(self) -> Mapping[str, "Recorded"]:
        """Login to bid of record."""
        return {row.bidder: row for row in self.done.closing.bids}

    @property
    def ranking(self) -> Ranking:
        """The ranking that follows; only where nothing is lacking."""
        instants = {login: row.received_at for login, row in self.arrivals.items()}
        drawn = self.draws.order if self.draws else ()
        return ranking_of(self.ground.opportunity, self.rows, instants, self.evaluation, drawn)

    @property
    def rests_on(self) -> RestsOn:
        """What an outcome rests on."""
        beside = (_sha256(self.dossier.evaluation if self.evaluation else b""), _sha256(self.draws_data))
        return RestsOn(self.done.closing.opportunity_sha256, self.done.sha256, *beside)

    @property
    def since(self) -> datetime | None:
        """The instant of the last line of the log on which an outcome rests, before which nobody decides."""
        lines = log_of(self.ground.snapshot).of(self.ground.procurement.ref)
        return rested_on(lines, self.done.closing, self.evaluation is not None, self.draws)

    @property
    def draws_data(self) -> bytes:
        """`draw.yml`; empty where no draw was held."""
        return write_draws(self.draws, self.ground.context.settings) if self.draws else b""

    @property
    def waived(self) -> tuple[str, ...]:
        """What the outcome lacks, by name, in the order of the record."""
        opportunity = self.ground.opportunity
        has = {
            "receipts": True,
            "sealing": opportunity.bids == "sealed",
            "evaluation": self.evaluation is not None or not judged(opportunity),
        }
        return tuple(word for word in WAIVED if not has.get(word, False))

    @property
    def listed(self) -> str:
        """SHA-256 of the list of what is here of opened bids, as the log has it of what was opened."""
        return list_sha256(one.filed for one in self.record if one.sealed and one.opened)

    def arrival(self, login: str) -> str:
        """Whose clock saw the bid of *login* arrive."""
        return self.arrivals[login].source if login in self.arrivals else "none"

    def identity(self, login: str) -> str:
        """How it is known who *login* is."""
        row = self.arrivals.get(login)
        if row is None or not row.id:
            return "mail" if row and is_mail_name(login) else "claimed"
        return "key" if row.id.startswith("key:") else "forge"

    def received(self) -> Iterator[Received]:
        """Each bid of record in clear, with the commit of its supplier, by login."""
        ref, snapshot = self.ground.procurement.ref, self.ground.snapshot
        for one in self.record:
            row = one.recorded
            source = Source(row.bidder, row.id, head_of(snapshot, ref, row), row.source)
            yield Received(source, replace(one.filed, bid=one.bid), ())

    def rulings_data(self, at: datetime) -> bytes:
        """`rulings.yml` of an outcome of that instant; empty where nothing was settled."""
        told = published(self.rulings, self.done.closing, at)
        rulings = Rulings(self.ground.procurement.ref, told)
        return write_rulings(rulings, self.ground.context.settings) if told else b""

    def files(self, winner: str, at: datetime) -> Mapping[str, bytes]:
        """Path to content of what enters main with an outcome of that instant.

        Args:
            winner: Login; empty where there is no award.
            at: When it was decided.
        """
        ref = self.ground.procurement.ref
        beside = {rulings_path(ref): self.rulings_data(at)}
        beside[evaluation_path(ref)] = self.dossier.evaluation if self.evaluation else b""
        beside[draw_path(ref)] = self.draws_data
        told = {path: data for path, data in beside.items() if data}
        return {closing_path(ref): self.done.data, **told, **dict(self._published(winner))}

    def _published(self, winner: str) -> Iterator[tuple[str, bytes]]:
        """Of each bid the offer, of the winner the answers too, and of the others with their consent."""
        for one in self.record:
            login = one.recorded.bidder
            consents = one.bid is not None and one.bid.answers is not None and one.bid.answers.publish_answers
            for part in PARTS:
                name = opening_name(login, part)
                data = self.dossier.openings.get(name)
                shown = part == "offer" or login == winner or consents
                if data and shown and _sha256(data) == promised(one.filed).get(name):
                    yield opening_path(self.ground.procurement.ref, login, part), data


def closed(ground: Ground, dossier: Dossier) -> Closed | None:
    """What is known after the closing to who holds the folder; None before it is done."""
    done = tagged(ground.snapshot, ground.procurement.ref, ground.record.schemas)
    return closed_by(ground, done, dossier, PARTS) if done else None


def closed_by(ground: Ground, done: Tagged, held: Dossier, parts: Sequence[Part] = ("offer",)) -> Closed:
    """What is known once a closing has fixed the bids of record.

    Args:
        ground: What is judged, as main had it.
        done: The closing.
        held: What was opened and evaluated.
        parts: Which envelopes of everybody whose bid was opened are to be there; of what is published, the offers.
    """
    lines = log_of(ground.snapshot).of(ground.procurement.ref)
    evaluation = _evaluation(ground, held, lines)
    record = bids_of_record(ground, done, held.openings)
    known = _known(ground, held)
    odd = tuple(untrue(ground, done, record, evaluation, lines)) if evaluation else ()
    # What does not follow is as if it were not there.
    evaluation = None if odd else evaluation
    rows = tuple(_rows(record, known, evaluation))
    case = Closed(ground, done, held, record, rows, evaluation, None, None, (), settled(lines, ground.bench), odd)
    lacks = _lacks(case, lines, parts)
    if lacks or known is None:
        return replace(case, lacks=lacks)
    draws = _draws(case, known, lines)
    undrawn = draws is None and bool(ground.opportunity.commitments) and bool(case.ranking.undecided)
    trust = trust_of(draws.draws, entries_of(done.closing, known.salts)) if draws else None
    return replace(case, draws=draws, trust=trust, lacks=("draw",) if undrawn else ())


def head_of(snapshot: Snapshot, ref: str, row: Recorded) -> str:
    """The commit of the supplier that holds the bid of record; empty where this repository has none."""
    path, branch = bid_path(ref, row.bidder), bid_branch(row.bidder, ref)
    received = f"refs/host/received/{row.receipt}/{row.bidder}"
    for name in (f"refs/heads/{branch}", received, f"refs/remotes/origin/{branch}"):
        head = snapshot.refs.get(name)
        state = snapshot.states(head, path).get(path) if head else None
        if head and state and state.blob == row.blob:
            return head
    return ""


def _evaluation(ground: Ground, held: Dossier, lines: tuple[Line, ...]) -> Evaluation | None:
    """The evaluation, where it is the one that the log names first: what was evaluated is not evaluated again."""
    logged = evaluated(lines)
    if logged is None or logged.sha256 != _sha256(held.evaluation):
        return None
    return read_evaluation(held.evaluation, ground.record.schemas)


def _known(ground: Ground, held: Dossier) -> Offers | None:
    """What the offers hold, as far as ranking and draw need it; None where the tag holds no closing."""
    ref, schemas = ground.procurement.ref, ground.record.schemas
    tag = closing_in(ground.snapshot, ref, schemas)
    return dossier(tag, ground.procurement, held.folder, {}, schemas) if tag else None


def _rows(record: tuple[OfRecord, ...], known: Offers | None, evaluation: Evaluation | None) -> Iterator[JudgedBid]:
    """Each bid with the price of its offer; what the evaluation says of it goes before what its form says."""
    offers = known.filed() if known else {}
    for one in record:
        login, result = one.recorded.bidder, evaluation.result(one.recorded.bidder) if evaluation else None
        filed = offers.get(login)
        price = filed.bid.price if filed and filed.bid else None
        passes = result.passes if result else one.counts
        findings = result.findings if result else one.findings
        yield JudgedBid(login, one.recorded.blob, one.recorded.sha256, price, passes, findings)


def _lacks(case: Closed, lines: tuple[Line, ...], parts: Sequence[Part]) -> tuple[Lack, ...]:
    """What is lacking before anything can be drawn or ranked, in the order in which it is done.

    A trial board may leave a pass or a fail to the check alone, and says so; a score is somebody's judgement, and a
    draw comes after it.
    """
    opportunity = case.ground.opportunity
    demands, sealed = DEMANDS[opportunity.selection_method], opportunity.bids == "sealed"
    if not case.done.closing.bids:
        return ()
    # Where none of them opened, the list that the log has is as empty as the folder.
    unopened = not case.dossier.openings and not opened_list(lines)
    if sealed and (unopened or _is_short(case, lines, parts)):
        return ("openings",)
    needed = (
        evaluated(lines) is not None
        or sealed
        or demands.rated
        or demands.delivered
        or (demands.draw and bool(opportunity.evaluation_criteria))
    )
    return ("evaluation",) if needed and case.evaluation is None else ()


def _is_short(case: Closed, lines: Sequence[Line], parts: Sequence[Part]) -> bool:
    """Whether anything that was opened is not here: its bid would fail, or have no price, and nobody would see why."""
    listed = opened_list(lines)
    if case.evaluation is None:
        return bool(listed) and case.listed != listed
    opened = counted((one.filed for one in case.record), case.evaluation)
    missing = any(lost(opened, case.dossier.openings, parts))
    return missing or (bool(listed) and list_sha256(opened) != listed)


def _draws(case: Closed, known: Offers, lines: tuple[Line, ...]) -> Draws | None:
    """The draws with an order; None where none was promised, or not every secret was shown."""
    ground, done = case.ground, case.done
    if not ground.opportunity.commitments or len(done.closing.bids) < 2:
        return None
    terms = terms_of(ground.opportunity, done.closing, ground.procurement.organization, ground.context)
    facts = (ground.procurement.ref, terms, done.closing, done.sha256, known.salts, lines, case.dossier.beacon)
    found = draws_of(DrawGround(*facts))
    return found if isinstance(found, Draws) and found.order else None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""
