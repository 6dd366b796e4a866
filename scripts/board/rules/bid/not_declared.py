"""BID107 not-declared."""

from collections.abc import Iterator

from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import BidCase


@rule(
    "BID107",
    "not-declared",
    en="The declarations of the terms, version {version}, are not made.",
    fr="Les déclarations des conditions, version {version}, ne sont pas faites.",
    fix_en="Read {path}; where every declaration in it is true of you, write {value}.",
    fix_fr="Lisez {path}. Si chacune des déclarations qui s’y trouvent est vraie dans votre cas, écrivez {value}.",
)
def not_declared(case: BidCase, _context: Context) -> Iterator[Violation]:
    """The regulation puts these declarations into every bid and contract.

    Source: Government Contracts Regulations, SOR/87-402, s. 18.
    """
    answers = case.bid.answers
    if answers is not None and not answers.declares:
        version = case.opportunity.terms
        facts = {
            "version": Verbatim(version),
            "path": Verbatim(f"opportunities/terms/{version}/declarations.yml"),
            "value": Verbatim("declares: true"),
        }
        yield Violation("/answers/declares", facts)
