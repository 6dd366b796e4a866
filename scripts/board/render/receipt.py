"""What a host says to whoever pushes: receipts and refusals; their first lines stand in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Literal

from board.core.finding import Finding, refuses
from board.core.text import LANGUAGES, Language, Text
from board.model.host import Denied, Harm, Identity, Receipt
from board.model.reference import bid_path
from board.render import locale
from board.render.terminal import counts, summary
from board.render.wording import visible
from board.state.ledger.log import utc

_RECEIVED = Text("Received: the bid of {login} on {ref}.", "Reçu\u00a0: la soumission de {login} à {ref}.")
# Whether it changes anything is told behind it: a receipt says what came, and stands as it is when it is given again.
_WITHDRAWAL = Text("Received: the withdrawal of {login} on {ref}.", "Reçu\u00a0: le retrait de {login} pour {ref}.")
_NO_BID = Text(
    "Received, without a bid: the branch of {login} has no file {path}.",
    "Reçu, sans soumission\u00a0: la branche de {login} n’a pas de fichier {path}.",
)
_AGAIN = Text(
    "Nothing new: this is the receipt that was given for it.",
    "Rien de nouveau\u00a0: voici l’accusé de réception déjà donné.",
)
_POSTED = Text(
    "Taken in: the posting of {login} for {ref}. It is on main once its approver runs: board post {ref} --as …",
    "Reçu\u00a0: l’occasion de {login} pour {ref}. Elle sera sur main dès que la personne qui l’approuve "
    "lancera\u00a0: board post {ref} --as …",
)
_NOT_READY = Text(
    "Kept, not ready yet: the posting of {login} for {ref}. It cannot be approved before the errors are mended and it "
    "is pushed again.",
    "Conservée, pas encore prête\u00a0: l’occasion de {login} pour {ref}. Elle ne peut être approuvée avant que les "
    "erreurs soient corrigées et qu’elle soit poussée de nouveau.",
)
_NO_POSTING = Text(
    "Kept, but nothing to approve: what {login} pushed for {ref} posts and amends nothing.",
    "Conservé, mais rien à approuver\u00a0: ce que {login} a poussé pour {ref} ne publie ni ne modifie rien.",
)
_TAKEN_BACK = Text(
    "Taken back: the posting of {login} for {ref}.", "Retiré\u00a0: l’occasion proposée par {login} pour {ref}."
)
# What is pushed to a branch for postings: ready for its approver, with errors, without an act, or gone.
Posting = Literal["ready", "not-ready", "nothing", "taken-back"]

_POSTINGS: Mapping[Posting, Text] = {
    "ready": _POSTED,
    "not-ready": _NOT_READY,
    "nothing": _NO_POSTING,
    "taken-back": _TAKEN_BACK,
}
# The other language is one word away.
_OTHER = Text("In English: git push -o lang=en", "En français\u00a0: git push -o lang=fr")

_LINE = Text("line {line} of the log, {at} ({utc})", "ligne {line} du registre, {at} ({utc})")
_KEEP = Text(
    "Keep these lines: they prove what you sent, and when. Until the closing show the salt to nobody: it tells which "
    "line is yours.",
    "Gardez ces lignes\u00a0: elles prouvent ce que vous avez envoyé, et quand. Jusqu’à la clôture, ne montrez le "
    "sel à personne, car il révèle quelle ligne est la vôtre.",
)
_NAMES: Mapping[str, Text] = {
    "receipt": Text("receipt", "accusé"),
    "commit": Text("commit", "commit"),
    "blob": Text("blob", "objet"),
    "bid": Text("SHA-256 of the bid", "SHA-256 du fichier"),
    "salt": Text("salt", "sel"),
    "line": Text("SHA-256 of the line", "SHA-256 de la ligne"),
    "text": Text("the line", "la ligne"),
    "identity": Text("identity", "identité"),
}
_IDENTITY: Mapping[Identity, Text] = {
    "claimed": Text(
        "claimed: the name of the branch is believed, and nothing on this host can be hidden from who reads its files",
        "déclarée\u00a0: le nom de la branche est cru, et rien sur cet hôte n’est caché à qui lit ses fichiers",
    ),
    "key": Text("proven by a key", "prouvée par une clé"),
}

_LEFT_OUT = Text(
    "{codes}: from this branch the closing takes the file of the bid alone, as your last push has it. The rest is left "
    "out, and does not decide whether the bid counts.",
    "{codes}\u00a0: de cette branche, la clôture ne retient que le fichier de la soumission, tel que vous l’avez "
    "poussé en dernier. Le reste est laissé de côté, et ne décide pas si la soumission compte.",
)
_FOR_PEOPLE = Text(
    "{codes}: nothing is refused for it; officers are told of bids of record that look alike, and decide.",
    "{codes}\u00a0: rien n’est refusé pour cela\u202f; l’organisation est avertie des soumissions qui se ressemblent à "
    "la clôture, et décide.",
)

# What becomes of a push in which something is refused; by the name of a finding, the first that is there.
_REFUSES: tuple[tuple[frozenset[str], Text], ...] = (
    (
        frozenset({"after-closing", "withdrawal-after-closing"}),
        Text(
            "The closing is past, and this push changes nothing.",
            "La clôture est passée\u202f; ce push n’y change rien.",
        ),
    ),
    (
        frozenset({"withdrawal-from-auction"}),
        Text(
            "Nothing is withdrawn: what counted still does.", "Rien n’est retiré\u00a0: ce qui comptait compte encore."
        ),
    ),
    (
        frozenset({"raised-bid", "step-too-small"}),
        Text(
            "This price does not count; the earlier one does, until you push one that passes.",
            "Ce prix ne compte pas\u202f; le précédent compte, jusqu’à ce que vous en poussiez un qui passe.",
        ),
    ),
    (
        frozenset({"cancelled-opportunity"}),
        Text(
            "The purchase has ended, and this push changes nothing.",
            "L’achat a pris fin\u202f; ce push n’y change rien.",
        ),
    ),
    (
        frozenset({"before-publication"}),
        Text(
            "It came too early to count: once bids are taken, commit it anew, and push that.",
            "Arrivée trop tôt pour compter\u00a0: une fois l’occasion ouverte, faites-en un nouveau commit, puis "
            "poussez-le.",
        ),
    ),
    (frozenset({"bid-by-insider"}), Text("This bid does not count.", "Cette soumission ne compte pas.")),
)
_DOES_NOT_COUNT = Text(
    "As it is, this bid does not count: mend the errors, and push it again before the closing.",
    "Telle quelle, cette soumission ne compte pas\u00a0: corrigez les erreurs, puis poussez-la de nouveau avant la "
    "clôture.",
)
_NOTHING_COUNTS = Text(
    "No bid of {login} counts any more, until one is pushed.",
    "Aucune soumission de {login} ne compte plus, tant qu’aucune n’est poussée.",
)
_MEND = Text("Mend the errors, and push it again.", "Corrigez les erreurs, puis poussez-la de nouveau.")

_REFUSED = Text("Refused, nothing was taken in: {why}", "Refusé, rien n’a été reçu\u00a0: {why}")
_ATTEMPT = Text(
    "The log tells of the attempt by a digest, on line {line}; its salt is {salt}.",
    "Le registre consigne la tentative par un condensé, à la ligne {line}\u202f; son sel est {salt}.",
)
_HARMS: Mapping[Harm, Text] = {
    "closed-ref": Text(
        "only branches bids/LOGIN/REF and posts/LOGIN/REF are moved by a push; officers act with board beside Git.",
        "un push ne déplace que les branches bids/LOGIN/REF et posts/LOGIN/REF\u202f; l’organisation agit avec board, "
        "à côté de Git.",
    ),
    "name": Text(
        "the branch is not called bids/LOGIN/REF, such as bids/maple-works/dex-mex/2026/date-filter.",
        "la branche ne se nomme pas bids/LOGIN/REF, comme bids/maple-works/dex-mex/2026/date-filter.",
    ),
    "not-yours": Text(
        "the branch belongs to another login than yours.", "la branche appartient à un autre nom d’utilisateur."
    ),
    "not-a-commit": Text("the branch names no commit that can be read.", "la branche ne nomme aucun commit lisible."),
    "too-many-commits": Text(
        "it brings more than 30 commits beside main; make one commit on top of main.",
        "elle apporte plus de 30 commits en plus de main\u202f; faites un seul commit à partir de main.",
    ),
    "too-much": Text(
        "it brings more than 300 files and folders, or more than 2 MiB; a bid is one small file.",
        "elle apporte plus de 300 fichiers et dossiers, ou plus de 2\u00a0Mio\u202f; une soumission est un seul petit "
        "fichier.",
    ),
    "no-board": Text("this host has no board yet.", "cet hôte n’a pas encore de tableau."),
    "not-an-owner": Text(
        "on main this login holds no delegation to post or amend for that organization.",
        "sur main, ce nom d’utilisateur n’a aucune délégation (post ou amend) pour cette organisation.",
    ),
    "nothing-to-withdraw": Text("there is no such branch.", "il n’y a pas de telle branche."),
    "too-many-refs": Text(
        "more than 10 refs are pushed at once; push one branch.",
        "plus de 10 références sont poussées à la fois\u202f; poussez une seule branche.",
    ),
    "moved": Text(
        "the branch moved meanwhile; fetch it, and push again.",
        "la branche a bougé entre-temps\u202f; récupérez-la, puis poussez de nouveau.",
    ),
}


def receipt_lines(
    receipt: Receipt, identity: Identity, language: Language, zone: tzinfo, *, first: bool = True
) -> Iterator[str]:
    """A receipt, line by line; the first lines in both languages."""
    said = _WITHDRAWAL if not receipt.head else _RECEIVED if receipt.blob else _NO_BID
    names = {"login": receipt.login, "ref": receipt.ref, "path": bid_path(receipt.ref, receipt.login)}
    yield from _both(said, language, **names)
    if first:
        yield _OTHER["fr" if language == "en" else "en"]
    if receipt.again:
        yield _AGAIN[language]
    at = locale.instant(receipt.at, zone, language)
    facts = {
        "receipt": _LINE[language].format(line=receipt.line, at=at, utc=utc(receipt.at)),
        "commit": receipt.head,
        "blob": receipt.blob,
        "bid": receipt.bid_sha256,
        "salt": receipt.salt,
        "line": receipt.sha256,
        "text": receipt.text,
        "identity": _IDENTITY[identity][language],
    }
    width = max(len(name[language]) for name in _NAMES.values())
    yield from (f"  {_NAMES[name][language]:{width}}  {fact}" for name, fact in facts.items() if fact)
    yield _KEEP[language]


def beside_lines(left_out: Sequence[str], for_people: Sequence[str], language: Language) -> Iterator[str]:
    """What becomes of findings, named by their codes, that do not stand against the bid itself."""
    for text, codes in ((_LEFT_OUT, left_out), (_FOR_PEOPLE, for_people)):
        if codes:
            yield text[language].format(codes=locale.joined(codes, language))


def verdict_on_bid(findings: Sequence[Finding], receipt: Receipt, language: Language) -> str:
    """What the push of a bid, or of its withdrawal, came to, where its supplier reads these findings."""
    refused = {finding.name for finding in findings if refuses(finding)}
    if refused:
        said = next((text for names, text in _REFUSES if names & refused), _DOES_NOT_COUNT)
        return f"{counts(findings, language)}. {said[language]}"
    if receipt.blob or findings:
        return summary(findings, language)
    return _NOTHING_COUNTS[language].format(login=receipt.login)


def verdict_on_posting(findings: Sequence[Finding], language: Language) -> str:
    """What a push of a posting came to."""
    if any(map(refuses, findings)):
        return f"{counts(findings, language)}. {_MEND[language]}"
    return summary(findings, language)


def denied_lines(denied: Denied, language: Language) -> Iterator[str]:
    """Why something was not taken in; the first lines in both languages."""
    yield visible(denied.sent.ref)
    order = (language, *(other for other in LANGUAGES if other != language))
    yield from (_REFUSED[one].format(why=_HARMS[denied.harm][one]) for one in order)
    if denied.line:
        yield _ATTEMPT[language].format(line=denied.line, salt=denied.salt)


def denied_in_short(denied: Denied, language: Language) -> str:
    """The same in one line, as Git shows it beside the ref."""
    return _HARMS[denied.harm][language].rstrip(".")


def posting_lines(login: str, ref: str, language: Language, state: Posting) -> Iterator[str]:
    """What became of a posting, in both languages."""
    yield from _both(_POSTINGS[state], language, login=login, ref=ref)


def _both(text: Text, language: Language, **names: str) -> Iterator[str]:
    order = (language, *(other for other in LANGUAGES if other != language))
    return (text[one].format(**names) for one in order)
