"""The words of the interface, loaded strictly: both languages, or no build."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

from markupsafe import Markup, escape

from board.core.document import Value
from board.core.text import Language, Text
from board.render import locale

# A label that stands alone in a template; one with facts has more between its parentheses.
_LABEL = re.compile(r"""\{\{ t\("([a-z0-9.-]+)"\) \}\}""")


class LabelsBrokenError(Exception):
    """A label is not one text in English and one in French, is not there, or lacks a fact.

    Attributes:
        label: Section and name, with a dot.
    """

    def __init__(self, label: str) -> None:
        super().__init__(f"labels.yml: {label} is not one text in each language, or lacks a fact")
        self.label = label


def labels(values: Mapping[str, Value]) -> Mapping[str, Text]:
    """Section and name, with a dot between them, to the text.

    Raises:
        LabelsBrokenError: A label lacks a language, has another, or is empty.
        PlaceholdersDifferError: The two languages of a label do not name the same facts.
    """
    found: dict[str, Text] = {}
    for section, names in values.items():
        if not isinstance(names, dict) or not names:
            raise LabelsBrokenError(section)
        for name, label in names.items():
            if not isinstance(label, dict) or label.keys() != {"en", "fr"}:
                raise LabelsBrokenError(f"{section}.{name}")
            en, fr = label["en"], label["fr"]
            if not isinstance(en, str) or not isinstance(fr, str) or not en or not fr:
                raise LabelsBrokenError(f"{section}.{name}")
            found[f"{section}.{name}"] = Text(en, fr)
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language, as markup: a label may hold elements, and every fact is escaped.

    Attributes:
        language: Which.
        labels: Section and name to text.
    """

    language: Language
    labels: Mapping[str, Text]

    def say(self, label: str, **facts: object) -> Markup:
        """One label, with what stands for its placeholders.

        Raises:
            LabelsBrokenError: There is no such label, or a placeholder has no fact.
        """
        try:
            text, parts = _apart(self.labels[label][self.language])
            if not facts:
                return text
            written = (part if between else escape(self._written(facts[part])) for part, between in parts)
            return Markup("".join(written))  # noqa: S704 - ours, and each fact is escaped
        except KeyError as error:
            raise LabelsBrokenError(label) from error

    def count(self, label: str, n: int, **facts: object) -> Markup:
        """The label of a count: its name ends with ``-one`` or ``-many``, as the language counts."""
        form = "one" if locale.one(n, self.language) else "many"
        return self.say(f"{label}-{form}", n=n, **facts)

    def put_in(self, template: str) -> str:
        """*template* with its labels that need no facts put in: they are looked up once, not on every page.

        Raises:
            LabelsBrokenError: There is no such label.
        """
        return _LABEL.sub(lambda found: self.say(found[1]), template)

    def section(self, name: str) -> Mapping[str, str]:
        """The labels of one section, by name, that need no facts."""
        start = f"{name}."
        return {
            label.removeprefix(start): text[self.language]
            for label, text in self.labels.items()
            if label.startswith(start)
        }

    def _written(self, fact: object) -> object:
        return locale.number(fact, self.language) if isinstance(fact, int) else fact


@lru_cache(maxsize=1024)
def _apart(label: str) -> tuple[Markup, tuple[tuple[str, bool], ...]]:
    """A label as markup, and taken apart: what stands between its placeholders, marked so, and their names."""
    parts = [
        part
        for between, name, _, _ in Formatter().parse(label)
        for part in ((between, True), (name or "", False))
        if part[0]
    ]
    return Markup(label), tuple(parts)  # noqa: S704 - ours, and checked when it is loaded
