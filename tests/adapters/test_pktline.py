"""The talk with `git receive-pack`, byte by byte."""

from io import BytesIO

import pytest

from board.adapters.pktline import Push, UnreadableTalkError, Verdict, packed, received, report
from board.model.host import Sent

ZERO, ONE, TWO = "0" * 40, "1" * 40, "2" * 40
BID = "refs/heads/bids/maple-works/dex-mex/2026/date-filter"


def talk(greeting: bytes, *lines: str, options: tuple[str, ...] | None = None) -> BytesIO:
    """What Git says to the hook."""
    said = packed(greeting) + b"0000" + b"".join(packed(line.encode()) for line in lines) + b"0000"
    if options is not None:
        said += b"".join(packed(option.encode()) for option in options) + b"0000"
    return BytesIO(said)


def test_commands_and_options_are_read() -> None:
    """A branch that is made, one that goes, and what the pusher said beside them; line breaks are optional."""
    stdin = talk(
        b"version=1\0push-options atomic object-format=sha1\n",
        f"{ZERO} {ONE} {BID}\n",
        f"{TWO} {ZERO} {BID}",
        options=("lang=fr\n",),
    )
    stdout = BytesIO()

    assert received(stdin, stdout) == Push((Sent(BID, "", ONE), Sent(BID, TWO, "")), ("lang=fr",))
    assert stdout.getvalue() == b"001aversion=1\0push-options" + b"0000"
    assert stdin.read() == b""


def test_without_options_none_are_waited_for() -> None:
    """A pusher who cannot send any is answered all the same; a greeting may lack its NUL."""
    stdout = BytesIO()

    assert received(talk(b"version=1", f"{ZERO} {ONE} {BID}"), stdout) == Push((Sent(BID, "", ONE),), ())
    assert stdout.getvalue() == b"000dversion=1" + b"0000"


def test_a_report_answers_each_ref() -> None:
    """In the order in which they came, with the reason of what is refused."""
    stdout = BytesIO()
    report(stdout, [Verdict("refs/heads/a"), Verdict("refs/heads/b", "à d’autres")])

    assert stdout.getvalue() == packed(b"ok refs/heads/a") + packed("ng refs/heads/b à d’autres".encode()) + b"0000"


def test_a_reason_is_cut_where_a_line_ends() -> None:
    """No line is longer than Git reads."""
    stdout = BytesIO()
    report(stdout, [Verdict("refs/heads/a", "x" * 70_000)])

    assert stdout.getvalue().startswith(b"fff0ng refs/heads/a x")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"0000",
        packed(b"version=2") + b"0000",
        packed(b"version=1"),
        packed(b"version=1") + b"0000" + b"zzzz",
        packed(b"version=1") + b"0000" + b"0003",
        packed(b"version=1") + b"0000" + b"fff1" + b"x" * 70_000,
        packed(b"version=1") + b"0000" + b"0020short",
        packed(b"version=1") + b"0000" + packed(b"no ref") + b"0000",
        packed(b"version=1") + b"0000" + packed(f"{ZERO} {ONE}".encode()) + b"0000",
    ],
)
def test_any_other_talk_is_refused(said: bytes) -> None:
    """Another version, a torn line, a length that no line has, a command that names no ref."""
    with pytest.raises(UnreadableTalkError):
        received(BytesIO(said), BytesIO())
