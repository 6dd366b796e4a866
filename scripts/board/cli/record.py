"""`board record`: check and tag the awards that were merged."""

import argparse
from collections.abc import Sequence

from board.adapters.repository import act
from board.adapters.snapshot import snapshot
from board.cli.acts import FORMAT, FORMATS, explained, told
from board.cli.console import Console
from board.cli.options import Usage, add_instant, parser_of, person
from board.cli.setting import board_of, schemas
from board.cli.verify import members_of, proved
from board.core.text import Text
from board.jobs import record
from board.jobs.proving import Proven
from board.model.reference import award_tag
from board.model.snapshot import Outcome, Snapshot, Written
from board.state.message import Merge

_BY = Text("who merged what main came to", "qui a fusionné ce à quoi main est arrivée")
_AT = Text("when, as the forge tells it", "quand, selon la forge")
_HEAD = Text(
    "the commit of main that this tells of (default: the one it has now)",
    "le commit de main dont il s’agit (par défaut\u00a0: celui qu’elle a maintenant)",
)
_MADE = Text("Tag made: {tag}", "Étiquette créée\u00a0: {tag}")
_NONE = Text("Every award that can be tagged has its tag.", "Toute attribution qui peut être étiquetée l’est.")
_PUSH = Text(
    "What happens next: where the board has another repository, push the tags:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez les étiquettes\u00a0:",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 every award is tagged and explained, 1 there is an incident."""
    options = _options(usage, rest)
    by, identifier = person(options.merged_by) if options.merged_by else ("", "")
    deciding = _Deciding(record.Told(Merge(by, identifier, options.merged_at), options.head))
    tagged: list[Proven] = []
    with explained(console):
        while isinstance(act(usage.root, deciding), Written) and deciding.answer and deciding.answer.award:
            tagged.append(deciding.answer.award)
        with snapshot(usage.root) as seen:
            found = proved(seen, usage.root, console)
    names = [award_tag(*proven.place) for proven in tagged]
    language = console.language
    lines = [_MADE[language].format(tag=name) for name in names] or [_NONE[language]]
    if names:
        lines += [_PUSH[language], "    git push origin 'refs/tags/award/*:refs/tags/award/*'"]
    # A forge runs this command, and everybody reads what it prints.
    public = tuple(finding for finding in found.findings if finding.audience == "public")
    members = {**members_of(found), "tagged": names}
    return told(public, members, lines, found.board or board_of({}), options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, facts: record.Told) -> None:
        self._facts = facts
        self.answer: record.Answer | None = None

    def __call__(self, seen: Snapshot) -> Outcome:
        self.answer = record.decide(seen, self._facts, schemas())
        return self.answer.outcome


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("--merged-by", metavar="LOGIN[:ID]", default="", help=_BY[language])
    add_instant(parser, "--merged-at", _AT[language], language)
    parser.add_argument("--head", metavar="COMMIT", default="", help=_HEAD[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    return parser.parse_args(rest)
