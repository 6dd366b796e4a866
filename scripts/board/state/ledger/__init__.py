"""What acts write, canonical to the byte and never edited: each writer with its reader beside it."""

from board.state.ledger.awards import read_award, read_cancellation, write_award, write_cancellation
from board.state.ledger.bids import write_sealed_bid
from board.state.ledger.closings import (
    read_closing,
    read_draws,
    read_evaluation,
    read_rulings,
    write_closing,
    write_draws,
    write_evaluation,
    write_rulings,
)
from board.state.ledger.reading import schema_address

__all__ = [
    "read_award",
    "read_cancellation",
    "read_closing",
    "read_draws",
    "read_evaluation",
    "read_rulings",
    "schema_address",
    "write_award",
    "write_cancellation",
    "write_closing",
    "write_draws",
    "write_evaluation",
    "write_rulings",
    "write_sealed_bid",
]
