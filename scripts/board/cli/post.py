"""`board post`: merge a posting that its owner pushed to a host."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from board.adapters.repository import act
from board.cli.acts import FORMAT, FORMATS, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.proposal import UnreadableBaseError, judged
from board.cli.setting import schemas
from board.core.text import Text
from board.jobs import post
from board.jobs.check_change import Proposer
from board.model.snapshot import Outcome, Snapshot, Written

_REF = Text("opportunity to post, as a whole", "occasion à publier, au complet")
_OWNER = Text(
    "whose posting, where several people pushed one",
    "de qui, si plusieurs personnes en ont poussé une",
)
_NOBODY = Text(
    "Nobody pushed a posting of {ref}. Its owner runs: git push HOST HEAD:refs/heads/posts/LOGIN/{ref}",
    "Personne n’a poussé {ref}. Son responsable lance\u00a0: git push HÔTE HEAD:refs/heads/posts/LOGIN/{ref}",
)
_SEVERAL = Text(
    "Several people pushed a posting of {ref}: {logins}. Name one with --owner.",
    "Plusieurs personnes ont poussé une occasion {ref}\u00a0: {logins}. Nommez-en une avec --owner.",
)
_OWN = Text(
    "This board is live: whoever posts {ref} does not approve it as well.",
    "Ce tableau est en service\u00a0: qui publie {ref} ne l’approuve pas aussi.",
)
_NO_ACT = Text(
    "What was pushed for {ref} is no act of its owner on the record; nothing was merged.",
    "Ce qui a été poussé pour {ref} n’est pas un acte de son responsable au dossier\u202f; rien n’a été fusionné.",
)
_NO_BASE = Text(
    "Nobody can be judged by main: it holds no board, or a board.yml or policy.yml that cannot be read.",
    "On ne peut rien juger d’après main\u00a0: il ne contient pas de tableau, ou son board.yml ou son policy.yml est "
    "illisible.",
)
_POSTED = Text("Posted: {ref}, of {owner}.", "Publié\u00a0: {ref}, de {owner}.")
_COMMIT = Text("Commit {commit}.", "Commit {commit}.")
_STANDS = Text("Nothing was written. {ref} stands on main.", "Rien n’a été écrit. {ref} est sur main.")


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 posted, now or before; 1 refused."""
    options = _options(usage, rest)
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        ref, (by, identifier) = checked_ref(options.ref, console), person(options.by)
        deciding = _Deciding(usage.root, post.Request(ref, by, identifier, at, clock, options.owner.lower()))
        try:
            outcome = act(usage.root, deciding)
        except post.NothingToPostError as error:
            raise console.misused(_NOBODY, ref=ref) from error
        except post.SeveralPostingsError as error:
            raise console.misused(_SEVERAL, ref=ref, logins=", ".join(error.logins)) from error
        except post.OwnPostingError as error:
            raise console.misused(_OWN, ref=ref) from error
        except post.NoActError as error:
            raise console.misused(_NO_ACT, ref=ref) from error
        except UnreadableBaseError as error:
            raise console.misused(_NO_BASE) from error
    answer = deciding.answer
    if isinstance(outcome, tuple) or answer is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    language, written = console.language, isinstance(outcome, Written)
    said = _POSTED if written else _STANDS
    lines = [said[language].format(ref=ref, owner=answer.owner)]
    if isinstance(outcome, Written):
        lines.append(_COMMIT[language].format(commit=outcome.commit))
    members = {"opportunity": ref, "owner": answer.owner or None, "written": written}
    return told(answer.warnings, members, lines, board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, root: Path, request: post.Request) -> None:
        self._root = root
        self._request = request
        self.answer: post.Answer | None = None

    def __call__(self, snapshot: Snapshot) -> Outcome:
        self.answer = post.decide(snapshot, self._request, schemas(), self._judge)
        return self.answer.outcome

    def _judge(self, main: str, head: str, owner: str) -> post.Proposed:
        found = judged(self._root, main, head, Proposer(owner, ""), self._request.at)
        return post.Proposed(found.nature, found.findings, found.changes)


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    parser.add_argument("--owner", metavar="LOGIN", default="", help=_OWNER[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    return parser.parse_args(rest)
