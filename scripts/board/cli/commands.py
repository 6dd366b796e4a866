"""The commands: their names, what each does in one line, and a command line that works."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.core.text import Text


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        module: In `board.cli`.
        does: In one line.
        example: A command line that works.
        hidden: Whether only programs that the board writes itself run it, so that no list names it.
    """

    module: str
    does: Text
    example: str
    hidden: bool = False


COMMANDS: Mapping[str, Command] = {
    "init": Command(
        "init",
        Text(
            "make a new board, with one organization and two people",
            "créer un tableau, avec une organisation et deux personnes",
        ),
        "board init my-board --org dex-mex --owner m-singh --officer a-tremblay",
    ),
    "demo": Command(
        "demo",
        Text(
            "play whole procurements through real Git, dated around now",
            "jouer des achats entiers dans un vrai dépôt Git, datés d’aujourd’hui",
        ),
        "board demo demo-board",
    ),
    "next": Command(
        "next",
        Text(
            "say what is due, by whom and by when; with --as, do what needs no judgement",
            "dire ce qui est à faire, par qui et pour quand\u202f; avec --as, faire ce qui ne demande aucun jugement",
        ),
        "board next dex-mex/2026/keyboard-map --as a-tremblay --folder ../keyboard-map",
    ),
    "new": Command(
        "new",
        Text("write an opportunity or a bid to fill in", "écrire une occasion ou une soumission à remplir"),
        "board new opportunity dex-mex/2026/date-filter",
    ),
    "keys": Command(
        "keys",
        Text(
            "keep the key to which bids are sealed and the secret of a draw, and print their public lines",
            "garder la clé à laquelle on cachette et le secret d’un tirage, et en afficher les lignes publiques",
        ),
        "board keys dex-mex/2026/keyboard-map --as a-tremblay",
    ),
    "seal": Command(
        "seal",
        Text(
            "put price and answers of a bid into envelopes that open after the closing",
            "mettre le prix et les réponses d’une soumission sous des enveloppes qui s’ouvrent après la clôture",
        ),
        "board seal opportunities/dex-mex/2026/keyboard-map/bids/maple-works.yml",
    ),
    "unseal": Command(
        "unseal",
        Text(
            "open all sealed bids of record at once, after the closing",
            "ouvrir d’un coup toutes les soumissions cachetées au dossier, après la clôture",
        ),
        "board unseal dex-mex/2026/keyboard-map --as a-tremblay --folder ../keyboard-map",
    ),
    "check": Command(
        "check",
        Text(
            "say exactly what is wrong with files or with a change",
            "dire exactement ce qui ne va pas dans des fichiers ou une modification",
        ),
        "board check opportunities/dex-mex/2026/date-filter",
    ),
    "host": Command(
        "host",
        Text(
            "make a repository that receives bids by push, with receipts",
            "créer un dépôt qui reçoit les soumissions par push, avec accusés de réception",
        ),
        "board --root my-board host my-board.git",
    ),
    "post": Command(
        "post",
        Text(
            "merge a posting that its owner pushed to a host",
            "fusionner une occasion que son responsable a poussée vers un hôte",
        ),
        "board post dex-mex/2026/date-filter --as a-tremblay",
    ),
    "receive": Command(
        "receive",
        Text(
            "enter a bid that came by mail, say that the mailbox is read, or receipt a head on GitHub",
            "consigner une soumission reçue par courriel, déclarer la boîte lue ou accuser réception sur GitHub",
        ),
        "board receive dex-mex/2026/date-filter --by-mail bid.yml --arrived 2026-09-15T13:50:00-04:00 --as a-tremblay",
    ),
    "withdraw": Command(
        "withdraw",
        Text("take a bid back before the closing", "retirer une soumission avant la clôture"),
        "board withdraw dex-mex/2026/date-filter --as northbit",
    ),
    "close": Command(
        "close",
        Text(
            "fix the bids of record, from the receipts alone",
            "fixer les soumissions retenues, d’après les seuls accusés de réception",
        ),
        "board close dex-mex/2026/date-filter",
    ),
    "settle": Command(
        "settle",
        Text(
            "say in writing, as one of two officers, whether a bid in doubt counts",
            "dire par écrit, comme l’un de deux agents, si une soumission en doute compte",
        ),
        "board settle dex-mex/2026/date-filter --receipt 3 --counts no --because came-late --as a-tremblay",
    ),
    "evaluate": Command(
        "evaluate",
        Text(
            "judge the bids of record, without their names, and fix the results",
            "juger les soumissions retenues, sans leurs noms, et arrêter les résultats",
        ),
        "board evaluate dex-mex/2026/keyboard-map --as m-singh --folder ../keyboard-map --done",
    ),
    "draw": Command(
        "draw",
        Text(
            "show a secret of a draw; the last one shown gives the order",
            "dévoiler un secret d’un tirage au sort\u202f; le dernier dévoilé donne l’ordre",
        ),
        "board draw dex-mex/2026/keyboard-map --as a-tremblay",
    ),
    "rank": Command(
        "rank",
        Text("say how the bids stand, and why", "dire comment se classent les soumissions, et pourquoi"),
        "board rank dex-mex/2026/date-filter",
    ),
    "award": Command(
        "award",
        Text(
            "merge the winning bid and record the award", "fusionner la soumission gagnante et consigner l’attribution"
        ),
        "board award dex-mex/2026/date-filter --as a-tremblay",
    ),
    "record": Command(
        "record",
        Text("check and tag the awards that were merged", "vérifier et étiqueter les attributions fusionnées"),
        "board record",
    ),
    "cancel": Command(
        "cancel",
        Text("end a procurement without an award", "mettre fin à un achat sans attribution"),
        "board cancel dex-mex/2026/alt-text --reason no-bid --as a-tremblay",
    ),
    "verify": Command(
        "verify",
        Text(
            "prove every award from history, offline", "prouver chaque attribution à partir de l’historique, hors ligne"
        ),
        "board verify",
    ),
    "build": Command(
        "build",
        Text("build the site in both languages", "construire le site dans les deux langues"),
        "board build --out public",
    ),
    "serve": Command(
        "serve",
        Text(
            "build the site, serve it here and rebuild on change",
            "construire le site, le servir ici et le reconstruire à chaque changement",
        ),
        "board serve --port 8000",
    ),
    "hook": Command(
        "hook",
        Text("receive what is pushed to a host, for its Git", "recevoir ce qui est poussé vers un hôte, pour son Git"),
        "board hook proc-receive",
        hidden=True,
    ),
    "ssh": Command(
        "ssh",
        Text(
            "serve one login of a host, as the forced command of a key",
            "servir un utilisateur d’un hôte, comme commande imposée à une clé",
        ),
        "board ssh maple-works",
        hidden=True,
    ),
}
