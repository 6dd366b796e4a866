"""Runs the rules of AWD and LOG over their subjects and places what they find."""

from collections.abc import Iterable, Sequence

from board.core.document import Document
from board.core.finding import Finding
from board.jobs.check_tree import judge_document
from board.model.context import Context
from board.model.course import Course
from board.model.decision import Act, Decision, Ending, Selection
from board.model.history import Clone, EndProof, Proof, Step
from board.model.procurement import Board, FiledBid, Procurement
from board.model.reference import opportunity_path, organization_path
from board.rules.awd import (
    ACTS,
    CLONES,
    DECISIONS,
    ENDINGS,
    ENDS,
    EVIDENCE,
    LOGS,
    OPENED,
    PROOFS,
    SELECTIONS,
    STEPS,
    WAITING,
)
from board.rules.log import BESIDE, COURSES, HOSTING, OPENINGS
from board.rules.log.broken_log import broken_log
from board.rules.run import in_documents, run
from board.state.opened import OpenedBid

Findings = tuple[Finding, ...]

_RECORD = "opportunities"


def files(board: Board, procurement: Procurement) -> Findings:
    """What is wrong with the files on which an act rests."""
    request = procurement.documents.get(opportunity_path(procurement.ref))
    documents = [*board.documents.values(), *([request] if request else [])]
    return tuple(finding for document in documents for finding in judge_document(document))


def act(subject: Act, context: Context, documents: Iterable[Document]) -> Findings:
    """What stands against who acts."""
    buyer = subject.organization.id if subject.organization else ""
    return tuple(run(ACTS, subject, context, organization_path(buyer), in_documents(documents)))


def selection(subject: Selection, context: Context) -> Findings:
    """What stands against awarding the opportunity now."""
    places = in_documents(subject.procurement.documents.values())
    return tuple(run((*SELECTIONS, *WAITING), subject, context, opportunity_path(subject.procurement.ref), places))


def lacking(subject: Selection, context: Context) -> Findings:
    """What has to be done before anything can be said of the bids."""
    places = in_documents(subject.procurement.documents.values())
    return tuple(run(WAITING, subject, context, opportunity_path(subject.procurement.ref), places))


def decision(subject: Decision, context: Context, documents: Iterable[Document] = ()) -> Findings:
    """What stands against one award."""
    places = in_documents([*subject.procurement.documents.values(), *documents])
    return tuple(run(DECISIONS, subject, context, subject.path, places))


def ending(subject: Ending, context: Context) -> Findings:
    """What stands against ending without an award."""
    places = in_documents(subject.procurement.documents.values())
    return tuple(run(ENDINGS, subject, context, opportunity_path(subject.procurement.ref), places))


def proof(subject: Proof, document: Document) -> Findings:
    """What an award of history says otherwise than it follows."""
    return tuple(run((*PROOFS, *EVIDENCE, *OPENED), subject, None, subject.path, in_documents([document])))


def log(subject: Course, context: Context) -> Findings:
    """That the log was touched."""
    return tuple(run((broken_log,), subject, context, opportunity_path(subject.procurement.ref), in_documents(())))


def end(subject: EndProof) -> Findings:
    """What came with an end without an award and does not follow."""
    return tuple(run(ENDS, subject, None, _RECORD, in_documents(())))


def step(subject: Step) -> Findings:
    """What a step of main does that no act explains."""
    return tuple(run(STEPS, subject, None, _RECORD, in_documents(())))


def clone(subject: Clone) -> Findings:
    """What stands against proving anything here."""
    return tuple(run((*CLONES, *LOGS), subject, None, _RECORD, in_documents(())))


def course(subject: Course, context: Context, documents: Iterable[Document] = ()) -> Findings:
    """What stands against a step between the first bid and the outcome; *documents* are files outside the record."""
    places = in_documents([*subject.procurement.documents.values(), *documents])
    return tuple(run((*COURSES, *HOSTING), subject, context, opportunity_path(subject.procurement.ref), places))


def opening(subject: OpenedBid, context: Context, documents: Iterable[Document]) -> Findings:
    """What is wrong with the envelopes of one bid that were opened."""
    return tuple(run(OPENINGS, subject, context, subject.filed.path, in_documents(documents)))


def beside(bids: Sequence[FiledBid], context: Context) -> Findings:
    """What bids of record, in clear as far as they are, have in common with each other."""
    return tuple(run(BESIDE, bids, context, _RECORD, in_documents(())))
