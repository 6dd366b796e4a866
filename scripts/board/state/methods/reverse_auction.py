"""The lowest price before tax at closing, where bids are public and may be lowered by a step."""

from collections.abc import Mapping

from board.state.methods.contest import Contest, Standing, price_of


def reverse_auction(contest: Contest) -> Mapping[str, Standing]:
    """By price: that a bid was lowered by the step and never raised is judged when it arrives.

    Raises:
        UnpricedError: The price of a bid is not in clear.
    """
    return {login: Standing(price_of(login, bid)) for login, bid in contest.bids.items()}
