"""`board settle` on a real host: every kind of doubt from plain pushes to the proof of the award."""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from tests.cli.awarding import AWARD, board, files, said
from tests.cli.checking import Ran
from tests.hosts import Host, hosted
from tests.officers import FIRST, ORGANIZATION, SECOND, TOGETHER
from tests.worlds import FOLDER, REF, bids_on_branches, git

IN_TIME, CLOSED, READ = "2026-09-15T13:50:00-04:00", "2026-09-15T14:00:05-04:00", "2026-09-15T14:10:00-04:00"
BACK = "2026-09-15T13:59:30-04:00"
NOW, LATER = ("--now", "2026-09-15T15:00:00-04:00"), ("--now", "2026-09-16T10:05:00-04:00")
TAG = f"closing/{REF}"
# Whom a delegation of `m-singh` names too.
THIRD = "m-singh"


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host, shortly before the closing, of a board with two officers who may rule."""
    return hosted(tmp_path, now=IN_TIME, board={**files(), ORGANIZATION: TOGETHER.encode()})


def read_mailbox(capsys: pytest.CaptureFixture[str], made: Host) -> None:
    """Here the log is cut."""
    ran = board(capsys, made.root, "receive", REF, "--mailbox-read", "--as", FIRST, "--now", READ)
    assert ran.code == 0, ran.out


def entered(capsys: pytest.CaptureFixture[str], made: Host, folder: Path, *now: str) -> None:
    """A letter that came in time."""
    letter = folder / "mail-1.yml"
    letter.write_bytes(bids_on_branches()["northbit"].replace(b'"northbit"', b'"mail-1"'))
    words = ("--by-mail", str(letter), "--arrived", IN_TIME, "--as", FIRST, *(now or ("--now", CLOSED)))
    ran = board(capsys, made.root, "receive", REF, *words)
    assert ran.code == 0, ran.out


def close(capsys: pytest.CaptureFixture[str], made: Host, *words: str, lang: str = "en") -> Ran:
    """Ask for the closing."""
    return board(capsys, made.root, "close", REF, *NOW, *words, lang=lang)


def names(ran: Ran) -> list[str]:
    """What refuses, of a report."""
    return [one["name"] for one in json.loads(ran.out)["findings"] if one["severity"] == "error"]


def settle(capsys: pytest.CaptureFixture[str], made: Host, who: str, *words: str, lang: str = "en") -> Ran:
    """The word of one officer."""
    return board(capsys, made.root, "settle", REF, *words, "--as", who, *NOW, lang=lang)


def both(capsys: pytest.CaptureFixture[str], made: Host, *words: str) -> None:
    """The same word of two."""
    for who in (FIRST, SECOND):
        ran = settle(capsys, made, who, *words)
        assert ran.code == 0, ran.out


def of_record(made: Host) -> list[str]:
    """Who is in the tag of the closing."""
    listed = git(made.root, "ls-tree", "-r", "--name-only", TAG).split("\n")
    return [path[len("bids/") : -len(".yml")] for path in listed if path.startswith("bids/")]


def clock_went_back(capsys: pytest.CaptureFixture[str], made: Host) -> None:
    """Two bids in time; then one behind a push after the closing, by a clock that went back."""
    made.bid("atelier-boreal")
    made.bid("maple-works")
    made.at(CLOSED)
    made.push(f"+{made.world.bid('zed', data=b'x')}:refs/heads/bids/zed/{REF}")
    made.at(BACK)
    made.bid("northbit")
    read_mailbox(capsys, made)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_from_a_doubt_to_an_award_that_proves_it(
    made: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """Each answer whole, and each a second time as a reply that was lost: same bytes, no second line."""
    clock_went_back(capsys, made)
    words = ("--receipt", "4", "--counts", "yes", "--because", "clock-wrong")

    waits = close(capsys, made, lang=lang)
    first, again = (settle(capsys, made, FIRST, *words, lang=lang) for _ in range(2))
    alone = close(capsys, made, "--format", "json")
    due = board(capsys, made.root, "next", REF, "--as", SECOND, *NOW, lang=lang)
    second, twice = (settle(capsys, made, SECOND, *words, lang=lang) for _ in range(2))
    done = close(capsys, made, lang=lang)
    tag = git(made.root, "rev-parse", TAG)
    awarded = board(capsys, made.root, "award", REF, "--as", FIRST, *LATER)
    git(tmp_path, "clone", "-q", str(made.root), "clone")

    assert (waits.code, waits.out) == (1, said("doubted", lang))
    assert (first.code, first.out) == (0, said("ruled", lang))
    assert (again.code, again.out.splitlines()[2:]) == (0, first.out.splitlines()[2:6])
    assert (due.code, due.out) == (0, said("ruling-due", lang))
    assert names(alone) == ["contradictory-instants", "lone-ruling"]
    assert (second.code, second.out) == (0, said("settled", lang))
    assert (twice.code, twice.out.splitlines()[2:]) == (0, second.out.splitlines()[2:10])
    assert len(made.lines()) == 7
    assert done.code == 0
    assert of_record(made) == ["atelier-boreal", "maple-works", "northbit"]
    assert close(capsys, made).code == 0
    assert git(made.root, "rev-parse", TAG) == tag
    assert awarded.code == 0, awarded.out
    verified = board(capsys, tmp_path / "clone", "verify")
    assert verified.code == 0, verified.out
    assert git(made.root, "show", f"main:{FOLDER}/rulings.yml") == git(made.root, "show", f"{TAG}:rulings.yml")


def test_the_closing_is_the_same_in_another_clone(
    made: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the key of the host; the rulings came with the log."""
    clock_went_back(capsys, made)
    both(capsys, made, "--receipt", "4", "--counts", "no", "--because", "came-late")
    shutil.copytree(made.root, tmp_path / "copy.git")

    assert close(capsys, made).code == 0
    assert board(capsys, tmp_path / "copy.git", "close", REF, *LATER).code == 0

    assert git(tmp_path / "copy.git", "rev-parse", TAG) == git(made.root, "rev-parse", TAG)
    assert of_record(made) == ["atelier-boreal", "maple-works"]


@pytest.mark.slow
def test_a_lost_key_is_made_good_by_the_receipts_of_suppliers(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever shows the salt of a receipt counts; of a line that nobody shows it is ruled that it does not."""
    salts = {}
    for login in bids_on_branches():
        salts[login] = re.findall(r"salt +([0-9a-f]{64})", made.bid(login).said)[0]
    read_mailbox(capsys, made)
    (made.root / "board" / "key").unlink()
    order = list(bids_on_branches())
    assert names(close(capsys, made, "--format", "json")).count("unopened-line") == 3

    wrong = settle(
        capsys, made, FIRST, "--receipt", "1", "--bidder", order[0], "--salt", salts[order[1]],
        "--counts", "yes", "--because", "receipt-shown", "--format", "json",
    )  # fmt: skip
    for n, login in enumerate(order[:2], 1):
        shown = ("--receipt", str(n), "--bidder", login, "--salt", salts[login])
        both(capsys, made, *shown, "--counts", "yes", "--because", "receipt-shown")
    both(capsys, made, "--receipt", "3", "--counts", "no", "--because", "nothing-shown")
    both(capsys, made, "--bidder", order[2], "--counts", "no", "--because", "nothing-shown")

    assert names(wrong) == ["ruling-without-file"]
    assert close(capsys, made).code == 0
    assert of_record(made) == sorted(order[:2])
    assert board(capsys, made.root, "award", REF, "--as", FIRST, *LATER).code == 0
    assert board(capsys, made.root, "verify").code == 0


@pytest.mark.parametrize("counts", ["yes", "no"])
def test_a_branch_without_a_receipt(made: Host, capsys: pytest.CaptureFixture[str], counts: str) -> None:
    """Somebody wrote to the host’s repository behind its back."""
    made.bid("maple-works")
    head = made.world.bid("northbit")
    git(made.root, "fetch", "-q", str(made.world.root), f"{head}:refs/heads/bids/northbit/{REF}")
    read_mailbox(capsys, made)
    reason = ("--because", "receipt-lost", "--received", IN_TIME) if counts == "yes" else ("--because", "disowned")
    assert names(close(capsys, made, "--format", "json")) == ["bid-without-receipt"]

    told = json.loads(
        settle(capsys, made, FIRST, "--bidder", "northbit", "--counts", counts, *reason, "--format", "json").out
    )
    second = settle(capsys, made, SECOND, "--bidder", "northbit", "--counts", counts, *reason, lang="fr")
    digest = sha256(bids_on_branches()["northbit"]).hexdigest() if counts == "yes" else None

    assert told["ruling"]["sha256"] == digest
    assert (f"    Son fichier\u00a0: SHA-256 {digest}.\n" in second.out) == (counts == "yes")

    assert close(capsys, made).code == 0
    assert of_record(made) == ["maple-works", *(["northbit"] if counts == "yes" else [])]
    assert board(capsys, made.root, "award", REF, "--as", FIRST, *LATER).code == 0
    assert board(capsys, made.root, "verify").code == 0


def test_a_file_that_is_gone(made: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody pruned the repository of a letter: nobody can count it, and two officers say so."""
    made.bid("maple-works")
    entered(capsys, made, tmp_path)
    read_mailbox(capsys, made)
    refs = [name for name in made.refs() if "/mail-1/" in name]
    assert refs
    for name in refs:
        git(made.root, "update-ref", "-d", name)
    git(made.root, "gc", "-q", "--prune=now")
    assert names(close(capsys, made, "--format", "json")) == ["absent-file"]

    yes = ("--receipt", "2", "--counts", "yes", "--because", "receipt-lost", "--format", "json")
    assert names(settle(capsys, made, FIRST, *yes)) == ["ruling-without-file"]
    both(capsys, made, "--receipt", "2", "--counts", "no", "--because", "file-lost")

    assert close(capsys, made).code == 0
    assert of_record(made) == ["maple-works"]
    assert board(capsys, made.root, "award", REF, "--as", FIRST, *LATER).code == 0
    assert board(capsys, made.root, "verify").code == 0


def test_whatever_settles_nothing_is_named(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown line, one that is not in doubt, a stranger, a bidder, an instant that is late, and two who differ."""
    clock_went_back(capsys, made)
    made.bid(THIRD, data=b"x")
    yes, no = ("--counts", "yes", "--because", "clock-wrong"), ("--counts", "no", "--because", "came-late")
    lines = len(made.lines())

    for who, words, name in (
        (FIRST, ("--receipt", "12", *yes), "ruling-on-nothing"),
        (FIRST, ("--bidder", "nobody-here", *no), "ruling-on-nothing"),
        (FIRST, ("--receipt", "1", *no), "ruling-without-doubt"),
        (FIRST, ("--bidder", "maple-works", *no), "ruling-without-doubt"),
        ("maple-works", ("--receipt", "4", *yes), "unknown-officer"),
        (THIRD, ("--receipt", "4", *yes), "ruling-by-bidder"),
        (FIRST, ("--receipt", "4", *yes, "--received", CLOSED), "ruling-out-of-time"),
    ):
        ran = settle(capsys, made, who, *words, "--format", "json")
        assert (ran.code, name in names(ran)) == (1, True), (name, ran.out)
    assert len(made.lines()) == lines

    for who, word in ((FIRST, yes), (SECOND, no)):
        assert settle(capsys, made, who, "--receipt", "4", *word).code == 0
    assert names(close(capsys, made, "--format", "json")) == ["contradictory-instants", "contradictory-rulings"]


@pytest.mark.parametrize("counts", ["yes", "no"])
def test_a_letter_behind_the_cut(made: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str], counts: str) -> None:
    """It changes nothing of the closing: either it does not count, or the purchase is run again."""
    made.bid("maple-works")
    read_mailbox(capsys, made)
    entered(capsys, made, tmp_path, *NOW)
    assert names(close(capsys, made, "--format", "json")) == ["receipt-behind-cut"]
    tag = git(made.root, "rev-parse", TAG)
    guess = board(capsys, made.root, "award", REF, "--as", FIRST, *LATER, "--format", "json")

    reason = "mail-overlooked" if counts == "yes" else "came-late"
    both(capsys, made, "--receipt", "3", "--counts", counts, "--because", reason)
    told = close(capsys, made, "--format", "json")
    due = json.loads(board(capsys, made.root, "next", REF, *NOW, "--format", "json").out)["due"]
    award = board(capsys, made.root, "award", REF, "--as", FIRST, *LATER, "--format", "json")

    assert git(made.root, "rev-parse", TAG) == tag
    assert names(guess) == ["award-over-doubt"]
    assert [one["step"] for one in due] == (["rerun"] if counts == "yes" else ["declare"])
    assert names(told) == (["counted-behind-closing"] if counts == "yes" else [])
    if counts == "yes":
        assert names(award) == ["award-without-counted-bid"]
        text = ("--reason", "flawed", "--text-en", "Again.", "--text-fr", "De nouveau.")
        assert board(capsys, made.root, "cancel", REF, *text, "--as", FIRST, *LATER).code == 0
    else:
        assert award.code == 0, award.out
        assert git(made.root, "show", f"main:{AWARD}")
    assert "receipt-behind-cut" in git(made.root, "show", f"main:{FOLDER}/rulings.yml")
    assert board(capsys, made.root, "verify").code == 0


def test_programs_read_a_ruling(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """With its reason in both languages, and who settled it."""
    clock_went_back(capsys, made)
    words = ("--receipt", "4", "--counts", "no", "--because", "came-late", "--format", "json")

    first, second = (json.loads(settle(capsys, made, who, *words).out) for who in (FIRST, SECOND))

    assert first["ruling"] == {
        "doubt": "contradictory-instants",
        "receipt": 4,
        "bidder": None,
        "counts": False,
        "because": "came-late",
        "reason": {
            "en": "Other evidence shows that it came after the closing.",
            "fr": "D’autres preuves montrent qu’elle est arrivée après la clôture.",
        },
        "received_at": None,
        "sha256": None,
    }
    assert (first["line"], first["settled"], first["written"]) == (6, None, True)
    assert second["settled"] == [{"by": FIRST, "line": 6}, {"by": SECOND, "line": 7}]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--counts", "yes", "--because", "clock-wrong"), "Say which bid"),
        (("--receipt", "0", "--counts", "yes", "--because", "clock-wrong"), "the number of a line"),
        (("--receipt", "x", "--counts", "yes", "--because", "clock-wrong"), "the number of a line"),
        (("--bidder", "a_b", "--counts", "yes", "--because", "clock-wrong"), "the number of a line"),
        (("--receipt", "1", "--salt", "x", "--counts", "yes", "--because", "receipt-shown"), "the number of a line"),
        (("--receipt", "1", "--counts", "no", "--because", "clock-wrong"), "clock-wrong does not go with --counts no"),
        (
            ("--receipt", "1", "--counts", "no", "--because", "came-late", "--received", IN_TIME),
            "go with --counts yes",
        ),
    ],
)
def test_wrong_use_is_named(made: Host, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str) -> None:
    """In one sentence, with exit code 2."""
    ran = settle(capsys, made, FIRST, *words)

    assert ran.code == 2
    assert named in ran.err


def test_a_reason_of_no_list_is_named(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """With the whole list, in the language of who asks."""
    with pytest.raises(SystemExit) as ended:
        settle(capsys, made, FIRST, "--receipt", "1", "--counts", "yes", "--because", "luck", lang="fr")

    assert ended.value.code == 2
    assert "nothing-shown" in capsys.readouterr().err
