"""The site of the board in every state, built once for all tests, however many processes run them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.site.boards import built_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The folder of the built site."""
    own = tmp_path_factory.getbasetemp()
    # Each worker of xdist has a folder of its own in that of the run.
    shared = own.parent if hasattr(request.config, "workerinput") else own
    with built_once(shared) as built:
        yield built
