"""Nothing below `cli` can ask the time or draw lots: each way that Python has, refused by the linter."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def refused(text: str, at: str) -> bool:
    """Whether the linter takes *text* for a banned import, standing in that file."""
    words = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "--stdin-filename", at, "-"]
    done = subprocess.run(words, cwd=TOP, input=text, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return "TID251" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "import time\n",
        "from time import localtime\n",
        "import datetime\ndatetime.datetime.now()\n",
        "from datetime import datetime\ndatetime.utcnow()\n",
        "from datetime import date\ndate.today()\n",
        "import random\n",
        "from secrets import token_hex\n",
        "import uuid\n",
        "import os\nos.urandom(8)\n",
        "import os\nos.getrandom(8)\n",
    ],
)
def test_clocks_and_randomness_are_for_the_outside(text: str) -> None:
    """In a job they are refused, in an adapter they are not."""
    assert refused(text, "scripts/board/jobs/award.py")
    assert not refused(text, "scripts/board/adapters/files.py")


def test_a_time_of_day_is_no_clock() -> None:
    """It is a value."""
    assert not refused("from datetime import time\n", "scripts/board/jobs/award.py")
