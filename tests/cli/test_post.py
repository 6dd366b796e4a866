"""A posting is pushed to a host by its owner and merged there by its approver."""

import json
from pathlib import Path

import pytest
from tests.cli.awarding import ORGANIZATION, board, files
from tests.hosts import Host, hosted
from tests.worlds import FOLDER, REF, git

REQUEST = f"{FOLDER}/opportunity.yml"
BEFORE = "2026-09-08T08:12:00-04:00"
POSTS = f"refs/heads/posts/m-singh/{REF}"


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host on whose main the opportunity is not yet."""
    return hosted(tmp_path, now=BEFORE, board={path: data for path, data in files().items() if path != REQUEST})


def posting(made: Host, data: bytes | None = None, login: str = "m-singh") -> str:
    """What the owner of `date-filter` reads on pushing its posting."""
    content = files()[REQUEST] if data is None else data
    head = made.world.change({REQUEST: content}, email=f"{login}@users.noreply.example.invalid")
    done = made.push(f"+{head}:refs/heads/posts/{login}/{REF}")
    assert done.code == 0, done.said
    return done.said


def test_the_approver_merges_what_the_owner_pushed(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """It is judged on the way in, then one commit on main by the approver, whose second parent is the owner's."""
    said = posting(made)
    assert f"Taken in: the posting of m-singh for {REF}." in said
    assert f"Reçu\u00a0: l’occasion de m-singh pour {REF}." in said
    assert "Nothing is wrong." in said
    before, head = git(made.root, "rev-parse", "main", POSTS).split()

    ran = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE)

    assert ran.code == 0, ran.out + ran.err
    assert f"Posted: {REF}, of m-singh." in ran.out
    assert git(made.root, "rev-parse", "main^1", "main^2").split() == [before, head]
    assert git(made.root, "log", "-1", "--format=%an", "main") == "a-tremblay"
    assert git(made.root, "diff", "--name-status", "main^", "main") == f"A\t{REQUEST}"
    assert POSTS not in made.refs()
    assert made.lines() == ()
    again = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE, "--format", "json", lang="fr")
    assert json.loads(again.out)["written"] is False
    assert board(capsys, made.root, "verify").code == 0
    made.at("2026-09-10T12:00:00-04:00")
    git(made.world.root, "fetch", "-q", str(made.root), "+main:main")
    assert "Nothing is wrong." in made.bid().said


@pytest.mark.parametrize(
    ("by", "now", "edit", "code"),
    [
        ("m-singh", BEFORE, (b"", b""), "AWD102"),
        ("maple-works", BEFORE, (b"", b""), "AWD101"),
        ("a-tremblay", "2026-09-08T12:00:00-04:00", (b"", b""), "OPP113"),
        ("a-tremblay", BEFORE, (b'amount: "2400.00"', b'amount: "0.00"'), "OPP"),
    ],
)
def test_a_posting_is_refused_by_what_check_finds(
    made: Host, capsys: pytest.CaptureFixture[str], by: str, now: str, edit: tuple[bytes, bytes], code: str
) -> None:
    """By who may not approve, after its publication, and for what is wrong with it; nothing moves."""
    posting(made, files()[REQUEST].replace(*edit) if edit[0] else None)
    before = made.refs()

    ran = board(capsys, made.root, "post", REF, "--as", by, "--now", now)

    assert ran.code == 1, ran.out
    assert code in ran.out
    assert made.refs() == before


def test_a_posting_that_nobody_or_several_pushed(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is told by name; the approver chooses among several."""
    none = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE)
    assert (none.code, "Nobody pushed a posting" in none.err) == (2, True)
    posting(made)
    git(made.root, "update-ref", f"refs/heads/posts/other/{REF}", git(made.root, "rev-parse", POSTS))

    several = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE)
    chosen = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE, "--owner", "m-singh")

    assert (several.code, "m-singh, other" in several.err) == (2, True)
    assert chosen.code == 0


def test_what_is_no_act_is_not_merged(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """Work beside the record does not come in by this door."""
    head = made.world.change({"README.md": b"x\n"})
    assert made.push(f"{head}:{POSTS}").code == 0

    ran = board(capsys, made.root, "post", REF, "--as", "a-tremblay", "--now", BEFORE)

    assert (ran.code, "is no act of its owner" in ran.err) == (2, True)


def test_a_posting_is_taken_back_and_moves_only_from_where_it_is(made: Host) -> None:
    """Its branch goes when its owner pushes that, and a push that saw another head is refused."""
    posting(made)
    assert "Taken back: the posting of m-singh" in made.push(f":{POSTS}").said
    assert POSTS not in made.refs()


def test_on_a_live_board_nobody_approves_what_they_post(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One person alone is enough on a trial board only."""
    live = {path: data for path, data in files().items() if path != REQUEST}
    settings = "opportunities/board.yml"
    live[settings] = live[settings].replace(b'mode: "trial"', b'mode: "live"')
    live[ORGANIZATION] = live[ORGANIZATION].replace(b'may: ["post",', b'may: ["post", "approve",')
    made = hosted(tmp_path, board=live)
    head = made.world.change({REQUEST: files()[REQUEST]})
    git(made.root, "fetch", "-q", str(made.world.root), f"+{head}:{POSTS}")

    ran = board(capsys, made.root, "post", REF, "--as", "m-singh")

    assert ran.code == 2
    assert "does not approve it as well" in ran.err
