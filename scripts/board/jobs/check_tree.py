"""Judge the files of a tree: the board above, then one procurement after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from board.core.document import Document
from board.core.finding import Finding, refuses
from board.core.rule import Rule, Situation, Subject
from board.jobs.reading import missing_file
from board.model.bid import Bid
from board.model.context import Context
from board.model.procurement import BidCase, Board, PeopleOf, Procurement
from board.model.reference import bid_path, opportunity_path, organization_path
from board.rules.bid import RULES as BID
from board.rules.doc import RULES as DOC
from board.rules.run import in_documents, run
from board.rules.sch import RULES as SCH

BOARD_PATH = "opportunities/board.yml"


class UnjudgedFaultError(Exception):
    """A file is not valid and no rule refuses it: our failure, since it would pass.

    Attributes:
        path: Of the file.
        kind: Of its first fault.
    """

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(f"no rule speaks of the fault {kind} in {path}")
        self.path = path
        self.kind = kind


def _always(rules: tuple[Rule[Subject, Situation], ...]) -> tuple[Rule[Subject, Situation], ...]:
    """Those that judge the record at rest too, not only what a change brings."""
    return tuple(rule for rule in rules if rule.judges == "all")


# Taken apart once: a board at rest is ten thousand files.
_BID_AT_REST = _always(BID)


# Loaded when they are first asked for: who pushes a bid waits for every module that the host loads.
@cache
def _of_boards(*, changes: bool) -> tuple[Rule[Board, Context | None], ...]:
    from board.rules.brd import RULES

    return RULES if changes else _always(RULES)


@cache
def _of_organizations(*, changes: bool) -> tuple[Rule[PeopleOf, Context], ...]:
    from board.rules.org import RULES

    return RULES if changes else _always(RULES)


@cache
def _of_requests(*, changes: bool) -> tuple[Rule[Procurement, Context], ...]:
    from board.rules.opp import RULES

    return RULES if changes else _always(RULES)


def judge_board(board: Board, context: Context | None, *, changes: bool) -> Iterator[Finding]:
    """The findings on what lies above the procurements.

    Args:
        board: As it was read.
        context: None where settings or policy could not be read; then the people of organizations are not judged.
        changes: Whether rules that judge only changes and named files take part.
    """
    for document in board.documents.values():
        yield from judge_document(document)
    places = in_documents(board.documents.values())
    yield from run(_of_boards(changes=changes), board, context, BOARD_PATH, places)
    if context is None:
        return
    for identifier, organization in board.organizations.items():
        path = organization_path(identifier)
        yield from run(_of_organizations(changes=changes), PeopleOf(path, organization), context, path, places)


def judge_procurement(procurement: Procurement, context: Context | None, *, changes: bool) -> Iterator[Finding]:
    """The findings on one folder; the arguments are those of `judge_board`."""
    path = opportunity_path(procurement.ref)
    for document in procurement.documents.values():
        yield from judge_document(document)
    if path not in procurement.documents:
        yield from judge_document(missing_file(path))
    if context is None or procurement.opportunity is None:
        return
    places = in_documents(procurement.documents.values())
    yield from run(_of_requests(changes=changes), procurement, context, path, places)
    for login in procurement.bids:
        yield from judge_bid(procurement, login, context, changes=changes)


def judge_bid(
    procurement: Procurement, login: str, context: Context, *, changes: bool, earlier: Bid | None = None
) -> Iterator[Finding]:
    """What the rules of BID find on one bid; a bid on a board without its opportunity is judged as a file alone.

    Args:
        procurement: In which it lies.
        login: Whose bid.
        context: By which it is judged.
        changes: Whether rules that judge only changes and named files take part.
        earlier: What the same supplier offered before; None where nothing is known of that.
    """
    filed = procurement.bids[login]
    if filed.bid is None or procurement.opportunity is None:
        return
    case = BidCase(procurement, procurement.opportunity, filed, filed.bid, earlier)
    places = in_documents([filed.document])
    yield from run(BID if changes else _BID_AT_REST, case, context, bid_path(procurement.ref, login), places)


def judge_document(document: Document) -> Iterator[Finding]:
    """What loader, schema and model found wrong with one file.

    Raises:
        UnjudgedFaultError: Something is wrong that no rule speaks of.
    """
    if document.faults:
        places = in_documents([document])
        found = (*run(DOC, document, None, document.path, places), *run(SCH, document, None, document.path, places))
        if not any(map(refuses, found)):
            raise UnjudgedFaultError(document.path, document.faults[0].kind)
        yield from found


def among(findings: Iterable[Finding], paths: Iterable[str]) -> Iterator[Finding]:
    """The findings on these files, or in these folders."""
    wanted = tuple(paths)
    for finding in findings:
        if any(finding.path == path or finding.path.startswith(f"{path.rstrip('/')}/") for path in wanted):
            yield finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as people read them: by file, then by place, then by code."""
    return tuple(sorted(findings, key=lambda f: (f.path, f.line, f.column, f.code)))


def at_rest(context: Context) -> Context:
    """The same context where no clock saw what is judged arrive."""
    return replace(context, received=None)
