"""BRD108 threshold-of-other-category."""

from collections.abc import Iterator

from board.core.document import pointer_to
from board.core.fact import Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.context import Context
from board.model.procurement import Board

_CATEGORY = {"ldv-goods": "goods", "ldv-services": "services", "fast-track": "any"}


@rule(
    "BRD108",
    "threshold-of-other-category",
    en="The threshold {id} is for the category {found}; by its name it holds for {category}.",
    fr="Le seuil {id} vise la catégorie {found}\u202f; d’après son nom, il vise {category}.",
    fix_en="Write category: {category}, or give the row another name.",
    fix_fr="Inscrivez category: {category}, ou donnez un autre nom à la ligne.",
)
def threshold_of_other_category(board: Board, _context: Context | None) -> Iterator[Violation]:
    """The limit of a purchase is found by the name of its row, so name and category must say the same."""
    for index, row in enumerate(board.policy.thresholds if board.policy else ()):
        category = _CATEGORY.get(row.id, row.category)
        if row.category != category:
            words = {"id": Verbatim(row.id), "category": Verbatim(category)}
            pointer = pointer_to("thresholds", index, "category")
            yield Violation(pointer, {"found": row.category, **words}, path="opportunities/policy.yml")
