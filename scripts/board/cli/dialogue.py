"""Questions and answers at a terminal."""

import sys
from collections.abc import Callable, Iterator, Sequence

from board.cli.console import Console
from board.core.text import LANGUAGES, Language, Text
from board.jobs.answers import written
from board.render.forms import Form, Question

_HEAD = Text("{number} of {count}", "{number} de {count}")
_SKIP = Text("Enter leaves a field empty, to be filled in later.", "Entrée laisse un champ vide, à remplir plus tard.")
_LEAVE_OUT = Text("Enter leaves it out.", "Entrée l’omet.")
_ENGLISH = Text("in English", "en anglais")
_FRENCH = Text("in French", "en français")
_YES = Text("y/n", "o/n")
_STOPPED = Text("Stopped; nothing was written.", "Arrêté\u202f; rien n’a été écrit.")
_AGAIN: dict[Form, Text] = {
    "money": Text("An amount, such as 2400.00", "Un montant, comme 2400,00"),
    "day": Text("A day of the calendar, such as 2026-09-25", "Un jour du calendrier, comme 2026-09-25"),
    "yes": Text("y or n", "o ou n"),
    "login": Text(
        "A login of small letters, digits and hyphens", "Un identifiant de minuscules, de chiffres et de traits d’union"
    ),
    "choice": Text("One of: {choices}", "Au choix\u00a0: {choices}"),
    "url": Text("An address that begins with https://", "Une adresse qui commence par https://"),
    "commit": Text(
        "The whole id of a commit, 40 or 64 digits from 0 to f",
        "L’identifiant complet d’un commit, 40 ou 64 chiffres de 0 à f",
    ),
}
_PLAIN = Text("Text on one line, without control characters", "Du texte sur une ligne, sans caractère de commande")
_SHORTER = Text("Text on one line, of at most {most} characters", "Du texte sur une ligne, d’au plus {most} caractères")


def on_terminal() -> bool:
    """Whether somebody sits at both ends: nothing is asked of a pipe."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_all(questions: Sequence[Question], console: Console, read: Callable[[str], str] = input) -> dict[str, str]:
    """Field to answer, in the order of the questions; what was passed over is absent.

    Args:
        questions: What to ask.
        console: Where and in what language.
        read: Shows a prompt and gives a line.

    Raises:
        InUseError: The terminal was closed in the middle.
    """
    console.say(_SKIP)
    answers: dict[str, str] = {}
    try:
        for number, question in enumerate(questions, 1):
            head = _HEAD[console.language].format(number=number, count=len(questions))
            console.say("")
            console.say(f"{head}. {question.prompted(console.language)}")
            if question.optional:
                console.say(_LEAVE_OUT)
            answers.update(_answers(question, console, read))
    except EOFError as error:
        raise console.misused(_STOPPED) from error
    return answers


def _answers(question: Question, console: Console, read: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    if question.form == "both":
        yield from _both(question, question.field, "", console, read)
    elif question.form == "list":
        entry = 1
        while pair := tuple(_both(question, f"{question.field}.{entry}", f"{entry}, ", console, read)):
            yield from pair
            entry += 1
    else:
        answer = _one(question, "", console, read)
        if answer:
            yield question.field, answer


def _both(
    question: Question, field: str, before: str, console: Console, read: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The value in both languages, the reader's own first; nothing where both were passed over."""
    names: dict[Language, Text] = {"en": _ENGLISH, "fr": _FRENCH}
    given = {
        language: _one(question, f"{before}{names[language][console.language]}", console, read)
        for language in sorted(LANGUAGES, key=lambda language: language != console.language)
    }
    if any(given.values()):
        for language in LANGUAGES:
            yield f"{field}.{language}", given[language]


def _one(question: Question, label: str, console: Console, read: Callable[[str], str]) -> str:
    """One answer as the file takes it, asked for until it is one; empty where it was passed over."""
    shown = f"{label} [{_YES[console.language]}]".strip() if question.form == "yes" else label
    while typed := read(f"{shown}> ".lstrip()).strip():
        answer = written(question, typed)
        if answer is not None:
            return answer
        again = _AGAIN.get(question.form, _SHORTER if question.most else _PLAIN)
        console.say(again, choices=", ".join(question.choices), most=question.most)
    return ""
