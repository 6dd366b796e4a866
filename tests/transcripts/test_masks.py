"""What a transcript may differ in is little, and what else differs makes its page stale."""

from collections.abc import Sequence

import pytest
from tests.transcripts.masks import filled_in, in_one_order, masked
from tests.transcripts.page import commands, rewritten, steps
from tests.transcripts.playing import Keyboard, Terminal

PAGE = """\
# A page

*m-singh · 2026-09-08 09:10*

```console
$ board new opportunity dex-mex/2026/x \\
>   --bids sealed
1 of 2. Title
in English> A title
in French>
$ for f in a b; do
> echo $f; done
a
b
```

*m-singh · 2026-09-09 10:00 · `/srv/x/sheets/m-singh.yml`*

```yaml
schema: 1
```
"""

SHEET = [
    'closing_sha256: "2a0b00b55727366e32311198bb468d870cb30ad5b9dbd44299e9856d3fe3bc75"',
    "languages: []",
    "bids:",
    '  - label: "A"',
    "      # | First.",
    '      - criterion: "m1"',
    '        result: ""',
    '        comment: ""',
    '  - label: "B"',
    "      # | Second.",
    '      - criterion: "m1"',
    '        result: ""',
    '        comment: ""',
]


def test_reads_who_types_what() -> None:
    """Person, instant and path; commands over several lines; what is typed where the program asks."""
    typed, file = steps(PAGE)
    new, loop = commands(typed)
    answers = {"Title": ["A title", ""]}

    assert (typed.who, typed.at.isoformat(), typed.path) == ("m-singh", "2026-09-08T09:10:00-04:00", "")
    assert (new.text, new.answers) == ("board new opportunity dex-mex/2026/x --bids sealed", answers)
    assert (loop.text, loop.said) == ("for f in a b; do\necho $f; done", ["a", "b"])
    assert (file.path, commands(file)) == ("/srv/x/sheets/m-singh.yml", [])


def test_writes_what_was_played_into_the_page() -> None:
    """Everything outside the fences stays, and what was as before is as before."""
    typed, file = steps(PAGE)

    assert rewritten(PAGE, [(typed, typed.lines), (file, file.lines)]) == PAGE
    assert rewritten(PAGE, [(typed, typed.lines), (file, ["schema: 2"])]) == PAGE.replace("schema: 1", "schema: 2")


@pytest.mark.parametrize(
    ("page", "played", "same"),
    [
        ("Commit 6720a070d105b0506255e1059a4079adc3eba52f.", "Commit c008750d59d03b8775355ed97ea85ff01b88dd31.", True),
        ("[main 83dfa21] Post x", "[main 797ae82] Post x", True),
        (f'recipient: "age1{"q" * 58}"', f'recipient: "age1{"p" * 58}"', True),
        (" 1 file changed, 200 insertions(+)", " 1 file changed, 201 insertions(+)", True),
        (" 1 file changed, 200 insertions(+)", " 2 files changed, 200 insertions(+)", False),
        ("$1,980.00 with tax", "$1,980.01 with tax", False),
        ("received September 11, 2026", "received September 12, 2026", False),
        ("Nothing is wrong.", "Nothing is wrong", False),
        ("line 2 of the log", "line 3 of the log", False),
    ],
)
def test_only_what_differs_by_itself_is_masked(page: str, played: str, same: bool) -> None:
    """Ids, digests, keys and lengths of envelopes; never a price, a day, a number of a line or a word."""
    assert (masked([page]) == masked([played])) is same


def test_a_mark_stands_with_its_answer() -> None:
    """Letters follow from digests: the page’s marks go to the answers that they were given for."""
    marked = _marked(SHEET, "pass", "fail")
    other = [*SHEET[:4], *SHEET[9:13], SHEET[8], *SHEET[4:8]]

    filled = filled_in(other, marked)

    assert filled[1] == "languages: [en, fr]"
    assert filled[6] == "        result: fail"
    assert filled[11] == "        result: pass"
    assert in_one_order(filled) == in_one_order(marked)
    assert in_one_order(filled) != in_one_order(_marked(SHEET, "pass", "pass"))


def test_what_is_new_on_a_sheet_takes_no_mark_away() -> None:
    """A further line of the supplier leaves the marks where they were; a further criterion and bid stay empty."""
    longer = [*SHEET[:4], "    # | https://git.example/first", *SHEET[4:8], '      - criterion: "m2"', *SHEET[6:]]

    filled = filled_in([*longer, SHEET[8], "      # | Third.", *SHEET[10:]], _marked(SHEET, "pass", "fail"))

    assert [line.strip() for line in filled if "result" in line] == [
        "result: pass",
        'result: ""',
        "result: fail",
        'result: ""',
    ]


def test_an_answer_stands_with_its_question() -> None:
    """In other words or in another order, a question is answered as on the page; a new one is passed over."""
    terminal = Terminal()
    keyboard = Keyboard({"Title: what is to be done.": ["A title", "Un titre"], "Price before tax.": ["5"]}, terminal)

    said = []
    for question in ("Price before tax.", "Repository.", "Title: what has to be done.", "Title: what has to be done."):
        terminal.write(f"1 of 4. {question}\n> ")
        said.append(keyboard.readline())

    assert said == ["5\n", "\n", "A title\n", "Un titre\n"]


def _marked(sheet: Sequence[str], *marks: str) -> list[str]:
    left = iter(marks)
    lines = [line.replace("[]", "[en, fr]") if "languages" in line else line for line in sheet]
    return [line.replace('""', next(left)) if "result" in line else line for line in lines]
