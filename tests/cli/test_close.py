"""`board receive`, `board close` and `board withdraw`, as people run them on a real repository."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.awarding import board, files, purchase_in_a_work_tree, said
from tests.cli.checking import Ran
from tests.worlds import REF, World, bids_on_branches, git, world

from board.adapters.repository import act
from board.jobs.hosting import head_at
from board.jobs.log import BRANCH, appended, log_of
from board.model.reference import bid_branch, bid_path
from board.model.snapshot import Edit, Outcome, Snapshot

CLOSES = datetime.fromisoformat("2026-09-15T14:00:00-04:00")
TAG = f"closing/{REF}"
NOW = "2026-09-15T15:00:00-04:00"
ARRIVED = "2026-09-15T13:50:00-04:00"


def hosted(root: Path, dates: Iterable[str] = ("2026-09-10T12:00:00-04:00",)) -> World:
    """The purchase with a log, as a host in clear would have written it, whatever dates the commits carry."""
    made = world(root, files())
    waiting = list(dates)
    for minute, (login, data) in enumerate(sorted(bids_on_branches().items())):
        branch = bid_branch(login, REF)
        head = made.change({bid_path(REF, login): data}, branch=branch, date=waiting[minute % len(waiting)])
        write(made.root, login, head, CLOSES - timedelta(minutes=30 - minute))
    return made


def write(root: Path, login: str, commit: str, at: datetime) -> None:
    """One line of the log."""

    def decide(seen: Snapshot) -> Outcome:
        new, _ = appended(log_of(seen), REF, at, [head_at(seen, REF, login, commit)])
        return Edit("board", at, (new,))

    act(root, decide)


def mailed(tmp_path: Path, bidder: str = "mail-1") -> str:
    """A file as it lay in the mailbox."""
    path = tmp_path / f"{bidder}.yml"
    path.write_bytes(bids_on_branches()["maple-works"].replace(b'"maple-works"', f'"{bidder}"'.encode()))
    return str(path)


def received(capsys: pytest.CaptureFixture[str], root: Path, path: str, lang: str = "en") -> Ran:
    """Enter a bid by mail, in time."""
    words = ("receive", REF, "--by-mail", path, "--arrived", ARRIVED, "--as", "a-tremblay", "--now", NOW)
    return board(capsys, root, *words, lang=lang)


def test_a_bid_by_mail_is_corrected_by_its_sender(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Refused until somebody looked who sent it; then it can be pushed like the one before."""
    made = hosted(tmp_path / "board")
    path = Path(mailed(tmp_path))
    received(capsys, made.root, str(path))
    first = made.git("rev-parse", bid_branch("mail-1", REF))
    path.write_bytes(path.read_bytes() + b"# mended\n")

    refused = received(capsys, made.root, str(path))
    words = ("receive", REF, "--by-mail", str(path), "--arrived", ARRIVED, "--replaces", "--as", "a-tremblay")
    taken = board(capsys, made.root, *words, "--now", NOW)

    assert (refused.code, "LOG113 mail-number-taken" in refused.out) == (1, True)
    assert taken.code == 0, taken
    assert made.git("rev-parse", f"{bid_branch('mail-1', REF)}^") == first


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_from_the_mailbox_to_the_closing(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Each step whole, and each a second time as a reply that was lost: same bytes, no second record."""
    made = hosted(tmp_path / "board")
    path = mailed(tmp_path)
    read = ("receive", REF, "--mailbox-read", "--as", "a-tremblay", "--now", NOW)

    entered, again = received(capsys, made.root, path, lang), received(capsys, made.root, path, lang)
    mailbox, twice = board(capsys, made.root, *read, lang=lang), board(capsys, made.root, *read, lang=lang)
    closed = board(capsys, made.root, "close", REF, "--now", NOW, lang=lang)
    tag = made.git("rev-parse", TAG)
    closed_again = board(capsys, made.root, "close", REF, "--now", "2026-09-16T15:00:00-04:00", lang=lang)

    assert (entered.code, entered.out) == (0, said("entered", lang))
    assert (again.code, again.out.splitlines()[2:5]) == (0, entered.out.splitlines()[2:5])
    assert (mailbox.code, mailbox.out) == (0, said("mailbox-read", lang))
    assert twice.code == 0
    assert (closed.code, closed.out) == (0, said("closed", lang))
    assert (closed_again.code, closed_again.out.splitlines()[2:]) == (0, closed.out.splitlines()[2:7])
    assert made.git("rev-parse", TAG) == tag
    assert made.git("rev-list", "--count", "receipts") == "5"
    assert made.git("show", f"bids/mail-1/{REF}:{bid_path(REF, 'mail-1')}") == Path(path).read_text().rstrip("\n")
    assert made.git("log", "-1", "--format=%an", "receipts") == "a-tremblay"


def test_a_plain_clone_has_every_losing_bid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the tag, with the log behind it, and none of the histories that bidders chose."""
    made = hosted(tmp_path / "board")
    assert board(capsys, made.root, "close", REF, "--now", NOW).code == 0
    for login in bids_on_branches():
        made.git("update-ref", "-d", f"refs/heads/{bid_branch(login, REF)}")

    git(tmp_path, "clone", "-q", str(made.root), "clone")

    clone = tmp_path / "clone"
    assert git(clone, "ls-tree", "-r", "--name-only", TAG).split("\n") == [
        *(f"bids/{login}.yml" for login in sorted(bids_on_branches())),
        "closing.yml",
    ]
    for login, data in bids_on_branches().items():
        assert git(clone, "show", f"{TAG}:bids/{login}.yml") == data.decode().rstrip("\n")
    assert git(clone, "rev-parse", f"{TAG}^") == git(clone, "rev-parse", "origin/receipts")
    assert git(clone, "log", "--format=%an", TAG).split("\n") == ["board"] * 4


def test_dates_of_commits_change_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Long before, long after, or mixed: the tag is the same object, whenever and wherever it is made."""
    early, late = "2020-01-01T00:00:00+00:00", "2030-01-01T00:00:00+00:00"
    found = set()
    for name, dates in {"a": [early], "b": [late], "c": [early, late], "d": [late, early]}.items():
        made = hosted(tmp_path / name, dates)
        assert (
            board(capsys, made.root, "close", REF, "--now", NOW if name < "c" else "2026-09-15T21:00:00-04:00").code
            == 0
        )
        found.add(made.git("rev-parse", TAG))

    assert len(found) == 1


def test_a_scheduler_closes_what_is_due_and_nothing_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both purchases whose closing is past; then nothing."""
    made = hosted(tmp_path / "board")

    early = board(capsys, made.root, "close", "--due", "--now", "2026-09-15T14:00:00-04:00")
    ran = board(capsys, made.root, "close", "--due", "--now", NOW, "--format", "json")
    again = board(capsys, made.root, "close", "--due", "--now", NOW)

    told = json.loads(ran.out)
    assert (early.code, early.out.splitlines()[-1]) == (0, "Nothing is due.")
    assert [(row["opportunity"], len(row["bids"]), row["written"]) for row in told["closings"]] == [
        ("dex-mex/2026/alt-text", 0, True),
        (REF, 3, True),
    ]
    assert (ran.code, told["ok"]) == (0, True)
    assert (again.code, again.out.splitlines()[-1]) == (0, "Nothing is due.")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_why_it_does_not_close(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Somebody pushed behind the host’s back."""
    made = hosted(tmp_path / "board")
    made.bid("maple-works", data=b"x")
    made.change({bid_path(REF, "late-comer"): b"x"}, branch=bid_branch("late-comer", REF))

    ran = board(capsys, made.root, "close", REF, "--now", NOW, lang=lang)

    assert (ran.code, ran.out) == (1, said("not-closed", lang))
    assert made.git("tag", "--list") == ""


def test_a_receipt_behind_the_cut_is_told_with_the_closing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stands, and the exit code says that a bid is indeterminate."""
    made = hosted(tmp_path / "board")
    assert board(capsys, made.root, "close", REF, "--now", NOW).code == 0

    warned = received(capsys, made.root, mailed(tmp_path))
    ran = board(capsys, made.root, "close", REF, "--now", NOW, "--format", "json")

    told = json.loads(ran.out)
    assert warned.code == 0
    assert "LOG116" in warned.out
    assert (ran.code, [one["code"] for one in told["findings"]]) == (1, ["LOG110"])
    assert len(told["closings"]) == 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_supplier_takes_a_bid_back(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """And is told so once more."""
    made = hosted(tmp_path / "board")
    words = ("withdraw", REF, "--as", "northbit", "--now", "2026-09-15T13:59:00-04:00")

    ran, again = board(capsys, made.root, *words, lang=lang), board(capsys, made.root, *words, lang=lang)

    assert (ran.code, ran.out) == (0, said("withdrawn", lang))
    assert (again.code, again.out.splitlines()[2:]) == (0, ran.out.splitlines()[2:4])
    assert made.git("for-each-ref", f"refs/heads/bids/northbit/{REF}") == ""
    assert made.git("rev-list", "--count", BRANCH) == "4"


def test_nobody_saws_off_the_branch_they_sit_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a work tree the branch is left first; without a log nothing is written but that it goes."""
    root = purchase_in_a_work_tree(tmp_path / "board")
    git(root, "switch", "-q", f"bids/northbit/{REF}")
    words = ("withdraw", REF, "--as", "northbit", "--now", "2026-09-15T13:59:00-04:00")

    stuck = board(capsys, root, *words)
    git(root, "switch", "-q", "main")
    ran = board(capsys, root, *words, "--format", "json")

    assert (stuck.code, "git switch main" in stuck.err) == (2, True)
    told = json.loads(ran.out)
    assert (ran.code, told["receipt"], told["written"]) == (0, None, True)
    assert git(root, "branch", "--list", "bids/northbit/*") == ""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("close",), "either a REF or --due"),
        (("close", REF, "--due"), "either a REF or --due"),
        (("close", "no-ref"), "is no REF"),
        (("close", "dex-mex/2026/nothing"), "no opportunity dex-mex/2026/nothing"),
        (("receive", REF, "--by-mail", "nowhere.yml", "--as", "a-tremblay"), "go together"),
        (("receive", REF, "--mailbox-read", "--arrived", ARRIVED, "--as", "a-tremblay"), "go together"),
        (("receive", REF, "--mailbox-read", "--replaces", "--as", "a-tremblay"), "--replaces goes with --by-mail"),
        (
            ("receive", REF, "--by-mail", "nowhere.yml", "--arrived", ARRIVED, "--as", "a-tremblay"),
            "nowhere.yml cannot be read",
        ),
        (("withdraw", REF, "--bid", "mail-1", "--as", "a-tremblay"), "go together"),
        (("withdraw", REF, "--as", "nobody", "--now", "2026-09-15T13:00:00-04:00"), "no bid of nobody"),
    ],
)
def test_wrong_use_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
) -> None:
    """In one sentence, with exit code 2."""
    made = hosted(tmp_path / "board")

    ran = board(capsys, made.root, *words)

    assert ran.code == 2
    assert named in ran.err


def test_mail_that_is_refused_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the rule that names it."""
    made = hosted(tmp_path / "board")

    ran = board(
        capsys, made.root, "receive", REF, "--by-mail", mailed(tmp_path), "--arrived", ARRIVED, "--as", "m-singh",
        "--now", NOW,
    )  # fmt: skip

    assert ran.code == 1
    assert "AWD102" in ran.out


def test_a_bid_by_mail_can_win(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is closed and awarded like any other, and the award says that mail tells who and when."""
    made = world(tmp_path / "board", files())
    assert received(capsys, made.root, mailed(tmp_path)).code == 0
    officer = ("--as", "a-tremblay", "--now", "2026-09-16T10:05:00-04:00", "--format", "json")
    early = board(capsys, made.root, "award", REF, *officer)
    assert board(capsys, made.root, "receive", REF, "--mailbox-read", *officer).code == 0
    assert board(capsys, made.root, "close", REF).code == 0

    ran = board(capsys, made.root, "award", REF, *officer)

    assert [finding["name"] for finding in early.report["findings"]] == ["step-missing"]
    assert ran.code == 0, ran.out
    assert ran.report["award"]["bidder"] == "mail-1"
    assert (ran.report["award"]["assurance"]["identity"], ran.report["award"]["assurance"]["arrival"]) == (
        "mail",
        "mail",
    )
    assert "receipts" not in ran.report["award"]["waived"]
    proved = {lang: board(capsys, made.root, "verify", lang=lang) for lang in ("en", "fr")}
    assert [ran.code for ran in proved.values()] == [0, 0]
    words = {lang: ran.out.replace("\u00a0", " ").splitlines() for lang, ran in proved.items()}
    assert (
        "    The bid of mail-1 was entered from the mailbox on September 15, 2026, 3:00 p.m. EDT, after the closing; "
        "that it had arrived there on September 15, 2026, 1:50 p.m. EDT is the word of a-tremblay."
    ) in words["en"]
    assert (
        "    La soumission de mail-1 a été inscrite à partir de la boîte courriel le 15 septembre 2026, 15 h HAE, "
        "après la clôture\u202f; qu’elle y soit arrivée le 15 septembre 2026, 13 h 50 HAE repose sur la "
        "parole de a-tremblay."
    ) in words["fr"]


def test_a_branch_without_a_receipt_stops_the_closing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever writes a branch under the name of a bid by mail gains nothing."""
    made = world(tmp_path / "board", files())
    assert received(capsys, made.root, mailed(tmp_path)).code == 0
    forged = Path(mailed(tmp_path, "mail-2")).read_bytes()
    made.change({bid_path(REF, "mail-2"): forged}, branch=bid_branch("mail-2", REF))

    now = ("--now", "2026-09-16T10:05:00-04:00")
    assert board(capsys, made.root, "receive", REF, "--mailbox-read", "--as", "a-tremblay", *now).code == 0

    ran = board(capsys, made.root, "close", REF, *now)

    assert ran.code == 1
    assert "bid-without-receipt" in ran.out
