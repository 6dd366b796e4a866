"""A step of a draw that somebody asks for, held against what the log tells."""

from dataclasses import replace

from board.model.context import Context
from board.model.course import Course
from board.model.log import Committed, Line, Secret, Void
from board.state.draw_terms import terms_of
from board.state.drawing import Fault, Wrong, rounds_of, step


def wrong_in(course: Course, context: Context) -> Wrong | None:
    """What is wrong with the draw in the log, or, with line 0, with the step that is asked for; None for nothing.

    A step that is none of a draw is not looked at, nor one before the closing is done.
    """
    entry = entry_of(course)
    if entry is None or course.closing is None:
        return None
    terms = terms_of(course.opportunity, course.closing, course.procurement.organization, context)
    rounds = rounds_of(terms, course.lines)
    if isinstance(rounds, Wrong):
        return rounds
    last = course.lines[-1].n if course.lines else 0
    # Whatever stands in the log has a number; this line is still to get one.
    line = Line(last + 1, "", course.asked.at, course.procurement.ref, entry, "")
    after = step(terms, rounds, line)
    return replace(after, line=0) if isinstance(after, Wrong) else None


def entry_of(course: Course) -> Secret | Void | Committed | None:
    """The line that the step of a draw would append; None where another step is asked for."""
    asked, facts = course.asked, course.asked.facts
    number = int(facts.get("draw", "1"))
    match asked.step:
        case "secret":
            return Secret(asked.by, number, facts.get("secret", ""))
        case "void":
            return Void(asked.by, number, facts.get("withheld_by", ""))
        case "commit":
            return Committed(asked.by, number, facts.get("sha256", ""))
        case _:
            return None


def wrong_step(course: Course, context: Context, fault: Fault) -> Wrong | None:
    """The step that is asked for, where that is what is wrong with it."""
    wrong = wrong_in(course, context)
    return wrong if wrong and wrong.fault == fault and not wrong.line else None
