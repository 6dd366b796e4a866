"""`board evaluate` on a real repository: two people, a folder outside, and nothing of a bid in what is printed."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.awarding import board, said
from tests.cli.checking import Ran
from tests.cli.sealed_purchase import keep_secret
from tests.jobs.evaluating import FOLDER, PROMISED, RATED, REF, Offer, Purchase, closed
from tests.jobs.evaluating import board as files
from tests.worlds import World, git, world

from board.adapters.repository import act
from board.jobs.log import appended, log_of
from board.model.log import Entry, Opened
from board.model.reference import closing_tag
from board.model.snapshot import Edit, Outcome, Snapshot

TEXTS = ("I framed the map in a list.", "J’ai encadré la carte d’une liste.")
OFFERS = {
    "maple-works": Offer(responses={"keyboard-work": TEXTS[0]}),
    "northbit": Offer("fr", responses={"keyboard-work": TEXTS[1]}),
}
AT = datetime.fromisoformat("2026-09-28T15:00:00-04:00")


class Desk:
    """One purchase on disk, between its closing and its outcome.

    Attributes:
        world: The repository.
        folder: Outside of it.
        purchase: The same in memory, for the letters.
    """

    def __init__(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        edits: Mapping[str, list[tuple[str, str]]] | None = None,
        offers: Mapping[str, Offer] = OFFERS,
    ) -> None:
        """Put everything where it belongs."""
        tree = files(edits)
        self.purchase: Purchase = closed(offers, tree)
        self.world: World = world(tmp_path / "board.git", tree)
        held = self.purchase.memory.tree(self.purchase.tag.target)
        commit = self.world.commit(self.world.tree(dict[str | bytes, bytes | None](held.items())))
        tag = closing_tag(REF)
        tagger = "board <board@users.noreply.board.invalid> 1790618400 -0400"
        text = f"object {commit}\ntype commit\ntag {tag}\ntagger {tagger}\n\nClosing\n"
        self.world.git("update-ref", f"refs/tags/{tag}", self.world.git("mktag", stdin=text.encode()))
        self.folder = tmp_path / "desk"
        (self.folder / "openings").mkdir(parents=True)
        for name, data in self.purchase.openings.items():
            (self.folder / "openings" / name).write_bytes(data)
        self.keys = tmp_path / "keys"
        self._capsys = capsys
        self._at = AT
        self.printed = ""

    def run(self, *words: str, by: str = "m-singh", lang: str = "en") -> Ran:
        """Run ``board evaluate``; each run is a minute later."""
        self._at += timedelta(minutes=1)
        more = () if "--declare" in words else ("--folder", str(self.folder))
        keys = ("--keys", str(self.keys)) if "--done" in words else ()
        asked = ("evaluate", REF, "--as", by, "--now", self._at.isoformat(), *more, *keys, *words)
        ran = board(self._capsys, self.world.root, *asked, lang=lang)
        self.printed += ran.out + ran.err
        return ran

    def log(self, *entries: Entry) -> None:
        """Lines that others write."""

        def decide(snapshot: Snapshot) -> Outcome:
            commit, _ = appended(log_of(snapshot), REF, self._at, entries)
            return Edit("board", self._at, (commit,))

        act(self.world.root, decide)

    def fill(self, marks: Mapping[str, Mapping[str, str]], by: str = "m-singh") -> None:
        """Fill in the sheet that lies in the folder."""
        path = self.folder / "sheets" / f"{by}.yml"
        text = path.read_text("utf-8").replace("languages: []", "languages: [en, fr]")
        for letter, bidder in self.purchase.letters(by).items():
            start = text.index(f'- label: "{letter}"')
            for criterion, mark in marks[bidder].items():
                at = text.index(f'criterion: "{criterion}"', start)
                text = text[:at] + re.sub(r'(result|score): ""', rf"\1: {mark}", text[at:], count=1)
        path.write_text(text, "utf-8")

    @property
    def kinds(self) -> list[str]:
        """Kind of each line of the log."""
        text = self.world.git("show", "receipts:receipts.jsonl")
        return [json.loads(line)["kind"] for line in text.splitlines()]


ONE = {"maple-works": {"keyboard-work": "pass"}, "northbit": {"keyboard-work": "fail"}}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A purchase with one mandatory criterion."""
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_one_person_evaluates_what_is_mandatory(desk: Desk, lang: str) -> None:
    """Four commands, each told whole; the last one again says what was done."""
    keep_secret(desk.keys, REF, "m-singh", PROMISED)

    declared = desk.run("--declare", "none", lang=lang)
    desk.log(Opened("a-tremblay"))
    sheet = desk.run(lang=lang)
    desk.fill(ONE)
    filled = desk.folder / "sheets" / "m-singh.yml"
    done, again = desk.run("--done", lang=lang), desk.run("--done", lang=lang)

    assert [ran.code for ran in (declared, sheet, done, again)] == [0, 0, 0, 0]
    of_sheet = hashlib.sha256(filled.read_bytes()).hexdigest()
    made = (desk.folder / "evaluation.yml").read_bytes()
    values = {"folder": desk.folder, "sheet": of_sheet, "evaluation": hashlib.sha256(made).hexdigest()}
    printed = declared.out + sheet.out + done.out + again.out
    assert printed == said("evaluated", lang, **values)
    assert desk.kinds == ["declared", "opened", "sheet", "evaluation", "secret"]
    assert filled.stat().st_mode & 0o777 == 0o600


def test_two_people_score_and_settle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever is first waits; a gap is told in one's own letters, and settled with a note whose digest counts."""
    responses = {"keyboard-work": TEXTS[0], "design": TEXTS[1]}
    offers = {"maple-works": Offer(responses=responses), "northbit": Offer("fr", responses=responses)}
    desk = Desk(tmp_path, capsys, {f"{FOLDER}/opportunity.yml": [("acceptance_criteria:", RATED)]}, offers)
    for login in ("m-singh", "j-roy"):
        assert desk.run("--declare", "none", by=login).code == 0
    desk.log(Opened("a-tremblay"))
    for login, score in (("m-singh", "40"), ("j-roy", "80")):
        assert desk.run(by=login).code == 0
        alike = {"keyboard-work": "pass", "design": "70"}
        desk.fill({"maple-works": {**alike, "design": score}, "northbit": alike}, login)
    note = tmp_path / "why.txt"
    note.write_text("We read the second paragraph again.\n")

    waits = desk.run("--done", "--format", "json")
    told, dit = (desk.run("--done", lang=language).out for language in ("en", "fr"))
    apart = desk.run("--done", by="j-roy")
    letter = desk.purchase.letter("j-roy", "maple-works")
    settled = desk.run("--done", "--settle", letter, "design", "65", "--note", str(note), by="j-roy")
    other = desk.run("--done", "--format", "json")

    assert (waits.code, waits.report["waiting"], waits.report["written"]) == (0, ["j-roy"], True)
    assert "Still waited for: j-roy. The results follow once every sheet is handed in" in told
    assert "On attend encore j-roy. Les résultats suivront quand toutes les grilles seront remises" in dit
    assert apart.code == 1
    assert f"bid {letter} of your sheet has 40 and 80" in " ".join(apart.out.replace("`", "").split())
    assert settled.code == 0
    made = (desk.folder / "evaluation.yml").read_text("utf-8")
    assert "score: 65.00" in made
    assert hashlib.sha256(note.read_bytes()).hexdigest() in made
    assert "second paragraph" not in made + desk.printed
    digest = hashlib.sha256(made.encode()).hexdigest()
    assert (other.code, other.report["evaluation_sha256"], other.report["written"]) == (0, digest, False)
    assert desk.kinds == ["declared", "declared", "opened", "sheet", "sheet", "evaluation"]


def test_nothing_of_a_bid_is_printed_or_committed(desk: Desk) -> None:
    """Every output of a run, refusals among them, and every object of the repository but what bids themselves hold."""
    desk.run("--declare", "none", by="a-tremblay")
    desk.run("--declare", "none")
    desk.run("--done")
    desk.log(Opened("a-tremblay"))
    desk.run()
    desk.run("--done")
    desk.run("--done", "--format", "json")
    desk.fill(ONE)
    sheet = desk.folder / "sheets" / "m-singh.yml"
    good = sheet.read_text("utf-8")
    sheet.write_text(good.replace("result: fail", f'result: "{TEXTS[0]}"'), "utf-8")
    before = desk.printed
    quoting = desk.run("--done", "--format", "json").report["findings"]
    desk.printed = before
    sheet.write_text(good, "utf-8")
    desk.run("--done")
    sheet.write_text(good.replace("result: fail", "result: pass"), "utf-8")
    desk.run("--done")

    assert {row["audience"] for row in quoting if row["code"].startswith("SCH")} == {"officers"}
    objects = desk.world.git("cat-file", "--batch-all-objects", "--batch")
    for text in (*TEXTS, "8000.00", "Somebody"):
        assert text not in desk.printed
    for text in TEXTS:
        assert text not in objects


def test_a_sheet_is_never_written_over(desk: Desk) -> None:
    """Asked for again, it stays as it was filled in."""
    desk.run("--declare", "none")
    desk.log(Opened("a-tremblay"))
    desk.run()
    desk.fill(ONE)
    path = desk.folder / "sheets" / "m-singh.yml"
    before = path.read_bytes()

    again = desk.run()

    assert again.code == 0
    assert path.read_bytes() == before
    assert "already" in again.out


def test_killed_before_the_log_it_ends_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Results are in the folder first, and the log follows when it is asked again."""
    desk.run("--declare", "none")
    desk.log(Opened("a-tremblay"))
    desk.run()
    desk.fill(ONE)

    class KilledError(BaseException):
        """The process ends here."""

    calls: list[str] = []

    def dying(root: Path, decide: object) -> object:
        calls.append("act")
        if len(calls) == 2:

            def decided(snapshot: Snapshot) -> Outcome:
                decide(snapshot)  # type: ignore[operator]
                raise KilledError

            return act(root, decided)
        return act(root, decide)  # type: ignore[arg-type]

    monkeypatch.setattr("board.cli.evaluate.act", dying)
    with pytest.raises(KilledError):
        desk.run("--done")
    monkeypatch.undo()
    first = (desk.folder / "evaluation.yml").read_bytes()
    assert desk.kinds[-1] == "sheet"

    assert desk.run("--done").code == 0
    assert (desk.folder / "evaluation.yml").read_bytes() == first
    assert desk.kinds[-1] == "evaluation"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_folder_in_a_repository_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    """In a work tree at any depth, and in a Git directory."""
    desk = Desk(tmp_path / "outside", capsys)
    tree = tmp_path / "tree"
    tree.mkdir()
    git(tree, "init", "-q")
    (tree / "deep" / "desk").mkdir(parents=True)
    for folder in (tree / "deep" / "desk", tree, desk.world.root, desk.world.root / "refs"):
        desk.folder = folder
        ran = desk.run(lang=lang)
        assert (ran.code, str(folder) in ran.err) == (2, True)
    desk.folder = tmp_path / "nowhere"
    assert desk.run(lang=lang).code == 2


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "words",
    [
        ("--declare", "none", "--done"),
        ("--settle", "A", "design", "70"),
        ("--note", "why.txt"),
        ("--done", "--settle", "A", "design", "70"),
        ("--done", "--settle", "A", "design", "101", "--note", "NOTE"),
        ("--done", "--settle", "A", "design", "7e1", "--note", "NOTE"),
        ("--done", "--settle", "A", "design", "70", "--note", "nowhere.txt"),
        ("--declare", "perhaps"),
    ],
)
def test_wrong_use_is_told(desk: Desk, lang: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """And nothing is done."""
    (tmp_path / "NOTE").write_text("x")
    given = [str(tmp_path / word) if word in ("NOTE", "nowhere.txt") else word for word in words]

    try:
        code = desk.run(*given, lang=lang).code
    except SystemExit as error:
        code = int(str(error.code))

    assert code == 2
    assert "receipts" not in desk.world.git("for-each-ref")


@pytest.mark.parametrize("content", ["{}", "[", '{"secrets": {"1": "x"}}', '{"secrets": []}'])
def test_a_file_of_keys_that_cannot_be_read_is_named(desk: Desk, content: str) -> None:
    """Before anything is handed in: whoever meant to show a secret is not left without."""
    desk.run("--declare", "none")
    desk.log(Opened("a-tremblay"))
    desk.run()
    desk.fill(ONE)
    path = keep_secret(desk.keys, REF, "m-singh", PROMISED)
    path.write_text(content)

    ran = desk.run("--done")

    assert (ran.code, str(path) in ran.err) == (2, True)
    assert desk.kinds[-1] == "opened"
