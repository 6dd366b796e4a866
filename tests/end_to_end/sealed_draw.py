"""A purchase by a sealed draw, step by step, as its two people and its suppliers type it."""

import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from tests.cli.checking import Ran
from tests.hosts import Host, hosted
from tests.worlds import git, work_tree

from board.model.reference import bid_branch, bid_path, opportunity_path, sealing_path

OWNER, OFFICER = "m-singh", "a-tremblay"


@dataclass(frozen=True, slots=True)
class Posting:
    """What is bought.

    Attributes:
        ref: Of the opportunity.
        board: Its files, with a request whose two commitments are nobody's yet, the owner's first.
        open: Instant at which bids are sent.
        closing: Instant after which none counts.
        criterion: The one that bids answer.
        answers: Login to answer, of everybody who bids; the first lets it be published whatever becomes of the bid.
        beacon: What the named beacon gave; empty where the request names none.
    """

    ref: str
    board: Mapping[str, bytes]
    open: str
    closing: str
    criterion: str
    answers: Mapping[str, str]
    beacon: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """The beacon as a command is told of it."""
        return ("--beacon", self.beacon) if self.beacon else ()

    def after(self, hours: int) -> str:
        """So many hours after the closing."""
        return (datetime.fromisoformat(self.closing) + timedelta(hours=hours)).isoformat()


class Play:
    """The purchase, step by step.

    Attributes:
        posting: What is bought.
        host: Where bids are pushed.
        folder: What is not in Git before the outcome.
    """

    def __init__(self, tmp_path: Path, run: Callable[..., Ran], posting: Posting) -> None:
        self.run = run
        self.tmp = tmp_path
        self.posting = posting
        self.folder = tmp_path / "dossier"
        self.folder.mkdir()
        self.host = self._posted()

    def keys(self, who: str) -> str:
        """Where somebody keeps keys."""
        return str(self.tmp / f"keys-{who}")

    def act(self, who: str, *words: str, after: int = 1) -> Ran:
        """A command of somebody, on the host, so many hours after the closing."""
        return self.run(self.host.root, *words, "--as", who, "--now", self.posting.after(after))

    def _posted(self) -> Host:
        """A host with the posting, in which stands what both people's `board keys` printed."""
        ref, files = self.posting.ref, dict(self.posting.board)
        draft = self.tmp / "draft"
        work_tree(draft, {path: data for path, data in files.items() if path != opportunity_path(ref)})
        told = {}
        for who in (OWNER, OFFICER):
            ran = self.run(draft, "keys", ref, "--as", who, "--keys", self.keys(who))
            assert ran.code == 0, ran
            told[who] = ran.out
        recipient = re.search(r'recipient: "(age1[0-9a-z]+)"', told[OFFICER])
        digests = {who: re.search(r'sha256: "([0-9a-f]{64})"', said) for who, said in told.items()}
        assert recipient
        request = files[opportunity_path(ref)].decode()
        old = re.findall(r'sha256: "([0-9a-f]{64})"', request)
        for digest, who in zip(old, (OWNER, OFFICER), strict=True):
            found = digests[who]
            assert found
            request = request.replace(digest, found[1])
        files[opportunity_path(ref)] = request.encode()
        files[sealing_path(ref)] = f'schema: 1\nkeeper: "{OFFICER}"\nrecipient: "{recipient[1]}"\n'.encode()
        shutil.rmtree(draft)
        return hosted(self.tmp, now=self.posting.open, board=files)

    def bid(self, login: str) -> None:
        """A supplier fills in, seals and pushes."""
        ref, home = self.posting.ref, self.tmp / login
        git(self.tmp, "clone", "-q", str(self.host.root), str(home))
        made = self.run(home, "new", "bid", ref, "--as", login, "--now", self.posting.open)
        assert made.code == 0, made
        path = home / bid_path(ref, login)
        text = path.read_text("utf-8")
        first = login == next(iter(self.posting.answers))
        told = {"name": f'"{login.title()}"', "registered_for_tax": "true", "declares": "true"}
        told |= {"publish_answers": "true" if first else "false"}
        told |= {self.posting.criterion: json.dumps(self.posting.answers[login], ensure_ascii=False)}
        for key, value in told.items():
            assert f'{key}: ""' in text, (key, text)
            text = text.replace(f'{key}: ""', f"{key}: {value}")
        path.write_text(text, "utf-8")
        keep = ("--keep", str(self.tmp / f"kept-{login}"), "--now", self.posting.open)
        sealed = self.run(home, "seal", str(path), *keep)
        assert sealed.code == 0, sealed
        email = ("-c", f"user.name={login}", "-c", f"user.email={login}@users.noreply.board.invalid")
        git(home, "switch", "-q", "-c", bid_branch(login, ref))
        git(home, "add", "opportunities")
        git(home, *email, "commit", "-q", "-m", f"Bid on {ref}")
        git(home, "push", "-q", "origin", bid_branch(login, ref))

    def closed(self) -> None:
        """Every bid, the mailbox, the closing."""
        for login in self.posting.answers:
            self.bid(login)
        assert self.act(OFFICER, "receive", self.posting.ref, "--mailbox-read").code == 0
        ran = self.run(self.host.root, "close", self.posting.ref)
        assert ran.code == 0, ran

    def evaluated(self, *failing: str) -> None:
        """Declared, opened, marked and handed in; a bid fails in whose answer one of these texts stands."""
        ref, folder = self.posting.ref, ("--folder", str(self.folder))
        assert self.act(OWNER, "evaluate", ref, "--declare", "none").code == 0
        opened = self.act(OFFICER, "unseal", ref, *folder, "--keys", self.keys(OFFICER))
        assert opened.code == 0, opened
        assert self.act(OWNER, "evaluate", ref, *folder).code == 0
        sheet = self.folder / "sheets" / f"{OWNER}.yml"
        sheet.write_text(_marked(sheet.read_text("utf-8"), failing), "utf-8")
        done = self.act(OWNER, "evaluate", ref, *folder, "--done", "--keys", self.keys(OWNER), after=20)
        assert done.code == 0, done

    def drawn(self) -> list[str]:
        """The order."""
        words = ("--folder", str(self.folder), "--keys", self.keys(OFFICER), "--format", "json", *self.posting.given)
        ran = self.act(OFFICER, "draw", self.posting.ref, *words, after=21)
        assert ran.code == 0, ran
        return list(json.loads(ran.out)["draw"]["order"])

    def awarded(self) -> Ran:
        """The award."""
        words = ("award", self.posting.ref, "--folder", str(self.folder), "--format", "json", *self.posting.given)
        return self.act(OFFICER, *words, after=44)


def _marked(sheet: str, failing: Sequence[str]) -> str:
    """The sheet with a result for each bid, by the answer that stands before it."""
    blocks = sheet.split('result: ""')
    marked = blocks[0]
    for before, block in pairwise(blocks):
        marked += f'result: "{"fail" if any(text in before for text in failing) else "pass"}"{block}'
    return marked.replace("languages: []", "languages: [en, fr]")
