"""Boards of any size, made for measuring: many organizations, years and words, requests of about 2.5 KB."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.worlds import board_files

from board.model.reference import bid_path, opportunity_path

ORGANIZATIONS = 40
_EN = (
    "map", "filter", "chart", "keyboard", "table", "archive", "sensor", "glossary",
    "station", "survey", "permit", "trail", "water", "label", "search",
)  # fmt: skip
_FR = (
    "carte", "filtre", "graphique", "clavier", "tableau", "archive", "capteur", "lexique",
    "poste", "enquête", "permis", "sentier", "eau", "libellé",
)  # fmt: skip

_REQUEST = """\
schema: 1
title:
  en: "Mend the {en0} of the {en1} viewer, number {number}"
  fr: "Corriger le volet {fr0} de la visionneuse {fr1}, numéro {number}"
summary:
  en: "The {en2} drops what the {en3} shows. Fix it, and prove with tests that the {en4} stays as it is."
  fr: "Le volet {fr2} omet ce que montre le volet {fr3}. Corrigez-le et démontrez que le volet {fr4} reste tel quel."
description:
  en: |
    The {en5} lists {number} entries and forgets one whenever the {en6} changes its zone, in March and in November.
    Somebody who reads the {en7} each morning finds yesterday under today, and nobody notices before noon.

    The repository is public. The bug is described there, a failing example stands beside it, and we review within
    two business days. You need no access to our network, and no security clearance.
  fr: |
    Le volet {fr5} présente {number} éléments et en oublie un chaque fois que le volet {fr6} change de fuseau, en mars
    et en novembre. Qui consulte le volet {fr7} chaque matin trouve hier sous aujourd’hui, sans que rien ne l’indique.

    Le dépôt est public. Le bogue y est décrit, un exemple qui échoue se trouve à côté, et nous examinons chaque
    contribution en deux jours ouvrables. Aucun accès à notre réseau ni aucune cote de sécurité ne sont nécessaires.
category: "services"
deliverables:
  - id: "fix"
    description:
      en: "A pull request to the public repository that mends the {en8}"
      fr: "Une demande (pull request) au dépôt public qui corrige le volet {fr8}"
price:
  basis: "maximum"
  amount: "{price}.00"
tax_place: "ON"
selection_method: "lowest-price"
bids: "public"
evaluation_criteria:
  - id: "plan"
    kind: "mandatory"
    words_max: 150
    text:
      en: "In a few sentences: where is the fault, and how will you show that it is gone?"
      fr: "En quelques phrases : où se trouve l’erreur, et comment démontrerez-vous qu’elle a disparu?"
acceptance_criteria:
  - id: "tests"
    evidence: "test"
    text:
      en: "New tests fail before the change and pass after it."
      fr: "De nouveaux tests échouent avant la modification et réussissent après."
accessibility:
  applies: false
published_at: "{published}"
questions_close_at: "{questions}"
closes_at: "{closing}"
work_period:
  end: "{end}"
terms: "2026-1"
licence: "MIT"
target:
  repository: "https://example.invalid/{organization}/viewer"
  skills: ["JavaScript", "Testing"]
"""

_BID = """\
schema: 1
opportunity: "{ref}"
bidder: "{login}"
language: "en"
amendment: 0
offer:
  price: "900.00"
answers:
  name: "Maple Works"
  delivery_date: "{end}"
  registered_for_tax: true
  terms: "2026-1"
  publish_answers: true
  declares: true
  responses:
    plan: "The end of the range is compared in local time. I will compare days, and test March and November."
"""

# Every request of a made board is open at this instant.
NOW = datetime(2026, 11, 4, 17, tzinfo=UTC)


def request(number: int) -> tuple[str, bytes]:
    """REF and content of the request of that number."""
    organization = f"org-{number % ORGANIZATIONS}"
    ref = f"{organization}/2026/request-{number}"
    words = {f"en{n}": _EN[(number + 3 * n) % len(_EN)] for n in range(9)}
    words |= {f"fr{n}": _FR[(number + 3 * n) % len(_FR)] for n in range(9)}
    published = datetime(2026, 11, 2, 14, tzinfo=UTC)
    text = _REQUEST.format(
        number=number,
        organization=organization,
        price=1000 + number % 7000,
        published=published.isoformat(),
        questions=(published + timedelta(days=8)).isoformat(),
        closing=(published + timedelta(days=10)).isoformat(),
        end="2026-12-18",
        **words,
    )
    return ref, text.encode()


def files(count: int) -> Iterator[tuple[str, bytes]]:
    """Path and content of everything on a board of *count* requests."""
    above = board_files()
    people = above.pop("opportunities/dex-mex/organization.yml").decode()
    for path, data in above.items():
        if not path.startswith("opportunities/dex-mex/"):
            yield path, data
    for number in range(min(count, ORGANIZATIONS)):
        own = people.replace('id: "dex-mex"', f'id: "org-{number}"').replace("specimen: true\n", "")
        yield f"opportunities/org-{number}/organization.yml", own.encode()
    for number in range(count):
        ref, data = request(number)
        yield opportunity_path(ref), data


def bid(number: int, login: str = "maple-works") -> tuple[str, bytes]:
    """Path and content of a bid on the request of that number."""
    ref, _ = request(number)
    return bid_path(ref, login), _BID.format(ref=ref, login=login, end="2026-12-18").encode()


def repository(folder: Path, count: int) -> Path:
    """A bare repository whose main holds a board of *count* requests, and whose branch `bid` adds one bid."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder], check=True)
    person = b"somebody <somebody@users.noreply.example.invalid> 1793800000 +0000"

    def stream() -> Iterator[bytes]:
        yield b"commit refs/heads/main\ncommitter " + person + b"\ndata 5\nbegin\n"
        for path, data in files(count):
            yield b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)
        path, data = bid(count // 2)
        yield b"commit refs/heads/bid\ncommitter " + person + b"\ndata 3\nbid\nfrom refs/heads/main\n"
        yield b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)

    words = ["git", "-C", str(folder), "fast-import", "--quiet"]
    with subprocess.Popen(words, stdin=subprocess.PIPE) as importing:
        assert importing.stdin
        importing.stdin.writelines(stream())
    if importing.returncode:
        raise subprocess.CalledProcessError(importing.returncode, words)
    return folder
