"""What a push to a host came to: the last line that its supplier or owner reads, in both languages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.cli.awarding import BID, award, board, files
from tests.hosts import Host, hosted
from tests.worlds import FOLDER, REF, bids_on_branches

BRANCH = f"refs/heads/bids/maple-works/{REF}"
DATA = bids_on_branches()["maple-works"]
DEAR = DATA.replace(b'"1950.00"', b'"950000.00"')
LATE = "2026-09-15T14:00:01-04:00"
REQUEST = f"{FOLDER}/opportunity.yml"


@pytest.fixture
def made(tmp_path: Path) -> Host:
    """A host while bids are taken."""
    return hosted(tmp_path)


def pushed(made: Host, refspec: str, language: str) -> list[str]:
    """What is read of a push that is taken in, without what Git says."""
    done = made.push(refspec, options=(f"lang={language}",))
    assert done.code == 0, done.said
    said = done.said.splitlines()
    return said[: next(n for n, line in enumerate(said) if line.startswith("To "))]


def head(made: Host, changed: Mapping[str | bytes, bytes | None]) -> str:
    """A commit on main."""
    return made.world.commit(made.world.tree(changed, "main"), ["main"])


VERDICTS = {
    "good": ("Nothing is wrong.", "Rien à redire."),
    "dear": (
        "1 error, 0 warnings. As it is, this bid does not count: mend the errors, and push it again before the "
        "closing.",
        "1 erreur, 0 avertissement. Telle quelle, cette soumission ne compte pas\u00a0: corrigez les erreurs, puis "
        "poussez-la de nouveau avant la clôture.",
    ),
    "late": (
        "1 error, 0 warnings. The closing is past, and this push changes nothing.",
        "1 erreur, 0 avertissement. La clôture est passée\u202f; ce push n’y change rien.",
    ),
    "gone": (
        "No bid of maple-works counts any more, until one is pushed.",
        "Aucune soumission de maple-works ne compte plus, tant qu’aucune n’est poussée.",
    ),
}


@pytest.mark.parametrize(("number", "language"), [(0, "en"), (1, "fr")])
def test_the_last_line_says_what_becomes_of_a_bid(made: Host, number: int, language: str) -> None:
    """A good one, one to mend, one that was taken back in either way, and whatever comes behind the closing."""
    last = {
        "good": pushed(made, f"+{head(made, {BID: DATA})}:{BRANCH}", language),
        "dear": pushed(made, f"+{head(made, {BID: DEAR})}:{BRANCH}", language),
        "gone": pushed(made, f"+{head(made, {'NOTES.md': b'x'})}:{BRANCH}", language),
    }
    taken_back = pushed(made, f":{BRANCH}", language)
    made.at(LATE)
    last["late"] = pushed(made, f"+{head(made, {BID: DATA})}:{BRANCH}", language)
    without = pushed(made, f"+{head(made, {'NOTES.md': b'x'})}:{BRANCH}", language)
    too_late = pushed(made, f":{BRANCH}", language)

    assert {name: said[-1].strip() for name, said in last.items()} == {
        name: texts[number] for name, texts in VERDICTS.items()
    }
    assert taken_back[-1] == last["gone"][-1]
    assert without[-1] == too_late[-1] == last["late"][-1]
    assert "LOG121" in "".join(without)


def test_a_branch_without_a_bid_is_told_where_one_belongs(made: Host) -> None:
    """By its whole path, which a typing error has missed."""
    said = pushed(made, f"{head(made, {f'{FOLDER}/bids/maple-work.yml': DATA})}:{BRANCH}", "en")

    assert said[1] == f"Received, without a bid: the branch of maple-works has no file {BID}."
    assert "Nothing is wrong." not in "".join(said)


def test_whoever_decides_is_not_told_to_mend_the_bid(made: Host) -> None:
    """Nothing in the file makes a bid of the organization’s own people count."""
    data = DATA.replace(b'bidder: "maple-works"', b'bidder: "a-tremblay"')
    said = pushed(made, f"{head(made, {f'{FOLDER}/bids/a-tremblay.yml': data})}:refs/heads/bids/a-tremblay/{REF}", "en")

    assert said[-1].strip() == "1 error, 0 warnings. This bid does not count."


def test_what_was_pushed_too_early_counts_once_it_is_pushed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its arrival after the opening, though the same bytes had come before, which the first push said."""
    made = hosted(tmp_path, now="2026-09-08T08:59:59-04:00")
    early = pushed(made, f"{head(made, {BID: DATA})}:{BRANCH}", "en")
    made.at("2026-09-08T09:00:00-04:00")
    again = made.world.commit(made.world.tree({BID: DATA}, "main"), ["main"], message="Again")
    right = pushed(made, f"+{again}:{BRANCH}", "en")

    closed = board(capsys, made.root, "close", REF, "--now", "2026-09-16T10:00:00-04:00")

    assert early[-1].strip() == (
        "1 error, 0 warnings. It came too early to count: once bids are taken, commit it anew, and push that."
    )
    assert right[-1].strip() == "Nothing is wrong."
    assert "maple-works, received September 8, 2026, 9:00\u00a0a.m. EDT" in closed.out
    assert award(capsys, made.root).code == 0
    assert board(capsys, made.root, "verify").code == 0


def test_the_second_push_while_a_clock_is_back_is_warned_too(made: Host) -> None:
    """It stands in the same doubt as the first; once the clock is right again, nobody is warned."""
    made.at(LATE)
    made.bid("northbit")
    made.at("2026-09-15T13:59:30-04:00")

    first, second, gone = (
        pushed(made, f"+{refspec}", "en")
        for refspec in (f"{head(made, {BID: DATA})}:{BRANCH}", f"{head(made, {BID: DEAR})}:{BRANCH}", f":{BRANCH}")
    )
    made.at("2026-09-15T14:00:02-04:00")
    right = pushed(made, f"{head(made, {BID: DATA})}:{BRANCH}", "en")

    assert ["LOG231" in "".join(said) for said in (first, second, gone, right)] == [True, True, True, False]
    assert gone[-1].strip() == "Nothing stops it; 1 warning."


POSTINGS = {
    "ready": (
        f"Taken in: the posting of m-singh for {REF}. It is on main once its approver runs: board post {REF} --as …",
        "Nothing is wrong.",
    ),
    "not-ready": (
        f"Kept, not ready yet: the posting of m-singh for {REF}. It cannot be approved before the errors are mended "
        "and it is pushed again.",
        "1 error, 0 warnings. Mend the errors, and push it again.",
    ),
    "nothing": (
        f"Kept, but nothing to approve: what m-singh pushed for {REF} posts and amends nothing.",
        "Nothing is wrong.",
    ),
}


POSTINGS_FR = {
    "ready": f"Reçu\u00a0: l’occasion de m-singh pour {REF}. Elle sera sur main dès que la personne qui l’approuve "
    f"lancera\u00a0: board post {REF} --as …",
    "not-ready": f"Conservée, pas encore prête\u00a0: l’occasion de m-singh pour {REF}. Elle ne peut être approuvée "
    "avant que les erreurs soient corrigées et qu’elle soit poussée de nouveau.",
    "nothing": f"Conservé, mais rien à approuver\u00a0: ce que m-singh a poussé pour {REF} ne publie ni ne modifie "
    "rien.",
}


@pytest.mark.parametrize(
    ("state", "path", "old", "new"),
    [
        ("ready", REQUEST, b"", b""),
        ("not-ready", REQUEST, b'amount: "2400.00"', b'amount: "0.00"'),
        ("nothing", "NOTES.md", b"", b""),
    ],
)
def test_a_posting_is_said_to_wait_for_its_approver_where_it_can_be_approved(
    tmp_path: Path, state: str, path: str, old: bytes, new: bytes
) -> None:
    """With errors, or without anything to post, `board post` would refuse it, and the push says so."""
    before = {name: data for name, data in files().items() if name != REQUEST}
    made = hosted(tmp_path, now="2026-09-08T08:12:00-04:00", board=before)
    sent = made.world.change(
        {path: files()[REQUEST].replace(old, new) if old else files()[REQUEST]},
        email="m-singh@users.noreply.example.invalid",
    )

    said = pushed(made, f"{sent}:refs/heads/posts/m-singh/{REF}", "en")

    assert (said[0], said[-1].strip()) == POSTINGS[state]
    assert said[1] == POSTINGS_FR[state]
