"""`board receive --github`, one minute before the closing: what becomes of a pull request that somebody touches."""

from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_receive_github import Board, board, fake
from tests.github.fake_github import FakeGitHub
from tests.jobs.test_arrival import AUTHOR, ELSEWHERE, HEAD, OFFICER, aimed, event, pull

__all__ = ["board", "fake"]

AT = "2026-09-15T17:59:00Z"

ACTS: dict[str, dict[str, Any]] = {
    "closed": {"action": "closed"},
    "drafted": {"action": "converted_to_draft", "pull_request": pull(draft=True)},
    "aimed-away": {"action": "edited", "changes": aimed("main"), "pull_request": ELSEWHERE},
    "pushed": {"action": "synchronize"},
    "reopened": {"action": "reopened"},
    "ready": {"action": "ready_for_review"},
    "aimed-here": {"action": "edited", "changes": aimed("draft")},
}
BACK = ("reopened", "ready", "aimed-here")

DECIDED = ("whether it counts is decided at closing.", "c’est à la clôture que se décide si elle compte.")

# What was done, as the status says it of another, and as the command prints it, each in both languages.
OTHERS = [
    ("closed", "Closed by another", "Fermée par un tiers", "closed by", "fermée par"),
    (
        "drafted",
        "Made a draft by another",
        "Mise en brouillon par un tiers",
        "made a draft by",
        "mise en brouillon par",
    ),
    (
        "aimed-away",
        "Aimed away by another",
        "Base changée par un tiers",
        "aimed away from main by",
        "détournée de main par",
    ),
    ("pushed", "Another’s push", "Push d’un tiers", "pushed to by", "modifiée par un push de"),
    ("reopened", "Reopened by another", "Rouverte par un tiers", "reopened by", "rouverte par"),
    ("ready", "Marked ready by another", "Marquée prête par un tiers", "marked ready by", "marquée prête par"),
    (
        "aimed-here",
        "Aimed at main by another",
        "Base changée par un tiers",
        "aimed at main by",
        "dirigée vers main par",
    ),
]
# The status, what was done, and what happens next, each in both languages.
OWN = [
    (
        "closed",
        "Closed by its author: a bid is out until it is reopened.",
        "Fermée par son auteur\u00a0: une soumission est retirée jusqu’à la réouverture.",
        "to bid after all, its author reopens it before the closing.",
        "pour soumissionner malgré tout, son auteur la rouvre avant la clôture.",
    ),
    (
        "drafted",
        "A draft of its author: a bid is out until it is ready.",
        "Brouillon de son auteur\u00a0: une soumission est retirée tant que c’en est un.",
        "to bid, its author marks it ready for review before the closing.",
        "pour soumissionner, son auteur la marque prête pour révision avant la clôture.",
    ),
    (
        "aimed-away",
        "Aimed away from main by its author: a bid is out until it is back.",
        "Base changée par son auteur\u00a0: soumission retirée jusqu’à son retour.",
        "to bid after all, its author aims it at main again before the closing.",
        "pour soumissionner malgré tout, son auteur la dirige de nouveau vers main avant la clôture.",
    ),
    ("reopened", "Reopened by its author.", "Rouverte par son auteur.", *DECIDED),
    ("ready", "Marked ready by its author.", "Marquée prête par son auteur.", *DECIDED),
    ("aimed-here", "Aimed at main by its author.", "Dirigée vers main par son auteur.", *DECIDED),
]

HEADS = {"en": f"    pull request 4, head {HEAD}\n", "fr": f"    demande (pull request) 4, tête {HEAD}\n"}
RECORDED = {"en": "Recorded:\n" + HEADS["en"], "fr": "Consigné\u00a0:\n" + HEADS["fr"]}
STANDS = {
    "en": "Nothing was posted. It is recorded already:\n" + HEADS["en"],
    "fr": "Rien n’a été publié. C’est déjà consigné\u00a0:\n" + HEADS["fr"],
}
RECEIPT_STANDS = {
    "en": "Nothing was posted. The receipt stands:\n"
    f"    pull request 4, head {HEAD}, 2026-09-10T16:00:01Z by GitHub’s clock\n",
    "fr": "Rien n’a été publié. L’accusé de réception est déjà publié\u00a0:\n"
    f"    demande (pull request) 4, tête {HEAD}, 2026-09-10T16:00:01Z selon l’horloge de GitHub\n",
}
BY_OTHER = {
    "en": f" a-tremblay (github:900012), {AT} by GitHub’s clock; its author is maple-works (github:901001)\n",
    "fr": f" a-tremblay (github:900012), {AT} selon l’horloge de GitHub\u202f; "
    "son auteur est maple-works (github:901001)\n",
}
INCIDENT = {
    "en": "A bid stays as its supplier left it. This is an incident, and names who did it.\n"
    "What happens next: its supplier need do nothing. Where it was a mistake, whoever did it undoes it.\n",
    "fr": "Une soumission reste telle que son fournisseur l’a laissée. C’est un incident, et il nomme qui l’a causé.\n"
    "La suite\u00a0: son fournisseur n’a rien à faire. Si c’était une erreur, qui l’a commise la défait.\n",
}
BY_AUTHOR = {
    "en": f" maple-works (github:901001), its author, {AT} by GitHub’s clock\n",
    "fr": f" maple-works (github:901001), son auteur, {AT} selon l’horloge de GitHub\n",
}
WITHDRAWN = {
    "en": "Before the closing this withdraws a bid, but in no reverse auction; after it, nothing changes.\n",
    "fr": "Avant la clôture, c’est le retrait d’une soumission, sauf en enchère inversée\u202f; "
    "après, rien ne change.\n",
}
RETURNED = {
    "en": "Before the closing a bid is in again, as its supplier last pushed it; after it, nothing changes.\n",
    "fr": "Avant la clôture, une soumission est de nouveau présentée, telle que son fournisseur l’a poussée en dernier"
    "\u202f; après, rien ne change.\n",
}
NEXT = {"en": "What happens next: ", "fr": "La suite\u00a0: "}


@pytest.mark.parametrize(("act", "en", "fr", "done", "fait"), OTHERS)
def test_what_somebody_else_does_is_an_incident(
    fake: FakeGitHub, board: Board, act: str, en: str, fr: str, done: str, fait: str
) -> None:
    """The receipt stands, nothing is withdrawn, and who did it stands beside it; run again, it is the same."""
    board()
    data = event(**ACTS[act], sender=OFFICER)

    first, again, french = board(data=data), board(data=data), board(data=data, lang="fr")

    assert (first.code, again.code, french.code) == (0, 0, 0)
    assert fake.said(HEAD) == [("board/received/4", "success"), (f"board/incident/4/{AT}/{act}", "pending")]
    assert fake.statuses[HEAD][1]["description"] == (
        f"a-tremblay · {en}: bid unchanged. / {fr}\u00a0: soumission inchangée."
    )
    told = f"    {done}" + BY_OTHER["en"] + INCIDENT["en"]
    assert (first.out, again.out) == (RECORDED["en"] + told, STANDS["en"] + told)
    assert french.out == STANDS["fr"] + f"    {fait}" + BY_OTHER["fr"] + INCIDENT["fr"]


DONE = {act: (done, fait) for act, _, _, done, fait in OTHERS}


@pytest.mark.parametrize(("act", "en", "fr", "following", "suite"), OWN)
def test_what_its_author_does_is_told(
    fake: FakeGitHub, board: Board, act: str, en: str, fr: str, following: str, suite: str
) -> None:
    """Taken back or brought back, beside the receipt; run again, it is the same."""
    board()
    data = event(**ACTS[act])

    first, again, french = board(data=data), board(data=data), board(data=data, lang="fr")

    assert (first.code, again.code, french.code) == (0, 0, 0)
    kind = "returned" if act in BACK else "withdrawn"
    assert fake.said(HEAD) == [("board/received/4", "success"), (f"board/{kind}/4/{AT}/{act}", "success")]
    assert fake.statuses[HEAD][1]["description"] == f"{en} / {fr}"
    before, means = (RECEIPT_STANDS, RETURNED) if act in BACK else ({"en": "", "fr": ""}, WITHDRAWN)
    done, fait = DONE[act]
    told = f"    {done}" + BY_AUTHOR["en"] + means["en"] + NEXT["en"] + following + "\n"
    assert (first.out, again.out) == (before["en"] + RECORDED["en"] + told, before["en"] + STANDS["en"] + told)
    assert french.out == (
        before["fr"] + STANDS["fr"] + f"    {fait}" + BY_AUTHOR["fr"] + means["fr"] + NEXT["fr"] + suite + "\n"
    )


def test_a_head_that_somebody_else_pushed_has_no_receipt(fake: FakeGitHub, board: Board) -> None:
    """A new commit on the supplier's branch: it is named for who pushed it, and the run of it again says the same."""
    data = event(action="synchronize", sender=OFFICER)

    first, again, french = board(data=data), board(data=data), board(data=data, lang="fr")

    assert (first.code, again.code, french.code) == (0, 0, 0)
    (status,) = fake.statuses[HEAD]
    assert {name: status[name] for name in ("context", "state", "description")} == {
        "context": "board/pushed-by-other/4",
        "state": "error",
        "description": "a-tremblay · Another’s push: no receipt, bid unchanged. / "
        "Push d’un tiers\u00a0: sans accusé, soumission inchangée.",
    }
    en = (
        "    pushed to by" + BY_OTHER["en"] + "This is no receipt: a bid stays as its supplier left it.\n"
        "What happens next: the check judges the head. For it to count as a bid, its supplier pushes it.\n"
    )
    assert (first.out, again.out) == (RECORDED["en"] + en, STANDS["en"] + en)
    assert french.out == STANDS["fr"] + "    modifiée par un push de" + BY_OTHER["fr"] + (
        "Ce n’est pas un accusé de réception\u00a0: une soumission reste telle que son fournisseur l’a laissée.\n"
        "La suite\u00a0: la vérification juge la tête. Pour qu’elle compte comme soumission, son fournisseur la "
        "pousse.\n"
    )


@pytest.mark.parametrize("act", BACK)
def test_who_opens_it_again_has_not_pushed_it(fake: FakeGitHub, board: Board, act: str) -> None:
    """Its author brings the pull request back with somebody else's head: no receipt till its author pushes."""
    board(data=event(action="synchronize", sender=OFFICER))

    board(data=event(**ACTS[act]))
    before = fake.said(HEAD)
    board(data=event(action="synchronize"))

    assert before == [("board/pushed-by-other/4", "error"), (f"board/returned/4/{AT}/{act}", "success")]
    assert fake.said(HEAD)[2:] == [("board/received/4", "success")]


@pytest.mark.parametrize("act", BACK)
def test_a_head_that_comes_back_without_a_receipt_gets_one(fake: FakeGitHub, board: Board, act: str) -> None:
    """It was pushed while nobody was told of it; the receipt comes first."""
    assert board(data=event(**ACTS[act])).out.startswith("Received:\n")
    assert fake.said(HEAD) == [("board/received/4", "success"), (f"board/returned/4/{AT}/{act}", "success")]


def test_aimed_at_main_by_somebody_else_it_has_no_receipt(fake: FakeGitHub, board: Board) -> None:
    """Nor is the head said to be somebody else's: its author may have pushed it, and may still bring it."""
    board(data=event(**ACTS["aimed-here"], sender=OFFICER))
    board(data=event(**ACTS["aimed-here"], pull_request=pull(updated_at="2026-09-15T17:59:30Z")))

    assert fake.said(HEAD) == [
        (f"board/incident/4/{AT}/aimed-here", "pending"),
        ("board/received/4", "success"),
        ("board/returned/4/2026-09-15T17:59:30Z/aimed-here", "success"),
    ]


def test_a_draft_is_received_and_is_no_bid_yet(fake: FakeGitHub, board: Board) -> None:
    """Opened as a draft, and closed and opened again as one; what a draft is stands beside the receipt."""
    opened = board(data=event(pull_request=pull(draft=True)))
    again = board(data=event(action="reopened", pull_request=pull(draft=True)), lang="fr")

    assert fake.said(HEAD) == [
        ("board/received/4", "success"),
        (f"board/withdrawn/4/{AT}/drafted", "success"),
        (f"board/returned/4/{AT}/reopened-as-draft", "success"),
    ]
    assert [status["description"] for status in fake.statuses[HEAD][1:]] == [
        f"{OWN[1][1]} / {OWN[1][2]}",
        "Reopened by its author. It is a draft. / Rouverte par son auteur. C’est un brouillon.",
    ]
    assert opened.out == (
        f"Received:\n    pull request 4, head {HEAD}, 2026-09-10T16:00:01Z by GitHub’s clock\n"
        + RECORDED["en"]
        + "    opened as a draft by"
        + BY_AUTHOR["en"]
        + WITHDRAWN["en"]
        + NEXT["en"]
        + "to bid, its author marks it ready for review before the closing.\n"
    )
    assert again.out == (
        RECEIPT_STANDS["fr"]
        + RECORDED["fr"]
        + "    rouverte par"
        + BY_AUTHOR["fr"]
        + "C’est un brouillon, donc pas une soumission, sauf si quelqu’un d’autre en a fait un brouillon.\n"
        + NEXT["fr"]
        + "c’est à la clôture que se décide si elle compte.\n"
    )


def test_a_merge_is_nobodys_act(fake: FakeGitHub, board: Board) -> None:
    """A pull request that an award merged is closed by it; the twin that was not merged is told."""
    merged = board(data=event(action="closed", pull_request=pull(merged=True), sender=OFFICER))

    assert (merged.code, merged.out) == (0, "Nothing was posted: this event brings no head, and takes none back.\n")
    assert fake.calls == []
    board(data=event(action="closed", sender=OFFICER))
    assert fake.said(HEAD) == [(f"board/incident/4/{AT}/closed", "pending")]


@pytest.mark.parametrize(
    ("sender", "context"),
    [
        ({**AUTHOR, "login": "maple-works-inc"}, f"board/withdrawn/4/{AT}/closed"),
        ({**AUTHOR, "id": 7}, f"board/incident/4/{AT}/closed"),
    ],
)
def test_a_login_is_nobody(fake: FakeGitHub, board: Board, sender: dict[str, Any], context: str) -> None:
    """Who changed theirs withdraws; who has taken it over does not."""
    ran = board(data=event(action="closed", sender=sender))

    assert [name for name, _ in fake.said(HEAD)] == [context]
    assert f"closed by {sender['login']} (github:{sender['id']})" in ran.out


def test_who_did_it_must_be_known(fake: FakeGitHub, board: Board) -> None:
    """Without a sender nothing is said, neither a receipt nor a withdrawal."""
    for action in ("synchronize", "closed"):
        ran = board(data=event(action=action, sender=None))
        assert (ran.code, ran.out, fake.calls) == (2, "", [])
        assert ran.err.endswith("event.json cannot be read as an event of a pull request: 'sender'\n")


def test_two_acts_of_one_second_are_two(fake: FakeGitHub, board: Board) -> None:
    """And the same act at another instant is another."""
    for changed in (
        ACTS["closed"],
        ACTS["drafted"],
        {"action": "closed", "pull_request": pull(updated_at="2026-09-15T17:59:01Z")},
    ):
        board(data=event(**changed, sender=OFFICER))

    assert len({name for name, _ in fake.said(HEAD)}) == 3


def test_the_workflow_is_told_whether_to_judge(board: Board, tmp_path: Path) -> None:
    """A head that came, of whomever; not what was closed, nor what somebody else pushed and its author opens again."""
    path = tmp_path / "outputs"
    for changed in (
        {},
        {**ACTS["closed"]},
        {**ACTS["pushed"], "sender": OFFICER},
        ACTS["reopened"],
        {"action": "labeled"},
    ):
        board("--outputs", str(path), data=event(**changed))
    board("--outputs", str(path), data=event(action="closed", sender=None))

    # The head of `{}` is receipted, so that it is its author's whoever pushed it again.
    assert path.read_text() == "judge=true\njudge=false\njudge=true\njudge=true\njudge=false\n"
