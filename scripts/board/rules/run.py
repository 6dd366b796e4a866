"""Run rules over a subject and place what they find."""

from collections.abc import Callable, Iterable, Iterator

from board.core.document import WHOLE_FILE, Document, Mark
from board.core.finding import Finding, Violation
from board.core.rule import Rule, Situation, Subject

Locate = Callable[[str, str], Mark]


class RuleBrokeError(Exception):
    """A rule raised, or gave facts that its sentences do not name: our failure, named by its code.

    Attributes:
        code: Of the rule.
        path: What it was looking at.
    """

    def __init__(self, code: str, path: str) -> None:
        super().__init__(f"rule {code} broke on {path}")
        self.code = code
        self.path = path


def run(
    rules: Iterable[Rule[Subject, Situation]], subject: Subject, situation: Situation, path: str, locate: Locate
) -> Iterator[Finding]:
    """The findings of *rules* on *subject*.

    Args:
        rules: Of one family.
        subject: What they look at.
        situation: What they may know beside it.
        path: The file that is meant where a violation names none.
        locate: Gives the place of a JSON pointer in the file of a path.

    Raises:
        RuleBrokeError: A rule broke.
    """
    for rule in rules:
        try:
            for violation in rule.check(subject, situation):
                yield _finding(rule, violation, path, locate)
        except Exception as error:
            raise RuleBrokeError(rule.code, path) from error


def in_documents(documents: Iterable[Document]) -> Locate:
    """Places in these documents; a file that is not among them is meant as a whole."""
    by_path = {document.path: document for document in documents}

    def locate(path: str, pointer: str) -> Mark:
        document = by_path.get(path)
        return document.locate(pointer) if document else WHOLE_FILE

    return locate


def _finding(rule: Rule[Subject, Situation], violation: Violation, path: str, locate: Locate) -> Finding:
    where = violation.path or path
    missing = (rule.message.names | rule.fix.names) - violation.facts.keys()
    if missing:
        raise KeyError(*sorted(missing))
    mark = violation.mark or locate(where, violation.pointer)
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        rule.audience,
        where,
        mark.line,
        mark.column,
        rule.message,
        rule.fix,
        violation.facts,
    )
