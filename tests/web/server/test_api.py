"""The API as its own description has it, asked with made-up questions: whatever is asked, the server does not fail."""

import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from made_pages import fill, readings
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from didar.web.app import make_app
from didar.web.pages import VIEWS

EXAMPLES = 12
# What a made-up value is refused for at the door: with these in their place the rest of a question comes through.
SENSIBLE = {"party": "IRN", "by": "IRN", "on": "RUS", "one": "IRN", "other": "OMN", "since": "2020", "until": "1405", "today": "2025-03-01"}
UNDERSTOOD = {"after": None, "limit": 7, "year": 2025, "section": "contradictions", "id": "agency/1:ف"}


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Each operation of the description by «GET /timeline.json»."""
    path = tmp_path_factory.mktemp("api") / "r.db"
    fill(path, readings())
    app = make_app(path, write=True, token="a-token-of-the-tests", hosts=("testserver", "localhost"))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    found = (result.ok() for result in schema.get_all_operations())
    return {f"{o.method.upper()} {o.path}": o for o in found}


GETS = [f"GET {v.path}.{s}" for v in VIEWS for s in ("json", "csv", *v.others)]
POSTS = [f"POST /entry/{{entry_id}}/{x}" for x in ("correct", "merge", "split", "remove", "restore")]


def asking(examples: int) -> settings:
    few = [Phase.explicit, Phase.generate]
    return settings(max_examples=examples, deadline=None, database=None, phases=few, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", [*GETS, *POSTS, "POST /unsure/{number}", "POST /changes/{number}/undo"])
def test_no_question_breaks_the_server(operations: dict[str, Any], name: str) -> None:
    @seed(1)
    @asking(EXAMPLES)
    @given(case=operations[name].as_strategy())
    def ask(case: Any) -> None:
        case.headers["authorization"] = "Bearer a-token-of-the-tests"
        case.call_and_validate(checks=[not_a_server_error])

    ask()


@pytest.mark.parametrize("name", [n for n in GETS if "_id}" not in n])
def test_no_question_that_comes_through_breaks_the_server(operations: dict[str, Any], name: str) -> None:
    """Made-up words, names, topics and places beside parties and days that there are; nearly all of these are answered."""
    answered = []

    @seed(2)
    @asking(2 * EXAMPLES)
    @given(case=operations[name].as_strategy())
    def ask(case: Any) -> None:
        for part, value in (SENSIBLE | UNDERSTOOD).items():
            for asked in (case.query, case.path_parameters):
                if asked and part in asked:
                    asked[part] = [value] if isinstance(asked[part], list) else value
        case.query = {k: v for k, v in (case.query or {}).items() if v is not None}
        answer = case.call()
        case.validate_response(answer, checks=[not_a_server_error])
        answered.append(answer.status_code == 200)

    ask()
    assert sum(answered) > EXAMPLES, "the questions came through"


def test_all_operations_are_tried(operations: dict[str, Any]) -> None:
    assert set(operations) == {*GETS, *POSTS, "POST /unsure/{number}", "POST /changes/{number}/undo"}


def test_every_view_is_described(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    for view in VIEWS:
        for suffix in ("json", "csv", *view.others):
            told = paths[f"{view.path}.{suffix}"]["get"]
            assert told["summary"]
            for parameter in told.get("parameters", []):
                assert parameter["name"] in ("lang",) or parameter.get("schema"), parameter


def test_every_address_is_told(operations: dict[str, Any]) -> None:
    page = (Path(__file__).parents[3] / "docs/web.md").read_text(encoding="utf-8")
    for name in operations:
        path = re.sub(r"\.(json|csv|svg|atom|ics)$", "", name.partition(" ")[2])
        told = re.sub(r"{section}", "SECTION", re.sub(r"{(\w+_id|number)}", "ID", path))
        assert f"`{told}" in page or told == "/home", told


def test_a_question_that_takes_too_long_is_ended_and_told(record: Path) -> None:
    from made_pages import served

    with served(record, seconds=0.000001) as client:
        answer = client.get("/audit.json")
        assert answer.status_code in (200, 503)  # a small record may be faster than the first look at the clock


def test_time_limit(record: Path) -> None:
    from didar.errors import TimeLimitError
    from didar.store import open_record

    slow = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with open_record(record) as store:
        with pytest.raises(TimeLimitError, match="narrow it"), store.snapshot(seconds=0.05):
            store._db.exec_driver_sql(slow).scalar()
        with store.snapshot(seconds=5):
            assert store.entry_ids("e")
