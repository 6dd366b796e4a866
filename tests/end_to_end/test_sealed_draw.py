"""A purchase by a sealed draw, from the keys to a proof in a clone, as its two people and its suppliers type it."""

import json
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from tests.cli.awarding import board
from tests.cli.awarding import files as open_files
from tests.cli.checking import Ran
from tests.hosts import Host, hosted
from tests.worlds import board_files, git, work_tree

from board.model.reference import award_path, bid_branch, bid_path, opportunity_path, sealing_path

REF = "dex-mex/2026/keyboard-map"
OPEN = "2026-09-20T09:00:00-04:00"
AT = "2026-09-28T15:00:00-04:00"
OWNER, OFFICER = "m-singh", "a-tremblay"
ANSWER = "In 2025 I made a store locator usable by keyboard and tested it with NVDA; the repository of {} is public."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command."""
    return lambda root, *words, lang="en": board(capsys, root, *words, lang=lang)


class Play:
    """The purchase, step by step.

    Attributes:
        host: Where bids are pushed.
        folder: What is not in Git before the outcome.
    """

    def __init__(self, tmp_path: Path, run: Callable[..., Ran]) -> None:
        self.run = run
        self.tmp = tmp_path
        self.folder = tmp_path / "dossier"
        self.folder.mkdir()
        self.host = self._posted()

    def keys(self, who: str) -> str:
        """Where somebody keeps keys."""
        return str(self.tmp / f"keys-{who}")

    def act(self, who: str, *words: str, at: str = AT) -> Ran:
        """A command of somebody, on the host."""
        return self.run(self.host.root, *words, "--as", who, "--now", at)

    def _posted(self) -> Host:
        files = {path: data for path, data in open_files().items() if f"/{REF.split('/')[2]}/" not in path}
        self._draft(files)
        return hosted(self.tmp, now=OPEN, board=files)

    def _draft(self, files: dict[str, bytes]) -> None:
        """The posting, with what both people's `board keys` printed."""
        draft = self.tmp / "draft"
        work_tree(draft, files)
        told = {}
        for who in (OWNER, OFFICER):
            ran = self.run(draft, "keys", REF, "--as", who, "--keys", self.keys(who))
            assert ran.code == 0, ran
            told[who] = ran.out
        recipient = re.search(r'recipient: "(age1[0-9a-z]+)"', told[OFFICER])
        digests = {who: re.search(r'sha256: "([0-9a-f]{64})"', said) for who, said in told.items()}
        assert recipient
        request = board_files()[opportunity_path(REF)].decode()
        old = re.findall(r'sha256: "([0-9a-f]{64})"', request)
        for digest, who in zip(old, (OWNER, OFFICER), strict=True):
            found = digests[who]
            assert found
            request = request.replace(digest, found[1])
        files[opportunity_path(REF)] = request.encode()
        files[sealing_path(REF)] = f'schema: 1\nkeeper: "{OFFICER}"\nrecipient: "{recipient[1]}"\n'.encode()
        shutil.rmtree(draft)

    def bid(self, login: str) -> None:
        """A supplier fills in, seals and pushes."""
        home = self.tmp / login
        git(self.tmp, "clone", "-q", str(self.host.root), str(home))
        made = self.run(home, "new", "bid", REF, "--as", login, "--now", OPEN)
        assert made.code == 0, made
        path = home / bid_path(REF, login)
        text = path.read_text("utf-8")
        for key, value in (("name", f'"{login.title()}"'), ("registered_for_tax", "true"), ("declares", "true")):
            text = text.replace(f'{key}: ""', f"{key}: {value}")
        text = text.replace('publish_answers: ""', f"publish_answers: {'true' if login == 'alder' else 'false'}")
        path.write_text(text.replace('keyboard-work: ""', f'keyboard-work: "{ANSWER.format(login)}"'), "utf-8")
        sealed = self.run(home, "seal", str(path), "--keep", str(self.tmp / f"kept-{login}"), "--now", OPEN)
        assert sealed.code == 0, sealed
        email = ("-c", f"user.name={login}", "-c", f"user.email={login}@users.noreply.board.invalid")
        git(home, "switch", "-q", "-c", bid_branch(login, REF))
        git(home, "add", "opportunities")
        git(home, *email, "commit", "-q", "-m", f"Bid on {REF}")
        git(home, "push", "-q", "origin", bid_branch(login, REF))

    def closed(self) -> None:
        """Three bids, the mailbox, the closing."""
        for login in ("alder", "birch", "cedar"):
            self.bid(login)
        assert self.act(OFFICER, "receive", REF, "--mailbox-read").code == 0
        ran = self.run(self.host.root, "close", REF)
        assert ran.code == 0, ran

    def evaluated(self, failing: str = "birch") -> None:
        """Declared, opened, marked and handed in."""
        assert self.act(OWNER, "evaluate", REF, "--declare", "none").code == 0
        folder = ("--folder", str(self.folder))
        opened = self.act(OFFICER, "unseal", REF, *folder, "--keys", self.keys(OFFICER))
        assert opened.code == 0, opened
        assert self.act(OWNER, "evaluate", REF, *folder).code == 0
        sheet = self.folder / "sheets" / f"{OWNER}.yml"
        blocks = sheet.read_text("utf-8").split('result: ""')
        marked = blocks[0]
        for before, block in pairwise(blocks):
            marked += f'result: "{"fail" if failing in before else "pass"}"{block}'
        sheet.write_text(marked.replace("languages: []", "languages: [en, fr]"), "utf-8")
        words = ("evaluate", REF, *folder, "--done", "--keys", self.keys(OWNER))
        done = self.act(OWNER, *words, at="2026-09-29T10:00:00-04:00")
        assert done.code == 0, done

    def drawn(self) -> list[str]:
        """The order."""
        ran = self.act(
            OFFICER, "draw", REF, "--folder", str(self.folder), "--keys", self.keys(OFFICER), "--format", "json",
            at="2026-09-29T11:00:00-04:00",
        )  # fmt: skip
        assert ran.code == 0, ran
        return list(json.loads(ran.out)["draw"]["order"])

    def awarded(self) -> Ran:
        """The award."""
        return self.act(
            OFFICER, "award", REF, "--folder", str(self.folder), "--format", "json", at="2026-09-30T10:00:00-04:00"
        )


@pytest.fixture
def play(tmp_path: Path, run: Callable[..., Ran]) -> Play:
    """The purchase, posted."""
    return Play(tmp_path, run)


@pytest.mark.slow
def test_from_keys_to_a_proof_in_a_clone(play: Play) -> None:
    """Each step refuses what comes too early, and a plain clone proves the award from log, tag and openings."""
    play.closed()
    early = play.awarded()
    play.evaluated()
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
    assert play.run(clone, "check").code == 0
    shown = {path.name for path in (clone / f"opportunities/{REF}/openings").iterdir()}
    consents = {f"{login}.answers.json" for login in ("alder", winner)}
    assert shown == {f"{login}.offer.json" for login in order} | consents
    assert play.awarded().report["written"] is False


TAMPERED = {
    "changed-opening": (f"opportunities/{REF}/openings/cedar.offer.json", b'"8000.00"', b'"8000.01"'),
    "changed-evaluation": (f"opportunities/{REF}/evaluation.yml", b'result: "fail"', b'result: "pass"'),
    "changed-draw": (f"opportunities/{REF}/draw.yml", b"number: 1", b"number: 2"),
    "changed-closing": (f"opportunities/{REF}/closing.yml", b'language: "en"', b'language: "fr"'),
}


@pytest.mark.slow
def test_what_is_changed_afterwards_is_named(play: Play) -> None:
    """Whoever rewrites main with another opening, result, seed or closing is found by each clone."""
    play.closed()
    play.evaluated()
    play.drawn()
    assert play.awarded().code == 0
    for name, (path, old, new) in TAMPERED.items():
        clone = play.tmp / name
        git(play.tmp, "clone", "-q", str(play.host.root), str(clone))
        data = (clone / path).read_bytes()
        assert old in data
        data = data.replace(old, new, 1)
        (clone / path).write_bytes(data)
        git(clone, "add", "-A")
        person = ("-c", "user.name=x", "-c", "user.email=x@users.noreply.board.invalid")
        git(clone, *person, "commit", "-q", "--amend", "--no-edit")

        found = [finding["name"] for finding in play.run(clone, "verify", "--format", "json").report["findings"]]

        assert name in found, (name, found)
    untagged = play.tmp / "untagged"
    git(play.tmp, "clone", "-q", "--no-tags", str(play.host.root), str(untagged))
    found = [finding["name"] for finding in play.run(untagged, "verify", "--format", "json").report["findings"]]
    assert "missing-closing-tag" in found
    assert award_path(REF, "x")


@pytest.mark.slow
def test_an_end_without_an_award_rests_on_the_closing_too(play: Play) -> None:
    """None passes by the evaluation alone, and what was closed, opened and evaluated enters main with the end."""
    play.closed()
    words = ("cancel", REF, "--reason", "none-passes", "--folder", str(play.folder), "--format", "json")
    early = play.act(OFFICER, *words, at="2026-09-30T10:00:00-04:00")
    play.evaluated(failing="In 2025")

    ran = play.act(OFFICER, *words, at="2026-09-30T10:00:00-04:00")

    assert [finding["name"] for finding in early.report["findings"]] == ["step-missing"]
    assert ran.code == 0, ran
    brought = git(play.host.root, "diff", "--name-only", "main^", "main").splitlines()
    folder = f"opportunities/{REF}"
    offers = [f"{folder}/openings/{login}.offer.json" for login in ("birch", "cedar")]
    alder = [f"{folder}/openings/alder.answers.json", f"{folder}/openings/alder.offer.json"]
    files = [f"{folder}/cancellation.yml", f"{folder}/closing.yml", f"{folder}/evaluation.yml"]
    assert brought == [*files, *alder, *offers]
    assert play.run(play.host.root, "verify").code == 0
