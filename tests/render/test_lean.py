"""What is left out of a page is what a browser puts back, and nothing that anybody sees."""

import re
from html.parser import HTMLParser

import pytest

from board.render.lean import lean, lean_template

# Elements that end where the next of their kind begins, and what ends them; `p` ends at every block.
_ENDED = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr"}, "th": {"th", "td", "tr"}}
_ENDED |= {"td": _ENDED["th"], "p": {"p", "div", "h2", "ul", "ol", "dl", "table", "aside", "section"}}
_VOID = {"br", "meta", "link", "hr"}


class _Tree(HTMLParser):
    """Each text with the elements around it, as a browser nests them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - of the base class
        while self.open and tag in _ENDED.get(self.open[-1], ()):
            self.open.pop()
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(("/".join(self.open), re.sub(r"\s+", " ", data.strip())))


class _Attributes(HTMLParser):
    """Each tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize(
    "html",
    [
        "<ul>\n<li>one</li>\n<li>two <b>and</b> more</li>\n</ul>\n<p>after</p>",
        "<ol>\n<li>one\n<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>two</li>\n</ol>",
        "<dl>\n<div><dt>Price</dt><dd><b>$1</b><small>before tax</small></dd></div>\n</dl>",
        '<table>\n<tr><th scope="row">Tax</th><td>HST</td></tr>\n<tr><th>Who</th><td>All</td></tr>\n</table>',
        "<div>\n<p>one</p>\n<p>two</p>\n</div>\n<p>three</p>\n<h2>four</h2>",
        "<aside><div><p>one</p>\n<a>inline</a>\n<p>two</p></div></aside>",
    ],
)
def test_nests_every_text_as_before(html: str) -> None:
    """The same texts stand in the same elements, in fewer bytes."""
    assert len(lean(html)) < len(html)
    assert _Tree(lean(html)).found == _Tree(html).found


@pytest.mark.parametrize(
    "html",
    ["<p>one</p>\n<a>two</a>", "<p>one</p> two", "<b>one</b>\n<b>two</b>", "one\n<a>two</a>\n<small>three</small>"],
)
def test_leaves_what_would_be_seen(html: str) -> None:
    """A paragraph before a bare text or link keeps its end, and words keep the space between them."""
    assert lean(html) == html


@pytest.mark.parametrize(
    ("html", "bare"),
    [
        ('<a class="btn two" href="#bid">x</a>', '<a class="btn two" href=#bid>x</a>'),
        ('<a\nclass="k" href="../../awards/">x</a>', "<a\nclass=k href=../../awards/>x</a>"),
        ('<rect class="w" width="13" height="13"/>', '<rect class=w width=13 height="13"/>'),
        ('<a href="{{ address }}">x</a>', '<a href="{{ address }}">x</a>'),
        ('<a href="?a=b" title="" rel="a\'b">x</a>', '<a href="?a=b" title="" rel="a\'b">x</a>'),
        ('<code>git -c user.name="LOGIN" x</code>', '<code>git -c user.name="LOGIN" x</code>'),
    ],
)
def test_a_word_needs_no_quotes(html: str, bare: str) -> None:
    """What is one word of a tag stands bare; what is filled in, empty, of several words, or text stays as it is."""
    assert lean(html) == bare
    assert _Attributes(bare).found == _Attributes(html).found


def test_a_statement_of_a_template_takes_no_line() -> None:
    """What a template is filled with is not its text, and stays as it is."""
    text = "<ul>\n{% for one in all %}\n<li>{{ one }}</li>\n{% endfor %}\n</ul>\n"

    assert lean_template(text) == "<ul>{% for one in all %}<li>{{ one }}{% endfor %}</ul>\n"
