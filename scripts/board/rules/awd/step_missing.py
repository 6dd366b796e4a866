"""AWD121 step-missing."""

from collections.abc import Iterator, Mapping

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.decision import Lack, Selection

_NAMES: Mapping[Lack, Bilingual] = {
    "closing": Bilingual("the closing", "la clôture"),
    "openings": Bilingual(
        "the opened bids, all of them and unchanged", "les soumissions ouvertes, toutes et inchangées"
    ),
    "evaluation": Bilingual("the finished evaluation", "l’évaluation terminée"),
    "draw": Bilingual("the draw", "le tirage au sort"),
}
_COMMANDS: Mapping[Lack, str] = {
    "closing": "board close",
    "openings": "board unseal",
    "evaluation": "board evaluate",
    "draw": "board draw",
}


@rule(
    "AWD121",
    "step-missing",
    en="The award needs {what} first.",
    fr="L’attribution exige d’abord {what}.",
    fix_en="Do it with {command}, and name the folder of what is not in Git with `--folder`.",
    fix_fr="Faites-le avec {command}, et nommez avec `--folder` le dossier de ce qui n’est pas dans Git.",
)
def step_missing(selection: Selection, _context: Context) -> Iterator[Violation]:
    """Who wins follows from what the steps before fixed; without one of them it would follow from somebody’s word."""
    for lack in selection.lacks:
        yield Violation("/closes_at", {"what": _NAMES[lack], "command": Verbatim(_COMMANDS[lack])})
