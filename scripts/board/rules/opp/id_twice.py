"""OPP120 id-twice."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Procurement
from board.state.demands import delivers
from board.state.repeats import repeated


@rule(
    "OPP120",
    "id-twice",
    en="The id {id} stands twice in {field}.",
    fr="L’identifiant {id} figure deux fois dans {field}.",
    fix_en="Give each entry of {field} an id of its own.",
    fix_fr="Donnez à chaque élément de {field} son propre identifiant.",
)
def id_twice(procurement: Procurement, _context: Context) -> Iterator[Violation]:
    """Answers and results name a criterion by its id; with two of one name nobody knows which is meant."""
    opportunity = procurement.opportunity
    if opportunity is None:
        return
    lists = {
        "deliverables": opportunity.deliverables,
        "acceptance_criteria": opportunity.acceptance_criteria,
        "evaluation_criteria": opportunity.evaluation_criteria,
    }
    for field, items in lists.items():
        for index in repeated(item.id for item in items):
            yield Violation(pointer_to(field, index, "id"), {"id": items[index].id, "field": Verbatim(field)})
    # Evaluators judge finished work by both lists, on one sheet.
    accepted = {item.id for item in opportunity.acceptance_criteria} if delivers(opportunity) else set()
    for index, item in enumerate(opportunity.evaluation_criteria):
        if item.id in accepted:
            both = Verbatim("acceptance_criteria, evaluation_criteria")
            yield Violation(pointer_to("evaluation_criteria", index, "id"), {"id": item.id, "field": both})
