"""The pages, read-only and to be corrected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_pages import TOKEN, fill, readings, served
from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "r.db"
    fill(path, readings())
    return path


@pytest.fixture(scope="module")
def client(record: Path) -> Iterator[TestClient]:
    """The read-only pages."""
    with served(record) as client:
        yield client


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[TestClient]:
    """Pages of a record of its own that may be corrected; nobody has signed in."""
    path = tmp_path / "w.db"
    fill(path, readings())
    with served(path, write=True, token=TOKEN) as client:
        yield client


@pytest.fixture
def sign(writer: TestClient) -> str:
    """Sign in; what forms of this session carry."""
    assert writer.post("/login", data={"token": TOKEN, "person": "مریم"}).status_code == 303
    site = writer.app.state.site  # type: ignore[attr-defined]
    return str(site.gate.form_sign(writer.cookies["didar_session"]))


@pytest.fixture(scope="module")
def paths(client: TestClient) -> dict[str, str]:
    """A page of every view by name."""
    entry = client.get("/timeline.json", params={"kind": "meeting"}).json()["rows"][-1]["id"]
    agreement = client.get("/agreements.json").json()["rows"][0]["id"]
    return {
        "home": "/",
        "timeline": "/timeline",
        "dossier": "/dossier?one=IRN&other=RUS",
        "pairs": "/dossier",
        "statements": "/statements",
        "search": "/search?q=دیدار",
        "people": "/people",
        "person": "/person?name=عراقچی",
        "agreements": "/agreements",
        "agreement": f"/agreement/{agreement}",
        "audit": "/audit",
        **{
            f"audit {s}": f"/audit/{s}"
            for s in ("claims", "contradictions", "unreported", "offices", "one_source", "implausible", "unresolved", "rejected")
        },
        "unsure": "/unsure",
        "changes": "/changes",
        "entry": f"/entry/{entry}",
        "article": "/article?id=agency/1:ف",
        "keys": "/keys",
        "api": "/api",
    }
