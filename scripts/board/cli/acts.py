"""What commands that write history share: the instant, the bids, what stands in the way, and how it is told."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from board.adapters.changes import ShallowHistoryError
from board.adapters.objects import NoRepositoryError
from board.adapters.snapshot import snapshot
from board.adapters.work_trees import WorkTreeInTheWayError
from board.cli.console import Console
from board.cli.proposal import judged
from board.cli.setting import announce, board_of, clock, zone_of
from board.core.finding import Finding, refuses
from board.core.text import Text
from board.jobs.acting import UnknownProcurementError
from board.jobs.check_change import Proposer
from board.jobs.received import Source
from board.jobs.verify import main_of
from board.model.procurement import Board
from board.model.reference import is_ref
from board.render.report import report
from board.render.terminal import listing, summary
from board.render.wording import quoted, visible

FORMATS = ("text", "json")

FORMAT = Text("for a person or a program", "pour une personne ou un programme")

_NO_REF = Text(
    "{ref} is no REF, such as dex-mex/2026/date-filter.", "{ref} n’est pas une REF, comme dex-mex/2026/date-filter."
)
_NO_REPOSITORY = Text(
    "{root} is no Git repository. Give the folder of a board with --root, or make one with: board init",
    "{root} n’est pas un dépôt Git. Donnez le dossier d’un tableau avec --root, ou créez-en un avec\u00a0: board init",
)
_UNKNOWN = Text(
    "Main has no opportunity {ref}. What counts is what is committed there.",
    "L’occasion {ref} n’est pas sur main. Seul compte ce qui y est commis.",
)
_ONLY_TRIAL = Text(
    "This board is live, and its clock is not given by hand: leave out --now.",
    "Ce tableau est en service, et son horloge ne se donne pas à la main\u00a0: omettez --now.",
)
_IN_THE_WAY = Text(
    "{work_tree} has changes where this would write: {paths}. Commit them or move them away; nothing was written.",
    "{work_tree} a des modifications là où il faudrait écrire\u00a0: {paths}. Commettez-les ou déplacez-les\u202f; "
    "rien n’a été écrit.",
)
_SHALLOW = Text(
    "History was cut off in this clone. Try: git fetch --unshallow",
    "L’historique de ce clone a été coupé. Essayez\u00a0: git fetch --unshallow",
)


@contextmanager
def explained(console: Console) -> Iterator[None]:
    """Turn what the repository cannot do into wrong use, told in the language of the run."""
    try:
        yield
    except NoRepositoryError as error:
        raise console.misused(_NO_REPOSITORY, root=_shown(error.root, console)) from error
    except UnknownProcurementError as error:
        raise console.misused(_UNKNOWN, ref=error.ref) from error
    except WorkTreeInTheWayError as error:
        paths = ", ".join(visible(path) for path in error.paths) or error.problem
        raise console.misused(_IN_THE_WAY, work_tree=_shown(error.work_tree, console), paths=paths) from error
    except ShallowHistoryError as error:
        raise console.misused(_SHALLOW) from error


def board_at(root: Path) -> Board:
    """The board as main has it."""
    with snapshot(root) as seen:
        main = main_of(seen)
        return board_of(seen.tree(main) if main else {})


def instant(board: Board, given: datetime | None, console: Console) -> tuple[datetime, str]:
    """The instant of an act, and which clock told it."""
    if given and (board.settings is None or board.settings.mode != "trial"):
        raise console.misused(_ONLY_TRIAL)
    return clock(given), "given" if given else "machine"


def checked_ref(text: str, console: Console) -> str:
    """The REF that was given."""
    if not is_ref(text):
        raise console.misused(_NO_REF, ref=_shown(text, console))
    return text


class Changes(Mapping[str, tuple[Finding, ...]]):
    """Head of a bid to what is wrong with the change that brings it, judged when asked."""

    def __init__(self, root: Path, main: str, sources: Sequence[Source], at: datetime) -> None:
        self._root = root
        self._main = main
        self._at = at
        self._sources = {source.head: source for source in sources}

    def __getitem__(self, head: str) -> tuple[Finding, ...]:
        source = self._sources[head]
        # Who entered mail had to be entitled on that day.
        at = source.entered_at or self._at
        found = judged(self._root, self._main, head, Proposer(source.by or source.login, source.id), at).findings
        # What is wrong with the file itself is judged without regard to when it is looked at.
        return tuple(finding for finding in found if finding.code.startswith("CHG"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def refused(findings: Sequence[Finding], board: Board, form: str, console: Console) -> int:
    """Tell why nothing was written."""
    return told(findings, {}, (), board, form, console)


def told(
    findings: Sequence[Finding],
    members: Mapping[str, object],
    lines: Sequence[str],
    board: Board,
    form: str,
    console: Console,
) -> int:
    """Tell what was done and found; the exit code is 1 where anything refuses.

    Args:
        findings: Warnings too.
        members: What a program reads beside the findings.
        lines: What a person reads before them.
        board: By whose settings it is told.
        form: ``text`` or ``json``.
        console: Where to.
    """
    address, zone = board.settings.address if board.settings else "", zone_of(board)
    if form == "json":
        document = {**json.loads(report(findings, address, zone)), **members}
        console.say(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        announce(console, board)
        console.lines(lines)
        console.lines(listing(findings, console.language, address, zone))
        if findings:
            console.say(summary(findings, console.language))
    return int(any(map(refuses, findings)))


def _shown(name: object, console: Console) -> str:
    return quoted(str(name), console.language)
