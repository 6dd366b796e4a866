"""AWD211 changed-value."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Proof


@rule(
    "AWD211",
    "changed-value",
    en="The award says {price} before tax and {total} with tax; from the bid follow {bid_price} and {bid_total}.",
    fr="L’attribution indique {price} avant taxes et {total} avec taxes\u202f; de la soumission découlent "
    "{bid_price} et {bid_total}.",
    fix_en="Take this history for tampered with, and compare it with another clone.",
    fix_fr="Tenez cet historique pour falsifié, et comparez-le à un autre clone.",
)
def changed_value(proof: Proof, _situation: None) -> Iterator[Violation]:
    """The value follows from the bid, the place and the supplier’s registration, and from nothing else."""
    said, follows = proof.award.value, proof.expected.value if proof.expected else None
    if follows is not None and said != follows:
        facts = {"price": said.price, "total": said.total, "bid_price": follows.price, "bid_total": follows.total}
        yield Violation("/value", facts)
