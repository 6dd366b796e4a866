"""The record as one commit of main has it, and what acts and proofs read of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from board.core.schema import Schemas
from board.jobs.reading import Content, is_above, procurement_of, read, read_board, read_procurement
from board.model.award import Award, Cancellation
from board.model.change import Change
from board.model.context import Context
from board.model.opportunity import Opportunity, opportunity
from board.model.organization import organization
from board.model.procurement import Board, Procurement
from board.model.reference import award_path, cancellation_path, place_of
from board.model.snapshot import Snapshot
from board.state.ledger import read_award, read_cancellation

RECORD = "opportunities"
_PLAIN = "100644"


class Files:
    """Path to blob id of the plain files below `opportunities/`, as main had them after some step."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._folders: dict[str, dict[str, str]] = {}

    def apply(self, changes: Iterable[Change]) -> None:
        """Take one step."""
        for change in changes:
            ref = procurement_of(change.path)
            holding = self._above if ref is None else self._folders.setdefault(ref, {})
            if change.after and change.after.mode == _PLAIN:
                holding[change.path] = change.after.blob
            else:
                holding.pop(change.path, None)

    def get(self, path: str) -> str | None:
        """The blob of one path; None where nothing plain stands there."""
        ref = procurement_of(path)
        return (self._above if ref is None else self._folders.get(ref, {})).get(path)

    def folder(self, ref: str) -> Mapping[str, str]:
        """Path to blob id of everything in the folder of a procurement."""
        return self._folders.get(ref, {})

    def above(self, buyer: str) -> Mapping[str, str]:
        """What lies above the procurements of one organization; other organizations are left out."""
        places = {path: place_of(path) for path in self._above if is_above(path)}
        seen = {path for path, place in places.items() if place and place.organization in ("", buyer)}
        return {path: blob for path, blob in self._above.items() if path in seen}

    def refs(self) -> Iterator[str]:
        """REF of every procurement, in order."""
        return iter(sorted(self._folders))


def files_of(snapshot: Snapshot, revision: str) -> Files:
    """The record of one commit."""
    files = Files()
    states = snapshot.states(revision, RECORD)
    files.apply(Change(path, None, state) for path, state in states.items())
    return files


class Record:
    """Reads what `Files` name; a file is parsed once, however many acts rest on it."""

    def __init__(self, snapshot: Snapshot, schemas: Schemas) -> None:
        self.snapshot = snapshot
        self.schemas = schemas
        self._boards: dict[tuple[tuple[str, str], ...], Board] = {}
        self._awards: dict[str, Award | None] = {}
        self._cancellations: dict[str, Cancellation | None] = {}
        self._specimens: dict[str, bool] = {}

    def board(self, files: Files, buyer: str) -> Board:
        """The board as far as one organization sees it."""
        above = files.above(buyer)
        key = tuple(sorted(above.items()))
        if key not in self._boards:
            contents = {path: self.snapshot.blob(blob) for path, blob in above.items()}
            self._boards[key] = read_board(contents, self.schemas)
        return self._boards[key]

    def procurement(self, files: Files, ref: str) -> Procurement:
        """Everything in one folder."""
        contents = {path: Content(self.snapshot.blob(blob), blob) for path, blob in files.folder(ref).items()}
        return read_procurement(ref, contents, self.board(files, ref.partition("/")[0]), self.schemas)

    def context(self, files: Files, ref: str, now: datetime) -> Context | None:
        """What rules may know; None where settings or policy cannot be read. No clock saw any bid arrive."""
        board = self.board(files, ref.partition("/")[0])
        return Context(now, None, board.policy, board.settings) if board.settings and board.policy else None

    def award(self, blob: str) -> Award | None:
        """The award of a file; None where it is not valid."""
        if blob not in self._awards:
            self._awards[blob] = read_award(self.snapshot.blob(blob), self.schemas)
        return self._awards[blob]

    def cancellation(self, blob: str) -> Cancellation | None:
        """The end that a file tells; None where it is not valid."""
        if blob not in self._cancellations:
            self._cancellations[blob] = read_cancellation(self.snapshot.blob(blob), self.schemas)
        return self._cancellations[blob]

    def awards_to(self, files: Files, buyer: str, bidder: str) -> tuple[Award, ...]:
        """The awards of one organization to one supplier, by REF."""
        refs = (ref for ref in files.refs() if ref.startswith(f"{buyer}/"))
        blobs = (files.get(award_path(ref, bidder)) for ref in refs)
        return tuple(award for blob in blobs if blob and (award := self.award(blob)))

    def is_specimen(self, path: str, blob: str) -> bool:
        """Whether the records of an organization, whose file is *blob*, are examples."""
        if blob not in self._specimens:
            _, found = read(path, self.snapshot.blob(blob), "organization", organization, self.schemas)
            self._specimens[blob] = found is not None and found.specimen
        return self._specimens[blob]

    def request(self, path: str, blob: str) -> Opportunity | None:
        """The request of a file; None where it is not valid."""
        return read(path, self.snapshot.blob(blob), "opportunity", opportunity, self.schemas)[1]

    def last_act(self, files: Files) -> datetime | None:
        """The latest instant at which anybody awarded or ended anything; None where nobody did."""
        found: list[datetime] = []
        for ref in files.refs():
            for path, blob in files.folder(ref).items():
                place = place_of(path)
                if place and place.kind == "award" and (award := self.award(blob)):
                    found.append(award.decided_at)
            ended = files.get(cancellation_path(ref))
            if ended and (cancellation := self.cancellation(ended)):
                found.append(cancellation.decided_at)
        return max(found, default=None)
