"""Questions at a terminal: what is asked, what is asked again, and what is passed over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import pytest
from tests.boards import specimen, specimen_board

from board.cli.console import Console, InUseError
from board.cli.dialogue import ask_all
from board.core.text import LANGUAGES, Language, Text
from board.jobs.new_opportunity import draft
from board.render import bid_form, opportunity_form
from board.render.forms import Form, Question
from board.render.opportunity_form import Draft


def question(field: str, form: Form, *, optional: bool = False, most: int = 0) -> Question:
    """A question on a field."""
    return Question(
        field, form, Text("What is it?", "Qu’est-ce?"), {}, optional=optional, most=most, choices=("ON", "QC")
    )


def keyboard(lines: Iterable[str], prompts: list[str]) -> Callable[[str], str]:
    """A reader that types these lines and then closes the terminal; it keeps what it was prompted with."""
    left: Iterator[str] = iter(lines)

    def read(prompt: str) -> str:
        prompts.append(prompt)
        try:
            return next(left)
        except StopIteration as error:
            raise EOFError from error

    return read


def asked(
    questions: Sequence[Question], lines: Sequence[str], language: Language = "en"
) -> tuple[dict[str, str], list[str]]:
    """The answers, and the prompts that were shown."""
    prompts: list[str] = []
    return ask_all(questions, Console(language), keyboard(lines, prompts)), prompts


def test_both_languages_the_readers_own_first() -> None:
    """The file has English first; the prompts follow the reader."""
    answers, prompts = asked([question("title", "both")], ["Titre", "Title"], "fr")

    assert prompts == ["en français> ", "en anglais> "]
    assert list(answers.items()) == [("title.en", "Title"), ("title.fr", "Titre")]


def test_what_is_passed_over_is_absent() -> None:
    """Enter leaves a field out; where one language was given, the other stands empty, for the check to name."""
    answers, _ = asked(
        [question("title", "both"), question("summary", "both"), question("place", "choice")], ["", "", "A", "", ""]
    )

    assert answers == {"summary.en": "A", "summary.fr": ""}


def test_a_list_goes_on_until_nothing_is_given() -> None:
    """Entries are counted from 1."""
    answers, prompts = asked([question("deliverables", "list")], ["A", "B", "C", "", "", ""])

    assert answers == {
        "deliverables.1.en": "A",
        "deliverables.1.fr": "B",
        "deliverables.2.en": "C",
        "deliverables.2.fr": "",
    }
    assert prompts[-1] == "3, in French> "


def test_what_is_no_answer_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    """The form that is wanted is told in the language of the terminal."""
    questions = [
        question("price", "money"),
        question("end", "day"),
        question("place", "choice"),
        question("t", "text", most=3),
    ]

    answers, _ = asked(questions, ["cheap", "1 950,00 $", "soon", "2026-09-25", "XX", "qc", "four", "abc"], "fr")

    assert answers == {"price": "1950.00", "end": "2026-09-25", "place": "QC", "t": "abc"}
    said = capsys.readouterr().out
    for words in (
        "Un montant, comme 2400,00",
        "Un jour du calendrier",
        "Au choix\u00a0: ON, QC",
        "d’au plus 3 caractères",
    ):
        assert said.count(words) == 1


YES = {
    "en": [
        "Are you registered for GST/HST? Bids are compared before tax.",
        "May your answers be published if you do not win?",
        "Is all of this true of you?",
        "Does the supplier make or change a web page, an app or a document for the public? If so, an acceptance "
        "criterion asks for a conformity report.",
    ],
    "fr": [
        "Êtes-vous inscrit à la TPS/TVH\u202f? On compare avant taxes.",
        "Peut-on publier vos réponses si vous ne gagnez pas\u202f?",
        "Tout ceci est-il vrai dans votre cas\u202f?",
        "Le fournisseur crée-t-il ou modifie-t-il une page Web, une application ou un document pour le public\u202f? "
        "Si oui, un critère d’acceptation demande un rapport de conformité.",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_answered_by_yes_or_no_is_asked_so(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    """At a terminal; the comment in the file says that the file has true and false there."""
    made = draft("dex-mex/2026/date-filter-2", specimen_board(), datetime.fromisoformat("2026-09-08T08:12:34-04:00"))
    assert isinstance(made, Draft)
    questions = [*bid_form.questions(specimen(), language), *opportunity_form.questions(made, language)]
    yes = [one for one in questions if one.form == "yes"]

    asked(yes, ["y"] * len(yes), language)

    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith(tuple("1234"))]
    assert [line.partition(". ")[2] for line in said] == YES[language]
    assert all("true" in one.asked(language) for one in yes)


def test_yes_and_no() -> None:
    """Shown with their letters."""
    answers, prompts = asked([question("a", "yes"), question("b", "yes")], ["o", "non"], "fr")

    assert answers == {"a": "true", "b": "false"}
    assert prompts == ["[o/n]> ", "[o/n]> "]


def test_counts_and_what_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Each question says how many there are, and the optional ones that they are."""
    asked([question("a", "text"), question("b", "url", optional=True)], ["x", ""])

    said = capsys.readouterr().out
    assert "1 of 2. What is it?\n\n2 of 2. What is it?\nEnter leaves it out.\n" in said


def test_a_terminal_that_closes(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is half written."""
    with pytest.raises(InUseError, match="Stopped; nothing was written"):
        asked([question("a", "text"), question("b", "text")], ["x"])
