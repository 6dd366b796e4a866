"""Names that every machine holds, and names that a reader takes for one another."""

import pytest

from board.state.naming import skeleton, stem, unsafe_part

BIDS = "opportunities/dex-mex/2026/date-filter/bids"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"{BIDS}/maple-works.yml", None),
        ("opportunities/LICENSE.md", None),
        ("opportunities/terms/2026-1/fr.md", None),
        (f"{BIDS}/openings/x.json", None),
        (f"{BIDS}/console.yml", None),
        (f"{BIDS}/con.yml", "con.yml"),
        (f"{BIDS}/com1", "com1"),
        ("opportunities/nul/2026/map/opportunity.yml", "nul"),
        (f"{BIDS}/Maple.yml", "Maple.yml"),
        (f"{BIDS}/maple.works.yml", "maple.works.yml"),
        (f"{BIDS}/maple..yml", "maple..yml"),
        (f"{BIDS}/..", ".."),
        (f"{BIDS}/.git", ".git"),
        (f"{BIDS}//x.yml", ""),
        (f"{BIDS}/x.yml\n", "x.yml\n"),
        (f"{BIDS}/x.yml ", "x.yml "),
        (f"{BIDS}/\u0430.yml", "\u0430.yml"),
    ],
)
def test_the_first_unsafe_name(path: str, expected: str | None) -> None:
    """A slug with a known ending is safe; everything else is named, device names of Windows too."""
    assert unsafe_part(path) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("maple-works", "mapleworks"),
        ("maple-works", "map1e-w0rks"),
        ("maple-works", "mapple-works"),
        ("maple-works", "maple-vvorks"),
        ("maple-works", "rnaple-works"),
        ("filter", "fi1ter"),
        ("filter", "fllter"),
        ("google", "g00gle"),
        ("map-1", "map-l"),
        ("acme", "ACME"),
    ],
)
def test_alike(one: str, other: str) -> None:
    """Hyphens, doubled letters and signs that look alike do not tell two names apart."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("map-1", "map-11"),
        ("dev1", "dev11"),
        ("dev1", "dev10"),
        ("map-2", "map-3"),
        ("maple", "mapla"),
        ("north", "nort"),
        ("2025", "2026"),
        ("a", "b"),
    ],
)
def test_apart(one: str, other: str) -> None:
    """Another letter, another digit and a digit more do."""
    assert skeleton(one) != skeleton(other)


def test_stem() -> None:
    """The last name without its ending."""
    assert [stem(path) for path in ("a/b.yml", "b", "a/b.c.d")] == ["b", "b", "b"]
