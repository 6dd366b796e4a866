"""A name mixes scripts where a reader can be misled, and only there."""

import pytest

from board.state.scripts import mixture


@pytest.mark.parametrize(
    "name",
    [
        "Maple Works",
        "Atelier Boréal inc.",
        "ᓄᓇᕗᑦ",
        "Nunavut ᓄᓇᕗᑦ",
        "xʷməθkʷəy̓əm",
        "Tłı̨chǫ",
        "SENĆOŦEN",
        "メープル工房のWeb",
        "Клён",
        "µ-lab 3ª",
        "🍁 2 × 4",
        "",
    ],
)
def test_misleads_nobody(name: str) -> None:
    """Names of this country and of the world pass."""
    assert mixture(name) == ()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("M\u0430ple", ("M", "\u0430")),
        ("\u0440\u0430\u0441\u0435 Works", ("\u0440", "W")),
        ("ᓄL", ("ᓄ", "L")),
        ("\u039caple", ("\u039c", "a")),
        ("Works \u13b3\u13de", ("W", "\u13b3")),
    ],
)
def test_misleads(name: str, letters: tuple[str, ...]) -> None:
    """Two scripts in one word are told, and so is a whole word that could pass for Latin beside a Latin one."""
    assert mixture(name) == letters
