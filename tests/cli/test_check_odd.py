"""`board check` where there is no board, or something odd in it: a clear answer each, in both languages."""

import os
import socket
from pathlib import Path

import pytest
from tests.cli.checking import check, judge
from tests.worlds import BID, FOLDER, REF, World, board_files, git, open_board_files, work_tree, world, write

CAPSYS = pytest.CaptureFixture[str]
REQUEST = f"{FOLDER}/opportunity.yml"
LANGUAGES = pytest.mark.parametrize("lang", ["en", "fr"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plain folder that is a board."""
    write(tmp_path, board_files())
    return tmp_path


def named(capsys: CAPSYS, root: Path) -> dict[str, list[str]]:
    """Path to codes of everything that a check of the whole board refuses."""
    ran = check(capsys, root, "--format", "json")
    found: dict[str, list[str]] = {}
    for finding in ran.report["findings"]:
        if finding["severity"] == "error":
            found.setdefault(finding["path"], []).append(finding["code"])
    assert ran.code == int(bool(found))
    return found


def test_the_specimen_passes_as_files_and_as_main(tmp_path: Path, capsys: CAPSYS) -> None:
    """The same board gives the same findings from a folder, from a revision and from a bare repository."""
    tree = work_tree(tmp_path / "tree", board_files())
    bare = world(tmp_path / "bare.git", board_files())

    outputs = {
        check(capsys, tree).out,
        check(capsys, tree, "--rev", "main").out,
        check(capsys, bare.root).out,
        check(capsys, bare.root, "--rev", "HEAD").out,
    }

    assert len(outputs) == 1
    assert outputs.pop().startswith("Trial: ")


@LANGUAGES
@pytest.mark.parametrize("made", ["empty", "no board", "absent", "file", "record is a file"])
def test_no_board(tmp_path: Path, capsys: CAPSYS, lang: str, made: str) -> None:
    """A folder without a board is told from a board without faults: exit 2, with what to try."""
    root = tmp_path / "here"
    if made == "file":
        root.write_text("x")
    elif made != "absent":
        root.mkdir()
    if made == "no board":
        write(root, {"opportunities/dex-mex/organization.yml": b"schema: 1\n"})
    if made == "record is a file":
        write(root, {"opportunities": b"x"})

    ran = check(capsys, root, lang=lang)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith({"en": "There is no board in", "fr": "Il n’y a pas de tableau dans"}[lang])
    assert "board init" in ran.err


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [("--rev", "main"), ("--base", "main", "--head", "x", "--author", "a")],
    ids=["revision", "change"],
)
def test_no_repository(folder: Path, capsys: CAPSYS, lang: str, words: tuple[str, ...]) -> None:
    """A plain folder has no revisions, and says so; its files can be judged."""
    ran = check(capsys, folder, *words, lang=lang)

    assert ran.code == 2
    assert {"en": "is no Git repository", "fr": "n’est pas un dépôt Git"}[lang] in ran.err
    assert check(capsys, folder).code == 0


@LANGUAGES
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rev", "nope"), "nope"),
        (("--rev", "--upload-pack=x"), None),
        (("--rev=--output=x",), "--output=x"),
        (("--base", "main", "--head", "nope", "--author", "a"), "nope"),
        (("--base", "nope", "--head", "main", "--author", "a"), "nope"),
        (("nothing/here",), "nothing/here"),
        (("opportunities/dex-mex/2026/date",), "opportunities/dex-mex/2026/date"),
        (("--base", "main"), None),
        (("--base", "main", "--head", "main", "--author", ""), None),
        (("--rev", "main", "--base", "main", "--head", "main", "--author", "a"), None),
        (("--summary", "x"), None),
        (("--now", "yesterday"), "yesterday"),
    ],
)
def test_wrong_use(tmp_path: Path, capsys: CAPSYS, lang: str, words: tuple[str, ...], said: str | None) -> None:
    """What cannot be done as it was asked for is exit 2, and names what was given."""
    root = world(tmp_path / "board.git").root

    try:
        ran = check(capsys, root, *words, lang=lang, now=None)
        code, err, out = ran.code, ran.err, ran.out
    except SystemExit as stopped:  # argparse leaves by itself
        printed = capsys.readouterr()
        code, err, out = stopped.code, printed.err, printed.out  # type: ignore[assignment]

    assert (code, out) == (2, "")
    assert err
    assert said is None or said in err


def test_a_base_without_a_board(tmp_path: Path, capsys: CAPSYS) -> None:
    """Nobody can be judged by a base that holds no board, so nobody passes."""
    made = world(tmp_path / "x.git", {"README.md": b"x\n"})

    ran = judge(capsys, made.root, made.change({BID: b"x\n"}))

    assert ran.code == 2
    assert "board.yml" in ran.err


def test_a_bare_repository_without_main(tmp_path: Path, capsys: CAPSYS) -> None:
    """A bare repository has a main, or says that it has none."""
    made = world(tmp_path / "x.git")
    made.git("branch", "-m", "main", "trunk")

    assert check(capsys, made.root).code == 2
    assert check(capsys, made.root, "--rev", "trunk").code == 0


@LANGUAGES
def test_a_shallow_clone(tmp_path: Path, capsys: CAPSYS, lang: str) -> None:
    """Where history is cut off between base and head nobody can tell what a change brings; files can be judged."""
    made = world(tmp_path / "x.git")
    made.change({"README.md": b"1\n"}, branch="main")
    made.change({"README.md": b"2\n"}, branch="main")
    head = made.bid()
    made.git("update-ref", "refs/heads/bid", made.change({"README.md": b"3\n"}, head))
    shallow = World(tmp_path / "shallow.git")
    made.git("clone", "-q", "--bare", "--depth", "1", "--no-single-branch", f"file://{made.root}", str(shallow.root))
    words = ("--base", "main", "--head", "bid", "--author", "maple-works")

    ran = check(capsys, shallow.root, *words, lang=lang)

    assert ran.code == 2
    assert "git fetch --unshallow" in ran.err
    assert check(capsys, shallow.root).code == 0


def test_a_shallow_clone_that_goes_back_far_enough(tmp_path: Path, capsys: CAPSYS) -> None:
    """A clone that is cut off behind the place where the bid left main can judge it."""
    made = world(tmp_path / "x.git")
    made.change({"README.md": b"1\n"}, branch="main")
    made.bid()
    shallow = World(tmp_path / "shallow.git")
    made.git("clone", "-q", "--bare", "--depth", "2", "--no-single-branch", f"file://{made.root}", str(shallow.root))

    assert judge(capsys, shallow.root, f"bids/maple-works/{REF}").code == 0


def test_a_binary_file(folder: Path, capsys: CAPSYS) -> None:
    """Bytes that are no text are a finding on that file, and the rest is judged."""
    write(folder, {REQUEST: bytes(range(256)) * 8})

    found = named(capsys, folder)

    assert found.keys() == {REQUEST}
    assert found[REQUEST][0].startswith("DOC")


def test_a_file_of_a_hundred_megabytes(folder: Path, capsys: CAPSYS) -> None:
    """A huge file is refused without being read whole."""
    with (folder / REQUEST).open("r+b") as file:
        file.truncate(100 << 20)

    assert named(capsys, folder) == {REQUEST: ["DOC101"]}


def test_folders_named_like_files(folder: Path, capsys: CAPSYS) -> None:
    """A folder where the record wants a file is a finding, empty or not."""
    bid = folder / BID
    bid.unlink()
    bid.mkdir()
    (folder / f"{FOLDER}/cancellation.yml").mkdir()
    (folder / f"{FOLDER}/cancellation.yml/x.yml").write_bytes(b"x: y\n")

    found = named(capsys, folder)

    assert found == {BID: ["DOC126"], f"{FOLDER}/cancellation.yml": ["DOC126"]}


def test_a_board_that_is_a_folder(folder: Path, capsys: CAPSYS) -> None:
    """A folder called board.yml leaves a board without settings, which is told rather than passed."""
    settings = folder / "opportunities/board.yml"
    settings.unlink()
    settings.mkdir()

    found = named(capsys, folder)

    assert found["opportunities/board.yml"] == ["DOC126"]


def test_links_are_named_and_not_followed(
    folder: Path, capsys: CAPSYS, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link to a file, to a folder, to nothing or out of the board is a finding; what it leads to is not read."""
    outside = tmp_path_factory.mktemp("outside")
    write(outside, {"opportunity.yml": b"secret: [\n", "y/opportunity.yml": b"secret: [\n"})
    (folder / REQUEST).unlink()
    (folder / REQUEST).symlink_to(outside / "opportunity.yml")
    (folder / "opportunities/dex-mex/2027").symlink_to(outside)
    (folder / "opportunities/dex-mex/2026/loop").symlink_to(folder / "opportunities")
    (folder / "opportunities/gone.yml").symlink_to(folder / "nowhere")

    found = named(capsys, folder)

    assert found == {
        REQUEST: ["DOC126"],
        "opportunities/dex-mex/2027": ["DOC126"],
        "opportunities/dex-mex/2026/loop": ["DOC126"],
        "opportunities/gone.yml": ["DOC126"],
    }


def test_pipes_and_sockets_are_not_waited_for(folder: Path, capsys: CAPSYS) -> None:
    """A pipe that nobody writes to does not hold the check up."""
    os.mkfifo(folder / f"{FOLDER}/bids/northbit.yml")
    with socket.socket(socket.AF_UNIX) as opened:
        here = Path.cwd()
        os.chdir(folder / FOLDER)
        try:
            opened.bind("x.sock")
        finally:
            os.chdir(here)

        found = named(capsys, folder)

    assert found == {f"{FOLDER}/bids/northbit.yml": ["DOC126"], f"{FOLDER}/x.sock": ["DOC126"]}


def test_names_that_are_no_text(folder: Path, capsys: CAPSYS) -> None:
    """A name that is not UTF-8 is told with its bytes, in every format."""
    os.close(os.open(os.fsencode(folder / FOLDER) + b"/\xff\xfe.yml", os.O_CREAT))

    found = named(capsys, folder)

    assert list(found.values()) == [["DOC124"]]
    for form in ("text", "github"):
        assert check(capsys, folder, "--format", form).code == 1


def test_a_repository_inside_the_board(folder: Path, capsys: CAPSYS) -> None:
    """A repository of its own inside the record is one finding, whatever it holds."""
    git(folder / FOLDER, "init", "-q")

    assert named(capsys, folder) == {f"{FOLDER}/.git": ["DOC126"]}


def test_strays(folder: Path, capsys: CAPSYS) -> None:
    """What lies where the record has no place is a finding, at every depth."""
    strays = [
        "opportunities/notes.txt",
        "opportunities/dex-mex/README.md",
        "opportunities/dex-mex/2026/x.yml",
        f"{FOLDER}/opportunity.yaml",
        f"{FOLDER}/bids/deeper/x.yml",
        "opportunities/terms/2026-1/de.md",
    ]
    write(folder, dict.fromkeys(strays, b"x: y\n"))

    assert named(capsys, folder) == {path: ["DOC124"] for path in strays}


def test_a_folder_without_its_opportunity(folder: Path, capsys: CAPSYS) -> None:
    """A bid that answers nothing cannot pass for want of a rule."""
    (folder / REQUEST).unlink()

    assert named(capsys, folder) == {REQUEST: ["DOC125"]}


def test_links_and_submodules_in_a_revision(tmp_path: Path, capsys: CAPSYS) -> None:
    """In a commit, too, a link is a finding and not followed."""
    made = world(tmp_path / "x.git")
    head = made.change({REQUEST: b"../alt-text/opportunity.yml"}, modes={REQUEST: "120000"})
    module = made.change({BID: b"a" * 40}, modes={BID: "160000"})

    link = check(capsys, made.root, "--rev", head, "--format", "json")
    submodule = check(capsys, made.root, "--rev", module, "--format", "json")

    assert (link.errors, submodule.errors) == (["DOC126"], ["DOC126"])


def test_a_missing_blob_in_a_revision(tmp_path: Path, capsys: CAPSYS) -> None:
    """A file that the repository was fetched without is a finding on that file."""
    made = world(tmp_path / "x.git")
    made.git("config", "uploadpack.allowFilter", "true")
    made.change({REQUEST: b"#" * 70_000}, branch="main")
    clone = World(tmp_path / "clone.git")
    made.git("clone", "-q", "--bare", "--filter=blob:limit=64k", f"file://{made.root}", str(clone.root))

    ran = check(capsys, clone.root, "--format", "json")

    assert (ran.code, ran.errors) == (1, ["DOC126"])


def test_one_broken_file_does_not_hide_another(folder: Path, capsys: CAPSYS) -> None:
    """Every broken file is told, and what is whole is judged."""
    other = "opportunities/dex-mex/2026/alt-text/opportunity.yml"
    price = open_board_files()[other].replace(b'"1800.00"', b'"91800.00"')
    write(folder, {REQUEST: b"[", "opportunities/dex-mex/organization.yml": b"a: &x y\n", other: price})

    found = named(capsys, folder)

    assert {REQUEST, "opportunities/dex-mex/organization.yml", other} <= found.keys()
