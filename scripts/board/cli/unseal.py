"""`board unseal`: open all sealed bids of record at once, after the closing, into a folder outside every repository."""

import argparse
import json
from collections.abc import Sequence

from board.adapters.key_store import kept, keys_file
from board.adapters.keys import opened
from board.adapters.outside import make_sure_of_folder, make_sure_outside, private_folder, write_folder, write_private
from board.adapters.repository import act
from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.private import add_folder, add_keys, default_folder, kept_private
from board.cli.setting import context_of, schemas
from board.core.text import Text
from board.jobs import unseal
from board.jobs.acting import Request
from board.model.snapshot import Written
from board.render.wording import visible

# What stands in the folder: the plaintexts of the envelopes that count, and why the others do not.
OPENINGS, REFUSED = "openings", "refused.json"

_REF = Text("opportunity, closed", "occasion, dont la clôture est consignée")
_NO_KEY = Text(
    "The key that bids are sealed to is not in {path}. If it is lost, suppliers prove their bids with the copies that "
    "board seal kept; nothing was opened.",
    "La clé à laquelle on cachette n’est pas dans {path}. Si elle est perdue, les fournisseurs prouvent leurs "
    "soumissions avec les copies qu’a gardées board seal\u202f; rien n’a été ouvert.",
)
_NO_SEALING = Text(
    "{ref} has no valid sealing.yml on main, so nobody knows the key; nothing was opened.",
    "{ref} n’a aucun sealing.yml valide sur main, et personne ne connaît la clé\u202f; rien n’a été ouvert.",
)
_CONTRADICTORY = Text(
    "The tag {tag} does not hold the bids that it lists. Fetch it again from where the board is; nothing was opened.",
    "L’étiquette {tag} ne contient pas les soumissions qu’elle énumère. Récupérez-la de nouveau là où se trouve le "
    "tableau\u202f; rien n’a été ouvert.",
)
_OPENED = Text(
    "Opened, all at once: {bids} bids of record, of which {whole} count as sealed.",
    "Ouvertes d’un coup\u00a0: {bids} soumissions au dossier, dont {whole} valables sous leur cachet.",
)
_STANDS = Text(
    "They were opened before, and the log says so; nothing was added to it.",
    "Elles étaient déjà ouvertes, et le registre le dit\u202f; rien n’y a été ajouté.",
)
_FOLDER = Text(
    "What was inside: {folder}. Hand it to who evaluates by a way that nobody else reads; it enters the repository "
    "with the outcome, and not before.",
    "Le contenu\u00a0: {folder}. Remettez-le à qui évalue par une voie que personne d’autre ne lit\u202f; il entre "
    "dans le dépôt avec le résultat, et pas avant.",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 opened, now or before, whatever single envelopes hold; 1 refused."""
    options = _options(usage, rest)
    try:
        with explained(console), kept_private(console):
            return _run(usage, options, console)
    except unseal.ContradictoryClosingError as error:
        raise console.misused(_CONTRADICTORY, tag=error.tag) from error


def _run(usage: Usage, options: argparse.Namespace, console: Console) -> int:
    board = board_at(usage.root)
    at, clock = instant(board, options.now, console)
    by, identifier = person(options.by)
    request = Request(checked_ref(options.ref, console), by, identifier, at, clock)
    make_sure_outside(options.folder)
    with snapshot(usage.root) as seen:
        # Whoever may not open learns nothing, and the key is not even read.
        outcome = unseal.decide(seen, request, schemas())
        closed = unseal.closed(seen, request.ref, schemas())
        recipient = unseal.recipient(seen, request.ref, schemas())
    if isinstance(outcome, tuple):
        return refused(outcome, board, options.format, console)
    if closed is None or not recipient:
        raise console.misused(_NO_SEALING, ref=request.ref)
    envelopes = unseal.envelopes(closed.bids)
    identity = _identity(options, request, recipient, console)
    texts = dict(zip(envelopes, opened(envelopes.values(), identity), strict=True))
    bids = unseal.judged(closed.bids, texts, request.ref, recipient, schemas())
    files = unseal.folder_of(bids)
    make_sure_of_folder(options.folder / OPENINGS, files)
    listed = unseal.list_of(bids)
    written = act(usage.root, lambda now: unseal.decide(now, request, schemas(), listed))
    if isinstance(written, tuple):
        return refused(written, board, options.format, console)
    # The log says it first: killed here, the line stands, and the next run writes the folder.
    folder = private_folder(options.folder)
    write_folder(folder / OPENINGS, files)
    reasons = {bid.filed.login: dict(bid.faults) for bid in bids if bid.faults}
    write_private(folder / REFUSED, (json.dumps(reasons, indent=2, sort_keys=True) + "\n").encode())
    language, whole = console.language, sum(1 for bid in bids if bid.parts and not bid.faults)
    lines = [_OPENED[language].format(bids=len(bids), whole=whole)]
    lines += [] if isinstance(written, Written) else [_STANDS[language]]
    lines += [_FOLDER[language].format(folder=visible(str(folder)))]
    context = context_of(board, at)
    findings = unseal.findings(closed.bids, bids, context) if context else ()
    members = {"bids": len(bids), "whole": whole, "folder": str(folder), "written": isinstance(written, Written)}
    return told(findings, members, lines, board, options.format, console)


def _identity(options: argparse.Namespace, request: Request, recipient: str, console: Console) -> str:
    """The secret key, which is read at the last moment."""
    folder = options.keys or default_folder("keys")
    found = kept(folder, request.ref, request.by)
    if found is None or found.recipient != recipient:
        raise console.misused(_NO_KEY, path=visible(str(keys_file(folder, request.ref))))
    return found.identity


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    add_folder(parser, language, required=True)
    add_keys(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    return parser.parse_args(rest)
