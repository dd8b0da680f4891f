"""A record made for the tests of the pages, and a client that asks for them without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from didar.model import Actor, Agreement, AgreementStage, Claim, Holding, Reading, SetAside, Statement, Unresolved, Why
from didar.recording import Lore, add_reading
from didar.store import open_record
from didar.terms import Act, ClaimKind, Office, Reason, Stage
from didar.web.app import make_app
from factory import make_engagement, make_reading

TOKEN = "a-token-of-the-tests"
TEXT = "نخست این. وزیران خارجه دو کشور در تهران دیدار کردند. سپس گفت: همکاری‌ها درباره انرژی گسترش می‌یابد.\nانتهای پیام"
IRAN = Actor(name="عباس عراقچی", office=Office.FOREIGN_MINISTER, party="IRN")
RUSSIA = Actor(name="سرگئی لاوروف", office=Office.FOREIGN_MINISTER, party="RUS")
MINISTERS = ("IRN fm عباس عراقچی", "RUS fm سرگئی لاوروف")


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def full_reading() -> Reading:
    """An article with a fact of each type."""
    meeting = make_engagement(
        people=MINISTERS, place="تهران/IRN", evidence=(span("وزیران خارجه دو کشور در تهران دیدار کردند"),), why=Why(pattern="meeting.didar")
    )
    said = [
        Statement(id=f"s{n}", speakers=(who,), act=act, span=span(words), about=("energy",), toward=(to,), engagement="e1")
        for n, (who, act, to, words) in enumerate(
            [(IRAN, Act.STRESS, "RUS", "همکاری‌ها درباره انرژی"), (RUSSIA, Act.HOPE, "IRN", "گسترش می‌یابد")]
        )
    ]
    treaty = Agreement(
        id="a1",
        name="معاهده مشارکت جامع",
        parties=("IRN", "RUS"),
        stages=(AgreementStage(stage=Stage.SIGNED, date="2025-01-17"), AgreementStage(stage=Stage.IN_FORCE)),
        evidence=(span("این"),),
    )
    claim = Claim(kind=ClaimKind.ORDINAL, of="meeting", number=5, parties=("IRN", "RUS"), evidence=(span("نخست"),))
    return make_reading(
        "agency/1:ف",
        meeting,
        text=TEXT,
        statements=tuple(said),
        agreements=(treaty,),
        offices=(Holding(actor=IRAN, evidence=(span("وزیران"),)),),
        claims=(claim,),
        unresolved=(Unresolved(span=span("سپس"), what="day", reason=Reason.VAGUE),),
        set_aside=(SetAside(span=span("انتهای پیام"), reason=Reason.BOILERPLATE),),
    )


def readings() -> list[Reading]:
    """Several contacts, some doubtful: a plan gone by, a contradiction, two that may be one."""
    plan = make_engagement("visit", date="2025-03-10", status="planned", people=("RUS p>guest ولادیمیر پوتین",), place="تهران/IRN")
    again = make_engagement(people=MINISTERS, place="مسکو/RUS", date="2025-02-25")
    calls = [
        make_reading(f"c{n}", make_engagement("call", date=f"2025-0{1 + n % 6}-{10 + n}", people=("IRN fm عراقچی",)), text=f"تماس {n}")
        for n in range(12)
    ]
    return [
        full_reading(),
        make_reading("b1", plan, text="سفر در راه است", published="2025-03-01"),
        make_reading("b2", again, text="سخنی دیگر", published="2025-02-26"),
        *calls,
        *hard_to_tell_apart(),
        make_reading("z1", make_engagement("call", date="2025-12-01"), text="در پایان", published="2025-12-01"),
    ]


def hard_to_tell_apart() -> Iterator[Reading]:
    """Reports that may be of one meeting or of several."""
    for n, place in enumerate(["تهران/IRN", None, "مسقط/OMN"]):
        day = f"2025-05-{20 + n}"
        people = ("IRN fm بهرام سپهری", "QAT fm")
        contact = make_engagement(date=day, basis="assumed", place=place, parties=("IRN", "QAT"), people=people, evidence=((0, 10),))
        yield make_reading(f"doubt{n}", contact, text=f"خبری از دیدار {n}", published=day)


def fill(path: Path, rows: list[Reading]) -> None:
    with open_record(path, write=True) as store:
        for reading in rows:
            add_reading(store, reading, lore=Lore(), at="2025-12-02T00:00:00+00:00")


@contextmanager
def served(record: Path, **more: Any) -> Iterator[TestClient]:
    with TestClient(make_app(record, **more), base_url="http://localhost", raise_server_exceptions=False, follow_redirects=False) as client:
        yield client
