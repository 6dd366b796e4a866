"""What keeps the house readable: no module, rule or job grows beyond what one sitting can judge."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "scripts" / "board"

MODULE, RULE, JOB = 300, 60, 40


def too_long(source: Path) -> Iterator[str]:
    """What in a package is longer than agreed: modules, rules, functions of jobs."""
    for path in sorted(source.rglob("*.py")):
        text = path.read_text("utf-8")
        inside = path.relative_to(source)
        lines = text.count("\n")
        is_rule = inside.parts[0] == "rules" and len(inside.parts) == 3 and path.name != "__init__.py"
        if lines > (RULE if is_rule else MODULE):
            yield f"{inside}: {lines} lines"
        if inside.parts[0] == "jobs":
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > JOB:
                    yield f"{inside}:{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"


def test_nothing_is_too_long() -> None:
    """300 lines a module, 60 a rule, 40 a job."""
    assert list(too_long(SOURCE)) == []


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        ("state/long.py", "x = 1\n" * 301, "state/long.py: 301 lines"),
        ("rules/opp/long_one.py", "x = 1\n" * 61, "rules/opp/long_one.py: 61 lines"),
        ("jobs/long.py", "def story() -> None:\n" + "    x = 1\n" * 40, "jobs/long.py:story: 41 lines"),
    ],
)
def test_refuses_one_line_more(tmp_path: Path, path: str, text: str, named: str) -> None:
    """One line over a cap is named, with the length found."""
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text)

    assert list(too_long(tmp_path)) == [named]


def test_accepts_what_just_fits(tmp_path: Path) -> None:
    """The near twins: 300, 60 and 40 lines."""
    for path, text in {
        "state/long.py": "x = 1\n" * 300,
        "rules/opp/long_one.py": "x = 1\n" * 60,
        "jobs/long.py": "def story() -> None:\n" + "    x = 1\n" * 39,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)

    assert list(too_long(tmp_path)) == []
