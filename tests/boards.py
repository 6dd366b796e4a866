"""The specimen board as values, for tests of what is made from it."""

from collections.abc import Mapping
from dataclasses import replace

from tests.worlds import REF, open_board_files

from board.cli.setting import board_of, schemas
from board.jobs.reading import Content, procurement_of, read_procurement
from board.model.board import BoardSettings
from board.model.opportunity import Opportunity
from board.model.procurement import Board, Procurement


def specimen_board(files: Mapping[str, bytes] | None = None) -> Board:
    """What stands above the procurements."""
    return board_of(open_board_files() if files is None else files)


def specimen(ref: str = REF, files: Mapping[str, bytes] | None = None) -> Procurement:
    """One procurement of the board, which has no bid yet."""
    tree = open_board_files() if files is None else files
    folder = {path: Content(data) for path, data in tree.items() if procurement_of(path) == ref}
    return read_procurement(ref, folder, specimen_board(tree), schemas())


def settings(board: Board) -> BoardSettings:
    """The settings, which are valid."""
    assert board.settings is not None
    return board.settings


def opportunity(procurement: Procurement) -> Opportunity:
    """The request, which is valid."""
    assert procurement.opportunity is not None
    return procurement.opportunity


def with_address(board: Board, address: str) -> Board:
    """The same board at another address."""
    return replace(board, settings=replace(settings(board), address=address))
