"""OPP144 sealed-without-key."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.model.reference import sealing_path
from board.state.limits import posted_on
from board.state.promising import keeper, keys_line


@rule(
    "OPP144",
    "sealed-without-key",
    en="This opportunity takes sealed bids, and no {file} gives the key to seal them to.",
    fr="Cette occasion veut des soumissions cachetées, et aucun {file} ne donne la clé à laquelle les cacheter.",
    fix_en="Ask the officer who keeps the key to run {command} and to send you the lines that it prints; write them "
    "into {file} beside this file.",
    fix_fr="Demandez à l’agent qui garde la clé de lancer {command} et de vous envoyer les lignes affichées\u202f; "
    "inscrivez-les dans {file} à côté de ce fichier.",
    judges="changes",
)
def sealed_without_key(procurement: Procurement, context: Context) -> Iterator[Violation]:
    """Without a key nobody can seal a bid, and one in clear is refused: nobody could bid."""
    opportunity = procurement.opportunity
    if opportunity is None or opportunity.bids != "sealed":
        return
    if sealing_path(procurement.ref) not in procurement.documents:
        login = keeper(procurement.organization, posted_on(opportunity, context.zone))
        command = Verbatim(keys_line(procurement.ref, login))
        yield Violation("/bids", {"file": Verbatim("sealing.yml"), "command": command})
