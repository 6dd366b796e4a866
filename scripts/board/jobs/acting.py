"""What every act on a procurement rests on: the folder on main, the rules of its board, and who acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from board.core.finding import Finding
from board.core.schema import Schemas
from board.jobs import judging
from board.jobs.standing import Files, Record, files_of
from board.model.context import Context
from board.model.decision import Act
from board.model.history import Clone
from board.model.opportunity import Opportunity
from board.model.procurement import Procurement
from board.model.reference import buyer
from board.model.snapshot import MAIN, Snapshot
from board.state.rulings import Bench

# Head of a bid to what is wrong with the change that brings it, beside its file.
Changed: TypeAlias = Mapping[str, tuple[Finding, ...]]

NOTHING: Changed = MappingProxyType({})


class UnknownProcurementError(Exception):
    """Main has no opportunity of that name.

    Attributes:
        ref: Which.
    """

    def __init__(self, ref: str) -> None:
        super().__init__(f"there is no opportunity {ref} on main")
        self.ref = ref


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and when.

    Attributes:
        by: Login.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant, in the zone of the board.
        clock: ``machine``, ``forge`` or ``given``.
    """

    by: str
    id: str
    at: datetime
    clock: str


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for of an opportunity, where it takes no more than who asks, and when.

    Attributes:
        ref: Of the opportunity.
        by: Login.
        id: Numeric id of the forge; empty where the login is a claim.
        at: Instant of the act.
        clock: ``machine`` or ``given``.
    """

    ref: str
    by: str
    id: str
    at: datetime
    clock: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What an act rests on, all of it as main has it.

    Attributes:
        snapshot: Of the repository.
        record: Reads files.
        files: All that are on main.
        procurement: The folder.
        opportunity: The request.
        context: At the instant of the act.
    """

    snapshot: Snapshot
    record: Record
    files: Files
    procurement: Procurement
    opportunity: Opportunity
    context: Context

    @property
    def bench(self) -> Bench:
        """By what it is known which rulings are heard."""
        return Bench(self.opportunity, self.procurement.organization, self.context.zone)


def ground(snapshot: Snapshot, ref: str, at: datetime, schemas: Schemas) -> Ground | tuple[Finding, ...]:
    """The ground of an act, or what is wrong with the clone or the files that it would rest on.

    Raises:
        UnknownProcurementError: Main has no such opportunity.
    """
    if snapshot.shallow:
        return judging.clone(Clone(shallow=True, stray_tags=()))
    if MAIN not in snapshot.refs:
        raise UnknownProcurementError(ref)
    record = Record(snapshot, schemas)
    files = files_of(snapshot, snapshot.refs[MAIN])
    procurement, context = record.procurement(files, ref), record.context(files, ref, at)
    if context and procurement.opportunity:
        return Ground(snapshot, record, files, procurement, procurement.opportunity, context)
    faults = judging.files(record.board(files, buyer(ref)), procurement)
    if not faults:
        raise UnknownProcurementError(ref)
    return faults


def against(
    ground: Ground, actor: Actor, path: str, total: Decimal | None, last: datetime | None, word: str = "contract"
) -> tuple[Finding, ...]:
    """What stands against who acts.

    Args:
        ground: Of the act.
        actor: Who.
        path: The file that the act writes.
        total: CAD, with tax; None where the act costs nothing.
        last: Instant of the latest act before; None where there is none.
        word: What the delegation has to say; awarding, and ending without an award, both take `contract`.
    """
    board = ground.record.board(ground.files, buyer(ground.procurement.ref))
    who = acting(ground, actor, path, total, last, word)
    return judging.act(who, ground.context, board.documents.values())


def acting(
    ground: Ground, actor: Actor, path: str, total: Decimal | None, last: datetime | None, word: str = "contract"
) -> Act:
    """Somebody who acts, as rules look at them."""
    on = actor.at.astimezone(ground.context.zone).date()
    organization = ground.procurement.organization
    return Act(path, organization, word, actor.by, actor.id, actor.at, on, total, actor.clock, last)
