"""`gh` as the workflows use it: three calls, held to what GitHub's API takes; every other is refused."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(os.environ["MACHINE_FOLDER"])
PERMISSIONS = json.loads(os.environ["MACHINE_PERMISSIONS"])
STATES = ("error", "failure", "pending", "success")
FIELDS = {"context", "state", "description", "target_url"}


def refuse(why: str) -> None:
    """End as `gh` does when GitHub says no."""
    sys.exit(f"gh: {why}: {sys.argv[1:]}")


def allowed(what: str, right: str) -> None:
    """End where the token of the job may not do that."""
    if not os.environ.get("GH_TOKEN"):
        refuse("no token")
    if right not in (PERMISSIONS.get(what), "read" if PERMISSIONS.get(what) == "write" else None):
        refuse(f"HTTP 403: {what} is not given to this job")


def post_status(path: str, words: list[str]) -> None:
    """`POST /repos/{owner}/{repo}/statuses/{sha}`."""
    allowed("statuses", "write")
    found = re.fullmatch(r"repos/dex-mex/board/statuses/([0-9a-f]{40})", path)
    if not found:
        refuse("HTTP 404")
    assert found
    names, pairs = words[::2], [word.partition("=") for word in words[1::2]]
    fields = {name: value for name, _, value in pairs}
    if set(names) != {"--raw-field"} or set(fields) != FIELDS or len(pairs) != len(FIELDS):
        refuse("fields that the API does not take")
    if fields["state"] not in STATES or len(fields["description"]) > 140:
        refuse("HTTP 422")
    known = subprocess.run(
        ["git", "cat-file", "-e", f"{found[1]}^{{commit}}"], cwd=os.environ["MACHINE_ORIGIN"], capture_output=True
    )
    if known.returncode:
        refuse("HTTP 422: no commit found for that SHA")
    with (FOLDER / "statuses.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"sha": found[1], **fields}, ensure_ascii=False) + "\n")


def list_pulls() -> None:
    """`GET /repos/{owner}/{repo}/pulls`, page by page, as `--slurp` gives them: a list of pages."""
    allowed("pull-requests", "read")
    pulls = json.loads((FOLDER / "pulls.json").read_text("utf-8"))
    pages = [pulls[start : start + 2] for start in range(0, len(pulls), 2)] or [[]]
    sys.stdout.write(json.dumps(pages))


match sys.argv[1:]:
    case ["api", "--method", "POST", path, *words]:
        post_status(path, words)
    case ["api", "--paginate", "--slurp", "repos/dex-mex/board/pulls?state=open&base=main&per_page=100"]:
        list_pulls()
    case _:
        refuse("not known here")
