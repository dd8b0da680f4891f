"""One record, one server and one browser for all tests of the pages in a real browser."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn

from browsing import Tabs
from didar.web.app import make_app
from made_record import fill_with_samples
from sorts import find_paths

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOKEN = "the-token-of-the-tests"


@contextmanager
def served(record: Path, **options: Any) -> Iterator[str]:
    """The pages of a record on a port of the loopback that was free; their address."""
    config = uvicorn.Config(make_app(record, **options), host="127.0.0.1", port=0, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    patience = monotonic() + 20
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert monotonic() < patience, "the server did not start in 20 seconds"
        sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; skips where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no Chromium: make browser installs Debian's, as root")
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[test]'")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


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
