"""A real browser, and a server of one folder under a sub-path, on this machine alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
UNDER = "/a-sub-path/"

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# Told by the page itself, before any script of it runs.
_WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", e => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder under `UNDER`, and its 404 page for what is not there, as a host of static sites does."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(UNDER) if path.startswith(UNDER) else "outside-of-the-site"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class chose
        """Say nothing: a request is no news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which *folder* is served, ending with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{UNDER}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def started() -> Iterator[Browser]:
    """Debian's Chromium; it is started once, and each test opens pages of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Visit:
    """One page of the site in a browser, with everything that it asked for and complained about.

    Attributes:
        page: To look at and to use.
        status: Of the answer to its address.
        foreign: Requests to another host; none leaves the machine.
        broken: Requests that were not answered with 200, the page's own left out.
        complaints: Errors and warnings of the console, and errors of scripts.
    """

    def __init__(self, page: Page, address: str, home: str, at: datetime | None = None) -> None:
        self.page, self.foreign, self.broken, self.complaints = page, list[str](), list[str](), list[str]()
        page.route(lambda url: not url.startswith((home, "data:")), lambda route: route.abort())
        page.on("request", lambda request: self._asked(request, home))
        page.on("response", lambda answer: self._answered(answer.url, answer.status, address))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if at:
            page.clock.set_fixed_time(at)
        answer = page.goto(address)
        self.status = answer.status if answer else 0

    @property
    def refused(self) -> list[str]:
        """What the page's own Content-Security-Policy blocked."""
        refused: list[str] = self.page.evaluate("window.refused")
        return refused

    def _asked(self, request: Request, home: str) -> None:
        if not request.url.startswith((home, "data:")):
            self.foreign.append(request.url)

    def _answered(self, url: str, status: int, address: str) -> None:
        if status != 200 and url != address:
            self.broken.append(f"{status} {url}")

    def _said(self, kind: str, text: str) -> None:
        # A page that is not there is told by its status; the console repeats it.
        if kind in ("error", "warning") and "status of 404" not in text:
            self.complaints.append(text)


@contextmanager
def visiting(
    browser: Browser,
    home: str,
    path: str,
    *,
    width: int = 1280,
    scheme: Scheme = "light",
    script: bool = True,
    at: datetime | None = None,
) -> Iterator[Visit]:
    """A page of the site at *home*, in a window of its own; its clock stands still where *at* is given."""
    # A colour that is still on its way from light to dark has neither contrast.
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
        locale="en-CA",
    )
    context.add_init_script(_WATCH)
    try:
        yield Visit(context.new_page(), home + path, home, at)
    finally:
        context.close()
