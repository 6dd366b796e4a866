"""`board receive --github`: the receipt of a head of a pull request, as a commit status, before anything is judged."""

import argparse
import json
import os
import time
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path

from board.adapters.forge import Forge, ForgeError, Status
from board.adapters.given_file import UnreadableFileError, content
from board.cli.acts import FORMAT, FORMATS
from board.cli.console import Console, InUseError
from board.cli.options import Usage, parser_of
from board.core.text import Text
from board.jobs import arrival
from board.jobs.arrival import Arrival
from board.render.statuses import receipt
from board.render.wording import visible

_GITHUB = Text(
    "receipt the head of a pull request as a commit status",
    "accuser réception d’une tête de demande (pull request) par un statut du commit",
)
_EVENT = Text("what GitHub tells of the pull request", "ce que GitHub dit de la demande (pull request)")
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
    "Nothing was posted: this event brings no head.", "Rien n’a été publié\u00a0: cet événement n’apporte aucune tête."
)
_POSTED = Text("Received:", "Reçue\u00a0:")
_STANDS = Text(
    "Nothing was posted. The receipt stands:", "Rien n’a été publié. L’accusé de réception est déjà publié\u00a0:"
)
_RECEIPT = Text(
    "    pull request {pull}, head {head}, {at} by GitHub’s clock",
    "    demande (pull request) {pull}, tête {head}, {at} selon l’horloge de GitHub",
)
_NEXT = Text(
    "What happens next: the check judges it. Whether it counts is decided at closing.",
    "La suite\u00a0: la vérification la juge. C’est à la clôture que se décide si elle compte.",
)
_PROBLEMS: Mapping[str, Text] = {
    "address": Text(
        "No receipt was posted. GITHUB_API_URL is no address to send a token to: {call}",
        "Aucun accusé de réception n’a été publié. "
        "GITHUB_API_URL n’est pas une adresse à qui envoyer un jeton\u00a0: {call}",
    ),
    "unanswered": Text(
        "Nobody knows whether the receipt was posted. {call}: {said}. Run it again: it looks first.",
        "Nul ne sait si l’accusé de réception a été publié. {call}\u00a0: {said}. "
        "Relancez la commande\u00a0: elle regarde d’abord.",
    ),
    "limited": Text(
        "No receipt was posted, and GitHub asks for more patience than a run has. {call}: {said}. Run it again later.",
        "Aucun accusé de réception n’a été publié, et GitHub demande plus de patience qu’une exécution n’en a. "
        "{call}\u00a0: {said}. Relancez plus tard.",
    ),
    "refused": Text(
        "No receipt was posted: GitHub refused. {call}: {said}",
        "Aucun accusé de réception n’a été publié\u00a0: GitHub a refusé. {call}\u00a0: {said}",
    ),
    "unread": Text(
        "Nobody knows whether the receipt was posted: GitHub’s answer cannot be read. {call}: {said}",
        "Nul ne sait si l’accusé de réception a été publié\u00a0: la réponse de GitHub ne se lit pas. "
        "{call}\u00a0: {said}",
    ),
}


def run(usage: Usage, rest: Sequence[str], console: Console) -> int:
    """The exit code: 0 the receipt stands, now or before, or there is nothing to receive."""
    options = _options(usage, rest)
    came = _arrival(options.event, console)
    if came is None:
        return _told(None, None, options.format, console, posted=False)
    api, token = _variable("GITHUB_API_URL", console), _variable("GITHUB_TOKEN", console)
    fields = {"context": came.context, "state": "success", "description": receipt()}
    if options.run:
        fields["target_url"] = options.run
    try:
        with Forge(api, token, time.sleep) as forge:
            status, posted = forge.say_once(came.repository, came.head, fields)
    except ForgeError as error:
        raise _explained(error, console) from error
    return _told(came, status, options.format, console, posted=posted)


def _options(usage: Usage, rest: Sequence[str]) -> argparse.Namespace:
    parser, language = parser_of(usage), usage.language
    parser.add_argument("--github", action="store_true", required=True, help=_GITHUB[language])
    parser.add_argument("--event", metavar="FILE", type=Path, required=True, help=_EVENT[language])
    parser.add_argument("--run", metavar="URL", default="", help=_RUN[language])
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    return parser.parse_args(rest)


def _arrival(path: Path, console: Console) -> Arrival | None:
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


def _explained(error: ForgeError, console: Console) -> InUseError:
    return console.misused(_PROBLEMS[error.kind], call=visible(error.call), said=visible(error.said))


def _told(came: Arrival | None, status: Status | None, form: str, console: Console, *, posted: bool) -> int:
    """Tell what stands; nothing was judged, so there are no findings."""
    at = status.at.astimezone(UTC).isoformat().replace("+00:00", "Z") if status else ""
    if form == "json":
        told = {"pull": came.pull, "head": came.head, "context": came.context, "at": at} if came else None
        document = {"ok": True, "findings": [], "receipt": told, "posted": posted}
        console.say(json.dumps(document, ensure_ascii=False, indent=2))
    elif came is None:
        console.say(_NOTHING)
    else:
        console.say(_POSTED if posted else _STANDS)
        console.say(_RECEIPT, pull=came.pull, head=came.head, at=at)
        console.say(_NEXT)
    return 0
