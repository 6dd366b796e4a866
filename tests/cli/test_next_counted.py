"""Two people, few acts: whole purchases with `board next`, and how many commands they take.

Counted is what the two people type at the board or push to it. The commit before a push is counted with the push, and
filling in a file is not a command.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.cli.awarding import NOW as AWARD
from tests.cli.awarding import board, files
from tests.cli.checking import Ran
from tests.hosts import Host, hosted, pushed
from tests.sealing import REF as SEALED
from tests.sealing import Group, group, opening, sealed_file
from tests.worlds import REF, bids_on_branches, git, work_tree

from board.model.log import Secret
from board.model.reference import opportunity_path, sealing_path
from board.model.sealing import Part
from board.state.envelope import write_opening

OWNER, OFFICER = "m-singh", "a-tremblay"
BEFORE, OPEN = "2026-09-11T10:00:00-04:00", "2026-09-20T10:00:00-04:00"
CLOSED, LATER = "2026-09-28T14:31:00-04:00", "2026-09-29T10:00:00-04:00"
BIDDERS = ("atelier-boreal", "maple-works", "northbit")


@dataclass
class People:
    """Two people at one repository.

    Attributes:
        root: The repository.
        beside: Where each keeps keys, and the folder that goes from one to the other.
        typed: What was typed and counts.
    """

    root: Path
    beside: Path
    capsys: pytest.CaptureFixture[str]
    typed: list[str] = field(default_factory=list)

    def type(self, who: str, *words: str, now: str, root: Path | None = None) -> Ran:
        """Somebody types one command."""
        kept = ("--keys", str(self.beside / who)) if words[0] in ("keys", "new", "next") else ()
        self.typed.append(f"{who}: board {' '.join(words)}")
        return board(self.capsys, root or self.root, *words, "--as", who, "--now", now, *kept)

    def next(self, who: str, *words: str, now: str) -> Ran:
        """Somebody types ``board next``."""
        return self.type(who, "next", SEALED, "--folder", str(self.beside / "folder"), *words, now=now)


def public_lines(printed: str) -> tuple[str, str]:
    """Public key and promise, as `board keys` printed them; the key is empty where there is none."""
    key = re.search(r'recipient: "(age1[0-9a-z]+)"', printed)
    promise = re.search(r'sha256: "([0-9a-f]{64})"', printed)
    assert promise
    return key[1] if key else "", promise[1]


def sealed_bid(login: str, recipient: str) -> bytes:
    """A bid that only the officer can open."""
    parts: tuple[Part, ...] = ("offer", "answers")
    groups: dict[Part, Group] = {
        part: group(write_opening(opening(login, part, key=recipient)), recipient) for part in parts
    }
    return sealed_file(login, groups)


def filled_in(path: Path) -> None:
    """The sheet with a mark for each bid; the one that is to fail is the first."""
    text = path.read_text("utf-8").replace("languages: []", "languages: [en, fr]")
    path.write_text(text.replace('result: ""', "result: fail", 1).replace('result: ""', "result: pass"), "utf-8")


def posted(people: People, made: Host) -> str:
    """The posting, from keys to approval; the public key."""
    recipient, promise = public_lines(people.type(OFFICER, "keys", SEALED, now=BEFORE).out)
    pasted = ("--commit", f"{OFFICER}:{promise}", "--recipient", f"{recipient}:{OFFICER}")
    chosen = ("--method", "fixed-price-draw", *pasted)
    clone = people.beside / "clone"
    git(people.beside, "clone", "-q", str(made.root), str(clone))
    assert people.type(OWNER, "new", "opportunity", SEALED, *chosen, now=BEFORE, root=clone).code == 0
    path = clone / opportunity_path(SEALED)
    path.write_bytes(written(path.read_text("utf-8")))
    git(clone, "add", "-A")
    git(clone, "-c", "user.name=x", "-c", f"user.email={OWNER}@users.noreply.example.invalid", "commit", "-qm", "Post")
    people.typed.append(f"{OWNER}: git push")
    done = pushed(clone, "origin", f"HEAD:refs/heads/posts/{OWNER}/{SEALED}")
    assert done.code == 0, done.said
    assert people.type(OFFICER, "post", SEALED, now=BEFORE).code == 0
    return recipient


def written(form: str) -> bytes:
    """The request of `keyboard-map` with what the program filled into the form: the promises to the draw."""
    promises = re.findall(r'    - by: "([a-z-]+)"\n      sha256: "([0-9a-f]{64})"', form)
    assert [by for by, _ in promises] == [OWNER, OFFICER]
    request = files()[opportunity_path(SEALED)]
    for by, digest in promises:
        promised = rb'(by: "%s"\n *sha256: ")[0-9a-f]+' % by.encode()
        request = re.sub(promised, rb"\g<1>" + digest.encode(), request, count=1)
    return request


def test_a_sealed_draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From posting to award and proof: eight commands."""
    places = (opportunity_path(SEALED), sealing_path(SEALED))
    made = hosted(tmp_path, now=BEFORE, board={path: data for path, data in files().items() if path not in places})
    people = People(made.root, tmp_path, capsys)
    recipient = posted(people, made)
    made.at(OPEN)
    git(made.world.root, "fetch", "-q", str(made.root), "+main:main")
    for login in BIDDERS:
        head = made.world.bid(login, SEALED, sealed_bid(login, recipient))
        assert made.push(f"+{head}:refs/heads/bids/{login}/{SEALED}").code == 0
    (tmp_path / "folder").mkdir(mode=0o700)

    declared = people.next(OWNER, "--declare", "none", now=CLOSED)
    opened = people.next(OFFICER, now=CLOSED)
    filled_in(tmp_path / "folder" / "sheets" / f"{OWNER}.yml")
    done = people.next(OWNER, "--done", now=LATER)
    awarded = people.next(OFFICER, now=LATER)

    assert [ran.code for ran in (declared, opened, done, awarded)] == [0, 0, 0, 0], awarded
    assert declared.out.splitlines()[-5:] == [
        f"What is due for {SEALED}:",
        "Open the sealed bids, all at once.",
        f"    By: {OFFICER}.",
        "    Until: October 28, 2026, 11:59:59\u00a0p.m. EDT.",
        f"    Command: board unseal {SEALED} --as {OFFICER} --folder DIR",
    ]
    assert f"a sheet to fill in, for {OWNER}." in opened.out
    kinds = [type(line.entry).__name__ for line in made.lines()]
    assert kinds[len(BIDDERS) :] == ["Declared", "Opened", "Sheet", "Evaluated", "Secret", "Secret"]
    assert [line.entry.by for line in made.lines() if isinstance(line.entry, Secret)] == [OWNER, OFFICER]
    assert awarded.out.splitlines()[-1] == "Nothing is due: there is an outcome."
    assert len(git(made.root, "tag", "--list", f"award/{SEALED}/*").splitlines()) == 1
    assert board(capsys, made.root, "verify").code == 0
    assert len(people.typed) <= 8, people.typed


def test_an_open_purchase_at_the_lowest_price(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written, committed, awarded: three commands."""
    request = opportunity_path(REF)
    root = tmp_path / "board"
    work_tree(root, {path: data for path, data in files().items() if path != request})
    people = People(root, tmp_path, capsys)

    people.typed.append(f"{OWNER}: board new opportunity")
    written = "2026-09-08T08:12:00-04:00"
    assert board(capsys, root, "new", "opportunity", REF, "--bids", "public", "--now", written).code == 0
    (root / request).write_bytes(files()[request])
    git(root, "add", request)
    people.typed.append(f"{OWNER}: git commit")
    git(root, "-c", "user.name=x", "-c", f"user.email={OWNER}@users.noreply.example.invalid", "commit", "-qm", "Post")
    for login, data in bids_on_branches().items():
        git(root, "switch", "-q", "-c", f"bids/{login}/{REF}", "main")
        path = root / f"opportunities/{REF}/bids/{login}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        git(root, "add", "-A")
        email = f"user.email={login}@users.noreply.example.invalid"
        git(root, "-c", "user.name=x", "-c", email, "commit", "-qm", "Bid")
    git(root, "switch", "-q", "main")
    awarded = people.type(OFFICER, "next", REF, now=AWARD)

    assert awarded.code == 0, awarded
    assert "Nothing is due: there is an outcome." in awarded.out
    assert (root / f"opportunities/{REF}/awards/maple-works/award.yml").is_file()
    assert len(people.typed) == 3
    again = people.type(OFFICER, "next", REF, "--format", "json", now=AWARD)
    assert (again.code, again.report["state"], again.report["done"]) == (0, "awarded", [])


def test_an_open_purchase_on_a_host(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bids in clear with a criterion are closed by whoever asks, evaluated by their evaluator, and then awarded."""
    made, folder = hosted(tmp_path), tmp_path / "folder"
    people = People(made.root, tmp_path, capsys)
    folder.mkdir()
    nobody = people.type(OFFICER, "next", REF, now=AWARD)
    for login in bids_on_branches():
        made.bid(login)

    closed = people.type(OFFICER, "next", REF, "--format", "json", now=AWARD)
    written = people.type(OWNER, "next", REF, "--folder", str(folder), "--declare", "none", now=AWARD)
    filled_in(folder / "sheets" / f"{OWNER}.yml")
    done = people.type(OWNER, "next", REF, "--folder", str(folder), "--done", now=AWARD)
    awarded = people.type(OFFICER, "next", REF, "--folder", str(folder), "--format", "json", now=AWARD)

    assert (nobody.code, f"Command: board cancel {REF} --as {OFFICER} --reason no-bid" in nobody.out) == (0, True)
    assert [step["step"] for step in closed.report["done"]] == ["close"]
    assert [(duty["step"], duty["by"]) for duty in closed.report["due"]] == [("declare", [OWNER])]
    assert (written.code, "Fill in the sheet and hand it in" in written.out) == (0, True)
    assert (done.code, "Award to whom the method selects." in done.out) == (0, True), done
    assert [step["step"] for step in awarded.report["done"]] == ["award"]
    assert (awarded.code, awarded.report["state"]) == (0, "awarded")
    assert board(capsys, made.root, "verify").code == 0
