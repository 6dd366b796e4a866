"""Two thousand games against each of those who would steer a draw: none does better than chance.

What chance gives is told beside each; the bounds are four standard deviations of so many games, and every game is the
same in every run. For each guard stands the twin in which it is missing, and the cheat wins.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from math import sqrt

import pytest
from tests.state.contests import bids, request
from tests.state.drawings import DONE, EVALUATED, Told, drawn_request, ground, lines

from board.model.draw import Commitment, Draws
from board.model.log import Committed, Secret, Void
from board.state.draw import Entry, commitment_of, order_of, seed_of, seed_text
from board.state.drawing import Waiting, draws_of
from board.state.ranking import rank

GAMES = 2_000
RIVALS = tuple(f"rival-{n}" for n in range(9))
CHEAT = "cheat"
LOGINS = (CHEAT, *RIVALS)
BIDS = bids(dict.fromkeys(LOGINS, "8000.00"))


class Chance:
    """Bytes that are the same in every run."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - games that can be played again

    def hex(self) -> str:
        """32 bytes in hexadecimal."""
        return self._random.randbytes(32).hex()

    def among(self, logins: Sequence[str], count: int) -> frozenset[str]:
        """So many of them."""
        return frozenset(self._random.sample(logins, count))


def entries(own: str, rivals: Sequence[str]) -> tuple[Entry, ...]:
    """The bids of record with their random bytes."""
    return (Entry(CHEAT, "", own), *(Entry(who, "", salt) for who, salt in zip(RIVALS, rivals, strict=True)))


def order(told: tuple[Entry, ...], *secrets: str) -> tuple[str, ...]:
    """The order drawn."""
    return order_of(told, seed_of(seed_text("a/2026/b", 1, told, secrets)))


def wins(told: tuple[Entry, ...], secrets: tuple[str, str], failed: frozenset[str] = frozenset()) -> bool:
    """Whether the cheat is selected: through the ranking itself."""
    passes = {who: who not in failed for who in LOGINS}
    found = rank(request("fixed-price-draw"), BIDS, passes, {}, drawn=order(told, *secrets))
    return found.selected == (CHEAT,)


def share(game: Callable[[Chance], bool], name: str, games: int = GAMES) -> float:
    """Of the games that are won."""
    chance = Chance(name)
    return sum(game(chance) for _ in range(games)) / games


def near(expected: float, games: int = GAMES) -> object:
    """Within four standard deviations."""
    return pytest.approx(expected, abs=4 * sqrt(expected * (1 - expected) / games))


def grinding(chance: Chance, *, sealed: bool, knows_both: bool) -> bool:
    """An accomplice bids last, and takes the first of 1,000 texts that would win by what is known."""
    secrets, rivals = (chance.hex(), chance.hex()), [chance.hex() for _ in RIVALS]
    known = (secrets[0], secrets[1] if knows_both else chance.hex())
    believed = [chance.hex() for _ in RIVALS] if sealed else rivals
    own = (hashlib.sha256(f"{known} {n}".encode()).hexdigest() for n in range(1_000))
    best = next(salt for salt in own if order(entries(salt, believed), *known)[0] == CHEAT)
    return wins(entries(best, rivals), secrets)


def failing(chance: Chance, *, knows_both: bool) -> bool:
    """An evaluator who has read every bid fails three rivals, before any secret is shown."""
    secrets, told = (chance.hex(), chance.hex()), entries(chance.hex(), [chance.hex() for _ in RIVALS])
    known = (secrets[0], secrets[1] if knows_both else chance.hex())
    expected = order(told, *known)
    ahead = expected[: expected.index(CHEAT)][:3]
    others = [who for who in RIVALS if who not in ahead]
    return wins(told, secrets, frozenset(ahead) | chance.among(others, 3 - len(ahead)))


def withholding(chance: Chance) -> bool:
    """Whoever shows last, and loses, shows nothing; the draw is held again with somebody else."""
    secrets = {(who, n): chance.hex() for who in ("owner", "officer", "stand-in") for n in (1, 2)}
    salts = {who: chance.hex() for who in LOGINS}
    promise = {key: commitment_of(secret) for key, secret in secrets.items()}
    on = replace(drawn_request(), commitments=tuple(Commitment(who, promise[who, 1]) for who in ("owner", "officer")))
    late = EVALUATED + timedelta(days=2)
    told: list[Told] = [DONE, Secret("owner", 1, secrets["owner", 1])]
    seen = draws_of(ground(lines(*told, Secret("officer", 1, secrets["officer", 1])), salts, on, LOGINS))
    assert isinstance(seen, Draws)
    if seen.order[0] == CHEAT:
        return True
    void: list[Told] = [*told, (late, Void("owner", 1, "officer"))]
    back = draws_of(ground(lines(*void, (late, Committed("officer", 2, promise["officer", 2]))), salts, on, LOGINS))
    assert back == Waiting("commitments", 2)
    again: list[Told] = [(late, Committed(who, 2, promise[who, 2])) for who in ("owner", "stand-in")]
    shown: list[Told] = [(late, Secret(who, 2, secrets[who, 2])) for who in ("owner", "stand-in")]
    assert isinstance(draws_of(ground(lines(*void, *again), salts, on, LOGINS)), Waiting)
    last = draws_of(ground(lines(*void, *again, *shown), salts, on, LOGINS))
    assert isinstance(last, Draws)
    assert last.draws[0].withheld_by == "officer"
    return last.order[0] == CHEAT


def test_an_accomplice_who_knows_one_secret_grinds_for_nothing() -> None:
    """One of ten, as everybody; with both secrets and clear bids the first text that wins would win."""
    one = share(lambda chance: grinding(chance, sealed=True, knows_both=False), "one")
    clear = share(lambda chance: grinding(chance, sealed=False, knows_both=False), "clear", 500)
    sealed = share(lambda chance: grinding(chance, sealed=True, knows_both=True), "sealed", 500)

    assert one == near(1 / 10)
    assert clear == near(1 / 10, 500)
    assert sealed == near(1 / 10, 500)
    assert share(lambda chance: grinding(chance, sealed=False, knows_both=True), "both", 50) == 1


def test_an_evaluator_who_knows_one_secret_fails_the_wrong_rivals() -> None:
    """Three rivals that fail leave one of seven, whichever they are; with both secrets it would be four of ten."""
    assert share(lambda chance: failing(chance, knows_both=False), "evaluator") == near(1 / 7)
    assert share(lambda chance: failing(chance, knows_both=True), "both", 500) == near(4 / 10, 500)


def test_who_withholds_gains_one_named_try_and_no_more() -> None:
    """One of ten, and once more one of ten of the rest; nobody comes back to withhold again."""
    assert share(withholding, "withheld", 1_000) == near(1 / 10 + 9 / 10 / 10, 1_000)
