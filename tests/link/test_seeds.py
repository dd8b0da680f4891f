"""The five reports that the project began with, as one record: ../shared/gold/articles.jsonl; skipped where it is missing."""

import json
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

import pytest

from didar import read_article
from didar.model import Article
from didar.pack import Pack
from didar.record import Entry
from didar.recording import Lore, add_article
from didar.store import EntryFilter, open_record

FIELDS = ("id", "outlet", "url", "title", "published", "text")


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Article]:
    lines = (shared / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [r for r in map(json.loads, lines) if r["id"].startswith("seed-")]
    return {r["id"]: Article(**{k: r.get(k) for k in FIELDS}) for r in rows}


def entries(folder: Path, articles: list[Article], pack: Pack) -> list[Entry]:
    path = folder / "r.db"
    for old in folder.glob("r.db*"):
        old.unlink()
    with open_record(path, write=True) as store:
        for article in articles:
            add_article(store, article, read=lambda a: read_article(a, pack=pack), lore=Lore.of(pack), at="x")
        return store.entries(EntryFilter())


def sources(found: list[Entry], kind: str, day: str) -> list[set[str]]:
    return [{s.article for s in e.sources} for e in found if e.kind == kind and e.date == day]


def test_each_contact_is_one_entry_in_any_order(seeds: dict[str, Article], tmp_path: Path, pack: Pack) -> None:
    for order in islice(permutations(seeds.values()), 0, 120, 30):
        found = entries(tmp_path, list(order), pack)
        assert sources(found, "meeting", "2025-02-25") == [{"seed-000", "seed-003"}]
        assert sources(found, "visit", "2025-02-25") == [{"seed-000", "seed-003"}]
        assert sources(found, "conference", "2023-10-23") == [{"seed-000", "seed-004"}]
        assert sources(found, "signing", "2025-01-17") == [{"seed-000", "seed-003"}]
        signings = [e for e in found if e.kind == "signing" and "seed-003" in {s.article for s in e.sources}]
        assert len(signings) == 1


def test_without_its_publication_day_a_report_is_dated_by_another(seeds: dict[str, Article], tmp_path: Path, pack: Pack) -> None:
    undated = [replace(a, published=None) if a.id == "seed-000" else a for a in seeds.values()]
    found = entries(tmp_path, undated, pack)
    assert sources(found, "meeting", "2025-02-25") == [{"seed-000", "seed-003"}]
    signed = [{s.article for s in e.sources} for e in found if e.kind == "signing"]
    assert {"seed-000", "seed-003"} in signed
    assert not any(s > {"seed-002"} for s in signed)  # whose sentence only names the treaty beside what it signs
