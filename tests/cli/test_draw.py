"""`board draw` and `board rank` on a real repository, as two people run them."""

import hashlib
from pathlib import Path

import pytest
from tests.cli.awarding import board, said
from tests.cli.sealed_purchase import keep_secret
from tests.jobs.drawn import DEADLINE, evaluation, purchase
from tests.jobs.purchase import AT
from tests.memory import Memory
from tests.state.drawings import SECRETS
from tests.worlds import REF, World, empty_world, grow

from board.model.log import Evaluated
from board.model.reference import closing_tag
from board.model.snapshot import MAIN
from board.state.ledger.log import segments, write_log

KEYS = "dex-mex.2026.date-filter.json"
NOW = ("--now", AT.isoformat())
LATER = ("--now", DEADLINE.isoformat())


def real(root: Path, memory: Memory, folder: Path) -> World:
    """The purchase in a real repository, evaluated in *folder*."""
    made = empty_world(root)
    grow(made, memory.tree(MAIN))
    tag = memory.tag(closing_tag(REF))
    assert tag
    tree: dict[str | bytes, bytes | None] = {}
    tree.update(memory.tree(tag.target))
    closed = made.commit(made.tree(tree))
    made.git("-c", "user.name=x", "-c", "user.email=x@y.invalid", "tag", "-a", "-m", "Close", closing_tag(REF), closed)
    folder.mkdir()
    data = evaluation(memory)
    (folder / "evaluation.yml").write_bytes(data)
    done = Evaluated("m-singh", hashlib.sha256(data).hexdigest())
    grow(made, dict(segments(write_log((), AT, REF, [done]))), "receipts")
    return made


@pytest.fixture
def made(tmp_path: Path) -> World:
    """Closed, evaluated, and nothing drawn."""
    for who in ("m-singh", "a-tremblay"):
        keep_secret(tmp_path / who, REF, who, SECRETS[who])
    return real(tmp_path / "board", purchase(), tmp_path / "folder")


def shown(capsys: pytest.CaptureFixture[str], made: World, who: str, *words: str, lang: str = "en") -> list[str]:
    """What is printed, without the line of a trial board, when somebody shows a secret."""
    keys = str(made.root.parent / who)
    ran = board(capsys, made.root, "draw", REF, "--as", who, "--keys", keys, *(words or NOW), lang=lang)
    assert ran.code == 0
    return ran.out.splitlines()[1:]


FIRST = {
    "en": [
        "Shown, in line 2 of the log.",
        "Draw 1 waits for a-tremblay.",
        "From September 18, 2026, 10:05\u00a0a.m. EDT on, whoever has shown a secret may give it up with --void.",
    ],
    "fr": [
        "Dévoilé, à la ligne 2 du registre.",
        "Le tirage 1 attend a-tremblay.",
        "À partir du 18 septembre 2026, 10\u00a0h\u00a005 HAE, qui a dévoilé son secret peut l’abandonner avec --void.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_two_people_draw(made: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Whole, in both languages, and a second time as a reply that was lost."""
    first = shown(capsys, made, "m-singh", lang=lang)
    last = shown(capsys, made, "a-tremblay", lang=lang)
    again = shown(capsys, made, "a-tremblay", lang=lang)

    assert first == FIRST[lang]
    assert last == said("drawn", lang).splitlines()[1:]
    assert again[1:] == last[1:]
    assert made.git("rev-list", "--count", "receipts") == "3"
    assert made.git("log", "-1", "--format=%an", "receipts") == "a-tremblay"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_ranking_explains_itself(made: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Every bid, what it came to, and why one is first, whole."""
    words = ("rank", REF, "--folder", str(made.root.parent / "folder"), *NOW)
    before = board(capsys, made.root, *words, lang=lang)
    shown(capsys, made, "m-singh")
    shown(capsys, made, "a-tremblay")

    after = board(capsys, made.root, *words, lang=lang)

    assert before.code == after.code == 0
    assert before.out.splitlines()[-1].endswith(f"board draw {REF}")
    assert after.out == said("ranked", lang)


def test_a_program_reads_the_same(made: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Draw and ranking beside the findings."""
    waits = board(
        capsys, made.root, "draw", REF, "--as", "m-singh", "--secret", SECRETS["m-singh"], *NOW, "--format", "json"
    )
    shown(capsys, made, "a-tremblay")
    ranked = board(
        capsys, made.root, "rank", REF, "--folder", str(made.root.parent / "folder"), *NOW, "--format", "json"
    )

    assert waits.report["ok"] is True
    assert waits.report["line"] == 2
    assert waits.report["draw"] == {
        "number": 1,
        "waits_for": "secrets",
        "people": ["a-tremblay"],
        "until": DEADLINE.isoformat(),
    }
    ranking = ranked.report["ranking"]
    assert ranking["selected"] == [ranking["bids"][0]["bidder"]]
    assert (ranking["draw_needed"], ranking["closed"], ranking["undecided"]) == (False, True, [])
    assert [bid["passes"] for bid in ranking["bids"]] == [True, True, False]
    assert ranking["bids"][0]["criteria"] == [{"id": "plan", "passed": True, "score": None}]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_draw_is_given_up(made: World, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Two business days later, by who has shown; and once."""
    shown(capsys, made, "m-singh")
    early = board(capsys, made.root, "draw", REF, "--as", "m-singh", "--void", *NOW, lang=lang)
    void = shown(capsys, made, "m-singh", "--void", *LATER, lang=lang)
    again = shown(capsys, made, "m-singh", "--void", *LATER, lang=lang)

    assert early.code == 1
    assert "LOG176" in early.out
    assert void == VOID[lang]
    assert again == [STANDS[lang], *void[1:]]


VOID = {
    "en": [
        "Given up, in line 3 of the log.",
        "Draw 2 waits for the commitments of two people, before anybody shows a secret.",
    ],
    "fr": [
        "Abandonné, à la ligne 3 du registre.",
        "Le tirage 2 attend les engagements de deux personnes, avant que quiconque dévoile un secret.",
    ],
}
STANDS = {
    "en": "Nothing was written: the log says it already.",
    "fr": "Rien n’a été écrit\u00a0: le registre le dit déjà.",
}

# What is asked wrongly, and what is said of it in both languages.
MISUSES = [
    (
        ("draw", REF, "--as", "m-singh", "--keys", "/nowhere"),
        "No secret of draw 1 is kept here: name the folder with --keys, or give it with --secret.",
        "Aucun secret du tirage 1 n’est gardé ici\u00a0: nommez le dossier avec --keys, ou donnez-le avec --secret.",
    ),
    (
        ("draw", REF, "--as", "m-singh", "--secret", "AA" * 32),
        f"“{'AA' * 32}” is not 64 digits from 0 to f",
        f"«\u00a0{'AA' * 32}\u00a0» n’est pas 64 chiffres de 0 à f",
    ),
    (
        ("rank", REF, "--folder", "nowhere"),
        "nowhere is no folder.",
        "nowhere n’est pas un dossier.",
    ),
]


@pytest.mark.parametrize(("words", "en", "fr"), MISUSES)
def test_wrong_use_is_explained(
    made: World, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], en: str, fr: str
) -> None:
    """With exit code 2, and nothing written."""
    for lang, said_ in (("en", en), ("fr", fr)):
        ran = board(capsys, made.root, *words, *NOW, lang=lang)
        assert (ran.code, ran.err.strip()) == (2, said_)
    assert made.git("rev-list", "--count", "receipts") == "1"


@pytest.mark.parametrize("told", ["no JSON", "[]", '{"secrets": {"one": 1}}', '{"secrets": []}'])
def test_keys_that_are_none_are_named(
    made: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], told: str
) -> None:
    """Whatever stands there."""
    path = keep_secret(tmp_path / "odd", REF, "m-singh", SECRETS["m-singh"])
    path.write_text(told, "utf-8")

    ran = board(capsys, made.root, "draw", REF, "--as", "m-singh", "--keys", str(path.parent), *NOW)

    assert (ran.code, f"{path} is no file of keys" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("of", "mode", "said"), [("a-tremblay", 0o600, "of a-tremblay"), ("m-singh", 0o644, "chmod 600")]
)
def test_a_secret_that_is_not_ones_own_alone_is_not_shown(
    made: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], of: str, mode: int, said: str
) -> None:
    """Neither another person's, nor one that others may have read."""
    path = keep_secret(tmp_path / "odd", REF, of, SECRETS[of])
    path.chmod(mode)

    ran = board(capsys, made.root, "draw", REF, "--as", "m-singh", "--keys", str(path.parent), *NOW)

    assert (ran.code, said in ran.err) == (2, True)
    assert made.git("rev-list", "--count", "receipts") == "1"
