"""Judging the files of a tree."""

import pytest

from board.core.document import WHOLE_FILE, Document, Fault
from board.jobs.check_tree import UnjudgedFaultError, judge_document


def test_a_fault_that_no_rule_speaks_of_is_our_failure() -> None:
    """A file that is not valid never passes because a rule is missing."""
    unheard = Document("opportunities/board.yml", None, 0, (Fault("unheard-of", "", WHOLE_FILE, {}),))

    with pytest.raises(UnjudgedFaultError, match=r"unheard-of in opportunities/board\.yml"):
        list(judge_document(unheard))


def test_a_file_without_faults_gives_nothing() -> None:
    """The near twin."""
    assert list(judge_document(Document("opportunities/board.yml", {}, 0))) == []
