"""A folder on an address of this machine: opened once there is something to see."""

import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue

import pytest

from board.adapters.server import HOST, PortTakenError, Served, serving


def asked(port: int, path: str) -> tuple[int, bytes]:
    """What somebody gets who asks for a path."""
    with closing(HTTPConnection(HOST, port, timeout=30)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A folder that is not there yet."""
    with serving(tmp_path / "site", 0) as found:
        yield found


def port_of(served: Served) -> int:
    """Its number."""
    return int(served.address.rstrip("/").rpartition(":")[2])


def test_who_asks_too_early_waits(tmp_path: Path, served: Served) -> None:
    """The port is ours while the site is built, and nobody is told that a page is missing."""
    port, told = port_of(served), Queue[tuple[int, bytes]]()
    early = threading.Thread(target=lambda: told.put(asked(port, "/")))
    early.start()

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"here")
    served.open()
    early.join()

    assert told.get() == (200, b"here")


def test_what_is_not_there_has_the_page_of_the_site(tmp_path: Path, served: Served) -> None:
    """And a folder is not listed."""
    (tmp_path / "site" / "empty").mkdir(parents=True)
    (tmp_path / "site" / "404.html").write_bytes(b"gone")
    served.open()

    assert asked(port_of(served), "/nowhere") == asked(port_of(served), "/empty/") == (404, b"gone")


def test_a_port_that_is_taken_is_named(tmp_path: Path, served: Served) -> None:
    """By its number; one that was never opened is given back."""
    port = port_of(served)

    with pytest.raises(PortTakenError) as caught, serving(tmp_path, port):
        pass

    assert caught.value.port == port
