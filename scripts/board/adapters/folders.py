"""What stands outside every repository: the folder of a procurement before its outcome, and somebody's keys."""

from collections.abc import Mapping
from pathlib import Path

from board.adapters.given_file import content

# An offer is a few hundred bytes, an evaluation a few hundred kilobytes at most.
_MOST = 2_000_000


def dossier_at(folder: Path) -> Mapping[str, bytes]:
    """Path below the folder to content, of what `unseal` and `evaluate` write; what is not there is absent.

    Raises:
        UnreadableFileError: A file in it cannot be read.
    """
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.glob("openings/*.json"))}
    evaluation = folder / "evaluation.yml"
    if evaluation.is_file():
        found["evaluation.yml"] = evaluation
    return {name: content(path) for name, path in found.items() if path.stat().st_size <= _MOST}


def key_file(folder: Path, ref: str) -> bytes | None:
    """What somebody keeps of one opportunity: ``<org>.<year>.<slug>.json``; None where nothing is kept.

    Raises:
        UnreadableFileError: It is there and cannot be read.
    """
    path = folder / f"{ref.replace('/', '.')}.json"
    return content(path) if path.exists() else None
