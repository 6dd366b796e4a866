"""The pictures in the README: `make pictures` plays the demonstration, builds its site and photographs two pages.

The instant is always the same, for the board and for the browser, so that a picture changes only with the pages.
"""

import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.site.browser.harness import served, started

from board.cli.main import run
from board.core.text import LANGUAGES

NOW = datetime.fromisoformat("2026-11-24T10:30:00-05:00")
INTO = Path(__file__).parents[2] / ".github" / "pictures"

WIDTH, HEIGHT = 1200, 900


def photograph(site: Path, into: Path) -> list[Path]:
    """The pictures of home and of the first award, in both languages, of a built site."""
    award = min((site / "en" / "awards").glob("*/*/*/*/index.html")).parent.relative_to(site / "en").as_posix()
    made: list[Path] = []
    into.mkdir(parents=True, exist_ok=True)
    with served(site) as address, started() as browser:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        for name, path in (("home", ""), ("award", f"{award}/")):
            for language in LANGUAGES:
                page.goto(f"{address}{language}/{path}")
                page.evaluate("document.fonts.ready")
                made.append(into / f"{name}-{language}.png")
                page.screenshot(path=made[-1])
        context.close()
    return made


def main() -> int:
    """Play, build, photograph; the exit code of the first that fails."""
    with TemporaryDirectory() as folder:
        board, site = Path(folder, "board"), Path(folder, "site")
        code = run(["demo", str(board), "--now", NOW.isoformat()]) or run(
            ["--root", str(board), "build", "--out", str(site), "--now", NOW.isoformat()]
        )
        if code == 0:
            for picture in photograph(site, INTO):
                print(f"{picture.relative_to(INTO.parents[1])}: {picture.stat().st_size / 1024:.0f} KiB")
    return code


if __name__ == "__main__":
    sys.exit(main())
