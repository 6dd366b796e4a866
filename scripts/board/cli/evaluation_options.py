"""What `board evaluate` is asked on its command line, and the files that are named there."""

import argparse
import hashlib
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from board.adapters import evaluation_folder
from board.adapters.given_file import UnreadableFileError, content
from board.cli.acts import FORMAT, FORMATS
from board.cli.console import Console
from board.cli.options import Usage, add_as, add_now, parser_of
from board.cli.private import add_folder, add_keys, kept_private
from board.core.text import Text
from board.jobs.desk import Settle
from board.model.sheet import Given

_REF = Text("opportunity whose bids are evaluated", "occasion dont les soumissions sont évaluées")
_DECLARE = Text(
    "say, having seen who bid and before anything is opened, whether you have a conflict of interest",
    "dire, après avoir vu qui a soumissionné et avant toute ouverture, si vous avez un conflit d’intérêts",
)
_DONE = Text(
    "hand in your sheet; when everybody has, the results follow",
    "remettre votre grille\u202f; quand tout le monde l’a fait, les résultats s’ensuivent",
)
_SETTLE = Text(
    "what counts where scores are far apart: the letter on your sheet, the criterion, and pass, fail or a score",
    "ce qui compte lorsque des notes sont éloignées\u00a0: la lettre de votre grille, le critère, et pass, fail ou une "
    "note",
)
_NOTE = Text(
    "file that says why, one for each --settle; only its SHA-256 is recorded",
    "fichier qui dit pourquoi, un par --settle\u202f; seul son SHA-256 est consigné",
)
_ONE_STEP = Text(
    "--declare stands alone; --settle and --note go with --done.",
    "--declare va seul\u202f; --settle et --note vont avec --done.",
)
_NEEDS_FOLDER = Text(
    "Name the folder of the evaluation with --folder DIR.", "Nommez le dossier de l’évaluation avec --folder DIR."
)
_A_NOTE_EACH = Text("Each --settle takes one --note.", "Chaque --settle demande un --note.")
_NO_MARK = Text(
    "{found} is neither pass nor fail nor a score from 0 to 100, such as 72.5.",
    "{found} n’est ni pass, ni fail, ni une note de 0 à 100, comme 72.5.",
)
_NO_FOLDER = Text("There is no folder {folder}.", "Il n’y a pas de dossier {folder}.")
_UNREADABLE = Text("{path} cannot be read: {problem}", "{path} ne se lit pas\u00a0: {problem}")

_SCORE = re.compile(r"(?:100(?:\.00?)?|[1-9]?[0-9](?:\.[0-9]{1,2})?)")


def options_of(usage: Usage, rest: Sequence[str], console: Console) -> argparse.Namespace:
    """What was asked for: one step, with what belongs to it."""
    parser, language = parser_of(usage), usage.language
    parser.add_argument("ref", metavar="REF", help=_REF[language])
    add_as(parser, language)
    parser.add_argument("--declare", choices=("none", "declared"), help=_DECLARE[language])
    add_folder(parser, language)
    parser.add_argument("--done", action="store_true", help=_DONE[language])
    words = ("LABEL", "CRITERION", "SCORE") if language == "en" else ("LETTRE", "CRITÈRE", "NOTE")
    parser.add_argument("--settle", nargs=3, action="append", default=[], metavar=words, help=_SETTLE[language])
    metavar = "FILE" if language == "en" else "FICHIER"
    parser.add_argument("--note", type=Path, action="append", default=[], metavar=metavar, help=_NOTE[language])
    add_keys(parser, language)
    parser.add_argument("--format", choices=FORMATS, default="text", help=FORMAT[language])
    add_now(parser, language)
    options = parser.parse_args(rest)
    settled = bool(options.settle or options.note)
    if (options.declare and options.done) or (settled and not options.done):
        raise console.misused(_ONE_STEP)
    if not options.declare and options.folder is None:
        raise console.misused(_NEEDS_FOLDER)
    if len(options.settle) != len(options.note):
        raise console.misused(_A_NOTE_EACH)
    return options


def folder_of(path: Path, console: Console) -> Path:
    """The folder that was named, which lies outside every repository."""
    try:
        with kept_private(console):
            return evaluation_folder.there(path)
    except evaluation_folder.NoFolderError as error:
        raise console.misused(_NO_FOLDER, folder=error.folder) from error


def settles_of(options: argparse.Namespace, console: Console) -> Sequence[Settle]:
    """What was settled, with the digest of each note."""
    return tuple(
        Settle(label.upper(), _given(criterion, mark, console), hashlib.sha256(_content(note, console)).hexdigest())
        for (label, criterion, mark), note in zip(options.settle, options.note, strict=True)
    )


def _given(criterion: str, mark: str, console: Console) -> Given:
    if mark in ("pass", "fail"):
        return Given(criterion, mark == "pass", None)
    if not _SCORE.fullmatch(mark):
        raise console.misused(_NO_MARK, found=mark)
    return Given(criterion, None, Decimal(mark))


def _content(path: Path, console: Console) -> bytes:
    try:
        return content(path)
    except UnreadableFileError as error:
        raise console.misused(_UNREADABLE, path=path, problem=error.problem) from error
