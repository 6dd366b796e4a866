"""CHG108 bid-by-another-login."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import place_of
from board.state.authority import is_mail_name


@rule(
    "CHG108",
    "bid-by-another-login",
    en="{path} is the bid of {login}, and {author} hands it in.",
    fr="{path} est la soumission de {login}, et c’est {author} qui la présente.",
    fix_en="Each supplier hands in their own bid: name the file after the login that proposes the change.",
    fix_fr=(
        "Chaque fournisseur présente sa propre soumission\u00a0: nommez le fichier d’après le nom "
        "d’utilisateur qui propose la modification."
    ),
)
def bid_by_another_login(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Whose bid a file is follows from its path, and who hands it in from the forge: never from what the file claims.

    With an award the winner's bid comes along, which is the officer's to bring; so is a bid that came by mail.
    """
    if change_set.nature in ("work", "mixed"):
        return
    places = [(change.path, place_of(change.path)) for change in change_set.added()]
    bids = [(path, place) for path, place in places if place and place.kind == "bid"]
    awarded = {(place.ref, place.login) for _, place in places if place and place.kind == "award"}
    own = {place.ref for _, place in bids if place.login == change_set.author}
    for path, place in bids:
        stacked = change_set.nature == "bid" and bool(own)
        by_mail = change_set.nature == "act" and is_mail_name(place.login)
        if place.login != change_set.author and not (stacked or by_mail) and (place.ref, place.login) not in awarded:
            yield Violation("", {"path": path, "login": place.login, "author": change_set.author}, path=path)
