"""What a push to a host brought, as the closing will take it: the file of the bid, and nothing beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from board.core.finding import Finding, refuses

# Of the rules on changes, those on the bid itself and on who hands it in: the evaluation holds them too.
_OF_THE_BID = frozenset(
    {"bid-by-insider", "no-such-opportunity", "file-too-large", "file-not-fetched", "personal-address"}
)

# Those that liken a bid to what is on main: once everything is open, people decide.
_FOR_PEOPLE = frozenset({"second-bid", "confusable-name"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a bid at its push.

    Attributes:
        findings: What refuses here refuses at the evaluation; whatever does not is a warning.
        left_out: Codes of what is wrong with the rest of the branch, which the closing leaves out.
        for_people: Codes of what people decide on.
    """

    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]
    for_people: tuple[str, ...]


def told(findings: Iterable[Finding], path: str) -> Told:
    """The findings on a branch whose bid lies at *path*, parted by what becomes of them after the closing."""
    said: list[Finding] = []
    left_out: set[str] = set()
    for_people: set[str] = set()
    for finding in findings:
        of_the_bid = finding.path == path and (not finding.code.startswith("CHG") or finding.name in _OF_THE_BID)
        if refuses(finding) and not of_the_bid:
            (for_people if finding.name in _FOR_PEOPLE else left_out).add(finding.code)
        said.append(finding if of_the_bid else replace(finding, severity="warning"))
    return Told(tuple(said), tuple(sorted(left_out)), tuple(sorted(for_people)))
