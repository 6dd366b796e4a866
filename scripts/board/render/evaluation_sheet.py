"""The sheet that an evaluator fills in: bids by letter, each answer in its own language, the rest in one's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from board.core.text import Language, Text
from board.model.bid import Delivered
from board.model.board import BoardSettings
from board.model.opportunity import Item, Opportunity
from board.render.forms import comment, quoted
from board.render.trial import TRIAL
from board.state.demands import delivers
from board.state.evaluating import judged
from board.state.ledger import schema_address

_HEAD = Text(
    "{title}: your sheet, {login}. It names nobody: each bid has a letter, in an order that is yours alone. An answer "
    "may still tell who wrote it; judge what it says.",
    "{title}\u00a0: votre grille, {login}. Elle ne nomme personne\u00a0: chaque soumission a une lettre, dans un ordre "
    "qui n’est que le vôtre. Une réponse peut tout de même trahir son auteur\u202f; jugez ce qu’elle dit.",
)
_IN_TURN = Text(
    "{title}: your sheet, {login}. Each letter is a piece of finished work, in the order of arrival; its address may "
    "tell whose it is, and you judge the work alone, at the commit that stands here. Judge in this order. Once as many "
    "pass as awards are offered ({offered}), take every bid that came later out of this file: it is not judged.",
    "{title}\u00a0: votre grille, {login}. Chaque lettre est un travail fini, dans l’ordre d’arrivée\u202f; son "
    "adresse peut trahir son auteur, et vous ne jugez que le travail, au commit indiqué. Jugez dans cet ordre. Dès que "
    "les soumissions conformes sont aussi nombreuses que les attributions offertes ({offered}), retirez de ce fichier "
    "toute soumission arrivée plus tard\u00a0: elle n’est pas jugée.",
)
_WORK = Text("Finished work:", "Travail fini\u00a0:")
_HOW = Text(
    "Fill in every empty field but the comments, which you may leave and which are never published. Show this file to "
    "nobody before you have handed it in. Lines that begin with # | are what a supplier wrote.",
    "Remplissez chaque champ vide, sauf les commentaires, qui sont facultatifs et ne sont jamais publiés. Ne montrez "
    "ce fichier à personne avant de l’avoir remis. Les lignes qui commencent par # | sont d’un fournisseur.",
)
_LANGUAGES = Text(
    "Languages in which you read bids: [en], [fr] or [en, fr].",
    "Langues dans lesquelles vous lisez les soumissions\u00a0: [en], [fr] ou [en, fr].",
)
_LEFT_OUT = Text(
    "A letter that is missing is that of a bid that could not be read, or that a rule refuses.",
    "Une lettre qui manque est celle d’une soumission qui n’a pu être lue, ou qu’une règle refuse.",
)
_ANSWERS = {
    "en": Text("Answer, in English:", "Réponse, en anglais\u00a0:"),
    "fr": Text("Answer, in French:", "Réponse, en français\u00a0:"),
}
_NO_ANSWER = Text("No answer.", "Aucune réponse.")
_RESULT = Text("pass or fail", "pass (conforme) ou fail (non conforme)")
_SCORE = Text("0 to 100; this criterion weighs {weight} %", "de 0 à 100\u202f; ce critère compte pour {weight}\u00a0%")
_NOTHING = Text("No bid is to be marked.", "Aucune soumission n’est à noter.")


@dataclass(frozen=True, slots=True)
class Shown:
    """One bid, as a sheet shows it.

    Attributes:
        label: Its letter.
        language: ``en`` or ``fr``, in which its answers are written.
        responses: Criterion to answer.
        delivered: Finished work; None where none came.
    """

    label: str
    language: Language
    responses: Mapping[str, str]
    delivered: Delivered | None = None


def evaluation_sheet(
    opportunity: Opportunity,
    settings: BoardSettings,
    ref: str,
    closing_sha256: str,
    login: str,
    bids: Sequence[Shown],
    language: Language,
) -> bytes:
    """The sheet to fill in.

    Args:
        opportunity: The request.
        settings: Of the board.
        ref: Of the opportunity.
        closing_sha256: Of `closing.yml`.
        login: Whose sheet it is.
        bids: Those to be marked, by letter.
        language: Of every comment but the answers.
    """
    lines = [*_head(opportunity, settings, login, language)]
    lines += ["schema: 1", f"opportunity: {quoted(ref)}", f"closing_sha256: {quoted(closing_sha256)}"]
    lines += [f"evaluator: {quoted(login)}", *comment(_LANGUAGES[language]), "languages: []"]
    if bids:
        lines += [*comment(_LEFT_OUT[language]), "bids:"]
    else:
        lines += [*comment(_NOTHING[language]), "bids: []"]
    for shown in bids:
        lines += _bid(opportunity, shown, language)
    return "".join(f"{line}\n" for line in lines).encode()


def _head(opportunity: Opportunity, settings: BoardSettings, login: str, language: Language) -> Iterator[str]:
    address = schema_address(settings, "sheet")
    if address:
        yield f"# yaml-language-server: $schema={address}"
    if settings.mode == "trial":
        yield from comment(TRIAL[language])
    head = _IN_TURN if delivers(opportunity) else _HEAD
    facts = {"title": opportunity.title[language], "login": login, "offered": opportunity.awards_offered}
    yield from comment(head[language].format_map(facts))
    yield from comment(_HOW[language])


def _bid(opportunity: Opportunity, shown: Shown, language: Language) -> Iterator[str]:
    yield f"  - label: {quoted(shown.label)}"
    if shown.delivered:
        yield from comment(_WORK[language], "    ")
        yield from _theirs(f"{shown.delivered.repository}\n{shown.delivered.commit}", "    ")
    criteria = judged(opportunity)
    if not criteria:
        yield '    comment: ""'
        return
    yield "    marks:"
    for criterion in criteria:
        asks = criterion in opportunity.evaluation_criteria
        yield from _criterion(criterion, shown, language, asks=asks)


def _criterion(criterion: Item, shown: Shown, language: Language, *, asks: bool) -> Iterator[str]:
    """One field to fill in; what is accepted, and not answered, *asks* nothing of the supplier."""
    indent = " " * 6
    yield from comment(criterion.text[language], indent)
    answer = shown.responses.get(criterion.id, "").strip() if asks else ""
    if asks:
        yield from comment(_ANSWERS[shown.language][language] if answer else _NO_ANSWER[language], indent)
    yield from _theirs(answer, indent)
    yield f"      - criterion: {quoted(criterion.id)}"
    rated = criterion.kind == "rated"
    yield from comment(_SCORE[language].format(weight=criterion.weight) if rated else _RESULT[language], " " * 8)
    yield f'        {"score" if rated else "result"}: ""'
    yield '        comment: ""'


def _theirs(text: str, indent: str) -> Iterator[str]:
    """What a supplier wrote: no line of it can be taken for one of the board's."""
    for line in comment(text, indent):
        yield line.replace("# ", "# | ", 1) if line.strip() != "#" else f"{indent}# |"
