"""What people change through the pages is in the record afterwards, with who and why, and can be taken back."""

from typing import Any

import pytest
from made_pages import TOKEN
from starlette.testclient import TestClient

from didar.errors import UsageError
from didar.web.corrections import as_kept


def rows(client: TestClient, **which: Any) -> list[dict[str, Any]]:
    return list(client.get("/timeline.json", params={"limit": 100, **which}).json()["rows"])


def change(client: TestClient, path: str, sign: str, **form: Any) -> Any:
    answer = client.post(path, data={"sign": sign, "because": "زیرا", **form})
    assert answer.status_code == 303, answer.text
    return answer


def test_a_wrong_date_is_corrected_and_taken_back(writer: TestClient, sign: str) -> None:
    entry = rows(writer, kind="visit")[0]
    answer = change(writer, f"/entry/{entry['id']}/correct?lang=fa", sign, field="date", value="1403-12-21")
    assert answer.headers["location"] == f"/entry/{entry['id']}?lang=fa"
    now = rows(writer, kind="visit")[0]
    assert (now["date"], now["corrected"]) == ("2025-03-11", ["date"])
    page = writer.get(answer.headers["location"]).text
    assert "مریم" in page
    assert "زیرا" in page
    (made,) = writer.get("/changes.json").json()["rows"]
    change(writer, f"/changes/{made['number']}/undo", sign)
    assert rows(writer, kind="visit")[0]["date"] == entry["date"]


def test_merge_and_split(writer: TestClient, sign: str) -> None:
    one, other = (r["id"] for r in rows(writer, kind="call", order="old")[:2])
    before = len(rows(writer))
    change(writer, f"/entry/{one}/merge", sign, other=other)
    assert len(rows(writer)) == before - 1
    found = writer.get(f"/entry/{other}.json").json()
    assert found["id"] in (one, other)
    assert found["articles"] == 2
    change(writer, f"/entry/{found['id']}/split", sign, article=found["sources"][0]["article"])
    assert len(rows(writer)) == before


def test_remove_and_restore(writer: TestClient, sign: str) -> None:
    entry = rows(writer)[0]["id"]
    change(writer, f"/entry/{entry}/remove", sign)
    assert entry not in {r["id"] for r in rows(writer)}
    assert "restore" in writer.get(f"/entry/{entry}").text
    change(writer, f"/entry/{entry}/restore", sign)
    assert entry in {r["id"] for r in rows(writer)}


def test_pairs_are_judged_one_after_the_other(writer: TestClient, sign: str) -> None:
    queue = writer.get("/unsure.json").json()
    assert queue["total"]
    first = queue["rows"][0]
    assert [s["id"] for s in queue["sides"]] == [first["one"], first["other"]]
    answer = change(writer, f"/unsure/{first['id']}?lang=en", sign, verdict="different")
    assert answer.headers["location"] == f"/unsure?after={first['id']}&lang=en"
    assert writer.get("/unsure.json").json()["total"] < queue["total"]
    judged = writer.get(f"/entry/{first['one']}.json").json()["judgements"]
    assert ("different", "مریم") in {(j["verdict"], j["author"]) for j in judged}
    assert writer.post(f"/unsure/{first['id']}", data={"sign": sign, "because": "x", "verdict": "same"}).status_code == 404


def test_a_program_gives_the_token_itself(writer: TestClient) -> None:
    entry = rows(writer)[0]["id"]
    headers = {"authorization": f"Bearer {TOKEN}", "accept": "application/json"}
    answer = writer.post(
        f"/entry/{entry}/correct", data={"field": "place", "value": "قم/IRN", "because": "so", "author": "robot"}, headers=headers
    )
    assert answer.json() == {"entry": entry}
    assert writer.get("/changes.json").json()["rows"][0]["author"] == "robot"


@pytest.mark.parametrize(
    ("field", "value"), [("date", "someday"), ("colour", "red"), ("kind", "party"), ("parties", "ناکجاآباد"), ("date", "2025-02-30")]
)
def test_what_cannot_be_is_refused(writer: TestClient, sign: str, field: str, value: str) -> None:
    entry = rows(writer)[0]
    answer = writer.post(f"/entry/{entry['id']}/correct", data={"sign": sign, "because": "x", "field": field, "value": value})
    assert answer.status_code == 400
    assert rows(writer)[0] == entry


def test_a_reason_is_needed(writer: TestClient, sign: str) -> None:
    entry = rows(writer)[0]["id"]
    assert writer.post(f"/entry/{entry}/remove", data={"sign": sign, "because": ""}).status_code == 422


def test_pages_show_at_once_what_another_program_wrote(writer: TestClient) -> None:
    from didar.recording import Lore, add_reading
    from didar.store import open_record
    from factory import make_engagement, make_reading

    before = writer.get("/home.json").json()["entries"]
    with open_record(writer.app.state.site.shelf.path, write=True) as store:  # type: ignore[attr-defined]
        add_reading(store, make_reading("new", make_engagement("summons", date="2025-11-11"), text="احضار"), lore=Lore(), at="x")
    assert writer.get("/home.json").json()["entries"] == before + 1


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("date", "1403-12-07", "2025-02-25"),
        ("date", "۱۴۰۳/۱۲/۰۷", "2025-02-25"),
        ("date", "2025-02", "2025-02"),
        ("date", "1403-12", "2025-02-19/2025-03-20"),
        ("date", "2025-02-25/2025-02-27", "2025-02-25/2025-02-27"),
        ("date", "", ""),
        ("parties", "ایران، روسیه", "IRN RUS"),
        ("parties", "IRN RUS", "IRN RUS"),
        ("place", "تهران/IRN", "تهران/IRN"),
    ],
)
def test_what_is_typed_is_kept_in_the_records_form(field: str, typed: str, kept: str) -> None:
    assert as_kept(field, typed) == kept


def test_days_that_end_before_they_begin_are_none() -> None:
    with pytest.raises(UsageError):
        as_kept("date", "2025-02-25/2025-02-20")
