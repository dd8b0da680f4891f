"""What was judged of an entry, and the pairs that wait for a person's judgement, side by side."""

from typing import Any

from didar.record import Entry
from didar.store import Store
from didar.views.claims import check_claim, open_questions
from didar.views.explain import explain_entry

Json = dict[str, Any]


def read_judgements(store: Store, entry: Entry) -> list[Json]:
    """Standing judgements about the entry's tellings, with the entries they compare it with; a person's bind."""
    own = {s.telling for s in entry.sources}
    judgements = store.judgements(own, people=False)
    home = store.entry_of({r for j in judgements for r in (*j.left, *j.right)})
    found = []
    for j in judgements:
        others = sorted({e for r in (*j.left, *j.right) if (e := home.get(r)) and e != entry.id})
        told = {"number": j.id, "verdict": j.verdict.value, "because": j.because, "author": j.author, "at": j.at, "score": j.score}
        found.append({**told, "others": others})
    return found


def read_claims_about(store: Store, entry: Entry) -> list[Json]:
    """Claims of the entry's own articles that count it."""
    rows = store.claims_of(sorted({s.article for s in entry.sources}))
    return [c for r in rows if entry.id in (c := check_claim(store, r))["entries"]]


def read_queue(store: Store, *, limit: int) -> list[Json]:
    """The pairs that wait, in the order in which the record asked."""
    return open_questions(store, limit=limit)


def read_sides(store: Store, question: Json) -> list[Json]:
    """Both entries of a question, explained."""
    sides = [store.entry(question[name]) for name in ("one", "other") if question[name]]
    return [explain_entry(store, e) for e in sides if e is not None]
