"""What no workflow does, whatever it is for."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.github.workflows import FOLDER, TOP, Workflow, workflow, workflows

GITHUB = TOP / ".github"
BAD = Path(__file__).parent / "fixtures" / "bad.yml"
ALL = workflows()

EACH = pytest.mark.parametrize("one", ALL.values(), ids=ALL)

# Pinned since a tag can be moved; a hash cannot.
_PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")
# The commands that are given the token.
_HOLDER = re.compile(r"\bgh (api|auth git-credential)|^python -m board receive --github ")
_PINNED_LINE = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")


@EACH
def test_pins_each_action(one: Workflow) -> None:
    """Every action is GitHub's own, named by its hash, with its version beside it."""
    used = [step.uses for step in one.steps if step.uses]

    assert [action for action in used if not _PINNED.fullmatch(action)] == []
    assert len(_PINNED_LINE.findall(one.text)) == len(used)


@EACH
def test_says_nothing_of_a_stranger_to_a_shell(one: Workflow) -> None:
    """No expression stands in a command: what an event brings reaches it through the environment alone."""
    assert [step.command for step in one.steps if "${{" in step.command] == []


@EACH
def test_runs_one_command_a_step(one: Workflow) -> None:
    """No shell logic: no list, no pipe, no substitution, no branching."""
    assert [
        step.command
        for step in one.steps
        if re.search(r"&&|\|\||(?<!')\|(?!')|;|\$\(|`|\n.", re.sub(r"'[^']*'", "''", step.command.strip()))
    ] == []


@EACH
def test_keeps_no_cache_and_follows_no_other_run(one: Workflow) -> None:
    """Nothing that a run of a stranger could have written is read by a run with rights."""
    assert "workflow_run" not in one.triggers
    assert "cache" not in one.text.lower()
    assert [step.uses for step in one.steps if "download-artifact" in step.uses] == []


@EACH
def test_ends_in_time(one: Workflow) -> None:
    """Every job has a limit of its own."""
    assert [job.name for job in one.jobs.values() if not 0 < job.minutes <= 40] == []


@EACH
def test_leaves_no_token_behind(one: Workflow) -> None:
    """No checkout writes the token into the configuration of Git, and only a step that needs it has it."""
    checkouts = [step for step in one.steps if step.uses.startswith("actions/checkout@")]
    holders = [step for step in one.steps if "github.token" in "".join(step.environment.values())]

    assert [step.settings.get("persist-credentials") for step in checkouts] == [False] * len(checkouts)
    assert [step.command for step in holders if not _HOLDER.search(step.command)] == []
    assert "secrets." not in one.text


@EACH
def test_uses_the_python_that_the_program_asks_for(one: Workflow) -> None:
    """The lowest Python that the program takes is the one it runs on."""
    lowest = re.search(r'requires-python = ">=([0-9.]+)"', (TOP / "pyproject.toml").read_text("utf-8"))
    versions = {step.settings["python-version"] for step in one.steps if step.uses.startswith("actions/setup-python@")}

    assert lowest
    assert versions <= {lowest[1]}


def test_one_workflow_alone_has_rights_over_what_a_stranger_sends() -> None:
    """Exactly one `pull_request_target`, and it never checks the pull request out."""
    having = [one for one in ALL.values() if "pull_request_target" in one.triggers]

    assert [one.name for one in having] == ["bid-check.yml"]
    checkouts = [step for step in having[0].steps if step.uses.startswith("actions/checkout@")]
    assert [set(step.settings) - {"fetch-depth"} for step in checkouts] == [{"persist-credentials"}] * 2


def test_one_finding_is_ignored_with_a_reason() -> None:
    """The one exception stands on the one trigger, says why, and no configuration file makes others."""
    ignores = [line for one in ALL.values() for line in one.text.splitlines() if "zizmor: ignore" in line]

    assert len(ignores) == 1
    assert re.fullmatch(r"  pull_request_target: # zizmor: ignore\[dangerous-triggers\] [a-z].{40,}", ignores[0])
    assert [path.name for path in (*TOP.glob("*zizmor*"), *GITHUB.rglob("*zizmor*"))] == []


def test_the_checker_finds_nothing() -> None:
    """The checker reads every file, and finds nothing in the workflows or in dependabot.yml."""
    done = zizmor("--strict-collection", str(GITHUB))

    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_the_checker_refuses_what_is_bad() -> None:
    """The same checker with the same options finds each fault that a workflow must not have."""
    done = zizmor("--strict-collection", str(BAD))
    found = [(finding["ident"], finding["determinations"]["severity"]) for finding in json.loads(done.stdout)]

    assert done.returncode != 0
    assert {ident for ident, _ in found} >= {"template-injection", "dangerous-triggers", "unpinned-uses", "github-env"}
    assert sum(severity == "High" for _, severity in found) >= 10


def test_the_checker_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    """A file that is no YAML is no clean file."""
    broken = tmp_path / ".github" / "workflows" / "broken.yml"
    broken.parent.mkdir(parents=True)
    broken.write_text("on: push: main\n")

    assert zizmor("--strict-collection", str(tmp_path)).returncode != 0


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", sorted(FOLDER.iterdir())),
        ("custom.github-workflows-require-timeout", sorted(FOLDER.iterdir())),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", [GITHUB / "ISSUE_TEMPLATE" / "question.yml"]),
    ],
)
def test_each_file_has_the_form_that_github_reads(schema: str, paths: Sequence[Path]) -> None:
    """Workflows, Dependabot and issue forms keep to the schemas of their kinds."""
    assert check_jsonschema(schema, *paths) == 0


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    """A job that runs nowhere is no workflow, and one without a limit has none."""
    nowhere, endless = tmp_path / "nowhere.yml", tmp_path / "endless.yml"
    nowhere.write_text("on: push\njobs: {a: {steps: [{run: 'true'}]}}\n")
    endless.write_text("on: push\njobs: {a: {runs-on: ubuntu-24.04, steps: [{run: 'true'}]}}\n")

    assert check_jsonschema("vendor.github-workflows", nowhere) == 1
    assert check_jsonschema("custom.github-workflows-require-timeout", endless) == 1


@pytest.mark.parametrize(
    ("wrong", "guard"),
    [
        ("echo '${{ github.actor }}'", test_says_nothing_of_a_stranger_to_a_shell),
        ("true && false", test_runs_one_command_a_step),
        ("true | false", test_runs_one_command_a_step),
        ("echo $(id)", test_runs_one_command_a_step),
    ],
)
def test_the_tests_refuse_what_they_are_for(wrong: str, guard: object, tmp_path: Path) -> None:
    """A workflow with such a command does not pass the test that looks for it."""
    path = tmp_path / "wrong.yml"
    path.write_text(
        "on: {push: {}}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    permissions: {}\n    steps:\n"
        f"      - name: a\n        run: |\n          {wrong}\n"
    )

    assert callable(guard)
    with pytest.raises(AssertionError):
        guard(workflow(path))


def zizmor(*words: str) -> subprocess.CompletedProcess[bytes]:
    """The checker of workflows, without a network."""
    program = Path(sys.executable).with_name("zizmor")
    return subprocess.run([program, "--offline", "--quiet", "--format", "json", *words], capture_output=True)


def check_jsonschema(schema: str, *paths: Path) -> int:
    """The exit code of the checker of forms."""
    program = Path(sys.executable).with_name("check-jsonschema")
    return subprocess.run([program, "--builtin-schema", schema, *paths], capture_output=True).returncode
