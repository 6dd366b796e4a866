"""The crawl of a built site, and the faults that it must find."""

from pathlib import Path

import pytest
from tests.site.links import dead, one_sided, pages, repeated

_PAGE = """<!doctype html><html lang="{language}-CA"><head><link rel="stylesheet" href="{up}look.css">
<link rel="alternate" hreflang="en-CA" href="{up}en/{path}"><link rel="alternate" hreflang="fr-CA" href="{up}fr/{path}">
</head><body><a hreflang="{other}-CA" href="{up}{other}/{path}">twin</a><main id="main">
<h2 id="début">x</h2>{body}</main></body></html>"""


def written(site: Path, body: str = "", language: str = "en") -> Path:
    """A small, good site of two pages a language, with *body* on the inner one of *language*."""
    (site / "look.css").write_text('@font-face { src: url("fonts/a.woff2") } a { background: url(data:,) }')
    (site / "fonts").mkdir()
    (site / "fonts" / "a.woff2").write_bytes(b"")
    for here, other in (("en", "fr"), ("fr", "en")):
        (site / here / "guide").mkdir(parents=True)
        for path, up in (("", "../"), ("guide/", "../../")):
            text = _PAGE.format(language=here, other=other, path=path, up=up, body=body if here == language else "")
            (site / here / path / "index.html").write_text(text, "utf-8")
    return site


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<a href="https://example.ca/">out</a> <a href="mailto:x@example.ca">mail</a> <a href="#main">here</a>',
        '<a href="./#d%C3%A9but">place</a> <a href="?state=open">query</a> <img src="data:," alt="">',
        '<a href="../guide/">folder</a> <a href="../guide/index.html#main">file</a> <a href=".">itself</a>',
    ],
)
def test_accepts_what_leads_somewhere(tmp_path: Path, body: str) -> None:
    """Folders, files, fragments with accents, queries, other sites to follow and mail are no faults."""
    site = written(tmp_path, body.replace("../guide/", "./"))
    seen = pages(site)

    assert [*dead(site, seen), *one_sided(seen)] == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone/">x</a>', "gone/: not there"),
        ('<a href="gone.html">x</a>', "gone.html: not there"),
        ('<a href="#gone">x</a>', "#gone: no such place on that page"),
        ('<a href="../../../out/">x</a>', "../../../out/: not there"),
        ('<a href="/en/">x</a>', "/en/: breaks under a sub-path"),
        ('<a href="http://example.ca/">x</a>', "http://example.ca/: another host"),
        ('<script src="https://example.ca/x.js"></script>', "https://example.ca/x.js: another host"),
        ('<img src="//example.ca/x.png" alt="">', "//example.ca/x.png: another host"),
        ('<link rel="stylesheet" href="https://example.ca/x.css">', "https://example.ca/x.css: another host"),
        ('<a href="../en">x</a>', "../en: a folder without its slash"),
    ],
)
def test_refuses_what_leads_nowhere(tmp_path: Path, body: str, fault: str) -> None:
    """A link to what is not there, a load from another host and an address that a sub-path breaks are named."""
    site = written(tmp_path, body, "fr")
    seen = pages(site)

    assert f"fr/index.html: {fault}" in list(dead(site, seen))


def test_refuses_a_style_sheet_without_its_font(tmp_path: Path) -> None:
    """A file that a style sheet asks for is followed like a link."""
    site = written(tmp_path)
    (site / "fonts" / "a.woff2").unlink()
    (site / "look.css").write_text("a { background: url(https://example.ca/x.png) } b { mask: url(fonts/a.woff2) }")

    assert list(dead(site, pages(site))) == [
        "look.css: https://example.ca/x.png: another host",
        "look.css: fonts/a.woff2: not there",
    ]


def test_refuses_an_id_that_stands_twice(tmp_path: Path) -> None:
    """A fragment that could mean two places is named."""
    site = written(tmp_path, '<p id="main">x</p>')

    assert list(repeated(pages(site))) == [
        "en/guide/index.html: #main stands 2 times",
        "en/index.html: #main stands 2 times",
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "fault"),
    [
        ('lang="fr-CA"', 'lang="en-CA"', "says it is in 'en-CA'"),
        (
            'href="../../en/guide/">twin',
            'href="../../en/">twin',
            "no <a> leads to en/guide/index.html",
        ),
        (
            'hreflang="en-CA" href="../../en/guide/"><link',
            "><link",
            "no <link> leads to en/guide/index.html",
        ),
    ],
)
def test_refuses_a_page_that_has_lost_its_twin(tmp_path: Path, wrong: str, right: str, fault: str) -> None:
    """A page in another language than its folder says, or without the way to its twin, is named."""
    site = written(tmp_path)
    page = site / "fr" / "guide" / "index.html"
    assert wrong in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace(wrong, right), "utf-8")

    assert list(one_sided(pages(site))) == [f"fr/guide/index.html: {fault}"]


def test_refuses_a_page_in_one_language_only(tmp_path: Path) -> None:
    """A page without its twin on disk is named."""
    site = written(tmp_path)
    (site / "en" / "guide" / "index.html").unlink()

    assert list(one_sided(pages(site))) == ["fr/guide/index.html: has no twin en/guide/index.html"]
