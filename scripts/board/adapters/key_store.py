"""Where somebody keeps the key and the secrets of one opportunity: a file of their own, outside every repository."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from board.adapters.keys import SECRET, UnusableKeyError, generate, random_bytes, recipient_of
from board.adapters.outside import make_sure_outside, private_folder, read_private, write_private
from board.state.envelope import sha256


class OtherPersonError(Exception):
    """The keys in a folder are somebody else's.

    Attributes:
        path: The file.
        by: Login of whose they are.
    """

    def __init__(self, path: Path, by: str) -> None:
        super().__init__(f"{path} holds the keys of {by}")
        self.path = path
        self.by = by


class UnreadableKeysError(Exception):
    """A file is no file of keys.

    Attributes:
        path: Which.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no file of keys")
        self.path = path


@dataclass(frozen=True, slots=True)
class Kept:
    """What one person keeps for one opportunity.

    Attributes:
        by: Login.
        identity: Secret key; empty where they keep none.
        recipient: Its public half; empty where there is none.
        secrets: Number of a draw to the secret, 32 bytes in hexadecimal.
    """

    by: str
    identity: str = field(default="", repr=False)
    recipient: str = ""
    secrets: Mapping[int, str] = field(default_factory=dict, repr=False)

    def commitment(self, draw: int) -> str:
        """SHA-256 of the bytes of the secret of a draw, which is published; empty where there is no such secret."""
        secret = self.secrets.get(draw, "")
        return sha256(bytes.fromhex(secret)) if secret else ""


def keys_file(folder: Path, ref: str) -> Path:
    """Where the keys of an opportunity stand."""
    return folder / f"{ref.replace('/', '.')}.json"


def kept(folder: Path, ref: str, by: str) -> Kept | None:
    """What somebody keeps; None where they keep nothing.

    Raises:
        InsideRepositoryError: The folder lies in a work tree, a repository or a board.
        TooOpenError: Others may read the file.
        OtherPersonError: It is somebody else's.
        UnreadableKeysError: It is no file of keys.
    """
    path = keys_file(make_sure_outside(folder), ref)
    data = read_private(path)
    if data is None:
        return None
    found = _read(path, data)
    if found.by != by:
        raise OtherPersonError(path, found.by)
    return found


def provide(folder: Path, ref: str, by: str, *, pair: bool, draw: int) -> Kept:
    """What somebody keeps, after what is missing was made; what is there stays as it is.

    Args:
        folder: Outside every repository.
        ref: Of the procurement.
        by: Login.
        pair: Whether they keep the key to which bids are sealed.
        draw: Number of the draw for which they need a secret; 0 for none.

    Raises:
        InsideRepositoryError: The folder lies in a work tree, a repository or a board.
        TooOpenError: Others may read the file.
        OtherPersonError: It is somebody else's.
        UnreadableKeysError: It is no file of keys.
        OSError: The folder cannot be written to.
    """
    before = kept(folder, ref, by)
    after = before or Kept(by)
    if pair and not after.identity:
        made = generate()
        after = replace(after, identity=made.identity, recipient=made.recipient)
    if draw and draw not in after.secrets:
        after = replace(after, secrets={**after.secrets, draw: random_bytes().hex()})
    if after != before:
        secrets = {str(number): secret for number, secret in after.secrets.items()}
        fields = {"by": by, "identity": after.identity, "recipient": after.recipient, "secrets": secrets}
        text = json.dumps(fields, indent=2, sort_keys=True) + "\n"
        write_private(keys_file(private_folder(folder), ref), text.encode())
    return after


def _read(path: Path, data: bytes) -> Kept:
    try:
        found = json.loads(data)
        secrets = {int(draw): bytes.fromhex(secret) for draw, secret in found["secrets"].items()}
        texts = [found[key] for key in ("by", "identity", "recipient")]
        by, identity, recipient = texts
        if not all(isinstance(text, str) for text in texts) or any(len(one) != SECRET for one in secrets.values()):
            raise UnreadableKeysError(path)
        if identity and recipient_of(identity) != recipient:
            raise UnreadableKeysError(path)
    except (ValueError, KeyError, TypeError, AttributeError, UnusableKeyError) as error:
        raise UnreadableKeysError(path) from error
    return Kept(by, identity, recipient, {draw: secret.hex() for draw, secret in secrets.items()})
