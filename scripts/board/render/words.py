"""The words of the interface, loaded strictly: both languages, or no build."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from board.core.document import Value
from board.core.text import Language, Text
from board.render import locale


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
            text = Markup(self.labels[label][self.language])  # noqa: S704 - ours, and checked when it is loaded
            return text.format_map({name: self._written(fact) for name, fact in facts.items()}) if facts else text
        except KeyError as error:
            raise LabelsBrokenError(label) from error

    def count(self, label: str, n: int, **facts: object) -> Markup:
        """The label of a count: its name ends with ``-one`` or ``-many``, as the language counts."""
        form = "one" if locale.one(n, self.language) else "many"
        return self.say(f"{label}-{form}", n=n, **facts)

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
