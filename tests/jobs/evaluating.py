"""A purchase that is closed, on a repository in memory: bids of record in its tag, a log, and a folder outside."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache

from tests.memory import Files, Memory, blob_id
from tests.rules.subjects.documents import SCHEMAS
from tests.worlds import open_board_files

from board.cli.setting import board_of
from board.core.text import Language
from board.jobs import evaluate
from board.jobs.desk import Dossier, Request, Settle, Step
from board.jobs.evaluate import Answer
from board.jobs.log import appended, log_of
from board.model.closing import Closing, Recorded
from board.model.log import Entry
from board.model.reference import closing_tag
from board.model.sheet import Given
from board.model.snapshot import Edit, Outcome, Snapshot, Tag
from board.state.armour import armoured
from board.state.evaluating import labels
from board.state.ledger import write_closing

REF = "dex-mex/2026/keyboard-map"
FOLDER = f"opportunities/{REF}"
ORGANIZATION = "opportunities/dex-mex/organization.yml"
KEY = "age1c2c3v5qujfdap8ryevywftnppegsjjzq2l420aayk9z79ks9wqzqke2np7"
CLOSES = datetime.fromisoformat("2026-09-28T14:00:00-04:00")
PROMISED = "7cf2f71db3c7dd5945fc576d84f6534e34470aceaf05cb172bf44e4ea5d71eaa"

# Three people; the third evaluates too, and is in no other way part of the purchase.
THIRD = """
  - login: "j-roy"
    position:
      en: "Developer, Maps"
      fr: "Développeuse, Cartes"
    delegations:
      - may: ["evaluate"]
        up_to: "10000.00"
        from: "2026-04-01"
        to: "2027-03-31"
disclosure:"""

RATED = """  - id: "design"
    kind: "rated"
    weight: 100
    text:
      en: "How would you design it?"
      fr: "Comment le concevriez-vous?"
acceptance_criteria:"""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a supplier offers.

    Attributes:
        language: Of the answers.
        price: As the file has it.
        responses: Criterion to answer.
        closed: Whether its envelopes stay closed.
        delivered: Finished work; empty where none comes with it.
        early: Minutes before the closing at which it arrived.
        name: To show; empty for the login.
    """

    language: str = "en"
    price: str = "8000.00"
    responses: Mapping[str, str] = field(default_factory=lambda: {"keyboard-work": "I made a map usable by keyboard."})
    closed: bool = False
    delivered: Mapping[str, str] = field(default_factory=dict)
    early: int = 0
    name: str = ""


@cache
def _armour(of: str) -> str:
    """An envelope to look at from outside, the same in every run, that nobody opens: what is inside is handed in."""
    bits = [hashlib.sha256(f"{of} {number}".encode()).digest() for number in range(130)]
    share, key, code = (base64.b64encode(data).decode().rstrip("=") for data in bits[:3])
    head = f"age-encryption.org/v1\n-> X25519 {share}\n{key}\n--- {code}\n"
    content = b"".join(bits)[: 16 + 4096 + 16]
    return armoured(head.encode() + content).replace("\n", "\n    ").removesuffix("    ")


def opening(login: str, part: str, content: Mapping[str, object]) -> bytes:
    """The padded plaintext of one envelope."""
    salt = hashlib.sha256(f"{login} {part}".encode()).hexdigest()
    facts = {"v": 1, "part": part, "opportunity": REF, "bidder": login, "key": KEY, "salt": salt, "content": content}
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode().ljust(4095) + b"\n"


def groups(offer: Offer, login: str = "somebody") -> dict[str, Mapping[str, object]]:
    """Both groups of a bid, in clear."""
    return {
        "offer": {"price": offer.price},
        "answers": {
            "name": offer.name or login,
            "delivery_date": "2026-11-18",
            "registered_for_tax": True,
            "terms": "2026-1",
            "publish_answers": True,
            "declares": True,
            "responses": offer.responses,
            **({"delivered": offer.delivered} if offer.delivered else {}),
        },
    }


def sealed(login: str, offer: Offer) -> bytes:
    """A bid in two envelopes, which nobody can open: what is in them is handed in beside it."""
    text = f'schema: 1\nopportunity: "{REF}"\nbidder: "{login}"\nlanguage: "{offer.language}"\namendment: 0\n'
    for part, content in groups(offer, login).items():
        digest = hashlib.sha256(opening(login, part, content)).hexdigest()
        text += f'{part}:\n  sha256: "{digest}"\n  sealed: |\n    {_armour(digest)}'
    return text.encode()


def in_clear(login: str, offer: Offer) -> bytes:
    """A bid that everybody can read."""
    text = f'schema: 1\nopportunity: "{REF}"\nbidder: "{login}"\nlanguage: "{offer.language}"\namendment: 0\n'
    both = json.dumps(groups(offer, login), ensure_ascii=False)[1:-1].replace("}, ", "}\n", 1)
    return f"{text}{both}\n".encode()


@dataclass
class Purchase:
    """One purchase.

    Attributes:
        memory: The repository.
        openings: Of the folder outside.
        sheets: Of the same folder.
        evaluation: Of the same folder.
        at: The instant of the next step; each takes an hour.
        turns: Bidders in the order of arrival, where finished work is judged in it.
    """

    memory: Memory
    openings: dict[str, bytes]
    sheets: dict[str, bytes] = field(default_factory=dict)
    evaluation: bytes = b""
    at: datetime = CLOSES + timedelta(hours=1)
    turns: tuple[str, ...] = ()

    def log(self, *entries: Entry) -> None:
        """Lines that others write."""

        def decide(snapshot: Snapshot) -> Outcome:
            commit, _ = appended(log_of(snapshot), REF, self.at, entries)
            return Edit("board", self.at, (commit,))

        self.memory.act(decide)

    def ask(
        self,
        step: Step,
        by: str = "m-singh",
        *,
        conflict: str = "",
        settles: Sequence[Settle] = (),
        secret: str = "",
        language: Language = "en",
        identifier: str = "",
    ) -> Answer:
        """What becomes of one step; what is to be written is written, outside too."""
        request = Request(REF, by, identifier, self.at, "given", step, conflict, language, settles, secret)
        answers: list[Answer] = []

        def decide(snapshot: Snapshot) -> Outcome:
            dossier = Dossier(self.openings, self.sheets, self.evaluation)
            answers.append(evaluate.decide(snapshot, request, dossier, SCHEMAS))
            return answers[-1].outcome

        self.memory.act(decide)
        self.at += timedelta(hours=1)
        if answers[-1].evaluation:
            self.evaluation = answers[-1].evaluation
        return answers[-1]

    def fill(self, by: str, marks: Mapping[str, Mapping[str, str]], languages: str = "[en, fr]") -> None:
        """Fill in the sheet of somebody: bidder to criterion to ``pass``, ``fail`` or a score."""
        text = self.ask("write", by).sheet.decode().replace("languages: []", f"languages: {languages}")
        letters = self.letters(by)
        for letter, bidder in letters.items():
            if self.turns and bidder not in marks and f'  - label: "{letter}"' in text:
                text = _without(text, letter)
        for letter, bidder in letters.items():
            start = text.find(f'- label: "{letter}"')
            for criterion, mark in marks.get(bidder, {}).items() if start >= 0 else ():
                at = text.index(f'criterion: "{criterion}"', start)
                text = text[:at] + re.sub(r'(result|score): ""', rf"\1: {mark}", text[at:], count=1)
        self.sheets[by] = text.encode()

    def letters(self, by: str) -> Mapping[str, str]:
        """Letter to bidder on the sheet of somebody."""
        if self.turns:
            return dict(zip("ABCDEFGH", self.turns, strict=False))
        tree = self.memory.tree(self.tag.target)
        digest = hashlib.sha256(tree["closing.yml"]).hexdigest()
        return labels(digest, by, [path[5:-4] for path in tree if path.startswith("bids/")])

    def letter(self, by: str, bidder: str) -> str:
        """The letter of one bidder on the sheet of somebody."""
        return next(letter for letter, login in self.letters(by).items() if login == bidder)

    @property
    def tag(self) -> Tag:
        """Of the closing."""
        tag = self.memory.tag(closing_tag(REF))
        assert tag is not None
        return tag

    @property
    def said(self) -> list[str]:
        """Kind of each line of the log."""
        return [type(line.entry).__name__ for line in log_of(self.memory).lines]


def _without(text: str, letter: str) -> str:
    """A sheet from which one bid was taken out."""
    before, _, behind = text.partition(f'  - label: "{letter}"')
    _, found, rest = behind.partition("  - label: ")
    return before + found + rest


def board(edits: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> Files:
    """The board of the specimen, with the key of `keyboard-map` and a third person."""
    files = open_board_files()
    files[f"{FOLDER}/sealing.yml"] = f'schema: 1\nkeeper: "a-tremblay"\nrecipient: "{KEY}"\n'.encode()
    for path, changes in {ORGANIZATION: [("\ndisclosure:", THIRD)], **(edits or {})}.items():
        for old, new in changes:
            assert files[path].count(old.encode()) == 1, (path, old)
            files[path] = files[path].replace(old.encode(), new.encode())
    return files


def closed(
    offers: Mapping[str, Offer], files: Files | None = None, bids: Mapping[str, bytes] | None = None, ref: str = REF
) -> Purchase:
    """A purchase with its closing; sealed bids but where *bids* gives a file."""
    memory, tree = Memory(), board() if files is None else files
    begin = memory.put(tree, message="Board")
    filed = {login: (bids or {}).get(login) or sealed(login, offer) for login, offer in sorted(offers.items())}
    rows = tuple(
        Recorded(
            login,
            "",
            offers[login].language,
            CLOSES - timedelta(minutes=offers[login].early),
            "host",
            n,
            "",
            blob_id(data),
            hashlib.sha256(data).hexdigest(),
        )
        for n, (login, data) in enumerate(filed.items(), 1)
    )
    settings = board_of(tree).settings
    assert settings is not None
    request = hashlib.sha256(tree[f"opportunities/{ref}/opportunity.yml"]).hexdigest()
    made = write_closing(Closing(ref, request, CLOSES, len(rows), "0" * 64, rows), settings)
    commit = memory.put(
        {"closing.yml": made, **{f"bids/{login}.yml": data for login, data in filed.items()}}, [begin], "Closing", ""
    )
    memory.set_tag(closing_tag(ref), Tag(commit, closing_tag(ref), "Closing"))
    openings = {
        f"{login}.{part}.json": opening(login, part, content)
        for login, offer in offers.items()
        if not offer.closed
        for part, content in groups(offer, login).items()
    }
    return Purchase(memory, openings)


def names(answer: Answer) -> list[str]:
    """The names of the findings that refuse a step."""
    assert isinstance(answer.outcome, tuple)
    return [finding.name for finding in answer.outcome]


def settle(label_: str, criterion: str, score: str, note: str = "Because.") -> Settle:
    """One settlement."""
    given = (
        Given(criterion, score == "pass", None) if score in ("pass", "fail") else Given(criterion, None, Decimal(score))
    )
    return Settle(label_, given, hashlib.sha256(note.encode()).hexdigest())
