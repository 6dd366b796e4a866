"""How long five hundred sealed bids take to close and to open, each a whole process."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.measuring import Row, board, seconds
from tests.cli.sealed_purchase import READ, SCHEMAS, append, keep_key, taken
from tests.sealing import REF, honest, sealed_file

from board.model.log import MailboxRead
from board.model.reference import bid_branch, bid_path

_COUNT = 500
_NOW = "2026-09-28T15:00:00-04:00"


def rows() -> Iterator[Row]:
    """The lines of the table."""
    SCHEMAS.whole("bid")  # what a process does once is not what is measured
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        bids = {login: sealed_file(login, honest(login)) for login in (f"supplier-{n:03d}" for n in range(_COUNT))}
        root = taken(top / "board.git", bids).root
        _branches(root, bids)
        append(root, READ, [MailboxRead("a-tremblay")])
        close = seconds(board("--root", root, "close", REF, "--now", _NOW))
        yield Row(f"close of {_COUNT} bids", f"{close:.2f} s", "under 3 s", close < 3)
        keep_key(top / "keys")
        words = (
            "unseal",
            REF,
            "--as",
            "a-tremblay",
            "--folder",
            top / "dossier",
            "--keys",
            top / "keys",
            "--now",
            _NOW,
        )
        opened = seconds(board("--root", root, *words))
        yield Row(f"unseal of {_COUNT} bids", f"{opened:.2f} s", "under 2 s", opened < 2)


def _branches(root: Path, bids: Mapping[str, bytes]) -> None:
    """Each bid on its branch, as suppliers push them."""
    stream = bytearray()
    for login, data in bids.items():
        person = f"{login} <{login}@users.noreply.board.invalid> 1789000000 -0400"
        stream += f"commit refs/heads/{bid_branch(login, REF)}\nauthor {person}\ncommitter {person}\n".encode()
        stream += b"data 3\nBid\nfrom refs/heads/main^0\n"
        stream += f"M 100644 inline {bid_path(REF, login)}\ndata {len(data)}\n".encode() + data + b"\n"
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=bytes(stream), check=True)
