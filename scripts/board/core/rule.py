"""A rule: one fault, its code, its sentences in both languages, and the function that looks for it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from board.core.finding import Audience, Severity, Violation
from board.core.text import Text

Subject = TypeVar("Subject", contravariant=True)
Situation = TypeVar("Situation", contravariant=True)

# "all": every file, in every run. "changes": what a change brings or a person named, never the record at rest, since
# a record that was valid when written stays valid, and since some judgements cost more than a whole board may.
Judges = Literal["all", "changes"]

_CODE = re.compile(r"(DOC|SCH|BRD|ORG|OPP|CHG|BID|LOG|AWD)[0-9]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")


class MalformedRuleError(ValueError):
    """A rule whose code or name has not the agreed form."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject, Situation]):
    """One fault that somebody's file may have.

    Attributes:
        code: Family and number; folder of its cases and address of its page.
        name: The fault, in words that read after "allow"; file name and function name with underscores.
        severity: What a finding of it does.
        audience: Who may read a finding of it.
        judges: Which files it looks at.
        message: What is the case.
        fix: What to write.
        check: Gives a violation for each place where the fault is.
    """

    code: str
    name: str
    severity: Severity
    audience: Audience
    judges: Judges
    message: Text
    fix: Text
    check: Callable[[Subject, Situation], Iterable[Violation]]

    @property
    def family(self) -> str:
        """The three letters before the number."""
        return self.code[:3]


def rule(
    code: str,
    name: str,
    *,
    en: str,
    fr: str,
    fix_en: str,
    fix_fr: str,
    severity: Severity = "error",
    audience: Audience = "public",
    judges: Judges = "all",
) -> Callable[[Callable[[Subject, Situation], Iterable[Violation]]], Rule[Subject, Situation]]:
    """Freeze the decorated function into a `Rule`.

    Raises:
        MalformedRuleError: Code or name have not the agreed form.
    """
    if not _CODE.fullmatch(code) or not _NAME.fullmatch(name):
        raise MalformedRuleError(f"{code} {name}")

    def freeze(check: Callable[[Subject, Situation], Iterable[Violation]]) -> Rule[Subject, Situation]:
        return Rule(code, name, severity, audience, judges, Text(en, fr), Text(fix_en, fix_fr), check)

    return freeze
