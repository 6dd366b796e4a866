"""An opportunity to fill in: twelve things at most are asked of the owner, the program fills in the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.model.reference import opportunity_path
from board.render import locale
from board.render.forms import Answers, Question, both, comment, entries, quoted, schema_line
from board.render.method_form import LOWEST_PRICE, Chosen, beside_price, kind_lines, method_lines, rivals
from board.render.trial import TRIAL
from board.state.canonical import money
from board.state.demands import DEMANDS
from board.state.promising import keys_line


@dataclass(frozen=True, slots=True)
class Draft:
    """What the program knows of an opportunity before anybody has written a word of it.

    Attributes:
        ref: ``<org>/<year>/<slug>``.
        settings: Of the board.
        published_at: Instant, in the zone of the board, as are the next two.
        questions_close_at: Last instant for questions.
        closes_at: Last instant at which a bid counts.
        terms: Version.
        licence: SPDX identifier.
        open_days: Business days from publication to closing.
        fast_track: CAD before tax: the most that needs no second approver; None where policy has no such limit.
        largest: CAD before tax: the most that services may cost.
        places: Places of supply whose taxes policy knows.
        methods: Selection methods that policy allows.
        chosen: How bids are made and selected.
        keeper: Login of who would keep the key to which bids are sealed.
    """

    ref: str
    settings: BoardSettings
    published_at: datetime
    questions_close_at: datetime
    closes_at: datetime
    terms: str
    licence: str
    open_days: int
    fast_track: Decimal | None
    largest: Decimal
    places: tuple[str, ...]
    methods: tuple[str, ...] = ()
    chosen: Chosen = LOWEST_PRICE
    keeper: str = ""


# Enough for an example; how long the work takes is the owner's to say.
_WORK = timedelta(weeks=4)

_HOW = Text(
    "Write between the empty quotes, and change what is filled in where it does not suit. What you write stands in "
    "English and in French, and both count alike. Then run: board check {path}",
    "Écrivez entre les guillemets vides, et modifiez ce qui est inscrit si cela ne convient pas. Ce que vous écrivez "
    "figure en français et en anglais, et les deux ont même valeur. Lancez ensuite\u00a0: board check {path}",
)
_TITLE = Text(
    "Title: what is to be done, verb first, on one line of 5 to 120 characters.",
    "Titre\u00a0: ce qu’il y a à faire, verbe en tête, sur une ligne de 5 à 120 caractères.",
)
_SUMMARY = Text(
    "Summary for the list of opportunities: at most 250 characters.",
    "Résumé pour la liste des occasions\u00a0: au plus 250 caractères.",
)
_DESCRIPTION = Text(
    "Description: what is the case today, what you need, what the supplier finds. Markdown without HTML; for "
    "paragraphs write | in place of the quotes and the text below it, indented.",
    "Description\u00a0: la situation actuelle, votre besoin, ce que le fournisseur trouvera. Markdown sans HTML\u202f; "
    "pour des paragraphes, mettez | à la place des guillemets et le texte dessous, en retrait.",
)
_CATEGORY = Text("services or goods.", "services ou goods (biens).")
_DELIVERABLES = Text(
    "What you receive: one entry for each thing. Add entries d2, d3 where there are more.",
    "Ce que vous recevez\u00a0: un élément par chose livrée. Ajoutez d2, d3 s’il y en a d’autres.",
)
_BASIS = Text(
    "maximum: every bid is at this price or lower. fixed: every bid is at this price.",
    "maximum\u00a0: toute soumission est à ce prix ou moins. fixed\u00a0: toute soumission est à ce prix.",
)
_PRICE = Text(
    "Price in Canadian dollars, before tax, such as 2400.00. Up to {fast} nobody else need approve; "
    "the most is {largest}.",
    "Prix en dollars canadiens, avant taxes, comme 2400.00. Jusqu’à {fast}, aucune autre approbation n’est "
    "nécessaire\u202f; le maximum est de {largest}.",
)
_PLACE = Text(
    "Province or territory where you receive the work, which sets the tax: {places}.",
    "Province ou territoire où vous recevez le travail, qui détermine la taxe\u00a0: {places}.",
)
_EVALUATION = Text(
    "What every bidder must answer, in at most 150 words. Where you ask nothing, take this block out.",
    "Ce à quoi tout soumissionnaire doit répondre, en 150 mots au plus. Si vous ne demandez rien, retirez ce bloc.",
)
_ASKED = Text(
    "What every bidder must answer, in at most 150 words: by this the method selects.",
    "Ce à quoi tout soumissionnaire doit répondre, en 150 mots au plus\u00a0: la méthode choisit selon ceci.",
)
_ACCEPTANCE = Text(
    "How you will see that the work is done: the supplier is paid when all of this is met. Shown by test, document or "
    "demonstration.",
    "Ce qui montrera que le travail est fait\u00a0: le fournisseur est payé quand tout ceci est respecté. "
    "Preuve\u00a0: test (essai), document ou demonstration.",
)
_ACCESSIBILITY = Text(
    "Does the supplier make or change a web page, an app or a document for the public? true or false. Where true, an "
    "acceptance criterion asks for a conformity report.",
    "Le fournisseur crée-t-il ou modifie-t-il une page Web, une application ou un document pour le public\u202f? "
    "true (oui) ou false (non). Si oui, un critère d’acceptation demande un rapport de conformité.",
)
# At a terminal yes and no are typed.
_ACCESSIBILITY_AT_A_PROMPT = Text(
    "Does the supplier make or change a web page, an app or a document for the public? If so, an acceptance criterion "
    "asks for a conformity report.",
    "Le fournisseur crée-t-il ou modifie-t-il une page Web, une application ou un document pour le public\u202f? "
    "Si oui, un critère d’acceptation demande un rapport de conformité.",
)
_CONFORMITY = Text(
    "Where accessibility.applies is true, take the # off the next five lines.",
    "Si accessibility.applies est true, retirez le # des cinq lignes suivantes.",
)
_REPORT = {
    "en": "A conformity report (CAN/ASC-EN 301 549) covers all that was made and names each gap that remains.",
    "fr": "Un rapport de conformité (CAN/ASC-EN 301 549) porte sur tout ce qui a été fait et nomme chaque écart "
    "qui subsiste.",
}
_DATES = Text(
    "Posted {published}; this must lie ahead when the posting reaches the board. Bids until {closing}, which is the "
    "least of {days} business days. Questions until {questions}.",
    "Affichage\u00a0: {published}\u202f; cet instant doit être à venir quand l’occasion parvient au tableau. "
    "Soumissions jusqu’au {closing}, soit le minimum de {days} jours ouvrables. Questions jusqu’au {questions}.",
)
_END = Text("Last day for the work, such as {example}.", "Dernier jour prévu pour le travail, comme {example}.")
_TERMS = Text(
    "Terms of the contract, and the licence under which everybody receives the work.",
    "Conditions du contrat, et licence sous laquelle tous reçoivent le travail.",
)
_REPOSITORY = Text(
    "Where the work takes place: the address of a public repository. Where there is none, take this block out.",
    "Où se fait le travail\u00a0: l’adresse d’un dépôt public. S’il n’y en a pas, retirez ce bloc.",
)


def questions(draft: Draft, language: Language) -> tuple[Question, ...]:
    """What posting asks of the owner, in the order of the file."""
    fast = draft.largest if draft.fast_track is None else draft.fast_track
    criteria = _ASKED if draft.chosen.asks else _EVALUATION
    limits = {"fast": money(min(fast, draft.largest)), "largest": money(draft.largest)}
    return (
        Question("title", "both", _TITLE, {}, most=120),
        Question("summary", "both", _SUMMARY, {}, most=250),
        Question("description", "both", _DESCRIPTION, {}),
        Question("deliverables", "list", _DELIVERABLES, {}),
        Question("price.amount", "money", _PRICE, limits),
        Question(
            "tax_place", "choice", _PLACE, {"places": locale.joined(draft.places, language)}, choices=draft.places
        ),
        Question("evaluation_criteria", "list", criteria, {}, optional=not draft.chosen.asks),
        Question("acceptance_criteria", "list", _ACCEPTANCE, {}),
        Question("accessibility.applies", "yes", _ACCESSIBILITY, {}, prompt=_ACCESSIBILITY_AT_A_PROMPT),
        Question("work_period.end", "day", _END, {"example": (draft.closes_at + _WORK).date().isoformat()}),
        Question("target.repository", "url", _REPOSITORY, {}, optional=True),
    )


def opportunity_form(draft: Draft, language: Language, answers: Answers | None = None) -> str:
    """The opportunity to fill in, ended by a line break.

    Args:
        draft: What the program knows.
        language: Of every comment.
        answers: What the owner said; None leaves everything to be filled in, while what is absent from answers was
            left out by the owner, so that nothing optional is written.
    """
    path, settings = opportunity_path(draft.ref), draft.settings
    asked = {question.field: question.asked(language) for question in questions(draft, language)}
    lines = (
        schema_line(settings, "opportunity", path),
        *(comment(TRIAL[language]) if settings.mode == "trial" else ()),
        *comment(rivals(draft.chosen, language)),
        *comment(_HOW[language].format(path=path)),
        "schema: 1",
        *_what(asked, language, answers or {}),
        *_price(asked, draft, language, answers or {}),
        *_criteria(asked, draft.chosen, language, answers or {}, everything=answers is None),
        *_when(draft, asked, ZoneInfo(settings.zone), language, answers or {}),
        *_where(asked, answers or {}, everything=answers is None),
    )
    return "\n".join(lines) + "\n"


def _what(asked: dict[str, str], language: Language, answers: Answers) -> Iterator[str]:
    for field in ("title", "summary", "description"):
        yield from comment(asked[field])
        yield f"{field}:"
        yield from both(answers, field, "  ")
    yield from comment(_CATEGORY[language])
    yield 'category: "services"'
    yield from comment(asked["deliverables"])
    yield "deliverables:"
    for number in range(1, max(1, entries(answers, "deliverables")) + 1):
        yield f'  - id: "d{number}"'
        yield "    description:"
        yield from both(answers, f"deliverables.{number}", "      ")


def _price(asked: dict[str, str], draft: Draft, language: Language, answers: Answers) -> Iterator[str]:
    yield "price:"
    yield from comment(_BASIS[language], "  ")
    yield f"  basis: {quoted(DEMANDS[draft.chosen.method].basis)}"
    yield from comment(asked["price.amount"], "  ")
    yield f"  amount: {quoted(answers.get('price.amount', ''))}"
    yield from beside_price(draft.chosen, language)
    yield from comment(asked["tax_place"])
    yield f"tax_place: {quoted(answers.get('tax_place', ''))}"
    yield from method_lines(draft.chosen, draft.methods, keys_line(draft.ref, draft.keeper), language)


def _criteria(
    asked: dict[str, str], chosen: Chosen, language: Language, answers: Answers, *, everything: bool
) -> Iterator[str]:
    count = max(everything or chosen.asks, entries(answers, "evaluation_criteria"))
    if count:
        yield from comment(asked["evaluation_criteria"])
        yield "evaluation_criteria:"
    for number in range(1, count + 1):
        yield f'  - id: "m{number}"'
        yield from kind_lines(chosen, number, count)
        yield "    words_max: 150"
        yield "    text:"
        yield from both(answers, f"evaluation_criteria.{number}", "      ")
    yield from comment(asked["acceptance_criteria"])
    yield "acceptance_criteria:"
    for number in range(1, max(1, entries(answers, "acceptance_criteria")) + 1):
        yield f'  - id: "a{number}"'
        yield '    evidence: "test"'
        yield "    text:"
        yield from both(answers, f"acceptance_criteria.{number}", "      ")
    applies = answers.get("accessibility.applies", "")
    yield from _conformity(language, applies)
    yield from comment(asked["accessibility.applies"])
    yield "accessibility:"
    yield f"  applies: {applies or quoted('')}"


def _conformity(language: Language, applies: str) -> Iterator[str]:
    if applies == "false":
        return
    if not applies:
        yield from comment(_CONFORMITY[language], "  ")
    hidden = "" if applies else "# "
    yield f'  {hidden}- id: "conformity-report"'
    yield f'  {hidden}  evidence: "document"'
    yield f"  {hidden}  text:"
    for key, text in _REPORT.items():
        yield f"  {hidden}    {key}: {quoted(text)}"


def _when(draft: Draft, asked: dict[str, str], zone: ZoneInfo, language: Language, answers: Answers) -> Iterator[str]:
    facts = {
        "published": locale.instant(draft.published_at, zone, language),
        "closing": locale.instant(draft.closes_at, zone, language),
        "questions": locale.instant(draft.questions_close_at, zone, language),
    }
    yield from comment(_DATES[language].format(days=locale.number(draft.open_days, language), **facts))
    yield f"published_at: {quoted(draft.published_at.isoformat())}"
    yield f"questions_close_at: {quoted(draft.questions_close_at.isoformat())}"
    yield f"closes_at: {quoted(draft.closes_at.isoformat())}"
    yield "work_period:"
    yield from comment(asked["work_period.end"], "  ")
    yield f"  end: {quoted(answers.get('work_period.end', ''))}"
    yield from comment(_TERMS[language])
    yield f"terms: {quoted(draft.terms)}"
    yield f"licence: {quoted(draft.licence)}"


def _where(asked: dict[str, str], answers: Answers, *, everything: bool) -> Iterator[str]:
    repository = answers.get("target.repository", "")
    if repository or everything:
        yield from comment(asked["target.repository"])
        yield "target:"
        yield f"  repository: {quoted(repository)}"
