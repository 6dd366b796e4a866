"""CHG134 act-not-delegated."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.model.change import Change, ChangeSet
from board.model.context import Context
from board.model.reference import award_path, place_of
from board.state.authority import is_mail_name, may

# What each file takes; one of several words is enough. An officer's approval stands in the request itself.
_POSTED = ("post",)
_REVISED = ("amend", "post", "approve")
_AWARDED = ("contract",)
_ENDED = ("contract",)
_RECEIVED = ("receive",)  # a bid that came by mail, but for the one that an award brings along


@rule(
    "CHG134",
    "act-not-delegated",
    en="{path} takes a delegation to {words} for {organization}, and {author} holds none today.",
    fr="{path} demande une délégation ({words}) pour {organization}, et {author} n’en a pas aujourd’hui.",
    fix_en="Let somebody who holds one propose it; opportunities/{organization}/organization.yml says who does.",
    fix_fr=(
        "Faites-la proposer par qui en a une\u202f; opportunities/{organization}/organization.yml dit de qui il s’agit."
    ),
)
def act_not_delegated(change_set: ChangeSet, context: Context) -> Iterator[Violation]:
    """A delegation says what its holder may do, not only for whom."""
    if change_set.nature != "act":
        return
    on = context.now.astimezone(context.zone).date()
    for change in change_set.changes:
        words = _words(change, change_set)
        place = place_of(change.path)
        organization = change_set.organizations.get(place.organization) if place else None
        if not words or not organization:
            continue
        if not any(may(organization, change_set.author, change_set.author_id, word, on) for word in words):
            facts: dict[str, Fact] = {
                "path": change.path,
                "words": tuple(Verbatim(word) for word in words),
                "organization": Verbatim(organization.id),
                "author": change_set.author,
            }
            yield Violation("", facts, path=change.path)


def _words(change: Change, change_set: ChangeSet) -> tuple[str, ...]:
    place = place_of(change.path)
    if place is None:
        return ()
    if place.kind == "opportunity":
        return _REVISED if change.before else _POSTED
    brought = any(other.path == award_path(place.ref, place.login) for other in change_set.changes)
    by_mail = place.kind == "bid" and is_mail_name(place.login) and not brought
    return _RECEIVED if by_mail else {"award": _AWARDED, "cancellation": _ENDED}.get(place.kind, ())
