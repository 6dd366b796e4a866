"""What bids are sealed to, and what was in an envelope: `sealing.yml` and `openings/<login>.<part>.json`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from board.model.scalar import Fields

Part = Literal["offer", "answers"]

PARTS: tuple[Part, Part] = ("offer", "answers")

# What JSON may hold inside an envelope: the same values that the loader of YAML gives.
Content: TypeAlias = "Mapping[str, str | bool | Mapping[str, str]]"


@dataclass(frozen=True, slots=True)
class Sealing:
    """The key to which the bids on one opportunity are sealed.

    Attributes:
        keeper: Login of who keeps the secret key, and does not evaluate.
        recipient: Public key of age, X25519.
    """

    keeper: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """One sealed group of a bid.

    Attributes:
        sha256: Of the padded plaintext.
        sealed: Canonical armour of age.
    """

    sha256: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What was in an envelope.

    Attributes:
        part: ``offer`` or ``answers``.
        opportunity: REF.
        bidder: Login.
        key: Public key that it was sealed to.
        salt: 32 random bytes in hexadecimal.
        content: The group, in the shape that it has in clear.
    """

    part: Part
    opportunity: str
    bidder: str
    key: str
    salt: str
    content: Content


def sealing(fields: Fields) -> Sealing:
    """What a valid `sealing.yml` holds."""
    return Sealing(fields["keeper"], fields["recipient"])
