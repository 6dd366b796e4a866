"""A new board is valid as it stands, and what is begun twice is begun once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.worlds import World, empty_world, world

from board.adapters import resources
from board.adapters.repository import act
from board.cli.setting import board_of, context_of
from board.jobs.check_tree import judge_board
from board.jobs.init import Founding, OtherBoardError, decide, files, fiscal_year
from board.model.snapshot import Nothing, Written

AT = datetime.fromisoformat("2026-09-08T09:00:00-04:00")
FOUNDING = Founding(
    "dex-mex", ("m-singh", ""), ("a-tremblay", "github:900012"), ("a-tremblay", "github:900012"), "", AT
)


def made(founding: Founding = FOUNDING) -> Mapping[str, bytes]:
    """The files of a board."""
    return files(founding, resources.seed())


def test_passes_the_check_without_a_warning() -> None:
    """Nothing is found on the board, even by rules that judge only changes."""
    board = board_of(made())
    context = context_of(board, AT)

    assert context is not None
    assert list(judge_board(board, context, changes=True)) == []


def test_holds_the_law_and_the_terms_of_the_program() -> None:
    """Policy, terms and licences are those that ship, byte for byte behind the line that leads to the schema."""
    seed, board = resources.seed(), made()

    assert {path for path in board if path not in seed} == {
        "README.md",
        "opportunities/board.yml",
        "opportunities/dex-mex/organization.yml",
    }
    for path, data in seed.items():
        assert board[path].partition(b"\n")[2] == data.partition(b"\n")[2]


def test_two_people_who_may_do_everything_between_them() -> None:
    """Who posts may not award, and nobody holds both s. 33 and s. 34."""
    organization = board_of(made()).organizations["dex-mex"]
    owner, officer = organization.people

    assert (owner.login, owner.id, officer.login, officer.id) == ("m-singh", "", "a-tremblay", "github:900012")
    assert owner.delegations[0].may == ("post", "amend", "answer", "evaluate", "accept")
    assert officer.delegations[0].may == ("approve", "keep-key", "receive", "clear", "contract", "pay")
    assert [str(person.delegations[0].up_to) for person in organization.people] == ["10000.00", "40000.00"]
    assert (owner.delegations[0].first, owner.delegations[0].last) == (date(2026, 4, 1), date(2027, 3, 31))


def test_one_person_is_named_once() -> None:
    """On a trial one person may be all, with both delegations."""
    people = board_of(made(replace(FOUNDING, owner=FOUNDING.officer))).organizations["dex-mex"].people

    assert [(person.login, len(person.delegations)) for person in people] == [("a-tremblay", 2)]


def test_an_address_leads_editors_to_the_schemas_of_the_site() -> None:
    """Each file that has a schema names it at that address; without one, beside the board."""
    there = made(replace(FOUNDING, address="https://example.org/board/"))

    for path, data in there.items():
        if path.endswith(".yml"):
            assert data.startswith(b"# yaml-language-server: $schema=https://example.org/board/schema/")
    assert made()["opportunities/policy.yml"].startswith(b"# yaml-language-server: $schema=../schema/policy.v1")


@pytest.mark.parametrize(
    ("on", "first"),
    [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026), (date(2027, 1, 1), 2026)],
)
def test_fiscal_years_begin_in_april(on: date, first: int) -> None:
    """The last day of March belongs to the year before."""
    assert fiscal_year(on) == (date(first, 4, 1), date(first + 1, 3, 31))


def begun(folder: Path, content: Mapping[str, bytes]) -> World:
    """A repository whose main begins with these files, and has grown since."""
    here = world(folder, content)
    here.change({"opportunities/dex-mex/organization.yml": b"mended: true\n"}, branch="main")
    return here


def test_begins_where_nothing_is(tmp_path: Path) -> None:
    """One commit on main without a parent, by who becomes root."""
    here = empty_world(tmp_path / "board")

    outcome = act(here.root, decide(FOUNDING, made()))

    assert isinstance(outcome, Written)
    assert here.git("rev-list", "--parents", "main") == outcome.commit
    assert here.git("log", "--format=%an %ae %aI %s", "main").split(" ", 3) == [
        "a-tremblay",
        "a-tremblay@users.noreply.board.invalid",
        "2026-09-08T09:00:00-04:00",
        "Begin the board of dex-mex",
    ]
    assert set(here.git("ls-tree", "-r", "--name-only", "main").splitlines()) == set(made())


def test_the_same_words_a_year_later_change_nothing(tmp_path: Path) -> None:
    """Neither the day nor what was mended since makes another board."""
    here = begun(tmp_path / "board", made())

    assert isinstance(act(here.root, decide(replace(FOUNDING, at=AT.replace(year=2027)), made())), Nothing)


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUNDING, organization="ministry"),
        replace(FOUNDING, owner=("somebody", "")),
        replace(FOUNDING, officer=("somebody", "")),
        replace(FOUNDING, root=("somebody", "")),
        replace(FOUNDING, address="https://example.org/"),
    ],
)
def test_other_words_are_another_board(tmp_path: Path, other: Founding) -> None:
    """Each word counts."""
    here = begun(tmp_path / "board", made())

    with pytest.raises(OtherBoardError):
        act(here.root, decide(other, made(other)))


@pytest.mark.parametrize("content", [b"people: [", b"people: x\n", b"people: [x]\n", b"- x\n", b""])
def test_a_history_that_is_no_board(tmp_path: Path, content: bytes) -> None:
    """Whatever stands where the people should, or nowhere."""
    for number, files_there in enumerate(
        ({**made(), "opportunities/dex-mex/organization.yml": content}, {"README.md": content})
    ):
        here = begun(tmp_path / str(number), files_there)
        with pytest.raises(OtherBoardError):
            act(here.root, decide(FOUNDING, made()))
