"""What a page may leave out: end tags that the next tag implies, quotes around a word, line breaks that nobody sees."""

import re

# These end where the next of their kind begins, or with what holds them.
# Source: HTML Living Standard, 13.1.2.4 Optional tags.
_IMPLIED = re.compile(r"</(?:li|dt|dd|tr|th|td)>")

# A paragraph ends where one of these begins, or with the division that holds it. Beside them no space is drawn.
_BLOCK = r"</?(?:aside|caption|div|dl|dt|dd|footer|h[1-6]|header|li|main|nav|ol|p|section|table|tr|ul)\b"
_PARAGRAPH = re.compile(rf"</p>(?=\s*(?!</p)(?!</?(?:caption|dd|dt|li|tr)\b)(?:{_BLOCK}))")
_BREAK = re.compile(rf"\n\s*(?={_BLOCK})")

# A value of these characters needs no quotes; what is filled in, and what ends at a slash that closes, keeps them.
# Source: HTML Living Standard, 13.1.2.3 Attributes.
_TAG = re.compile(r"<[a-z][^<>]*>")
_QUOTED = re.compile(r'(\s[a-z-]+=)"([\w.:#/+-]+)"(?=[\s>])')
_STATEMENT = re.compile(r"\n[ \t]*(?=\{%)")


def lean(html: str) -> str:
    """The same page in fewer bytes; it holds no preformatted text in which such a tag begins a line."""
    bare = _TAG.sub(lambda tag: _QUOTED.sub(r"\1\2", tag[0]), html)
    return _BREAK.sub("", _IMPLIED.sub("", _PARAGRAPH.sub("", bare)))


def lean_template(text: str) -> str:
    """The same template, whose statements stand on lines of their own; what it is filled with stays as it is."""
    return _STATEMENT.sub("", lean(text))
