"""The secrets of draws that somebody keeps, from the file of an opportunity in the store of keys."""

import json
from collections.abc import Mapping
from typing import Any


class UnreadableKeysError(ValueError):
    """The file is not what `board keys` wrote."""


def secrets_of(data: bytes) -> Mapping[int, str]:
    """Number of a draw to its secret in hexadecimal, as they stand there.

    Raises:
        UnreadableKeysError: It is no such file.
    """
    try:
        told: Any = json.loads(data)
        return {int(number): str(secret) for number, secret in told.get("secrets", {}).items()}
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadableKeysError from error
