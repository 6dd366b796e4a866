"""An evaluation, step by step: who may, what a sheet shows, when digests are receipted, what results follow."""

import hashlib
from typing import Any

import pytest
from tests.jobs.evaluating import (
    FOLDER,
    ORGANIZATION,
    PROMISED,
    RATED,
    REF,
    THIRD,
    Offer,
    Purchase,
    board,
    closed,
    groups,
    in_clear,
    names,
    opening,
    sealed,
    settle,
)
from tests.rules.subjects.documents import SCHEMAS

from board.jobs.log import BRANCH, log_of
from board.model.evaluation import Evaluation
from board.model.log import Evaluated, Opened, Secret
from board.model.reference import closing_tag
from board.model.snapshot import MAIN, Edit, Nothing
from board.state.ledger import read_evaluation
from board.state.ledger.log import LOG

OPPORTUNITY = f"{FOLDER}/opportunity.yml"
TWO = {OPPORTUNITY: [("acceptance_criteria:", RATED)]}
AMENDED = """amendments:
  - number: 1
    published_at: "{day}T09:00:00-04:00"
    changes: ["description"]
    reason:
      en: "A word was missing."
      fr: "Il manquait un mot."
"""
DESIGN = {"keyboard-work": "Ours.", "design": "With a list beside the map."}


def evaluation(purchase: Purchase) -> Evaluation:
    """What the purchase came to."""
    found = read_evaluation(purchase.evaluation, SCHEMAS)
    assert found is not None
    return found


def results(purchase: Purchase) -> dict[str, str]:
    """Bidder to result."""
    return {row.bidder: row.result for row in evaluation(purchase).results}


def one(**offers: Offer) -> Purchase:
    """A purchase with mandatory criteria that m-singh evaluates, opened."""
    purchase = closed({login.replace("_", "-"): offer for login, offer in offers.items()} or {"maple-works": Offer()})
    purchase.ask("declare", conflict="none")
    purchase.log(Opened("a-tremblay"))
    return purchase


def two() -> Purchase:
    """A purchase with a rated criterion that two people evaluate, opened."""
    files = board(TWO)
    purchase = closed({"maple-works": Offer(responses=DESIGN), "northbit": Offer("fr", responses=DESIGN)}, files)
    for login in ("m-singh", "j-roy"):
        purchase.ask("declare", login, conflict="none")
    purchase.log(Opened("a-tremblay"))
    return purchase


def marks(maple: str, north: str) -> dict[str, dict[str, str]]:
    """Scores of both bids, which pass what is mandatory."""
    return {
        "maple-works": {"keyboard-work": "pass", "design": maple},
        "northbit": {"keyboard-work": "pass", "design": north},
    }


class TestMandatory:
    """One evaluator, pass or fail."""

    def test_goes_from_declaration_to_results(self) -> None:
        """Sheet, digest, results, secret, in this order; every bid of record has a result."""
        purchase = one(maple_works=Offer(), northbit=Offer("fr"), dear=Offer(price="8000.01"), shut=Offer(closed=True))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}, "northbit": {"keyboard-work": "fail"}})

        handed, done = purchase.ask("hand-in"), purchase.ask("finish", secret=PROMISED)

        assert isinstance(handed.outcome, Edit)
        assert isinstance(done.outcome, Edit)
        assert done.shows_secret
        assert purchase.said == ["Declared", "Opened", "Sheet", "Evaluated", "Secret"]
        assert results(purchase) == {"dear": "fail", "maple-works": "pass", "northbit": "fail", "shut": "fail"}
        by_login = {row.bidder: row for row in evaluation(purchase).results}
        assert (by_login["dear"].opened, by_login["dear"].findings) == (True, ("not-the-fixed-price",))
        assert (by_login["shut"].opened, by_login["shut"].criteria) == (False, ())
        logged = [line.entry for line in log_of(purchase.memory).lines][-2:]
        digest = hashlib.sha256(purchase.evaluation).hexdigest()
        assert logged == [Evaluated("m-singh", digest), Secret("m-singh", 1, PROMISED)]

    def test_writes_nothing_on_main(self) -> None:
        """Until the outcome a procurement leaves main alone, and no sheet enters the repository."""
        purchase = one()
        main = purchase.memory.refs["refs/heads/main"]
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert purchase.memory.refs["refs/heads/main"] == main
        assert set(purchase.memory.tree(BRANCH)) == {LOG}

    def test_asked_again_says_what_was_done(self) -> None:
        """The same bytes, and no second line, with the file at hand or without."""
        purchase = one()
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        first = purchase.ask("finish").evaluation
        lines = purchase.said

        again = purchase.ask("hand-in"), purchase.ask("finish")
        purchase.evaluation = b""
        lost = purchase.ask("hand-in"), purchase.ask("finish")

        assert [answer.outcome for answer in (*again, *lost)] == [Nothing()] * 4
        assert [again[1].evaluation, lost[1].evaluation] == [first, first]
        assert purchase.said == lines

    def test_a_sheet_that_was_handed_in_is_not_changed(self) -> None:
        """Neither before the results nor after them."""
        purchase = one()
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        good = purchase.sheets["m-singh"]
        purchase.sheets["m-singh"] = good.replace(b"result: pass", b"result: fail")

        assert names(purchase.ask("hand-in")) == ["changed-sheet"]
        assert names(purchase.ask("finish")) == ["changed-sheet"]

        purchase.sheets["m-singh"] = good
        assert isinstance(purchase.ask("finish").outcome, Edit)

    @pytest.mark.parametrize("secret", ["", "00" * 32])
    def test_shows_no_secret_that_was_not_promised(self, secret: str) -> None:
        """The evaluation counts without one."""
        purchase = one()
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")

        answer = purchase.ask("finish", secret=secret)

        assert isinstance(answer.outcome, Edit)
        assert not answer.shows_secret
        assert purchase.said[-1] == "Evaluated"

    def test_no_comment_leaves_the_sheet(self) -> None:
        """Neither into the results nor into the log."""
        purchase = one()
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "fail"}})
        text = purchase.sheets["m-singh"].replace(b'comment: ""', b'comment: "Weak work."')
        purchase.sheets["m-singh"] = text
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert b"Weak work" in text
        assert b"Weak" not in purchase.evaluation + purchase.memory.tree(BRANCH)[LOG]

    @pytest.mark.parametrize(
        ("old", "new", "named"),
        [
            (b"result: pass", b'result: ""', "not-in-list"),
            (b"result: pass", b"result: maybe", "not-in-list"),
            (b"result: pass", b"score: 70", "unasked-mark"),
            (b"languages: [en, fr]", b"languages: []", "too-few"),
            (b'label: "A"', b'label: "B"', "unasked-mark"),
            (b'evaluator: "m-singh"', b'evaluator: "j-roy"', "sheet-of-another"),
            (b"schema: 1", b"schema: 1\nprice: 2", "unknown-key"),
            (b"result: pass", b"result: &x pass", "anchor"),
        ],
    )
    def test_a_sheet_is_checked_strictly(self, old: bytes, new: bytes, named: str) -> None:
        """And nothing of it is receipted; whatever is said of a sheet is for officers."""
        purchase = one()
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        assert old in purchase.sheets["m-singh"]
        purchase.sheets["m-singh"] = purchase.sheets["m-singh"].replace(old, new)

        answer = purchase.ask("hand-in")

        assert named in names(answer)
        assert purchase.said == ["Declared", "Opened"]
        assert isinstance(answer.outcome, tuple)
        assert {found.audience for found in answer.outcome if found.code[:3] in ("DOC", "SCH")} <= {"officers"}

    def test_a_long_sheet_is_taken(self) -> None:
        """Many answers make a file that no supplier could send."""
        long = {"keyboard-work": " ".join(["clear"] * 240)}
        purchase = one(**{f"bidder_{n}": Offer(responses=long) for n in range(60)})
        purchase.fill("m-singh", {f"bidder-{n}": {"keyboard-work": "pass"} for n in range(60)})

        assert len(purchase.sheets["m-singh"]) > 65536
        assert isinstance(purchase.ask("hand-in").outcome, Edit)


class TestRated:
    """Two evaluators, scores."""

    def test_waits_until_both_are_done_and_takes_the_mean(self) -> None:
        """Half up to two decimals; each sheet's digest stands beside its author."""
        purchase = two()
        purchase.fill("m-singh", marks("70", "80.5"))
        purchase.ask("hand-in")

        waits = purchase.ask("finish")

        assert (waits.outcome, waits.waiting, waits.evaluation) == (Nothing(), ("j-roy",), b"")
        purchase.fill("j-roy", marks("75.25", "80.49"))
        purchase.ask("hand-in", "j-roy")
        assert isinstance(purchase.ask("finish", "j-roy").outcome, Edit)
        found = evaluation(purchase)
        assert [str(row.criteria[1].score) for row in found.results] == ["72.63", "80.50"]
        assert [(row.by, row.sheet_sha256) for row in found.evaluators] == [
            (login, hashlib.sha256(purchase.sheets[login]).hexdigest()) for login in ("j-roy", "m-singh")
        ]

    def test_asks_for_a_note_where_scores_are_far_apart(self) -> None:
        """In the letters of who asks; the digest of the note stands in the results, and both get the same bytes."""
        purchase = two()
        purchase.fill("m-singh", marks("40", "80"))
        purchase.fill("j-roy", marks("61", "100"))
        purchase.ask("hand-in")
        purchase.ask("hand-in", "j-roy")

        refused = purchase.ask("finish")

        assert names(refused) == ["scores-far-apart"]
        assert isinstance(refused.outcome, tuple)
        assert refused.outcome[0].audience == "officers"
        assert "Evaluated" not in purchase.said
        letter = purchase.letter("m-singh", "maple-works")
        other = purchase.letter("m-singh", "northbit")
        assert names(purchase.ask("finish", settles=[settle(other, "design", "90")])) == [
            "scores-far-apart",
            "settled-without-gap",
        ]
        done = purchase.ask("finish", settles=[settle(letter, "design", "55")])
        assert isinstance(done.outcome, Edit)
        (maple, north) = evaluation(purchase).results
        assert str(maple.criteria[1].score) == "55.00"
        assert maple.criteria[1].note_sha256 == hashlib.sha256(b"Because.").hexdigest()
        assert (str(north.criteria[1].score), north.criteria[1].note_sha256) == ("90.00", "")

    def test_what_was_evaluated_is_not_evaluated_again(self) -> None:
        """Another settlement gives another file, and the log knows which one counts."""
        purchase = two()
        for login, score in (("m-singh", "40"), ("j-roy", "90")):
            purchase.fill(login, marks(score, "70"))
            purchase.ask("hand-in", login)
        letter = purchase.letter("m-singh", "maple-works")
        first = purchase.ask("finish", settles=[settle(letter, "design", "55")]).evaluation
        purchase.evaluation = b""

        assert names(purchase.ask("finish", settles=[settle(letter, "design", "60")])) == ["other-evaluation"]
        assert purchase.ask("finish", settles=[settle(letter, "design", "55")]).evaluation == first

    def test_a_pass_beside_a_fail_is_settled_too(self) -> None:
        """With a word."""
        purchase = two()
        purchase.fill("m-singh", marks("70", "70"))
        split = marks("70", "70")
        split["northbit"]["keyboard-work"] = "fail"
        purchase.fill("j-roy", split)
        purchase.ask("hand-in")
        purchase.ask("hand-in", "j-roy")

        assert names(purchase.ask("finish")) == ["scores-far-apart"]
        letter = purchase.letter("j-roy", "northbit")
        purchase.ask("finish", "j-roy", settles=[settle(letter, "keyboard-work", "fail")])
        assert results(purchase) == {"maple-works": "pass", "northbit": "fail"}

    def test_one_person_alone_scores_nothing(self) -> None:
        """The digest is receipted; results wait for a second person."""
        purchase = closed({"maple-works": Offer(responses=DESIGN)}, board(TWO))
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", marks("70", "70"))

        assert isinstance(purchase.ask("hand-in").outcome, Edit)
        assert names(purchase.ask("finish")) == ["too-few-evaluators"]

    def test_the_team_reads_every_language_of_a_bid(self) -> None:
        """Not each of its members."""
        purchase = two()
        purchase.fill("m-singh", marks("70", "70"), "[en]")
        purchase.fill("j-roy", marks("70", "70"), "[en]")
        purchase.ask("hand-in")
        purchase.ask("hand-in", "j-roy")
        assert names(purchase.ask("finish")) == ["uncovered-language"]

        purchase = two()
        purchase.fill("m-singh", marks("70", "70"), "[en]")
        purchase.fill("j-roy", marks("70", "70"), "[fr]")
        purchase.ask("hand-in")
        purchase.ask("hand-in", "j-roy")
        assert isinstance(purchase.ask("finish").outcome, Edit)

    def test_a_sheet_that_lies_elsewhere_is_asked_for(self) -> None:
        """By name; it changes hands once all are receipted."""
        purchase = two()
        for login in ("m-singh", "j-roy"):
            purchase.fill(login, marks("70", "70"))
            purchase.ask("hand-in", login)
        mine = purchase.sheets.pop("j-roy")

        assert names(purchase.ask("finish")) == ["missing-sheet"]
        purchase.sheets["j-roy"] = mine
        assert isinstance(purchase.ask("finish").outcome, Edit)

    def test_who_finds_a_conflict_later_leaves_the_team(self) -> None:
        """And does not come back."""
        purchase = two()
        purchase.fill("j-roy", marks("70", "70"))
        purchase.ask("hand-in", "j-roy")
        purchase.ask("declare", "j-roy", conflict="declared")

        assert names(purchase.ask("declare", "j-roy", conflict="none")) == ["evaluator-in-conflict"]
        assert names(purchase.ask("write", "j-roy")) == ["evaluator-in-conflict"]
        purchase.fill("m-singh", marks("70", "70"))
        purchase.ask("hand-in")
        assert names(purchase.ask("finish")) == ["too-few-evaluators"]


class TestSheet:
    """What an evaluator sees."""

    def test_names_nobody(self) -> None:
        """No login, name, price or day of a bid; its answer in its own language, all else in the evaluator's."""
        purchase = one(
            maple_works=Offer(responses={"keyboard-work": "Ours is public."}),
            northbit=Offer("fr", responses={"keyboard-work": "Le nôtre est public."}),
        )

        text = purchase.ask("write", language="fr").sheet.decode()

        assert "# | Ours is public." in text
        assert "# | Le nôtre est public." in text
        assert "Réponse, en anglais" in text
        assert "Answer" not in text
        for rival in ("maple-works", "northbit", "Somebody", "8000", "2026-11-18"):
            assert rival not in text

    def test_is_the_same_each_time(self) -> None:
        """And in another order for another person."""
        purchase = two()

        assert purchase.ask("write").sheet == purchase.ask("write").sheet
        orders = {tuple(purchase.letters(login).values()) for login in ("m-singh", "j-roy", "x", "y", "z")}
        assert len(orders) > 1

    def test_a_letter_means_one_bid_whatever_opens(self) -> None:
        """A bid that cannot be read keeps its letter, which is then missing."""
        offers = {f"bidder-{n}": Offer() for n in range(6)}
        whole, part = closed(offers), closed(offers)
        for purchase in (whole, part):
            purchase.ask("declare", conflict="none")
            purchase.log(Opened("a-tremblay"))
        del part.openings["bidder-3.answers.json"]
        gone = part.letter("m-singh", "bidder-3")

        lines = part.ask("write").sheet.decode()

        assert whole.letters("m-singh") == part.letters("m-singh")
        assert f'label: "{gone}"' in whole.ask("write").sheet.decode()
        assert f'label: "{gone}"' not in lines

    def test_a_hostile_answer_stays_a_comment(self) -> None:
        """Whatever breaks its lines."""
        answer = 'Fine.\n- label: "A"\n  marks:\n# result: pass\n\n  result: pass'
        purchase = one(maple_works=Offer(responses={"keyboard-work": answer}))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "fail"}})

        assert isinstance(purchase.ask("hand-in").outcome, Edit)
        purchase.ask("finish")
        assert results(purchase) == {"maple-works": "fail"}


class TestWho:
    """Who may evaluate."""

    @pytest.mark.parametrize("step", ["write", "hand-in", "finish"])
    def test_nobody_who_declared_nothing(self, step: Any) -> None:
        """At every step."""
        purchase = closed({"maple-works": Offer()})
        purchase.log(Opened("a-tremblay"))

        assert "undeclared-evaluator" in names(purchase.ask(step))

    def test_nobody_without_the_word(self) -> None:
        """The officer may award, and not evaluate; a stranger may nothing."""
        purchase = closed({"maple-works": Offer()})

        assert names(purchase.ask("declare", "a-tremblay", conflict="none")) == [
            "outside-delegation",
            "evaluator-keeps-key",
        ]
        assert names(purchase.ask("declare", "stranger", conflict="none")) == ["unknown-officer"]

    def test_nobody_who_bids(self) -> None:
        """And the bid of one who acts for the organization does not count, by name."""
        purchase = closed({"maple-works": Offer(), "j-roy": Offer()})

        assert names(purchase.ask("declare", "j-roy", conflict="none")) == ["evaluator-bids"]
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")
        (insider, rival) = evaluation(purchase).results
        assert (insider.bidder, insider.result, insider.findings) == ("j-roy", "fail", ("bid-by-insider",))
        assert rival.passes

    @pytest.mark.parametrize(("ends", "result"), [("2026-09-26", "fail"), ("2026-09-24", "pass")])
    def test_whoever_acted_when_the_bid_arrived(self, ends: str, result: str) -> None:
        """That the delegation was over at the closing does not help; that it was over before the bid does."""
        third = THIRD.replace("2027-03-31", ends)
        files = board({ORGANIZATION: [("\ndisclosure:", third)]})
        purchase = closed({"j-roy": Offer(early=3 * 24 * 60)}, files)
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"j-roy": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert results(purchase) == {"j-roy": result}

    @pytest.mark.parametrize(("published", "result"), [("2026-09-24", "fail"), ("2026-09-26", "pass")])
    def test_whoever_answers_an_earlier_amendment(self, published: str, result: str) -> None:
        """A bid that came after an amendment answers it, as its supplier was told; one that came before need not."""
        files = board({OPPORTUNITY: [("acceptance_criteria:", f"{AMENDED.format(day=published)}acceptance_criteria:")]})
        purchase = closed({"northbit": Offer(early=3 * 24 * 60)}, files)
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"northbit": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert results(purchase) == {"northbit": result}

    def test_declaring_is_done_once_and_in_time(self) -> None:
        """Twice is once; after the opening only a conflict is told."""
        purchase = closed({"maple-works": Offer()})

        assert isinstance(purchase.ask("declare", conflict="none").outcome, Edit)
        assert purchase.ask("declare", conflict="none").outcome == Nothing()
        purchase.log(Opened("a-tremblay"))
        assert names(purchase.ask("declare", "j-roy", conflict="none")) == ["declared-after-opening"]
        assert isinstance(purchase.ask("declare", "j-roy", conflict="declared").outcome, Edit)
        assert purchase.said == ["Declared", "Opened", "Declared"]

    def test_nothing_is_read_before_the_opening(self) -> None:
        """Although a folder has plaintexts."""
        purchase = closed({"maple-works": Offer()})
        purchase.ask("declare", conflict="none")

        assert names(purchase.ask("write")) == ["unopened-bids"]

    def test_a_clock_behind_the_log_is_refused(self) -> None:
        """Whoever acts, acts after the last line."""
        purchase = one()
        purchase.at = purchase.at.replace(day=28, hour=14, minute=30)

        assert names(purchase.ask("write")) == ["clock-behind-record"]


class TestGround:
    """What an evaluation rests on."""

    def test_no_closing(self) -> None:
        """Nothing is declared before it."""
        purchase = closed({"maple-works": Offer()})
        purchase.memory.set_tag(closing_tag(REF), None)

        assert names(purchase.ask("declare", conflict="none")) == ["evaluated-before-closed"]

    def test_a_tag_that_lacks_a_bid(self) -> None:
        """What it lists is not what it holds."""
        purchase = closed({"maple-works": Offer(), "northbit": Offer()})
        tree = purchase.memory.tree(purchase.tag.target)
        tree["bids/northbit.yml"] += b"\n"
        tag = purchase.tag
        commit = purchase.memory.put(tree, [], "Closing", "")
        purchase.memory.set_tag(closing_tag(REF), type(tag)(commit, tag.name, tag.message))

        assert names(purchase.ask("declare", conflict="none")) == ["evaluated-before-closed"]

    def test_bids_in_clear_take_no_opening(self) -> None:
        """They are read from the tag of the closing, and the rules of check judge them just so."""
        files = board({OPPORTUNITY: [('bids: "sealed"', 'bids: "public"')]})
        offers = {"maple-works": Offer(), "dear": Offer(price="8000.01"), "hidden": Offer()}
        bids = {login: in_clear(login, offers[login]) for login in ("maple-works", "dear")}
        purchase = closed(offers, files, bids)
        purchase.openings.clear()
        purchase.ask("declare", conflict="none")
        purchase.openings |= {name: opened for name, opened in closed(offers).openings.items() if "hidden" in name}
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert [(row.bidder, row.result, row.findings) for row in evaluation(purchase).results] == [
            ("dear", "fail", ("not-the-fixed-price",)),
            ("hidden", "fail", ("sealed-where-public",)),
            ("maple-works", "pass", ()),
        ]

    def test_bids_in_clear_need_nobody_who_opens(self) -> None:
        """Where no bid is sealed there is no line of an opening."""
        files = board({OPPORTUNITY: [('bids: "sealed"', 'bids: "public"')]})
        purchase = closed({"maple-works": Offer()}, files, {"maple-works": in_clear("maple-works", Offer())})
        purchase.ask("declare", conflict="none")
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "fail"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert results(purchase) == {"maple-works": "fail"}
        assert purchase.said == ["Declared", "Sheet", "Evaluated"]

    def test_an_outcome_ends_it(self) -> None:
        """Nothing is declared after a cancellation."""
        purchase = one()
        files = purchase.memory.tree(MAIN)
        path = f"{FOLDER}/cancellation.yml"
        ended = files["opportunities/dex-mex/2026/alt-text/cancellation.yml"].replace(b"alt-text", b"keyboard-map")
        purchase.memory.put({**files, path: ended}, [purchase.memory.refs[MAIN]])

        assert names(purchase.ask("write")) == ["evaluated-after-outcome"]

    def test_a_broken_log(self) -> None:
        """Is named, with its line."""
        purchase = closed({"maple-works": Offer()})
        purchase.memory.put({LOG: b"{}\n"}, branch=BRANCH)

        assert names(purchase.ask("declare", conflict="none")) == ["broken-log"]

    def test_a_folder_without_openings(self) -> None:
        """Is the wrong folder, before anything fails by it."""
        purchase = one()
        purchase.openings.clear()

        assert names(purchase.ask("write")) == ["unopened-bids"]

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: data[:-1],
            lambda data: data + b" ",
            lambda data: data.replace(b"8000.00", b"7000.00"),
            lambda _data: b"",
            lambda _data: b"[" * 5000,
            lambda _data: b"\xff",
        ],
    )
    def test_an_opening_that_is_not_what_was_promised(self, spoil: Any) -> None:
        """The bid could not be read, and fails."""
        purchase = one(maple_works=Offer(), northbit=Offer())
        purchase.openings["northbit.offer.json"] = spoil(purchase.openings["northbit.offer.json"])
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        (_, north) = evaluation(purchase).results
        assert (north.opened, north.result, north.criteria) == (False, "fail", ())

    @pytest.mark.parametrize(
        "content",
        [
            {"price": 8000},
            {"price": "8000.00", 'x: "1"\nbidder': "y"},
            {"price": ["8000.00"]},
            {"price": "8000.00", "name": "Maple"},
            {},
        ],
    )
    def test_content_that_is_no_offer(self, content: dict[str, object]) -> None:
        """However well it is sealed."""
        plain = opening("northbit", "offer", content)
        bid = sealed("northbit", Offer()).replace(
            hashlib.sha256(opening("northbit", "offer", groups(Offer())["offer"])).hexdigest().encode(),
            hashlib.sha256(plain).hexdigest().encode(),
        )
        purchase = closed({"maple-works": Offer(), "northbit": Offer()}, bids={"northbit": bid})
        purchase.openings["northbit.offer.json"] = plain
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert results(purchase) == {"maple-works": "pass", "northbit": "fail"}
        assert not evaluation(purchase).results[1].opened

    def test_a_copied_envelope_is_the_copier_s_loss(self) -> None:
        """The login inside decides."""
        copy = sealed("maple-works", Offer()).replace(b'bidder: "maple-works"', b'bidder: "copier"')
        purchase = closed({"maple-works": Offer(), "copier": Offer()}, bids={"copier": copy})
        for part in ("offer", "answers"):
            purchase.openings[f"copier.{part}.json"] = purchase.openings[f"maple-works.{part}.json"]
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        assert results(purchase) == {"copier": "fail", "maple-works": "pass"}

    def test_a_file_that_does_not_parse_is_of_record_and_fails(self) -> None:
        """With the name of what is wrong."""
        purchase = closed({"maple-works": Offer(), "northbit": Offer()}, bids={"northbit": b"price: &x 1\n"})
        purchase.ask("declare", conflict="none")
        purchase.log(Opened("a-tremblay"))
        purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
        purchase.ask("hand-in")
        purchase.ask("finish")

        (_, north) = evaluation(purchase).results
        assert (north.opened, north.findings) == (False, ("anchor",))


def test_the_repository_holds_no_rival_text_but_in_bids() -> None:
    """Nothing that is written before the outcome repeats an answer or a price of a sealed bid."""
    secret = {"keyboard-work": "A rival must not read this."}
    purchase = one(maple_works=Offer(responses=secret))
    purchase.fill("m-singh", {"maple-works": {"keyboard-work": "pass"}})
    purchase.ask("hand-in")
    purchase.ask("finish")

    for revision in purchase.memory.refs.values():
        for path, data in purchase.memory.tree(revision).items():
            assert b"A rival must not" not in data, path
    assert b"A rival must not" not in purchase.evaluation


def test_bids_that_look_alike_are_told_when_results_are_fixed() -> None:
    """To whoever fixes them, of each but the first; both count, since a copy must not knock out what it copied."""
    purchase = one(maple_works=Offer(), northbit=Offer(name="MAPLE WORKS"), oakline=Offer())
    purchase.fill("m-singh", {login: {"keyboard-work": "pass"} for login in ("maple-works", "northbit", "oakline")})
    purchase.ask("hand-in")

    told = purchase.ask("finish").warnings

    assert [(found.name, found.path, found.audience) for found in told] == [
        ("bids-alike", f"{FOLDER}/bids/northbit.yml", "officers")
    ]
    assert results(purchase) == {"maple-works": "pass", "northbit": "pass", "oakline": "pass"}


def test_bids_of_two_names_are_not_alike() -> None:
    """The near twin: the same price and a short answer in the same words are nobody’s."""
    purchase = one(maple_works=Offer(), northbit=Offer())
    purchase.fill("m-singh", {login: {"keyboard-work": "pass"} for login in ("maple-works", "northbit")})
    purchase.ask("hand-in")

    assert purchase.ask("finish").warnings == ()
