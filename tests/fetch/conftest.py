"""A local web for the tests of fetching."""

from collections.abc import Iterator

import pytest

from localweb import Web, local_web


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as made:
        yield made
