"""The highest rating at the posted price."""

from collections.abc import Mapping

from board.state.methods.contest import Contest, Standing, rating_of


def fixed_price_rated(contest: Contest) -> Mapping[str, Standing] | None:
    """By rating; None where nothing was evaluated.

    Raises:
        UnscoredError: The evaluation lacks a score.
    """
    scores = contest.scores
    if scores is None:
        return None
    ratings = {login: rating_of(contest.opportunity, login, scores.get(login, {})) for login in contest.bids}
    return {login: Standing(-rating, rating) for login, rating in ratings.items()}
