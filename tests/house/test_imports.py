"""The import contracts, each with an import that it must refuse."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]

# Where an import is added, what is imported, and the contract that refuses it.
FORBIDDEN = [
    ("core/text.py", "import board.model.scalar", "Each layer knows only those below it"),
    ("jobs/reading.py", "import board.adapters.objects", "Each layer knows only those below it"),
    ("adapters/objects.py", "import board.jobs.reading", "Each layer knows only those below it"),
    ("model/scalar.py", "import yaml", "YAML is read in one place"),
    ("jobs/reading.py", "import jsonschema", "Schemas are asked in one place"),
    ("jobs/reading.py", "import git", "Git is started by adapters"),
    ("cli/main.py", "import httpx", "Other machines are asked by adapters"),
    ("cli/main.py", "import jinja2", "Text is rendered by render"),
    ("render/locale.py", "import holidays", "Holidays and languages are known to state"),
    ("jobs/reading.py", "import pyrage", "Envelopes are sealed and opened by adapters"),
]


def verdict(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package in *folder*."""
    script = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    words = [sys.executable, "-c", script, "--config", str(TOP / ".importlinter"), "--no-cache"]
    return subprocess.run(
        words, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package."""
    shutil.copytree(TOP / "scripts" / "board", tmp_path / "board", ignore=shutil.ignore_patterns("__pycache__", "data"))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize(("path", "line", "contract"), FORBIDDEN)
def test_refuses_an_import(copy: Path, path: str, line: str, contract: str) -> None:
    """Each contract breaks on an import that it forbids."""
    module = copy / "board" / path
    module.write_text(module.read_text("utf-8") + f"\n{line}\n")

    said = verdict(copy)

    assert said.returncode == 1
    assert any(contract in row and "BROKEN" in row for row in said.stdout.splitlines()), said.stdout


@pytest.mark.slow
def test_refuses_a_rule_that_knows_another(copy: Path) -> None:
    """No rule imports another rule."""
    modules = sorted(path for path in (copy / "board" / "rules").glob("*/*.py") if path.name != "__init__.py")
    one, other = modules[0], modules[-1]
    line = f"import board.rules.{other.parent.name}.{other.stem}"
    one.write_text(one.read_text("utf-8") + f"\n{line}\n")

    said = verdict(copy)

    assert said.returncode == 1
    assert any("strangers" in row and "BROKEN" in row for row in said.stdout.splitlines()), said.stdout


@pytest.mark.slow
def test_refuses_a_module_outside_the_layers(copy: Path) -> None:
    """The layers are exhaustive: a new package has to be given its place."""
    (copy / "board" / "helpers.py").write_text('"""Helpers."""\n')

    said = verdict(copy)

    assert said.returncode == 1
    assert "helpers" in said.stdout


@pytest.mark.slow
def test_the_package_keeps_all_contracts(copy: Path) -> None:
    """As it stands, nothing is broken."""
    assert verdict(copy).returncode == 0, verdict(copy).stdout
