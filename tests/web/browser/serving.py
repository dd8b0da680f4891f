"""The pages of a record, served on the loopback for as long as a test needs them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import uvicorn

from didar.web.app import make_app

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
