"""A purchase by a sealed draw, from the keys to a proof in a clone, as its two people and its suppliers type it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.awarding import board
from tests.cli.awarding import files as open_files
from tests.cli.checking import Ran
from tests.end_to_end.sealed_draw import OFFICER, OWNER, Play, Posting
from tests.worlds import board_files, git

from board.model.reference import opportunity_path

REF = "dex-mex/2026/keyboard-map"
# As if it had been read where the request says.
GIVEN = hashlib.sha256(b"beacon").hexdigest()
BEACON = b"""\
draw:
  beacon:
    source: "https://example.invalid/beacon"
    at: "2026-09-29T10:00:00-04:00"
"""
ANSWER = "In 2025 I made a store locator usable by keyboard and tested it with NVDA; the repository of {} is public."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command."""
    return lambda root, *words, lang="en": board(capsys, root, *words, lang=lang)


def posting() -> Posting:
    """The specimen, as it stood before anybody had made keys."""
    files = {path: data for path, data in open_files().items() if f"/{REF.split('/')[2]}/" not in path}
    request = board_files()[opportunity_path(REF)]
    files[opportunity_path(REF)] = request.replace(b"draw:\n", BEACON, 1)
    answers = {login: ANSWER.format(login) for login in ("alder", "birch", "cedar")}
    opens, closes = "2026-09-20T09:00:00-04:00", "2026-09-28T14:00:00-04:00"
    return Posting(REF, files, opens, closes, "keyboard-work", answers, GIVEN)


@pytest.fixture
def play(tmp_path: Path, run: Callable[..., Ran]) -> Play:
    """The purchase, posted."""
    return Play(tmp_path, run, posting())


@pytest.mark.slow
def test_from_keys_to_a_proof_in_a_clone(play: Play) -> None:
    """Each step refuses what comes too early, and a plain clone proves the award from log, tag and openings."""
    play.closed()
    early = play.awarded()
    play.evaluated("birch")
    undrawn = play.awarded()
    order = play.drawn()
    winner = next(login for login in order if login != "birch")

    ran = play.awarded()

    assert [finding["name"] for finding in early.report["findings"]] == ["step-missing"]
    assert [finding["name"] for finding in undrawn.report["findings"]] == ["step-missing"]
    assert ran.code == 0, ran
    assert ran.report["award"]["bidder"] == winner
    assert ran.report["award"]["waived"] == ["clearance", "signatures"]
    assert ran.report["award"]["assurance"]["arrival"] == "host"
    clone = play.tmp / "clone"
    git(play.tmp, "clone", "-q", str(play.host.root), str(clone))
    proof = play.run(clone, "verify", "--format", "json")
    assert proof.code == 0, proof
    assert proof.report["awards"][0]["bids"] == {"seen": 3, "listed": 3}
    told = play.run(clone, "verify").out
    assert "    To choose this order, somebody would have had to know before the closing: " in told
    assert f"    The beacon is said to have given {GIVEN}." in told
    assert play.run(clone, "check").code == 0
    shown = {path.name for path in (clone / f"opportunities/{REF}/openings").iterdir()}
    consents = {f"{login}.answers.json" for login in ("alder", winner)}
    assert shown == {f"{login}.offer.json" for login in order} | consents
    assert play.awarded().report["written"] is False


# Path, and what is put in the place of what; without the second the file goes.
TAMPERED = {
    "missing-opening": (f"opportunities/{REF}/openings/alder.offer.json", b"{", b""),
    "changed-opening": (f"opportunities/{REF}/openings/cedar.offer.json", b'"8000.00"', b'"8000.01"'),
    "changed-evaluation": (f"opportunities/{REF}/evaluation.yml", b'result: "fail"', b'result: "pass"'),
    "changed-draw": (f"opportunities/{REF}/draw.yml", b"number: 1", b"number: 2"),
    "changed-closing": (f"opportunities/{REF}/closing.yml", b'language: "en"', b'language: "fr"'),
}


@pytest.mark.slow
def test_what_is_changed_afterwards_is_named(play: Play) -> None:
    """Whoever rewrites main with another opening, result, seed or closing is found by each clone."""
    play.closed()
    play.evaluated("birch")
    play.drawn()
    assert play.awarded().code == 0
    for name, (path, old, new) in TAMPERED.items():
        clone = play.tmp / name
        git(play.tmp, "clone", "-q", str(play.host.root), str(clone))
        data = (clone / path).read_bytes()
        assert old in data
        (clone / path).write_bytes(data.replace(old, new, 1))
        if not new:
            (clone / path).unlink()
        git(clone, "add", "-A")
        person = ("-c", "user.name=x", "-c", "user.email=x@users.noreply.board.invalid")
        git(clone, *person, "commit", "-q", "--amend", "--no-edit")

        found = [finding["name"] for finding in play.run(clone, "verify", "--format", "json").report["findings"]]

        assert name in found, (name, found)
    untagged = play.tmp / "untagged"
    git(play.tmp, "clone", "-q", "--no-tags", str(play.host.root), str(untagged))
    found = [finding["name"] for finding in play.run(untagged, "verify", "--format", "json").report["findings"]]
    assert "missing-closing-tag" in found


def lost(play: Play) -> Path:
    """A file of the folder that is not there any more: the offer of one who passes."""
    path = play.folder / "openings" / "alder.offer.json"
    path.unlink()
    return path


@pytest.mark.slow
def test_no_bid_gets_lost_between_its_opening_and_the_outcome(play: Play) -> None:
    """A file that is missing, by mishap or by intent, stops each step; who keeps the key opens all of them again."""
    folder = ("--folder", str(play.folder), "--format", "json")

    def found(who: str, *words: str, after: int = 44) -> list[str]:
        return [finding["name"] for finding in play.act(who, *words, *folder, after=after).report["findings"]]

    def opened(after: int) -> bool:
        ran = play.act(OFFICER, "unseal", REF, *folder, "--keys", play.keys(OFFICER), after=after)
        return ran.code == 0 and (play.folder / "openings" / "alder.offer.json").exists()

    play.closed()
    assert play.act(OWNER, "evaluate", REF, "--declare", "none").code == 0
    assert opened(1)
    lost(play)
    assert found(OWNER, "evaluate", REF, after=1) == ["other-openings"]
    assert opened(1)
    play.evaluated("birch")
    play.drawn()
    path = lost(play)

    ranked = play.run(play.host.root, "rank", REF, *folder).report["findings"]
    awarded = found(OFFICER, "award", REF)
    ended = found(OFFICER, "cancel", REF, "--reason", "none-passes")
    path.write_bytes((play.folder / "openings" / "cedar.offer.json").read_bytes())
    swapped = found(OFFICER, "award", REF)

    assert [finding["name"] for finding in ranked] == ["other-openings", "ranking-without-results"]
    assert awarded == ended == swapped == ["step-missing"]
    assert git(play.host.root, "tag", "--list", "award/*") == ""
    path.unlink()
    assert opened(45)
    assert play.awarded().code == 0


@pytest.mark.slow
def test_an_end_that_is_not_true_is_named(play: Play) -> None:
    """Two pass, and main says by hand that none does: a clone recomputes it."""
    play.closed()
    play.evaluated("birch")
    words = ("cancel", REF, "--reason", "flawed", "--text-en", "A.", "--text-fr", "Un.", "--folder", str(play.folder))
    assert play.act(OFFICER, *words, after=44).code == 0
    clone = play.tmp / "clone"
    git(play.tmp, "clone", "-q", str(play.host.root), str(clone))
    path = clone / "opportunities" / REF / "cancellation.yml"
    before = play.run(clone, "verify", "--format", "json").report["findings"]
    path.write_text(path.read_text("utf-8").replace('reason: "flawed"', 'reason: "none-passes"'), "utf-8")
    git(clone, "add", "-A")
    person = ("-c", "user.name=x", "-c", "user.email=x@users.noreply.board.invalid")
    git(clone, *person, "commit", "-q", "--amend", "--no-edit")

    after = play.run(clone, "verify", "--format", "json").report["findings"]

    assert before == []
    assert [finding["name"] for finding in after] == ["untrue-reason"]


@pytest.mark.slow
def test_an_end_without_an_award_rests_on_the_closing_too(play: Play) -> None:
    """None passes by the evaluation alone, and what was closed, opened and evaluated enters main with the end."""
    play.closed()
    words = ("cancel", REF, "--reason", "none-passes", "--folder", str(play.folder), "--format", "json")
    early = play.act(OFFICER, *words, after=44)
    play.evaluated("In 2025")

    ran = play.act(OFFICER, *words, after=44)

    assert [finding["name"] for finding in early.report["findings"]] == ["step-missing"]
    assert ran.code == 0, ran
    brought = git(play.host.root, "diff", "--name-only", "main^", "main").splitlines()
    folder = f"opportunities/{REF}"
    offers = [f"{folder}/openings/{login}.offer.json" for login in ("birch", "cedar")]
    alder = [f"{folder}/openings/alder.answers.json", f"{folder}/openings/alder.offer.json"]
    files = [f"{folder}/cancellation.yml", f"{folder}/closing.yml", f"{folder}/evaluation.yml"]
    assert brought == [*files, *alder, *offers]
    assert play.run(play.host.root, "verify").code == 0
