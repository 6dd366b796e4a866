"""What the cases of BRD, ORG and OPP cannot show: whole sentences, every boundary of money, hours that are skipped."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.rules.cases import Case, rules, specimen
from tests.rules.subjects.procurements import board_of, context_of, procurement_in, stage

from board.core.fact import Verbatim
from board.core.finding import Finding, refuses
from board.core.text import LANGUAGES
from board.jobs.check_tree import judge_board, judge_procurement
from board.model.procurement import Procurement
from board.render.wording import sentence
from board.rules import BRD, OPP, ORG
from board.rules.run import run

OPPORTUNITY = "opportunities/dex-mex/2026/date-filter/opportunity.yml"
POLICY = "opportunities/policy.yml"
ZONE = ZoneInfo("America/Toronto")


def edit(old: str, new: str, file: str = OPPORTUNITY) -> dict[str, str]:
    """One edit of a case."""
    return {"file": file, "from": old, "to": new}


def found(code: str, *edits: dict[str, str], **said: Any) -> list[Finding]:
    """What one rule finds in the specimen after *edits*."""
    staged = stage(Case(code, "fail-here", edits=edits, **said))
    return list(run([rules()[code]], staged.subject, staged.situation, staged.path, staged.locate))


def told(finding: Finding) -> tuple[str, ...]:
    """Message and fix, in English and in French."""
    sides = (finding.message, finding.fix)
    return tuple(sentence(side, finding, language, ZONE) for language in LANGUAGES for side in sides)


def test_the_largest_price_that_fits_is_named() -> None:
    """At 15 %, $8,695.65 fits $10,000.00 and a cent more does not; both languages name the price that fits."""
    assert found("OPP105", edit("2400.00", "8695.65")) == []

    (finding,) = found("OPP105", edit("2400.00", "8695.66"))

    assert told(finding) == (
        "With the highest tax it can cost $10,000.01, over the fast-track limit of $10,000.00, and no second person "
        "approved it.",
        'Have an officer other than who posts it approve it under `approvals`, with as: "approve"; or write an amount '
        "of at most $8,695.65.",
        "Avec la taxe la plus élevée, l’achat peut coûter 10\u00a0000,01\u00a0$, ce qui dépasse la limite de la voie "
        "rapide, 10\u00a0000,00\u00a0$, et aucune deuxième personne ne l’a approuvé.",
        'Faites-le approuver sous `approvals`, avec as: "approve", par un agent autre que la personne qui '
        "publie\u202f; ou inscrivez un montant d’au plus 8\u00a0695,65\u00a0$.",
    )


def test_the_limit_of_a_category_is_told_whole() -> None:
    """The limit of services, one cent over it, in both languages."""
    (finding,) = found("OPP103", edit("2400.00", "34782.62"))

    assert (finding.severity, finding.line, finding.column) == ("error", 28, 11)
    assert told(finding) == (
        "The price, $34,782.62, makes $40,000.01 with the highest tax, over the limit of $40,000.00 for services.",
        "Write an amount of at most $34,782.61, or buy this work in another way.",
        "Le prix, 34\u00a0782,62\u00a0$, donne 40\u00a0000,01\u00a0$ avec la taxe la plus élevée, ce qui dépasse la "
        "limite de 40\u00a0000,00\u00a0$ pour les services.",
        "Inscrivez un montant d’au plus 34\u00a0782,61\u00a0$, ou achetez ce travail autrement.",
    )


@pytest.mark.parametrize(
    ("highest", "fits", "breaks"),
    [
        ("15", "8695.65", "8695.66"),
        ("14", "8771.93", "8771.94"),
        ("13", "8849.56", "8849.57"),
        ("9.975", "9092.98", "9092.99"),
        ("5", "9523.81", "9523.82"),
    ],
)
def test_every_highest_tax_has_its_own_boundary(highest: str, fits: str, breaks: str) -> None:
    """With any rate as the highest, the largest price that fits $10,000.00 passes and a cent more fails."""
    board = board_of(dict(specimen()))
    case = Case("OPP105", "fail-here")
    context = context_of(case, board)
    assert context is not None
    single = replace(context.policy, taxes=tuple(r for r in context.policy.taxes if r.code == "HST-ON"))
    policy = replace(single, taxes=tuple(replace(rate, rate=Decimal(highest)) for rate in single.taxes))
    procurement = procurement_in(dict(specimen()), case.ref, board)
    assert procurement.opportunity is not None

    def passes(price: str) -> bool:
        assert procurement.opportunity is not None
        at = replace(procurement, opportunity=replace(procurement.opportunity, price=Decimal(price)))
        return not list(rules()["OPP105"].check(at, replace(context, policy=policy)))

    assert passes(fits)
    assert not passes(breaks)


def test_live_lists_everything_that_is_missing() -> None:
    """A live board is refused with the whole list, in both languages, and never called ready by this version."""
    (finding,) = found("BRD103", edit('mode: "trial"', 'mode: "live"', "opportunities/board.yml"))

    english, _, french, _ = told(finding)
    assert english == (
        "The board says that it is live, and it lacks a mailbox of dex-mex that receives mail, a contact that receives "
        "mail, a key for each root, clearance before each award, signed acts and terms marked as reviewed."
    )
    assert french == (
        "Le tableau se déclare en service, mais il lui manque une boîte aux lettres de dex-mex qui reçoit du courrier, "
        "une adresse de contact qui reçoit du courrier, une clé pour chaque racine, des vérifications préalables à "
        "chaque attribution, des actes signés et des conditions marquées comme révisées."
    )


def test_days_are_counted_over_a_change_of_the_clock() -> None:
    """The hour that is skipped or doubled in March and November takes no day away: days are those of the zone."""
    spring = (
        edit("2026-09-08T09:00:00-04:00", "2026-03-02T00:30:00-05:00"),
        edit("2026-09-11T14:00:00-04:00", "2026-03-05T14:00:00-05:00"),
    )
    closing = 'closes_at: "2026-09-15T14:00:00-04:00"\nwork'

    assert found("OPP110", *spring, edit(closing, 'closes_at: "2026-03-09T00:00:00-04:00"\nwork')) == []
    (finding,) = found("OPP110", *spring, edit(closing, 'closes_at: "2026-03-08T23:59:59-04:00"\nwork'))
    assert finding.facts["count"] == 4
    # November 1, 2026, 1:30 a.m. stands twice on the clock; the offset tells which one is meant.
    twice = [edit("2026-09-11T14:00:00-04:00", "2026-11-01T01:30:00-04:00")]
    twice.append(edit(closing, 'closes_at: "2026-11-01T01:30:00-05:00"\nwork'))
    assert [each.facts["second"] for each in found("OPP109", *twice)] == [Verbatim("work_period.end")]


REFS = ("dex-mex/2026/date-filter", "dex-mex/2026/alt-text", "dex-mex/2026/keyboard-map")


@pytest.mark.parametrize("ref", REFS)
def test_specimens_are_refused_by_nothing(ref: str) -> None:
    """Each specimen passes all rules as it is posted."""
    case = Case("OPP101", "pass-here", ref=ref, received=datetime.fromisoformat("2026-09-01T12:00:00-04:00"))
    tree = dict(specimen())
    board = board_of(tree)
    context = context_of(case, board)
    assert context is not None
    posted = replace(procurement_in(tree, ref, board), bids={}, awards={})

    findings = [*judge_board(board, context, changes=True), *judge_procurement(posted, context, changes=True)]

    assert [finding.name for finding in findings] == []


def test_a_record_does_not_rot() -> None:
    """What lies in the record passes still when policy, people and years have gone by."""
    case = Case(
        "OPP101",
        "pass-here",
        now=datetime.fromisoformat("2046-01-01T12:00:00-05:00"),
        edits=(
            edit("open_min: 5 ", "open_min: 50 ", POLICY),
            edit("questions_before_closing: 2", "questions_before_closing: 20", POLICY),
            edit('  - "MIT"\n', "", POLICY),
            edit('  - "lowest-price"\n', "", POLICY),
            edit('may: ["post", "amend"', 'may: ["amend"', "opportunities/dex-mex/organization.yml"),
            edit('amount: "40000.00"', 'to: "2026-12-31"\n    amount: "40000.00"', POLICY),
        ),
    )
    tree = case.tree()
    board = board_of(tree)
    context = context_of(case, board)
    assert context is not None
    lain = replace(procurement_in(tree, case.ref, board), bids={}, awards={})

    at_rest = [finding for finding in judge_procurement(lain, context, changes=False) if refuses(finding)]
    posted = {finding.name for finding in judge_procurement(lain, context, changes=True) if refuses(finding)}

    assert at_rest == []
    assert posted == {
        "open-too-short",
        "questions-close-late",
        "published-in-past",
        "unlisted-licence",
        "method-not-allowed",
        "nobody-may-post-it",
    }


def test_a_procurement_without_a_valid_request_is_left_alone() -> None:
    """Rules on requests say nothing of a folder whose request is missing or cannot be read."""
    staged = stage(Case("OPP101", "pass-here"))

    assert list(run(OPP, Procurement("dex-mex/2026/date-filter"), staged.situation, "", staged.locate)) == []


def test_a_board_without_settings_is_judged_without_a_context() -> None:
    """What could not be read is a finding of the reader; rules on the board do not break on it."""
    case = Case("BRD101", "pass-here", remove=("opportunities/board.yml", POLICY))
    board = board_of(case.tree())

    names = [finding.name for finding in judge_board(board, None, changes=True)]

    assert names == ["missing-board-file", "missing-board-file"]


@pytest.mark.parametrize("word", ["999999", "0"])
def test_absurd_counts_of_a_policy_break_no_rule(word: str) -> None:
    """A policy that asks for no days, or for more than the calendar holds, gives findings and no failure."""
    case = Case(
        "OPP110",
        "fail-here",
        edits=(
            edit("open_min: 5 ", f"open_min: {word} ", POLICY),
            edit("questions_before_closing: 2", f"questions_before_closing: {word}", POLICY),
            edit('terms: "2026-1"', f'awards_offered: {word}\nterms: "2026-1"'),
        ),
    )
    staged = stage(case)

    names = {finding.name for finding in run(OPP, staged.subject, staged.situation, staged.path, staged.locate)}

    assert ("open-too-short" in names) == (word != "0")
    assert ("no-award-offered" in names) == (word == "0")


def test_no_code_and_no_name_stands_twice() -> None:
    """Each rule of these families has a code and a name of its own."""
    families: tuple[tuple[Any, ...], ...] = (BRD, ORG, OPP)
    every = [rule for family in families for rule in family]

    assert len({rule.code for rule in every}) == len(every)
    assert len({rule.name for rule in every}) == len(every)
