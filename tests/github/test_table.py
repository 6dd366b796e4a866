"""The six workflows, row by row: what starts them, what each job may do, and what runs."""

from typing import Any

import pytest
from tests.github.workflows import Job, workflows

ALL = workflows()

TRIGGERS: dict[str, dict[str, Any]] = {
    "bid-check.yml": {
        "pull_request_target": {
            "types": [
                "opened",
                "reopened",
                "synchronize",
                "edited",
                "closed",
                "converted_to_draft",
                "ready_for_review",
            ]
        }
    },
    "bid-received.yml": {"pull_request": {"branches": ["main"], "types": ["opened", "reopened", "synchronize"]}},
    "propose.yml": {
        "workflow_dispatch": {
            "inputs": {
                "ref": {
                    "description": "Opportunity · Occasion de marché (ORG/YEAR/NAME)",
                    "required": True,
                    "type": "string",
                }
            }
        }
    },
    "record.yml": {"push": {"branches": ["main"]}},
    "pages.yml": {"push": {"branches": ["main"]}, "schedule": [{"cron": "7 * * * *"}], "workflow_dispatch": {}},
    "ci.yml": {
        "pull_request": {"branches": ["main"], "paths-ignore": ["opportunities/**"]},
        "push": {"branches": ["main"]},
    },
}

PERMISSIONS = {
    ("bid-check.yml", "receipt"): {"contents": "read", "statuses": "write"},
    ("bid-check.yml", "check"): {"contents": "read"},
    ("bid-check.yml", "status"): {"statuses": "write"},
    ("bid-received.yml", "clock"): {},
    ("propose.yml", "propose"): {"contents": "write", "statuses": "write", "pull-requests": "read"},
    ("record.yml", "record"): {"contents": "write"},
    ("pages.yml", "build"): {"contents": "read", "pages": "read"},
    ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("ci.yml", "test"): {"contents": "read"},
}

CHECKOUT = "actions/checkout"
PYTHON = "actions/setup-python"
INSTALL = (
    "python -m pip install --disable-pip-version-check --no-deps --only-binary :all: "
    "--require-hashes --requirement requirements.lock"
)
FETCH = "git -c fetch.fsckObjects=true fetch --no-tags --no-recurse-submodules --filter=blob:limit=65537 origin "
FETCH_ALL = (
    "git -c fetch.fsckObjects=true fetch --stdin --no-tags --no-recurse-submodules --filter=blob:limit=65537 "
    "origin < heads.txt"
)
PUSH = "git -c credential.helper='!gh auth git-credential' push "
TOLD = '--raw-field state="$STATE" --raw-field description="$SAYS" --raw-field target_url="$RUN"'
STATUS = {
    name: f'gh api --method POST "$STATUSES" --raw-field context=board/{name} {TOLD}' for name in ("check", "merge")
}
REPORTED = '--format github --summary "$GITHUB_STEP_SUMMARY" --outputs "$GITHUB_OUTPUT"'

# Each step in order: the action without its revision, or the whole command.
RUNS = {
    ("bid-check.yml", "receipt"): [
        CHECKOUT,
        PYTHON,
        INSTALL,
        'python -m board receive --github --event "$EVENT" --run "$RUN" --outputs "$GITHUB_OUTPUT"',
    ],
    ("bid-check.yml", "check"): [
        CHECKOUT,
        PYTHON,
        INSTALL,
        FETCH + '"+refs/pull/$PULL/head:refs/pulls/$PULL"',
        f'python -m board check --base "$BASE" --head "$HEAD" --author "$AUTHOR" --pusher "$PUSHER" {REPORTED}',
    ],
    ("bid-check.yml", "status"): [STATUS["check"], STATUS["merge"]],
    ("bid-received.yml", "clock"): ["date --utc --iso-8601=seconds"],
    ("propose.yml", "propose"): [
        CHECKOUT,
        PYTHON,
        INSTALL,
        'gh api --paginate --slurp "$PULLS" > pulls.json',
        """jq --raw-output '.[][] | "+refs/pull/\\(.number)/head:refs/pulls/\\(.number)"' pulls.json > heads.txt""",
        FETCH_ALL,
        'python -m board award "$REF" --propose --pulls pulls.json --as "$OFFICER"',
        f'python -m board check --base HEAD --head "refs/heads/award/$REF" --author "$OFFICER" {REPORTED}',
        PUSH + '--force-with-lease origin "refs/heads/award/$REF:refs/heads/award/$REF"',
        STATUS["check"],
        STATUS["merge"],
        "printf '[Open the award pull request](%s)\\n\\n[Ouvrir la demande (pull request) d’attribution](%s)\\n' "
        '"$LINK" "$LINK" >> "$GITHUB_STEP_SUMMARY"',
    ],
    ("record.yml", "record"): [
        CHECKOUT,
        PYTHON,
        INSTALL,
        'python -m board record --merged-by "$MERGER" --merged-at "$MERGED_AT" --head "$HEAD"',
        PUSH + "origin 'refs/tags/award/*:refs/tags/award/*'",
    ],
    ("pages.yml", "build"): [
        CHECKOUT,
        PYTHON,
        INSTALL,
        "actions/configure-pages",
        "curl --fail --silent --show-error --location --max-time 30 --max-filesize 65536 "
        '--output published.json "$SITE/record.json"',
        'python -m board build --out public --unless published.json --outputs "$GITHUB_OUTPUT"',
        "actions/upload-pages-artifact",
    ],
    ("pages.yml", "deploy"): ["actions/deploy-pages"],
    ("ci.yml", "test"): [CHECKOUT, PYTHON, "make test"],
}

JOBS = [pytest.param(file, job, id=f"{file}-{job}") for file, job in RUNS]


def test_there_are_six() -> None:
    """Six files, no other."""
    assert sorted(ALL) == sorted(TRIGGERS)


@pytest.mark.parametrize("file", TRIGGERS)
def test_starts_on_what_the_table_says(file: str) -> None:
    """Each workflow has its triggers, with their filters, and no other."""
    assert ALL[file].triggers == TRIGGERS[file]


@pytest.mark.parametrize("file", TRIGGERS)
def test_has_the_jobs_of_the_table(file: str) -> None:
    """A job that is added has to be added to the table."""
    assert [(file, name) for name in ALL[file].jobs] == [key for key in RUNS if key[0] == file]


@pytest.mark.parametrize(("file", "job"), JOBS)
def test_may_do_what_the_table_says(file: str, job: str) -> None:
    """The token can do what its job needs and nothing else; by itself it can do nothing."""
    assert ALL[file].permissions == {}
    assert ALL[file].jobs[job].permissions == PERMISSIONS[file, job]


@pytest.mark.parametrize(("file", "job"), JOBS)
def test_runs_what_the_table_says(file: str, job: str) -> None:
    """Every step, in order, to the letter."""
    assert runs(ALL[file].jobs[job]) == RUNS[file, job]


def test_statuses_follow_from_the_result_alone() -> None:
    """The job that says the verdict runs whatever became of the check, and reads nothing but what the check said."""
    status = ALL["bid-check.yml"].jobs["status"]

    assert (status.needs, status.condition) == (
        ["receipt", "check"],
        "always() && needs.receipt.result != 'skipped' && needs.receipt.outputs.judge != 'false' "
        "&& github.event.pull_request.base.ref == 'main' && github.event.action != 'closed' "
        "&& github.event.action != 'converted_to_draft' && github.event.action != 'ready_for_review'",
    )
    for step, name in zip(status.steps, ("check", "merge"), strict=True):
        assert step.environment["STATE"] == f"${{{{ needs.check.outputs.{name} || 'error' }}}}"
        assert step.environment["STATUSES"].endswith("/statuses/${{ github.event.pull_request.head.sha }}")


def test_what_the_job_hands_over_is_what_the_check_wrote() -> None:
    """Every output of the judging job is an output of its one judging step."""
    check = ALL["bid-check.yml"].jobs["check"]

    assert check.outputs == {
        name: f"${{{{ steps.judge.outputs.{name} }}}}" for name in ("check", "check-says", "merge", "merge-says")
    }
    assert [step.id for step in check.steps if step.command.startswith("python -m board check")] == ["judge"]


def test_what_has_no_receipt_is_not_judged() -> None:
    """The receipt comes first, for every act, and waits for nothing; it says what is judged; the event is a file."""
    bid_check = ALL["bid-check.yml"]
    receipt, check = bid_check.jobs["receipt"], bid_check.jobs["check"]
    said = receipt.steps[-1]

    assert next(iter(bid_check.jobs)) == "receipt"
    assert (receipt.needs, receipt.concurrency) == ([], {})
    assert receipt.condition == (
        "(github.event.pull_request.base.ref == 'main' "
        "&& (github.event.action != 'edited' || github.event.changes.base.ref.from) "
        "&& !github.event.pull_request.merged) || github.event.changes.base.ref.from == 'main'"
    )
    assert (check.needs, check.condition) == (["receipt"], "needs.receipt.outputs.judge == 'true'")
    assert (said.id, receipt.outputs) == ("say", {"judge": "${{ steps.say.outputs.judge }}"})
    assert said.environment == {
        "PYTHONPATH": "scripts",
        "GITHUB_TOKEN": "${{ github.token }}",
        "EVENT": "${{ github.event_path }}",
        "RUN": "${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}",
    }


def test_the_second_clock_can_do_nothing() -> None:
    """A pull request may change that file: it has no right, no checkout, no secret, and waits for nothing."""
    received = ALL["bid-received.yml"]
    (step,) = received.steps

    assert (received.concurrency, received.jobs["clock"].concurrency) == ({}, {})
    assert (step.uses, dict(step.environment)) == ("", {})


def test_no_job_is_cancelled_that_says_something() -> None:
    """No status is lost to a newer run; what judges, and what tags awards, waits its turn and is never dropped."""
    bid_check, record = ALL["bid-check.yml"], ALL["record.yml"]

    assert bid_check.concurrency == {}
    assert bid_check.jobs["check"].concurrency == {
        "group": "bid-check-${{ github.event.pull_request.number }}",
        "cancel-in-progress": False,
        "queue": "max",
    }
    assert bid_check.jobs["status"].concurrency == {}
    assert record.concurrency == {"group": "record", "cancel-in-progress": False, "queue": "max"}
    assert ALL["propose.yml"].concurrency == {"group": "propose-${{ inputs.ref }}", "cancel-in-progress": False}
    assert ALL["pages.yml"].concurrency == {"group": "pages", "cancel-in-progress": False}


def test_what_was_not_built_is_not_published() -> None:
    """By the hour the site is asked what it shows; the artifact and the deployment wait for what the build says."""
    build, deploy = ALL["pages.yml"].jobs["build"], ALL["pages.yml"].jobs["deploy"]
    asked, built, handed = build.steps[-3:]

    assert (asked.condition, asked.tolerated) == ("github.event_name == 'schedule'", True)
    assert (built.id, built.condition) == ("build", "")
    assert handed.condition == "steps.build.outputs.built == 'true'"
    assert (deploy.needs, deploy.condition) == (["build"], "needs.build.outputs.built == 'true'")


def test_nobody_proposes_in_the_name_of_another() -> None:
    """A run on another branch, or that somebody else started again, proposes nothing."""
    assert ALL["propose.yml"].jobs["propose"].condition == (
        "github.ref == 'refs/heads/main' && github.triggering_actor == github.actor"
    )


def runs(job: Job) -> list[str]:
    """The action of each step without its revision, or its whole command."""
    return [step.uses.partition("@")[0] or step.command.rstrip("\n") for step in job.steps]
