"""Sealed bids for tests: one fixed key, honest envelopes, and hostile ones with the way in which each is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pyrage
from tests.rules.subjects.documents import SCHEMAS

from board.adapters.keys import Pair, generate, seal
from board.jobs.reading import Content, read_bid
from board.model.procurement import FiledBid
from board.model.reference import bid_path
from board.model.sealing import Opening, Part
from board.state.armour import armoured
from board.state.canonical import Node, write
from board.state.envelope import sha256, write_opening

REF = "dex-mex/2026/keyboard-map"


@cache
def key() -> Pair:
    """The key of the opportunity."""
    return generate()


@cache
def other_key() -> Pair:
    """The key of another opportunity."""
    return generate()


ANSWERS: Mapping[str, Any] = {
    "name": "Érablière numérique",
    "delivery_date": "2026-11-13",
    "registered_for_tax": True,
    "terms": "2026-1",
    "publish_answers": True,
    "declares": True,
    "responses": {"keyboard-work": "In 2025 I made a map usable by keyboard; the repository is public."},
}


def opening(login: str, part: Part, **other: Any) -> Opening:
    """What an honest supplier puts into an envelope, but for what is given."""
    content: Any = {"price": "8000.00"} if part == "offer" else dict(ANSWERS)
    salt = sha256(f"{login} {part}".encode())
    return replace(Opening(part, REF, login, key().recipient, salt, content), **other)


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a sealed bid.

    Attributes:
        sha256: What the file promises.
        sealed: Armour.
    """

    sha256: str
    sealed: str


def group(plaintext: bytes, recipient: str = "") -> Group:
    """An envelope with what it promises."""
    return Group(sha256(plaintext), seal(plaintext, recipient or key().recipient))


def honest(login: str) -> dict[Part, Group]:
    """Both groups of an honest bid."""
    return {part: group(write_opening(opening(login, part))) for part in ("offer", "answers")}


def sealed_file(login: str, groups: Mapping[Part, Group], ref: str = REF, more: str = "") -> bytes:
    """A sealed bid as a file; *more* stands in it in clear."""
    clear: dict[str, Node] = {"schema": 1, "opportunity": ref, "bidder": login, "language": "en", "amendment": 0}
    lines = [write(clear).decode()]
    for part, each in groups.items():
        text = each.sealed.replace("\n", "\n    ").removesuffix("    ")
        lines.append(f'{part}:\n  sha256: "{each.sha256}"\n  sealed: |\n    {text}')
    return ("".join(lines) + more).encode()


def filed(login: str, groups: Mapping[Part, Group], ref: str = REF, more: str = "") -> FiledBid:
    """A sealed bid, read."""
    return read_bid(login, bid_path(ref, login), Content(sealed_file(login, groups, ref, more), ""), SCHEMAS)


def _odd(login: str, data: bytes) -> dict[Part, Group]:
    """An honest bid whose offer is this age file."""
    return {**honest(login), "offer": Group("0" * 64, armoured(data))}


def _encrypted(plaintext: bytes, *recipients: str) -> bytes:
    return pyrage.encrypt(plaintext, [pyrage.x25519.Recipient.from_str(each) for each in recipients])


def refused_at_the_gate(login: str) -> dict[str, tuple[bytes, str]]:
    """What a stranger hands in, and the code of the rule that refuses it without a key."""
    good = honest(login)
    plain = write_opening(opening(login, "offer"))
    whole = _encrypted(plain, key().recipient)
    armour = good["offer"].sealed
    spaced = Group(good["offer"].sha256, armour.replace("\n", " \n", 2))
    blank = Group(good["offer"].sha256, armour.replace("\n", "\n\n", 1))
    first, line, *rest = armour.split("\n")
    narrow = Group(good["offer"].sha256, "\n".join([first, line[:32], line[32:], *rest]))
    cut = Group(good["offer"].sha256, armour[: armour.rindex("-----END")])
    two = _encrypted(plain, key().recipient, other_key().recipient)
    return {
        "armour cut off": (sealed_file(login, {**good, "offer": cut}), "SCH"),
        "spaces at the ends of lines": (sealed_file(login, {**good, "offer": spaced}), "SCH"),
        "a blank line": (sealed_file(login, {**good, "offer": blank}), "SCH"),
        "lines of another width": (sealed_file(login, {**good, "offer": narrow}), "BID123"),
        "no age inside": (sealed_file(login, _odd(login, b"age-encryption.org/v1\n")), "BID124"),
        "another version": (sealed_file(login, _odd(login, whole.replace(b"/v1", b"/v2", 1))), "BID124"),
        "a header over 2 KiB": (sealed_file(login, _odd(login, _padded_header(whole))), "BID124"),
        "two recipients": (sealed_file(login, _odd(login, two)), "BID125"),
        "a passphrase": (sealed_file(login, _odd(login, pyrage.passphrase.encrypt(plain, "x"))), "BID125"),
        "not filled up": (sealed_file(login, _odd(login, _encrypted(b"{}\n", key().recipient))), "BID126"),
        "truncated": (sealed_file(login, _odd(login, whole[:-1])), "BID126"),
        "appended to": (sealed_file(login, _odd(login, whole + b"\0")), "BID126"),
        "clear text beside it": (sealed_file(login, good, more='note: "I bid 7,000"\n'), "SCH"),
        "price in clear": (
            sealed_file(login, {"answers": good["answers"]}, more='offer:\n  price: "8000.00"\n'),
            "BID116",
        ),
        "over 64 KiB": (sealed_file(login, good, more="#" * 65536), "DOC"),
    }


def _padded_header(whole: bytes) -> bytes:
    """The same file with a stanza of two KiB, which says that it means nothing."""
    body = b"\n".join([b"A" * 64] * 32) + b"\nAAAA\n"
    return whole.replace(b"-> X25519", b"-> x-grease\n" + body + b"-> X25519", 1)


def refused_at_opening(login: str, victim: str) -> dict[str, tuple[bytes, str]]:
    """What passes the gate, and the name of what is wrong with it once it is opened."""
    good = honest(login)

    def offer(**other: Any) -> bytes:
        plaintext = write_opening(opening(login, "offer", **other))
        return sealed_file(login, {**good, "offer": group(plaintext)})

    twisted = bytearray(_encrypted(write_opening(opening(login, "offer")), key().recipient))
    twisted[-1] ^= 1
    broken = Group(good["offer"].sha256, armoured(bytes(twisted)))
    elsewhere = group(write_opening(opening(login, "offer")), other_key().recipient)
    promised = replace(good["offer"], sha256="0" * 64)
    spaced = write_opening(opening(login, "offer")).replace(b'{"bidder":', b'{ "bidder":', 1)
    spaced = spaced.rstrip().ljust(4095) + b"\n"
    plain = write_opening(opening(login, "offer")).rstrip()
    twice = (b'{"bidder":"x",' + plain[1:]).ljust(4095) + b"\n"
    number = plain.replace(b'"8000.00"', b"8000.00").ljust(4095) + b"\n"
    both: dict[Part, Group] = {"answers": good["answers"], "offer": good["answers"]}
    return {
        "broken": (sealed_file(login, {**good, "offer": broken}), "unopened"),
        "sealed to another key": (sealed_file(login, {**good, "offer": elsewhere}), "unopened"),
        "other than its hash promised": (sealed_file(login, {**good, "offer": promised}), "other-digest"),
        "a space too many": (sealed_file(login, {**good, "offer": group(spaced)}), "not-canonical"),
        "a key twice": (sealed_file(login, {**good, "offer": group(twice)}), "not-canonical"),
        "a number": (sealed_file(login, {**good, "offer": group(number)}), "not-canonical"),
        "another opportunity": (offer(opportunity="dex-mex/2026/date-filter"), "other-opportunity"),
        "copied": (sealed_file(login, honest(victim)), "other-bidder"),
        "another part": (sealed_file(login, both), "other-part"),
        "another key named": (offer(key=other_key().recipient), "other-key"),
        "no price": (offer(content={"prix": "8000.00"}), "other-form"),
        "a comma in the price": (offer(content={"price": "8,000.00"}), "other-form"),
        "more than the group": (offer(content={"price": "8000.00", "name": "x"}), "other-form"),
        "a hidden character": (
            sealed_file(login, {**good, "answers": group(write_opening(_hidden(login)))}),
            "other-form",
        ),
    }


def _hidden(login: str) -> Opening:
    return opening(login, "answers", content={**ANSWERS, "name": "Maple\u202eskroW"})
