"""`board check`: say exactly what is wrong with files or with a change."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from board.adapters.changes import ShallowHistoryError
from board.adapters.objects import NoRepositoryError, UnknownRevisionError
from board.cli import tree
from board.cli.console import Console, InUseError
from board.cli.naming import NobodyKnowsError
from board.cli.options import Usage, add_now, parser_of, person
from board.cli.proposal import UnreadableBaseError, both, judged
from board.cli.setting import clock, no_board
from board.cli.verdict import FORMATS, Format, Verdict, tell
from board.core.finding import refuses
from board.core.text import Text
from board.jobs.check_change import Proposer
from board.model.change import Nature
from board.render.statuses import outputs
from board.render.wording import quoted, visible
from board.state.authority import same_person

_PATHS = Text(
    "file, folder, REF or the end of one (default: the whole board); what is named is judged as if handed in now",
    "fichier, dossier, REF ou fin d’une REF (par défaut\u00a0: tout le tableau)\u202f; "
    "ce qui est nommé est jugé comme s’il était présenté maintenant",
)
_REV = Text("judge this revision, not the files", "juger cette révision, et non les fichiers")
_BASE = Text("judge a change: from this revision", "juger une modification\u00a0: depuis cette révision")
_HEAD = Text("to this one", "jusqu’à celle-ci")
_AUTHOR = Text(
    "who proposes it, with the numeric id of the forge where it is known",
    "qui la propose, avec l’identifiant numérique de la forge s’il est connu",
)
_FORMAT = Text(
    "for a person, a program, or annotations of a forge",
    "pour une personne, un programme ou les annotations d’une forge",
)
_SUMMARY = Text("with github: also write a summary here", "avec github\u00a0: écrire aussi un résumé ici")
_OUTPUTS = Text(
    "with github: also write here what the change is and the states of its statuses, in lines name=text",
    "avec github\u00a0: écrire aussi ici la nature de la modification et l’état de ses statuts, en lignes nom=texte",
)
_PUSHER = Text(
    "who pushed it last, where that is known; an act must be one of that person too",
    "qui l’a poussée en dernier, si on le sait\u202f; un acte doit aussi en être un de cette personne",
)

_TOGETHER = Text(
    "A change takes --base, --head and --author together, and neither PATH nor --rev; only a change takes --pusher and "
    "--outputs.",
    "Une modification demande à la fois --base, --head et --author, sans CHEMIN ni --rev\u202f; elle seule prend "
    "--pusher et --outputs.",
)
_ONLY_GITHUB = Text(
    "--summary and --outputs go with --format github.", "--summary et --outputs vont avec --format github."
)
_NO_REPOSITORY = Text(
    "{root} is no Git repository, so it has no revisions. Leave out --rev, --base and --head, or give another --root.",
    "{root} n’est pas un dépôt Git et n’a donc pas de révisions. "
    "Omettez --rev, --base et --head, ou donnez un autre --root.",
)
_NO_REVISION = Text(
    "The repository has no commit called {revision}. Try: git fetch",
    "Le dépôt n’a aucun commit nommé {revision}. Essayez\u00a0: git fetch",
)
_NOTHING = Text(
    "The record has nothing called {name}. Give a path under opportunities/, or a REF.",
    "Rien au dossier ne s’appelle {name}. Donnez un chemin sous opportunities/, ou une REF.",
)
_SEVERAL = Text(
    "{name} may be any of these: {several}. Give more of it.",
    "{name} peut désigner plusieurs choses\u00a0: {several}. Précisez.",
)
_SHALLOW = Text(
    "This clone is shallow: history is cut off between {base} and {head}, so nobody can tell what the change brings. "
    "Try: git fetch --unshallow",
    "Ce clone est superficiel\u00a0: l’historique est coupé entre {base} et {head}, et on ne peut dire ce qu’apporte "
    "la modification. Essayez\u00a0: git fetch --unshallow",
)
_NO_BASE = Text(
    "Nobody can be judged by {base}: it holds no board, or a board.yml or policy.yml that cannot be read. "
    "Try: board check --rev {base}",
    "On ne peut rien juger d’après {base}\u00a0: il ne contient pas de tableau, ou son board.yml ou son policy.yml "
    "est illisible. Essayez\u00a0: board check --rev {base}",
)

_SUBJECTS = {
    "act": Text("This is an act of {author}.", "Il s’agit d’un acte de {author}."),
    "bid": Text("This is a bid of {author}.", "Il s’agit d’une soumission de {author}."),
    "work": Text(
        "This is work: it touches nothing under opportunities/. CI and the code owners judge it.",
        "Il s’agit de travaux\u00a0: rien sous opportunities/ n’est touché. "
        "L’intégration continue et les responsables du code en jugent.",
    ),
    "mixed": Text("This is a mixture of records and work.", "Il s’agit d’un mélange de dossiers et de travaux."),
}
_PASSED = {
    "act": Text("What happens next: it can be merged.", "La suite\u00a0: l’acte peut être fusionné."),
    "bid": Text(
        "What happens next: leave it as it stands, or change it until the closing. Only an award merges a bid.",
        "La suite\u00a0: laissez-la telle quelle, ou modifiez-la jusqu’à la clôture. "
        "Seule une attribution fusionne une soumission.",
    ),
}
_REFUSED = Text(
    "What happens next: push the mended files to the same branch, and the check runs again by itself.",
    "La suite\u00a0: poussez les fichiers corrigés dans la même branche, et la vérification reprend d’elle-même.",
)


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 nothing refused, 1 errors found."""
    options = _options(usage, rest, console)
    form = cast(Format, options.format)
    try:
        verdict = _of_change(usage, options) if options.base else _of_tree(usage, options, console)
    except NoRepositoryError as error:
        raise console.misused(_NO_REPOSITORY, root=_shown(error.root, console)) from error
    except UnknownRevisionError as error:
        raise console.misused(_NO_REVISION, revision=_shown(error.revision, console)) from error
    except NobodyKnowsError as error:
        raise _unknown(error, console) from error
    except tree.NoBoardError as error:
        raise no_board(usage.root, console) from error
    except ShallowHistoryError as error:
        raise console.misused(_SHALLOW, base=visible(options.base), head=visible(options.head)) from error
    except UnreadableBaseError as error:
        raise console.misused(_NO_BASE, base=visible(options.base)) from error
    return tell(verdict, console, form, options.summary, options.outputs)


def _options(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    language = usage.language
    parser = parser_of(usage)
    parser.add_argument("paths", nargs="*", metavar="PATH" if language == "en" else "CHEMIN", help=_PATHS[language])
    parser.add_argument("--rev", metavar="REV", help=_REV[language])
    parser.add_argument("--base", metavar="REV", help=_BASE[language])
    parser.add_argument("--head", metavar="REV", help=_HEAD[language])
    parser.add_argument("--author", metavar="LOGIN[:ID]", help=_AUTHOR[language])
    parser.add_argument("--pusher", metavar="LOGIN[:ID]", help=_PUSHER[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=_FORMAT[language])
    parser.add_argument("--summary", type=Path, metavar="FILE", help=_SUMMARY[language])
    parser.add_argument("--outputs", type=Path, metavar="FILE", help=_OUTPUTS[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    of_change = (options.base, options.head, options.author)
    asked = (*of_change, options.pusher, options.outputs)
    if any(word is not None for word in asked) and not (all(of_change) and not options.paths and not options.rev):
        raise console.misused(_TOGETHER)
    if (options.summary or options.outputs) and options.format != "github":
        raise console.misused(_ONLY_GITHUB)
    return options


def _of_change(usage: Usage, options: argparse.Namespace) -> Verdict:
    proposer = Proposer(*person(options.author))
    pusher = Proposer(*person(options.pusher)) if options.pusher else proposer
    at = clock(options.now)
    found = judged(usage.root, options.base, options.head, proposer, at)
    if found.nature == "act" and not same_person(proposer.login, proposer.id, pusher.login, pusher.id):
        # What is proposed is what was pushed last, so that the one may not lend a delegation to the other.
        proposer, found = pusher, both(found, judged(usage.root, options.base, options.head, pusher, at))
    stands = not any(map(refuses, found.findings))
    return Verdict(
        found.findings,
        found.board,
        _subject(found.nature, proposer.login),
        _PASSED.get(found.nature) if stands else _REFUSED,
        tuple(outputs(found.nature, found.head, stands=stands)),
    )


def _of_tree(usage: Usage, options: argparse.Namespace, console: Console) -> Verdict:
    wanted = tree.Wanted(usage.root, options.rev or "", tuple(options.paths), clock(options.now), bool(options.now))
    findings, board = tree.judged(wanted, console)
    return Verdict(findings, board)


def _subject(nature: Nature, login: str) -> Text:
    """Who proposes what; a login is somebody's words, so it is shown as such."""
    en, fr = (quoted(login, language).replace("{", "{{").replace("}", "}}") for language in ("en", "fr"))
    return Text(_SUBJECTS[nature].en.replace("{author}", en), _SUBJECTS[nature].fr.replace("{author}", fr))


def _unknown(error: NobodyKnowsError, console: Console) -> InUseError:
    name = _shown(error.name, console)
    if error.several:
        return console.misused(_SEVERAL, name=name, several=", ".join(error.several))
    return console.misused(_NOTHING, name=name)


def _shown(name: object, console: Console) -> str:
    return quoted(str(name), console.language)
