"""What is due, by whom and by when: a table, whose first row that holds says it. Nothing is decided here.

Whatever a row asks for is judged again by the rules of the act itself: a row that were wrong could only ask in vain.
"""

from collections.abc import Callable
from datetime import date

from board.model.arrivals import Doubt
from board.model.duty import Duty, Facts, Pending
from board.model.log import Declared, Evaluated, Opened, Sheet, Void
from board.model.organization import Organization
from board.state import draw_terms
from board.state.authority import able
from board.state.evaluating import conflict
from board.state.rulings import WORDS, Bench, options, spoken


def due(facts: Facts) -> tuple[Duty, ...]:
    """What is due now, what needs no judgement first; more than one where it is somebody's choice."""
    return next(duties(facts) for holds, duties in _TABLE if holds(facts))


def approval(organization: Organization | None, on: date) -> Duty:
    """A posting waits for whoever approves it, before main has the opportunity at all."""
    return Duty("approve", able(organization, on, ("approve",)), command="post", judged=True, needs=("as",))


def _may(facts: Facts, *words: str) -> tuple[str, ...]:
    """Who may do one of these on that day, in the order of the file."""
    return able(facts.organization, facts.on, words)


def _has(facts: Facts, kind: type[object]) -> bool:
    return any(isinstance(line.entry, kind) for line in facts.lines)


def _keepers(facts: Facts) -> tuple[str, ...]:
    """Who opens: the keeper whom main names, where that person still may."""
    keepers = _may(facts, "keep-key")
    return (facts.keeper,) if facts.keeper in keepers else keepers


def _undeclared(facts: Facts) -> tuple[str, ...]:
    """Who may still say that there is no conflict of interest: neither the keeper nor who said that there is one."""
    others = (login for login in _may(facts, "evaluate") if login != facts.keeper)
    return tuple(login for login in others if not conflict(facts.lines, login))


def _without_sheet(facts: Facts) -> tuple[str, ...]:
    handed = {line.entry.by for line in facts.lines if isinstance(line.entry, Sheet)}
    return tuple(login for login in facts.team if login not in handed)


def _evaluating(facts: Facts) -> bool:
    """Whether the bids of record are to be evaluated, and are not yet."""
    return facts.closing is not None and facts.evaluators > 0 and not _has(facts, Evaluated)


def _unopened(facts: Facts) -> bool:
    return facts.sealed > 0 and not _has(facts, Opened)


def _no_bid(facts: Facts) -> bool:
    return not (facts.closing.bids if facts.closing else facts.lying)


def _unclosed(facts: Facts) -> bool:
    """Whether receipts tell when bids arrived, and nobody has closed."""
    return facts.closing is None and (facts.live or bool(facts.lines))


def _drawing(facts: Facts, kind: str) -> bool:
    """Whether a draw is needed and waits for that."""
    return facts.drawn is True and isinstance(facts.draw, Pending) and facts.draw.kind == kind


def _ended(facts: Facts) -> bool:
    return facts.state in ("cancelled", "unsuccessful") or facts.awards >= facts.opportunity.awards_offered


def _secrets(facts: Facts) -> tuple[Duty, ...]:
    """Whoever promised one shows it; behind the deadline whoever did may give the draw up."""
    waiting = facts.draw
    if not isinstance(waiting, Pending):
        return ()
    needs = ("as", "folder", "keys", "beacon") if facts.opportunity.beacon else ("as", "folder", "keys")
    shown = Duty("secret", waiting.people, until=waiting.until, command="draw", needs=needs)
    if waiting.until is None or facts.now < waiting.until:
        return (shown,)
    others = tuple(who for who in _may(facts, *draw_terms.WORDS) if who not in waiting.people)
    return shown, Duty("void", others, command="draw", options=("--void",), judged=True, needs=("as",))


def _commitments(facts: Facts) -> tuple[Duty, ...]:
    waiting = facts.draw
    promised = waiting.people if isinstance(waiting, Pending) else ()
    withheld = tuple(line.entry.withheld_by for line in facts.lines if isinstance(line.entry, Void))
    by = tuple(who for who in _may(facts, *draw_terms.WORDS) if who not in (*promised, *withheld))
    options = ("--commit", "SHA256")
    return (Duty("commit", by, command="draw", options=options, judged=True, needs=("as",)),)


def _outcome(facts: Facts) -> tuple[str, ...]:
    """What an outcome takes besides: whatever was opened or evaluated enters main with it."""
    return ("as", "folder") if facts.sealed or _has(facts, Evaluated) else ("as",)


def _cancel(facts: Facts, reason: str) -> tuple[Duty, ...]:
    by, options, needs = _may(facts, "contract"), ("--reason", reason), _outcome(facts)
    return (Duty("cancel", by, command="cancel", options=options, judged=True, needs=needs),)


def _award(facts: Facts) -> tuple[Duty, ...]:
    by, until = _may(facts, "contract"), facts.valid_until
    needs = (*_outcome(facts), "beacon") if facts.opportunity.beacon else _outcome(facts)
    if facts.opportunity.awards_offered > 1:
        options = ("--bid", "LOGIN")
        return (Duty("name", by, until=until, command="award", options=options, judged=True, needs=needs),)
    return (Duty("award", by, until=until, command="award", needs=needs),)


def _declare(facts: Facts) -> tuple[Duty, ...]:
    if _has(facts, Opened):
        # Said later, it would be said knowing whose offer is good.
        return _cancel(facts, "flawed")
    options, by, until = ("--declare", "none"), _undeclared(facts), facts.valid_until
    return (Duty("declare", by, until=until, command="evaluate", options=options, judged=True, needs=("as",)),)


def _open(facts: Facts) -> tuple[Duty, ...]:
    needs = ("as", "folder", "keys")
    return (Duty("open", _keepers(facts), until=facts.valid_until, command="unseal", needs=needs),)


def _hand_in(facts: Facts) -> tuple[Duty, ...]:
    needs, options = ("as", "folder", "keys"), ("--done",)
    left, until = _without_sheet(facts), facts.valid_until
    if left:
        return (Duty("sheet", left, until=until, command="evaluate", options=options, judged=True, needs=needs),)
    return (Duty("evaluate", facts.team, until=until, command="evaluate", options=options, needs=needs),)


def _mailbox(facts: Facts) -> tuple[Duty, ...]:
    by, options = _may(facts, "receive"), ("--mailbox-read",)
    return (Duty("mailbox", by, command="receive", options=options, judged=True, needs=("as",)),)


def _bench(facts: Facts) -> Bench:
    return Bench(facts.opportunity, facts.organization, facts.zone)


def _to_settle(facts: Facts) -> tuple[Doubt, ...]:
    """What officers are to rule on, for all that is known here.

    A line that nobody opens may open on the host, a file may be elsewhere, and a branch without a line may have one of
    those: that is for the closing to tell, until somebody has ruled on it.
    """
    unopened = any(doubt.reason == "unopened-line" for doubt in facts.doubts)
    bench = _bench(facts)
    elsewhere = {"unopened-line", "absent-file", "no-receipt" if unopened else ""}
    return tuple(each for each in facts.doubts if each.reason not in elsewhere or spoken(facts.lines, each, bench))


def _ruling(facts: Facts) -> tuple[Duty, ...]:
    """Two officers, neither of whom evaluates; who spoke alone waits for another who says the same."""
    evaluate = {line.entry.by for line in facts.lines if isinstance(line.entry, Declared)}
    able = tuple(login for login in _may(facts, *WORDS) if login not in evaluate)
    return tuple(_ruling_on(facts, doubt, able) for doubt in _to_settle(facts))


def _ruling_on(facts: Facts, doubt: Doubt, able: tuple[str, ...]) -> Duty:
    words = [ruling for _, ruling in spoken(facts.lines, doubt, _bench(facts))]
    which = ("--receipt", str(doubt.receipt)) if doubt.receipt else ("--bidder", doubt.bidder)
    typed: tuple[str, ...] = (*which, "--counts", "yes|no", "--because", "WORD")
    if len(words) == 1:
        typed, able = options(words[0].verdict), tuple(login for login in able if login != words[0].by)
    return Duty("ruling", able, command="settle", options=typed, judged=True, needs=("as",))


def _rerun(facts: Facts) -> tuple[Duty, ...]:
    """Nothing changes a closing, and nobody is awarded a contract from one that lacks a bid in time."""
    by, options, needs = _may(facts, "contract"), ("--reason", "flawed"), _outcome(facts)
    return (Duty("rerun", by, command="cancel", options=options, judged=True, needs=needs),)


def _beacon(facts: Facts) -> tuple[Duty, ...]:
    by, options, needs = _may(facts, "contract"), ("--beacon", "HEX"), ("as", "folder")
    return (Duty("beacon", by, command="award", options=options, judged=True, needs=needs),)


# The first row that holds says what is due.
_TABLE: tuple[tuple[Callable[[Facts], bool], Callable[[Facts], tuple[Duty, ...]]], ...] = (
    (_ended, lambda _: (Duty("ended"),)),
    (lambda facts: facts.state == "planned", lambda facts: (Duty("publish", until=facts.opportunity.published_at),)),
    (lambda facts: facts.state == "open", lambda facts: (Duty("bids", until=facts.opportunity.closes_at),)),
    (
        lambda facts: _unclosed(facts) and not facts.cut and facts.now < facts.settled,
        lambda facts: (Duty("settle", until=facts.settled),),
    ),
    (lambda facts: _unclosed(facts) and not facts.cut, _mailbox),
    (lambda facts: _unclosed(facts) and bool(_to_settle(facts)), _ruling),
    (_unclosed, lambda _: (Duty("close", command="close", anybody=True),)),
    (lambda facts: facts.ruled_in, _rerun),
    (lambda facts: bool(_to_settle(facts)), _ruling),
    (_no_bid, lambda facts: _cancel(facts, "no-bid")),
    (lambda facts: _evaluating(facts) and len(facts.team) < facts.evaluators, _declare),
    (_unopened, _open),
    (_evaluating, _hand_in),
    (lambda facts: facts.passing == 0, lambda facts: _cancel(facts, "none-passes")),
    (lambda facts: _drawing(facts, "secrets"), _secrets),
    (lambda facts: _drawing(facts, "commitments"), _commitments),
    (
        lambda facts: facts.drawn is None or _drawing(facts, "openings"),
        lambda facts: (Duty("folder", _may(facts, "contract"), judged=True),),
    ),
    (lambda facts: _drawing(facts, "beacon"), _beacon),
    (lambda _: True, _award),
)
