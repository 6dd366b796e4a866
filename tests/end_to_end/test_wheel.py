"""The wheel, installed elsewhere, is the whole program; the checkout reads itself."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.github.workflows import TOP

from board.adapters import resources

NOW = "2026-11-25T12:00:00-05:00"

# What a wheel may take from the checkout, and nothing else.
_DATA = ("schema/", "site/", "overrides/", "mkdocs.yml", "seed/")


def test_a_checkout_reads_the_checkout() -> None:
    """With the program on the path of the sources, as an editable install has it, data comes from beside them."""
    assert resources.data() == TOP


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    _do(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=TOP)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which it is installed; the libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _do(*pip, "--no-deps", "--no-index", "--no-compile", "--target", str(folder), str(wheel), cwd=folder)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_its_data(wheel: Path) -> None:
    """Every module of the sources, every file of the data as it stands, and no test, cache or board."""
    with zipfile.ZipFile(wheel) as file:
        held = {name: file.read(name) for name in file.namelist()}
    inside = {name.removeprefix("board/data/"): data for name, data in held.items() if name.startswith("board/data/")}
    modules = {path.relative_to(TOP / "scripts").as_posix() for path in (TOP / "scripts" / "board").rglob("*.py")}

    assert modules - held.keys() == set()
    assert [name for name in held if not name.startswith(("board/", "micro_procurement_board-"))] == []
    assert [name for name in inside if not name.startswith(_DATA)] == []
    assert [name for name in held if "__pycache__" in name] == []
    for part in ("schema", "site", "overrides"):
        there = {path.relative_to(TOP).as_posix(): path for path in (TOP / part).rglob("*") if path.is_file()}
        assert {name for name, path in there.items() if inside.get(name) != path.read_bytes()} == set()


@pytest.mark.slow
def test_the_installed_program_reads_its_own_data(installed: Path, tmp_path: Path) -> None:
    """It comes from where it was installed, data and all, and not from the checkout."""
    asked = "import board.adapters.resources as r; print(r.__file__); print(r.data())"
    code, data = _do(sys.executable, "-c", asked, cwd=tmp_path, installed=installed).splitlines()

    assert Path(code) == installed / "board" / "adapters" / "resources.py"
    assert Path(data) == installed / "board" / "data"


@pytest.mark.slow
def test_the_installed_program_plays_builds_and_verifies_the_demonstration(installed: Path, tmp_path: Path) -> None:
    """Everything that `make serve` does, and the proof, with nothing of the checkout at hand.

    The site is light: a page that takes bids, with the bid to fill in that its button holds, is at most 12 KB.
    """
    board = [sys.executable, str(installed / "bin" / "board")]
    demo, public = tmp_path / "demo", tmp_path / "public"

    _do(*board, "demo", str(demo), "--now", NOW, cwd=tmp_path, installed=installed)
    verified = _do(*board, "--root", str(demo), "verify", cwd=tmp_path, installed=installed)
    checked = _do(*board, "--root", str(demo), "check", "--format", "json", cwd=tmp_path, installed=installed)
    _do(*board, "--root", str(demo), "build", "--out", str(public), "--now", NOW, cwd=tmp_path, installed=installed)

    assert verified
    assert json.loads(checked)["ok"] is True
    for language in ("en", "fr"):
        home = (public / language / "index.html").read_text("utf-8")
        assert f"<html lang={language}-CA " in home
        forms = list((public / language / "opportunities").rglob("bid.yml"))
        assert len(forms) > 3
        assert [form.parent.name for form in forms if form.with_name("index.html").stat().st_size > 12 * 1024] == []


def _do(*words: str, cwd: Path, installed: Path | None = None) -> str:
    """What a program prints; it must end well."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    if installed:
        environment["PYTHONPATH"] = str(installed)
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True)
    assert done.returncode == 0, (words, done.stdout.decode()[-2000:], done.stderr.decode()[-2000:])
    return done.stdout.decode()
