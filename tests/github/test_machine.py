"""The machine on which the workflows are played refuses what it does not know, and what a job may not do."""

from pathlib import Path
from typing import Any

import pytest
from tests.github.expressions import UnknownExpressionError, text, truth
from tests.github.runner import Machine, Ran, UnknownActionError, forge
from tests.worlds import git, world

KNOWN: dict[str, Any] = {
    "github": {"sha": "abc", "ref": "refs/heads/main", "event": {"number": 4}},
    "needs": {"check": {"result": "failure", "outputs": {"state": "success"}}},
    "steps": {"skipped": {"outputs": {}}},
}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("plain", "plain"),
        ("at ${{ github.sha }}:${{ github.event.number }}", "at abc:4"),
        ("${{ needs.check.outputs.state || 'error' }}", "success"),
        ("${{ steps.skipped.outputs.state || 'it''s gone' }}", "it's gone"),
        ("${{ github.ref == 'refs/heads/main' && needs.check.result == 'success' }}", "false"),
        ("${{ !cancelled() }}", "true"),
        ("${{ github.event.changes.base.ref.from || 'as it was' }}", "as it was"),
        ("${{ github.event.number != '5' || github.event.changes.title.from }}", "true"),
        ("${{ github.event.number == '5' && (github.sha || 'x') }}", "false"),
        ("${{ (github.event.number == '5' && github.sha) || 'x' }}", "x"),
    ],
)
def test_expressions(template: str, expected: str) -> None:
    """Members, alternatives, comparison, texts with a quote in them."""
    assert text(template, KNOWN) == expected


def test_a_condition_may_stand_bare() -> None:
    """As GitHub reads `if`."""
    assert truth("always()", KNOWN)
    assert not truth("github.ref != 'refs/heads/main'", KNOWN)


@pytest.mark.parametrize(
    "template",
    [
        "${{ github.head_ref }}",
        "${{ secrets.KEY }}",
        "${{ format('{0}', github.sha) }}",
        "${{ github.sha || }}",
        "${{ (github.sha || 'x' }}",
        "${{ github.sha) }}",
        "${{ github.sha 'x' }}",
        "${{ 1 + 1 }}",
    ],
)
def test_an_unknown_expression_is_refused(template: str) -> None:
    """What the tests do not know they do not guess."""
    with pytest.raises(UnknownExpressionError):
        text(template, KNOWN)


def play(folder: Path, steps: str, permissions: str = "{}") -> Ran:
    """What becomes of a job with these steps."""
    origin = world(folder / "origin.git", {"README.md": b"x\n"})
    forge(origin)
    path = folder / "one.yml"
    path.write_text(
        "on: {push: {}}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
        f"    permissions: {permissions}\n    steps:\n{steps}"
    )
    machine = Machine(folder / "runs", origin, "2026-09-10T12:00:00-04:00")
    return machine.run(path, {"sha": origin.git("rev-parse", "main")})["a"]


CHECKOUT = "      - {name: a, uses: actions/checkout@x, with: {fetch-depth: 0, persist-credentials: false}}\n"
PUSH = (
    "      - name: b\n        env: {GH_TOKEN: '${{ github.token }}'}\n"
    "        run: git push origin HEAD:refs/heads/new\n"
)
POST = (
    "      - name: b\n        env: {GH_TOKEN: '${{ github.token }}', SHA: '${{ github.sha }}'}\n"
    '        run: gh api --method POST "repos/dex-mex/board/statuses/$SHA" --raw-field context=a --raw-field '
    "state=STATE --raw-field description=d --raw-field target_url=u\n"
)


def test_a_push_takes_the_right(tmp_path: Path) -> None:
    """A job with `contents: write` and its token pushes."""
    assert play(tmp_path, CHECKOUT + PUSH, "{contents: write}").result == "success"
    assert git(tmp_path / "origin.git", "rev-parse", "new") == git(tmp_path / "origin.git", "rev-parse", "main")


@pytest.mark.parametrize(
    ("steps", "permissions", "said"),
    [
        (CHECKOUT + PUSH, "{contents: read}", "no right"),
        (CHECKOUT + PUSH.replace("github.token", "github.sha"), "{contents: write}", "no token"),
        (POST.replace("STATE", "success"), "{contents: write}", "HTTP 403"),
        (POST.replace("STATE", "good"), "{statuses: write}", "HTTP 422"),
        (POST.replace("STATE", "success").replace("$SHA", "4" * 40), "{statuses: write}", "HTTP 422"),
        (POST.replace("--method POST", "--method DELETE"), "{statuses: write}", "not known here"),
        ("      - {name: a, run: python -m pip install board}\n", "{}", "not known here"),
        ("      - {name: a, run: gh pr merge 4}\n", "{}", "not known here"),
    ],
)
def test_what_a_job_may_not_do_fails(steps: str, permissions: str, said: str, tmp_path: Path) -> None:
    """Without the right, without the token, in another form, or by a call that nobody told us of."""
    ran = play(tmp_path, steps, permissions)

    assert ran.result == "failure"
    assert said in ran.log


def test_a_good_status_is_taken(tmp_path: Path) -> None:
    """The twin of those that are refused."""
    ran = play(tmp_path, POST.replace("STATE", "success"), "{statuses: write}")

    assert [status["state"] for status in ran.statuses] == ["success"]


def test_an_unknown_action_is_refused(tmp_path: Path) -> None:
    """Nobody knows what it would do."""
    with pytest.raises(UnknownActionError):
        play(tmp_path, "      - {name: a, uses: somebody/something@x}\n")


def test_a_step_behind_a_failed_one_does_not_run(tmp_path: Path) -> None:
    """But for one that says so."""
    ran = play(
        tmp_path,
        "      - {name: a, run: 'false'}\n      - {name: b, run: echo behind}\n"
        "      - {name: c, if: '${{ !cancelled() }}', run: echo anyway}\n",
    )

    assert ran.result == "failure"
    assert "\nanyway\n" in ran.log
    assert "\nbehind\n" not in ran.log
