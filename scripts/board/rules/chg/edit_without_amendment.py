"""CHG118 edit-without-amendment."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import ChangeSet
from board.model.context import Context
from board.model.reference import opportunity_path


@rule(
    "CHG118",
    "edit-without-amendment",
    en="{field} was published on {published} and is changed here without an amendment that says so.",
    fr=(
        "{field} a été publié le {published} et est modifié ici sans qu’une modification de l’occasion "
        "(amendments) le dise."
    ),
    fix_en="Add an entry at the end of amendments whose changes name {field}, and leave those that stand there.",
    fix_fr="Ajoutez à la fin de amendments une entrée dont changes nomme {field}, et ne touchez pas aux autres.",
)
def edit_without_amendment(change_set: ChangeSet, context: Context) -> Iterator[Violation]:
    """Suppliers answer what was published; whoever changes it tells them what, when and why.

    Source: section 9 of the procurement page; amendments are part of what a bid says it answers.
    """
    for ref, request in change_set.requests.items():
        revised = change_set.revised.get(ref)
        if revised is None or request.published_at > context.now:
            continue
        old, new = request.fields, revised.fields
        changed = [key for key in sorted({*old, *new} - {"amendments"}) if old.get(key) != new.get(key)]
        entries, stood = new.get("amendments", []), old.get("amendments", [])
        said = {field for entry in entries[len(stood) :] for field in entry["changes"]}
        unsaid = [key for key in changed if key not in said]
        for field in unsaid if entries[: len(stood)] == stood else ["amendments"]:
            facts: dict[str, Fact] = {"field": Verbatim(field), "published": request.published_at}
            yield Violation(f"/{field}", facts, path=opportunity_path(ref))
