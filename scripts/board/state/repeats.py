"""What stands more than once where each may stand once."""

from collections.abc import Iterable, Iterator


def repeated(names: Iterable[str]) -> Iterator[int]:
    """Index of each name that stands further up already; an empty one is no name."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name and name in seen:
            yield index
        seen.add(name)
