"""`board receive --github`: what is said of a head, once and before anything is judged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.checking import Ran
from tests.github.fake_github import TOKEN, FakeGitHub, Kind, serving
from tests.jobs.test_arrival import HEAD, OFFICER, event, pull

from board.cli.main import run
from board.render.statuses import receipt

RUN = "https://github.example/dex-mex/board/actions/runs/4711"

Board = Callable[..., Ran]


@pytest.fixture
def fake() -> Iterator[FakeGitHub]:
    """GitHub, with one repository."""
    with serving(FakeGitHub()) as served:
        yield served


@pytest.fixture
def board(
    fake: FakeGitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Board:
    """Runs the command on an event, in a folder that is no repository, with what a workflow sets."""
    monkeypatch.setenv("GITHUB_API_URL", fake.address)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setattr("time.sleep", lambda _: None)

    def ran(*words: str, data: bytes = event(), lang: str = "en") -> Ran:
        path = tmp_path / "event.json"
        path.write_bytes(data)
        code = run(["--root", str(tmp_path), "--lang", lang, "receive", "--github", "--event", str(path), *words])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        assert TOKEN not in printed.out + printed.err
        return Ran(code, printed.out, printed.err)

    return ran


def test_posts_one_receipt(fake: FakeGitHub, board: Board) -> None:
    """Its words, its link, its instant by GitHub's clock; asked again it says the same and posts nothing."""
    first, again = board("--run", RUN), board("--run", RUN)

    assert (first.code, again.code) == (0, 0)
    (status,) = fake.statuses[HEAD]
    assert {name: status[name] for name in ("context", "state", "description", "target_url")} == {
        "context": "board/received/4",
        "state": "success",
        "description": receipt(),
        "target_url": RUN,
    }
    told = (
        f"    pull request 4, head {HEAD}, 2026-09-10T16:00:01Z by GitHub’s clock\n"
        "What happens next: the check judges it. Whether it counts is decided at closing.\n"
    )
    assert first.out == "Received:\n" + told
    assert again.out == "Nothing was posted. The receipt stands:\n" + told


def test_says_it_in_french(board: Board) -> None:
    """The same, whole."""
    assert board(lang="fr").out == (
        "Reçue\u00a0:\n"
        f"    demande (pull request) 4, tête {HEAD}, 2026-09-10T16:00:01Z selon l’horloge de GitHub\n"
        "La suite\u00a0: la vérification la juge. C’est à la clôture que se décide si elle compte.\n"
    )


def test_tells_a_program(board: Board) -> None:
    """The form of every report, with no finding, since nothing is judged."""
    status = {"context": "board/received/4", "at": "2026-09-10T16:00:01Z"}
    told = {
        "ok": True,
        "findings": [],
        "receipt": {"pull": 4, "head": HEAD, **status},
        "act": {**ACT, "name": "opened", "own": True, "actor": {"login": "maple-works", "id": "github:901001"}},
    }

    for posted in (True, False):
        statuses = [{**status, "state": "success", "posted": posted}]
        assert board("--format", "json").report == {**told, "posted": posted, "statuses": statuses}


ACT = {
    "pull": 4,
    "head": HEAD,
    "at": "2026-09-15T17:59:00Z",
    "draft": False,
    "author": {"login": "maple-works", "id": "github:901001"},
}


def test_tells_a_program_whose_act_it_was(board: Board) -> None:
    """Of somebody else's there is no receipt; of what is none there is nothing."""
    closed = board("--format", "json", data=event(action="closed", sender=OFFICER)).report
    labelled = board("--format", "json", data=event(action="labeled")).report

    status = {"context": "board/incident/4/2026-09-15T17:59:00Z/closed", "state": "pending"}
    assert closed == {
        "ok": True,
        "findings": [],
        "receipt": None,
        "posted": True,
        "act": {**ACT, "name": "closed", "own": False, "actor": {"login": "a-tremblay", "id": "github:900012"}},
        "statuses": [{**status, "at": "2026-09-10T16:00:01Z", "posted": True}],
    }
    assert labelled == {"ok": True, "findings": [], "receipt": None, "posted": False, "act": None, "statuses": []}


def test_without_a_page_there_is_no_link(fake: FakeGitHub, board: Board) -> None:
    """The status links to the run only where one was given."""
    assert board().code == 0
    assert "target_url" not in fake.statuses[HEAD][0]


def test_a_thousand_edits_are_no_receipt(fake: FakeGitHub, board: Board) -> None:
    """An event that brings no head is not even asked about, with or without a token."""
    ran = board(data=event(action="edited", changes={"title": {"from": "x"}}))

    assert (ran.code, ran.out) == (0, "Nothing was posted: this event brings no head, and takes none back.\n")
    assert fake.calls == []


def test_the_same_head_in_two_pull_requests(fake: FakeGitHub, board: Board) -> None:
    """Each has its own receipt, with its own instant."""
    board()
    board(data=event(pull_request=pull(number=5)))

    assert fake.said(HEAD) == [("board/received/4", "success"), ("board/received/5", "success")]


def test_a_head_that_comes_back_keeps_its_first_receipt(fake: FakeGitHub, board: Board) -> None:
    """A, then B, then A again: the status of A tells of the first time alone, so that no instant is ever renewed."""
    other = pull(head={"sha": "b" * 40})
    board()
    board(data=event(action="synchronize", pull_request=other))

    back = board("--format", "json", data=event(action="synchronize")).report

    assert (back["posted"], back["receipt"]["at"]) == (False, "2026-09-10T16:00:01Z")


@pytest.mark.parametrize(
    ("fault", "en", "fr"),
    [
        (
            "403",
            "No receipt was posted: GitHub refused. POST /repos/dex-mex/board/statuses/{head}: "
            "403 Resource not accessible by integration",
            "Aucun accusé de réception n’a été publié\u00a0: GitHub a refusé. "
            "POST /repos/dex-mex/board/statuses/{head}\u00a0: 403 Resource not accessible by integration",
        ),
        (
            "503",
            "Nobody knows whether the receipt was posted. POST",
            "Nul ne sait si l’accusé de réception a été publié. POST",
        ),
        (
            "primary",
            "No receipt was posted, and GitHub asks for more",
            "Aucun accusé de réception n’a été publié, et GitHub",
        ),
        (
            "garbled",
            "Nobody knows whether the receipt was posted: GitHub’s",
            "Nul ne sait si l’accusé de réception a été publié\u00a0: la",
        ),
    ],
)
def test_what_went_wrong_is_said_in_both_languages(
    fake: FakeGitHub, board: Board, fault: Kind, en: str, fr: str
) -> None:
    """A failure is ours, and never a receipt: exit 2, one line, nothing on standard output."""
    for lang, said in (("en", en), ("fr", fr)):
        fake.fail(*[("POST", fault)] * (4 if fault == "503" else 1))
        ran = board(lang=lang)

        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith(said.format(head=HEAD))


def test_a_lost_answer_is_a_receipt(fake: FakeGitHub, board: Board) -> None:
    """What was done and not answered is found, and counted as posted."""
    fake.fail(("POST", "lost"))

    assert board("--format", "json").report["posted"]
    assert len(fake.statuses[HEAD]) == 1


def test_of_what_is_no_receipt_a_failure_says_so(fake: FakeGitHub, board: Board) -> None:
    """Nobody is told of a receipt that nobody wanted to post."""
    for lang, said in (
        ("en", "No status was posted: GitHub refused. POST"),
        ("fr", "Aucun statut n’a été publié\u00a0: GitHub a refusé. POST"),
    ):
        fake.fail(("POST", "403"))
        ran = board(lang=lang, data=event(action="closed"))

        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(said)


@pytest.mark.parametrize("name", ["GITHUB_API_URL", "GITHUB_TOKEN"])
def test_a_variable_that_is_not_set(board: Board, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It is named; an empty one, as a step without the right hands it on, is none."""
    monkeypatch.setenv(name, " ")

    ran = board()

    assert ran.code == 2
    assert ran.err.startswith(f"{name} is not set.")


def test_an_address_in_clear(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """The token is not sent."""
    monkeypatch.setenv("GITHUB_API_URL", "http://api.github.example")

    ran = board()

    assert ran.code == 2
    assert "GITHUB_API_URL is no address to send a token to: http://api.github.example" in ran.err


@pytest.mark.parametrize("data", [b"{", b'{"action": "opened"}', b'{"\x1b[2J": 1}'])
def test_a_file_that_is_no_event(fake: FakeGitHub, board: Board, data: bytes) -> None:
    """It is named, whatever it holds, and GitHub is not asked."""
    ran = board(data=data)

    assert (ran.code, ran.out, fake.calls) == (2, "", [])
    assert "event.json cannot be read as an event of a pull request: " in ran.err
    assert "\x1b" not in ran.err


def test_a_file_that_is_not_there(board: Board, tmp_path: Path) -> None:
    """The last one that is named counts, and is looked for."""
    ran = board("--event", str(tmp_path / "none.json"))

    assert ran.code == 2
    assert "none.json cannot be read" in ran.err


@pytest.mark.parametrize(("lang", "word"), [("en", "receipt the head"), ("fr", "accuser réception d’une")])
def test_help_is_in_both_languages(board: Board, capsys: pytest.CaptureFixture[str], lang: str, word: str) -> None:
    """With an example."""
    with pytest.raises(SystemExit) as stopped:
        board("--help", lang=lang)

    printed = capsys.readouterr().out
    assert stopped.value.code == 0
    assert word in printed
    assert "--github" in printed
    assert "board receive " in printed
