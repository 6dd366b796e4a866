"""What is due, told to people and to programs: the step, who takes it and why, by when, and how."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

from board.core.text import Language, Text
from board.model.duty import Duty, Step
from board.render import locale
from board.state.ledger.log import utc

_STEPS: Mapping[Step, Text] = {
    "approve": Text(
        "Approve the posting: whether the work is needed at that price is for a person to decide.",
        "Approuver l’affichage\u00a0: c’est à une personne de décider si le travail est requis à ce prix.",
    ),
    "publish": Text("Wait for the publication: nothing is due.", "Attendre la publication\u00a0: rien n’est à faire."),
    "bids": Text(
        "Wait for the closing: suppliers bid, and nothing else is due.",
        "Attendre la clôture\u00a0: les fournisseurs soumissionnent, et rien d’autre n’est à faire.",
    ),
    "settle": Text(
        "Wait until the log has settled: receipts of bids in time may still be on their way.",
        "Attendre que le registre se stabilise\u00a0: des accusés de réception de soumissions faites à temps peuvent "
        "encore être en chemin.",
    ),
    "mailbox": Text(
        "Read the mailbox, enter what arrived in time, and say so: what lies there only a person can see.",
        "Lire la boîte courriel, consigner ce qui est arrivé à temps, et le déclarer\u00a0: seule une personne voit ce "
        "qui s’y trouve.",
    ),
    "ruling": Text(
        "Rule, as one of two officers who say the same, on a bid in doubt: the log alone cannot say whether it counts.",
        "Statuer, comme l’un de deux agents qui disent la même chose, sur une soumission en doute\u00a0: le registre "
        "seul ne peut dire si elle compte.",
    ),
    "close": Text("Fix the bids of record.", "Fixer les soumissions retenues."),
    "rerun": Text(
        "End the procurement as flawed, and post it again: two officers ruled that a bid counts, and the closing does "
        "not have it.",
        "Mettre fin à l’achat, entaché d’un vice, et l’afficher de nouveau\u00a0: deux agents ont statué qu’une "
        "soumission compte, et la clôture ne l’a pas.",
    ),
    "declare": Text(
        "Declare, knowing who bid, whether there is a conflict of interest: nobody can say so for somebody else.",
        "Déclarer, en sachant qui a soumissionné, s’il y a un conflit d’intérêts\u00a0: personne ne peut le dire pour "
        "une autre.",
    ),
    "open": Text("Open the sealed bids, all at once.", "Ouvrir les soumissions cachetées, toutes à la fois."),
    "sheet": Text(
        "Fill in the sheet and hand it in: whether a bid meets a criterion is for a person to judge.",
        "Remplir la grille et la remettre\u00a0: c’est à une personne de juger si une soumission respecte un critère.",
    ),
    "evaluate": Text("Put the sheets together.", "Réunir les grilles."),
    "folder": Text(
        "Name with --folder what was opened and evaluated: it lies outside the repository until the outcome, and "
        "whether a draw or an award comes next follows from it.",
        "Nommer avec --folder ce qui a été ouvert et évalué\u00a0: ces fichiers restent hors du dépôt jusqu’au "
        "résultat, et ils disent si un tirage ou une attribution vient ensuite.",
    ),
    "secret": Text("Show the secret of the draw.", "Dévoiler le secret du tirage."),
    "void": Text(
        "Give the draw up, or wait for who withholds a secret: that puts a name on the page, and a person decides it.",
        "Abandonner le tirage, ou attendre la personne qui retient un secret\u00a0: son nom paraît alors sur la page, "
        "et c’est à une personne d’en décider.",
    ),
    "commit": Text(
        "Promise a secret to the draw that is held again: whoever does so answers for it.",
        "Promettre un secret au tirage tenu de nouveau\u00a0: qui le fait en répond.",
    ),
    "beacon": Text(
        "Give what the named beacon published: this program asks nobody over the network.",
        "Donner ce que la balise nommée a publié\u00a0: ce programme n’interroge personne par le réseau.",
    ),
    "award": Text("Award to whom the method selects.", "Attribuer au fournisseur que la méthode désigne."),
    "name": Text(
        "Award, naming each supplier: several awards are offered, and a person decides how many are made.",
        "Attribuer, en nommant chaque fournisseur\u00a0: plusieurs attributions sont offertes, et c’est à une personne "
        "de décider combien en faire.",
    ),
    "cancel": Text(
        "End the procurement, or not: to post the work again is for a person to decide.",
        "Mettre fin à l’achat ou non\u00a0: c’est à une personne de décider d’afficher de nouveau le travail.",
    ),
    "ended": Text("Nothing is due: there is an outcome.", "Rien n’est à faire\u00a0: il y a un résultat."),
}
_CAUSES: Mapping[str, Text] = {
    "no-bid": Text("No bid came in time.", "Aucune soumission n’est arrivée à temps."),
    "none-passes": Text("No bid passes.", "Aucune soumission n’est conforme."),
    "flawed": Text(
        "The bids were opened before enough evaluators had declared that they have no conflict of interest.",
        "Les soumissions ont été ouvertes avant qu’assez d’évaluateurs aient déclaré n’avoir aucun conflit d’intérêts.",
    ),
}
_BY = Text("    By: {people}.", "    Par\u00a0: {people}.")
_ANYBODY = Text("    By: anybody.", "    Par\u00a0: n’importe qui.")
_NOBODY = Text(
    "    By: nobody, since no delegation in force allows it; organization.yml says who may.",
    "    Par\u00a0: personne, faute de délégation en vigueur\u202f; organization.yml dit qui peut agir.",
)
_UNTIL = Text("    Until: {until}.", "    Jusqu’au\u00a0: {until}.")
_COMMAND = Text("    Command: {command}", "    Commande\u00a0: {command}")

# Steps that are nobody's: time passes, or nothing is left.
_IDLE = ("publish", "bids", "settle", "ended")


def what(duty: Duty) -> Text:
    """What is to be done and why a person has to do it, as a sentence; of an end its cause first."""
    cause = _CAUSES.get(duty.options[-1]) if duty.step == "cancel" and duty.options else None
    step = _STEPS[duty.step]
    return Text(f"{cause.en} {step.en}", f"{cause.fr} {step.fr}") if cause else step


def command(duty: Duty, ref: str, by: str) -> str:
    """The command line that does it, with what the reader has to put in in capitals; empty where there is none."""
    if not duty.command:
        return ""
    given = {"as": f"--as {by or 'LOGIN'}", "folder": "--folder DIR", "keys": "", "beacon": ""}
    words = ("board", duty.command, ref, *(given[name] for name in duty.needs), *duty.options)
    return " ".join(word for word in words if word)


def duty_lines(duties: Sequence[Duty], ref: str, language: Language, zone: tzinfo) -> Iterator[str]:
    """Each duty: what and why, then by whom, by when and how."""
    for duty in duties:
        yield what(duty)[language]
        if duty.step not in _IDLE:
            people = locale.joined(duty.by, language)
            yield (_ANYBODY if duty.anybody else _BY if people else _NOBODY)[language].format(people=people)
        if duty.until:
            yield _UNTIL[language].format(until=locale.instant(duty.until, zone, language))
        line = command(duty, ref, duty.by[0] if len(duty.by) == 1 else "")
        if line:
            yield _COMMAND[language].format(command=line)


def duty_members(duties: Sequence[Duty], ref: str) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            "step": duty.step,
            "what": {"en": what(duty).en, "fr": what(duty).fr},
            "by": list(duty.by),
            "anybody": duty.anybody,
            "judged": duty.judged,
            "until": utc(duty.until) if duty.until else None,
            "command": command(duty, ref, duty.by[0] if len(duty.by) == 1 else "") or None,
        }
        for duty in duties
    ]
