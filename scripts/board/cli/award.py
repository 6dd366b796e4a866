"""`board award`: merge the winning bid and record the award."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from board.adapters.given_file import UnreadableFileError, content
from board.adapters.repository import act
from board.cli.acts import FORMAT, FORMATS, Changes, board_at, checked_ref, explained, instant, refused, told
from board.cli.console import Console
from board.cli.folders import add_beacon, dossier_of
from board.cli.options import Usage, add_as, add_now, parser_of, person
from board.cli.private import add_folder
from board.cli.setting import schemas, zone_of
from board.core.text import Bilingual, Text
from board.jobs import award, pulls
from board.jobs.held_back import held
from board.jobs.received import branches
from board.model.award import Award
from board.model.reference import award_tag, proposal_branch
from board.model.snapshot import MAIN, Outcome, Snapshot, Written
from board.render.outcome import award_lines, award_member

_REF = Text("opportunity to award, as a whole", "occasion à attribuer, au complet")
_BID = Text(
    "supplier, by login (default: whom the published method selects)",
    "fournisseur, par nom d’utilisateur (par défaut\u00a0: celui que choisit la méthode publiée)",
)
_PROPOSE = Text(
    "write the award as a branch to be merged, and leave main as it is",
    "écrire l’attribution comme une branche à fusionner, sans toucher à main",
)
_PULLS = Text(
    "take as bids these open pull requests: what gh api repos/OWNER/NAME/pulls printed",
    "prendre pour soumissions ces demandes (pull requests) ouvertes\u00a0: ce qu’affiche gh api repos/OWNER/NAME/pulls",
)
_JUSTIFY = Text(
    "why contracts that add up are separate needs, in {}",
    "pourquoi des contrats qui s’additionnent sont des besoins distincts, en {}",
)
_BOTH = Text(
    "--justify-en and --justify-fr go together: whatever the board says stands in both languages.",
    "--justify-en et --justify-fr vont ensemble\u00a0: tout ce que dit le tableau existe dans les deux langues.",
)
_ONLY_PROPOSED = Text(
    "--pulls goes with --propose: on a forge the merge is the award.",
    "--pulls va avec --propose\u00a0: sur une forge, la fusion est l’attribution.",
)
_NO_PULLS = Text(
    "{path} cannot be read as a list of pull requests: {problem}",
    "{path} ne se lit pas comme une liste de demandes (pull requests)\u00a0: {problem}",
)
_NAME_ONE = Text(
    "{ref} offers several awards: name the supplier with --bid.",
    "{ref} offre plusieurs attributions\u00a0: nommez le fournisseur avec --bid.",
)
_NO_BID = Text("There is no bid of {bidder} on {ref}.", "{bidder} n’a pas soumissionné à {ref}.")
_PASSED_OVER = Text(
    "Pull request {number} of {login} is passed over: {why}.",
    "La demande (pull request) {number}, présentée par {login}, n’est pas prise en compte\u00a0: {why}.",
)
_AWARDED = Text("Awarded:", "Attribué\u00a0:")
_TAGGED = Text(
    "The award stood; its tag was missing, and is made:",
    "L’attribution était faite\u202f; son étiquette manquait, et est créée\u00a0:",
)
_STANDS = Text("Nothing was written. The award stands:", "Rien n’a été écrit. L’attribution est faite\u00a0:")
_PROPOSED = Text("Proposed:", "Proposé\u00a0:")
_PROPOSAL_STANDS = Text(
    "Nothing was written. The proposal stands:", "Rien n’a été écrit. La proposition est faite\u00a0:"
)
_WRITTEN = Text("Commit {commit}, tag {tag}.", "Commit {commit}, étiquette {tag}.")
_PUSH = Text(
    "What happens next: where the board has another repository, push both at once:",
    "La suite\u00a0: si le tableau a un autre dépôt, poussez les deux à la fois\u00a0:",
)
_MERGE = Text(
    "What happens next: push the branch, open a pull request to main, and merge it as a merge commit, neither squashed "
    "nor rebased. The merge is the award; board record then tags it.",
    "La suite\u00a0: poussez la branche, ouvrez une demande (pull request) vers main, et fusionnez-la par un commit de "
    "fusion, sans écrasement ni rebasage. La fusion est l’attribution\u202f; board record l’étiquette ensuite.",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 awarded, now or before; 1 refused."""
    options = _options(usage, rest, console)
    with explained(console):
        board = board_at(usage.root)
        at, clock = instant(board, options.now, console)
        by, identifier = person(options.by)
        request = award.Request(
            checked_ref(options.ref, console),
            by,
            identifier,
            options.bid.lower(),
            at,
            clock,
            Bilingual(options.justify_en, options.justify_fr) if options.justify_en else None,
            options.propose,
            dossier=held(dossier_of(options.folder, console), options.beacon),
        )
        deciding = _Deciding(usage.root, request, _pulls(options.pulls, console))
        try:
            outcome = act(usage.root, deciding)
        except award.BidderNeededError as error:
            raise console.misused(_NAME_ONE, ref=error.ref) from error
        except award.UnknownBidError as error:
            raise console.misused(_NO_BID, bidder=error.bidder, ref=error.ref) from error
    for over in deciding.over:
        login, why = over.pull.login, over.why[console.language]
        console.complain(_PASSED_OVER, number=over.pull.number, login=login, why=why)
    answer = deciding.answer
    if isinstance(outcome, tuple) or answer is None or answer.award is None:
        return refused(outcome if isinstance(outcome, tuple) else (), board, options.format, console)
    lines = _lines(answer.award, outcome, options.propose, console)
    told_lines = [lines[0], *(f"    {line}" for line in award_lines(answer.award, console.language, zone_of(board)))]
    members = {"award": award_member(answer.award), "written": isinstance(outcome, Written)}
    return told(answer.warnings, members, [*told_lines, *lines[1:]], board, options.format, console)


class _Deciding:
    """The decision for `act`, which may ask more than once; the last answer counts."""

    def __init__(self, root: Path, request: award.Request, asked: Sequence[pulls.Pull] | None) -> None:
        self._root = root
        self._request = request
        self._asked = asked
        self.answer: award.Answer | None = None
        self.over: tuple[pulls.PassedOver, ...] = ()

    def __call__(self, snapshot: Snapshot) -> Outcome:
        main = snapshot.refs.get(MAIN, "")
        if self._asked is None or not main:
            sources = tuple(branches(snapshot, self._request.ref))
        else:
            sources, self.over = pulls.sources(snapshot, main, self._request.ref, self._asked)
        changed = Changes(self._root, main, sources, self._request.at)
        request = replace(self._request, sources=sources)
        self.answer = award.decide(snapshot, request, schemas(), changed)
        return self.answer.outcome


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    parser.add_argument("--bid", metavar="LOGIN", default="", help=_BID[language])
    parser.add_argument("--propose", action="store_true", help=_PROPOSE[language])
    parser.add_argument("--pulls", metavar="FILE", type=Path, help=_PULLS[language])
    for code, name in (("en", Text("English", "anglais")), ("fr", Text("French", "français"))):
        text = _JUSTIFY[language].format(name[language])
        parser.add_argument(f"--justify-{code}", metavar="TEXT" if language == "en" else "TEXTE", default="", help=text)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_folder(parser, language)
    add_beacon(parser, language)
    add_now(parser, language)
    options = parser.parse_args(rest)
    if bool(options.justify_en) != bool(options.justify_fr):
        raise console.misused(_BOTH)
    if options.pulls and not options.propose:
        raise console.misused(_ONLY_PROPOSED)
    return options


def _pulls(path: Path | None, console: Console) -> Sequence[pulls.Pull] | None:
    if path is None:
        return None
    try:
        return pulls.read(content(path))
    except UnreadableFileError as error:
        raise console.misused(_NO_PULLS, path=path, problem=error.problem) from error
    except pulls.UnreadablePullsError as error:
        raise console.misused(_NO_PULLS, path=path, problem=error) from error


def _lines(made: Award, outcome: "Outcome | Written", proposal: bool, console: Console) -> list[str]:
    """What happened, and what happens next."""
    language, tag = console.language, award_tag(made.opportunity, made.bidder)
    if proposal and not (isinstance(outcome, Written) and outcome.tags):
        branch = proposal_branch(made.opportunity)
        first = _PROPOSED if isinstance(outcome, Written) else _PROPOSAL_STANDS
        return [first[language], _MERGE[language], f"    git push origin {branch}"]
    if not isinstance(outcome, Written):
        return [_STANDS[language]]
    push = [_PUSH[language], f"    git push --atomic origin main refs/tags/{tag}"]
    if not outcome.commit:
        return [_TAGGED[language], *push]
    return [_AWARDED[language], _WRITTEN[language].format(commit=outcome.commit, tag=tag), *push]
