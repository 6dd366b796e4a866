"""The texts of an opportunity that stand in both languages."""

from tests.rules.cases import Case
from tests.rules.subjects.procurements import stage

from board.model.opportunity import Opportunity
from board.state.texts import field_of, prose, texts_of, whole_text


def opportunity(ref: str, *edits: dict[str, str]) -> Opportunity:
    """The request of a specimen."""
    found = stage(Case("OPP101", "pass-here", ref=ref, edits=edits)).subject.opportunity
    assert isinstance(found, Opportunity)
    return found


def pointers(value: object, pointer: str = "") -> list[str]:
    """The place of everything in a file that is written in both languages."""
    if isinstance(value, dict):
        if value.keys() == {"en", "fr"}:
            return [pointer]
        return [found for key, child in value.items() for found in pointers(child, f"{pointer}/{key}")]
    children = value if isinstance(value, list) else ()
    return [found for index, child in enumerate(children) for found in pointers(child, f"{pointer}/{index}")]


def test_no_bilingual_text_is_left_out() -> None:
    """Every text of a file that stands in both languages is given, with its place, also the rare ones."""
    rare = {
        "file": "opportunities/dex-mex/2026/keyboard-map/opportunity.yml",
        "from": 'terms: "2026-1"\n',
        "to": 'regions_of_delivery: {en: "Ottawa", fr: "Ottawa"}\neligibility: {en: "Firms", fr: "Entreprises"}\n'
        'amendments:\n  - {number: 1, published_at: "2026-09-15T09:00:00-04:00", changes: ["closes_at"], '
        'reason: {en: "More time.", fr: "Plus de temps."}}\nterms: "2026-1"\n',
    }
    for request in (opportunity("dex-mex/2026/date-filter"), opportunity("dex-mex/2026/keyboard-map", rare)):
        given = dict(texts_of(request))

        assert sorted(given) == sorted(pointers(dict(request.fields)))
        assert len(given) > 6


def test_the_whole_text_is_that_of_its_request() -> None:
    """Each text stands in it, in both languages, and what was gathered for one request is not given for the next."""
    for ref in ("dex-mex/2026/date-filter", "dex-mex/2026/keyboard-map", "dex-mex/2026/date-filter"):
        request = opportunity(ref)
        whole = whole_text(request)

        assert all(text.en in whole and text.fr in whole for _, text in texts_of(request))
        assert whole.startswith(f"{request.title.en}\n{request.title.fr}\n")


def test_a_field_is_named_as_people_write_it() -> None:
    """Points stand between the names of a pointer."""
    assert field_of("/deliverables/0/description/en") == "deliverables.0.description.en"


def test_code_is_no_prose() -> None:
    """Code blocks and code spans leave a space; everything else stays as it stands."""
    assert prose("a `b` c") == "a   c"
    assert prose("a ``b`` c") == "a   c"
    assert prose("a\n```\nb\n```\nc").split() == ["a", "c"]
    assert prose("a\n~~~\nb\n~~~\nc").split() == ["a", "c"]
    assert prose("no code ` here") == "no code ` here"
    assert prose("no code here") == "no code here"
