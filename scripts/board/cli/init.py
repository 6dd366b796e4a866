"""`board init`: a new board."""

import argparse
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from board.adapters import resources
from board.adapters.new_repository import begin, is_empty
from board.adapters.objects import NoRepositoryError
from board.adapters.repository import act
from board.cli.console import Console
from board.cli.options import Usage, add_now, parser_of, person
from board.cli.setting import board_of, clock, context_of, zone_of
from board.core.finding import refuses
from board.core.text import Text
from board.jobs.check_tree import judge_board
from board.jobs.init import Founding, OtherBoardError, decide, files
from board.model.reference import is_login, organization_path
from board.model.snapshot import Written
from board.render.terminal import listing
from board.render.trial import TRIAL

_DIR = Text("folder to make", "dossier à créer")
_ORG = Text("slug of the organization, such as dex-mex", "nom court de l’organisation, comme dex-mex")
_OWNER = Text(
    "who posts and accepts: LOGIN, or LOGIN:ID with the numeric id of the forge",
    "qui affiche et accepte\u00a0: LOGIN, ou LOGIN:ID avec l’identifiant numérique de la forge",
)
_OFFICER = Text("who approves, awards and pays", "qui approuve, attribue et paie")
_ROOT = Text(
    "who may change the board itself (default: the officer)",
    "qui peut modifier le tableau lui-même (par défaut\u00a0: l’agent délégué)",
)
_ADDRESS = Text("address at which the site will be published", "adresse à laquelle le site sera publié")
_NO_SLUG = Text(
    "{found} is no name for files: small letters, digits and hyphens",
    "{found} ne peut nommer un fichier\u00a0: minuscules, chiffres et traits d’union",
)
_RESERVED = Text("No organization can be called {found}", "Aucune organisation ne peut se nommer {found}")
_NO_FOLDER = Text("{path} is no folder", "{path} n’est pas un dossier")
_FULL = Text(
    "{path} holds other files: name a folder that is empty or not there yet",
    "{path} contient d’autres fichiers\u00a0: nommez un dossier vide ou qui n’existe pas encore",
)
_OTHER = Text(
    "{path} holds another repository, or was begun with other words; nothing was changed",
    "{path} contient un autre dépôt, ou a été créé avec d’autres mots\u202f; rien n’a été modifié",
)
_ONE_PERSON = Text(
    "{login} is owner and officer: a trial board allows that, a live one needs two people.",
    "{login} est à la fois responsable et agent délégué\u00a0: un tableau d’essai l’admet, "
    "un tableau réel exige deux personnes.",
)
_THERE = Text(
    "{path} is this board already; nothing was changed.", "{path} est déjà ce tableau\u202f; rien n’a été modifié."
)
_MADE = Text(
    "Made: {path}, with the organization {organization}, owner {owner}, officer {officer}, root {root}.",
    "Créé\u00a0: {path}, avec l’organisation {organization}, responsable {owner}, agent délégué {officer}, "
    "racine {root}.",
)
_NEXT = Text(
    "Mend names and mailboxes in opportunities/board.yml and {path}, then run:",
    "Complétez les noms et les adresses dans opportunities/board.yml et {path}, puis lancez\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """Make the board, or say that it is there."""
    options = _options(usage, rest)
    founding = _founding(options, console)
    root: Path = options.dir
    made = files(founding, resources.seed())
    if not _stands(made, founding, console):
        return 1
    _make_sure_of_the_folder(root, console)
    try:
        outcome = act(root, decide(founding, made))
    except (OtherBoardError, NoRepositoryError) as error:
        raise console.misused(_OTHER, path=root) from error
    console.say(TRIAL)
    if founding.owner[0] == founding.officer[0]:
        console.complain(_ONE_PERSON, login=founding.owner[0])
    if not isinstance(outcome, Written):
        console.say(_THERE, path=root)
        return 0
    names = {"owner": founding.owner[0], "officer": founding.officer[0], "root": founding.root[0]}
    console.say(_MADE, path=root, organization=founding.organization, **names)
    console.say(_NEXT, path=organization_path(founding.organization))
    console.say(f"    cd {shlex.quote(str(root))}")
    console.say("    board check")
    console.say(f"    board new opportunity {founding.organization}/{founding.at:%Y}/…")
    return 0


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("dir", metavar="DIR", type=Path, help=_DIR[language])
    parser.add_argument("--org", required=True, metavar="ID", help=_ORG[language])
    parser.add_argument("--owner", required=True, metavar="LOGIN[:ID]", help=_OWNER[language])
    parser.add_argument("--officer", required=True, metavar="LOGIN[:ID]", help=_OFFICER[language])
    parser.add_argument("--root", metavar="LOGIN[:ID]", help=_ROOT[language])
    parser.add_argument("--address", default="", metavar="URL", help=_ADDRESS[language])
    add_now(parser, language)
    return parser.parse_args(rest)


def _founding(options: argparse.Namespace, console: Console) -> Founding:
    owner, officer = person(options.owner), person(options.officer)
    root = person(options.root) if options.root else officer
    for found in (options.org, owner[0], officer[0], root[0]):
        if not is_login(found):
            raise console.misused(_NO_SLUG, found=found)
    if options.org == "terms":
        raise console.misused(_RESERVED, found=options.org)
    address = f"{options.address.rstrip('/')}/" if options.address else ""
    return Founding(options.org, owner, officer, root, address, clock(options.now))


def _stands(made: Mapping[str, bytes], founding: Founding, console: Console) -> bool:
    """Whether `check` would pass the board that these words make; what it finds is told, and nothing is written."""
    board = board_of(made)
    findings = tuple(judge_board(board, context_of(board, founding.at), changes=True))
    refused = any(map(refuses, findings))
    if refused:
        console.lines(listing(findings, console.language, "", zone_of(board)))
    return not refused


def _make_sure_of_the_folder(root: Path, console: Console) -> None:
    """Begin a repository in a folder that is empty; one that is there already is looked at by the act."""
    if root.exists() and not root.is_dir():
        raise console.misused(_NO_FOLDER, path=root)
    if is_empty(root):
        begin(root)
    elif not (root / ".git").exists():
        raise console.misused(_FULL, path=root)
