"""What officers hold outside every repository until the outcome: what was opened, and what it came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from board.core.schema import Schemas
from board.model.reference import draw_path, evaluation_path, place_of
from board.state.ledger import read_draws

EVALUATION = "evaluation.yml"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What officers hold outside every repository until the outcome.

    Attributes:
        openings: Name of file, such as ``maple-works.offer.json``, to content, of each envelope that opened.
        evaluation: `evaluation.yml`; empty where there is none.
        beacon: What the public beacon of a draw gave; empty where none was named.
    """

    openings: Mapping[str, bytes] = field(default_factory=dict)
    evaluation: bytes = b""
    beacon: str = ""

    @property
    def folder(self) -> Mapping[str, bytes]:
        """The same as files below one folder."""
        files = {f"openings/{name}": data for name, data in self.openings.items()}
        return {**files, EVALUATION: self.evaluation} if self.evaluation else files


NO_DOSSIER = Dossier()


def held(folder: Mapping[str, bytes], beacon: str = "") -> Dossier:
    """What a folder holds, given as path below it to content."""
    openings = {path.removeprefix("openings/"): data for path, data in folder.items() if path.startswith("openings/")}
    return Dossier(openings, folder.get(EVALUATION, b""), beacon)


def as_published(files: Mapping[str, bytes], ref: str, schemas: Schemas) -> Dossier:
    """The same as it was published with the outcome of *ref*, from path to content of files on main.

    What a beacon gave is what `draw.yml` says that it gave: nobody is asked over the network.
    """
    places = {path: place_of(path) for path in files}
    openings = {
        path.rpartition("/")[2]: files[path] for path, place in places.items() if place and place.kind == "opening"
    }
    draws = read_draws(files[draw_path(ref)], schemas) if draw_path(ref) in files else None
    beacon = draws.draws[-1].beacon if draws and draws.draws else ""
    return Dossier(openings, files.get(evaluation_path(ref), b""), beacon)
