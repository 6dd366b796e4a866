"""One language's edition of the site: its words, its templates, and how it writes days, instants and money."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from board.core.text import Bilingual, Language, Text
from board.model.award import TaxAmount
from board.model.board import BoardSettings
from board.model.policy import Policy, TaxRate
from board.render import locale
from board.render.lean import lean_template
from board.render.words import Words

TAG: Mapping[Language, str] = {"en": "en-CA", "fr": "fr-CA"}
OTHER: Mapping[Language, Language] = {"en": "fr", "fr": "en"}


class TemplateBrokenError(Exception):
    """A template cannot be read, or names what it was not given.

    Attributes:
        name: Of the template.
    """

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Site:
    """What every page of a site rests on, in values that can be handed to another process.

    Attributes:
        settings: Of the board.
        policy: The law as data.
        labels: Section and name to text.
        templates: Name to text of each template.
        now: The instant at which the state of everything is asked.
        modified: Folder of a procurement to the day of its last change; empty outside a repository.
        terms: Versions that have a page.
        rules: Name of each rule that has a page, to its code and title.
        refs: REFs that have a page.
    """

    settings: BoardSettings
    policy: Policy
    labels: Mapping[str, Text]
    templates: Mapping[str, str]
    now: datetime
    modified: Mapping[str, date] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    rules: Mapping[str, tuple[str, Bilingual]] = field(default_factory=dict)
    refs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Edition:
    """A site in one language.

    Attributes:
        site: What it rests on.
        language: Which.
        zone: In which instants are told.
        words: Of the interface.
        environment: Of the templates.
    """

    site: Site
    language: Language
    zone: tzinfo
    words: Words
    environment: Environment

    def render(self, template: str, **values: object) -> Markup:
        """What a template makes of these values; every value is escaped where it stands.

        Raises:
            TemplateBrokenError: It cannot be read, or names what it was not given.
        """
        try:
            return Markup(self.environment.get_template(template).render(values))  # noqa: S704 - autoescaped
        except TemplateError as error:
            raise TemplateBrokenError(template, str(error)) from error

    def in_full(self, at: date | datetime) -> str:
        """A day in full; of an instant, the day in the zone of the board."""
        return locale.day(self.day(at), self.language)

    def weekday(self, at: date | datetime) -> str:
        """A day with the day of the week, with a capital."""
        return _capital(locale.week_day(self.day(at), self.language))

    def row_day(self, at: datetime) -> str:
        """The same as it stands in a line and without the year, for what closes in the weeks to come."""
        text = locale.week_day(self.day(at), self.language)
        return text.removesuffix(f" {self.day(at).year}").removesuffix(",")

    def instant(self, at: datetime) -> str:
        """Day and time."""
        return locale.instant(at, self.zone, self.language)

    def day(self, at: date | datetime) -> date:
        """The day of an instant in the zone of the board."""
        return at.astimezone(self.zone).date() if isinstance(at, datetime) else at

    def money(self, amount: Decimal) -> str:
        """CAD with its cents."""
        return _money(amount, self.language)

    def round_money(self, amount: Decimal) -> str:
        """CAD without its cents where it has none."""
        return _round_money(amount, self.language)

    def tax(self, tax: TaxAmount | TaxRate) -> Markup:
        """The name of a tax with its rate."""
        return self.words.say(f"tax.{tax.code.partition('-')[0]}", rate=_percent(tax.rate, self.language))

    def taxes(self, taxes: tuple[TaxAmount | TaxRate, ...]) -> Markup:
        """The names of several taxes with their rates, as a list."""
        return Markup(locale.joined([str(self.tax(tax)) for tax in taxes], self.language))  # noqa: S704 - labels


def edition(site: Site, language: Language, zone: tzinfo) -> Edition:
    """The edition of *site* in one language, its templates compiled once."""
    words = Words(language, site.labels)
    environment = Environment(
        loader=DictLoader({name: words.put_in(lean_template(text)) for name, text in site.templates.items()}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made = Edition(site, language, zone, words, environment)
    environment.globals.update(
        language=language,
        other=OTHER[language],
        other_tag=TAG[OTHER[language]],
        t=made.words.say,
        tn=made.words.count,
        date=made.in_full,
        weekday=made.weekday,
        row_day=lambda at: _capital(made.row_day(at)),
        instant=made.instant,
        clock=lambda at: locale.clock(at, zone, language),
        iso=lambda at: _iso(at.astimezone(zone)),
        day_element=lambda on: Markup('<time datetime="{}">{}</time>').format(on.isoformat(), made.in_full(on)),
        money=made.money,
        round_money=made.round_money,
        tax_name=lambda tax: capital(made.tax(tax)),
        link=lambda address, text: Markup('<a href="{}">{}</a>').format(address, text),
        attr=Markup,
    )
    return made


def _iso(at: datetime) -> str:
    """An instant for a program to read; without its seconds where they are none."""
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def capital(text: Markup) -> Markup:
    """*text* as it stands where nothing goes before it: without a French article, and with a capital."""
    return Markup(_capital(text.removeprefix("la ")))  # noqa: S704 - was markup before


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _money(amount: Decimal, language: Language) -> str:
    return locale.money(amount, language)


@lru_cache(maxsize=4096)
def _round_money(amount: Decimal, language: Language) -> str:
    return locale.round_money(amount, language)


@lru_cache(maxsize=256)
def _percent(rate: Decimal, language: Language) -> str:
    return locale.percent(rate, language)
