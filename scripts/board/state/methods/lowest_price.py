"""The lowest price before tax among the bids that pass."""

from collections.abc import Mapping

from board.state.methods.contest import Contest, Standing, price_of


def lowest_price(contest: Contest) -> Mapping[str, Standing]:
    """By price.

    Raises:
        UnpricedError: The price of a bid is not in clear.
    """
    return {login: Standing(price_of(login, bid)) for login, bid in contest.bids.items()}
