"""BID119 mixed-scripts."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase
from board.state.scripts import mixture


@rule(
    "BID119",
    "mixed-scripts",
    en="The name to show, {name}, mixes scripts that look alike: {letters}.",
    fr="Le nom à afficher, {name}, mélange des écritures qui se ressemblent\u00a0: {letters}.",
    fix_en="Type the name again in one script. A name in two, such as Latin and Inuktitut, is fine "
    "where each word has one.",
    fix_fr="Retapez le nom dans une seule écriture. Un nom en deux écritures, comme le latin et l’inuktitut, "
    "convient si chaque mot n’en a qu’une.",
    severity="warning",
)
def mixed_scripts(case: BidCase, _context: Context) -> Iterator[Violation]:
    """A Cyrillic letter in a Latin name makes a second supplier that no reader can tell from the first.

    Only the name is an identifier; answers may be in Inuktitut, hold emoji, or quote any script.
    """
    answers = case.bid.answers
    letters = mixture(answers.name) if answers else ()
    if answers and letters:
        # Letters that look alike are told apart by their numbers alone.
        numbered = tuple(f"{letter} (U+{ord(letter):04X})" for letter in letters)
        yield Violation("/answers/name", {"name": answers.name, "letters": numbered})
