"""The expressions of workflows, as far as ours use them; what is not known here is refused.

Source: the documentation of GitHub Actions, "Evaluate expressions in workflows and actions".
"""

import re
from collections.abc import Mapping, Sequence

# What an expression knows: contexts by name, nested.
Context = Mapping[str, object]

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<mark>\|\||&&|==|!=|!|\(|\))|(?P<name>[A-Za-z_][\w.-]*))")
# Below these a member may be missing: a step that did not run, and what an event did not change.
_MAY_MISS = {"outputs", "changes"}
_ABSENT = object()
_FUNCTIONS = ("always()", "cancelled()")


class UnknownExpressionError(Exception):
    """An expression, or a part of it, that these tests have no answer for."""


def text(template: str, context: Context) -> str:
    """*template* with each expression in it as text."""
    return _EXPRESSION.sub(lambda found: _as_text(value(found[1], context)), template)


def truth(condition: str, context: Context) -> bool:
    """Whether a step or a job with that condition runs; expressions may stand bare there."""
    bare = _EXPRESSION.fullmatch(condition)
    return bool(value(bare[1] if bare else condition, context))


def value(expression: str, context: Context) -> object:
    """What one expression gives.

    Raises:
        UnknownExpressionError: Some part of it is not known.
    """
    tokens = _tokens(expression)
    found, rest = _either(tokens, context)
    if rest:
        raise UnknownExpressionError(expression)
    return found


def _tokens(expression: str) -> list[str]:
    tokens, at = [], 0
    stripped = expression.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if not match:
            raise UnknownExpressionError(expression)
        tokens.append(match[0].strip())
        at = match.end()
    return tokens


def _either(tokens: Sequence[str], context: Context) -> tuple[object, Sequence[str]]:
    left, rest = _both(tokens, context)
    while rest[:1] == ["||"]:
        right, rest = _both(rest[1:], context)
        left = left or right
    return left, rest


def _both(tokens: Sequence[str], context: Context) -> tuple[object, Sequence[str]]:
    left, rest = _compared(tokens, context)
    while rest[:1] == ["&&"]:
        right, rest = _compared(rest[1:], context)
        left = left and right
    return left, rest


def _compared(tokens: Sequence[str], context: Context) -> tuple[object, Sequence[str]]:
    left, rest = _one(tokens, context)
    if rest[:1] in (["=="], ["!="]):
        right, after = _one(rest[1:], context)
        return (left == right) is (rest[0] == "=="), after
    return left, rest


def _one(tokens: Sequence[str], context: Context) -> tuple[object, Sequence[str]]:
    if not tokens:
        raise UnknownExpressionError("an expression ends too early")
    first, rest = tokens[0], tokens[1:]
    if first == "!":
        found, rest = _one(rest, context)
        return not found, rest
    if first == "(":
        found, rest = _either(rest, context)
        if rest[:1] != [")"]:
            raise UnknownExpressionError("a parenthesis stays open")
        return found, rest[1:]
    if first.startswith("'"):
        return first[1:-1].replace("''", "'"), rest
    if rest[:2] == ["(", ")"] and f"{first}()" in _FUNCTIONS:
        return first == "always", rest[2:]
    return _looked_up(first, context), rest


def _looked_up(name: str, context: Context) -> object:
    """The value of a dotted name; what is not there is empty, but for the context itself."""
    first, *steps = name.split(".")
    if first not in context:
        raise UnknownExpressionError(name)
    found: object = context[first]
    for step in steps:
        there = found.get(step) if isinstance(found, Mapping) and step in found else _ABSENT
        if there is _ABSENT and not _MAY_MISS & set(steps):
            raise UnknownExpressionError(name)
        # GitHub gives an empty text for a member that is not there, and for each below it.
        found = "" if there is _ABSENT else there
    return found


def _as_text(found: object) -> str:
    return {True: "true", False: "false"}[found] if isinstance(found, bool) else str(found)
