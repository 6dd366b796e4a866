"""A machine that runs our workflows as GitHub would: steps in order, with a made-up event and a real bare repository.

It knows the actions and the commands that stand in the workflows, and refuses every other: a step that changes has to
be learnt here too. `gh` is a program of ours that answers what GitHub would, holds it to the permissions of the job,
and writes down what it was asked; the API that our own program asks is a server of ours, which does the same.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.github import expressions
from tests.github.fake_github import TOKEN, FakeGitHub, serving
from tests.github.test_table import INSTALL
from tests.github.workflows import TOP, Job, Step, Workflow, workflow
from tests.worlds import World, git

REPOSITORY = "dex-mex/board"
CREDENTIAL = TOKEN

_FAKE_GH = Path(__file__).with_name("fake_gh.py")

# The actions that this machine has, with what they give to later steps.
_ACTIONS: Mapping[str, Mapping[str, str]] = {
    "actions/checkout": {},
    "actions/setup-python": {},
    "actions/configure-pages": {"base_url": "https://dex-mex.example/board"},
    "actions/upload-pages-artifact": {},
    "actions/deploy-pages": {"page_url": "https://dex-mex.example/board/"},
}

# What every program on GitHub's machines is given, beside what the step says.
_SHELL = ("bash", "-e")


class UnknownActionError(Exception):
    """A step uses an action that this machine does not have."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of one job.

    Attributes:
        result: ``success``, ``failure`` or ``skipped``.
        outputs: Name to text.
        log: What all its steps printed.
        summary: What they wrote for the page of the run.
        statuses: What it said of commits, in order.
        workspace: Its working tree.
    """

    result: str
    outputs: Mapping[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    statuses: Sequence[Mapping[str, str]] = ()
    workspace: Path = Path()


@dataclass(frozen=True, slots=True)
class Machine:
    """Where workflows run.

    Attributes:
        root: A folder for everything that a run leaves.
        origin: The repository on the forge.
        now: The instant that the program is given instead of the clock.
        github: What was said of commits through the API, in all runs, and what goes wrong with the next calls.
        earlier: A checkout of what *origin* began with, which each job brings up to date; None for none.
    """

    root: Path
    origin: World
    now: str
    github: FakeGitHub = field(default_factory=FakeGitHub)
    earlier: Path | None = None

    def run(
        self,
        path: Path,
        github: Mapping[str, Any],
        pulls: Sequence[Mapping[str, Any]] = (),
        site: Path | None = None,
    ) -> dict[str, Ran]:
        """Job to what became of it, of one run of a workflow; jobs run in the order of the file.

        Args:
            path: The workflow.
            github: The context of that name; repository, token and the like are added.
            pulls: What GitHub answers when it is asked for the open pull requests.
            site: The folder that is published; None where nothing is yet.
        """
        one = workflow(path)
        told = _fresh(self.root / "event") / "event.json"
        told.write_text(json.dumps(github.get("event", {})))
        whole = {**_github(github), "event_path": str(told)}
        done: dict[str, Ran] = {}
        for name, job in one.jobs.items():
            needs = {other: {"result": done[other].result, "outputs": done[other].outputs} for other in job.needs}
            context = {"github": whole, "needs": needs, "inputs": whole.get("inputs", {})}
            failed = any(done[other].result != "success" for other in job.needs)
            # A condition goes with success of what is needed too, unless it asks for every case.
            wanted = not failed or "always()" in job.condition
            if job.condition:
                wanted = wanted and expressions.truth(job.condition, context)
            done[name] = self._served(one, job, context, pulls, site) if wanted else Ran("skipped")
        return done

    def _served(self, one: Workflow, job: Job, *rest: Any) -> Ran:
        """What becomes of a job that may ask the API what its permissions let it."""
        self.github.permissions = job.permissions
        self.github.knows = self._has
        before = {commit: len(said) for commit, said in self.github.statuses.items()}
        with serving(self.github):
            ran = self._job(one, job, *rest)
        said = [
            {"sha": commit, **{name: str(value) for name, value in status.items() if name != "creator"}}
            for commit, statuses in self.github.statuses.items()
            for status in statuses[before.get(commit, 0) :]
        ]
        return replace(ran, statuses=[*ran.statuses, *said])

    def _has(self, commit: str) -> bool:
        words = ["git", "cat-file", "-e", f"{commit}^{{commit}}"]
        return subprocess.run(words, cwd=self.origin.root, capture_output=True).returncode == 0

    def _job(
        self,
        one: Workflow,
        job: Job,
        context: Mapping[str, Any],
        pulls: Sequence[Mapping[str, Any]],
        site: Path | None,
    ) -> Ran:
        folder = _fresh(self.root / f"{one.name}-{job.name}")
        tools, workspace = folder / "bin", folder / "work"
        workspace.mkdir()
        _tools(tools, site)
        (folder / "pulls.json").write_text(json.dumps(pulls))
        # A step that does not run has no outputs, but may be asked for them.
        steps: dict[str, dict[str, Mapping[str, str]]] = {step.id: {"outputs": {}} for step in job.steps if step.id}
        known = {**context, "steps": steps}
        failed, log, summary = False, [], folder / "summary.md"
        summary.touch()
        for number, step in enumerate(job.steps):
            # A condition of its own goes with success too, unless it asks how the job stands.
            asks = "cancelled()" in step.condition or "always()" in step.condition
            if (failed and not asks) or (step.condition and not expressions.truth(step.condition, known)):
                continue
            told = folder / f"output-{number}"
            told.touch()
            if step.uses:
                outputs = self._act(step, workspace, context["github"]["sha"])
                steps |= {step.id: {"outputs": outputs}} if step.id else {}
                continue
            environment = self._environment(step, job, known, folder, told)
            done = subprocess.run(
                [*_SHELL, "-c", step.command], cwd=workspace, env=environment, capture_output=True, timeout=120
            )
            log.append(f"$ {step.command}\n{(done.stdout + done.stderr).decode()}")
            failed = failed or (done.returncode != 0 and not step.tolerated)
            if step.id:
                steps[step.id] = {"outputs": dict(_told(told))}
        return Ran(
            "failure" if failed else "success",
            {name: expressions.text(given, known) for name, given in job.outputs.items()},
            "\n".join(log),
            summary.read_text("utf-8"),
            [json.loads(line) for line in _lines(folder / "statuses.jsonl")],
            workspace,
        )

    def _act(self, step: Step, workspace: Path, revision: str) -> Mapping[str, str]:
        """What an action does, and its outputs."""
        name = step.uses.partition("@")[0]
        if name not in _ACTIONS:
            raise UnknownActionError(step.uses)
        if name == "actions/checkout":
            whole = {"fetch-depth": 0, "persist-credentials": False}
            assert dict(step.settings) in (whole, {"persist-credentials": False})
            checkout(workspace, self.origin, revision, self.earlier)
        if name == "actions/upload-pages-artifact":
            handed = workspace / str(step.settings["path"])
            assert (handed / "index.html").is_file(), f"nothing to publish in {handed}"
        return _ACTIONS[name]

    def _environment(
        self, step: Step, job: Job, context: Mapping[str, Any], folder: Path, told: Path
    ) -> dict[str, str]:
        return {
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "LANG": "C.UTF-8",
            "GITHUB_OUTPUT": str(told),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "GITHUB_API_URL": self.github.address,
            # For the programs of this machine alone.
            "MACHINE_NOW": self.now,
            "MACHINE_FOLDER": str(folder),
            "MACHINE_ORIGIN": str(self.origin.root),
            "MACHINE_PERMISSIONS": json.dumps(dict(job.permissions)),
            **{name: expressions.text(given, context) for name, given in step.environment.items()},
        }


def forge(origin: World) -> None:
    """Let a repository behave as the forge does: it filters, and takes a push from a job with the right and a token."""
    origin.git("config", "uploadpack.allowFilter", "true")
    hook = origin.root / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\n"
        f'[ "$GH_TOKEN" = "{CREDENTIAL}" ] || {{ echo "no token" >&2; exit 1; }}\n'
        """case "$MACHINE_PERMISSIONS" in *'"contents": "write"'*) ;; *) echo "no right" >&2; exit 1;; esac\n"""
    )
    hook.chmod(0o755)


def _github(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "repository": REPOSITORY,
        "server_url": "https://github.example",
        "run_id": "4711",
        "token": CREDENTIAL,
        "ref": "refs/heads/main",
        **given,
    }


def checkout(workspace: Path, origin: World, revision: str, earlier: Path | None = None) -> None:
    """Whole history, all branches and tags, the branch main at the commit of the run, and no credentials.

    Args:
        workspace: An empty folder.
        origin: The repository on the forge.
        revision: The commit of the run.
        earlier: Another checkout: what it has is linked, and neither fetched, written nor compiled once more.
    """
    if earlier:
        shutil.copytree(earlier / ".git", workspace / ".git")
        shutil.copytree(
            earlier, workspace, copy_function=os.link, ignore=shutil.ignore_patterns(".git"), dirs_exist_ok=True
        )
        git(workspace, "remote", "set-url", "origin", f"file://{origin.root}")
    else:
        git(workspace, "init", "-q", "-b", "main")
        # A link moves this instant alone, and Git would read every file anew.
        git(workspace, "config", "core.trustctime", "false")
        git(workspace, "remote", "add", "origin", f"file://{origin.root}")
    git(workspace, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*")
    git(workspace, "checkout", "-q", "-B", "main", revision)
    if not earlier:
        _compiled(workspace)


def _compiled(workspace: Path) -> None:
    """Hand over what Python made of the very same sources: each step would compile them anew for half a second.

    A source that differs in a byte keeps an instant of its own, for which Python takes nothing compiled before.
    """
    for source in (TOP / "scripts").rglob("*.py"):
        copy = workspace / source.relative_to(TOP)
        made = Path(importlib.util.cache_from_source(str(source)))
        if made.is_file() and copy.is_file() and copy.read_bytes() == source.read_bytes():
            times = source.stat()
            os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))
            there = Path(importlib.util.cache_from_source(str(copy)))
            there.parent.mkdir(exist_ok=True)
            shutil.copyfile(made, there)


def _tools(folder: Path, site: Path | None) -> None:
    """The programs that a step finds: Git, `jq`, ours for `gh`, `curl` and `date`, a Python that installs nothing."""
    folder.mkdir()
    python, gh, curl, date = (folder / name for name in ("python", "gh", "curl", "date"))
    python.write_text(
        "#!/bin/bash\n"
        f'[ "python $*" = {_quoted(INSTALL)} ] && exec test -f requirements.lock\n'
        '[ "$1 $2" = "-m board" ] || { echo "python $*: not known here" >&2; exit 97; }\n'
        # The program has a clock of its own on GitHub; here the instant is said to whatever command takes one.
        'case "$3" in check|award|build) exec_now=(--now "$MACHINE_NOW");; *) exec_now=();; esac\n'
        f'exec {_quoted(sys.executable)} "$@" "${{exec_now[@]}}"\n'
    )
    gh.write_text(f'#!/bin/bash\nexec {_quoted(sys.executable)} -I {_quoted(str(_FAKE_GH))} "$@"\n')
    # The last word is the address, and the one before it the file: what there is of the site is copied.
    curl.write_text(
        '#!/bin/bash\n[ "${@: -3:1} ${@: -1}" = "--output https://dex-mex.example/board/record.json" ] || exit 2\n'
        f'exec cp {_quoted(str(site or "/nowhere"))}/record.json "${{@: -2:1}}"\n'
    )
    date.write_text('#!/bin/bash\n[ "$*" = "--utc --iso-8601=seconds" ] && exec echo "$MACHINE_NOW"\nexit 2\n')
    for program in (python, gh, curl, date):
        program.chmod(0o755)
    assert shutil.which("jq"), "jq is on GitHub's machines and must be here"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _told(path: Path) -> Iterator[tuple[str, str]]:
    """The outputs that a step wrote: `name=text`, a line each."""
    for line in _lines(path):
        found = re.fullmatch(r"([a-z][a-z-]*)=(.*)", line)
        assert found, f"{line!r} is no output"
        yield found[1], found[2]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def _fresh(folder: Path) -> Path:
    number = 1
    while (made := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    made.mkdir(parents=True)
    return made
