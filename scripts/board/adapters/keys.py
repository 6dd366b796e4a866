"""Keys of age, type X25519: made, sealed to, opened with; and random bytes."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyrage

from board.state.armour import armoured, bare

SECRET = 32  # bytes


class UnusableKeyError(ValueError):
    """A text is no key of age of the type X25519, or was not copied whole.

    The text itself is not repeated: it may be a secret one.
    """


@dataclass(frozen=True, slots=True)
class Pair:
    """A key pair.

    Attributes:
        identity: What opens; secret.
        recipient: What is sealed to; public.
    """

    identity: str
    recipient: str


def generate() -> Pair:
    """A new key pair."""
    made = pyrage.x25519.Identity.generate()
    return Pair(str(made), str(made.to_public()))


def recipient_of(identity: str) -> str:
    """The public half of a secret key.

    Raises:
        UnusableKeyError: It is none.
    """
    return str(_identity(identity).to_public())


def random_bytes() -> bytes:
    """32 bytes that nobody can guess: the salt of an envelope, or somebody's secret of a draw."""
    return secrets.token_bytes(SECRET)


def seal(plaintext: bytes, recipient: str) -> str:
    """The envelope in canonical armour, which only the secret half of *recipient* opens.

    Raises:
        UnusableKeyError: *recipient* is no public key of the type X25519.
    """
    try:
        key = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise UnusableKeyError from error
    return armoured(pyrage.encrypt(plaintext, [key]))


def opened(envelopes: Iterable[str], identity: str) -> Iterator[bytes | None]:
    """What is in each envelope in turn; None where it does not open.

    Broken, and sealed to another key, cannot be told apart: an envelope does not name its key.

    Raises:
        UnusableKeyError: *identity* is no secret key of the type X25519.
    """
    key = _identity(identity)
    for envelope in envelopes:
        data = bare(envelope)
        try:
            yield None if data is None else pyrage.decrypt(data, [key])
        except pyrage.DecryptError:
            yield None


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        # What the library says may repeat the text.
        raise UnusableKeyError from error
