"""A bid to fill in, with what becomes public said before the first field; the terminal and the site write the same."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from board.core.text import LANGUAGES, Language, Text
from board.model.board import BoardSettings
from board.model.opportunity import Item, Opportunity
from board.model.organization import Organization
from board.model.procurement import Procurement
from board.model.reference import bid_path
from board.model.terms import Terms
from board.render import locale
from board.render.forms import Answers, Question, comment, quoted, schema_line
from board.render.trial import TRIAL
from board.render.work_form import work_questions
from board.state.canonical import money

# Who is asked for something is told why, what becomes of it, and that the outside never forgets (Privacy Act, s. 5(2)).
_RIVALS = Text(
    "Public at once: rivals can read this bid and its price as soon as you send it.",
    "Public sur-le-champ\u00a0: vos rivaux pourront lire cette soumission et son prix dès que vous l’enverrez.",
)
_SEALED = Text(
    "This opportunity takes sealed bids: show this file to nobody before it is sealed. Once it is filled in, board "
    "seal puts price and answers into two envelopes that open after the closing, and keeps a copy for you outside the "
    "repository. Your login and the fact that you bid can be seen at once.",
    "Cette occasion veut des soumissions cachetées\u00a0: ne montrez ce fichier à personne avant de le cacheter. Une "
    "fois le fichier rempli, board seal met le prix et les réponses sous deux enveloppes qui s’ouvrent après la "
    "clôture, et vous en garde une copie hors du dépôt. Votre identifiant et le fait que vous soumissionnez se voient "
    "aussitôt.",
)
_PUBLIC = Text(
    "With the outcome we publish, for good, your login, your price, whether you pass and your place; of the winner, "
    "the whole bid. What is public cannot be taken back.",
    "Avec le résultat, nous publions pour toujours votre identifiant, votre prix, votre conformité et votre rang, et "
    "toute la soumission du gagnant. Ce qui est public ne peut être repris.",
)
_WHY = Text(
    "We ask this to compare bids alike and to show that the award was fair (Privacy Act, s. 5(2)). Write no e-mail, "
    "phone, address or business number here. Questions: {contact}",
    "Nous le demandons pour comparer également les soumissions et montrer que l’attribution est juste (Loi sur la "
    "protection des renseignements personnels, par. 5(2)). N’écrivez ici ni courriel, ni téléphone, ni adresse, ni "
    "numéro d’entreprise. Questions\u00a0: {contact}",
)
_CLOSES = Text("{title}. Closes {closing}.", "{title}. Clôture\u00a0: {closing}.")

_BIDDER = Text(
    "Your login; it is also the name of this file.", "Votre identifiant, qui est aussi le nom de ce fichier."
)
_LANGUAGE = Text("Language of your answers: en or fr.", "Langue de vos réponses\u00a0: en ou fr.")
_PRICE = Text(
    "Price before tax, in Canadian dollars, at most {price}.",
    "Prix avant taxes, en dollars canadiens, au plus {price}.",
)
_FIXED = Text("Price before tax, fixed by the opportunity.", "Prix avant taxes, fixé par l’occasion.")
_NAME = Text(
    "Name to show, yours or your firm’s; it is not verified.",
    "Nom à afficher, le vôtre ou celui de votre entreprise\u202f; il n’est pas vérifié.",
)
_DELIVERY = Text(
    "The last day for the work is filled in; an earlier one is welcome.",
    "Le dernier jour prévu pour le travail est inscrit\u202f; un jour antérieur convient.",
)
_REGISTERED = Text(
    "Are you registered for GST/HST? true or false; bids are compared before tax.",
    "Êtes-vous inscrit à la TPS/TVH\u202f? true (oui) ou false (non)\u202f; on compare avant taxes.",
)
_PUBLISH = Text(
    "May your answers be published if you do not win? true or false.",
    "Peut-on publier vos réponses si vous ne gagnez pas\u202f? true (oui) ou false (non).",
)
_DECLARES = Text(
    "true where all of this is true of you:\n{declarations}",
    "true (oui) si tout ceci est vrai dans votre cas\u00a0:\n{declarations}",
)
# At a terminal yes and no are typed, where the file has true and false.
_REGISTERED_AT_A_PROMPT = Text(
    "Are you registered for GST/HST? Bids are compared before tax.",
    "Êtes-vous inscrit à la TPS/TVH\u202f? On compare avant taxes.",
)
_PUBLISH_AT_A_PROMPT = Text(
    "May your answers be published if you do not win?", "Peut-on publier vos réponses si vous ne gagnez pas\u202f?"
)
_DECLARES_AT_A_PROMPT = Text(
    "Is all of this true of you?\n{declarations}", "Tout ceci est-il vrai dans votre cas\u202f?\n{declarations}"
)
_ANSWER = Text("{question}", "{question}")
_ANSWER_WITHIN = Text("{question} (At most {most} words.)", "{question} (Au plus {most} mots.)")

# The same in few words, for an address of a forge, whose pull request then shows the whole notice in both languages.
_BRIEF_NOTICE = Text(
    "Everybody, rivals too, can read this bid and its price, at once and for good; with the outcome, whether you pass "
    "and your place. Write no e-mail, phone, address or business number. Why: to compare bids alike and show that the "
    "award was fair (Privacy Act, s. 5(2)). Questions: {contact}",
    "Tous, rivaux compris, liront aussitôt et pour toujours cette soumission et son prix\u202f; avec le résultat, "
    "votre conformité et votre rang. N’écrivez ni courriel, ni téléphone, ni adresse, ni numéro d’entreprise. "
    "But\u00a0: comparer également et montrer que l’attribution est juste (Loi sur la protection des renseignements "
    "personnels, par. 5(2)). Questions\u00a0: {contact}",
)
_BRIEF_DELIVERY = Text("On this day at the latest.", "Ce jour-là au plus tard.")
_BRIEF_ASKS = {
    "bidder": Text("Your login, as in the name of the file.", "Votre identifiant, comme dans le nom du fichier."),
    "answers.name": Text("Name to show; it is not verified.", "Nom à afficher\u202f; il n’est pas vérifié."),
    "answers.registered_for_tax": Text(
        "Registered for GST/HST? true or false.", "Inscrit à la TPS/TVH\u202f? true (oui) ou false (non)."
    ),
    "answers.publish_answers": Text(
        "Publish your answers if you do not win? true or false.",
        "Publier vos réponses si vous ne gagnez pas\u202f? true ou false.",
    ),
}


class NothingToBidOnError(ValueError):
    """A folder has no valid opportunity."""


def questions(procurement: Procurement, language: Language) -> tuple[Question, ...]:
    """What a bid asks of a supplier, in the order of the file.

    Raises:
        NothingToBidOnError: The folder has no valid opportunity.
    """
    opportunity = _opportunity(procurement)
    declarations = "\n".join(_declared(procurement.terms, language))
    price = Question("offer.price", "money", _PRICE, {"price": money(opportunity.price)})
    return (
        Question("bidder", "login", _BIDDER, {}),
        *((price,) if opportunity.basis != "fixed" else ()),
        Question("answers.name", "text", _NAME, {}),
        Question("answers.registered_for_tax", "yes", _REGISTERED, {}, prompt=_REGISTERED_AT_A_PROMPT),
        Question("answers.publish_answers", "yes", _PUBLISH, {}, prompt=_PUBLISH_AT_A_PROMPT),
        Question("answers.declares", "yes", _DECLARES, {"declarations": declarations}, prompt=_DECLARES_AT_A_PROMPT),
        *work_questions(opportunity),
        *(_of_criterion(criterion, language) for criterion in opportunity.evaluation_criteria),
    )


def bid_form(
    procurement: Procurement,
    settings: BoardSettings,
    language: Language,
    login: str = "",
    answers: Answers | None = None,
) -> str:
    """The bid to fill in, ended by a line break.

    Args:
        procurement: Its opportunity is not None.
        settings: Of the board.
        language: Of every comment, and at first of the answers.
        login: Whose bid it is; empty leaves it to be filled in.
        answers: What is known already.

    Raises:
        NothingToBidOnError: The folder has no valid opportunity.
    """
    opportunity = _opportunity(procurement)
    given = {"bidder": login, **(answers or {})}
    lines = (
        *_head(procurement, opportunity, settings, language, login),
        *_body(procurement, opportunity, language, given),
    )
    return "\n".join(lines) + "\n"


def brief_bid_form(procurement: Procurement, settings: BoardSettings, language: Language) -> str:
    """The same bid in clear where each byte counts: in one language, and in fewer words.

    It lacks what stands on the page that it comes from or on that of the terms: title, closing, and the legal source of
    each declaration; what that page decided, the language of the answers; and the line for editors.

    Raises:
        NothingToBidOnError: The folder has no valid opportunity.
    """
    opportunity = _opportunity(procurement)
    mailbox = contact(opportunity, procurement.organization, settings)
    lines = (
        *(comment(TRIAL[language]) if settings.mode == "trial" else ()),
        *comment(_BRIEF_NOTICE[language].format(contact=mailbox)),
        *_body(procurement, opportunity, language, {}, brief=True),
    )
    return "\n".join(lines) + "\n"


def contact(opportunity: Opportunity, organization: Organization | None, settings: BoardSettings) -> str:
    """The mailbox that takes bids and questions: the opportunity's, else the organization's, else the board's."""
    return opportunity.contact or (organization.mailbox if organization else settings.contact)


def notice(procurement: Procurement, settings: BoardSettings, language: Language) -> str:
    """What will be public and when, why it is asked, where to write, and that it cannot be taken back.

    Raises:
        NothingToBidOnError: The folder has no valid opportunity.
    """
    opportunity = _opportunity(procurement)
    mailbox = contact(opportunity, procurement.organization, settings)
    first = _SEALED if opportunity.bids == "sealed" else _RIVALS
    return "\n".join((first[language], _PUBLIC[language], _WHY[language].format(contact=mailbox)))


def _head(
    procurement: Procurement, opportunity: Opportunity, settings: BoardSettings, language: Language, login: str
) -> Iterator[str]:
    yield schema_line(settings, "bid", bid_path(procurement.ref, login or "login"))
    for each in (language, *(other for other in LANGUAGES if other != language)):
        if settings.mode == "trial":
            yield from comment(TRIAL[each])
        yield from comment(notice(procurement, settings, each))
    closing = locale.instant(opportunity.closes_at, ZoneInfo(settings.zone), language)
    yield from comment(_CLOSES[language].format(title=opportunity.title[language], closing=closing))


def _body(
    procurement: Procurement, opportunity: Opportunity, language: Language, given: Answers, *, brief: bool = False
) -> Iterator[str]:
    asked = {question.field: question for question in questions(procurement, language)}
    if brief:
        asked = {field: _briefly(question, procurement.terms, language) for field, question in asked.items()}
    fixed = opportunity.basis == "fixed"
    yield "schema: 1"
    yield f"opportunity: {quoted(procurement.ref)}"
    yield from _field(asked["bidder"], language, given)
    if not brief:
        yield from comment(_LANGUAGE[language])
    yield f"language: {quoted(language)}"
    yield f"amendment: {last_amendment(opportunity)}"
    yield "offer:"
    if fixed:
        yield from comment(_FIXED[language], "  ")
        yield f"  price: {quoted(money(opportunity.price))}"
    else:
        yield from _field(asked["offer.price"], language, given)
    yield "answers:"
    yield from _field(asked["answers.name"], language, given)
    yield from comment((_BRIEF_DELIVERY if brief else _DELIVERY)[language], "  ")
    yield f"  delivery_date: {quoted(opportunity.work_end.isoformat())}"
    yield from _field(asked["answers.registered_for_tax"], language, given)
    yield f"  terms: {quoted(opportunity.terms)}"
    yield from _field(asked["answers.publish_answers"], language, given)
    yield from _field(asked["answers.declares"], language, given)
    work = work_questions(opportunity)
    yield from ("  delivered:",) if work else ()
    for question in work:
        yield from _field(question, language, given)
    if opportunity.evaluation_criteria:
        yield "  responses:"
        for criterion in opportunity.evaluation_criteria:
            yield from _field(asked[f"answers.responses.{criterion.id}"], language, given)


def _declared(terms: Terms | None, language: Language) -> Iterator[str]:
    """Each legal source once, in one language, and under it what is declared, one line each."""
    declared: dict[str, list[str]] = {}
    for declaration in terms.declarations if terms else ():
        declared.setdefault(declaration.source, []).append(f"- {declaration.text[language]}")
    for source, lines in declared.items():
        yield source.split(" / ")[-1 if language == "fr" else 0]
        yield from lines


def _briefly(question: Question, terms: Terms | None, language: Language) -> Question:
    facts = question.facts
    if "declarations" in facts:
        declared = (f"- {declaration.text[language]}" for declaration in (terms.declarations if terms else ()))
        facts = {"declarations": "\n".join(declared)}
    return replace(question, ask=_BRIEF_ASKS.get(question.field, question.ask), facts=facts)


def _field(question: Question, language: Language, given: Mapping[str, str]) -> Iterator[str]:
    depth = "  " * question.field.count(".")
    yield from comment(question.asked(language), depth)
    yield f"{depth}{question.field.rpartition('.')[2]}: {_value(question, given)}"


def _value(question: Question, given: Mapping[str, str]) -> str:
    value = given.get(question.field, "")
    # Yes and no stand plain; not answered, an empty text that the check names.
    return value if question.form == "yes" and value else quoted(value)


def _of_criterion(criterion: Item, language: Language) -> Question:
    facts = {"question": criterion.text[language], "most": locale.number(criterion.words_max, language)}
    ask = _ANSWER_WITHIN if criterion.words_max else _ANSWER
    return Question(f"answers.responses.{criterion.id}", "text", ask, facts, criterion.kind != "mandatory")


def last_amendment(opportunity: Opportunity) -> int:
    """The number of the last amendment, which a new bid answers; 0 for none."""
    return max((amendment.number for amendment in opportunity.amendments), default=0)


def _opportunity(procurement: Procurement) -> Opportunity:
    if procurement.opportunity is None:
        raise NothingToBidOnError(procurement.ref)
    return procurement.opportunity
