"""The built site as a whole: every address leads somewhere, every page has its twin."""

from pathlib import Path

import pytest
from tests.site.links import dead, one_sided, pages, repeated

pytestmark = pytest.mark.slow


def test_every_link_leads_somewhere(site: Path) -> None:
    """Links, fragments, scripts, style sheets and fonts, followed on disk; nothing is loaded from another host."""
    assert list(dead(site, pages(site))) == []


def test_every_page_has_its_twin(site: Path) -> None:
    """The page in the other language is there, linked for people and for machines, and each says its language."""
    assert list(one_sided(pages(site))) == []


def test_no_id_stands_twice(site: Path) -> None:
    """A fragment means one place."""
    assert list(repeated(pages(site))) == []
