"""A folder on an address of this machine alone, and what in other folders has changed meanwhile."""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"


class PortTakenError(Exception):
    """Somebody else listens on the port, or it may not be had.

    Attributes:
        port: Which.
    """

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} cannot be had")
        self.port = port


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as a host of static sites does: its own page for what is not there, and nothing is kept."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - the base class names it
        """No host of static sites lists folders."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class chose
        """Say nothing: a request is no news."""


class Served:
    """A folder that is served: who asks before it is opened waits, and finds no page missing.

    Attributes:
        address: Under which it is served, with a final slash.
    """

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.address = f"http://{HOST}:{server.server_port}/"
        self._server = server
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Answer from now on, those who are waiting too."""
        wait = {"poll_interval": 0.1}
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs=wait, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more."""
        if self._thread:
            self._server.shutdown()
            self._thread.join()


@contextmanager
def serving(folder: Path, port: int) -> Iterator[Served]:
    """A folder on a port that is ours from now on, until the context ends.

    Args:
        folder: It may be replaced meanwhile.
        port: 0 for any that is free.

    Raises:
        PortTakenError: The port cannot be had.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise PortTakenError(port) from error
    with server:
        server.daemon_threads = True
        served = Served(server)
        try:
            yield served
        finally:
            served.close()


def traces(places: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    """Path, time of change and size of every file in these files and folders: another set means that one changed."""
    found: set[tuple[str, int, int]] = set()
    for place in places:
        _trace(str(place), found)
    return frozenset(found)


def of_repository(root: Path) -> tuple[Path, ...]:
    """The files of a repository that change with every commit, checkout and reset; none where there is none."""
    git = root / ".git" if (root / ".git").is_dir() else root
    names = ("HEAD", "logs/HEAD", "packed-refs", "refs/heads")
    return tuple(git / name for name in names) if (git / "HEAD").is_file() else ()


def _trace(path: str, found: set[tuple[str, int, int]]) -> None:
    try:
        seen = os.stat(path)  # noqa: PTH116 - thousands of them, every second
        if os.path.isdir(path):  # noqa: PTH112
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        _trace(entry.path, found)
                    else:
                        info = entry.stat(follow_symlinks=False)
                        found.add((entry.path, info.st_mtime_ns, info.st_size))
        else:
            found.add((path, seen.st_mtime_ns, seen.st_size))
    except OSError:
        # It went away while it was looked at; the next look sees that.
        return
