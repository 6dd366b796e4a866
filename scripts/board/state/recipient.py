"""Whether a public key of age was copied whole: its letters hold a checksum.

Source: Bitcoin Improvement Proposal 173 (Bech32), with 32 bytes under the prefix ``age``.
"""

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_LONG = 62  # letters and digits


def is_recipient(text: str) -> bool:
    """Whether *text* is a public key of the type X25519 with the right checksum."""
    prefix, _, rest = text.partition("1")
    if prefix != "age" or len(text) != _LONG or set(rest) - set(_LETTERS):
        return False
    codes = [ord(c) for c in prefix]
    values = [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes), *map(_LETTERS.index, rest)]
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            check ^= term if top >> bit & 1 else 0
    # 52 letters of 5 bits hold 32 bytes and four bits that are nothing.
    return check == 1 and _LETTERS.index(rest[51]) & 0b1111 == 0
