"""LOG154 uncovered-language."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.context import Context
from board.model.course import Course

_NAMES = {"en": Bilingual("English", "anglais"), "fr": Bilingual("French", "français")}


@rule(
    "LOG154",
    "uncovered-language",
    en="A bid was made in {language}, and no evaluator reads it.",
    fr="Une soumission a été présentée en {language}, et aucun évaluateur ne lit cette langue.",
    fix_en="Let another person declare and evaluate who reads {language}.",
    fix_fr="Faites déclarer et évaluer une autre personne, qui lit cette langue ({language}).",
)
def uncovered_language(course: Course, _context: Context) -> Iterator[Violation]:
    """A supplier may write in either official language, and is judged by somebody who reads it."""
    desk = course.desk
    if course.asked.step != "evaluate" or desk is None or not desk.handed:
        return
    read = {language for handed in desk.handed if handed.sheet for language in handed.sheet.languages}
    for language in desk.languages:
        if language not in read:
            yield Violation("", {"language": _NAMES[language]})
