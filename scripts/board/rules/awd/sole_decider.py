"""AWD116 sole-decider."""

from collections.abc import Iterator

from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.decision import Decision
from board.model.reference import opportunity_path


@rule(
    "AWD116",
    "sole-decider",
    en="Nobody but {officer}, who awards, approved the opportunity; in service that takes two.",
    fr="Personne d’autre que {officer}, qui attribue, n’a approuvé l’occasion\u202f; en service, il faut être deux.",
    fix_en="Let somebody else award it, or have the opportunity approved by a second person.",
    fix_fr="Confiez l’attribution à une autre personne, ou faites approuver l’occasion par une seconde.",
)
def sole_decider(decision: Decision, context: Context) -> Iterator[Violation]:
    """Who posts may not alone award; on a trial board, where nothing binds, one person may be all."""
    if context.settings.mode != "live":
        return
    officer = decision.award.decided_by
    if all(approval.by == officer for approval in decision.opportunity.approvals):
        path = opportunity_path(decision.procurement.ref)
        yield Violation("/approvals", {"officer": officer}, path=path)
