"""CHG118 edit-without-amendment."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import opportunity_path
from board.state.amending import unsaid


@rule(
    "CHG118",
    "edit-without-amendment",
    en="{field} was posted for publication on {published} and is changed here without an amendment that says so.",
    fr=(
        "{field} a été affiché pour publication le {published} et est modifié ici sans qu’une modification de "
        "l’occasion (amendments) le dise."
    ),
    fix_en="Add an entry at the end of amendments whose changes name {field}, and leave those that stand there.",
    fix_fr="Ajoutez à la fin de amendments une entrée dont changes nomme {field}, et ne touchez pas aux autres.",
)
def edit_without_amendment(change_set: ChangeSet, _context: Context) -> Iterator[Violation]:
    """Suppliers answer what was posted; whoever changes it tells them what, when and why.

    Before publication too: history has no clock, so nobody can tell later whether it was before.

    Source: section 9 of the procurement page; amendments are part of what a bid says it answers.
    """
    for ref, request in change_set.requests.items():
        revised = change_set.revised.get(ref)
        for field in unsaid(request, revised) if revised else ():
            facts: dict[str, Fact] = {"field": Verbatim(field), "published": request.published_at}
            yield Violation(f"/{field}", facts, path=opportunity_path(ref))
