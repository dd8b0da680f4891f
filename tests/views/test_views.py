"""Questions to a small made record."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from didar.cli import cli
from didar.exports.jsonl import export_jsonl
from didar.exports.table import export_csv
from didar.model import Actor, Agreement, AgreementStage, Holding, Reading, Statement, Unresolved, Why
from didar.recording import Lore, add_reading
from didar.store import EntryFilter, open_record
from didar.store.sqlite import SqliteStore
from didar.terms import Act, Office, Reason, Stage
from didar.views import pages, text
from didar.views.audit import audit
from didar.views.dossier import read_agreements, read_dossier
from didar.views.explain import explain, find_entry
from didar.views.questions import history, search, silence, who
from didar.views.sentences import mark_evidence, sentence_around, show
from didar.views.timeline import first_day, last_day, read_timeline
from factory import make_engagement, make_reading

BODY = "نخست این. وزیران خارجه دو کشور در تهران دیدار کردند. سپس گفت: همکاری‌ها درباره انرژی گسترش می‌یابد.\nپایان"
IRAN = Actor(name="عباس عراقچی", office=Office.FOREIGN_MINISTER, party="IRN")
RUSSIA = Actor(name="سرگئی لاوروف", office=Office.FOREIGN_MINISTER, party="RUS")
MINISTERS = ("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")
WHY = Why(pattern="meeting.didar-kardan", confidence=0.9)


def said(number: int, speaker: Actor, act: Act, topic: str, toward: str) -> Statement:
    where = (BODY.index("همکاری"), BODY.index(" گسترش"))
    return Statement(id=f"s{number}", speakers=(speaker,), act=act, span=where, about=(topic,), toward=(toward,), engagement="e1")


def readings() -> list[Reading]:
    span = (BODY.index("وزیران"), BODY.index(". سپس"))
    meeting = make_engagement(people=MINISTERS, place="تهران/IRN", evidence=(span,), why=WHY)
    treaty = Agreement(
        id="a1",
        name="معاهده مشارکت جامع راهبردی",
        parties=("IRN", "RUS"),
        stages=(AgreementStage(stage=Stage.SIGNED, date="2025-01-17"),),
        evidence=((0, 4),),
    )
    shorter = Agreement(
        id="a1", name="معاهده جامع راهبردی", parties=("IRN", "RUS"), stages=(AgreementStage(stage=Stage.IN_FORCE),), evidence=((0, 4),)
    )
    first = make_reading(
        "a1",
        meeting,
        text=BODY,
        statements=(said(1, IRAN, Act.STRESS, "energy", "RUS"), said(2, RUSSIA, Act.HOPE, "sanctions", "IRN")),
        agreements=(treaty,),
        offices=(Holding(actor=IRAN, evidence=((0, 3),)),),
        unresolved=(Unresolved(span=(0, 4), what="day", reason=Reason.NO_ANCHOR),),
    )
    other = make_engagement(people=MINISTERS, place="مسکو/RUS", date="2025-02-25", id="e2")
    second = make_reading(
        "a2", make_engagement("call", date="2025-03-20", people=("IRN fm عراقچی", "RUS fm")), text="تماس", published="2025-03-20"
    )
    third = make_reading(
        "a3",
        make_engagement("visit", date="2025-06-01", status="planned", people=("RUS p>guest ولادیمیر پوتین",), place="تهران/IRN"),
        text="سفر",
        published="2025-05-01",
        agreements=(shorter,),
    )
    fourth = make_reading("a4", other, text="سخنی دیگر", published="2025-07-01")
    return [first, second, third, fourth]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with open_record(tmp_path / "r.db", write=True) as store:
        for reading in readings():
            add_reading(store, reading, lore=Lore(), at="x")
        yield store


@pytest.mark.parametrize(
    ("which", "dates"),
    [
        pytest.param(EntryFilter(), ["2025-02-25", "2025-02-25", "2025-03-20", "2025-06-01"], id="all, in order"),
        pytest.param(EntryFilter(parties=("RUS", "IRN"), kinds=("call",)), ["2025-03-20"], id="pair and kind"),
        pytest.param(EntryFilter(persons=("پوتین",)), ["2025-06-01"], id="a person by surname"),
        pytest.param(EntryFilter(persons=("مسعود پوتین",)), [], id="another first name"),
        pytest.param(EntryFilter(statuses=("planned",)), ["2025-06-01"], id="status"),
        pytest.param(EntryFilter(country="مسکو"), ["2025-02-25"], id="a city"),
        pytest.param(EntryFilter(country="RUS"), ["2025-02-25"], id="a country"),
        pytest.param(EntryFilter(since=first_day("2025-03"), until=last_day("2025-03")), ["2025-03-20"], id="a month"),
        pytest.param(EntryFilter(parties=("CHN",)), [], id="nobody"),
        pytest.param(EntryFilter(limit=1, newest=True), ["2025-06-01"], id="the newest"),
    ],
)
def test_timeline(store: SqliteStore, which: EntryFilter, dates: list[str]) -> None:
    assert [line["date"] for line in read_timeline(store, which)] == dates


def test_explain_marks_the_evidence(store: SqliteStore) -> None:
    entry = next(e for e in store.entries(EntryFilter()) if e.place and e.place.name == "تهران" and e.kind.value == "meeting")
    found = explain(store, entry.id)
    assert found["sources"][0]["sentences"] == ["⟦وزیران خارجه دو کشور در تهران دیدار کردند⟧."]
    assert found["sources"][0]["pattern"] == "meeting.didar-kardan"
    shown = "\n".join(text.explain_text(found))
    assert "meeting.didar-kardan" in shown
    assert "said in it" in shown
    assert "۱۴۰۳" not in shown
    assert "1403-12-07" in "\n".join(text.explain_text(found, jalali=True))


def test_explain_the_rest(store: SqliteStore) -> None:
    statement = store.statements()[0]["id"]
    agreement = store.agreements()[0]["id"]
    assert explain(store, statement)["text"] == "همکاری‌ها درباره انرژی"
    assert explain(store, agreement)["type"] == "agreement"
    article = explain(store, "a1")
    assert [u["reason"] for u in article["unresolved"]] == ["no_anchor"]
    for found in (explain(store, statement), explain(store, agreement), article):
        assert list(text.explain_text(found))


def test_dossier(store: SqliteStore) -> None:
    found = read_dossier(store, "IRN", "RUS", today=date(2025, 5, 10))
    assert [line["date"] for line in found["next"]] == ["2025-06-01"]
    assert found["last"][0]["date"] == "2025-03-20"
    assert found["cadence"]["days_since_last"] == 51
    assert {h["name"] for h in found["holders"]["IRN"]} == {"عباس عراقچی"}
    assert {t["topic"] for t in found["statements"]} == {"energy", "sanctions"}
    assert [a["names"] for a in found["agreements"]] == [["معاهده مشارکت جامع راهبردی", "معاهده جامع راهبردی"]]
    assert [s["stage"] for s in found["agreements"][0]["stages"]] == ["signed", "in_force"]
    assert "next contacts" in "\n".join(pages.dossier_text(found))


def test_agreements_by_name(store: SqliteStore) -> None:
    assert len(read_agreements(store, name="معاهده راهبردی")) == 1
    assert read_agreements(store, name="پیمان نامه دیگر") == []


def test_search(store: SqliteStore) -> None:
    (found,) = search(store, "همکاریها انرژی")
    assert found["article"] == "a1"
    assert found["entries"]
    assert search(store, "نیست") == []
    assert list(pages.search_text([found]))


def test_who(store: SqliteStore) -> None:
    (found,) = who(store, "عراقچی")
    assert (found["name"], found["names"], found["contacts"]) == ("عباس عراقچی", ["عباس عراقچی", "عراقچی"], 3)
    assert who(store, "ناشناس") == []
    assert list(pages.who_text([found]))


def test_silence(store: SqliteStore) -> None:
    found = silence(store, days=100, today=date(2025, 12, 1))
    assert [q["parties"] for q in found["quiet"]] == [["IRN", "RUS"]]
    assert silence(store, days=100, today=date(2025, 4, 1))["quiet"] == []
    assert list(pages.silence_text(found))


def test_audit(store: SqliteStore) -> None:
    found = audit(store, today=date(2025, 7, 1))
    assert [u["date"] for u in found["unreported"]] == ["2025-06-01"]
    assert len(found["one_source"]) == 4
    assert found["unresolved"] == {"no_anchor": 1}
    assert list(pages.audit_text(found))
    assert audit(store, today=date(2025, 5, 2))["unreported"] == []


@pytest.mark.parametrize(
    ("term", "faults"),
    [
        pytest.param(("عباس عراقچی", "foreign_minister", "IRN", "2024-08-21", None), 0, id="in his term"),
        pytest.param(("عباس عراقچی", "foreign_minister", "IRN", "2013-08", "2021-08"), 1, id="after his term"),
        pytest.param(("علی لاریجانی", "foreign_minister", "IRN", "2013-08", "2021-08"), 0, id="another person's term"),
    ],
)
def test_audit_of_terms(store: SqliteStore, term: tuple[str, str, str, str, str | None], faults: int) -> None:
    assert len(audit(store, terms=[term])["offices"]) == faults


def test_readouts_show_what_only_one_side_says(store: SqliteStore) -> None:
    entry = next(e for e in store.entries(EntryFilter()) if "a1" in {s.article for s in e.sources})
    sides = explain(store, entry.id)["readouts"]
    assert sides["IRN"]["only_here"] == ["energy"]
    assert sides["RUS"]["only_here"] == ["sanctions"]
    assert "only RUS speaks of sanctions" in "\n".join(text.explain_text(explain(store, entry.id)))


def test_history_is_empty_at_first(store: SqliteStore) -> None:
    assert history(store) == []


def test_export(store: SqliteStore) -> None:
    lines = list(export_jsonl(store))
    types = {line["type"] for line in lines}
    assert types >= {"engagement", "statement", "agreement", "person", "article"}
    assert all(line["sources"] for line in lines)
    assert all(isinstance(s["article"], str) for line in lines for s in line["sources"])
    assert json.loads(json.dumps(lines, ensure_ascii=False)) == lines


def test_export_as_a_table(store: SqliteStore) -> None:
    header, *rows = b"".join(export_csv(store)).decode("utf-8-sig").splitlines()
    assert header.startswith("id,date,")
    assert len(rows) == 4
    reading = make_reading("a9", make_engagement("call", date="2025-09-01", people=("IRN fm =cmd()",)), text="x")
    add_reading(store, reading, lore=Lore(), at="x")
    assert "'=cmd()" in b"".join(export_csv(store)).decode("utf-8-sig")


def test_talks_in_general_are_no_contact(tmp_path: Path) -> None:
    with open_record(tmp_path / "t.db", write=True) as store:
        for n in range(3):
            talks = make_engagement("talks", date=None, status="ongoing", parties=("IRN", "USA"))
            add_reading(store, make_reading(f"t{n}", talks, text=f"{n}", published=f"2025-02-0{n + 1}"), lore=Lore(), at="x")
        round_ = make_engagement("talks", date="2025-04-19", parties=("IRN", "USA"), place="مسقط/OMN")
        add_reading(store, make_reading("t9", round_, text="9", published="2025-04-19"), lore=Lore(), at="x")
        lines = [(x["type"], len(x["sources"])) for x in export_jsonl(store) if x["type"] in ("engagement", "process")]
    assert sorted(lines) == [("engagement", 1), ("process", 3)]


@pytest.mark.parametrize(
    ("given", "span", "expected"),
    [
        pytest.param("الف. ب ج. د", (5, 6), " ب ج.", id="inside"),
        pytest.param("الف ب", (0, 3), "الف ب", id="the whole text"),
        pytest.param("الف\nب ج\nد", (4, 5), "ب ج\n", id="lines"),
    ],
)
def test_sentence_around(given: str, span: tuple[int, int], expected: str) -> None:
    first, last = sentence_around(given, span)
    assert given[first:last] == expected


def test_direction_marks_are_shown_not_obeyed() -> None:
    assert show("a\u202eb\x1b[31m") == "a⟨U+202E⟩b⟨U+001B⟩[31m"
    reading = make_reading("a1", text="یک \u202eدو.")
    assert mark_evidence(reading.article, [(0, 2), (0, 99)]) == ["⟦یک⟧ ⟨U+202E⟩دو."]


@pytest.mark.parametrize(
    "command",
    [
        ["timeline"],
        ["timeline", "--party", "ایران", "--since", "1403-12", "--jalali"],
        ["audit"],
        ["dossier", "IRN", "روسیه"],
        ["search", "دیدار"],
        ["who", "عراقچی"],
        ["agreement"],
        ["silence", "--days", "30"],
        ["history"],
        ["judge"],
        ["export"],
    ],
    ids=lambda c: c[0],
)
def test_commands(store: SqliteStore, command: list[str]) -> None:
    name, *rest = command
    plain = CliRunner().invoke(cli, [name, str(store.path), *rest])
    assert plain.exit_code == 0, plain.output
    if name != "export":
        assert json.loads(CliRunner().invoke(cli, [name, str(store.path), *rest, "--json"]).stdout) is not None


def test_commands_that_change(store: SqliteStore) -> None:
    entry = find_entry(store, store.entries(EntryFilter())[0].id).id
    run, path = CliRunner(), str(store.path)
    assert run.invoke(cli, ["correct", path, entry, "place=قم/IRN", "--because", "so"]).exit_code == 0
    assert store.entry(entry).place.name == "قم"
    assert run.invoke(cli, ["undo", path, "1", "--because", "no"]).exit_code == 0
    assert store.entry(entry).place.name != "قم"
    assert run.invoke(cli, ["remove", path, entry, "--because", "so"]).exit_code == 0
    assert run.invoke(cli, ["restore", path, entry, "--because", "so"]).exit_code == 0
    assert run.invoke(cli, ["correct", path, entry, "place", "--because", "so"]).exit_code == 2
    assert run.invoke(cli, ["explain", path, "nothing"]).exit_code == 2
    assert run.invoke(cli, ["timeline", path, "--party", "ناکجاآباد"]).exit_code == 2
    assert run.invoke(cli, ["timeline", path, "--since", "1403-13"]).exit_code == 2
