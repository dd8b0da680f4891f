"""One record, one server and one browser for all tests of the pages in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Tabs
from chromium import find_chromium, open_chromium
from made_record import fill_with_samples
from serving import served
from sorts import find_paths


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; skips where there is none."""
    if find_chromium() is None:
        pytest.skip("no Chromium: make browser installs Debian's, as root")
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[test]'")
    with open_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """The samples and synthetic contacts; no test of the pages changes it."""
    path = tmp_path_factory.mktemp("pages") / "record.db"
    fill_with_samples(path, samples)
    return path


@pytest.fixture(scope="session")
def site(record: Path) -> Iterator[str]:
    """The address of the read-only pages."""
    with served(record) as address:
        yield address


@pytest.fixture(scope="session")
def tabs(chromium: Any, site: str) -> Iterator[Tabs]:
    """Tabs on the read-only pages that watch what the pages do."""
    opened = Tabs(chromium, site)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def paths(site: str) -> dict[str, str]:
    """A page of every sort by name, those of single things for things that the record has."""
    return find_paths(site)
