"""One opportunity with all that followed, and the board it stands on, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from board.core.document import Document
from board.model.award import Award, Cancellation
from board.model.bid import Bid
from board.model.board import BoardSettings
from board.model.closing import Closing
from board.model.draw import Draws
from board.model.evaluation import Evaluation
from board.model.opportunity import Opportunity
from board.model.organization import Organization
from board.model.policy import Policy
from board.model.rulings import Rulings
from board.model.sealing import Sealing
from board.model.terms import Terms


@dataclass(frozen=True, slots=True)
class FiledBid:
    """A bid as it lies in the repository.

    Attributes:
        login: From the path, which is what counts.
        path: Where it stands, or would stand.
        blob: Id of its Git blob; empty where it is not known.
        sha256: Of its bytes.
        document: The file.
        bid: The offer; None where the file is not valid.
    """

    login: str
    path: str
    blob: str
    sha256: str
    document: Document
    bid: Bid | None


@dataclass(frozen=True, slots=True)
class Procurement:
    """Everything in one folder.

    Attributes:
        ref: ``<org>/<year>/<slug>``.
        organization: Whose it is; None where the organization is unknown or its file is not valid.
        opportunity: The request; None where the file is missing or not valid.
        opportunity_sha256: Of the request's bytes; empty where there is none.
        terms: The version that the request names; None where the board has no such version.
        bids: Login to bid: those on main, and those on branches where somebody handed them in.
        awards: Login to award.
        cancellation: How it ended without an award.
        sealing: The key to which bids are sealed; None where there is none.
        closing: The bids of record; None before the outcome.
        rulings: What two officers settled of what was in doubt; None where nothing was, or before the outcome.
        evaluation: Their results; None where nothing was evaluated, or before the outcome.
        draws: The draws that were held; None where none was, or before the outcome.
        openings: Path to content of what was in the envelopes, published with the outcome.
        documents: Path to document, of every file in the folder.
    """

    ref: str
    organization: Organization | None = None
    opportunity: Opportunity | None = None
    opportunity_sha256: str = ""
    terms: Terms | None = None
    bids: Mapping[str, FiledBid] = field(default_factory=dict)
    awards: Mapping[str, Award] = field(default_factory=dict)
    cancellation: Cancellation | None = None
    sealing: Sealing | None = None
    closing: Closing | None = None
    rulings: Rulings | None = None
    evaluation: Evaluation | None = None
    draws: Draws | None = None
    openings: Mapping[str, bytes] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Board:
    """What is true of all procurements of one board.

    Attributes:
        settings: `board.yml`; None where it is missing or not valid.
        policy: `policy.yml`; None where it is missing or not valid.
        organizations: Id to organization, of the valid files.
        terms: Version to terms, of the complete ones.
        documents: Path to document, of these files.
    """

    settings: BoardSettings | None
    policy: Policy | None
    organizations: Mapping[str, Organization]
    terms: Mapping[str, Terms]
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class PeopleOf:
    """An organization with its file: what a rule of ORG looks at.

    Attributes:
        path: Where `organization.yml` stands.
        organization: What it says.
    """

    path: str
    organization: Organization


@dataclass(frozen=True, slots=True)
class BidCase:
    """One bid with the procurement it is made on: what a rule of BID looks at.

    Attributes:
        procurement: Its opportunity is not None.
        filed: The file; its bid is not None.
        earlier: What the same supplier offered before; None where nothing is known of that.
    """

    procurement: Procurement
    opportunity: Opportunity
    filed: FiledBid
    bid: Bid
    earlier: Bid | None = None
