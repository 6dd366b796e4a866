"""The rules of branches and tags, as files that GitHub imports."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.github.workflows import TOP, workflows

from board.model.reference import award_tag

FOLDER = TOP / ".github" / "rulesets"
SCHEMA = json.loads(Path(__file__).with_name("ruleset.schema.json").read_bytes())
FILES = ("award-tags.json", "main-trial.json", "main.json")


def ruleset(name: str) -> dict[str, Any]:
    """One file."""
    read: dict[str, Any] = json.loads((FOLDER / name).read_bytes())
    return read


def rule(name: str, kind: str) -> Mapping[str, Any]:
    """The parameters of one rule of a file."""
    (found,) = (one for one in ruleset(name)["rules"] if one["type"] == kind)
    parameters: Mapping[str, Any] = found.get("parameters", {})
    return parameters


def test_there_are_three() -> None:
    """One for main, one for main where a single person tries, one for tags."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_has_the_structure_that_github_takes(name: str) -> None:
    """Every member is one of the API's, nobody is let past, and the file is written as we write JSON."""
    jsonschema.Draft202012Validator(SCHEMA).validate(ruleset(name))
    assert (FOLDER / name).read_text("utf-8") == json.dumps(ruleset(name), indent=2) + "\n"


@pytest.mark.parametrize(
    ("pointer", "wrong"),
    [
        (("enforcement",), "disabled"),
        (("bypass_actors",), [{"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}]),
        (("conditions", "ref_name", "include"), ["main"]),
        (("rules", 2, "parameters", "required_approving_review_count"), "1"),
        (("rules", 2, "parameters", "require_reviews"), True),
        (("rules", 3, "type"), "required_checks"),
    ],
)
def test_another_structure_is_refused(pointer: tuple[str | int, ...], wrong: object) -> None:
    """A rule that is off, a way past it, a pattern that fits nothing, a misspelt parameter."""
    broken = deepcopy(ruleset("main.json"))
    place: Any = broken
    for step in pointer[:-1]:
        place = place[step]
    place[pointer[-1]] = wrong

    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(broken)


@pytest.mark.parametrize("name", ["main.json", "main-trial.json"])
def test_main_moves_only_by_a_merge_commit_whose_status_is_green(name: str) -> None:
    """No push, no deletion, no squash; one required status, which any poster may meet."""
    kinds = [one["type"] for one in ruleset(name)["rules"]]

    assert kinds == ["deletion", "non_fast_forward", "pull_request", "required_status_checks"]
    assert ruleset(name)["conditions"]["ref_name"]["include"] == ["~DEFAULT_BRANCH"]
    assert rule(name, "pull_request")["allowed_merge_methods"] == ["merge"]
    # With an `integration_id` the token of Actions would never meet it; up to date, a frozen bid could not stay.
    assert rule(name, "required_status_checks") == {
        "do_not_enforce_on_create": False,
        "required_status_checks": [{"context": "board/merge"}],
        "strict_required_status_checks_policy": False,
    }


def test_two_people_are_needed_but_for_a_trial() -> None:
    """The two files differ in the approval alone."""
    two, one = rule("main.json", "pull_request"), rule("main-trial.json", "pull_request")

    assert {key: value for key, value in two.items() if value != one[key]} == {
        "dismiss_stale_reviews_on_push": True,
        "require_code_owner_review": True,
        "require_last_push_approval": True,
        "required_approving_review_count": 1,
    }
    assert one["required_approving_review_count"] == 0
    for kind in ("deletion", "non_fast_forward", "required_status_checks"):
        assert rule("main.json", kind) == rule("main-trial.json", kind)


def test_what_is_required_is_what_the_workflows_post() -> None:
    """The one required status is posted by the workflow that judges, and by the one that proposes."""
    posted = {
        name: re.findall(r"--raw-field context=(\S+)", " ".join(step.command for step in one.steps))
        for name, one in workflows().items()
    }

    assert {name: contexts for name, contexts in posted.items() if contexts} == {
        "bid-check.yml": ["board/check", "board/merge"],
        "propose.yml": ["board/check", "board/merge"],
    }


def test_a_tag_of_an_award_is_neither_moved_nor_deleted() -> None:
    """The workflow that records may make one, since creation is free; nobody may change it afterwards."""
    assert [one["type"] for one in ruleset("award-tags.json")["rules"]] == ["deletion", "update"]
    assert ruleset("award-tags.json")["target"] == "tag"


def test_the_pattern_fits_every_tag_of_an_award() -> None:
    """GitHub's patterns are Ruby's with FNM_PATHNAME: a lone ** at the end would stop at the first slash."""
    (pattern,) = ruleset("award-tags.json")["conditions"]["ref_name"]["include"]
    tag = f"refs/tags/{award_tag('dex-mex/2026/date-filter', 'maple-works')}"

    assert fits(pattern, tag)
    assert not fits(pattern, "refs/tags/v0.1.0")
    assert not fits(pattern.removesuffix("/*"), tag)


def fits(pattern: str, name: str) -> bool:
    """Whether a name fits a pattern: ``**/`` is any number of folders, every other star stays within one."""
    parts = (re.escape(part).replace(r"\*\*", "[^/]*").replace(r"\*", "[^/]*") for part in pattern.split("**/"))
    return re.fullmatch("(?:[^/]+/)*".join(parts), name) is not None
