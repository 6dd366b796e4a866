"""AWD101 unknown-officer."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Act
from board.state.authority import person_of


@rule(
    "AWD101",
    "unknown-officer",
    en="Nobody acts for {organization} under the login {officer}.",
    fr="Personne n’agit pour {organization} sous le nom d’utilisateur {officer}.",
    fix_en="Act under a login that `organization.yml` names, or ask a root of the board to add the person.",
    fix_fr="Agissez sous un nom d’utilisateur que nomme `organization.yml`, ou demandez à une racine du tableau "
    "d’y ajouter la personne.",
)
def unknown_officer(act: Act, _context: Context) -> Iterator[Violation]:
    """Nothing binds the Crown but the act of somebody whom it entitled.

    A login can change hands on a forge, so where both ids are known they alone count.
    """
    if act.organization is None or person_of(act.organization, act.by, act.id) is None:
        named = act.organization.name if act.organization else Verbatim("organization.yml")
        yield Violation("/people", {"organization": named, "officer": act.by})
