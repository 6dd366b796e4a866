"""LOG149 unasked-mark."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.course import Course
from board.state.evaluating import asked_of, judged


@rule(
    "LOG149",
    "unasked-mark",
    en="The mark of {mark} was not asked for, or not in this way.",
    fr="La note de {mark} n’était pas demandée, ou pas ainsi.",
    fix_en="Take it out: each bid and criterion of the sheet stands once, a mandatory one with result, a rated "
    "one with score; behind the finished work that is selected nothing is marked.",
    fix_fr="Retirez-la\u00a0: chaque soumission et chaque critère de la grille figure une fois, un critère "
    "obligatoire avec result, un critère coté avec score\u202f; rien n’est noté derrière le travail fini "
    "qui l’emporte.",
)
def unasked_mark(course: Course, _context: Context) -> Iterator[Violation]:
    """A mark that nobody asked for would count, or be passed over, unseen."""
    if course.desk is None:
        return
    criteria = judged(course.opportunity)
    kinds = {criterion.id: criterion.kind for criterion in criteria}
    for handed in course.desk.handed:
        bidders = asked_of(course.desk, handed, criteria)
        asked = {name for name, bidder in course.desk.labels[handed.by].items() if bidder in bidders}
        seen: set[tuple[str, str]] = set()
        for place, marked in enumerate(handed.sheet.bids if handed.sheet else ()):
            if marked.label not in asked or (marked.label, "") in seen:
                facts = {"mark": Verbatim(marked.label)}
                yield Violation(pointer_to("bids", place), facts, path=handed.path)
            seen.add((marked.label, ""))
            for at, given in enumerate(marked.marks):
                other = given.passed is None if kinds.get(given.criterion) == "rated" else given.score is None
                if given.criterion not in kinds or (marked.label, given.criterion) in seen or not other:
                    facts = {"mark": Verbatim(f"{marked.label} {given.criterion}")}
                    yield Violation(pointer_to("bids", place, "marks", at), facts, path=handed.path)
                seen.add((marked.label, given.criterion))
