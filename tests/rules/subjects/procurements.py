"""BRD, ORG, OPP and BID: the board above its procurements, its people, one folder, one bid in it."""

from dataclasses import replace
from decimal import Decimal

from tests.rules.cases import Case, MalformedCaseError, Staged
from tests.rules.subjects.documents import SCHEMAS

from board.core.document import Document
from board.jobs.reading import Content, is_above, procurement_of, read_bid, read_board, read_procurement
from board.model.context import Context
from board.model.procurement import BidCase, Board, PeopleOf, Procurement
from board.model.reference import bid_path, opportunity_path, organization_path
from board.rules.run import in_documents


def stage(case: Case) -> Staged:
    """What the family of the case looks at.

    Raises:
        MalformedCaseError: A file that the rule rests on is not valid, so that no rule of the family would be run.
    """
    tree = case.tree()
    board = board_of(tree)
    context = context_of(case, board)
    if case.code.startswith("BRD"):
        return Staged(board, context, "opportunities/board.yml", in_documents(board.documents.values()))
    if context is None:
        raise MalformedCaseError(f"{case.code} {case.name}: {_faults(*board.documents.values())}")
    if case.code.startswith("ORG"):
        return _people(case, board, context)
    procurement = procurement_in(tree, case.ref, board)
    if procurement.opportunity is None:
        raise MalformedCaseError(f"{case.code} {case.name}: {_faults(*procurement.documents.values())}")
    if case.code.startswith("OPP"):
        places = in_documents(procurement.documents.values())
        return Staged(procurement, context, opportunity_path(case.ref), places)
    return _bid(case, procurement, context)


def board_of(tree: dict[str, bytes]) -> Board:
    """What is true of all procurements of a tree."""
    return read_board({path: data for path, data in tree.items() if is_above(path)}, SCHEMAS)


def context_of(case: Case, board: Board) -> Context | None:
    """What the rule may know; None where settings or policy are not there."""
    if board.settings is None or board.policy is None:
        return None
    return Context(case.now, case.received, board.policy, board.settings)


def procurement_in(tree: dict[str, bytes], ref: str, board: Board) -> Procurement:
    """One folder of a tree, with the bids that lie on branches."""
    contents = {path: Content(data) for path, data in tree.items() if procurement_of(path) == ref}
    procurement = read_procurement(ref, contents, board, SCHEMAS)
    branches = {}
    for path, data in tree.items():
        kind, _, rest = path.partition("/")
        login = rest.removeprefix("bids/").partition("/")[0]
        if kind == "branches" and rest == f"bids/{login}/{ref}/bids/{login}.yml":
            branches[login] = read_bid(login, bid_path(ref, login), Content(data), SCHEMAS)
    return replace(procurement, bids={**branches, **procurement.bids})


def _people(case: Case, board: Board, context: Context) -> Staged:
    identifier = case.ref.partition("/")[0]
    path = organization_path(identifier)
    if identifier not in board.organizations:
        raise MalformedCaseError(f"{case.code} {case.name}: {_faults(*board.documents.values())}")
    people = PeopleOf(path, board.organizations[identifier])
    return Staged(people, context, path, in_documents(board.documents.values()))


def _bid(case: Case, procurement: Procurement, context: Context) -> Staged:
    filed = procurement.bids.get(case.login)
    if filed is None or filed.bid is None or procurement.opportunity is None:
        raise MalformedCaseError(f"{case.code} {case.name}: {_faults(filed.document) if filed else 'no such bid'}")
    earlier = replace(filed.bid, price=Decimal(case.earlier)) if case.earlier else None
    subject = BidCase(procurement, procurement.opportunity, filed, filed.bid, earlier)
    return Staged(subject, context, filed.path, in_documents([filed.document]))


def _faults(*documents: Document) -> str:
    return "; ".join(f"{document.path} {fault}" for document in documents for fault in document.faults)
