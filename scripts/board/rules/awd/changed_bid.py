"""AWD212 changed-bid."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD212",
    "changed-bid",
    en="The award names the bid {named}; with it came {found}, and its supplier filed {filed}.",
    fr="L’attribution nomme la soumission {named}\u202f; avec elle est venue {found}, et son fournisseur a "
    "déposé {filed}.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_bid(proof: Proof, _situation: None) -> Iterator[Violation]:
    """The bid of a contract is the one that its supplier filed, to the byte."""
    award = proof.award
    same = proof.bid_blob == award.blob and proof.bid_sha256 == award.sha256
    filed = not proof.merged or proof.head_blob == award.blob
    if not (same and filed):
        named, found, filed_as = award.blob[:12], proof.bid_blob[:12] or "-", proof.head_blob[:12] or "-"
        facts = {"named": Verbatim(named), "found": Verbatim(found), "filed": Verbatim(filed_as)}
        yield Violation("/bid", facts)
