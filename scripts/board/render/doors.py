"""The pages above both languages, and what a host shows for an address that leads nowhere."""

from dataclasses import dataclass

from board.core.text import Language, Text
from board.model.board import BoardSettings
from board.render.edition import Edition
from board.render.page import Page, foot
from board.render.shell import with_policy
from board.render.trial import TRIAL


@dataclass(frozen=True, slots=True)
class _Both:
    """One text in both languages, by name, as a template asks for it."""

    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class _Door:
    """What the template is given."""

    title: _Both
    lead: _Both
    go: _Both
    skip: _Both
    signature: _Both | None
    trial: _Both | None
    style: str
    home: str


def front_door(edition: Edition) -> str:
    """`/`: offers both languages and redirects nobody."""
    settings = edition.site.settings
    title = _Both(settings.name.en, settings.name.fr)
    return _door(edition, title, edition.site.labels["door.lead"], signature(settings))


def lost_door(edition: Edition, home: str) -> str:
    """`/404.html`: shown by a host at any depth, so it loads nothing and its links are whole addresses.

    Args:
        edition: Any; the page is in both languages.
        home: Address of the site with a final slash; empty where nobody knows it.
    """
    labels, settings = edition.site.labels, edition.site.settings
    title = labels["not-found.title"]
    above = signature(settings) or _Both(settings.name.en, settings.name.fr)
    style = edition.site.templates["door.css"]
    return _door(edition, _Both(title.en, title.fr), labels["not-found.lead"], above, style, home)


def lost_page(edition: Edition) -> Page:
    """The same in one language, in the shell."""
    path = "404.html"
    title = str(edition.words.say("title.not-found"))
    main = edition.render("not-found.html", page=foot(edition, "", ""))
    return Page("not-found", path, title, title, main)


def _door(edition: Edition, title: _Both, lead: Text, above: _Both | None, style: str = "", home: str = "") -> str:
    labels, settings = edition.site.labels, edition.site.settings
    trial = _Both(TRIAL.en, TRIAL.fr) if settings.mode == "trial" else None
    # The style is ours, and holds nothing that a template would escape but quotation marks.
    view = _Door(
        title=title,
        lead=_Both(lead.en, lead.fr),
        go=_of(labels["door.go"]),
        skip=_of(labels["shell.skip"]),
        signature=above,
        trial=trial,
        style=style.strip(),
        home=home,
    )
    return with_policy(edition.render("door.html", v=view))


def signature(settings: BoardSettings) -> _Both | None:
    """The name of the government or body above that of the board; None where the board stands for itself."""
    return _Both(settings.signature.name.en, settings.signature.name.fr) if settings.signature else None


def _of(label: Text) -> _Both:
    return _Both(label.en, label.fr)


def trial_line(language: Language) -> tuple[str, str]:
    """The first line of a trial board, its first word apart."""
    first, mark, rest = TRIAL[language].partition(":")
    return f"{first}{mark}", rest
