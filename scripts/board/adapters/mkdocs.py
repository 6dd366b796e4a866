"""MkDocs with Material, run as a command of its own: no plugin of ours, no private interface, nothing left behind."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

# Material ends its support in 2027 and says so at every run; that is known, and the shell is all that we take from it.
_SILENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class MkDocsFailedError(Exception):
    """MkDocs refused a page, or warned of one: nothing is built.

    Attributes:
        said: Its last words.
    """

    def __init__(self, said: str) -> None:
        super().__init__(f"MkDocs: {said}")
        self.said = said


def build(data: Path, config: Mapping[str, object], documents: Mapping[str, str]) -> Mapping[str, str]:
    """What MkDocs makes of *documents*: path to text, of each page and of the theme's own style sheet.

    Args:
        data: The folder that holds `mkdocs.yml` and `overrides/`.
        config: Settings beside those of `mkdocs.yml`.
        documents: Path below the folder of texts to Markdown.

    Raises:
        MkDocsFailedError: It failed, or warned.
    """
    with tempfile.TemporaryDirectory(prefix="board-") as folder:
        place = Path(folder)
        for path, text in documents.items():
            file = place / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        settings = _settings(data, config, place)
        (place / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
        _run(place)
        return {
            path.relative_to(place / "out").as_posix(): path.read_text("utf-8")
            for pattern in ("**/*.html", "assets/stylesheets/main.*.css")
            for path in sorted((place / "out").glob(pattern))
        }


def _settings(data: Path, config: Mapping[str, object], place: Path) -> Mapping[str, object]:
    theme = config.get("theme")
    return {
        **config,
        "INHERIT": str(data / "mkdocs.yml"),
        "docs_dir": str(place / "docs"),
        "site_dir": str(place / "out"),
        # MkDocs looks for a relative folder beside its own configuration, which lies in a temporary one.
        "theme": {**(theme if isinstance(theme, Mapping) else {}), "custom_dir": str(data / "overrides")},
    }


def _run(place: Path) -> None:
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(place / "mkdocs.yml")]
    done = subprocess.run(
        words, cwd=place, env={**os.environ, **_SILENT}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    said = (done.stderr + done.stdout).strip()
    if done.returncode or said:
        # Strict mode refuses warnings; whatever else is said with --quiet is one too.
        raise MkDocsFailedError(said or f"ended with {done.returncode}")
