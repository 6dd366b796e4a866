"""This repository is a board itself, with specimens that stay valid, and what it holds of the law is what ships."""

import tomllib
from pathlib import Path

import pytest

from board.adapters import resources
from board.cli.main import run
from board.cli.setting import board_of

TOP = Path(__file__).resolve().parents[2]


def test_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Now and in ten years: nothing at rest is compared with a clock."""
    for now in ("2026-11-25T12:00:00-05:00", "2036-11-25T12:00:00-05:00"):
        assert run(["--root", str(TOP), "check", "--now", now]) == 0, capsys.readouterr().out


def test_every_organization_is_a_specimen() -> None:
    """Nothing of it is ever listed as open, and the trial line stands on every page."""
    folder = TOP / "opportunities"
    files = {path.relative_to(TOP).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    board = board_of(files)

    assert board.settings is not None
    assert board.settings.mode == "trial"
    assert board.organizations
    assert all(organization.specimen for organization in board.organizations.values())


def test_what_ships_is_what_stands_here() -> None:
    """Policy, terms and licences have one home."""
    seed = resources.seed()

    assert set(seed) == {
        "opportunities/LICENSE.md",
        "opportunities/policy.yml",
        "opportunities/terms/2026-1/declarations.yml",
        "opportunities/terms/2026-1/en.md",
        "opportunities/terms/2026-1/fr.md",
    }
    for path, data in seed.items():
        assert data == (TOP / path).read_bytes()


def test_the_wheel_takes_every_file_of_the_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laid out as `pyproject.toml` says, the package gives the same seed as the checkout."""
    seed = resources.seed()
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in taken.items():
        for path, data in seed.items():
            if path == source or path.startswith(f"{source}/"):
                file = tmp_path / target.removeprefix("board/data/") / path.removeprefix(source).lstrip("/")
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
    monkeypatch.setattr(resources, "data", lambda: tmp_path)

    assert resources.seed() == seed
