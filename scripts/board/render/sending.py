"""What to do with a bid once it is filled in, with plain Git or by the mailbox; and with an opportunity."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.model.procurement import Procurement
from board.model.reference import bid_branch, bid_path, neutral_email, opportunity_path, post_branch
from board.render.bid_form import contact
from board.state.authority import is_mail_name

_FILL = Text(
    "Fill in what is empty in {path}, then send it in one of two ways.",
    "Remplissez ce qui est vide dans {path}, puis envoyez le fichier de l’une de ces deux façons.",
)
_FILL_MAIL = Text(
    "Fill in what is empty in {path}. Your bid has the name {login}, picked at random: keep it, since the receipt and "
    "the pages name your bid by it. Should it be taken already, whoever enters your bid asks you for another.",
    "Remplissez ce qui est vide dans {path}. Votre soumission porte le nom {login}, tiré au hasard\u00a0: gardez-le, "
    "car l’accusé de réception et les pages la nomment ainsi. S’il est déjà pris, la personne qui la consigne vous en "
    "demandera un autre.",
)
_GIT = Text("With Git:", "Avec Git\u00a0:")
_POST = Text(
    "Once nothing is wrong, send it to whoever approves it:",
    "Une fois qu’il n’y a rien à redire, envoyez l’occasion à qui l’approuve\u00a0:",
)
_MAIL = Text(
    "Without Git: send the file to {mailbox} before the closing; it counts from its arrival there.",
    "Sans Git\u00a0: envoyez le fichier à {mailbox} avant la clôture\u202f; il compte dès son arrivée.",
)
_MAIL_SEALED = Text(
    "Without Git: run board seal {path}, then send the file to {mailbox} before the closing; it counts from its "
    "arrival there.",
    "Sans Git\u00a0: lancez board seal {path}, puis envoyez le fichier à {mailbox} avant la clôture\u202f; il compte "
    "dès son arrivée.",
)


def clone_lines(settings: BoardSettings) -> tuple[str, ...]:
    """The lines that fetch the board, into the folder that Git names after its address; none where it has none."""
    if settings.repository is None:
        return ()
    address = settings.repository.url
    return (f"git clone {address}", f"cd {PurePosixPath(address).name.removesuffix('.git')}")


def git_lines(ref: str, login: str, *, sealed: bool, made: bool = False) -> tuple[str, ...]:
    """The lines of plain Git that seal, check and send a bid; the address in the commit is nobody's mailbox.

    Args:
        ref: Of the opportunity.
        login: Whose bid it is.
        sealed: Whether it is to be sealed first.
        made: Whether its branch is there already.
    """
    branch, path = bid_branch(login, ref), bid_path(ref, login)
    author = _author(login)
    return (
        f"git switch {branch}" if made else f"git switch -c {branch}",
        *((f"board seal {path}",) if sealed else ()),
        f"board check {path}",
        f"git add {path}",
        f'git {author} commit -m "Bid on {ref}"',
        "git push origin HEAD",
    )


def sending(
    procurement: Procurement, settings: BoardSettings, login: str, language: Language, *, made: bool = False
) -> Iterator[str]:
    """The lines that `new bid` prints; the procurement has an opportunity, and *made* is its branch."""
    by_mail, path = is_mail_name(login), bid_path(procurement.ref, login)
    yield (_FILL_MAIL if by_mail else _FILL)[language].format(path=path, login=login)
    sealed = procurement.opportunity is not None and procurement.opportunity.bids == "sealed"
    if not by_mail:
        yield _GIT[language]
        for line in git_lines(procurement.ref, login, sealed=sealed, made=made):
            yield f"    {line}"
    if procurement.opportunity is not None:
        mailbox = contact(procurement.opportunity, procurement.organization, settings)
        mail = _MAIL_SEALED if sealed else _MAIL
        yield mail[language].format(mailbox=mailbox, path=path)


def posting(ref: str, login: str, language: Language) -> Iterator[str]:
    """The lines of plain Git by which *login* sends an opportunity to a host, which `new opportunity` prints."""
    yield _POST[language]
    yield f"    git add {opportunity_path(ref).rpartition('/')[0]}"
    yield f'    git {_author(login)} commit -m "Post {ref}"'
    yield f"    git push origin HEAD:refs/heads/{post_branch(login, ref)}"


def _author(login: str) -> str:
    return f'-c user.name="{login}" -c user.email="{neutral_email(login)}"'
