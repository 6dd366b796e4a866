"""`board seal`: put price and answers of a bid into envelopes, and leave nothing of them to be read."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from board.adapters.given_file import UnreadableFileError, content
from board.adapters.keys import random_bytes
from board.adapters.keys import seal as put_into_envelope
from board.adapters.new_file import OutsideError, write_over
from board.adapters.objects import NoRepositoryError
from board.adapters.outside import make_sure_outside, private_folder, write_private
from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, refused, told
from board.cli.beside import beside, branch_is_made
from board.cli.console import Console
from board.cli.options import Usage, add_now, parser_of, person
from board.cli.private import default_folder, kept_private
from board.cli.setting import announce, board_of, clock, context_of, schemas
from board.core.finding import refuses
from board.core.text import Text
from board.jobs import new_bid, seal
from board.jobs.check_tree import judge_document
from board.jobs.new_opportunity import NOTHING_ABOVE
from board.jobs.reading import Content, procurement_of, read_bid, read_procurement
from board.model.bid import Bid
from board.model.context import Context
from board.model.procurement import Board, FiledBid, Procurement
from board.model.reference import bid_path
from board.render.sending import git_lines
from board.render.wording import visible
from board.state.envelope import TooLongError

_BID = Text(
    "your bid in clear: the file that new bid wrote, or one outside every repository",
    "votre soumission en clair\u00a0: le fichier qu’a écrit new bid, ou un fichier hors de tout dépôt",
)
_AS = Text("whose bid it is, where that is to be made sure", "de qui vient la soumission, s’il faut s’en assurer")
_KEEP = Text(
    "folder, outside every repository, for your copy of what is sealed (default: ~/.config/board/bids)",
    "dossier, hors de tout dépôt, pour votre copie de ce qui est cacheté (par défaut\u00a0: ~/.config/board/bids)",
)
_UNREADABLE = Text("{path} cannot be read: {problem}", "{path} ne se lit pas\u00a0: {problem}")
_NOT_YOURS = Text("{path} is the bid of {bidder}.", "{path} est la soumission de {bidder}.")
_IN_CLEAR = Text(
    "{ref} takes bids in clear: there is nothing to seal. Run: board check {path}",
    "{ref} veut des soumissions en clair\u00a0: il n’y a rien à cacheter. Lancez\u00a0: board check {path}",
)
_ALREADY = Text(
    "{path} is sealed already; nothing was written. To change the bid, edit your copy in clear and seal that.",
    "{path} est déjà cacheté\u202f; rien n’a été écrit. Pour modifier la soumission, changez votre copie en clair et "
    "cachetez-la.",
)
_ELSEWHERE = Text(
    "A bid in clear must not lie elsewhere in a repository. Move {path} to {place}, or out of the repository.",
    "Une soumission en clair ne doit pas se trouver ailleurs dans un dépôt. Déplacez {path} vers {place}, ou hors du "
    "dépôt.",
)
_OTHER_THERE = Text(
    "{path} holds another bid in clear, which would be lost. Move it away, or seal that one.",
    "{path} contient une autre soumission en clair, qui serait perdue. Déplacez-la, ou cachetez celle-là.",
)
_TOO_LONG = Text(
    "What goes into the envelope {part} takes {found} bytes, and it holds {limit}. Shorten the answers; nothing was "
    "written.",
    "Ce qui va sous l’enveloppe {part} occupe {found} octets, et elle en contient {limit}. Abrégez les réponses\u202f; "
    "rien n’a été écrit.",
)
_OUTSIDE = Text(
    "{path} leads out of this folder through a link; nothing was written",
    "{path} mène hors de ce dossier par un lien\u202f; rien n’a été écrit",
)
_SEALED = Text("Sealed: {path}", "Cacheté\u00a0: {path}")
_COPY = Text(
    "Your copy of what is inside: {path}. It proves your bid if the key is lost; show it to nobody before the closing.",
    "Votre copie du contenu\u00a0: {path}. Elle prouve votre soumission si la clé est perdue\u202f; ne la montrez à "
    "personne avant la clôture.",
)
_COMMITTED = Text(
    "The last commit of this branch holds the bid in clear. Take it out of the history before you push, or rivals read "
    "it there. In a clone of the board: {command}",
    "Le dernier commit de cette branche contient la soumission en clair. Retirez-la de l’historique avant de pousser, "
    "sinon vos rivaux l’y liront. Dans un clone du tableau\u00a0: {command}",
)
_PUSHED = Text(
    "The bid in clear was pushed already, and stays public. The sealed one counts in its place once it has arrived.",
    "La soumission en clair est déjà poussée, et reste publique. La soumission cachetée compte à sa place dès son "
    "arrivée.",
)
# What was committed since the branch left the board is committed anew, with the sealed file in place of the clear one.
_TAKE_OUT = "git reset --soft $(git merge-base origin/main HEAD)"
_NEXT = Text("What happens next:", "La suite\u00a0:")


@dataclass(frozen=True, slots=True)
class _Case:
    """A bid in clear with all that it is sealed by."""

    filed: FiledBid
    bid: Bid
    data: bytes
    procurement: Procurement
    board: Board
    context: Context

    @property
    def path(self) -> str:
        """Where the sealed bid stands."""
        return bid_path(self.procurement.ref, self.bid.bidder)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 sealed, now or before; 1 refused."""
    options = _options(usage, rest)
    try:
        data = content(options.bid)
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=visible(str(error.path)), problem=error.problem) from error
    filed = read_bid("", str(options.bid), Content(data), schemas())
    if filed.bid is None:
        found = tuple(judge_document(filed.document))
        return refused(found, board_of(beside(usage.root, "")), options.format, console)
    case = _case(usage, options, filed, filed.bid, data, console)
    parts = seal.in_clear(case.bid)
    if not parts:
        announce(console, case.board)
        console.say(_ALREADY, path=visible(str(options.bid)))
        return 0
    with kept_private(console):
        _make_sure_of_places(usage, options, case, console)
        key = case.procurement.sealing.recipient if case.procurement.sealing else ""
        try:
            texts = seal.plaintexts(filed, case.bid, key, {part: random_bytes().hex() for part in parts})
        except TooLongError as error:
            raise console.misused(_TOO_LONG, part=error.part, found=error.bytes, limit=error.limit) from error
        armours = {part: put_into_envelope(text, key) for part, text in texts.items()}
        made = seal.sealed(case.procurement, filed, case.bid, texts, armours, case.context, schemas())
        if any(map(refuses, made.findings)):
            return refused(made.findings, case.board, options.format, console)
        copies = seal.copies(case.procurement.ref, case.bid.bidder, data, made.data, texts)
        kept = _keep(options.keep or default_folder("bids"), copies)
        try:
            # The copies stand first: killed before the next line, the bid is still in clear and is sealed anew.
            write_over(usage.root, made.path, made.data)
        except OutsideError as error:
            raise console.misused(_OUTSIDE, path=error.path) from error
    if _is_committed(usage.root, case):
        pushed = branch_is_made(usage.root, case.bid.bidder, case.procurement.ref, "refs/remotes/origin")
        console.complain(_PUSHED if pushed else _COMMITTED, command=_TAKE_OUT)
    language = console.language
    lines = [_SEALED[language].format(path=made.path), _COPY[language].format(path=visible(str(kept)))]
    ref, bidder = case.procurement.ref, case.bid.bidder
    sending = git_lines(ref, bidder, sealed=False, made=branch_is_made(usage.root, bidder, ref))
    lines += [_NEXT[language], *(f"    {line}" for line in sending)]
    return told(made.findings, {"sealed": made.path, "kept": str(kept)}, lines, case.board, options.format, console)


def _case(usage: Usage, options: argparse.Namespace, filed: FiledBid, bid: Bid, data: bytes, console: Console) -> _Case:
    """The bid with the opportunity beside which it stands."""
    shown = visible(str(options.bid))
    if options.by and person(options.by)[0] != bid.bidder:
        raise console.misused(_NOT_YOURS, path=shown, bidder=bid.bidder)
    tree = beside(usage.root, bid.opportunity)
    board = board_of(tree)
    context = context_of(board, clock(options.now))
    if board.settings is None or context is None:
        raise console.misused(NOTHING_ABOVE)
    files = {path: Content(found) for path, found in tree.items() if procurement_of(path) == bid.opportunity}
    procurement = read_procurement(bid.opportunity, files, board, schemas())
    refusal = new_bid.refusal(procurement, board.settings, context.now, console.language)
    if refusal:
        raise console.misused(refusal.text, **refusal.values)
    if procurement.opportunity is None or procurement.opportunity.bids != "sealed":
        raise console.misused(_IN_CLEAR, ref=bid.opportunity, path=shown)
    return _Case(filed, bid, data, procurement, board, context)


def _make_sure_of_places(usage: Usage, options: argparse.Namespace, case: _Case, console: Console) -> None:
    """Nothing in clear is left in the repository, and nothing that somebody wrote is lost."""
    place = usage.root / case.path
    if options.bid.resolve() == place.resolve():
        return
    make_sure_outside(options.bid.parent)
    there = case.procurement.bids.get(case.bid.bidder)
    if there is not None and (there.bid is None or seal.in_clear(there.bid)):
        raise console.misused(_OTHER_THERE, path=case.path)


def _keep(folder: Path, copies: Mapping[str, bytes]) -> Path:
    """The first of the copies, once all of them are written."""
    real = private_folder(folder)
    for name, data in copies.items():
        write_private(real / name, data)
    return real / next(iter(copies))


def _is_committed(root: Path, case: _Case) -> bool:
    """Whether the branch that is checked out holds the bid in clear."""
    with suppress(NoRepositoryError), snapshot(root) as seen:
        if "HEAD" in seen.refs:
            data = seen.tree("HEAD").get(case.path)
            there = read_bid(case.bid.bidder, case.path, Content(data), schemas()) if data else None
            return there is not None and (there.bid is None or bool(seal.in_clear(there.bid)))
    return False


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("bid", metavar="BID", type=Path, help=_BID[language])
    parser.add_argument("--as", dest="by", metavar="LOGIN", default="", help=_AS[language])
    parser.add_argument("--keep", metavar="DIR", type=Path, help=_KEEP[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    return parser.parse_args(rest)
