"""A host receives what suppliers push with plain Git: receipts, findings and refusals, in a real repository."""

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.awarding import board, files
from tests.hosts import CLEAN, OPEN, Host, hosted, pushed
from tests.worlds import FOLDER, REF, World, bids_on_branches, board_files, empty_world, git, grow, work_tree

from board.adapters import host
from board.adapters.repository import _Writer, act
from board.adapters.snapshot import snapshot
from board.cli.main import run
from board.jobs.hosting import openings, take_in
from board.model.host import Sent
from board.model.snapshot import Edit, Move

GUIDES = Path(__file__).parents[2] / "site" / "content"
BRANCH = f"refs/heads/bids/maple-works/{REF}"


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host while bids are taken."""
    return hosted(tmp_path)


def facts(said: str) -> dict[str, str]:
    """What an English receipt tells: name to fact."""
    found = (line.strip().partition("  ") for line in said.splitlines() if line.startswith("  "))
    return {name: fact.strip() for name, _, fact in found}


def test_a_host_is_made_from_a_board(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has main and tags, a key that nobody else reads, and hooks that run this interpreter; it says its limits."""
    root = tmp_path / "host.git"
    source = work_tree(tmp_path / "board")
    git(source, "-c", "user.name=x", "-c", "user.email=x@y", "tag", "-m", "x", "old", "main")

    ran = board(capsys, source, "host", str(root))

    assert ran.code == 0
    assert "It took over main and tags of" in ran.out
    assert "identity is claimed" in ran.out
    assert git(root, "rev-parse", "main", "old^{}").split() == git(source, "rev-parse", "main", "main").split()
    assert (root / "board" / "key").stat().st_mode & 0o777 == 0o600
    assert git(root, "config", "transfer.hideRefs") == "refs/host"
    key = host.key(root)

    again = board(capsys, source, "host", str(root), lang="fr")

    assert again.code == 0
    assert "est déjà un hôte" in again.out
    assert host.key(root) == key


def test_a_host_without_a_board_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody can bid there yet; it takes a board later."""
    root, other = tmp_path / "host.git", empty_world(tmp_path / "empty.git").root
    assert "It has no board yet." in board(capsys, other, "host", str(root)).out

    refused = pushed(work_tree(tmp_path / "board"), str(root), f"main:{BRANCH}")

    assert refused.code == 1
    assert "this host has no board yet" in refused.said
    assert "It took over main" in board(capsys, tmp_path / "board", "host", str(root)).out


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_guide_is_typed_as_it_stands(tmp_path: Path, language: str) -> None:
    """What the guide says of a host works line by line: made, opened to a key, bid on in two languages, withdrawn."""
    text = (GUIDES / language / "guide" / "host.md").read_text("utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    work_tree(tmp_path / "my-board", files())
    (tmp_path / "maple-works.pub").write_text("ssh-ed25519 AAAA maple\n")
    environment = {**CLEAN, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{CLEAN['PATH']}"}

    def typed(line: str, where: Path) -> str:
        for placeholder, value in {"ORG/YEAR/NAME": REF, "ORG/ANNÉE/NOM": REF, "LOGIN": "maple-works"}.items():
            line = line.replace(placeholder, value)
        done = subprocess.run(["sh", "-c", line], cwd=where, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (line, done.stderr)
        return done.stderr

    for line in lines[:2]:
        typed(line, tmp_path)
    assert (tmp_path / "authorized_keys").read_text().startswith("restrict,command=")
    git(tmp_path, "clone", "-q", "my-board.git", "of-maple-works")
    said = []
    for line in lines[2:5]:
        # Git says goodbye twice where it has nothing to send, and dies of it when the other end is quick.
        who = ("-c", "user.name=maple-works", "-c", "user.email=maple-works@users.noreply.board.invalid")
        git(tmp_path / "of-maple-works", *who, "commit", "-q", "--allow-empty", "-m", "Bid")
        said.append(typed(line, tmp_path / "of-maple-works"))

    assert "Received, without a bid" in said[0]
    assert "Reçu, sans soumission" in said[1]
    assert "Received: the withdrawal" in said[2]
    assert [line.split()[:3] for line in lines[5:]] == [
        ["ssh", lines[5].split()[1], "board"],
        ["git", "push", "origin"],
        ["ssh", lines[5].split()[1], "board"],
    ]


def test_no_host_is_made_over_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with other files, and a repository that somebody works in, are not touched."""
    root = work_tree(tmp_path / "board")

    refused = [board(capsys, root, "host", str(path)) for path in (root, root / ".git")]

    assert [ran.code for ran in refused] == [2, 2]
    assert "holds other files" in refused[0].err
    assert "is no bare repository" in refused[1].err
    assert not (root / ".git" / "board").exists()


def test_a_given_clock_holds_an_instant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise no host is made."""
    (tmp_path / "clock").write_text("noon\n")

    ran = board(capsys, tmp_path, "host", str(tmp_path / "host.git"), "--clock", str(tmp_path / "clock"))

    assert ran.code == 2
    assert not (tmp_path / "host.git").exists()


def test_a_bid_is_receipted_and_judged(made: Host) -> None:
    """The supplier reads both in the output of the push; the log tells nobody whose it is."""
    done = made.bid()

    assert done.code == 0, done.said
    told = facts(done.said)
    (line,) = made.lines()
    assert done.said.splitlines()[:4] == [
        "Trial: nothing published here commits the government yet.",
        f"Received: the bid of maple-works on {REF}.",
        f"Reçu\u00a0: la soumission de maple-works à {REF}.",
        "En français\u00a0: git push -o lang=fr",
    ]
    assert told["receipt"] == "line 1 of the log, September 10, 2026, 12:00\u00a0p.m. EDT (2026-09-10T16:00:00Z)"
    assert told["SHA-256 of the bid"] == hashlib.sha256(bids_on_branches()["maple-works"]).hexdigest()
    assert told["SHA-256 of the line"] == line.sha256 == hashlib.sha256(told["the line"].encode()).hexdigest()
    assert told["identity"].startswith("claimed")
    assert "Nothing is wrong." in done.said
    opening = {"bidder": "maple-works", "blob": told["blob"], "id": None, "salt": told["salt"]}
    opening["sha256"] = told["SHA-256 of the bid"]
    text = json.dumps(opening, sort_keys=True, separators=(",", ":"))
    assert json.loads(told["the line"])["digest"] == hashlib.sha256(text.encode()).hexdigest()
    assert "maple-works" not in git(made.root, "cat-file", "-p", "receipts:receipts.jsonl")
    assert "maple-works" not in git(made.root, "log", "receipts")
    assert made.refs()[BRANCH] == told["commit"]


def test_a_bid_with_findings_is_received_in_french(made: Host) -> None:
    """Receipt and finding stand in the language of the push option, the first lines in both."""
    done = made.bid("northbit", options=("lang=fr",))

    assert done.code == 0
    said = done.said.splitlines()
    assert said[1].startswith("Reçu\u00a0:")
    assert said[2].startswith("Received:")
    assert "ligne 1 du registre" in done.said
    assert "BID101 over-ceiling (erreur)" in done.said
    assert len(made.lines()) == 1


def test_rivals_are_not_named(made: Host) -> None:
    """A bid that looks like another one is received; whose the other is, no supplier reads."""
    made.bid()
    copy = bids_on_branches()["maple-works"].replace(b"maple-works", b"maple-work5")

    done = made.bid("maple-work5", data=copy)

    assert done.code == 0
    assert "maple-works" not in done.said
    assert len(made.lines()) == 2


def test_what_does_not_parse_is_received(made: Host) -> None:
    """A head whose file is no bid is still the last head of its supplier."""
    done = made.bid(data=b"{[\n")

    assert done.code == 0
    assert "line 1 of the log" in done.said
    assert "(error)" in done.said


def test_a_withdrawal_is_receipted(made: Host) -> None:
    """The branch goes; its line hides that it is a withdrawal; the receipts can be read again."""
    made.bid()
    done = made.push(f":{BRANCH}")

    assert done.code == 0
    assert f"Received: the withdrawal of maple-works on {REF}." in done.said
    assert "  No bid of maple-works counts any more, until one is pushed." in done.said
    assert BRANCH not in made.refs()
    with snapshot(made.root) as seen:
        opened = openings(seen, made.lines(), host.key(made.root))
    assert [one.head.blob == "" for one in opened.values()] == [False, True]


def test_receipts_are_told_again(made: Host, capsys: pytest.CaptureFixture[str]) -> None:
    """For a reply that got lost; the same lines, and nothing for who sent nothing."""
    first = facts(made.bid().said)

    ran = board(capsys, made.root, "host", str(made.root), "--receipts", "maple-works", REF)
    nothing = board(capsys, made.root, "host", str(made.root), "--receipts", "northbit", REF)

    assert (ran.code, nothing.code) == (0, 1)
    assert {name: fact for name, fact in facts(ran.out).items() if name != "identity"}.items() <= first.items()
    assert len(made.lines()) == 1


def test_the_environment_of_a_push_reaches_no_hook(made: Host, tmp_path: Path) -> None:
    """Neither modules of the pusher nor configuration of Git nor another time zone."""
    (tmp_path / "evil" / "board").mkdir(parents=True)
    (tmp_path / "evil" / "board" / "__init__.py").write_text("raise SystemExit(1)\n")
    head = made.world.bid()
    poison = {
        "PYTHONPATH": str(tmp_path / "evil"),
        "PYTHONSTARTUP": str(tmp_path / "none"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.abbrev",
        "GIT_CONFIG_VALUE_0": "12",
        "TZ": "Asia/Tokyo",
    }

    done = made.push(f"{head}:{BRANCH}", environment=poison)

    assert done.code == 0, done.said
    assert "Received" in done.said


def test_nobody_proves_a_login_by_a_variable(made: Host) -> None:
    """The forced command signs what it hands on; over a file path a login stays a claim."""
    head = made.world.bid()

    done = made.push(f"{head}:{BRANCH}", environment={host.PUSHER: f"maple-works:{'0' * 64}"})

    assert facts(done.said)["identity"].startswith("claimed")


def test_a_receipt_stands_when_the_rest_fails(made: Host) -> None:
    """Where main holds no board that could judge, the bid is received all the same, and the push says both."""
    broken = made.world.change({"opportunities/policy.yml": b"{[\n"})
    git(made.root, "fetch", "-q", str(made.world.root), f"+{broken}:refs/heads/main")

    done = made.bid()

    assert done.code == 0
    assert "line 1 of the log" in done.said
    assert "could not be judged" in done.said


def _harms(made: Host) -> dict[str, tuple[str, str]]:
    """Name to what is pushed, and what the answer says."""
    world, bid = made.world, made.world.bid()
    many = bid
    for number in range(30):
        many = world.commit(world.git("rev-parse", f"{bid}^{{tree}}"), [many], message=str(number))
    files: dict[str | bytes, bytes | None] = {f"{FOLDER}/bids/{number}.yml": b"%d\n" % number for number in range(300)}
    return {
        "main": (f"{bid}:refs/heads/main", "only branches bids/LOGIN/REF"),
        "receipts": (f"{bid}:refs/heads/receipts", "only branches bids/LOGIN/REF"),
        "tag": (f"{bid}:refs/tags/closing/x", "only branches bids/LOGIN/REF"),
        "mail": (f"{bid}:refs/heads/bids/mail-1/{REF}", "belongs to another login"),
        "name": (f"{bid}:refs/heads/bids/maple-works", "is not called bids/LOGIN/REF"),
        "post": (f"{bid}:refs/heads/posts/maple-works/{REF}", "holds no delegation"),
        "commits": (f"{many}:{BRANCH}", "more than 30 commits"),
        "objects": (f"{world.change(files)}:{BRANCH}", "more than 300 files"),
        "bytes": (f"{world.change({'big': os.urandom(2 << 20)})}:{BRANCH}", "more than 2\u00a0MiB"),
    }


def test_what_would_harm_the_repository_is_refused(made: Host) -> None:
    """Each by its name, in both languages, with nothing moved; attempts on a procurement leave a line."""
    before = made.refs()
    for name, (pushed_ref, said) in _harms(made).items():
        done = made.push(pushed_ref, options=("lang=en",))
        assert done.code == 1, name
        assert "Refused, nothing was taken in: " in done.said, name
        assert "Refusé, rien n’a été reçu\u00a0: " in done.said, name
        assert said.replace("\u00a0", " ") in done.said.replace("\u00a0", " "), (name, done.said)
    after = dict(made.refs())

    assert len(made.lines()) == 5
    after.pop("refs/heads/receipts")
    assert after == before


def test_refs_of_the_host_are_hidden(made: Host) -> None:
    """Git itself refuses to move them, and nobody is shown them."""
    made.bid()
    assert "hidden ref" in made.push("main:refs/host/received/9/x").said
    assert "refs/host" not in git(made.world.root, "ls-remote", str(made.root))


def test_thirty_commits_and_malformed_objects(made: Host) -> None:
    """The near twin is taken in; what fsck refuses does not come that far."""
    world, bid = made.world, made.world.bid()
    head = bid
    for number in range(29):
        head = world.commit(world.git("rev-parse", f"{bid}^{{tree}}"), [head], message=str(number))
    blob = world.blob(b"x\n")
    bad = world.commit(world.raw_tree([("100644", b".git", blob)]), ["main"])

    assert made.push(f"{head}:{BRANCH}").code == 0
    refused = made.push(f"+{bad}:{BRANCH}")

    assert refused.code == 1
    assert "fsck" in refused.said
    assert made.refs()[BRANCH] == head


def test_of_several_refs_each_is_answered(made: Host) -> None:
    """The bid is taken in beside a ref that is not; more than ten are none."""
    head = made.world.bid()

    done = made.push(f"{head}:{BRANCH}", f"{head}:refs/heads/main2")
    many = made.push(*(f"{head}:refs/heads/bids/maple-works/dex-mex/2026/x-{n}" for n in range(11)))

    assert (done.code, many.code) == (1, 1)
    assert set(made.refs()) >= {BRANCH}
    assert "refs/heads/main2" not in made.refs()
    assert "more than 10 refs" in many.said
    assert len(made.lines()) == 1


def test_two_pushes_at_once_both_get_their_receipts(made: Host) -> None:
    """The chain is whole, and each opens its own line."""
    heads = {login: made.world.bid(login) for login in ("maple-works", "northbit", "atelier-boreal")}
    running = {
        login: subprocess.Popen(
            ["git", "push", str(made.root), f"{head}:refs/heads/bids/{login}/{REF}"],
            cwd=made.world.root,
            env=CLEAN,
            stderr=subprocess.PIPE,
            text=True,
        )
        for login, head in heads.items()
    }
    said = {login: process.communicate(timeout=120)[1] for login, process in running.items()}

    assert [process.returncode for process in running.values()] == [0, 0, 0], said
    assert len(made.lines()) == 3
    with snapshot(made.root) as seen:
        opened = openings(seen, made.lines(), host.key(made.root))
    assert sorted(one.head.bidder for one in opened.values()) == sorted(heads)


def test_a_push_that_was_killed_half_way_is_completed(made: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed behind the receipt, the next act moves the branch; asked again, the supplier gets the same receipt."""
    head = made.world.bid()
    git(made.root, "fetch", "-q", str(made.world.root), head)
    whole = _Writer._move

    def killed(writer: _Writer, moves: list[Move], edit: Edit) -> None:
        whole(writer, moves[:2], edit)
        raise KeyboardInterrupt

    assert made.push(f"{head}:{BRANCH}").code == 0
    next_head = made.world.change({"note": b"x\n"}, head)
    git(made.root, "fetch", "-q", str(made.world.root), next_head)
    monkeypatch.setattr(_Writer, "_move", killed)
    with pytest.raises(KeyboardInterrupt):
        _take_in(made, next_head)
    monkeypatch.undo()
    assert made.refs()[BRANCH] == head
    assert len(made.lines()) == 2

    again = made.push(f"+{next_head}:{BRANCH}")

    assert again.code == 0
    assert "Nothing new: this is the receipt that was given for it." in again.said
    assert facts(again.said)["SHA-256 of the line"] == made.lines()[1].sha256
    assert made.refs()[BRANCH] == next_head
    assert len(made.lines()) == 2


def _take_in(made: Host, head: str) -> None:
    old = made.refs()[BRANCH]
    key = host.key(made.root)
    act(made.root, lambda seen: take_in(seen, Sent(BRANCH, old, head), datetime.fromisoformat(OPEN), key).outcome)


def test_what_receipts_name_survives_every_cleaning(made: Host) -> None:
    """Replaced, withdrawn and cleaned up, each head still opens its line."""
    made.bid()
    made.bid(data=bids_on_branches()["maple-works"].replace(b"1950.00", b"1940.00"))
    made.push(f":{BRANCH}")
    git(made.root, "reflog", "expire", "--expire=now", "--all")
    git(made.root, "gc", "--quiet", "--prune=now")

    with snapshot(made.root) as seen:
        opened = openings(seen, made.lines(), host.key(made.root))

    assert list(opened) == [1, 2, 3]
    assert len({one.head.blob for one in opened.values()}) == 3


ENDED = board_files()["opportunities/dex-mex/2026/alt-text/cancellation.yml"]


@pytest.mark.parametrize(
    ("slug", "now", "name"),
    [
        ("no-such", OPEN, "CHG132 no-such-opportunity"),
        ("keyboard-map", "2026-09-09T12:00:00-04:00", "BID109 before-publication"),
        ("alt-text", "2026-09-16T12:00:00-04:00", "BID110 after-closing"),
        ("date-filter", OPEN, "BID113 cancelled-opportunity"),
    ],
)
def test_a_bid_for_whatever_is_not_open_is_received(made: Host, slug: str, now: str, name: str) -> None:
    """Unknown, planned, closed or cancelled: a receipt, and what is wrong with it by its name."""
    made.at(now)
    ref = f"dex-mex/2026/{slug}"
    if slug == "date-filter":
        grow(World(made.root), {f"{FOLDER}/cancellation.yml": ENDED.replace(b"alt-text", b"date-filter")})
    bid = bids_on_branches()["maple-works"].replace(REF.encode(), ref.encode())
    head = made.world.bid(ref=ref, data=bid)

    done = made.push(f"{head}:refs/heads/bids/maple-works/{ref}")

    assert done.code == 0, done.said
    assert "line 1 of the log" in done.said
    assert f"{name} (error)" in done.said


def test_a_push_that_is_too_large_does_not_come_in(made: Host) -> None:
    """Git ends it while it is still arriving."""
    head = made.world.change({"big": os.urandom(5 << 20)})

    refused = made.push(f"{head}:{BRANCH}")

    assert refused.code == 1
    assert made.refs().keys() == {"refs/heads/main"}


def test_a_full_disk_refuses_the_push(made: Host) -> None:
    """Where the receipt cannot be written nothing is taken in, and the supplier is told in both languages."""
    hook = made.root / "hooks" / "proc-receive"
    whole = hook.read_text("utf-8")
    hook.write_text(whole.replace("exec env", "ulimit -f 0\nexec env"), "utf-8")

    refused = made.bid()

    assert refused.code == 1
    assert "The host failed, and nothing was taken in" in refused.said
    assert "L’hôte a échoué, et rien n’a été reçu" in refused.said
    assert BRANCH not in made.refs()
    hook.write_text(whole, "utf-8")
    assert made.bid().code == 0
    assert len(made.lines()) == 1


def test_a_signer_that_cannot_be_handed_on_refuses_the_push(made: Host) -> None:
    """Both languages, and nothing taken in."""
    (made.root / "board" / "signed").touch()

    refused = made.bid()

    assert refused.code == 1
    assert "The host failed, and nothing was taken in" in refused.said
    assert "L’hôte a échoué, et rien n’a été reçu" in refused.said
    assert made.lines() == ()


def test_a_clock_that_jumps_back_is_named_with_both_instants(made: Host) -> None:
    """The receipt is given all the same."""
    made.bid()
    made.at("2026-09-10T11:53:00-04:00")

    done = made.bid("northbit")

    assert done.code == 0
    assert "LOG231 clock-gone-back (warning)" in done.said
    assert "11:53\u00a0a.m. EDT, and before that on September 10, 2026, 12:00\u00a0p.m. EDT" in done.said


def test_a_broken_log_takes_nothing_in(made: Host) -> None:
    """A chain that does not hold is told, and is not gone on with."""
    made.bid()
    broken = made.world.commit(made.world.tree({"receipts.jsonl": b"{}\n"}), branch="broken")
    git(made.root, "fetch", "-q", str(made.world.root), f"+{broken}:refs/heads/receipts")

    refused = made.bid("northbit")

    assert refused.code == 1
    assert "BrokenLogError" in refused.said


def test_the_closing_second_counts_and_the_next_does_not(made: Host) -> None:
    """What comes late is received and receipted; what counts the closing decides."""
    made.at("2026-09-15T14:00:00-04:00")
    assert "Nothing is wrong." in made.bid().said
    made.at("2026-09-15T14:00:01-04:00")

    late = made.bid("atelier-boreal")

    assert late.code == 0
    assert "line 2 of the log" in late.said
    assert "(error)" in late.said


def test_a_signed_push_proves_its_key(made: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its login is that of the key, and it moves no other branch."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "key")], check=True)
    ran = board(capsys, made.root, "host", str(made.root), "--authorize", "maple-works", str(tmp_path / "key.pub"))
    assert ran.out.startswith('restrict,command="')
    signing = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={tmp_path / 'key'}", "-c", "user.name=x")
    words = ["git", *signing, "-c", "user.email=x@y", "push", "--signed", str(made.root)]

    def signed(login: str) -> str:
        ref = f"{made.world.bid(login)}:refs/heads/bids/{login}/{REF}"
        done = subprocess.run([*words, ref], cwd=made.world.root, env=CLEAN, capture_output=True, text=True)
        return done.stderr

    assert "proven by a key" in signed("maple-works")
    assert "belongs to another login" in signed("northbit")
    assert not list((made.root / "board" / "signed").iterdir())


@pytest.mark.parametrize("words", [("Mail-1", "key.pub"), ("mail-1", "key.pub"), ("maple-works", "key"), ("x", "none")])
def test_no_line_is_printed_for_a_wrong_key(made: Host, tmp_path: Path, words: tuple[str, str]) -> None:
    """A login that is none, a file that is no public key, a file that is not there."""
    (tmp_path / "key.pub").write_text("ssh-ed25519 AAAA x\n")
    (tmp_path / "key").write_text("-----BEGIN\n")

    assert run(["host", str(made.root), "--authorize", words[0], str(tmp_path / words[1])]) == 2
