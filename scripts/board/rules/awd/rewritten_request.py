"""AWD209 rewritten-request."""

from collections.abc import Iterator

from board.core.fact import Fact, Verbatim
from board.core.finding import Violation
from board.core.rule import rule
from board.core.text import Bilingual
from board.model.history import Revision, Step
from board.model.reference import Place, place_of
from board.state.amending import after_closing, changed, earlier, unsaid

_UNSAID = Bilingual("without an amendment that says so", "sans qu’une modification de l’occasion le dise")
_EARLIER = Bilingual("to an earlier instant", "en avançant la clôture")
_OVER = Bilingual("after the closing", "après la clôture")
_KEY = Bilingual("the key", "la clé")
_SEALED = Bilingual("although bids may rely on it", "alors que des soumissions peuvent en dépendre")
_LOST = Bilingual("and leaves no request that can be read", "et ne laisse aucune occasion lisible")


@rule(
    "AWD209",
    "rewritten-request",
    en="Commit {commit} changes {fields} of a request that stands on main, {why}.",
    fr="Le commit {commit} modifie {fields} d’une occasion qui figure sur main, {why}.",
    fix_en="Find out who did it, and whether a bid was made or judged by it. Until the closing a change is an "
    "amendment; after it, end the purchase and post it again.",
    fix_fr="Cherchez qui l’a fait, et si une soumission a été présentée ou jugée d’après ce changement. Jusqu’à la "
    "clôture, un changement passe par une modification de l’occasion (amendments)\u202f; ensuite, mettez fin à l’achat "
    "et affichez-le de nouveau.",
)
def rewritten_request(step: Step, _situation: None) -> Iterator[Violation]:
    """Bids answer what was posted, and are judged by it: put back afterwards, a change would show nowhere else.

    Source: section 9 of the procurement page.
    """
    for revision in step.revisions:
        place = place_of(revision.path)
        if place and place.organization not in step.specimens:
            for fields, why in _faults(revision, place):
                said: tuple[Fact, ...] = tuple(Verbatim(one) if isinstance(one, str) else one for one in fields)
                facts: dict[str, Fact] = {"commit": Verbatim(step.commit.id[:12]), "fields": said, "why": why}
                yield Violation("", facts, path=revision.path)


def _faults(revision: Revision, place: Place) -> Iterator[tuple[tuple[str | Bilingual, ...], Bilingual]]:
    before, after = revision.before, revision.after
    if place.kind == "sealing":
        yield (_KEY,), _SEALED
    elif before is None or after is None:
        # Who makes a file readable that never was mends something, until bids are judged by it.
        if after is None or revision.over:
            yield ("opportunity.yml",), _OVER if revision.over else _LOST
    elif (revision.over or after_closing(before, after)) and before.fields != after.fields:
        yield changed(before, after) or ("amendments",), _OVER
    else:
        if earlier(before, after):
            yield ("closes_at",), _EARLIER
        if unsaid(before, after):
            yield unsaid(before, after), _UNSAID
