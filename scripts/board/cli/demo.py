"""`board demo`: whole procurements, played through real Git and dated around now."""

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from board.adapters import keys, resources
from board.adapters.new_repository import begin, is_empty
from board.adapters.repository import act
from board.cli.console import Console
from board.cli.options import Usage, add_now, parser_of
from board.cli.setting import board_of, clock, schemas
from board.core.text import Text
from board.jobs import demo_board
from board.jobs.demo import Demonstration
from board.jobs.demo_acts import Stage
from board.jobs.demo_files import Files
from board.model.play import Scene, play
from board.model.snapshot import Written
from board.render.trial import TRIAL

_DIR = Text("folder to make", "dossier à créer")
_NO_FOLDER = Text("{path} is no folder", "{path} n’est pas un dossier")
_FULL = Text(
    "{path} holds files: name a folder that is empty or not there yet",
    "{path} contient des fichiers\u00a0: nommez un dossier vide ou qui n’existe pas encore",
)
_PLAYED = Text(
    "Played in {path}: {posted} opportunities, {bids} bids, {awards} awards, {ends} ended without one.",
    "Joué dans {path}\u00a0: {posted} occasions, {bids} soumissions, {awards} attributions, {ends} sans attribution.",
)
_NEXT = Text("See it, and prove it:", "À voir, et à vérifier\u00a0:")

# Delegations begin before the first scene and hold beyond the last day that any file names.
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=90)


class SceneRefusedError(Exception):
    """An act of the demonstration was refused: its content and the rules do not agree."""

    def __init__(self, scene: Scene, outcome: object) -> None:
        super().__init__(f"{scene.kind} of {scene.ref} by {scene.by}: {outcome}")


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """Play every scene, earliest first."""
    options = _options(usage, rest)
    root: Path = options.dir
    if root.exists() and not root.is_dir():
        raise console.misused(_NO_FOLDER, path=root)
    if not is_empty(root):
        raise console.misused(_FULL, path=root)
    begin(root)
    played = _play(root, options)
    console.say(TRIAL)
    counts = Counter(scene.kind for scene in played)
    # A bid that is sent again is the same bid.
    bids = {path for scene in played if scene.kind in ("bid", "mail") for path in scene.files}
    console.say(
        _PLAYED,
        path=root,
        posted=counts["post"],
        bids=len(bids),
        awards=counts["award"],
        ends=counts["cancel"],
    )
    console.say(_NEXT)
    console.say(f"    board --root {root} serve")
    console.say(f"    board --root {root} verify")
    return 0


def _play(root: Path, options: argparse.Namespace) -> Sequence[Scene]:
    now, content, seed = clock(options.now), resources.demonstration(), resources.seed()
    beginning = now.astimezone(demo_board.ZONE) - _BEFORE
    above = content.pop("organizations.yml")
    act(root, demo_board.begin(above, seed, beginning, now + _AFTER))
    board = board_of(demo_board.files(above, seed, beginning, now + _AFTER))
    if board.settings is None:
        raise AssertionError("the board of the demonstration has settings")
    files = Files(demo_board.ZONE, max(board.terms), keys, board.settings, schemas())
    demonstration = Demonstration(now, demo_board.ZONE, files)
    scenes = demonstration.scenes([play(told) for told in content.values()], board.organizations)
    stage = Stage(demonstration.held, keys, schemas())
    for scene in scenes:
        commit = ""
        for step in stage.steps(scene):
            outcome = act(root, step(commit))
            if not isinstance(outcome, Written):
                raise SceneRefusedError(scene, outcome)
            commit = outcome.commit
    return scenes


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser = parser_of(usage)
    parser.add_argument("dir", metavar="DIR", type=Path, help=_DIR[usage.language])
    add_now(parser, usage.language)
    return parser.parse_args(rest)
