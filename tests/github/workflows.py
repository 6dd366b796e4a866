"""The workflows as values, for tests: what GitHub reads in `.github/workflows`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

TOP = Path(__file__).parents[2]
FOLDER = TOP / ".github" / "workflows"


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        name: As people read it.
        id: Under which later steps find its outputs; empty where none do.
        uses: Action with its revision; empty for a command.
        command: What the shell runs; empty for an action.
        settings: `with` of an action.
        environment: Variable to expression.
        condition: `if`; empty for the usual one.
        tolerated: Whether the job goes on when it fails.
    """

    name: str
    id: str
    uses: str
    command: str
    settings: Mapping[str, object]
    environment: Mapping[str, str]
    condition: str
    tolerated: bool


@dataclass(frozen=True, slots=True)
class Job:
    """One job.

    Attributes:
        name: Its key.
        permissions: Of the token.
        needs: Jobs before it.
        condition: `if`; empty for the usual one.
        outputs: Name to expression.
        steps: In order.
        minutes: After which it is ended; 0 where nothing says so.
        concurrency: Its own group, as written; empty where it has none.
    """

    name: str
    permissions: Mapping[str, str]
    needs: Sequence[str]
    condition: str
    outputs: Mapping[str, str]
    steps: Sequence[Step]
    minutes: int
    concurrency: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Workflow:
    """One file.

    Attributes:
        name: File name.
        text: The file.
        triggers: Event to its filters.
        permissions: Those at the top.
        concurrency: The group of the whole run; empty where it has none.
        jobs: Key to job.
    """

    name: str
    text: str
    triggers: Mapping[str, Any]
    permissions: object
    concurrency: Mapping[str, object]
    jobs: Mapping[str, Job]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all jobs."""
        return tuple(step for job in self.jobs.values() for step in job.steps)


def workflow(path: Path) -> Workflow:
    """The workflow that a file holds."""
    text = path.read_text("utf-8")
    fields = yaml.safe_load(text)
    # YAML 1.1 reads the key `on` as true.
    triggers = fields[True]
    return Workflow(
        path.name,
        text,
        {event: filters or {} for event, filters in triggers.items()},
        fields.get("permissions"),
        fields.get("concurrency", {}),
        {name: _job(name, job) for name, job in fields["jobs"].items()},
    )


def workflows() -> dict[str, Workflow]:
    """File name to workflow, of all there are."""
    return {path.name: workflow(path) for path in sorted(FOLDER.iterdir())}


def _job(name: str, fields: Mapping[str, Any]) -> Job:
    needs = fields.get("needs", [])
    return Job(
        name,
        fields["permissions"],
        [needs] if isinstance(needs, str) else needs,
        fields.get("if", ""),
        fields.get("outputs", {}),
        [_step(step) for step in fields["steps"]],
        fields.get("timeout-minutes", 0),
        fields.get("concurrency", {}),
    )


def _step(fields: Mapping[str, Any]) -> Step:
    return Step(
        fields["name"],
        fields.get("id", ""),
        fields.get("uses", ""),
        fields.get("run", ""),
        fields.get("with", {}),
        {name: str(value) for name, value in fields.get("env", {}).items()},
        fields.get("if", ""),
        fields.get("continue-on-error", False),
    )
