"""`board init`: a board in one command, said in both languages, and nothing changed where something stands."""

import subprocess
from pathlib import Path

import pytest
from tests.worlds import git

from board.cli.main import run

WORDS = (
    "--org",
    "dex-mex",
    "--owner",
    "m-singh:900011",
    "--officer",
    "a-tremblay",
    "--now",
    "2026-09-08T09:00:00-04:00",
)


def init(folder: Path, *words: str, language: str = "en") -> int:
    """The exit code."""
    return run(["--lang", language, "init", str(folder), *(words or WORDS)])


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder beside Git's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_what_it_says_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The trial line, what was made, and what to type next."""
    here = tmp_path / "a board"

    assert init(here) == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.replace(str(here), "DIR") == (
        "Trial: nothing published here commits the government yet.\n"
        "Made: DIR, with the organization dex-mex, owner m-singh, officer a-tremblay, root a-tremblay.\n"
        "Mend names and mailboxes in opportunities/board.yml and opportunities/dex-mex/organization.yml, then run:\n"
        "    cd 'DIR'\n"
        "    board check\n"
        "    board new opportunity dex-mex/2026/…\n"
    )


def test_what_it_says_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same in French, with the sentence on one person for both."""
    here = tmp_path / "tableau"

    assert init(here, "--org", "dex-mex", "--owner", "m-singh", "--officer", "m-singh", language="fr") == 0

    said = capsys.readouterr()
    assert said.err == (
        "m-singh est à la fois responsable et agent délégué\u00a0: un tableau d’essai l’admet, un tableau réel exige "
        "deux personnes.\n"
    )
    assert said.out.splitlines()[:3] == [
        "Essai\u00a0: rien de ce qui est publié ici n’engage encore le gouvernement.",
        f"Créé\u00a0: {here}, avec l’organisation dex-mex, responsable m-singh, agent délégué m-singh, racine m-singh.",
        "Complétez les noms et les adresses dans opportunities/board.yml et opportunities/dex-mex/organization.yml, "
        "puis lancez\u00a0:",
    ]


def test_one_commit_that_is_checked_out_and_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files, index and main agree, and both commands that judge a board are content."""
    here = tmp_path / "board"
    init(here)
    capsys.readouterr()

    assert git(here, "status", "--porcelain") == ""
    assert git(here, "rev-list", "--count", "HEAD") == "1"
    assert git(here, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert run(["--root", str(here), "check"]) == 0
    assert "Nothing is wrong." in capsys.readouterr().out
    assert run(["--root", str(here), "verify"]) == 0


def test_into_an_empty_folder(tmp_path: Path) -> None:
    """A folder that holds nothing is taken."""
    assert init(tmp_path) == 0
    assert (tmp_path / "opportunities" / "board.yml").is_file()


def test_again_with_the_same_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and neither history nor files move, though a name was mended meanwhile."""
    init(tmp_path)
    (tmp_path / "README.md").write_text("Ours\n")
    before, head = files(tmp_path), git(tmp_path, "rev-parse", "HEAD")
    capsys.readouterr()

    assert init(tmp_path) == 0

    assert capsys.readouterr().out.splitlines()[1] == f"{tmp_path} is this board already; nothing was changed."
    assert (files(tmp_path), git(tmp_path, "rev-parse", "HEAD")) == (before, head)


def test_after_it_was_stopped_before_the_first_commit(tmp_path: Path) -> None:
    """A repository without a commit is one that a killed run left; the next one completes it."""
    git(tmp_path, "init", "-q", "-b", "main")

    assert init(tmp_path) == 0
    assert git(tmp_path, "status", "--porcelain") == ""


def test_again_with_other_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another owner is another board."""
    init(tmp_path)
    before = git(tmp_path, "rev-parse", "HEAD")

    assert init(tmp_path, "--org", "dex-mex", "--owner", "somebody", "--officer", "a-tremblay") == 2

    assert "was begun with other words" in capsys.readouterr().err
    assert git(tmp_path, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_with_something_else_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Nothing is written beside what is there, and no repository is begun."""
    (tmp_path / name).write_text("mine\n")

    assert init(tmp_path, language="fr") == 2

    assert "contient d’autres fichiers" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_uncommitted_files_beside_an_empty_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody wrote and did not commit is not overwritten."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "README.md").write_text("mine\n")

    assert init(tmp_path) == 2

    assert (tmp_path / "README.md").read_text() == "mine\n"
    assert "README.md" in capsys.readouterr().err


def test_a_file_of_that_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is no folder."""
    file = tmp_path / "board"
    file.write_text("mine\n")

    assert init(file) == 2
    assert capsys.readouterr().err == f"{file} is no folder\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--org", "Dex", "--owner", "a", "--officer", "b"), "Dex is no name for files"),
        (("--org", "terms", "--owner", "a", "--officer", "b"), "No organization can be called terms"),
        (("--org", "dex", "--owner", "a/../b", "--officer", "b"), "a/../b is no name for files"),
        (("--org", "dex", "--owner", "a", "--officer", "b", "--root", "c d"), "c d is no name for files"),
    ],
)
def test_words_that_make_no_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    """A slug names files and folders; nothing else does."""
    assert init(tmp_path / "board", *words) == 2

    assert capsys.readouterr().err.startswith(said)
    assert not (tmp_path / "board").exists()


def test_a_board_that_would_not_pass_is_not_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An address that the schema refuses is a finding, before anything is written."""
    assert init(tmp_path / "board", *WORDS, "--address", "ftp://example.org") == 1

    assert "opportunities/board.yml:8:10:" in capsys.readouterr().out
    assert not (tmp_path / "board").exists()


def test_when_git_is_in_trouble(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Git that fails is named with what it said, without a traceback, and the exit code is 2."""
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(
        '#!/bin/sh\n[ "$1" = init ] && { echo "fatal: disk full" >&2; exit 128; }\nexec /usr/bin/git "$@"\n'
    )
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}:/usr/bin:/bin")

    assert init(tmp_path / "board") == 2

    said = capsys.readouterr().err
    assert "fatal: disk full" in said
    assert "Traceback" not in said


def test_hooks_and_settings_of_the_machine_have_no_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a template nor a variable of a hook that runs this reaches the new repository."""
    template = tmp_path / "template" / "hooks"
    template.mkdir(parents=True)
    (template / "post-commit").write_text("#!/bin/sh\n")
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(template.parent))
    elsewhere = tmp_path / "elsewhere"
    subprocess.run(["git", "init", "-q", str(elsewhere)], check=True, env={"PATH": "/usr/bin:/bin"})
    monkeypatch.setenv("GIT_DIR", str(elsewhere / ".git"))

    assert init(tmp_path / "board") == 0

    assert not (tmp_path / "board" / ".git" / "hooks" / "post-commit").exists()
    assert git(elsewhere, "rev-list", "--all") == ""
