"""A board with a procurement in every state that this program reaches, and the site built of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from fcntl import LOCK_EX, flock
from pathlib import Path

from tests.render import outcomes
from tests.worlds import FOLDER, board_files, work_tree

from board.cli.main import run

# The instant that the site is built for; the browser's clock says the same.
NOW = datetime.fromisoformat("2026-09-22T12:00:00-04:00")

# Of the board, as its settings name it.
ADDRESS = "https://example.invalid/board/"

ORGANIZATION = "opportunities/dex-mex/organization.yml"

_TITLES = (
    "Fix the date filter of the statistics viewer",
    "Corriger le filtre de dates de la visionneuse de statistiques",
)
_CLOCK = ("2026-09-08T09:00:00-04:00", "2026-09-11T14:00:00-04:00", "2026-09-15T14:00:00-04:00", '"2026-09-25"')


@dataclass(frozen=True, slots=True)
class Twist:
    """One procurement that differs from `date-filter` in what a page shows.

    Attributes:
        slug: Last part of its REF.
        titles: English and French.
        clock: Publication, end of questions, closing, end of the work.
        ended: The text of its ``cancellation.yml`` below the REF; empty where it has none.
    """

    slug: str
    titles: tuple[str, str]
    clock: tuple[str, str, str, str]
    ended: str = ""


TWISTS = (
    Twist(
        "tide-alerts",
        (
            "Write the failing tests that show why subscribers of renamed stations miss their tide alerts",
            "Écrire les tests en échec qui montrent pourquoi les abonnés de stations renommées manquent leurs alertes",
        ),
        ("2026-09-18T09:00:00-04:00", "2026-09-25T14:00:00-04:00", "2026-09-29T14:00:00-04:00", "2026-10-30"),
    ),
    Twist(
        "glossary",
        ("Turn the survey glossary into YAML", "Convertir le glossaire des enquêtes en YAML"),
        ("2026-09-15T09:00:00-04:00", "2026-09-21T10:00:00-04:00", "2026-09-23T10:00:00-04:00", "2026-10-09"),
    ),
    Twist(
        "vessel-reminders",
        ("Send quarterly reminders from the registry", "Envoyer des rappels trimestriels du registre"),
        ("2026-10-01T09:00:00-04:00", "2026-10-06T14:00:00-04:00", "2026-10-08T14:00:00-04:00", "2026-11-13"),
    ),
    Twist(
        "station-loader",
        ("Load station data twice as fast", "Charger les données des stations deux fois plus vite"),
        ("2026-09-10T09:00:00-04:00", "2026-09-17T14:00:00-04:00", "2026-09-21T14:00:00-04:00", "2026-10-16"),
    ),
    Twist(
        "print-layout",
        ("Make the maps print on one page", "Faire tenir l’impression des cartes sur une page"),
        ("2026-09-09T09:00:00-04:00", "2026-09-16T14:00:00-04:00", "2026-09-18T14:00:00-04:00", "2026-10-16"),
        'reason: "no-longer-needed"\ndecided_by: "a-tremblay"\ndecided_at: "2026-09-14T10:20:00-04:00"\n'
        'text:\n  en: "The maps will be retired in October."\n  fr: "Les cartes seront retirées en octobre."\n',
    ),
)


def in_every_state() -> dict[str, bytes]:
    """The specimen as an ordinary board, with the procurements of `TWISTS` beside its own: path to content."""
    files = board_files()
    files[ORGANIZATION] = files[ORGANIZATION].replace(b"specimen: true\n", b"")
    request = files[f"{FOLDER}/opportunity.yml"].decode()
    for twist in TWISTS:
        folder, text = f"opportunities/dex-mex/2026/{twist.slug}", request
        clock = (*twist.clock[:3], f'"{twist.clock[3]}"')
        for old, new in zip((*_TITLES, *_CLOCK), (*twist.titles, *clock), strict=True):
            assert old in text
            text = text.replace(old, new)
        files[f"{folder}/opportunity.yml"] = text.encode()
        if twist.ended:
            said = f'schema: 1\nopportunity: "dex-mex/2026/{twist.slug}"\n{twist.ended}'
            files[f"{folder}/cancellation.yml"] = said.encode()
    return files | _outcomes()


def _outcomes() -> dict[str, bytes]:
    """Outcomes over a closing: a draw, one that was held again, ratings, and an end where no bid passed."""
    made: dict[str, bytes] = {}
    for slug, found in (
        ("drawn-prizes", outcomes.drawn()),
        ("second-draws", outcomes.drawn("a-tremblay")),
        ("rated-badges", outcomes.rated()),
        ("none-passing", outcomes.ended()),
    ):
        made |= outcomes.files(found, slug)
    return made


@contextmanager
def built_once(shared: Path) -> Iterator[Path]:
    """The folder of the built site, made by the first of the processes that share a folder; the others wait for it."""
    out = shared / "site"
    with (shared / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not out.exists():
            root = work_tree(shared / "board", in_every_state())
            code = run(["--root", str(root), "build", "--out", str(shared / "new"), "--now", NOW.isoformat()])
            assert code == 0
            (shared / "new").rename(out)
    yield out
