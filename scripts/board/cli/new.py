"""`board new`: an opportunity or a bid to fill in."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from board.adapters.chance import four_digits
from board.adapters.new_file import AlreadyThereError, OutsideError, write_new
from board.adapters.objects import NoRepositoryError
from board.adapters.snapshot import snapshot
from board.cli.beside import beside, branch_is_made
from board.cli.console import Console
from board.cli.dialogue import ask_all, on_terminal
from board.cli.options import Usage, add_now, parser_of, person
from board.cli.posting_options import add_method, check_method, chosen_of, promise_of, say_what_to_paste
from board.cli.setting import announce, board_of, clock, schemas
from board.core.text import Text
from board.jobs import new_bid, new_opportunity
from board.jobs.new_opportunity import Refusal
from board.jobs.reading import Content, procurement_of, read_procurement
from board.jobs.received import branches
from board.model.procurement import Procurement
from board.model.reference import bid_path, is_login, opportunity_path, sealing_path
from board.render import bid_form, opportunity_form
from board.render.method_form import sealing_form
from board.render.sending import posting, sending

_WHAT = Text("opportunity or bid", "opportunity (occasion) ou bid (soumission)")
_REF = Text("<organization>/<year>/<name>", "<organisation>/<année>/<nom>")
_AS = Text(
    "whose bid it is: a login, or mail for a bid sent by mail, which gets a number; of an opportunity, whose secret of "
    "the draw is kept and promised",
    "de qui vient la soumission\u00a0: un identifiant, ou mail pour une soumission par courriel, qui reçoit un "
    "numéro\u202f; d’une occasion, de qui l’on garde et promet le secret du tirage",
)
_WHO = Text("Say whose bid it is: --as LOGIN", "Dites de qui vient la soumission\u00a0: --as IDENTIFIANT")
_NO_LOGIN = Text(
    "{found} is no login: small letters, digits and hyphens",
    "{found} n’est pas un identifiant\u00a0: minuscules, chiffres et traits d’union",
)
_THERE = Text("{path} is there already; nothing was written", "{path} existe déjà\u202f; rien n’a été écrit")
_OUTSIDE = Text(
    "{path} leads out of this folder through a link; nothing was written",
    "{path} mène hors de ce dossier par un lien\u202f; rien n’a été écrit",
)
_WRITTEN = Text("Written: {path}", "Écrit\u00a0: {path}")
_THEN = Text(
    "Fill in what is empty, then run: board check {path}",
    "Remplissez ce qui est vide, puis lancez\u00a0: board check {path}",
)


# What stands for the login of who has none and sends the bid by mail.
_MAIL = "mail"


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """Write the file, asking for what it needs where somebody sits at a terminal."""
    options = _options(usage, rest, console)
    tree = beside(usage.root, options.ref)
    if options.what == "opportunity":
        return _opportunity(usage, options, tree, console)
    return _bid(usage, options, tree, console)


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser = parser_of(usage)
    parser.add_argument("what", choices=("opportunity", "bid"), help=_WHAT[usage.language])
    parser.add_argument("ref", metavar="REF", help=_REF[usage.language])
    parser.add_argument("--as", dest="by", metavar="LOGIN", help=_AS[usage.language])
    add_method(parser, usage.language)
    add_now(parser, usage.language)
    options = parser.parse_args(rest)
    check_method(options, console)
    return options


def _opportunity(usage: Usage, options: argparse.Namespace, tree: Mapping[str, bytes], console: Console) -> int:
    board = board_of(tree)
    chosen, sealing = chosen_of(options, console)
    draft = new_opportunity.draft(options.ref, board, clock(options.now), chosen)
    if isinstance(draft, Refusal):
        raise console.misused(draft.text, **draft.values)
    path, beside_it = opportunity_path(options.ref), sealing_path(options.ref)
    for name in (path, beside_it) if sealing else (path,):
        _make_sure_it_is_new(name, tree, console)
    announce(console, board)
    promise = promise_of(options, board, console)
    if promise:
        draft = replace(draft, chosen=replace(draft.chosen, commitments=(promise, *chosen.commitments)))
    answers = ask_all(opportunity_form.questions(draft, usage.language), console) if on_terminal() else None
    text = opportunity_form.opportunity_form(draft, usage.language, answers)
    _write(usage, path, text, console)
    if sealing:
        _write(usage, beside_it, sealing_form(draft.settings, options.ref, sealing), console)
    say_what_to_paste(new_opportunity.to_paste(draft, board, keyed=sealing is not None), options, console)
    console.say(_THEN, path=path)
    if promise:
        console.lines(posting(options.ref, promise.by, usage.language))
    return 0


def _bid(usage: Usage, options: argparse.Namespace, tree: Mapping[str, bytes], console: Console) -> int:
    board = board_of(tree)
    if board.settings is None:
        raise console.misused(new_opportunity.NOTHING_ABOVE)
    files = {path: Content(data) for path, data in tree.items() if procurement_of(path) == options.ref}
    procurement = read_procurement(options.ref, files, board, schemas())
    refusal = new_bid.refusal(procurement, board.settings, clock(options.now), usage.language)
    if refusal:
        raise console.misused(refusal.text, **refusal.values)
    announce(console, board)
    questions = bid_form.questions(procurement, usage.language)
    bidder, others = questions[:1], questions[1:]
    asking = on_terminal()
    if asking:
        console.say(bid_form.notice(procurement, board.settings, usage.language))
    given = _by_mail(usage, procurement) if options.by == _MAIL else options.by
    login = _login(given, ask_all(bidder, console) if asking and given is None else {}, console)
    path = bid_path(options.ref, login)
    _make_sure_it_is_new(path, tree, console)
    answers = ask_all(others, console) if asking else None
    text = bid_form.bid_form(procurement, board.settings, usage.language, login, answers)
    _write(usage, path, text, console)
    made = branch_is_made(usage.root, login, options.ref)
    console.lines(sending(procurement, board.settings, login, usage.language, made=made))
    return 0


def _by_mail(usage: Usage, procurement: Procurement) -> str:
    """A name under which nothing is known, neither in the folder nor on a branch."""
    taken = {*procurement.bids}
    with suppress(NoRepositoryError), snapshot(usage.root) as seen:
        taken |= {source.login for source in branches(seen, procurement.ref)}
    return new_bid.mail_name(iter(four_digits, None), taken)


def _login(given: str | None, asked: Mapping[str, str], console: Console) -> str:
    login = person(given)[0] if given is not None else asked.get("bidder", "")
    if not login:
        raise console.misused(_WHO)
    if not is_login(login):
        raise console.misused(_NO_LOGIN, found=login)
    return login


def _make_sure_it_is_new(path: str, tree: Mapping[str, bytes], console: Console) -> None:
    """Refuse before anything is asked; the writing itself refuses once more."""
    if path in tree:
        raise console.misused(_THERE, path=path)


def _write(usage: Usage, path: str, text: str, console: Console) -> None:
    try:
        write_new(usage.root, path, text.encode())
    except AlreadyThereError as error:
        raise console.misused(_THERE, path=path) from error
    except OutsideError as error:
        raise console.misused(_OUTSIDE, path=path) from error
    console.say(_WRITTEN, path=path)
