"""The draws of a procurement by its log: who may show what, and when, and what follows."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.state.contests import request
from tests.state.drawings import DONE, EVALUATED, SECRETS, ZONE, Told, drawn_request, ground, lines, promised, terms
from tests.worlds import REF

from board.model.draw import Draws, HeldDraw, Shown
from board.model.log import Committed, Evaluated, Opened, Secret, Void
from board.state.draw import entries_of, order_of, seed_of, seed_text
from board.state.drawing import Fault, Waiting, Wrong, draws_of, follow, rounds_of, step

SINGH = Secret("m-singh", 1, SECRETS["m-singh"])
TREMBLAY = Secret("a-tremblay", 1, SECRETS["a-tremblay"])
# Thursday, at the same time of day.
DEADLINE = EVALUATED + timedelta(days=2)
VOID = (DEADLINE, Void("m-singh", 1, "a-tremblay"))
AGAIN = [
    (DEADLINE, Committed(one.by, 2, one.sha256)) for one in promised("m-singh", "r-roy")
]  # fmt: skip


def test_the_last_secret_gives_the_order() -> None:
    """Secrets stand in the order of the commitments, whoever showed first."""
    found = draws_of(ground(lines(Opened("a-tremblay"), DONE, TREMBLAY, SINGH)))

    on = ground(())
    text = seed_text(REF, 1, entries_of(on.closing, on.salts), (SINGH.secret, TREMBLAY.secret))
    seed = seed_of(text)
    shown = (Shown("m-singh", SINGH.secret), Shown("a-tremblay", TREMBLAY.secret))
    order = order_of(entries_of(on.closing, on.salts), seed)
    assert found == Draws(REF, "c1" * 32, "ee" * 32, (HeldDraw(1, (), shown, "", "", seed, order),))
    assert sorted(order) == ["alder", "birch", "cedar"]


@pytest.mark.parametrize(
    ("told", "waits"),
    [
        ((), Waiting("evaluation", 1)),
        ((Opened("a-tremblay"),), Waiting("evaluation", 1)),
        ((DONE,), Waiting("secrets", 1, ("a-tremblay", "m-singh"), DEADLINE)),
        ((DONE, SINGH), Waiting("secrets", 1, ("a-tremblay",), DEADLINE)),
        ((DONE, SINGH, SINGH), Waiting("secrets", 1, ("a-tremblay",), DEADLINE)),
        ((DONE, SINGH, VOID), Waiting("commitments", 2)),
        ((DONE, SINGH, VOID, AGAIN[0]), Waiting("commitments", 2, ("m-singh",))),
        ((DONE, SINGH, VOID, *AGAIN), Waiting("secrets", 2, ("m-singh", "r-roy"), DEADLINE + timedelta(days=4))),
    ],
)
def test_says_what_it_waits_for(told: tuple[Told, ...], waits: Waiting) -> None:
    """And from when a draw may be given up: a draw held again, two business days after the second promise."""
    assert draws_of(ground(lines(*told))) == waits


def test_a_draw_held_again_tells_both() -> None:
    """The first with what was shown and who withheld, the second with its commitments and its order."""
    again = (Secret("r-roy", 2, SECRETS["r-roy"]), Secret("m-singh", 2, SECRETS["m-singh"]))

    found = draws_of(ground(lines(DONE, SINGH, VOID, *AGAIN, *((DEADLINE, one) for one in again))))

    assert isinstance(found, Draws)
    first, second = found.draws
    assert first == HeldDraw(1, (), (Shown("m-singh", SINGH.secret),), "a-tremblay", "", "", ())
    assert (second.number, second.commitments) == (2, promised("m-singh", "r-roy"))
    assert [shown.by for shown in second.secrets] == ["m-singh", "r-roy"]
    assert found.order == second.order != ()


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("secret-before-evaluation", (SINGH,)),
        ("secret-before-evaluation", (Opened("a-tremblay"), VOID)),
        ("not-committed", (DONE, Secret("r-roy", 1, SECRETS["r-roy"]))),
        ("other-secret", (DONE, Secret("m-singh", 1, SECRETS["r-roy"]))),
        ("other-secret", (DONE, Secret("m-singh", 1, SECRETS["m-singh"].upper()))),
        ("other-secret", (DONE, Secret("m-singh", 1, "no secret"))),
        ("other-draw", (DONE, Secret("m-singh", 2, SECRETS["m-singh"]))),
        ("other-draw", (DONE, SINGH, VOID, TREMBLAY)),
        ("void-too-early", (DONE, SINGH, (DEADLINE - timedelta(seconds=1), VOID[1]))),
        ("void-without-cause", (DONE, VOID)),
        ("void-without-cause", (DONE, SINGH, TREMBLAY, VOID)),
        ("void-without-cause", (DONE, SINGH, (DEADLINE, Void("m-singh", 1, "m-singh")))),
        ("void-without-cause", (DONE, SINGH, (DEADLINE, Void("a-tremblay", 1, "a-tremblay")))),
        ("void-without-cause", (DONE, SINGH, (DEADLINE, Void("r-roy", 1, "a-tremblay")))),
        ("secret-before-commitments", (DONE, SINGH, VOID, AGAIN[0], Secret("m-singh", 2, SECRETS["m-singh"]))),
        ("commitment-out-of-turn", (DONE, Committed("r-roy", 1, "00" * 32))),
        ("commitment-out-of-turn", (DONE, SINGH, VOID, AGAIN[0], (DEADLINE, Committed("m-singh", 2, "00" * 32)))),
        ("commitment-out-of-turn", (DONE, SINGH, VOID, *AGAIN, (DEADLINE, Committed("j-cote", 2, "00" * 32)))),
        ("commitment-by-who-withheld", (DONE, SINGH, VOID, (DEADLINE, Committed("a-tremblay", 2, "00" * 32)))),
    ],
)
def test_says_what_is_wrong_with_a_step(fault: Fault, told: tuple[Told, ...]) -> None:
    """By name, of whoever asks for it behind the other lines."""
    *before, last = lines(*told)
    rounds = rounds_of(terms(), before)

    assert not isinstance(rounds, Wrong)
    found = step(terms(), rounds, last)
    assert isinstance(found, Wrong)
    assert (found.fault, found.line) == (fault, last.n)
    spoils = isinstance(last.entry, Secret) and fault in ("secret-before-evaluation", "secret-before-commitments")
    assert follow(terms(), rounds, last) == (found if spoils else rounds)


def test_a_draw_with_all_its_secrets_is_finished() -> None:
    """No line behind the last secret changes the order, whoever writes it."""
    held: tuple[Told, ...] = (DONE, SINGH, TREMBLAY)
    more: tuple[Told, ...] = (VOID, *AGAIN, Secret("x9", 1, "ab" * 32), Secret("r-roy", 2, SECRETS["r-roy"]), SINGH)

    assert draws_of(ground(lines(*held, *more))) == draws_of(ground(lines(*held)))


def test_nobody_without_a_part_in_a_draw_changes_it() -> None:
    """Invented names, a clerk without a word for it, and bidders neither show, nor give up, nor promise."""
    invented = (Secret("x9", 1, SECRETS["m-singh"]), (DEADLINE, Void("x9", 1, "a-tremblay")))
    strangers = [(DEADLINE, Committed(who, 2, promised("r-roy")[0].sha256)) for who in ("x1", "x-clerk", "alder")]

    assert draws_of(ground(lines(DONE, SINGH, *invented))) == draws_of(ground(lines(DONE, SINGH)))
    assert draws_of(ground(lines(DONE, SINGH, VOID, *strangers))) == Waiting("commitments", 2)
    assert isinstance(draws_of(ground(lines(DONE, SINGH, VOID, *AGAIN))), Waiting)


def test_who_takes_part_holds_a_delegation_on_the_day_of_the_line() -> None:
    """The day after the last one a commitment is nobody’s."""
    last = datetime(2027, 3, 31, 23, 59, 59, tzinfo=ZONE)
    kept, over = ((at, AGAIN[0][1]) for at in (last, last + timedelta(seconds=1)))

    assert draws_of(ground(lines(DONE, SINGH, VOID, kept))) == Waiting("commitments", 2, ("m-singh",))
    assert draws_of(ground(lines(DONE, SINGH, VOID, over))) == Waiting("commitments", 2)


def test_a_bidder_takes_no_part() -> None:
    """Whatever they may do for the organization."""
    on = replace(terms(), bidders=frozenset({"r-roy"}))
    rounds = rounds_of(on, lines(DONE, SINGH, VOID))

    assert not isinstance(rounds, Wrong)
    bid, other = (step(on, rounds, line) for line in lines((DEADLINE, AGAIN[1][1]), (DEADLINE, AGAIN[0][1])))
    assert isinstance(bid, Wrong)
    assert bid.fault == "draw-by-bidder"
    assert not isinstance(other, Wrong)


def test_an_evaluation_in_front_of_the_cut_is_none() -> None:
    """What was finished while bids could still come was no evaluation of them."""
    assert draws_of(ground(lines(DONE, SINGH, first=5))) == Wrong("secret-before-evaluation", "m-singh", 1, 6)


def test_the_first_evaluation_counts() -> None:
    """A second line neither moves the days nor replaces the digest."""
    later = (EVALUATED + timedelta(days=1), Evaluated("m-singh", "ff" * 32))

    found = draws_of(ground(lines(DONE, later, SINGH, TREMBLAY)))

    assert isinstance(found, Draws)
    assert found.evaluation_sha256 == "ee" * 32


def test_a_tie_of_prices_waits_for_no_evaluation() -> None:
    """Where nothing is judged by people, there is nothing to fail a rival by."""
    on = replace(request("lowest-price"), evaluation_criteria=(), commitments=promised("m-singh", "a-tremblay"))

    found = draws_of(ground(lines(SINGH, TREMBLAY), opportunity=on))

    assert isinstance(found, Draws)
    assert found.evaluation_sha256 == ""


def test_one_person_may_hold_both_on_trial() -> None:
    """Each secret fulfils the promise whose digest it has."""
    one, other = promised("m-singh", "a-tremblay")
    on = replace(drawn_request(), commitments=(one, replace(other, by="m-singh")))
    both = [Secret("m-singh", 1, SECRETS[who]) for who in ("a-tremblay", "m-singh")]

    found = draws_of(ground(lines(DONE, *both), opportunity=on))

    assert isinstance(found, Draws)
    assert [shown.secret for shown in found.draws[0].secrets] == [SECRETS["m-singh"], SECRETS["a-tremblay"]]


def test_an_order_waits_until_every_envelope_was_opened() -> None:
    """What did not open says so; what nobody opened yet is not taken for that."""
    told = lines(DONE, SINGH, TREMBLAY)
    salts = {"alder": "01" * 32, "birch": "-"}

    assert draws_of(ground(told, salts)) == Waiting("openings", 1, ("cedar",))
    assert isinstance(draws_of(ground(told, salts | {"cedar": "-"})), Draws)


def test_a_beacon_that_was_named_is_waited_for() -> None:
    """And goes into the seed."""
    on, told = replace(drawn_request(), beacon="https://example.invalid/beacon"), lines(DONE, SINGH, TREMBLAY)

    without, with_it = draws_of(ground(told, opportunity=on)), draws_of(ground(told, opportunity=on, beacon="ab" * 32))

    assert without == Waiting("beacon", 1)
    assert isinstance(with_it, Draws)
    assert with_it.draws[0].beacon == "ab" * 32


def test_days_are_counted_in_the_zone_of_the_board() -> None:
    """Friday 8 p.m. in Toronto is Saturday in Greenwich; two business days later is Tuesday 8 p.m."""
    friday = EVALUATED.replace(day=18, hour=20)

    assert terms().deadline(friday) == friday.replace(day=22)


def test_what_a_log_tells_is_the_same_however_often_it_is_read() -> None:
    """Rounds are values."""
    told = lines(DONE, SINGH)

    found = rounds_of(terms(), told)
    assert not isinstance(found, Wrong)
    assert (rounds_of(terms(), told), found[-1].missing) == (found, ("a-tremblay",))
