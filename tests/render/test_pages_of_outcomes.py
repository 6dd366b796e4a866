"""The pages of an outcome over a closing: what strangers read, whole, in both languages."""

import hashlib
import json
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from tests.boards import opportunity, specimen
from tests.real_input import worked_example
from tests.render import outcomes
from tests.render.outcomes import NAMES, REF, in_language

from board.cli.setting import board_of, schemas
from board.core.text import LANGUAGES, Language
from board.jobs.reading import Content, read_procurement
from board.model.procurement import FiledBid, Procurement
from board.render.pages_award import award_page
from board.render.pages_opportunity import form_of, opportunity_page
from board.state.draw import seed_of

EXPECTED = Path(__file__).parent / "expected"
OPEN = datetime.fromisoformat("2026-09-20T12:00:00-04:00")
CLOSED = datetime.fromisoformat("2026-09-29T12:00:00-04:00")

WHOLE = {
    "award-drawn": outcomes.drawn,
    "award-drawn-again": lambda: outcomes.drawn("a-tremblay"),
    "award-rated": outcomes.rated,
}


def award_main(procurement: Procurement, language: Language) -> str:
    """The content of the page of the award."""
    (award,) = procurement.awards.values()
    return str(award_page(in_language(language), procurement, opportunity(procurement), award).main)


def opportunity_main(procurement: Procurement, language: Language, now: datetime = outcomes.NOW) -> str:
    """The content of the page of the opportunity."""
    edition = in_language(language, now)
    form = form_of(edition, procurement)
    return str(opportunity_page(edition, procurement, opportunity(procurement), form).main)


def text(main: str) -> str:
    """What a reader sees, every space alike."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def section(main: str, name: str) -> str:
    """What stands under one heading, up to the next."""
    start = main.index(f"<h2 id={name}>")
    return main[start : main.index("<h2", start + 1)]


def ordinary(procurement: Procurement) -> Procurement:
    """The same of an organization that is no specimen, so that bids are taken."""
    assert procurement.organization
    return replace(procurement, organization=replace(procurement.organization, specimen=False))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WHOLE)
def test_an_award_whole(name: str, language: Language) -> None:
    """Bids in order, draw, evidence: every word that a stranger reads."""
    assert award_main(WHOLE[name](), language) + "\n" == (EXPECTED / f"{name}.{language}.html").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_ruled_is_told_with_its_reason_and_who_answers_for_it(language: Language) -> None:
    """On the page of an award, and on that of an end without one; without rulings there is no such section."""
    told = (EXPECTED / f"rulings.{language}.html").read_text("utf-8")
    main = award_main(outcomes.ruled(outcomes.drawn()), language)

    assert section(main, "rulings") == told
    assert section(opportunity_main(outcomes.ruled(outcomes.ended()), language), "rulings") == told
    assert 'id="rulings"' not in award_main(outcomes.drawn(), language)
    assert 'id="rulings"' not in opportunity_main(outcomes.ruled(outcomes.drawn()), language)
    assert {"en": "line 9, ruled on by two officers", "fr": "ligne 9, décision de deux agents délégués"}[
        language
    ] in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sealed_opportunity_whole(language: Language) -> None:
    """How the winner is chosen, the two commitments, how to seal, and to which key."""
    found = ordinary(replace(specimen(REF), opportunity=outcomes.request()))
    main = opportunity_main(found, language, OPEN)

    assert f"{main}\n" == (EXPECTED / f"opportunity-sealed.{language}.html").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_did_not_agree_is_told_by_login_alone(language: Language) -> None:
    """Login, receipt, price and result are public with the outcome; a name to show stands among the answers."""
    found = outcomes.drawn()
    hidden = {path: data for path, data in found.openings.items() if not path.endswith("atelier-boreal.answers.json")}
    main = award_main(replace(found, openings=hidden), language)

    assert "Atelier Boréal" in award_main(found, language)
    assert "Atelier Boréal" not in main
    assert "atelier-boreal" in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_finished_work_is_shown_with_its_commit(language: Language) -> None:
    """Where it lies, and which commit was judged, of the bid that won; nothing of it where none came."""
    found = outcomes.drawn()
    (winner,) = found.awards
    path = f"opportunities/{REF}/openings/{winner}.answers.json"
    told = json.loads(found.openings[path])
    told["content"]["delivered"] = {"repository": "https://git.example.invalid/a/map", "commit": "3f" * 20}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode().ljust(4095) + b"\n"
    shown = award_main(replace(found, openings={**found.openings, path: text}), language)

    assert '<a href="https://git.example.invalid/a/map">https://git.example.invalid/a/map</a>' in shown
    assert f"<code>{'3f' * 20}</code>" in shown
    title = {"en": "Finished work", "fr": "Travail fini"}[language]
    assert (title in shown, title in award_main(found, language)) == (True, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_the_seed_give_seed_and_order(language: Language) -> None:
    """Copied from the page, they hash to the seed that stands below them; the order follows from it."""
    found = outcomes.drawn()
    main = award_main(found, language)
    lines = re.search(r"<code>(board draw 1\n.*?)</code>", main, re.S)
    assert lines
    seed = hashlib.sha256(unescape(lines[1]).encode()).hexdigest()

    assert found.draws
    assert seed == found.draws.draws[-1].seed == seed_of(unescape(lines[1]).encode())
    assert f"<code>{seed}</code>" in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_do_not_give_the_seed_are_not_shown(language: Language) -> None:
    """Where an envelope is missing from main, the seed stands there without lines that would belie it."""
    found = outcomes.drawn()
    fewer = {path: data for path, data in found.openings.items() if not path.endswith("northbit.offer.json")}
    main = award_main(replace(found, openings=fewer), language)

    assert found.draws
    assert found.draws.draws[-1].seed in main
    assert "board draw 1" not in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_person_with_both_secrets_is_said(language: Language) -> None:
    """Each secret stands beside its own commitment, whoever made them."""
    found = outcomes.drawn()
    asked = opportunity(found)
    alone = replace(asked, commitments=tuple(replace(one, by="m-singh") for one in asked.commitments))
    main = award_main(replace(found, opportunity=alone), language)

    assert {"en": "One person promised both secrets", "fr": "Une seule personne a promis les deux secrets"}[
        language
    ] in main
    for secret in outcomes.SECRETS.values():
        digest = hashlib.sha256(bytes.fromhex(secret)).hexdigest()
        assert f"<code>{digest}</code><br><code>{secret}</code>" in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_a_supplier_is_quoted(language: Language) -> None:
    """A name with an element in it ends none of ours."""
    found = outcomes.drawn()
    hostile = {path: data.replace(b'"R. Okafor"', b'"<b>Okafor"') for path, data in found.openings.items()}
    hostile = {path: data.rstrip().ljust(4095) + b"\n" for path, data in hostile.items()}
    main = award_main(replace(found, openings=hostile), language)

    assert "&lt;b&gt;Okafor" in main
    assert "<b>Okafor" not in main


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_main_does_not_tell_is_a_dash(language: Language) -> None:
    """Without an evaluation on the record no result is guessed, and the page says where the bids stand."""
    found = replace(outcomes.drawn(), evaluation=None, draws=None)
    main = text(award_main(found, language))

    assert {"en": "Where a dash stands", "fr": "Un tiret signifie"}[language] in main
    assert {"en": "Did not pass", "fr": "Non conforme"}[language] not in main


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        (True, {"en": "Bids 4 0 passed", "fr": "Soumissions 4 0 conforme"}),
        (False, {"en": "Bids 4 0 passed", "fr": "Soumissions 4 0 conforme"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_end_over_a_closing_says_how_many_bids_there_were(
    language: Language, told: bool, facts: dict[Language, str]
) -> None:
    """And how many passed; who they were is not told."""
    main = opportunity_main(outcomes.ended(evaluated=told), language)

    assert facts[language] in text(main)
    assert not [login for login in NAMES if login in main]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_end_for_other_reasons_says_only_how_many_came(language: Language) -> None:
    """Where nothing was evaluated nobody knows how many pass."""
    found = outcomes.ended(evaluated=False)
    assert found.cancellation
    main = text(opportunity_main(replace(found, cancellation=replace(found.cancellation, reason="no-funds")), language))

    assert {"en": "Bids 4 ", "fr": "Soumissions 4 "}[language] in main
    assert {"en": "passed", "fr": "conforme "}[language] not in main[: main.index("4 ") + 20]


@pytest.mark.parametrize("now", [OPEN, CLOSED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_outcome_neither_count_nor_names_are_shown(language: Language, now: datetime) -> None:
    """Even where bids lie on branches that the build can see."""
    bare = ordinary(specimen(REF))
    document = bare.documents[f"opportunities/{REF}/opportunity.yml"]
    filed = {login: FiledBid(login, f"bids/{login}.yml", "", "", document, None) for login in NAMES}

    assert opportunity_main(replace(bare, bids=filed), language, now) == opportunity_main(bare, language, now)


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("fixed-price-draw", {"en": "in an order drawn by lot", "fr": "dans un ordre tiré au sort"}),
        ("fixed-price-rated", {"en": "the best rated wins", "fr": "la meilleure cote l’emporte"}),
        (
            "lowest-price",
            {"en": "Between equal bids the lot decides", "fr": "Entre soumissions égales, le sort décide"},
        ),
        ("reverse-auction", {"en": "by at least $50 each time", "fr": "d’au moins 50 $ chaque fois"}),
        (
            "rated",
            {"en": "for 70%, and the price before tax for 30%", "fr": "pour 70 %, et le prix avant taxes pour 30 %"},
        ),
        ("first-compliant", {"en": "bids count from September 17", "fr": "comptent à partir du 17 septembre"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_method_says_what_decides(language: Language, method: str, said: dict[Language, str]) -> None:
    """In plain words, with the figures of the opportunity."""
    since = datetime.fromisoformat("2026-09-17T09:00:00-04:00")
    asked = replace(outcomes.request(method), price_step=Decimal(50), counts_from=since)
    main = text(opportunity_main(ordinary(replace(specimen(REF), opportunity=asked)), language, OPEN))
    unpaid = {"en": "Work that is not chosen is not paid", "fr": "Un travail qui n’est pas choisi n’est pas payé"}[
        language
    ]

    assert said[language] in main
    # It stands before anything else is explained, and nowhere where nothing is worked in advance.
    assert (unpaid in main[: main.index("TypeScript")]) == (method == "first-compliant")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example(language: Language) -> None:
    """`keyboard-map` as others worked it out: seed, order, mail shown as such, and who did not agree by login alone."""
    folder = worked_example(f"opportunities/{REF}")
    record = folder.parents[2]
    files = {
        f"opportunities/{path.relative_to(record).as_posix()}": path.read_bytes()
        for path in sorted(record.rglob("*"))
        if path.is_file() and (path.is_relative_to(folder) or not path.is_relative_to(record / "dex-mex" / "2026"))
    }
    ours = {path: Content(data) for path, data in files.items() if path.startswith(f"opportunities/{REF}/")}
    found = read_procurement(REF, ours, board_of(files), schemas())
    # Its clearance and its contract number are of a later part, so the award is not one that this program reads.
    found = found if found.awards else replace(outcomes.awarded(found), closing=found.closing)
    main = text(award_main(found, language))

    assert found.draws
    assert found.draws.order == ("northbit", "maple-works", "atelier-boreal", "mail-1")
    assert "ba43982a9285920c688cea6791f49eb26d1dcb04241a3f33df8926ece22509ae" in main
    assert {"en": "receipt 4, by e-mail", "fr": "accusé 4, par courriel"}[language] in main
    assert {"en": "northbit name not verified", "fr": "northbit nom non vérifié"}[language] in main
