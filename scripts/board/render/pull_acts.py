"""What is said of an act on a pull request: in a status on its head, and to whoever runs the command.

Beside our own words a login stands here, of which a job has made sure that it is one.
"""

from collections.abc import Iterator, Mapping

from board.core.text import LANGUAGES, Language, Text
from board.model.pull_act import Account, Act, Kind, PullAct
from board.render.statuses import State, both, receipt

# Of people; what is longer is cut, since a forge takes no more than 140 characters in all.
_LONGEST_LOGIN = 39

STATES: Mapping[Kind, State] = {
    "received": "success",
    "pushed-by-other": "error",
    "withdrawn": "success",
    "returned": "success",
    # A red cross on a good bid would frighten its supplier.
    "incident": "pending",
}

# In a status: what its author did.
_WITHDRAWN: Mapping[Act, Text] = {
    "closed": Text(
        "Closed by its author: a bid is out until it is reopened.",
        "Fermée par son auteur\u00a0: une soumission est retirée jusqu’à la réouverture.",
    ),
    "drafted": Text(
        "A draft of its author: a bid is out until it is ready.",
        "Brouillon de son auteur\u00a0: une soumission est retirée tant que c’en est un.",
    ),
    "aimed-away": Text(
        "Aimed away from main by its author: a bid is out until it is back.",
        "Base changée par son auteur\u00a0: soumission retirée jusqu’à son retour.",
    ),
}
_RETURNED: Mapping[Act, Text] = {
    "reopened": Text("Reopened by its author.", "Rouverte par son auteur."),
    "ready": Text("Marked ready by its author.", "Marquée prête par son auteur."),
    "aimed-here": Text("Aimed at main by its author.", "Dirigée vers main par son auteur."),
}
_AS_DRAFT = Text("It is a draft.", "C’est un brouillon.")
# And behind a login: what somebody else did.
_FOREIGN = Text(
    "Another’s push: no receipt, bid unchanged.", "Push d’un tiers\u00a0: sans accusé, soumission inchangée."
)
_INCIDENTS: Mapping[Act, Text] = {
    "opened": Text("Opened by another: bid unchanged.", "Ouverte par un tiers\u00a0: soumission inchangée."),
    "pushed": Text("Another’s push: bid unchanged.", "Push d’un tiers\u00a0: soumission inchangée."),
    "aimed-here": Text(
        "Aimed at main by another: bid unchanged.", "Base changée par un tiers\u00a0: soumission inchangée."
    ),
    "aimed-away": Text(
        "Aimed away by another: bid unchanged.", "Base changée par un tiers\u00a0: soumission inchangée."
    ),
    "reopened": Text("Reopened by another: bid unchanged.", "Rouverte par un tiers\u00a0: soumission inchangée."),
    "ready": Text("Marked ready by another: bid unchanged.", "Marquée prête par un tiers\u00a0: soumission inchangée."),
    "closed": Text("Closed by another: bid unchanged.", "Fermée par un tiers\u00a0: soumission inchangée."),
    "drafted": Text(
        "Made a draft by another: bid unchanged.", "Mise en brouillon par un tiers\u00a0: soumission inchangée."
    ),
}

# To whoever runs the command.
_DONE: Mapping[Act, Text] = {
    "opened": Text("opened by {actor}", "ouverte par {actor}"),
    "pushed": Text("pushed to by {actor}", "modifiée par un push de {actor}"),
    "aimed-here": Text("aimed at main by {actor}", "dirigée vers main par {actor}"),
    "aimed-away": Text("aimed away from main by {actor}", "détournée de main par {actor}"),
    "reopened": Text("reopened by {actor}", "rouverte par {actor}"),
    "ready": Text("marked ready by {actor}", "marquée prête par {actor}"),
    "closed": Text("closed by {actor}", "fermée par {actor}"),
    "drafted": Text("made a draft by {actor}", "mise en brouillon par {actor}"),
}
_OPENED_AS_DRAFT = Text("opened as a draft by {actor}", "ouverte comme brouillon par {actor}")
_ROW = Text(
    "    {done}, its author, {instant} by GitHub’s clock", "    {done}, son auteur, {instant} selon l’horloge de GitHub"
)
_ROW_OF_OTHER = Text(
    "    {done}, {instant} by GitHub’s clock; its author is {author}",
    "    {done}, {instant} selon l’horloge de GitHub\u202f; son auteur est {author}",
)
_MEANS: Mapping[Kind, Text] = {
    "pushed-by-other": Text(
        "This is no receipt: a bid stays as its supplier left it.",
        "Ce n’est pas un accusé de réception\u00a0: une soumission reste telle que son fournisseur l’a laissée.",
    ),
    "withdrawn": Text(
        "Before the closing this withdraws a bid, but in no reverse auction; after it, nothing changes.",
        "Avant la clôture, c’est le retrait d’une soumission, sauf en enchère inversée\u202f; après, rien ne change.",
    ),
    "returned": Text(
        "Before the closing a bid is in again, as its supplier last pushed it; after it, nothing changes.",
        "Avant la clôture, une soumission est de nouveau présentée, telle que son fournisseur l’a poussée en "
        "dernier\u202f; après, rien ne change.",
    ),
    "incident": Text(
        "A bid stays as its supplier left it. This is an incident, and names who did it.",
        "Une soumission reste telle que son fournisseur l’a laissée. C’est un incident, et il nomme qui l’a causé.",
    ),
}
_MEANS_AS_DRAFT = Text(
    "It is a draft: no bid, unless somebody else made it one.",
    "C’est un brouillon, donc pas une soumission, sauf si quelqu’un d’autre en a fait un brouillon.",
)
_BACK: Mapping[Act, Text] = {
    "closed": Text(
        "What happens next: to bid after all, its author reopens it before the closing.",
        "La suite\u00a0: pour soumissionner malgré tout, son auteur la rouvre avant la clôture.",
    ),
    "drafted": Text(
        "What happens next: to bid, its author marks it ready for review before the closing.",
        "La suite\u00a0: pour soumissionner, son auteur la marque prête pour révision avant la clôture.",
    ),
    "aimed-away": Text(
        "What happens next: to bid after all, its author aims it at main again before the closing.",
        "La suite\u00a0: pour soumissionner malgré tout, son auteur la dirige de nouveau vers main avant la clôture.",
    ),
}
_NEXT: Mapping[Kind, Text] = {
    "pushed-by-other": Text(
        "What happens next: the check judges the head. For it to count as a bid, its supplier pushes it.",
        "La suite\u00a0: la vérification juge la tête. Pour qu’elle compte comme soumission, son fournisseur la "
        "pousse.",
    ),
    "returned": Text(
        "What happens next: whether it counts is decided at closing.",
        "La suite\u00a0: c’est à la clôture que se décide si elle compte.",
    ),
    "incident": Text(
        "What happens next: its supplier need do nothing. Where it was a mistake, whoever did it undoes it.",
        "La suite\u00a0: son fournisseur n’a rien à faire. Si c’était une erreur, qui l’a commise la défait.",
    ),
}


def description(came: PullAct, kind: Kind) -> str:
    """The words of a status in both languages, of 140 characters at most; its instant is in its name."""
    if kind == "received":
        return receipt()
    if kind == "withdrawn":
        return both(_WITHDRAWN[_withdrawn(came)])
    if kind == "returned":
        text = _RETURNED[came.act]
        return both(Text(*(f"{text[one]} {_AS_DRAFT[one]}" for one in LANGUAGES)) if came.draft else text)
    login = came.actor.login
    shown = login if len(login) <= _LONGEST_LOGIN else f"{login[: _LONGEST_LOGIN - 1]}…"
    return f"{shown} · {both(_FOREIGN if kind == 'pushed-by-other' else _INCIDENTS[came.act])}"


def lines(came: PullAct, kind: Kind, language: Language) -> Iterator[str]:
    """Who did what, what it means for a bid, and what happens next; of anything but a receipt."""
    done = _OPENED_AS_DRAFT if kind == "withdrawn" and came.act == "opened" else _DONE[came.act]
    row = _ROW if came.own else _ROW_OF_OTHER
    actor, author = _named(came.actor), _named(came.author)
    yield row[language].format(done=done[language].format(actor=actor), instant=came.instant, author=author)
    yield (_MEANS_AS_DRAFT if kind == "returned" and came.draft else _MEANS[kind])[language]
    yield (_BACK[_withdrawn(came)] if kind == "withdrawn" else _NEXT[kind])[language]


def _withdrawn(came: PullAct) -> Act:
    return "drafted" if came.act == "opened" else came.act


def _named(account: Account) -> str:
    return f"{account.login} (github:{account.id})"
