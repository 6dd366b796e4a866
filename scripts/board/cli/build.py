"""`board build`: the site of a board, in both languages."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from board.adapters import files
from board.adapters.objects import NoRepositoryError, Objects, UnknownRevisionError, open_repository
from board.adapters.summary import append
from board.adapters.worktree import RECORD
from board.cli.console import Console
from board.cli.options import Usage, add_now, parser_of
from board.cli.progress import Progress
from board.cli.setting import announce, clock, no_board, zone_of
from board.cli.site import Made, Plan, made, state_of
from board.cli.tree import NoBoardError
from board.core.finding import refuses
from board.core.text import Text
from board.jobs.build import RecordState, is_shown
from board.model.snapshot import MAIN
from board.render.locale import number
from board.render.terminal import listing
from board.render.wording import quoted

_OUT = Text(
    "folder to write to (default: public, in the folder of the board)",
    "dossier où écrire (par défaut\u00a0: public, dans le dossier du tableau)",
)
_UNLESS = Text(
    "build nothing where a site with this record.json shows the very same; without that file, build",
    "ne rien construire si un site ayant ce record.json montre la même chose\u202f; sans ce fichier, construire",
)
_OUTPUTS = Text(
    "also write here whether anything was built, for the later steps of a forge’s run",
    "écrire aussi ici si quelque chose a été construit, pour la suite de l’exécution d’une forge",
)
_REV = Text("build from this revision, not from the files", "construire à partir de cette révision, non des fichiers")

_NO_REPOSITORY = Text(
    "{root} is no Git repository, so it has no revisions. Leave out --rev, or give another --root.",
    "{root} n’est pas un dépôt Git et n’a donc pas de révisions. Omettez --rev, ou donnez un autre --root.",
)
_NO_REVISION = Text(
    "The repository has no commit called {revision}. Try: git fetch",
    "Le dépôt n’a aucun commit nommé {revision}. Essayez\u00a0: git fetch",
)
_NOT_OURS = Text(
    "{folder} holds something that board build did not make, and it is not taken away. Give another folder with --out.",
    "{folder} contient quelque chose que board build n’a pas fait, et qui n’est pas retiré. "
    "Donnez un autre dossier avec --out.",
)
_SHOWN = Text(
    "Nothing has happened since the site was built, and nothing was built.",
    "Rien ne s’est passé depuis la construction du site, et rien n’a été construit.",
)
_BUILT = Text("{count} files of the site are in {folder}.", "{count} fichiers du site sont dans {folder}.")
_LEFT_OUT = Text(
    "What cannot be read was left out. Mend the errors above and build again.",
    "Ce qui est illisible a été laissé de côté. Corrigez les erreurs ci-dessus, puis reconstruisez.",
)
_NOTHING = Text(
    "Nothing was built: board.yml or policy.yml cannot be read. Mend the errors above and build again.",
    "Rien n’a été construit\u00a0: board.yml ou policy.yml est illisible. "
    "Corrigez les erreurs ci-dessus, puis reconstruisez.",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 all is built, 1 something was left out."""
    parser = parser_of(usage)
    language = usage.language
    parser.add_argument("--out", type=Path, metavar="DIR", help=_OUT[language])
    parser.add_argument("--rev", metavar="REV", help=_REV[language])
    parser.add_argument("--unless", type=Path, metavar="FILE", help=_UNLESS[language])
    parser.add_argument("--outputs", type=Path, metavar="FILE", help=_OUTPUTS[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    out = options.out or usage.root / "public"
    if not files.ours(out):
        raise console.misused(_NOT_OURS, folder=quoted(str(out), language))
    plan = Plan(usage.root, commit_of(usage.root, options.rev, console), clock(options.now))
    if options.unless and options.unless.is_file() and is_shown(options.unless.read_bytes(), _state(plan, console)):
        console.say(_SHOWN)
        return _handed_on(0, options.outputs, built=False)
    site = planned(plan, console)
    with Progress(console, site.total) as progress:
        site.told = progress.reached
        count = files.write(out, site.files) if site.readable else 0
    return _handed_on(_tell(site, count, out, console), options.outputs, built=True)


def planned(plan: Plan, console: Console) -> Made:
    """The site in the making.

    Raises:
        InUseError: There is no board.
    """
    with _on_a_board(plan, console):
        return made(plan)


def commit_of(root: Path, revision: str | None, console: Console) -> str:
    """The id of the commit to show; empty for the folder of files.

    Raises:
        InUseError: There is no such revision.
    """
    if revision is None and (root / RECORD).is_dir():
        return ""
    try:
        repo = open_repository(root)
        if revision is None and not repo.bare:
            return ""
        with Objects(repo) as objects:
            return objects.resolve(revision or MAIN)
    except NoRepositoryError as error:
        if revision is None:
            return ""
        raise console.misused(_NO_REPOSITORY, root=quoted(str(root), console.language)) from error
    except UnknownRevisionError as error:
        raise console.misused(_NO_REVISION, revision=quoted(error.revision, console.language)) from error


def _state(plan: Plan, console: Console) -> RecordState:
    with _on_a_board(plan, console):
        return state_of(plan)


@contextmanager
def _on_a_board(plan: Plan, console: Console) -> Iterator[None]:
    try:
        yield
    except NoBoardError as error:
        raise no_board(plan.root, console) from error


def _handed_on(code: int, outputs: Path | None, *, built: bool) -> int:
    if outputs:
        append(outputs, f"built={'true' if built else 'false'}\n")
    return code


def told(site: Made, console: Console) -> None:
    """Say what of the record could not be shown."""
    settings = site.board.settings
    console.lines(listing(site.listed(), console.language, settings.address if settings else "", zone_of(site.board)))


def _tell(site: Made, count: int, out: Path, console: Console) -> int:
    announce(console, site.board)
    told(site, console)
    if not site.readable:
        console.complain(_NOTHING)
        return 1
    console.say(_BUILT, count=number(count, console.language), folder=quoted(str(out), console.language))
    if any(map(refuses, site.findings)):
        console.complain(_LEFT_OUT)
        return 1
    return 0
