"""Which pages of the guide hold a transcript."""

from pathlib import Path

from board.core.text import Language
from board.state.demands import DEMANDS

PAGES = tuple(f"purchase-{method}" for method in sorted(DEMANDS))

_CONTENT = Path(__file__).parents[2] / "site" / "content"


def path_of(name: str, language: Language) -> Path:
    """Where a page stands."""
    return _CONTENT / language / "guide" / f"{name}.md"
