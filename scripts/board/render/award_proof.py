"""The evidence on the page of an award: closing, log, who evaluated, and how to compare envelopes by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from board.model.evaluation import Evaluator
from board.model.procurement import Procurement
from board.model.reference import closing_tag, folder
from board.render.award_draw import person
from board.render.edition import Edition

# Three lines of shell that need no program of ours; the guide has the same.
_SHELL = """\
cd {folder} && for f in openings/*.json; do l=${{f#openings/}}
git show {tag}:bids/${{l%%.*}}.yml | grep -q $(sha256sum < $f | cut -c 1-64) &&
echo $f ok || echo $f DIFFERS; done"""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the template is given of a closing; the names are its own.

    Attributes:
        closing: Name of the tag.
        bids: How many are of record.
        line: Of the log, the last that was read.
        line_sha256: Of that line.
        keeper: Who kept the key; empty where nothing was sealed.
        evaluators: Who evaluated, and what each declared.
        shell: Lines that compare the envelopes; empty where there are none.
    """

    closing: str
    bids: int
    line: str
    line_sha256: str
    keeper: Markup
    evaluators: tuple[Markup, ...]
    shell: str


def proof(edition: Edition, procurement: Procurement) -> Proof | None:
    """The evidence that a closing gives; None without one."""
    closing, sealing = procurement.closing, procurement.sealing
    if closing is None:
        return None
    return Proof(
        closing=closing_tag(procurement.ref),
        bids=len(closing.bids),
        line=str(closing.line),
        line_sha256=closing.line_sha256,
        keeper=person(edition, procurement, sealing.keeper) if sealing and procurement.openings else Markup(),
        evaluators=tuple(_evaluators(edition, procurement)),
        shell=shell(procurement.ref) if procurement.openings else "",
    )


def shell(ref: str) -> str:
    """The lines that compare each published envelope with what its bid promised."""
    return _SHELL.format(folder=folder(ref), tag=closing_tag(ref))


def _evaluators(edition: Edition, procurement: Procurement) -> Iterator[Markup]:
    for one in procurement.evaluation.evaluators if procurement.evaluation else ():
        yield edition.words.say(
            f"evaluator.{_conflict(one)}",
            who=person(edition, procurement, one.by),
            declared=edition.instant(one.declared_at),
            done=edition.instant(one.done_at),
        )


def _conflict(one: Evaluator) -> str:
    return "none" if one.conflict == "none" else "declared"
