"""Changes by people who mean harm, as real Git objects: each is refused by name, and its honest twin passes."""

from pathlib import Path

import pytest
from tests.cli.checking import check, judge
from tests.worlds import BID, EMAIL, FOLDER, REF, World, bids_on_branches, board_files, open_board_files, world

CAPSYS = pytest.CaptureFixture[str]
BYTES = bids_on_branches()["maple-works"]
RIVAL = f"{FOLDER}/bids/northbit.yml"
WORKFLOW = ".github/workflows/x.yml"


@pytest.fixture
def board(tmp_path: Path) -> World:
    """A bare board with one open opportunity."""
    return world(tmp_path / "board.git")


@pytest.fixture
def decided(tmp_path: Path) -> World:
    """The same board after its award."""
    return world(tmp_path / "board.git", board_files())


def test_an_honest_bid_passes(board: World, capsys: CAPSYS) -> None:
    """The twin of everything below: one file, added, plain, in one commit from main."""
    ran = judge(capsys, board.root, board.bid())

    assert (ran.code, ran.codes) == (0, [])


def test_judging_leaves_nothing_behind(board: World, capsys: CAPSYS) -> None:
    """The object store holds the same objects and bytes after a check, refused or not, as before."""
    good, bad = board.bid(), board.change({RIVAL: b"x\n", BID: BYTES})
    before = board.store()

    judge(capsys, board.root, good)
    judge(capsys, board.root, bad)

    assert board.store() == before


@pytest.mark.parametrize(
    ("files", "modes", "author", "expected"),
    [
        ({BID: BYTES.replace(b"1950", b"1940")}, {}, "maple-works", ["CHG103"]),
        ({BID: None}, {}, "maple-works", ["CHG103"]),
        ({BID: None}, {}, "northbit", ["CHG103"]),
        ({BID: b"opportunity.yml"}, {BID: "120000"}, "maple-works", ["CHG103", "CHG104"]),
    ],
    ids=["modified", "removed", "removed by a rival", "type changed"],
)
def test_p1_a_bid_on_main_stays(
    decided: World,
    capsys: CAPSYS,
    files: dict[str | bytes, bytes | None],
    modes: dict[str, str],
    author: str,
    expected: list[str],
) -> None:
    """Editing, removing or retyping what is on main is refused, whoever does it."""
    ran = judge(capsys, decided.root, decided.change(files, modes=modes), author)

    assert ran.code == 1
    assert [code for code in ran.errors if code.startswith("CHG")] == expected


def test_p1_a_rename_is_two_changes(decided: World, capsys: CAPSYS) -> None:
    """A rival's bid that is moved to one's own name is a removal and an addition."""
    ran = judge(capsys, decided.root, decided.change({BID: None, RIVAL: BYTES}), "northbit")

    assert ran.code == 1
    assert {"CHG102", "CHG103"} <= set(ran.codes)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (f"{FOLDER}/opportunity.yml", "CHG101"),
        (f"{FOLDER}/awards/maple-works/award.yml", "CHG101"),
        ("opportunities/board.yml", "CHG126"),
        ("opportunities/policy.yml", "CHG126"),
        ("opportunities/terms/2026-1/en.md", "CHG126"),
        ("opportunities/LICENSE.md", "CHG126"),
        ("opportunities/dex-mex/organization.yml", "CHG126"),
        ("schema/bid.v1.schema.json", "CHG117"),
        (".github/workflows/bid-check.yml", "CHG117"),
        (".github/CODEOWNERS", "CHG117"),
        (".gitattributes", "CHG117"),
        (".gitmodules", "CHG117"),
    ],
)
def test_p2_a_bid_touches_nothing_else(board: World, capsys: CAPSYS, path: str, code: str) -> None:
    """Each protected path beside a bid is refused."""
    ran = judge(capsys, board.root, board.change({BID: BYTES, path: b"schema: 1\n"}))

    assert ran.code == 1
    assert code in ran.codes


def test_p4_rights_are_read_from_the_base(board: World, capsys: CAPSYS) -> None:
    """Who writes themselves into the organization in the same change has gained nothing by it."""
    path = "opportunities/dex-mex/organization.yml"
    mine = open_board_files()[path].replace(b'"m-singh"', b'"mallory"').replace(b"github:900011", b"github:666")
    head = board.change({path: mine, f"{FOLDER}/opportunity.yml": b"schema: 1\n"})

    ran = judge(capsys, board.root, head, "mallory:666")

    assert ran.code == 1
    assert ran.errors == ["CHG101", "CHG102", "CHG126"]


def test_p5_a_login_that_changed_hands_is_somebody_else(board: World, capsys: CAPSYS) -> None:
    """The same login with another id holds no delegation; the same id with another login does."""
    head = board.change(
        {f"{FOLDER}/cancellation.yml": None, "opportunities/dex-mex/2026/alt-text/opportunity.yml": b"x"}
    )

    taken = judge(capsys, board.root, head, "m-singh:1")
    renamed = judge(capsys, board.root, head, "meera:900011")

    assert "CHG101" in taken.codes
    assert "CHG101" not in renamed.codes


def test_p6_one_supplier_one_bid(decided: World, capsys: CAPSYS) -> None:
    """A bid under another login with the name of a bid on main is refused; with its own name it is not."""
    rival = bids_on_branches()["northbit"].replace(b"2400.01", b"1900.00")
    second = judge(
        capsys, decided.root, decided.change({RIVAL: rival.replace(b"Northbit Labs", b"MAPLE WORKS")}), "northbit"
    )
    first = judge(capsys, decided.root, decided.change({RIVAL: rival}), "northbit")

    assert second.errors == ["CHG110"]
    assert first.errors == []


@pytest.mark.parametrize(("mode", "data"), [("120000", b"opportunity.yml"), ("160000", b"a" * 40), ("100755", BYTES)])
def test_p7_only_plain_files(board: World, capsys: CAPSYS, mode: str, data: bytes) -> None:
    """A link, a submodule and a program are refused for what they are."""
    ran = judge(capsys, board.root, board.change({BID: data}, modes={BID: mode}))

    assert (ran.code, ran.codes) == (1, ["CHG104"])


@pytest.mark.parametrize(
    "entries",
    [
        [("100644", b"..", BYTES)],
        [("100644", b".", BYTES)],
        [("100644", b".git", BYTES)],
        [("100644", b".GIT", BYTES)],
        [("100644", b"git~1", BYTES)],
        [("100644", b"a/b", BYTES)],
        [("100644", b"", BYTES)],
        [("100644", b"maple-works.yml", BYTES), ("100644", b"maple-works.yml", b"other\n")],
        [("100644", b"northbit.yml", BYTES), ("100644", b"maple-works.yml", BYTES)],
        [("040000", b"maple-works.yml", BYTES)],
    ],
    ids=lambda entries: "+".join(name.decode() or "nothing" for _, name, _ in entries),
)
def test_p8_malformed_trees_never_pass(board: World, capsys: CAPSYS, entries: list[tuple[str, bytes, bytes]]) -> None:
    """Names and orders that no Git writes are findings, even where Git itself dies of them."""
    bids = board.raw_tree((mode, name, board.blob(data)) for mode, name, data in entries)
    head = board.commit(board.graft(f"{FOLDER}/bids", bids), ["main"])

    ran = judge(capsys, board.root, head)

    assert ran.code == 1
    assert ran.errors


@pytest.mark.parametrize(
    "name",
    [
        "Maple-Works.yml",
        "érable.yml",
        "e\u0301rable.yml",
        "m\u0430ple-works.yml",
        "maple\u202eskrow.yml",
        "con.yml",
        "aux",
        "-rf.yml",
        "maple\n::error::works.yml",
        'maple"works.yml',
        "::error::.yml",
        "maple works.yml",
    ],
)
def test_p9_unsafe_names(board: World, capsys: CAPSYS, name: str) -> None:
    """Each name that some machine reads otherwise is refused, and shown so that nothing obeys it."""
    path = f"{FOLDER}/bids/{name}"
    head = board.change({path: BYTES})
    ran = judge(capsys, board.root, head)
    shown = check(capsys, board.root, "--base", "main", "--head", head, "--author", "maple-works", "--format", "github")

    assert "CHG105" in ran.errors
    commands = [line for line in shown.out.splitlines() if line.startswith("::")]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in commands)
    assert len(commands) == len(ran.codes)


def test_p9_a_name_that_is_not_utf8(board: World, capsys: CAPSYS) -> None:
    """Bytes that are no text are a name like any other: refused, and told with their numbers."""
    ran = judge(capsys, board.root, board.change({f"{FOLDER}/bids/".encode() + b"\xff.yml": BYTES}))

    assert "CHG105" in ran.errors
    assert ran.report["findings"][0]["path"].endswith("\\udcff.yml")


def test_p10_a_huge_file_is_not_read(board: World, capsys: CAPSYS) -> None:
    """A file over the limit is refused by its size; one at the limit is read."""
    large = judge(capsys, board.root, board.change({BID: b"#" * 3_000_000}))
    fitting = judge(capsys, board.root, board.change({BID: BYTES + b"#" * (65536 - len(BYTES))}))

    assert large.errors == ["CHG116", "CHG130"]
    assert fitting.errors == []


def test_p10_what_was_not_fetched_is_not_asked_for(board: World, tmp_path: Path, capsys: CAPSYS) -> None:
    """In a clone without large files a large bid is a finding, and it is still missing afterwards."""
    head = board.change({BID: b"#" * 70_000}, branch="large")
    board.git("config", "uploadpack.allowFilter", "true")
    clone = World(tmp_path / "clone.git")
    board.git("clone", "-q", "--bare", "--filter=blob:limit=64k", f"file://{board.root}", str(clone.root))
    missing = clone.git("rev-list", "--objects", "--missing=print", head).count("?")

    ran = judge(capsys, clone.root, "large")

    assert missing == 1
    assert ran.errors == ["CHG131"]
    assert clone.git("rev-list", "--objects", "--missing=print", head).count("?") == 1


@pytest.mark.parametrize(("count", "expected"), [(30, []), (31, ["CHG115"])])
def test_p10_commits_are_counted(board: World, capsys: CAPSYS, count: int, expected: list[str]) -> None:
    """Thirty commits are looked at; the thirty-first is one too many."""
    head = "main"
    for number in range(count):
        head = board.change({BID: BYTES + b"# %d\n" % number}, head)

    ran = judge(capsys, board.root, head)

    assert ran.errors == expected


def test_p10_content_that_was_taken_back_is_counted(board: World, capsys: CAPSYS) -> None:
    """Two megabytes that one commit adds and the next removes stay in history, so they are refused."""
    bloated = board.change({BID: BYTES, f"{FOLDER}/x.bin": b"x" * (2 << 20)})

    ran = judge(capsys, board.root, board.change({f"{FOLDER}/x.bin": None}, bloated))

    assert ran.errors == ["CHG112", "CHG116"]


def test_p10_a_flood_of_files_is_told_briefly(board: World, capsys: CAPSYS) -> None:
    """A thousand foreign files are refused in a few findings, not in a thousand."""
    blob = board.blob(b"x\n")
    many = board.raw_tree(("100644", b"file-%05d.yml" % number, blob) for number in range(1000))
    ran = judge(capsys, board.root, board.commit(board.graft(f"{FOLDER}/many", many), ["main"]))

    assert ran.code == 1
    assert len(ran.codes) < 50
    assert {"CHG101", "CHG102", "CHG116"} <= set(ran.codes)


def test_p11_each_commit_is_looked_at(board: World, capsys: CAPSYS) -> None:
    """A workflow that one commit adds and the next removes is refused though the head is clean."""
    hidden = board.change({BID: BYTES, WORKFLOW: b"on: push\n"})

    ran = judge(capsys, board.root, board.change({WORKFLOW: None}, hidden))

    assert ran.errors == ["CHG112"]


def test_p11_an_evil_merge_is_looked_into(board: World, capsys: CAPSYS) -> None:
    """A merge of main that brings a file neither side has is refused, even where a second one takes it back."""
    head = board.bid()
    board.change({"opportunities/LICENSE.md": b"Licence\n"}, branch="main")
    evil = board.commit(board.tree({BID: BYTES, WORKFLOW: b"x\n"}, "main"), [head, "main"])
    board.change({"README.md": b"Read\n"}, branch="main")
    clean = board.commit(board.tree({BID: BYTES}, "main"), [evil, "main"])

    ran = judge(capsys, board.root, clean)

    assert ran.errors == ["CHG112"]


def test_p11_bringing_a_bid_up_to_date_is_fine(board: World, capsys: CAPSYS) -> None:
    """The forge's button merges main into the bid's branch; so may the supplier, in either order of parents."""
    head = board.bid()
    board.change({"opportunities/LICENSE.md": b"Licence\n"}, branch="main")
    tree = board.tree({BID: BYTES}, "main")

    for parents in ([head, "main"], ["main", head]):
        ran = judge(capsys, board.root, board.commit(tree, parents))
        assert ran.codes == []


def test_p11_a_branch_of_somebody_is_not_merged(board: World, capsys: CAPSYS) -> None:
    """A merge whose other parent is not on main is refused, though nothing of it remains in the head."""
    head = board.bid()
    other = board.change({"README.md": b"x\n"})
    merged = board.commit(board.tree({BID: BYTES}, "main"), [head, other])

    ran = judge(capsys, board.root, merged)

    assert "CHG113" in ran.errors


def test_p12_an_unrelated_history(board: World, capsys: CAPSYS) -> None:
    """A branch that shares no commit with main is refused."""
    ran = judge(capsys, board.root, board.commit(board.tree({BID: BYTES}, "main")))

    assert (ran.code, ran.codes) == (1, ["CHG114"])


def test_p13_replaced_objects_are_not_believed(board: World, capsys: CAPSYS) -> None:
    """A replacement for the bid's blob changes nothing of what is judged."""
    head = board.bid()
    bad = board.blob(b"price: free\n")
    board.git("update-ref", f"refs/replace/{board.git('rev-parse', f'{head}:{BID}')}", bad)

    assert judge(capsys, board.root, head).codes == []


def test_p13_hooks_and_configuration_are_not_run(board: World, tmp_path: Path, capsys: CAPSYS) -> None:
    """A check starts no hook and no external program that a configuration names."""
    trace, head = tmp_path / "ran", board.bid()
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        hook = board.root / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {trace}\n")
        hook.chmod(0o755)
    board.git("config", "diff.external", f"touch {trace}")

    ran = judge(capsys, board.root, head)

    assert ran.code == 0
    assert not trace.exists()


def test_p14_a_bid_on_a_rivals_branch(board: World, capsys: CAPSYS) -> None:
    """A bid that stands on a rival's is refused, and told to start from main."""
    rival = board.bid("northbit")

    ran = judge(capsys, board.root, board.change({BID: BYTES}, rival))

    assert ran.errors == ["CHG102", "CHG124"]
    fix = next(f["fix"] for f in ran.report["findings"] if f["code"] == "CHG124")
    assert fix["en"].startswith("Start again from main")
    assert fix["fr"].startswith("Recommencez à partir de main")


def test_a_conflict_is_told(board: World, capsys: CAPSYS) -> None:
    """What Git cannot bring together is refused; nothing half merged is judged."""
    path = f"{FOLDER}/opportunity.yml"
    text = open_board_files()[path]
    head = board.change({path: text.replace(b'"2400.00"', b'"2300.00"')})
    board.change({path: text.replace(b'"2400.00"', b'"2200.00"')}, branch="main")

    ran = judge(capsys, board.root, head, "m-singh")

    assert ran.codes == ["CHG127"]


@pytest.mark.parametrize("date", ["1970-01-02T00:00:00Z", "2026-09-15T17:59:59Z", "2037-12-31T23:59:59Z"])
def test_no_date_in_an_object_changes_a_verdict(board: World, capsys: CAPSYS, date: str) -> None:
    """Whoever makes a commit chooses its dates: good and bad heads are judged the same under any of them."""
    bid = board.change({BID: BYTES}, date=date)
    hidden = board.change({BID: BYTES, WORKFLOW: b"x\n"}, date=date)
    bad = board.change({WORKFLOW: None}, hidden, date=date)
    board.change({"README.md": b"x\n"}, branch="main", date="2026-09-12T00:00:00Z")
    merged = board.commit(board.tree({BID: BYTES}, "main"), [bid, "main"], date=date)

    assert judge(capsys, board.root, bid).codes == []
    assert judge(capsys, board.root, merged).codes == []
    assert judge(capsys, board.root, bad).errors == ["CHG112"]
    late = judge(capsys, board.root, bid, now="2026-09-15T14:00:01-04:00")
    assert late.code == 1
    assert late.errors[0].startswith("BID")


def test_a_copy_does_not_knock_out_what_it_copied(board: World, capsys: CAPSYS) -> None:
    """Two bids with the same answers on branches warn of each other, and neither is refused."""
    honest = board.bid("maple-works")
    copied = BYTES.replace(b"maple-works", b"northbit").replace(b"Maple Works", b"Northbit Labs")
    copy = board.bid("northbit", data=copied)

    for head, author in ((honest, "maple-works"), (copy, "northbit")):
        ran = judge(capsys, board.root, head, author)
        assert (ran.code, ran.codes) == (0, ["CHG111"])


def test_an_address_is_warned_of_and_not_repeated(board: World, capsys: CAPSYS) -> None:
    """A personal address in a commit is a warning whose text does not spread it."""
    ran = judge(capsys, board.root, board.change({BID: BYTES}, email="someone@example.org"))
    neutral = judge(capsys, board.root, board.change({BID: BYTES}, email=EMAIL))

    assert (ran.code, ran.codes, neutral.codes) == (0, ["CHG125"], [])
    assert "someone" not in ran.out


def test_a_bid_on_a_branch_name_is_not_its_author(board: World, capsys: CAPSYS) -> None:
    """Whose bid it is follows from path and author, never from the branch it lies on."""
    head = board.change({RIVAL: bids_on_branches()["northbit"]}, branch=f"bids/maple-works/{REF}")

    assert judge(capsys, board.root, head).errors == ["CHG108"]
