"""The best combination of rated criteria and price, by published weights."""

from collections.abc import Mapping
from fractions import Fraction

from board.state.methods.contest import Contest, Standing, price_of, rating_of


def rated(contest: Contest) -> Mapping[str, Standing] | None:
    """By rating and price together; None where nothing was evaluated.

    With the price weighing w of 100, a bid has (100 - w) / 100 of its rating, and of the w points of the price as many
    as the lowest price that passes is to its own.

    Raises:
        UnscoredError: The evaluation lacks a score.
        UnpricedError: The price of a bid is not in clear.
    """
    scores, weight = contest.scores, contest.opportunity.price_weight
    if scores is None:
        return None
    prices = {login: price_of(login, bid) for login, bid in contest.bids.items()}
    lowest = min(prices.values(), default=Fraction(0))
    found: dict[str, Standing] = {}
    for login, price in prices.items():
        rating = rating_of(contest.opportunity, login, scores.get(login, {}))
        score = Fraction(100 - weight, 100) * rating + weight * lowest / price
        found[login] = Standing(-score, rating, score)
    return found
