"""A record for looking at: the sample reports, and synthetic contacts of every kind and state."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from sqlite3 import Row, connect

from click.testing import CliRunner

from didar.cli import cli
from didar.model import Actor, Agreement, AgreementStage, Claim, Holding, Reading, Statement, Why
from didar.recording import Added, Lore, add_reading
from didar.store import open_record
from didar.terms import Act, ClaimKind, EngagementKind, Office, Stage, StageStatus, Status
from factory import make_engagement, make_reading

AT = "2025-06-01T00:00:00+00:00"
STATES = ("IRQ", "RUS", "OMN", "CHN", "TUR", "PAK", "ARM")
KINDS, STATUSES = list(EngagementKind), list(Status)
TABLES = {"entry": "id", "entry_party": "entry", "entry_pair": "entry", "entry_topic": "entry"}
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


def hard_to_tell_apart(person: str = "بهرام سپهری", outlet: str = "پیام‌آور") -> Iterator[Reading]:
    """Reports that may be of one meeting or of two."""
    places = ("تهران/IRN", None, "مسقط/OMN")
    for name, day, place in zip(("doubt-1", "doubt-2", "doubt-3"), ("2025-05-20", "2025-05-21", "2025-05-22"), places, strict=True):
        contact = make_engagement(
            "meeting",
            date=day,
            basis="assumed",
            place=place,
            parties=("IRN", "QAT"),
            people=(f"IRN fm {person}", "QAT fm"),
            evidence=((0, 40),),
        )
        yield make_reading(name, contact, text=f"{TEXT} {name}", published=day, outlet=outlet)


def fill_with_many(path: Path, count: int) -> None:
    """`count` entries over twenty years, for measuring pages: copies of the rows of one, each with a day, kind, status and parties
    of its own, written past the store because adding them one by one takes a minute."""
    rng = Random(20)
    first = date(2005, 1, 1)
    with open_record(path, write=True) as store:
        one = make_reading("a1", make_engagement("meeting", topics=("energy",), evidence=((0, 40),)), text=TEXT)
        added = add_reading(store, one, lore=Lore(), at=AT)
        assert isinstance(added, Added)
        (pattern,) = added.entries
    with closing(connect(path)) as database, database:
        database.row_factory = Row
        rows = {t: dict(database.execute(f"select * from {t} where {k} = ?", [pattern]).fetchone()) for t, k in TABLES.items()}
        rows["entry"].pop("row")
        copies: dict[str, list[dict[str, object]]] = {table: [] for table in TABLES}
        for n in range(count):
            day = first + timedelta(days=rng.randrange(7300))
            kind, status = rng.choice(KINDS[:3] * 4 + KINDS), rng.choices(STATUSES, [12, 1, 3, 1, 1, 1])[0]
            parties = sorted({"IRN" if rng.random() < 0.5 else "OMN", rng.choice(STATES)})
            own = {"kind": kind.value, "status": status.value, "first": day.toordinal(), "last": day.toordinal()}
            told = {"id": f"e{n:05d}", "kind": kind.value, "status": status.value, "date": day.isoformat(), "parties": parties}
            texts = {t: json.dumps({**json.loads(rows["entry"][t]), **told, "told": day.isoformat()}) for t in ("line", "body")}
            entry = {**own, **texts, "id": told["id"], "founder": n + 10, "told": day.toordinal(), "day": day.toordinal()}
            copies["entry"].append({**rows["entry"], **entry})
            copies["entry_topic"].append({**rows["entry_topic"], "entry": told["id"]})
            copies["entry_party"] += [
                {**rows["entry_party"], **_known(rows["entry_party"], own), "entry": told["id"], "party": p} for p in parties
            ]
            if len(parties) > 1:
                pair = {"entry": told["id"], "pair": " ".join(parties)}
                copies["entry_pair"].append({**rows["entry_pair"], **_known(rows["entry_pair"], own), **pair})
        for table, made in copies.items():
            names = list(made[0])
            database.executemany(f"insert into {table} ({', '.join(names)}) values ({', '.join(f':{n}' for n in names)})", made)


def _known(row: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name in row}
