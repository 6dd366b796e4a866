"""What a bid is asked of finished work, where the method wants it with the bid: where it lies, and which commit."""

from board.core.text import Text
from board.model.opportunity import Opportunity
from board.render.forms import Question
from board.state.demands import delivers

_REPOSITORY = Text(
    "Address of the public repository with your finished work. Work that is not chosen is not paid.",
    "Adresse du dépôt public où se trouve votre travail fini. Un travail non retenu n’est pas payé.",
)
_COMMIT = Text(
    "Whole id of the commit that is judged, as git rev-parse HEAD prints it; what you push there later does not count.",
    "Identifiant complet du commit qui est jugé, tel que l’affiche git rev-parse HEAD\u202f; ce que vous y poussez "
    "ensuite ne compte pas.",
)


def work_questions(opportunity: Opportunity) -> tuple[Question, ...]:
    """Two questions; none where no finished work is sent."""
    if not delivers(opportunity):
        return ()
    return (
        Question("answers.delivered.repository", "url", _REPOSITORY, {}),
        Question("answers.delivered.commit", "commit", _COMMIT, {}),
    )
