"""The import contracts, each with an import that it must refuse."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
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


def copied(folder: Path) -> Path:
    """A folder with a copy of the package."""
    shutil.copytree(TOP / "scripts" / "board", folder / "board", ignore=shutil.ignore_patterns("__pycache__", "data"))
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package."""
    return copied(tmp_path)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Contract to what is said of a package with every forbidden import; each contract that is kept is left out."""
    folder = copied(tmp_path_factory.mktemp("forbidden"))
    for path, line, _ in FORBIDDEN:
        with (folder / "board" / path).open("a", encoding="utf-8") as module:
            module.write(f"\n{line}\n")
    said = verdict(folder)
    assert said.returncode == 1
    parts = re.split(r"^(.+)\n-+$", said.stdout.partition("Broken contracts\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(("path", "line", "contract"), FORBIDDEN)
def test_refuses_an_import(refused: Mapping[str, str], path: str, line: str, contract: str) -> None:
    """Each contract breaks on an import that it forbids, and names it."""
    importer = f"board.{path.removesuffix('.py').replace('/', '.')}"

    (said,) = (said for name, said in refused.items() if name.startswith(contract))

    assert f"- {importer} -> {line.removeprefix('import ')} (l." in said


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
