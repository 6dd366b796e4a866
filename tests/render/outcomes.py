"""Outcomes over a closing, as values: a sealed draw, one held again, rated bids, an end without an award."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from tests.boards import opportunity, settings, specimen, specimen_board
from tests.jobs.evaluating import RATED, Offer, groups, opening
from tests.worlds import board_files

from board.adapters import resources
from board.cli.setting import zone_of
from board.core.text import Bilingual, Language
from board.model.award import Assurance, Award, Cancellation, ContractValue, RestsOn, TaxAmount
from board.model.bid import Bid
from board.model.closing import Attempt, Closing, Recorded
from board.model.draw import Commitment, Draws, HeldDraw, Shown
from board.model.evaluation import CriterionResult, Evaluation, Evaluator, Result, SetAside
from board.model.log import Verdict
from board.model.opportunity import Item, Opportunity
from board.model.procurement import Procurement
from board.model.rulings import Rulings, Settled, Word
from board.render.edition import Edition, Site, edition
from board.render.reason import reason
from board.render.words import labels
from board.rules import AWD, BID, LOG
from board.state.draw import commitment_of, entries_of, order_of, seed_of, seed_text
from board.state.ledger import write_award, write_cancellation, write_closing, write_draws, write_evaluation
from board.state.ranking import rank
from board.state.told import price_of, salt_of

REF = "dex-mex/2026/keyboard-map"
NOW = datetime.fromisoformat("2026-10-02T12:00:00-04:00")
CLOSES = datetime.fromisoformat("2026-09-28T14:00:00-04:00")
DONE = datetime.fromisoformat("2026-09-29T10:30:12-04:00")
DECIDED = datetime.fromisoformat("2026-10-01T15:20:00-04:00")
SECRETS = {"m-singh": "1a" * 32, "a-tremblay": "2b" * 32}
# Of a draw that is held again: whoever showed one makes another.
AGAIN = {"m-singh": "3c" * 32, "r-roy": "4d" * 32}

# Login to the name in the answers; the last one did not consent to their publication.
NAMES = {
    "atelier-boreal": "Atelier Boréal",
    "mail-4821": "R. Okafor",
    "maple-works": "Maple Works Inc.",
    "northbit": "",
}


@cache
def site(now: datetime = NOW) -> Site:
    """What every page rests on."""
    board = specimen_board()
    assert board.policy
    rules = {
        rule.name: (rule.code, Bilingual(f"Rule {rule.code}", f"Règle {rule.code}"))
        for family in (AWD, BID, LOG)
        for rule in family
    }
    return Site(
        settings(board),
        board.policy,
        labels(resources.labels()),
        resources.templates(),
        now,
        terms=frozenset(board.terms),
        rules=rules,
        refs=frozenset({REF}),
    )


@cache
def in_language(language: Language, now: datetime = NOW) -> Edition:
    """The site in one language."""
    return edition(site(now), language, zone_of(specimen_board()))


def closing(withdrawn: int = 1, late: int = 2) -> Closing:
    """Four bids of record, one of them by mail."""
    rows = tuple(
        Recorded(
            login,
            "" if login.startswith("mail-") else f"github:{900100 + n}",
            "fr" if login == "atelier-boreal" else "en",
            CLOSES - timedelta(hours=n, seconds=n),
            "mail" if login.startswith("mail-") else "host",
            n,
            "",
            f"{n}" * 40,
            f"{n}" * 64,
        )
        for n, login in enumerate(sorted(NAMES), 1)
    )
    other = [Attempt(n, "9" * 64) for n in range(5, 5 + withdrawn + late)]
    return Closing(REF, "0" * 64, CLOSES, 7, "7" * 64, rows, tuple(other[:withdrawn]), tuple(other[withdrawn:]))


def openings(prices: Mapping[str, str]) -> dict[str, bytes]:
    """What was in the envelopes: every offer, and the answers of those who agreed or won."""
    found = {}
    for login, name in NAMES.items():
        told = dict(groups(Offer(price=prices.get(login, "8000.00"))))
        found[f"opportunities/{REF}/openings/{login}.offer.json"] = opening(login, "offer", told["offer"])
        if name:
            answers = {**told["answers"], "name": name}
            found[f"opportunities/{REF}/openings/{login}.answers.json"] = opening(login, "answers", answers)
    return found


def evaluation(results: Mapping[str, Result] | None = None) -> Evaluation:
    """One evaluator; northbit does not meet the criterion."""
    at = DONE - timedelta(hours=19)
    rows = tuple(
        (results or {}).get(login)
        or Result(
            bidder=login,
            opened=True,
            result="fail" if login == "northbit" else "pass",
            criteria=(_mandatory(passed=login != "northbit"),),
        )
        for login in sorted(NAMES)
    )
    return Evaluation(REF, "c" * 64, (Evaluator("m-singh", "none", at, DONE, ("en", "fr"), ""),), rows)


def draws(procurement: Procurement, withheld: str) -> Draws:
    """The draws that the record holds: one given up where somebody withheld a secret, and the one that counts."""
    told = procurement.closing
    assert told
    entries = entries_of(told, {row.bidder: salt_of(procurement, row.bidder) for row in told.bids})
    given_up = tuple(Shown(who, secret) for who, secret in SECRETS.items() if who != withheld)
    before = (HeldDraw(1, (), given_up, withheld, "", "", ()),) if withheld else ()
    secrets = AGAIN if withheld else SECRETS
    seed = seed_of(seed_text(REF, len(before) + 1, entries, list(secrets.values())))
    shown = tuple(Shown(who, secret) for who, secret in secrets.items())
    promises = promised(secrets) if withheld else ()
    last = HeldDraw(len(before) + 1, promises, shown, "", "", seed, order_of(entries, seed))
    return Draws(REF, "c" * 64, "e" * 64, (*before, last))


def promised(secrets: Mapping[str, str]) -> tuple[Commitment, ...]:
    """The commitments to these secrets."""
    return tuple(Commitment(who, commitment_of(secret)) for who, secret in secrets.items())


def request(method: str = "fixed-price-draw") -> Opportunity:
    """The request of the specimen, by another method where one is named."""
    found = replace(opportunity(specimen(REF)), commitments=promised(SECRETS))
    if method == "fixed-price-draw":
        return found
    rated = Item(
        "plan", Bilingual("How will you do it?", "Comment vous y prendrez-vous\u202f?"), kind="rated", weight=100
    )
    demands = {"rated": ("maximum", (*found.evaluation_criteria, rated)), "lowest-price": ("maximum", ())}
    basis, criteria = demands.get(method, ("fixed", found.evaluation_criteria))
    weight = 30 if method == "rated" else 0
    return replace(found, selection_method=method, basis=basis, evaluation_criteria=criteria, price_weight=weight)


def drawn(withheld: str = "") -> Procurement:
    """A sealed draw, awarded; held again where somebody withheld a secret."""
    found = replace(
        specimen(REF), opportunity=request(), closing=closing(), evaluation=evaluation(), openings=openings({})
    )
    return awarded(replace(found, draws=draws(found, withheld)))


def rated() -> Procurement:
    """Ratings and price; one bid could not be opened, one was set aside."""
    prices = {"atelier-boreal": "7900.00", "mail-4821": "7000.00", "maple-works": "6500.00", "northbit": "5000.00"}
    why = Bilingual("The supplier cannot stand by the price.", "Le fournisseur ne peut maintenir son prix.")
    scores = {"atelier-boreal": "92.50", "maple-works": "88", "mail-4821": "61"}
    results = {login: _scored(login, score) for login, score in scores.items()}
    results["mail-4821"] = replace(
        results["mail-4821"], result="set-aside", set_aside=SetAside(why, "m-singh", "a-tremblay")
    )
    results["northbit"] = Result("northbit", opened=False, result="fail", criteria=(), findings=("envelope-unopened",))
    told = openings(prices)
    del told[f"opportunities/{REF}/openings/northbit.offer.json"]
    return awarded(
        replace(
            specimen(REF),
            opportunity=request("rated"),
            closing=closing(0, 0),
            evaluation=evaluation(results),
            openings=told,
        )
    )


def ended(*, evaluated: bool = True) -> Procurement:
    """An end without an award over a closing with four bids, none of which passes."""
    failing = {
        login: Result(login, opened=True, result="fail", criteria=(_mandatory(passed=False),)) for login in NAMES
    }
    return replace(
        specimen(REF),
        opportunity=request(),
        closing=closing(),
        evaluation=evaluation(failing) if evaluated else None,
        cancellation=Cancellation(REF, "none-passes", "a-tremblay", DECIDED, None),
    )


def ruled(found: Procurement) -> Procurement:
    """The same with two rulings: a bid whose line nobody opened does not count, and one without any line does."""
    told, at = found.closing, DONE - timedelta(days=1)
    assert told
    lost = Verdict("unopened-line", 5, "", counts=False, because="nothing-shown")
    first = told.bids[0]
    shown = Verdict(
        "no-receipt", 0, first.bidder, counts=True, because="receipt-lost", received=first.received_at,
        blob=first.blob, sha256=first.sha256,
    )  # fmt: skip
    words = [tuple(Word(who, n, at) for n, who in enumerate(("a-tremblay", "j-gagnon"), start)) for start in (8, 10)]
    bids = (replace(first, source="ruling", receipt=9), *told.bids[1:])
    settled = (Settled(shown, words[0]), Settled(lost, words[1]))
    return replace(found, closing=replace(told, bids=bids), rulings=Rulings(REF, settled))


def awarded(found: Procurement) -> Procurement:
    """The same with the award that follows."""
    request_, told = opportunity(found), found.closing
    assert told
    bids = {row.bidder: _priced(found, row.bidder, row.language) for row in told.bids}
    passes = dict.fromkeys(bids, True)
    arrivals = {row.bidder: row.received_at for row in told.bids}
    order: Sequence[str] = found.draws.order if found.draws else ()
    ranking = rank(request_, bids, passes, arrivals, found.evaluation, order)
    winner = ranking.selected[0]
    why = ranking.reason(winner)
    price = price_of(found, winner)
    assert why
    assert price
    tax = (price * Decimal("0.13")).quantize(Decimal("0.01"))
    row = next(row for row in told.bids if row.bidder == winner)
    made = Award(
        opportunity=REF,
        bidder=winner,
        id=row.id,
        blob=row.blob,
        sha256=row.sha256,
        method=request_.selection_method,
        rests_on=RestsOn("0" * 64, "c" * 64, "e" * 64, "d" * 64 if found.draws else ""),
        bids=(),
        value=ContractValue(price, (TaxAmount("HST-ON", Decimal(13), tax),), price + tax),
        terms="2026-1",
        work_start=date(2026, 10, 6),
        work_end=date(2026, 11, 18),
        formed_by="award",
        reason=reason(why, NAMES[winner]),
        decided_by="a-tremblay",
        decided_at=DECIDED,
        published_on=date(2026, 10, 1),
        complaints_until=date(2026, 11, 16),
        assurance=Assurance("claimed", row.source, "machine", "trial"),
        waived=("clearance", "signatures"),
    )
    return replace(found, awards={winner: made})


def _mandatory(*, passed: bool) -> CriterionResult:
    return CriterionResult("keyboard-work", passed, None, "")


def _scored(login: str, score: str) -> Result:
    criteria = (
        _mandatory(passed=True),
        CriterionResult("plan", None, Decimal(score), ""),
    )
    return Result(bidder=login, opened=True, result="pass", criteria=criteria)


def files(found: Procurement, slug: str) -> dict[str, bytes]:
    """The same as files of a board, under another name that is as long, so that envelopes keep their length."""
    board, folder = settings(specimen_board()), f"opportunities/{REF}"
    assert len(slug) == len("keyboard-map")
    assert found.closing
    made = {f"{folder}/closing.yml": write_closing(found.closing, board), **found.openings}
    made[f"{folder}/opportunity.yml"] = _posted(opportunity(found))
    if found.evaluation:
        made[f"{folder}/evaluation.yml"] = write_evaluation(found.evaluation, board)
    if found.draws:
        made[f"{folder}/draw.yml"] = write_draws(found.draws, board)
    if found.cancellation:
        made[f"{folder}/cancellation.yml"] = write_cancellation(found.cancellation, board)
    for login, award in found.awards.items():
        made[f"{folder}/awards/{login}/award.yml"] = write_award(award, board)
    return {
        path.replace("keyboard-map", slug): data.replace(b"keyboard-map", slug.encode()) for path, data in made.items()
    }


def _posted(asked: Opportunity) -> bytes:
    """The request as a file: that of the specimen, with these commitments, method and criteria."""
    text = board_files()[f"opportunities/{REF}/opportunity.yml"].decode()
    digests = iter(one.sha256 for one in asked.commitments)
    text = re.sub(r'(?<=sha256: ")[0-9a-f]{64}', lambda _: next(digests), text)
    if asked.selection_method == "rated":
        text = text.replace('"fixed-price-draw"', '"rated"').replace('basis: "fixed"', 'basis: "maximum"\n  weight: 30')
        text = text.replace("acceptance_criteria:", RATED.replace('"design"', '"plan"'), 1)
    return text.encode()


def _priced(found: Procurement, login: str, language: str) -> Bid:
    return Bid(REF, login, language, 0, price_of(found, login), None)
