"""The one real opportunity of the ESDC pilot, and one like it, from the keys to their award by a draw."""

from collections.abc import Mapping
from functools import partial

import pytest
from tests.cli.awarding import board
from tests.end_to_end.esdc import ESDC, OWN, Told, board_of, matter, price
from tests.end_to_end.sealed_draw import Play, Posting
from tests.worlds import git

# Invented: of four bids then, three did not show the skills that were asked for.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    ESDC.ref: {
        "aurora-web": "We make web sites and are glad to learn Azure.",
        "birch-code": "In 2020 I wrote Azure Policies and Runbooks that deny what nobody approved; the code is public.",
        "cedar-cloud": "Five years with another cloud; not yet with this one.",
        "quai-neuf": "Voyez nos nombreuses compétences dans notre site.",
    },
    OWN.ref: {
        "aurora-web": "We make web sites and are glad to learn the rest.",
        "birch-code": "In 2025 I wrote a reader of iCalendar files in Python, tested in four time zones; it is public.",
        "cedar-cloud": "Five years of JavaScript; no calendars yet.",
        "quai-neuf": "Voyez nos nombreuses compétences dans notre site.",
    },
}
WINNER = "birch-code"


@pytest.fixture(params=[ESDC, OWN], ids=["real", "own"])
def told(request: pytest.FixtureRequest) -> Told:
    """The real opportunity, where it is at hand, and one of our own making."""
    found: Told = request.param
    found.path("en")
    return found


@pytest.mark.slow
def test_ends_with_the_one_who_passes(
    told: Told, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Four sealed bids, three of which fail the mandatory criterion: whatever the order, the fourth wins."""
    run = partial(board, capsys)
    about, answers = matter(told.page("en")), ANSWERS[told.ref]
    posting = Posting(told.ref, board_of(told), told.shown_at, about["closing_date"], "skills", answers)
    play = Play(tmp_path_factory.mktemp("play"), run, posting)
    play.closed()
    play.evaluated(*(answer for login, answer in answers.items() if login != WINNER))

    order = play.drawn()
    ran = play.awarded()

    assert sorted(order) == sorted(answers)
    assert ran.code == 0, ran
    given = ran.report["award"]
    assert (given["bidder"], given["price"]) == (WINNER, f"{price(about)}.00")
    clone = play.tmp / "clone"
    git(play.tmp, "clone", "-q", str(play.host.root), str(clone))
    proof = run(clone, "verify", "--format", "json")
    assert proof.code == 0, proof
    [proven] = proof.report["awards"]
    assert (proven["proven"], proven["bids"]) == (True, {"seen": 4, "listed": 4})
    n = order.index(WINNER) + 1
    assert proven["reason"] == {
        "en": "Fixed price, draw. Four bids of record; one passes every mandatory criterion. "
        f"{WINNER} is number {n} in the order drawn and the first that passes.",
        "fr": "Prix fixe, tirage au sort. Quatre soumissions retenues à la clôture\u202f; une satisfait à tous les "
        f"critères obligatoires. {WINNER} occupe le rang {n} de l’ordre tiré au sort et est le premier soumissionnaire "
        "de cet ordre à satisfaire à tous les critères.",
    }
