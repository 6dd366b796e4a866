"""How bids are made and selected, as `board new opportunity` is told on its command line."""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence

from board.adapters.key_store import keys_file, provide
from board.cli.console import Console
from board.cli.options import person
from board.cli.private import add_keys, default_folder, kept_private
from board.core.text import Language, Text
from board.model.draw import Commitment
from board.model.procurement import Board
from board.model.reference import is_login, opportunity_path
from board.model.sealing import Sealing
from board.render.method_form import LOWEST, Chosen, usual_bids
from board.render.wording import quoted, visible
from board.state.demands import DEMANDS
from board.state.draw import is_bytes
from board.state.promising import keys_line

_METHOD = Text(
    "how the winner is selected, with all that the method needs (default: {})",
    "comment le gagnant est choisi, avec tout ce que demande la méthode (par défaut\u00a0: {})",
)
_BIDS = Text(
    "whether rivals can read bids before the closing (default: sealed; public in a reverse auction)",
    "si les rivaux peuvent lire les soumissions avant la clôture (par défaut\u00a0: sealed\u202f; public dans une "
    "enchère inversée)",
)
_COMMIT = Text(
    "what somebody promised to the draw, as board keys prints it; once for each person",
    "ce que quelqu’un a promis au tirage, tel que l’affiche board keys\u202f; une fois par personne",
)
_RECIPIENT = Text(
    "the key to which bids are sealed, and who keeps it, as board keys prints them",
    "la clé à laquelle on cachette et qui la garde, telles que les affiche board keys",
)
_ONLY_POSTINGS = Text(
    "{option} belongs to new opportunity: the request says how its bids are made and selected.",
    "{option} va avec new opportunity\u00a0: la demande dit comment ses soumissions se font et se choisissent.",
)
_NO_PROMISE = Text(
    "{found} is no promise to a draw, such as a-tremblay:6b96…, with 64 digits from 0 to f.",
    "{found} n’est pas une promesse faite à un tirage, comme a-tremblay:6b96…, avec 64 chiffres de 0 à f.",
)
_NO_RECIPIENT = Text(
    "{found} is no public key with its keeper, such as age1…:a-tremblay.",
    "{found} n’est pas une clé publique avec qui la garde, comme age1…:a-tremblay.",
)
_NOTHING_SEALED = Text("--recipient goes with --bids sealed.", "--recipient va avec --bids sealed.")
_STRANGER = Text(
    "{login} is nobody of {organization}, and so promises nothing to its draw.",
    "{login} n’est personne de {organization}, et ne promet donc rien à son tirage.",
)
_KEPT = Text(
    "The secret of {login} for the draw is kept in {path}, for nobody else to read.",
    "Le secret de {login} pour le tirage est gardé dans {path}, que personne d’autre ne doit lire.",
)

_PASTE = Text(
    "What these lines print is still to be pasted in {folder}; each person named types theirs on a machine of their "
    "own:",
    "Reste à coller dans {folder} ce qu’affichent ces lignes, que chaque personne nommée lance sur sa propre "
    "machine\u00a0:",
)
_IN_CLEAR = Text(
    "Bids are sealed, as is usual. Where rivals may read prices as they are sent, write public in its place, and no "
    "key is needed.",
    "Les soumissions sont cachetées, comme d’habitude. Si les rivaux peuvent lire les prix dès leur envoi, inscrivez "
    "public à la place, et il ne faut aucune clé.",
)

_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")


def add_method(parser: argparse.ArgumentParser, language: Language) -> None:
    """Let method and bids be chosen, and what they need be pasted."""
    methods = sorted(DEMANDS)
    told = f"{_METHOD[language].format(LOWEST)}; {', '.join(methods)}"
    parser.add_argument("--method", choices=methods, metavar="METHOD", help=told)
    parser.add_argument("--bids", choices=("public", "sealed"), help=_BIDS[language])
    parser.add_argument("--commit", metavar="BY:SHA256", action="append", default=[], help=_COMMIT[language])
    parser.add_argument("--recipient", metavar="KEY:KEEPER", default="", help=_RECIPIENT[language])
    add_keys(parser, language)


def check_method(options: argparse.Namespace, console: Console) -> None:
    """Refuse what does not go together."""
    given: Mapping[str, object] = {
        "--method": options.method,
        "--bids": options.bids,
        "--commit": options.commit,
        "--recipient": options.recipient,
        "--keys": options.keys,
    }
    named = [option for option, value in given.items() if value]
    if options.what == "bid" and named:
        raise console.misused(_ONLY_POSTINGS, option=named[0])
    if options.recipient and _bids(options) != "sealed":
        raise console.misused(_NOTHING_SEALED)


def chosen_of(options: argparse.Namespace, console: Console) -> tuple[Chosen, Sealing | None]:
    """What was chosen, and the key where one was given."""
    commitments = tuple(Commitment(*_pair(text, is_login, is_bytes, _NO_PROMISE, console)) for text in options.commit)
    sealing = None
    if options.recipient:
        key, keeper = _pair(options.recipient, _is_key, is_login, _NO_RECIPIENT, console)
        sealing = Sealing(keeper, key)
    return Chosen(options.method or LOWEST, _bids(options), commitments), sealing


def promise_of(options: argparse.Namespace, board: Board, console: Console) -> Commitment | None:
    """The promise of who writes the request, whose secret is kept, now as before; None where nobody is named."""
    if options.by is None:
        return None
    login, folder = person(options.by)[0], options.keys or default_folder("keys")
    organization = board.organizations[options.ref.split("/")[0]]
    if organization.person(login) is None:
        raise console.misused(_STRANGER, login=quoted(login, console.language), organization=organization.id)
    with kept_private(console):
        kept = provide(folder, options.ref, login, pair=False, draw=1)
    console.say(_KEPT, login=login, path=visible(str(keys_file(folder, options.ref))))
    return Commitment(login, kept.commitment(1))


def say_what_to_paste(logins: Sequence[str], options: argparse.Namespace, console: Console) -> None:
    """The lines that make what the posting still lacks, and how to do without."""
    if not logins:
        return
    console.say(_PASTE, folder=opportunity_path(options.ref).rpartition("/")[0])
    for login in logins:
        console.say(f"    {keys_line(options.ref, login)}")
    if options.bids is None and not options.recipient and _bids(options) == "sealed":
        console.say(_IN_CLEAR)


def _bids(options: argparse.Namespace) -> str:
    return options.bids or usual_bids(options.method or LOWEST)


def _is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None


def _pair(
    text: str, first: Callable[[str], bool], second: Callable[[str], bool], fault: Text, console: Console
) -> tuple[str, str]:
    before, _, after = text.partition(":")
    if not (first(before) and second(after)):
        raise console.misused(fault, found=quoted(text[:120], console.language))
    return before, after
