"""Rulings on what was in doubt, told to people and to programs; each reason is one sentence, in both languages."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from board.core.text import Language, Text
from board.model.log import Reason, Verdict
from board.model.rulings import Settled
from board.render import locale
from board.state.ledger.log import utc
from board.state.rulings import named

_DOUBTS: Mapping[Reason, Text] = {
    "contradictory-instants": Text(
        "Two instants contradict each other: by one it came in time, by another it did not.",
        "Deux instants se contredisent\u00a0: selon l’un elle est arrivée à temps, selon l’autre non.",
    ),
    "unopened-line": Text(
        "Nobody could open its line of the log, which tells of a bid by a digest alone.",
        "Personne ne pouvait ouvrir sa ligne du registre, qui ne donne qu’une empreinte.",
    ),
    "receipt-behind-cut": Text(
        "It came before the closing, and its line reached the log after the closing was fixed.",
        "Elle est arrivée avant la clôture, et sa ligne a rejoint le registre une fois la clôture fixée.",
    ),
    "no-receipt": Text(
        "It lay on a branch, and no line of the log told when it came.",
        "Elle se trouvait sur une branche, et aucune ligne du registre ne disait quand elle est arrivée.",
    ),
    "absent-file": Text(
        "Its file was not in the repository.",
        "Son fichier n’était pas dans le dépôt.",
    ),
}
_BECAUSE: Mapping[str, Text] = {
    "clock-wrong": Text(
        "A clock was wrong; other evidence shows that it came in time.",
        "Une horloge était déréglée\u202f; d’autres preuves montrent qu’elle est arrivée à temps.",
    ),
    "receipt-shown": Text(
        "The supplier showed the receipt that was given for it.",
        "Le fournisseur a montré l’accusé de réception qui lui avait été remis.",
    ),
    "receipt-lost": Text(
        "It came in time, and the board lost its receipt or failed to write one.",
        "Elle est arrivée à temps, et le tableau a perdu son accusé de réception ou n’en a pas écrit.",
    ),
    "mail-overlooked": Text(
        "It lay in the mailbox in time, and was found too late.",
        "Elle se trouvait à temps dans la boîte courriel, et a été trouvée trop tard.",
    ),
    "came-late": Text(
        "Other evidence shows that it came after the closing.",
        "D’autres preuves montrent qu’elle est arrivée après la clôture.",
    ),
    "nothing-shown": Text(
        "Nothing shows that it came in time, and the supplier, asked, showed nothing either.",
        "Rien ne montre qu’elle est arrivée à temps, et le fournisseur, interrogé, n’a rien montré non plus.",
    ),
    "disowned": Text(
        "The supplier says that it is no bid of theirs, or that they had taken it back in time.",
        "Le fournisseur dit que ce n’est pas sa soumission, ou qu’il l’avait retirée à temps.",
    ),
    "file-lost": Text(
        "Its file is nowhere to be found, and the supplier, asked, did not give it.",
        "Son fichier est introuvable, et le fournisseur, interrogé, ne l’a pas fourni.",
    ),
}
_COUNTS = Text("{what} counts, received {at}.", "{what} compte, reçue le {at}.")
_COUNTS_NOT = Text("{what} does not count.", "{what} ne compte pas.")
_FILE = Text("Its file: SHA-256 {sha256}.", "Son fichier\u00a0: SHA-256 {sha256}.")
_BY = Text("Ruled by {people}.", "Décision de {people}.")


def doubted(reason: Reason) -> Text:
    """Why something was in doubt, as a sentence."""
    return _DOUBTS[reason]


def because(word: str) -> Text:
    """Why something counts or not, as a sentence."""
    return _BECAUSE[word]


def verdict_line(verdict: Verdict, language: Language, zone: tzinfo) -> str:
    """Whether something counts, as a sentence."""
    text = named(verdict.receipt, verdict.bidder)[language]
    what = f"{text[0].upper()}{text[1:]}"
    if verdict.received is None:
        return _COUNTS_NOT[language].format(what=what)
    return _COUNTS[language].format(what=what, at=locale.instant(verdict.received, zone, language))


def verdict_lines(verdict: Verdict, language: Language, zone: tzinfo) -> Iterator[str]:
    """What an officer said, with the file where no line of the log tells it, and why."""
    yield verdict_line(verdict, language, zone)
    if verdict.sha256:
        yield _FILE[language].format(sha256=verdict.sha256)
    yield because(verdict.because)[language]


def settled_lines(settled: Settled, language: Language, zone: tzinfo) -> Iterator[str]:
    """A ruling of two officers: what, why, and who."""
    yield from verdict_lines(settled.verdict, language, zone)
    yield _BY[language].format(people=locale.joined([word.by for word in settled.words], language))


def verdict_member(verdict: Verdict) -> dict[str, object]:
    """What an officer said, for programs."""
    reason = because(verdict.because)
    return {
        "doubt": verdict.doubt,
        "receipt": verdict.receipt or None,
        "bidder": verdict.bidder or None,
        "counts": verdict.counts,
        "because": verdict.because,
        "reason": {"en": reason.en, "fr": reason.fr},
        "received_at": utc(verdict.received) if verdict.received else None,
        "sha256": verdict.sha256 or None,
    }
