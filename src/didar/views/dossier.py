"""What to know before a meeting: two parties, their contacts, people, words, agreements and open claims."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from didar.link.agreements import group_agreements
from didar.link.names import names_agree
from didar.store import EntryFilter, Store
from didar.views.claims import AGREES, check_claim
from didar.views.explain import statement_json

Json = dict[str, Any]
RECENT = 1100  # days within which an office must have been told to be shown as held
HELD, AHEAD = ("held", "ongoing"), ("planned", "proposed")


def read_dossier(
    store: Store, one: str, other: str, *, today: date, holders: Callable[[str], list[Json]] | None = None, last: int = 8, words: int = 200
) -> Json:
    """The dossier of a pair as of `today`. holders: gives `holders_now` of a party, where that is known already."""
    pair = (one, other)
    now = today.toordinal()
    in_office = holders or (lambda party: holders_now(store, party, now))
    days = [(first, kind) for first, kind, status in store.pair_days(one, other, until=now) if status in HELD]
    return {
        "parties": list(pair),
        "today": today.isoformat(),
        "last": store.entry_lines(EntryFilter(parties=pair, statuses=HELD, until=now, limit=last, newest=True)),
        "next": store.entry_lines(EntryFilter(parties=pair, statuses=AHEAD, since=now, limit=last)),
        "cadence": _cadence(days, now),
        "holders": {party: in_office(party) for party in pair},
        "statements": _by_topic(store, one, other, limit=words),
        "agreements": read_agreements(store, parties=pair),
        "claims": [c for r in store.claims(" ".join(sorted(pair))) if (c := check_claim(store, r))["verdict"] != AGREES],
    }


def _cadence(days: list[tuple[int, str]], now: int) -> Json:
    """How often: by kind and year, the mean days between contacts in the last two years, days since the last."""
    by_year: Counter[tuple[int, str]] = Counter()
    for first, kind in days:
        by_year[date.fromordinal(first).year, kind] += 1
    held = [first for first, _ in days]
    recent = sorted({d for d in held if d >= now - 730})
    gaps = [b - a for a, b in pairwise(recent)]
    return {
        "total": len(held),
        "by_year": [{"year": y, "kind": k, "contacts": n} for (y, k), n in sorted(by_year.items())],
        "mean_days_between": round(sum(gaps) / len(gaps), 1) if gaps else None,
        "days_since_last": now - held[-1] if held else None,
    }


def holders_now(store: Store, party: str, now: int) -> list[Json]:
    """The last person told in each office of a party, in the last three years."""
    newest: dict[tuple[str, str | None, str | None], Any] = {}
    for row in store.holders(party, since=now - RECENT, until=now):
        if row["office"] in ("other", "delegation"):
            continue
        key = (row["office"], row["portfolio"], row["accredited_to"])
        old = newest.get(key)
        if old is None or (row["last"], row["articles"], row["name"]) > (old["last"], old["articles"], old["name"]):
            if old is not None and names_agree(old["name"], row["name"]) and len(old["name"]) > len(row["name"]):
                newest[key] = {**row, "name": old["name"]}
            else:
                newest[key] = row
        elif names_agree(old["name"], row["name"]) and len(row["name"]) > len(old["name"]):
            newest[key] = {**old, "name": row["name"]}
    return [
        {
            "office": k[0],
            "portfolio": k[1],
            "accredited_to": k[2],
            "name": r["name"],
            "last": date.fromordinal(r["last"]).isoformat() if r["last"] else None,
            "articles": r["articles"],
        }
        for k, r in sorted(newest.items(), key=str)
    ]


def _by_topic(store: Store, one: str, other: str, *, limit: int) -> list[Json]:
    """Each side's words on each topic in order of time, so that what changed can be seen."""
    topics: dict[str, dict[str, list[Json]]] = {}
    for row in store.statements_between(one, other, limit=limit):
        said = statement_json(row)
        sides = {s["party"] for s in said["speakers"]} & {one, other}
        for topic in said["about"] or ["-"]:
            for side in sides:
                topics.setdefault(topic, {}).setdefault(side, []).append(said)
    return [
        {
            "topic": topic,
            "sides": {
                side: {"acts": _turns([s["act"] for s in said]), "last": said[-3:], "count": len(said)}
                for side, said in sorted(sides.items())
            },
        }
        for topic, sides in sorted(topics.items(), key=lambda t: (-sum(map(len, t[1].values())), t[0]))
    ]


def _turns(acts: list[str]) -> list[str]:
    """The acts in order, runs of one act once."""
    return [a for n, a in enumerate(acts) if n == 0 or acts[n - 1] != a]


def read_agreements(store: Store, *, parties: tuple[str, ...] = (), name: str | None = None) -> list[Json]:
    """Agreements with their stages; of these parties alone, or with these words in the name."""
    rows = store.agreements(" ".join(sorted(parties)) if parties else None)
    found = []
    for group in group_agreements(rows):
        names = sorted({r["name"] for r in group}, key=lambda n: (-len(n), n))
        if name is not None and not any(_named(name, n) for n in names):
            continue
        stages = [
            {"stage": s["stage"], "status": s["status"], "date": s["date"], "article": r["article"], "told": r["day"]}
            for r in group
            for s in r["body"]["stages"]
        ]
        found.append(
            {
                "id": min(r["id"] for r in group),
                "name": names[0],
                "names": names,
                "parties": sorted({p for r in group for p in r["parties"].split()}),
                "stages": sorted(stages, key=lambda s: (s["date"] or "9999", s["told"], s["stage"])),
                "articles": sorted({r["article"] for r in group}),
            }
        )
    return found


def _named(asked: str, name: str) -> bool:
    from didar.link.agreements import name_key

    return name_key(asked) <= name_key(name)
