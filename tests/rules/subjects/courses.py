"""LOG: a procurement of the specimen with a log, a closing and an evaluation of its own, and a step asked for."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from tests.rules.cases import Case, MalformedCaseError, Staged
from tests.rules.subjects.documents import BUILDERS
from tests.rules.subjects.procurements import board_of, context_of, procurement_in

from board.model.arrivals import Doubt
from board.model.closing import Closing
from board.model.course import Asked, Course
from board.model.evaluation import Evaluation
from board.model.reference import opportunity_path
from board.model.sealing import Part
from board.model.sheet import Desk, Given, Handed, Settlement, sheet, sheet_path
from board.rules.log import BESIDE
from board.rules.run import in_documents
from board.state.arrivals import arrivals, cut_of
from board.state.ledger.log import entry_of as entry
from board.state.ledger.log import read_log, write_log
from board.state.opened import Judged, OpenedBid
from board.state.rulings import Bench, settled


def stage(case: Case) -> Staged:
    """What a rule of LOG looks at.

    Raises:
        MalformedCaseError: A file that it rests on is not valid.
    """
    tree = case.tree()
    board = board_of(tree)
    context, procurement = context_of(case, board), procurement_in(tree, case.ref, board)
    if context is None or procurement.opportunity is None:
        raise MalformedCaseError(f"{case.code} {case.name}: the board or the opportunity is not valid")
    if case.code in {rule.code for rule in BESIDE}:
        bids = tuple(procurement.bids[login] for login in sorted(procurement.bids))
        return Staged(bids, context, "opportunities", in_documents(bid.document for bid in bids))
    if case.opened:
        filed = procurement.bids[case.login]
        judged = cast("dict[Part, Judged]", dict(case.opened))
        return Staged(OpenedBid(filed, judged, {}), context, filed.path, in_documents([filed.document]))
    texts: tuple[str, ...] = ()
    for row in case.log:
        told = dict(row)
        at = datetime.fromisoformat(told.pop("at", "2026-09-15T14:05:00-04:00"))
        texts = write_log(texts, at, told.pop("ref", case.ref), [entry(_plain(told))])
    said = case.asked
    at = datetime.fromisoformat(said.get("at", "2026-09-15T15:00:00-04:00"))
    lines = tuple(read_log(texts))
    own = tuple(line for line in lines if line.ref == case.ref)
    closes_at, live = procurement.opportunity.closes_at, context.settings.mode == "live"
    cut = cut_of(lines, case.ref, closes_at, context.policy.days.settle_minutes, at, live)
    asked = Asked(said.get("step", "close"), said.get("by", ""), said.get("id", ""), at, said.get("facts", {}))
    bench = Bench(procurement.opportunity, procurement.organization, context.zone)
    found = arrivals(own, {}, closes_at, cut, asked.facts.get("branches", "").split(), settled(own, bench))
    absent = tuple(Doubt("absent-file", login, 1, at) for login in asked.facts.get("absent", "").split())
    subject = Course(
        procurement=procurement,
        opportunity=procurement.opportunity,
        lines=own,
        broken=int(said.get("broken", "0")),
        closing=cast(Closing, BUILDERS["closing"](case.closing)) if case.closing else None,
        evaluation=cast(Evaluation, BUILDERS["evaluation"](case.evaluation)) if case.evaluation else None,
        asked=asked,
        desk=_desk(case.desk) if case.desk else None,
        cut=cut,
        doubts=(*found.doubts, *absent, *found.behind) if cut else (),
    )
    return Staged(subject, context, opportunity_path(case.ref), in_documents(procurement.documents.values()))


def _desk(said: Mapping[str, Any]) -> Desk:
    """What evaluators have before them."""
    handed = []
    for row in said.get("sheets", ()):
        fields = {"schema": "1", "opportunity": "dex-mex/2026/date-filter", "closing_sha256": "c" * 64, **row}
        sha256 = fields.pop("sha256", "d" * 64)
        login = fields.pop("of", fields["evaluator"])
        handed.append(Handed(login, sheet_path(login), sha256, sheet(fields)))
    handed += [Handed(login, sheet_path(login), "", None) for login in said.get("missing", ())]
    return Desk(
        labels=said.get("labels", {}),
        marked=tuple(said.get("marked", ())),
        languages=tuple(said.get("languages", ())),
        sealed=int(said.get("sealed", "0")),
        opened=int(said.get("opened", "0")),
        handed=tuple(handed),
        settlements=tuple(map(_settled, said.get("settled", ()))),
        listed=said.get("listed", ""),
        arrived={bidder: datetime.fromisoformat(at) for bidder, at in said.get("arrived", {}).items()},
    )


def _settled(row: Mapping[str, Any]) -> Settlement:
    passed = row["result"] == "pass" if "result" in row else None
    score = Decimal(row["score"]) if "score" in row else None
    return Settlement(row.get("bidder", ""), row["label"], Given(row["criterion"], passed, score), "e" * 64)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A line as JSON has it: what a case writes as `none` is null, but where somebody says so of a conflict."""
    return {key: None if value == "none" and key != "conflict" else value for key, value in row.items()}
