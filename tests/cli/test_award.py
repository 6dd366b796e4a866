"""`board award`, as a person runs it and as a program does."""

import json
from pathlib import Path

import pytest
from tests.cli.awarding import (
    AWARD,
    BID,
    NOW,
    ORGANIZATION,
    TAG,
    award,
    board,
    files,
    purchase,
    purchase_in_a_work_tree,
    said,
)
from tests.worlds import REF, bids_on_branches, board_files, git, world

STANDS = {
    "en": ("Nothing was written. The award stands:", "Awarded:"),
    "fr": ("Rien n’a été écrit. L’attribution est faite\u00a0:", "Attribué\u00a0:"),
}


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_what_was_awarded_and_what_happens_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """Whole, and a second time as a reply that was lost."""
    made = purchase(tmp_path / "board")

    first, second = award(capsys, made.root, lang=lang), award(capsys, made.root, lang=lang)

    assert (first.code, first.err) == (0, "")
    assert first.out == said("awarded", lang, commit=made.git("rev-parse", "main"))
    assert second.code == 0
    told = "\n".join(said("awarded", lang, commit="").split("\n")[:7]) + "\n"
    assert second.out == told.replace(STANDS[lang][1], STANDS[lang][0], 1)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Everything that stands against it at once, each with its place and its page; nothing is written."""
    made = purchase(tmp_path / "board")
    before = made.git("for-each-ref")

    ran = board(capsys, made.root, "award", REF, "--as", "somebody", "--now", "2026-09-15T13:00:00-04:00", lang=lang)

    assert (ran.code, ran.out) == (1, said("award-refused", lang))
    assert made.git("for-each-ref") == before


def test_writes_the_award_of_the_specimen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the bids on their branches; what differs is the clock, which was given, and the address of the schema."""
    made = purchase(tmp_path / "board")

    award(capsys, made.root)

    worked = board_files()[AWARD].decode().replace("example.invalid/schema/", "example.invalid/board/schema/")
    assert made.git("show", f"main:{AWARD}") + "\n" == worked.replace('clock: "machine"', 'clock: "given"')
    assert made.git("diff", "--name-status", "main^", "main").split() == ["A", AWARD, "A", BID]
    assert made.git("rev-parse", "main^2") == made.git("rev-parse", f"bids/maple-works/{REF}")
    assert made.git("cat-file", "-t", f"refs/tags/{TAG}") == "tag"


def test_the_work_tree_follows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where main is checked out the award lies in the folder, and nothing is left to commit."""
    root = purchase_in_a_work_tree(tmp_path / "board")

    assert award(capsys, root).code == 0

    assert (root / AWARD).is_file()
    assert (root / BID).is_file()
    assert git(root, "status", "--porcelain") == ""
    assert award(capsys, root).out.splitlines()[1] == STANDS["en"][0]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_files_in_the_way_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """Nothing is overwritten and nothing is written."""
    root = purchase_in_a_work_tree(tmp_path / "board")
    (root / AWARD).parent.mkdir(parents=True)
    (root / AWARD).write_text("mine")

    ran = award(capsys, root, lang=lang)

    assert (ran.code, ran.out) == (2, "")
    assert AWARD in ran.err
    assert (root / AWARD).read_text() == "mine"


def test_a_program_reads_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report of a check, with the award beside the findings."""
    made = purchase(tmp_path / "board")

    early = award(capsys, made.root, "--format", "json", now="2026-09-15T13:00:00-04:00")
    first, second = (award(capsys, made.root, "--format", "json") for _ in range(2))

    assert (early.code, early.report["ok"], early.codes) == (1, False, ["AWD105"])
    assert (first.code, first.report["ok"], first.report["written"]) == (0, True, True)
    assert (second.code, second.report["written"]) == (0, False)
    assert first.report["award"] == second.report["award"]
    assert first.report["award"]["total"] == "2203.50"
    assert first.report["award"]["tag"] == TAG


def test_a_warning_is_told_and_awards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A price so low that its supplier should confirm it."""
    made = world(tmp_path / "board", files())
    made.bid(data=bids_on_branches()["maple-works"].replace(b"1950.00", b"195.00"))

    ran = award(capsys, made.root)

    assert ran.code == 0
    assert "AWD118 price-to-confirm (warning)" in ran.out
    assert ran.out.endswith("Nothing stops it; 1 warning.\n")


def test_bids_of_a_clone_lie_at_its_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An officer who cloned the board has no branch of a supplier, and must not take that for no bid."""
    made = purchase(tmp_path / "board")
    git(tmp_path, "clone", "-q", str(made.root), "clone")

    ran = award(capsys, tmp_path / "clone")

    assert ran.code == 0
    assert "to maple-works, " in ran.out
    assert "Three bids, two of which pass." in ran.out


def test_a_branch_that_brings_more_than_its_bid_does_not_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lowest price lies beside a change of the opportunity, so the next bid wins; the list says why."""
    made = purchase(tmp_path / "board")
    price = files()[f"opportunities/{REF}/opportunity.yml"].replace(b"2400.00", b"9999.00")
    made.change(
        {f"opportunities/{REF}/opportunity.yml": price}, f"bids/maple-works/{REF}", branch=f"bids/maple-works/{REF}"
    )

    ran = award(capsys, made.root)

    assert ran.code == 0
    assert "to atelier-boreal, " in ran.out
    assert 'findings: ["more-than-one-file", "foreign-path"]' in made.git(
        "show", f"main:{AWARD.replace('maple-works', 'atelier-boreal')}"
    )
    assert board(capsys, made.root, "verify").code == 0


def test_justifies_contracts_that_add_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages or not at all."""
    made = purchase(tmp_path / "board")

    one = award(capsys, made.root, "--justify-en", "Another need.")
    both = award(capsys, made.root, "--justify-en", "Another need.", "--justify-fr", "Un autre besoin.")

    assert one.code == 2
    assert "--justify-fr" in one.err
    assert both.code == 0
    text = made.git("show", f"main:{AWARD}")
    assert 'justification:\n  en: "Another need."\n  fr: "Un autre besoin."\n' in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("award", "date-filter", "--as", "a-tremblay"), "date-filter"),
        (("award", "dex-mex/2026/nothing", "--as", "a-tremblay"), "dex-mex/2026/nothing"),
        (("award", REF, "--as", "a-tremblay", "--bid", "nobody", "--now", NOW), "nobody"),
        (("award", REF, "--as", "a-tremblay", "--pulls", "pulls.json"), "--propose"),
        (("award", REF, "--as", "a-tremblay", "--propose", "--pulls", "nowhere.json"), "nowhere.json"),
        (("cancel", REF, "--as", "a-tremblay", "--reason", "no-funds"), "--text-en"),
        (("cancel", REF, "--as", "a-tremblay", "--reason", "no-funds", "--text-en", "x"), "--text-fr"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_wrong_use_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str, lang: str
) -> None:
    """Exit 2, one sentence, and nothing is written."""
    made = purchase(tmp_path / "board")
    before = made.git("for-each-ref")

    ran = board(capsys, made.root, *words, lang=lang)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert made.git("for-each-ref") == before


def test_an_instant_is_given_on_trial_boards_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A live board reads the clock, and says so."""
    live = {**files()}
    live["opportunities/board.yml"] = live["opportunities/board.yml"].replace(b'mode: "trial"', b'mode: "live"')
    made = world(tmp_path / "board", live)
    made.bid()

    ran = award(capsys, made.root)

    assert ran.code == 2
    assert "--now" in ran.err


def test_several_awards_take_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else a reply that was lost would be followed by a second award."""
    path = f"opportunities/{REF}/opportunity.yml"
    two = {**files(), path: files()[path].replace(b'tax_place: "ON"', b'tax_place: "ON"\nawards_offered: 2')}
    made = world(tmp_path / "board", two)
    for login in bids_on_branches():
        made.bid(login)

    assert "--bid" in award(capsys, made.root).err
    for login in ("maple-works", "atelier-boreal"):
        assert award(capsys, made.root, "--bid", login).code == 0
    assert board(capsys, made.root, "verify").code == 0


@pytest.mark.parametrize("root", ["nowhere", "folder", "file"])
def test_where_there_is_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str], root: str) -> None:
    """One sentence that says what to do."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    ran = award(capsys, tmp_path / root)

    assert (ran.code, ran.out) == (2, "")
    assert "board init" in ran.err


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_proposal_says_what_the_officer_does_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """The branch is the very commit that an award would make, and main stays."""
    proposed, awarded = purchase(tmp_path / "proposed"), purchase(tmp_path / "awarded")
    main = proposed.git("rev-parse", "main")

    ran = award(capsys, proposed.root, "--propose", lang=lang)
    again = award(capsys, proposed.root, "--propose", lang=lang, now="2026-09-16T11:00:00-04:00")
    award(capsys, awarded.root)

    assert (ran.code, ran.out) == (0, said("proposed", lang))
    assert again.code == 0
    assert proposed.git("rev-parse", f"award/{REF}") == awarded.git("rev-parse", "main")
    assert proposed.git("rev-parse", "main") == main
    assert proposed.git("tag", "--list") == ""


def test_a_proposal_from_pull_requests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Heads that no branch names; what is passed over is named, and the rest is judged with its author."""
    made = purchase(tmp_path / "board")
    heads = {login: made.git("rev-parse", f"bids/{login}/{REF}") for login in bids_on_branches()}
    for number, (login, head) in enumerate(heads.items()):
        made.git("update-ref", f"refs/pulls/{number}", head)
        made.git("update-ref", "-d", f"refs/heads/bids/{login}/{REF}")
    rows = [
        {"number": number, "user": {"login": login.title(), "id": 900021 + number}, "head": {"sha": head}}
        for number, (login, head) in enumerate(heads.items())
    ]
    rows.append({"number": 7, "user": {"login": "late", "id": 7}, "head": {"sha": "a" * 40}})
    pulls = tmp_path / "pulls.json"
    pulls.write_text(json.dumps([rows]))

    ran = award(capsys, made.root, "--propose", "--pulls", str(pulls), "--format", "json")

    assert ran.code == 0
    assert ran.err == "Pull request 7 of late is passed over: its head is not in this clone.\n"
    assert ran.report["award"]["bidder"] == "maple-works"
    text = made.git("show", f"award/{REF}:{AWARD}")
    assert 'bidder: "maple-works"\nid: "github:900021"\n' in text
    assert text.count("- bidder:") == 3
    assert ORGANIZATION not in made.git("diff", "--name-only", "main", f"award/{REF}")
