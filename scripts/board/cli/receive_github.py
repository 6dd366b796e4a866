"""`board receive --github`: what an act on a pull request means, as commit statuses, before anything is judged."""

import argparse
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from board.adapters.forge import Forge, ForgeError, Status
from board.adapters.given_file import UnreadableFileError, content
from board.adapters.summary import append
from board.cli.acts import FORMAT, FORMATS
from board.cli.console import Console, InUseError
from board.cli.options import Usage, parser_of
from board.core.text import Language, Text
from board.jobs import arrival
from board.model.pull_act import Account, Kind, PullAct, Standing
from board.render.pull_acts import STATES, description, lines
from board.render.wording import visible

_GITHUB = Text(
    "receipt the head of a pull request as a commit status; say there too who closed, drafted or retargeted it",
    "accuser réception d’une tête de demande (pull request) par un statut du commit\u202f; y dire aussi qui l’a "
    "fermée, mise en brouillon ou détournée",
)
_EVENT = Text("what GitHub tells of the pull request", "ce que GitHub dit de la demande (pull request)")
_OUTPUTS = Text(
    "also write here whether the head is to be judged now, as judge=true or judge=false",
    "écrire aussi ici si la tête est à juger maintenant, par judge=true ou judge=false",
)
_RUN = Text("page to which the status links", "page vers laquelle mène le statut")
_NO_EVENT = Text(
    "{path} cannot be read as an event of a pull request: {problem}",
    "{path} ne se lit pas comme un événement d’une demande (pull request)\u00a0: {problem}",
)
_NO_VARIABLE = Text(
    "{name} is not set. It is in every workflow of GitHub; its step has to hand it on.",
    "{name} n’est pas définie. Tout flux de travail de GitHub l’a\u202f; son étape doit la transmettre.",
)
_NOTHING = Text(
    "Nothing was posted: this event brings no head, and takes none back.",
    "Rien n’a été publié\u00a0: cet événement n’apporte aucune tête et n’en retire aucune.",
)
_POSTED = Text("Received:", "Reçue\u00a0:")
_STANDS = Text(
    "Nothing was posted. The receipt stands:", "Rien n’a été publié. L’accusé de réception est déjà publié\u00a0:"
)
_RECORDED = Text("Recorded:", "Consigné\u00a0:")
_RECORDED_BEFORE = Text(
    "Nothing was posted. It is recorded already:", "Rien n’a été publié. C’est déjà consigné\u00a0:"
)
_ROW = Text("    pull request {pull}, head {head}", "    demande (pull request) {pull}, tête {head}")
_RECEIPT = Text(
    "    pull request {pull}, head {head}, {at} by GitHub’s clock",
    "    demande (pull request) {pull}, tête {head}, {at} selon l’horloge de GitHub",
)
_NEXT = Text(
    "What happens next: the check judges it. Whether it counts is decided at closing.",
    "La suite\u00a0: la vérification la juge. C’est à la clôture que se décide si elle compte.",
)
_A_RECEIPT, _THE_RECEIPT = Text("receipt", "accusé de réception"), Text("the receipt", "l’accusé de réception")
_A_STATUS, _THE_STATUS = Text("status", "statut"), Text("the status", "le statut")
_PROBLEMS: Mapping[str, Text] = {
    "address": Text(
        "No {what} was posted. GITHUB_API_URL is no address to send a token to: {call}",
        "Aucun {what} n’a été publié. GITHUB_API_URL n’est pas une adresse à qui envoyer un jeton\u00a0: {call}",
    ),
    "unanswered": Text(
        "Nobody knows whether {the} was posted. {call}: {said}. Run it again: it looks first.",
        "Nul ne sait si {the} a été publié. {call}\u00a0: {said}. Relancez la commande\u00a0: elle regarde d’abord.",
    ),
    "limited": Text(
        "No {what} was posted, and GitHub asks for more patience than a run has. {call}: {said}. Run it again later.",
        "Aucun {what} n’a été publié, et GitHub demande plus de patience qu’une exécution n’en a. "
        "{call}\u00a0: {said}. Relancez plus tard.",
    ),
    "refused": Text(
        "No {what} was posted: GitHub refused. {call}: {said}",
        "Aucun {what} n’a été publié\u00a0: GitHub a refusé. {call}\u00a0: {said}",
    ),
    "unread": Text(
        "Nobody knows whether {the} was posted: GitHub’s answer cannot be read. {call}: {said}",
        "Nul ne sait si {the} a été publié\u00a0: la réponse de GitHub ne se lit pas. {call}\u00a0: {said}",
    ),
}


@dataclass(frozen=True, slots=True)
class _Said:
    """One status.

    Attributes:
        kind: What it says.
        status: As the forge has it.
        posted: Whether this run posted it.
    """

    kind: Kind
    status: Status
    posted: bool


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 what is to be said stands, now or before, or there is nothing to say."""
    options = _options(usage, rest)
    came = _act(options.event, console)
    said: tuple[_Said, ...] = ()
    judged = False
    if came:
        api, token = _variable("GITHUB_API_URL", console), _variable("GITHUB_TOKEN", console)
        try:
            with Forge(api, token, time.sleep) as forge:
                stands = _standing(forge, came) if arrival.looks(came) else Standing()
                said = tuple(_say(forge, came, kind, options.run) for kind in arrival.says(came, stands))
                judged = arrival.is_judged(came, stands)
        except ForgeError as error:
            raise _explained(error, came, console) from error
    if options.format == "json":
        console.say(json.dumps(_document(came, said), ensure_ascii=False, indent=2))
    elif came is None:
        console.say(_NOTHING)
    else:
        console.lines(_told(came, said, console.language))
    if options.outputs:
        # Last of all: what could not be told is not judged.
        append(options.outputs, f"judge={'true' if judged else 'false'}\n")
    return 0


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("--github", action="store_true", required=True, help=_GITHUB[language])
    parser.add_argument("--event", metavar="FILE", type=Path, required=True, help=_EVENT[language])
    parser.add_argument("--run", metavar="URL", default="", help=_RUN[language])
    parser.add_argument("--outputs", metavar="FILE", type=Path, help=_OUTPUTS[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    return parser.parse_args(rest)


def _act(path: Path, console: Console) -> PullAct | None:
    try:
        return arrival.read(content(path))
    except UnreadableFileError as error:
        raise console.misused(_NO_EVENT, path=path, problem=error.problem) from error
    except arrival.UnreadableEventError as error:
        raise console.misused(_NO_EVENT, path=path, problem=visible(str(error))) from error


def _variable(name: str, console: Console) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise console.misused(_NO_VARIABLE, name=name)
    return value


def _standing(forge: Forge, came: PullAct) -> Standing:
    kinds: tuple[Kind, Kind] = ("received", "pushed-by-other")
    return Standing(
        *(forge.first(came.repository, came.head, came.context(kind), STATES[kind]) is not None for kind in kinds)
    )


def _say(forge: Forge, came: PullAct, kind: Kind, page: str) -> _Said:
    fields = {"context": came.context(kind), "state": STATES[kind], "description": description(came, kind)}
    if page:
        fields["target_url"] = page
    return _Said(kind, *forge.say_once(came.repository, came.head, fields))


def _explained(error: ForgeError, came: PullAct, console: Console) -> InUseError:
    what = (_A_RECEIPT if arrival.may_bring(came) else _A_STATUS)[console.language]
    the = (_THE_RECEIPT if arrival.may_bring(came) else _THE_STATUS)[console.language]
    call, said = visible(error.call), visible(error.said)
    return console.misused(_PROBLEMS[error.kind], what=what, the=the, call=call, said=said)


def _document(came: PullAct | None, said: Sequence[_Said]) -> Mapping[str, object]:
    """For a program; nothing was judged, so there are no findings."""
    told = [
        {"context": one.status.context, "state": one.status.state, "at": _instant(one.status), "posted": one.posted}
        for one in said
    ]
    receipts = [row for row, one in zip(told, said, strict=True) if one.kind == "received"]
    receipt, act = None, None
    if came:
        where: Mapping[str, object] = {"pull": came.pull, "head": came.head}
        receipt = {**where, "context": receipts[0]["context"], "at": receipts[0]["at"]} if receipts else None
        act = {**where, "name": came.act, "at": came.instant, "draft": came.draft, "own": came.own}
        act |= {"author": _account(came.author), "actor": _account(came.actor)}
    posted = any(one.posted for one in said)
    return {"ok": True, "findings": [], "receipt": receipt, "posted": posted, "act": act, "statuses": told}


def _account(account: Account) -> Mapping[str, object]:
    return {"login": account.login, "id": f"github:{account.id}"}


def _instant(status: Status) -> str:
    return status.at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _told(came: PullAct, said: Sequence[_Said], language: Language) -> Iterator[str]:
    """What stands, for a person."""
    for one in said:
        if one.kind == "received":
            yield (_POSTED if one.posted else _STANDS)[language]
            yield _RECEIPT[language].format(pull=came.pull, head=came.head, at=_instant(one.status))
            # Where more is said, that tells what happens next.
            yield from [_NEXT[language]] if one is said[-1] else []
        else:
            yield (_RECORDED if one.posted else _RECORDED_BEFORE)[language]
            yield _ROW[language].format(pull=came.pull, head=came.head)
            yield from lines(came, one.kind, language)
