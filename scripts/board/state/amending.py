"""What a change of a request that stands on main owes to those who read it, known without any clock.

Source: section 9 of the procurement page; amendments are part of what a bid says it answers.
"""

from board.model.context import inclusive
from board.model.opportunity import Opportunity


def changed(request: Opportunity, revised: Opportunity) -> tuple[str, ...]:
    """Names of the fields that differ, in order; `amendments` itself is left out."""
    old, new = request.fields, revised.fields
    return tuple(key for key in sorted({*old, *new} - {"amendments"}) if old.get(key) != new.get(key))


def unsaid(request: Opportunity, revised: Opportunity) -> tuple[str, ...]:
    """Fields that differ and that no new amendment names; ``amendments`` alone where one that stood there does not."""
    entries, stood = revised.fields.get("amendments", []), request.fields.get("amendments", [])
    if entries[: len(stood)] != stood:
        return ("amendments",)
    said = {field for entry in entries[len(stood) :] for field in entry["changes"]}
    return tuple(key for key in changed(request, revised) if key not in said)


def earlier(request: Opportunity, revised: Opportunity) -> bool:
    """Whether the closing moves to an earlier instant."""
    return revised.closes_at < request.closes_at


def after_closing(request: Opportunity, revised: Opportunity) -> bool:
    """Whether a new amendment says itself that it came when the closing which stood there had passed."""
    new = revised.amendments[len(request.amendments) :]
    return any(amendment.published_at >= inclusive(request.closes_at) for amendment in new)
