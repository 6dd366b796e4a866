"""What a supplier sent before a push, as the judge asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from board.adapters.snapshot import snapshot
from board.jobs import hosting
from board.jobs.auction import Sent


class SentBefore(Mapping[str, "Sequence[Sent]"]):
    """REF to what a supplier sent before a line of the log; read when asked, since auctions alone ask."""

    def __init__(self, root: Path, login: str, before: int) -> None:
        self._root = root
        self._login = login
        self._before = before

    def __getitem__(self, ref: str) -> Sequence[Sent]:
        with snapshot(self._root) as seen:
            return hosting.sent_before(seen, self._login, ref, self._before)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
