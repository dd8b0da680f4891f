"""A record for looking at: the sample reports, and synthetic contacts of every kind and state."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from click.testing import CliRunner

from didar.cli import cli
from didar.model import Actor, Agreement, AgreementStage, Claim, Holding, Reading, Statement, Why
from didar.record import Entry, Source
from didar.recording import Lore, add_reading
from didar.store import open_record
from didar.terms import Act, ClaimKind, EngagementKind, Office, Stage, StageStatus, Status
from factory import make_article, make_engagement, make_reading

AT = "2025-06-01T00:00:00+00:00"
STATES = ("IRQ", "RUS", "OMN", "CHN", "TUR", "PAK", "ARM")
KINDS, STATUSES = list(EngagementKind), list(Status)
TEXT = "وزیر خارجه ایران با همتای خود دیدار کرد. او گفت: همکاری‌ها درباره انرژی گسترش می‌یابد. این پنجمین دیدار دو وزیر بود.\nپایان خبر"
SPEAKER = Actor(name="بهرام سپهری", office=Office.FOREIGN_MINISTER, party="IRN")


def fill_with_samples(path: Path, samples: Path, *, more: int = 60) -> None:
    """The sample reports as `didar add` reads them, and `more` synthetic contacts."""
    done = CliRunner().invoke(cli, ["add", str(path), str(samples)], catch_exceptions=False)
    assert done.exit_code in (0, 1), done.output
    with open_record(path, write=True) as store:
        for reading in [*make_readings(more), *hard_to_tell_apart()]:
            add_reading(store, reading, lore=Lore(), at=AT)


def make_readings(count: int) -> Iterator[Reading]:
    """Contacts over two years, some told twice with another date or place, with words, an agreement and a claim here and there."""
    rng = Random(8)
    for n in range(count):
        day = date(2023, 4, 1) + timedelta(days=rng.randrange(760))
        other, kind, status = rng.choice(STATES), KINDS[n % len(KINDS)], STATUSES[n % 7 % len(STATUSES)]
        until = day + timedelta(days=2)
        written = {1: f"{day}/{until}", 2: day.isoformat()[:7], 3: None}.get(n % 9, day.isoformat())
        people = (f"IRN fm {SPEAKER.name}", f"{other} fm کریم الجبوری")
        told = {
            "date": written,
            "parties": ("IRN", other),
            "people": people,
            "place": "تهران/IRN",
            "status": status.value,
            "topics": ("energy",),
        }
        contact = make_engagement(kind.value, basis="assumed" if n % 5 == 4 else "stated", evidence=((0, 40),), why=_why(), **told)
        yield make_reading(f"news-{n}", contact, text=TEXT, published=day.isoformat(), **_facts(n, other, day))
        if n % 4 == 0:
            elsewhere = make_engagement(kind.value, evidence=((0, 40),), **{**told, "place": "بغداد/IRQ"})
            yield make_reading(f"again-{n}", elsewhere, text=f"{TEXT} {n}", published=until.isoformat())


def _why() -> Why:
    return Why(pattern="meeting.didar-kardan", confidence=0.8)


def _facts(n: int, other: str, day: date) -> dict[str, object]:
    """What the article of a number says besides."""
    words = (TEXT.index("همکاری"), TEXT.index(" گسترش"))
    act = list(Act)[n % len(Act)]
    said = Statement(id="s1", speakers=(SPEAKER,), act=act, span=words, about=("energy",), toward=(other,), engagement="e1", why=_why())
    stage = AgreementStage(stage=list(Stage)[n % len(Stage)], date=day.isoformat(), status=list(StageStatus)[n % 2], evidence=((0, 10),))
    treaty = Agreement(
        id="a1", name="موافقتنامه ترانزیت زمینی", kind="treaty", parties=("IRN", "ARM"), stages=(stage,), evidence=((0, 10),)
    )
    claim = Claim(kind=ClaimKind.ORDINAL, of="meeting", number=5, parties=("IRN", other), evidence=((90, 110),), why=_why())
    return {
        "statements": (said,),
        "agreements": (treaty,) if n % 6 == 0 else (),
        "claims": (claim,) if n % 10 == 0 else (),
        "offices": (Holding(actor=SPEAKER, evidence=((0, 10),)),),
    }


def hard_to_tell_apart() -> Iterator[Reading]:
    """Two reports that may be of one meeting or of two."""
    for name, day, place in (
        ("doubt-1", "2025-05-20", "تهران/IRN"),
        ("doubt-2", "2025-05-21", None),
        ("doubt-3", "2025-05-22", "مسقط/OMN"),
    ):
        contact = make_engagement(
            "meeting",
            date=day,
            basis="assumed",
            place=place,
            parties=("IRN", "QAT"),
            people=("IRN fm بهرام سپهری", "QAT fm"),
            evidence=((0, 40),),
        )
        yield make_reading(name, contact, text=f"{TEXT} {name}", published=day)


def fill_with_many(path: Path, count: int) -> None:
    """`count` entries over twenty years, written as entries alone (no articles), for measuring pages."""
    rng = Random(20)
    first = date(2005, 1, 1)
    with open_record(path, write=True) as store, store.transaction():
        store.put_article(make_article("a1", text=TEXT))
        for n in range(count):
            day = first + timedelta(days=rng.randrange(7300))
            kind, status = rng.choice(KINDS[:3] * 4 + KINDS), rng.choices(STATUSES, [12, 1, 3, 1, 1, 1])[0]
            source = Source(
                article="a1",
                telling=n + 1,
                author="didar",
                outlet="x",
                published=day.isoformat(),
                wire="",
                status=status,
                date=day.isoformat(),
            )
            parties = tuple(sorted({"IRN" if rng.random() < 0.5 else "OMN", rng.choice(STATES)}))
            entry = Entry(
                id=f"e{n:05d}",
                kind=kind,
                status=status,
                parties=parties,
                participants=(),
                sources=(source,),
                date=day.isoformat(),
                topics=("energy",),
            )
            store.put_entry(entry, founder=n + 1, told=day.toordinal())
