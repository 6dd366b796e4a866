"""`board seal`: nothing of price and answers is left to be read, and nothing that a supplier wrote is lost."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.awarding import board, files
from tests.cli.checking import Ran
from tests.sealing import key
from tests.worlds import git, work_tree, write

from board.adapters.keys import opened
from board.adapters.resources import schemas
from board.core.schema import Schemas
from board.core.text import LANGUAGES, Language
from board.jobs.reading import Content, read_bid
from board.model.reference import bid_branch, bid_path
from board.model.sealing import PARTS
from board.state.armour import flaw
from board.state.opened import envelope_of, opened_bid

REF = "dex-mex/2026/keyboard-map"
PATH = bid_path(REF, "maple-works")
SEALING = f"opportunities/{REF}/sealing.yml"
NOW = ("--now", "2026-09-20T09:00:00-04:00")

# Words that no output may repeat before the bids are opened.
NAME, ANSWER = "Érablière numérique", "In 2025 I made a Leaflet store locator usable by keyboard."
CLEAR = f"""schema: 1
opportunity: "{REF}"
bidder: "maple-works"
language: "en"
amendment: 0
# I could do it for 7,654.
offer:
  price: "8000.00"
answers:
  name: "{NAME}"
  delivery_date: "2026-11-13"
  registered_for_tax: true
  terms: "2026-1"
  publish_answers: true
  declares: true
  responses:
    keyboard-work: "{ANSWER}"
"""


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A work tree with the opportunity, whose key is that of the tests, and a bid in clear."""
    tree = files()
    tree[SEALING] = f'schema: 1\nkeeper: "a-tremblay"\nrecipient: "{key().recipient}"\n'.encode()
    root = work_tree(tmp_path / "board", tree)
    write(root, {PATH: CLEAR.encode()})
    return root


def seal(
    capsys: pytest.CaptureFixture[str], root: Path, *words: str, bid: Path | None = None, lang: Language = "en"
) -> Ran:
    """Run ``board seal`` with a folder of copies beside the board."""
    keep = ("--keep", str(root.parent / "mine"))
    return board(capsys, root, "seal", str(bid or root / PATH), *keep, *NOW, *words, lang=lang)


def mine(root: Path) -> dict[str, bytes]:
    """The copies, by the end of their name."""
    folder = root.parent / "mine"
    return {path.name.split(".", 5)[-1]: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_seals_in_place(there: Path, capsys: pytest.CaptureFixture[str], language: Language) -> None:
    """What is filed opens with the key and says what was in clear; the copies are the supplier's alone."""
    ran = seal(capsys, there, lang=language)

    data = (there / PATH).read_bytes()
    filed = read_bid("maple-works", PATH, Content(data), Schemas(schemas()))
    assert ran.code == 0, ran.err
    assert filed.bid is not None
    sealed = {part: each.sealed for part in PARTS if (each := envelope_of(filed.bid, part))}
    assert {flaw(each) for each in sealed.values()} == {None}
    texts = dict(zip(sealed, opened(sealed.values(), key().identity), strict=True))
    seen = opened_bid(filed, texts, REF, key().recipient, Schemas(schemas())).filed.bid
    assert seen is not None
    assert seen.answers is not None
    assert (f"{seen.price}", seen.answers.name) == ("8000.00", NAME)
    assert mine(there) == {"yml": CLEAR.encode(), "offer.json": texts["offer"], "answers.json": texts["answers"]}
    assert {path.stat().st_mode & 0o777 for path in (there.parent / "mine").iterdir()} == {0o600}


def test_leaves_nothing_to_be_read(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither in the file, nor beside it, nor in what is printed; comments too are left out."""
    ran = seal(capsys, there)

    left = b"".join(path.read_bytes() for path in (there / "opportunities" / REF / "bids").iterdir())
    for word in (NAME, ANSWER, "8000.00", "7,654", "2026-11-13"):
        assert word.encode() not in left
        assert word not in ran.out + ran.err
    assert board(capsys, there, "check", PATH, *NOW).code == 0


def test_a_branch_that_is_there_is_not_made_again(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines that follow can be pasted, whether the branch was made before or not."""
    branch = bid_branch("maple-works", REF)
    data = (there / PATH).read_bytes()

    assert f"\n    git switch -c {branch}\n" in seal(capsys, there).out
    git(there, "switch", "-q", "-c", branch)
    write(there, {PATH: data})
    assert f"\n    git switch {branch}\n" in seal(capsys, there).out


def test_a_bid_in_clear_is_refused_and_the_sealed_one_is_not(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check says to seal it."""
    ran = board(capsys, there, "check", PATH, "--format", "json", *NOW)
    assert (ran.code, ran.codes) == (1, ["BID116"])
    assert "`board seal`" in ran.report["findings"][0]["fix"]["en"]


def test_says_that_it_is_sealed(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time nothing is written, and it is said how to change the bid."""
    seal(capsys, there)
    before, kept = (there / PATH).read_bytes(), mine(there)

    ran = seal(capsys, there)

    assert ran.code == 0
    assert "is sealed already; nothing was written" in ran.out
    assert ((there / PATH).read_bytes(), mine(there)) == (before, kept)


def test_is_sealed_anew_from_the_copy(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sealed bid is replaced, and the copies of the first stay: it may be the one that was sent."""
    seal(capsys, there)
    first = (there / PATH).read_bytes()
    changed = there.parent / "changed.yml"
    changed.write_text(CLEAR.replace("true\n  responses", "true\n  responses", 1).replace("2026-11-13", "2026-11-14"))

    ran = seal(capsys, there, bid=changed)

    assert ran.code == 0, ran.err
    assert (there / PATH).read_bytes() != first
    assert changed.exists()
    assert len(list((there.parent / "mine").iterdir())) == 6


def test_two_sealings_of_one_bid_have_nothing_in_common(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody sees from outside whether something was changed."""
    seal(capsys, there)
    first = (there / PATH).read_text("utf-8").splitlines()
    (there / PATH).write_text(CLEAR)
    seal(capsys, there)
    second = (there / PATH).read_text("utf-8").splitlines()

    same = {line for line in first if line in second and not line.startswith("#")}
    assert not any("sha256" in line or len(line) > 60 for line in same)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('price: "8000.00"', 'price: "7999.99"', "BID102"),
        (f'"{ANSWER}"', f'"{"word " * 300}"', "BID106"),
        ("declares: true", "declares: false", "BID107"),
        (f'name: "{NAME}"', "", "SCH101"),
    ],
)
def test_refuses_what_would_not_count(
    there: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    """While it can be mended, with the line in clear; nothing is written, and no copy is made."""
    (there / PATH).write_text(CLEAR.replace(old, new))

    ran = seal(capsys, there, "--format", "json")

    assert (ran.code, ran.codes) == (1, [code])
    assert ran.report["findings"][0]["line"] > 0
    assert (there / PATH).read_text("utf-8") == CLEAR.replace(old, new)
    assert mine(there) == {}


def test_refuses_answers_that_fit_no_envelope(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By their length."""
    more = "".join(f'    other-{number}: "{"x" * 9000}"\n' for number in range(4))
    (there / PATH).write_text(CLEAR + more)

    ran = seal(capsys, there)

    assert ran.code == 2
    assert "and it holds 32768. Shorten the answers; nothing was written." in ran.err
    assert mine(there) == {}


def test_refuses_a_place_elsewhere_in_a_repository(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There it would be committed one day; outside it is taken, and stays where it is."""
    inside, outside = there / "draft.yml", there.parent / "draft.yml"
    (there / PATH).rename(inside)
    assert "lies in" in seal(capsys, there, bid=inside).err
    inside.rename(outside)

    ran = seal(capsys, there, bid=outside)

    assert ran.code == 0
    assert (there / PATH).exists()
    assert outside.read_text("utf-8") == CLEAR


def test_refuses_to_write_over_another_bid_in_clear(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody wrote stays as it is."""
    outside = there.parent / "other.yml"
    outside.write_text(CLEAR)

    ran = seal(capsys, there, bid=outside)

    assert ran.code == 2
    assert (there / PATH).read_text("utf-8") == CLEAR


def test_refuses_copies_in_a_repository(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The plaintexts are worth what the bid is."""
    ran = board(capsys, there, "seal", str(there / PATH), "--keep", str(there / "mine"), *NOW)

    assert ran.code == 2
    assert not (there / "mine").exists()
    assert (there / PATH).read_text("utf-8") == CLEAR


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "northbit"), "is the bid of maple-works."),
        (("--now", "2026-09-28T14:00:01-04:00"), "took bids until"),
    ],
)
def test_refuses(there: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    """Exit code 2, one sentence, and the bid as it was."""
    ran = seal(capsys, there, *words)

    assert ran.code == 2
    assert said in ran.err
    assert (there / PATH).read_text("utf-8") == CLEAR


def test_refuses_where_there_is_nothing_to_seal_to(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No file, no key, and bids in clear."""
    assert "cannot be read" in seal(capsys, there, bid=there / "nothing.yml").err
    (there / SEALING).rename(there.parent / "sealing.yml")
    assert "has no valid sealing.yml" in seal(capsys, there).err
    (there / f"opportunities/{REF}/opportunity.yml").write_bytes(
        files()[f"opportunities/{REF}/opportunity.yml"].replace(b'bids: "sealed"', b'bids: "public"')
    )
    assert "takes bids in clear" in seal(capsys, there).err
    assert (there / PATH).read_text("utf-8") == CLEAR


def test_warns_where_the_branch_holds_it_in_clear(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was committed stays in history; the near twin, which was not, has no such line."""
    assert seal(capsys, there).err == ""
    (there / PATH).write_text(CLEAR)
    git(there, "add", "-A")
    git(there, "-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "-qm", "Bid")

    assert seal(capsys, there).err.startswith("The last commit of this branch holds the bid in clear.")


def test_what_was_committed_in_clear_is_taken_out(
    there: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """By the line that is told, before it is pushed; once it was pushed, what is public is said to be."""
    clone = tmp_path / "clone" / "board"
    git(tmp_path, "clone", "-q", str(there), str(clone))
    git(clone, "switch", "-q", "-c", bid_branch("maple-works", REF))
    write(clone, {PATH: CLEAR.encode()})
    commit = ("-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "-qm", "Bid", PATH)
    git(clone, "add", PATH)
    git(clone, *commit)

    told = seal(capsys, clone).err
    subprocess.run(["sh", "-c", told.rpartition(": ")[2]], cwd=clone, check=True, timeout=30)
    git(clone, *commit)

    assert git(clone, "diff", "--name-only", "origin/main", "HEAD") == PATH
    assert NAME not in git(clone, "log", "-p", "origin/main..HEAD")
    write(clone, {PATH: CLEAR.encode()})
    git(clone, *commit)
    git(clone, "push", "-q", "origin", "HEAD")
    assert seal(capsys, clone).err.startswith("The bid in clear was pushed already, and stays public.")


def test_a_plain_folder_will_do(there: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Who bids by mail needs no Git."""
    plain = tmp_path / "plain" / "board"
    write(plain, {path: (there / path).read_bytes() for path in (*files(), PATH)})

    ran = seal(capsys, plain, "--format", "json")

    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["sealed"] == PATH
