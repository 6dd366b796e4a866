"""What one person keeps for one opportunity: made once, the same whenever it is asked for."""

import hashlib
import json
from pathlib import Path

import pytest

from board.adapters.key_store import OtherPersonError, UnreadableKeysError, kept, keys_file, provide
from board.adapters.keys import recipient_of
from board.adapters.outside import InsideRepositoryError, TooOpenError

REF = "dex-mex/2026/keyboard-map"


def test_is_made_once(tmp_path: Path) -> None:
    """A second time it is the same, in a file of its owner alone."""
    first = provide(tmp_path / "keys", REF, "a-tremblay", pair=True, draw=1)
    second = provide(tmp_path / "keys", REF, "a-tremblay", pair=True, draw=1)
    path = tmp_path / "keys" / "dex-mex.2026.keyboard-map.json"

    assert first == second == kept(tmp_path / "keys", REF, "a-tremblay")
    assert recipient_of(first.identity) == first.recipient
    assert path == keys_file(tmp_path / "keys", REF)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(json.loads(path.read_bytes())) == ["by", "identity", "recipient", "secrets"]


def test_what_is_missing_is_added(tmp_path: Path) -> None:
    """A draw that is held again needs another secret; key and earlier secrets stay."""
    one = provide(tmp_path, REF, "a-tremblay", pair=False, draw=1)
    both = provide(tmp_path, REF, "a-tremblay", pair=True, draw=2)

    assert (one.identity, one.recipient) == ("", "")
    assert both.secrets[1] == one.secrets[1] != both.secrets[2]
    assert both.identity
    assert provide(tmp_path, REF, "a-tremblay", pair=True, draw=0) == both


def test_the_commitment_is_that_of_the_bytes(tmp_path: Path) -> None:
    """As the request has it: anybody checks it once the secret is shown."""
    found = provide(tmp_path, REF, "m-singh", pair=False, draw=1)

    assert found.commitment(1) == hashlib.sha256(bytes.fromhex(found.secrets[1])).hexdigest()
    assert found.commitment(2) == ""


def test_nothing_secret_is_ever_shown(tmp_path: Path) -> None:
    """Not even in a message of ours that shows the value."""
    found = provide(tmp_path, REF, "m-singh", pair=True, draw=1)

    assert found.identity not in repr(found)
    assert found.secrets[1] not in repr(found)


def test_is_nobody_elses(tmp_path: Path) -> None:
    """Two people do not share a file."""
    provide(tmp_path, REF, "m-singh", pair=False, draw=1)

    with pytest.raises(OtherPersonError) as refused:
        provide(tmp_path, REF, "a-tremblay", pair=True, draw=1)

    assert refused.value.by == "m-singh"


def test_stands_outside_every_repository_and_is_private(tmp_path: Path) -> None:
    """Refused before anything is made."""
    (tmp_path / ".git").mkdir()
    with pytest.raises(InsideRepositoryError):
        provide(tmp_path / "keys", REF, "m-singh", pair=True, draw=1)
    assert [path.name for path in tmp_path.iterdir()] == [".git"]

    (tmp_path / ".git").rmdir()
    provide(tmp_path, REF, "m-singh", pair=True, draw=1)
    keys_file(tmp_path, REF).chmod(0o644)
    with pytest.raises(TooOpenError):
        kept(tmp_path, REF, "m-singh")


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    """To look makes no folder."""
    assert kept(tmp_path / "nowhere", REF, "m-singh") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"identity": "AGE-SECRET-KEY-1"},
        {"recipient": "age1"},
        {"secrets": {"1": "00"}},
        {"secrets": {"1": "x" * 64}},
        {"secrets": []},
        {"by": None},
    ],
)
def test_refuses_what_is_no_file_of_keys(tmp_path: Path, change: dict[str, object]) -> None:
    """Neither half a key nor a public half of another."""
    provide(tmp_path, REF, "m-singh", pair=True, draw=1)
    path = keys_file(tmp_path, REF)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **change}))

    with pytest.raises(UnreadableKeysError):
        kept(tmp_path, REF, "m-singh")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff"])
def test_refuses_what_is_no_json(tmp_path: Path, data: bytes) -> None:
    """A file that was cut off is not taken for an empty one, or the key would be made anew."""
    provide(tmp_path, REF, "m-singh", pair=True, draw=1)
    keys_file(tmp_path, REF).write_bytes(data)

    with pytest.raises(UnreadableKeysError):
        provide(tmp_path, REF, "m-singh", pair=True, draw=1)
