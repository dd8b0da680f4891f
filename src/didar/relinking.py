"""Rooms 8 and 9 together: after tellings changed, the affected contacts are made again from their sorted evidence.

Dated tellings first: all that can be reached from the changed ones by pairs that might be one contact are partitioned
anew. Undated ones then go to a dated contact or to each other. Both are functions of the tellings alone, so the order
of adding never matters. Ids stay with the telling they were minted for; merges and splits leave redirects.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from didar.edtf import published_day
from didar.link.attach import Attachment, attach_telling
from didar.link.blocks import dated_window, find_keys, firm_window, range_key, range_window, vague_window
from didar.link.compare import Members, compare_tellings
from didar.link.correct import apply_correction
from didar.link.fields import make_entry
from didar.link.group import Constraints, group_tellings
from didar.record import Comparison, Judgement, Telling
from didar.store import Store
from didar.store.facts import stable_id
from didar.terms import Verdict

OURS = "didar"
Group = list[Telling]


@dataclass
class Scene:
    """What one relinking has loaded: tellings by row, the dated contacts by number, and what people judged."""

    store: Store
    members: Members
    lands: frozenset[str]
    judged: Constraints = field(default_factory=Constraints)
    partners: dict[int, set[int]] = field(default_factory=dict)
    unsure: list[tuple[Telling, Telling, Comparison]] = field(default_factory=list)

    def judge(self, rows: Iterable[int]) -> None:
        """Take in what people judged of these tellings."""
        for j in self.store.judgements(rows, people=True):
            pairs = {(a, b) for a in j.left for b in j.right if a != b}
            said = {(min(p), max(p)) for p in pairs}
            binding, before = self.judged.same, self.judged.different
            if j.verdict is not Verdict.SAME:
                binding, before = before, binding
            binding.update(said)
            before.difference_update(said)  # judgements come in order: the last word on a pair counts
            if j.verdict is Verdict.SAME:
                for a, b in pairs:
                    self.partners.setdefault(a, set()).add(b)
                    self.partners.setdefault(b, set()).add(a)


def relink(
    store: Store, rows: Iterable[int], *, members: Members, lands: frozenset[str], at: str, emptied: Iterable[str] = ()
) -> list[str]:
    """Make the contacts of these tellings again; the ids that were written. `emptied`: entries that lost a telling."""
    scene = Scene(store=store, members=members, lands=lands)
    wanted = set(rows)
    entries = {e for e in store.entry_of(wanted).values() if e} | set(emptied)
    for some in store.members_of(entries).values():
        wanted |= set(some)
    seeds = [t for t in store.tellings(wanted) if store.telling_states([t.id]).get(t.id) == "live"]
    firm = _reach(scene, [t for t in seeds if t.firm], firm=True)
    partition = group_tellings(firm, members=members, judged=scene.judged)
    scene.unsure += partition.unsure
    vague = _reach(scene, [*(t for t in seeds if not t.firm), *_undated_near(scene, firm)], firm=False)
    groups = _give_undated(scene, [list(g) for g in partition.groups], vague)
    written = _write(scene, groups, at=at, old=entries, changed=wanted)
    _keep_questions(scene, [*firm, *vague], at=at)
    return written


def _reach(scene: Scene, seeds: Sequence[Telling], *, firm: bool) -> Group:
    """All tellings that can be reached from the seeds by pairs that might be one contact."""
    store, found = scene.store, {t.id: t for t in seeds}
    open_ = list(found.values())
    while open_:
        scene.judge([t.id for t in open_])
        nearer: dict[int, Telling] = {}
        for t in open_:
            window = firm_window(t) if firm else vague_window(t)
            rows = store.find_tellings(find_keys(t, members=scene.members), firm=firm, window=window)
            bound = scene.partners.get(t.id, set())
            states = store.telling_states(bound) if bound else {}
            rows = [r for r in {*rows, *(r for r in bound if states.get(r) == "live")} if r not in found and r not in nearer]
            for other in store.tellings(rows):
                if other.firm == firm and (other.id in bound or _might_be(scene, t, other)):
                    nearer[other.id] = other
        found |= nearer
        open_ = list(nearer.values())
    return sorted(found.values(), key=lambda t: t.key)


def _might_be(scene: Scene, one: Telling, other: Telling) -> bool:
    return compare_tellings(one, other, members=scene.members).verdict is not Verdict.DIFFERENT


def _undated_near(scene: Scene, firm: Sequence[Telling]) -> Group:
    """Undated tellings that could mean one of these dated ones, that are with them now, or that a person gave to them."""
    store, maybe, sure = scene.store, set[int](), set[int]()
    for t in firm:
        keys = find_keys(t, members=scene.members)
        maybe |= set(store.find_tellings(keys, firm=False, window=vague_window(t)))
        maybe |= set(store.find_tellings([range_key(k) for k in keys], firm=False, window=range_window(t)))
        sure |= scene.partners.get(t.id, set())
    held = {e for e in store.entry_of(t.id for t in firm).values() if e}
    for some in store.members_of(held).values():
        sure |= set(some)
    states = store.telling_states(sure)
    near = [t for t in store.tellings(r for r in sure if states.get(r) == "live") if not t.firm]
    return near + [v for v in store.tellings(maybe - sure) if any(_might_be(scene, v, t) for t in firm)]


def _give_undated(scene: Scene, groups: list[Group], vague: Sequence[Telling]) -> list[Group]:
    """Give each undated telling to the dated contact it clearly means; the rest form contacts of their own."""
    scene.judge([t.id for t in vague])
    home = {t.id: n for n, g in enumerate(groups) for t in g}
    firm = {n: [t for t in g if t.firm] for n, g in enumerate(groups)}
    given: dict[int, int] = {}
    _load_contacts(scene, (t.id for t in vague), groups, firm, home)
    for t in vague:
        candidates = _dated_candidates(scene, t, groups, firm, home)
        attachment = attach_telling(t, candidates, members=scene.members, judged=scene.judged)
        if attachment.group is not None:
            given[t.id] = attachment.group
        _note_unsure(scene, t, attachment, firm)
    _follow_partners(scene, vague, given)
    vague_ids = {t.id for t in vague}
    made = [[t for t in g if t.id not in vague_ids] for g in groups]
    for t in vague:
        if t.id in given:
            made[given[t.id]].append(t)
    rest = group_tellings([t for t in vague if t.id not in given], members=scene.members, judged=scene.judged)
    scene.unsure += rest.unsure
    return [g for g in made if g] + [list(g) for g in rest.groups]


def _dated_candidates(
    scene: Scene, telling: Telling, groups: list[Group], firm: dict[int, Group], home: dict[int, int]
) -> Mapping[int, Group]:
    """The dated contacts an undated telling could mean, those outside the scene loaded whole."""
    rows = set(scene.store.find_tellings(find_keys(telling, members=scene.members), firm=True, window=dated_window(telling)))
    rows |= scene.partners.get(telling.id, set())
    _load_contacts(scene, (r for r in rows if r not in home), groups, firm, home)
    return {n: firm[n] for n in sorted({home[r] for r in rows if r in home}) if firm.get(n)}


def _load_contacts(scene: Scene, rows: Iterable[int], groups: list[Group], firm: dict[int, Group], home: dict[int, int]) -> None:
    """Add the contacts of these tellings, as they stand, to the groups."""
    outside = {e for e in scene.store.entry_of(rows).values() if e}
    for _, members in sorted(scene.store.members_of(outside).items()):
        group = [t for t in scene.store.tellings(members) if t.id not in home]
        if any(t.firm for t in group):
            firm[len(groups)] = [t for t in group if t.firm]
            home.update({t.id: len(groups) for t in group})
            groups.append(group)


def _follow_partners(scene: Scene, vague: Sequence[Telling], given: dict[int, int]) -> None:
    """What a person holds to be one stays one: an undated telling follows its partners into their contact."""
    changed = True
    while changed:
        changed = False
        for t in sorted(vague, key=lambda t: t.key):
            homes = [given[p] for p in sorted(scene.partners.get(t.id, ())) if p in given]
            if homes and t.id not in given:
                given[t.id] = homes[0]
                changed = True


def _note_unsure(scene: Scene, telling: Telling, attachment: Attachment, firm: Mapping[int, Group]) -> None:
    for number, comparison in attachment.unsure:
        if number in firm:
            scene.unsure.append((telling, firm[number][0], comparison))


# -- ids and writing ---------------------------------------------------------------------------------------------------


def _write(scene: Scene, groups: list[Group], *, at: str, old: set[str], changed: set[int]) -> list[str]:
    """Give each contact its id and write those that changed."""
    store = scene.store
    rows = [t.id for g in groups for t in g]
    before = store.entry_of(rows)
    involved = old | {e for e in before.values() if e}
    heads = {h["id"]: h for h in [*store.founded_by(rows), *store.entry_heads(involved)]}
    ids = _assign_ids(scene, groups, heads, before)
    written = []
    present = store.members_of(i for i, _ in ids)
    for group, (entry_id, founder) in zip(groups, ids, strict=True):
        same = set(present.get(entry_id, ())) == {t.id for t in group} and not any(t.id in changed for t in group)
        known = heads.get(entry_id)
        if same and known and known["state"] == "live":
            continue
        write_entry(scene.store, entry_id, group, founder=founder, members=scene.members, lands=scene.lands)
        moved = [t.id for t in group if before.get(t.id) != entry_id]
        if moved:
            store.set_entry(moved, entry_id)
        written.append(entry_id)
    _redirect(scene, groups, heads, ids, before)
    return written


def _assign_ids(
    scene: Scene, groups: list[Group], heads: Mapping[str, Mapping[str, object]], before: Mapping[int, str | None]
) -> list[tuple[str, int]]:
    """The id that each contact goes by and the telling it was minted for. The oldest founder in the group gives it."""
    by_founder = {h["founder"]: h for h in sorted(heads.values(), key=lambda h: -_int(h["row"]))}
    ids: list[tuple[str, int] | None] = []
    for group in groups:
        own = sorted((by_founder[t.id] for t in group if t.id in by_founder), key=lambda h: _int(h["row"]))
        ids.append((str(own[0]["id"]), _int(own[0]["founder"])) if own else None)
    taken = {i[0] for i in ids if i}
    live = {t.id for g in groups for t in g}
    for n, group in enumerate(groups):
        if ids[n] is not None:
            continue
        first = min(group, key=lambda t: t.key)
        orphans = [e for t in group if (e := before.get(t.id)) and e not in taken and heads[e]["founder"] not in live]
        entry_id = min(orphans, key=lambda e: _int(heads[e]["row"])) if orphans else _mint(scene.store, first, taken)
        taken.add(entry_id)
        ids[n] = (entry_id, first.id)
    return [i for i in ids if i]


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def _mint(store: Store, telling: Telling, taken: set[str]) -> str:
    base = stable_id("e", *telling.key, telling.engagement.kind)[:9]
    known = set(store.entry_ids(base)) | taken
    if base not in known:
        return base
    return next(c for n in count(2) if (c := f"{base}-{n}") not in known)


def _redirect(
    scene: Scene,
    groups: list[Group],
    heads: Mapping[str, Mapping[str, object]],
    ids: Sequence[tuple[str, int]],
    before: Mapping[int, str | None],
) -> None:
    """Ids that no contact goes by lead to the contact that has their founder, or most of their tellings, or nowhere."""
    names = {i for i, _ in ids}
    home = {t.id: i for g, (i, _) in zip(groups, ids, strict=True) for t in g}
    left = scene.store.members_of(set(heads) - names)
    for entry_id, head in sorted(heads.items()):
        if entry_id in names or left.get(entry_id):
            continue
        heirs = [home[row] for row, e in before.items() if e == entry_id and row in home]
        to = home.get(_int(head["founder"])) or (max(sorted(set(heirs)), key=heirs.count) if heirs else None)
        if to is None and head["state"] == "redirect":
            continue
        if head["redirect"] != to or head["state"] == "live":
            scene.store.redirect_entry(entry_id, to)


def write_entry(
    store: Store, entry_id: str, group: Sequence[Telling], *, founder: int, members: Members, lands: frozenset[str] = frozenset()
) -> None:
    """Make the entry from its tellings, lay corrections over it, write it."""
    entry = make_entry(entry_id, group, members=members, lands=lands)
    ids = {entry_id} | {str(h["id"]) for h in store.founded_by(t.id for t in group)}
    for correction in sorted((c for i in ids for c in store.corrections(i)), key=lambda c: c.id):
        if correction.action == "set" and not correction.undone:
            entry = apply_correction(entry, correction)
    days = [d.toordinal() for t in group if (d := published_day(t.published))]
    store.put_entry(entry, founder=founder, told=min(days) if days else 0)


def _keep_questions(scene: Scene, looked_at: Sequence[Telling], *, at: str) -> None:
    """Open questions for a person, asked afresh for all that was looked at."""
    store = scene.store
    store.drop_unsure(t.id for t in looked_at)
    home = store.entry_of({t.id for pair in scene.unsure for t in pair[:2]})
    asked: set[tuple[str, str]] = set()
    for one, other, comparison in scene.unsure:
        pair = (home.get(one.id) or "", home.get(other.id) or "")
        if pair[0] == pair[1] or pair in asked or (pair[1], pair[0]) in asked:
            continue
        asked.add(pair)
        because = "; ".join(comparison.because)
        store.put_judgement(
            Judgement(
                left=(one.id,), right=(other.id,), verdict=Verdict.UNSURE, because=because, author=OURS, at=at, score=comparison.score
            )
        )
