"""The first line of every page and message of a trial board."""

from board.core.text import Text

TRIAL = Text(
    "Trial: nothing published here commits the government yet.",
    "Essai\u00a0: rien de ce qui est publié ici n’engage encore le gouvernement.",
)
