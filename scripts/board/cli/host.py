"""`board host`: make a repository that receives bids by push, with receipts; no forge is needed."""

import argparse
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from board.adapters import host, host_ssh
from board.adapters.given_file import UnreadableFileError, content
from board.adapters.objects import NoRepositoryError
from board.adapters.process import GitFailedError
from board.adapters.snapshot import snapshot
from board.cli import receipts
from board.cli.acts import board_at
from board.cli.console import Console
from board.cli.options import Usage, parser_of
from board.core.text import Text
from board.model.snapshot import MAIN
from board.render.trial import TRIAL
from board.render.wording import quoted
from board.state.authority import is_login, is_mail_name

_DIR = Text("folder of the bare repository", "dossier du dépôt nu")
_CLOCK = Text(
    "file with the instant of the host, for tests; trial boards only",
    "fichier qui contient l’instant de l’hôte, pour les essais\u202f; tableaux d’essai seulement",
)
_AUTHORIZE = Text(
    "print the line of authorized_keys that lets this key push and fetch as LOGIN, and believe it in signed pushes",
    "afficher la ligne d’authorized_keys qui permet à cette clé d’agir comme LOGIN, et la croire dans les push signés",
)
_RECEIPTS = Text(
    "print again every receipt that LOGIN was given for REF",
    "afficher de nouveau tous les accusés de réception de LOGIN pour REF",
)
_CANNOT = Text("No host can be made there: {problem}", "Aucun hôte ne peut y être créé\u00a0: {problem}")
_OBSTACLES: Mapping[host.Obstacle, Text] = {
    "other-files": Text(
        "{name} holds other files: name a folder that is empty or not there yet.",
        "{name} contient d’autres fichiers\u00a0: nommez un dossier vide ou qui n’existe pas encore.",
    ),
    "not-bare": Text(
        "{name} is no bare repository: somebody works in it. Name another folder.",
        "{name} n’est pas un dépôt nu\u00a0: on y travaille. Nommez un autre dossier.",
    ),
    "interpreter": Text(
        "{name} -I -m board does not start, so no hook would: install the program where {name} finds it.",
        "{name} -I -m board ne démarre pas, et aucun crochet ne démarrerait\u00a0: installez le programme là où {name} "
        "le trouve.",
    ),
    "no-public-key": Text(
        "The file holds no public key, such as one line ssh-ed25519 AAAA…, for {name}.",
        "Le fichier ne contient pas de clé publique, comme une ligne ssh-ed25519 AAAA…, pour {name}.",
    ),
}
_NO_LOGIN = Text(
    "{found} is no login: small letters, digits and hyphens, and not mail-<n>.",
    "{found} n’est pas un nom d’utilisateur\u00a0: minuscules, chiffres et traits d’union, sauf mail-<n>.",
)
_NO_KEY = Text("{path} cannot be read: {problem}", "{path} est illisible\u00a0: {problem}")
_NO_HOST = Text(
    "{root} is no host yet. Make it first: board host {root}",
    "{root} n’est pas encore un hôte. Créez-le d’abord\u00a0: board host {root}",
)
_ONLY_TRIAL = Text(
    "This board is live, and its clock is not given by hand: leave out --clock.",
    "Ce tableau est en service, et son horloge ne se donne pas à la main\u00a0: omettez --clock.",
)
_NO_INSTANT = Text(
    "{path} holds no instant with offset, such as 2026-09-15T14:00:00-04:00.",
    "{path} ne contient pas d’instant avec décalage, comme 2026-09-15T14:00:00-04:00.",
)
_MADE = Text("Made: the host {root}.", "Créé\u00a0: l’hôte {root}.")
_RENEWED = Text(
    "{root} is a host already; its settings and hooks were written anew.",
    "{root} est déjà un hôte\u202f; ses réglages et ses crochets ont été réécrits.",
)
_FILLED = Text("It took over main and tags of {board}.", "Il a repris main et les étiquettes de {board}.")
_EMPTY = Text(
    "It has no board yet. Give it one: board --root BOARD host {root}",
    "Il n’a pas encore de tableau. Donnez-lui-en un\u00a0: board --root TABLEAU host {root}",
)
_KEY = Text(
    "Back up {key}: it opens the lines of the log until their closing. It is nowhere else, and nobody else may "
    "read it.",
    "Sauvegardez {key}\u00a0: cette clé ouvre les lignes du registre jusqu’à leur clôture. Elle n’est nulle part "
    "ailleurs, et personne d’autre ne doit la lire.",
)
_PLAIN = Text(
    "Whoever reads this folder as files sees every bid, and pushes under any name: the receipts then say that the "
    "identity is claimed. Bids are hidden only from those who come over SSH.",
    "Qui lit ce dossier comme fichiers voit toutes les soumissions et pousse sous n’importe quel nom\u00a0: les "
    "accusés disent alors que l’identité est déclarée. Les soumissions ne sont cachées qu’à qui passe par SSH.",
)
_NEXT = Text(
    "What happens next: a supplier pushes a bid:", "La suite\u00a0: un fournisseur pousse une soumission\u00a0:"
)
_OVER_SSH = Text("Let a key in over SSH:", "Admettre une clé par SSH\u00a0:")
_LINE = Text(
    "Append this line to authorized_keys of the account that owns {root}:",
    "Ajoutez cette ligne à authorized_keys du compte qui possède {root}\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """Make the host, bring it up to date, or let a key in."""
    options = _options(usage, rest)
    root: Path = options.dir
    if options.authorize:
        return _authorize(root, options.authorize[0], options.authorize[1], console)
    if options.receipts:
        return _receipts(root, options.receipts[0], options.receipts[1], console)
    board = _board(usage.root, console)
    if options.clock:
        _check_clock(options.clock, board or (root if root.exists() else None), console)
    try:
        made = host.make(root, board, options.clock)
    except host.CannotHostError as error:
        raise console.misused(_OBSTACLES[error.obstacle], name=error.name) from error
    except (OSError, GitFailedError) as error:
        raise console.misused(_CANNOT, problem=error) from error
    console.say(TRIAL)
    console.say(_MADE if made.new else _RENEWED, root=root)
    if made.filled:
        console.say(_FILLED, board=board)
    if made.empty:
        console.say(_EMPTY, root=root)
    console.say(_KEY, key=root / "board" / "key")
    console.say(_PLAIN)
    console.say(_NEXT)
    console.say(f"    git push {shlex.quote(str(root))} HEAD:refs/heads/bids/LOGIN/REF")
    console.say(_OVER_SSH)
    console.say(f"    board host {shlex.quote(str(root))} --authorize LOGIN key.pub")
    return 0


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("dir", metavar="DIR", type=Path, help=_DIR[language])
    parser.add_argument("--clock", type=Path, metavar="FILE", help=_CLOCK[language])
    parser.add_argument("--authorize", nargs=2, metavar=("LOGIN", "FILE"), help=_AUTHORIZE[language])
    parser.add_argument("--receipts", nargs=2, metavar=("LOGIN", "REF"), help=_RECEIPTS[language])
    return parser.parse_args(rest)


def _receipts(root: Path, login: str, ref: str, console: Console) -> int:
    try:
        return receipts.tell(root, login, ref, "claimed", console)
    except (NoRepositoryError, host.NoHostError) as error:
        raise console.misused(_NO_HOST, root=root) from error


def _board(root: Path, console: Console) -> Path | None:
    """The board at *root*; None where none stands there."""
    try:
        with snapshot(root) as seen:
            main = seen.refs.get(MAIN, "")
            return root if main and seen.file(main, "opportunities/board.yml") is not None else None
    except NoRepositoryError as error:
        if root == Path():
            return None
        raise console.misused(_CANNOT, problem=error) from error


def _check_clock(clock: Path, board: Path | None, console: Console) -> None:
    try:
        host.instant_in(clock)
    except (OSError, ValueError) as error:
        raise console.misused(_NO_INSTANT, path=clock) from error
    settings = board_at(board).settings if board else None
    if settings and settings.mode != "trial":
        raise console.misused(_ONLY_TRIAL)


def _authorize(root: Path, login: str, path: str, console: Console) -> int:
    if not is_login(login) or is_mail_name(login) or len(login) > 39:
        raise console.misused(_NO_LOGIN, found=quoted(login, console.language))
    try:
        host.key(root)
        line = host_ssh.authorize(root, login, content(Path(path)))
    except host.NoHostError as error:
        raise console.misused(_NO_HOST, root=root) from error
    except UnreadableFileError as error:
        raise console.misused(_NO_KEY, path=path, problem=error.problem) from error
    except host.CannotHostError as error:
        raise console.misused(_OBSTACLES[error.obstacle], name=error.name) from error
    console.complain(_LINE, root=root)
    console.say(line)
    return 0
