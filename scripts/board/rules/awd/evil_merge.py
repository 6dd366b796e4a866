"""AWD202 evil-merge."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.history import Step, made_elsewhere
from board.model.reference import award_path


@rule(
    "AWD202",
    "evil-merge",
    en="Commit {commit} changes more than the award that it merges: {paths}.",
    fr="Le commit {commit} modifie plus que l’attribution qu’il fusionne\u00a0: {paths}.",
    fix_en="Find out who made the merge. What an award brings is its bid and `award.yml`; anything else is a "
    "commit of its own.",
    fix_fr="Cherchez qui a fait la fusion. Une attribution apporte sa soumission et `award.yml`\u202f; tout le "
    "reste est un commit distinct.",
)
def evil_merge(step: Step, _situation: None) -> Iterator[Violation]:
    """A merge can hold changes that neither parent has, where hardly anybody looks."""
    extra = made_elsewhere(step)
    if extra and step.way != "loose":
        ref, bidder = step.awards[0]
        yield Violation("", {"commit": Verbatim(step.commit.id[:12]), "paths": extra}, path=award_path(ref, bidder))
