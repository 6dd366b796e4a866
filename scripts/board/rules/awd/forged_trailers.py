"""AWD207 forged-trailers."""

import re
from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step


@rule(
    "AWD207",
    "forged-trailers",
    en="The message of commit {commit} says that it is an award, and the commit brings none.",
    fr="Le message du commit {commit} dit qu’il s’agit d’une attribution, et le commit n’en apporte aucune.",
    fix_en="Find out who wrote it; an award is what `board award` writes, file, message and tag.",
    fix_fr="Cherchez qui l’a écrit\u202f; une attribution est ce qu’écrit `board award`\u00a0: fichier, message "
    "et étiquette.",
)
def forged_trailers(step: Step, _situation: None) -> Iterator[Violation]:
    """Trailers on main are read as the board’s word; where nothing stands behind them they mislead."""
    if not step.awards and _AWARD.search(step.commit.message):
        yield Violation("", {"commit": Verbatim(step.commit.id[:12])})


_AWARD = re.compile(r"^[ \t]*Board-Act[ \t]*:[ \t]*award[ \t]*$", re.MULTILINE | re.IGNORECASE)
