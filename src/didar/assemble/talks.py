"""Talks: rounds and processes of negotiation, by the states that hold them, by their place, by what the article is about."""

from collections import Counter

from didar.assemble.drafts import Draft
from didar.assemble.mediation import all_mediators, take_mediators
from didar.assemble.nearby import (
    bodies_in,
    cue_at,
    cue_before,
    has_cue,
    headed_by,
    hosting_place,
    not_yet,
    phrase_end,
    place_near,
    relative_clause,
)
from didar.assemble.people import PRINCIPALS, chained, entities, is_person, joined_before, speaker_of, subject_of, take_part, teller_of
from didar.assemble.standing import gathering_status, is_over, round_start, talks_status
from didar.assemble.timing import status_of
from didar.model import Place
from didar.pack.rows import ProcessRow
from didar.scene import Scene
from didar.syntax import PAST, SUBJECT, Clause, Frame, VerbTense
from didar.terms import EngagementKind, Mode, Role, Status
from didar.who import Entity, Kind

_BACK = 5
_NEXT = 3
_WE = 4
_US = "ما"
_OWN = "خود"
_SIDES = (2, 3)
_OFTEN = 3
_AWAY = frozenset(("to", "from"))
_HAS = frozenset(("داشت", "کرد", "داد"))
_UNDERWAY = "talks.underway"


def draft_talks(scene: Scene, frame: Frame) -> list[Draft]:
    """A round or process of negotiation between parties that the text tells."""
    end = phrase_end(scene, frame)
    happens = "happen" in frame.cues and (frame.governed is None or (frame.governed == "to" and bool(_their_own(scene, frame))))
    rounds = round_start(scene, frame) < frame.first
    if "round" in frame.pattern.needs and not rounds:
        return []
    another = next(
        (f.first for f in scene.frames if f.clause.number == frame.clause.number and f.first >= end), frame.clause.tokens[-1] + 1
    )
    habit = has_cue(scene, (t for t in frame.clause.tokens if frame.first <= t < another), "habit")
    if (
        habit
        or not_yet(scene, frame)
        or _stays_out(scene, frame)
        or (frame.governed == "for" and not rounds)
        or ((frame.definite or _wished(scene, frame)) and not happens and not _likely(scene, frame) and not _told_first(scene, frame, end))
    ):
        return []
    process, relative = _process(scene, frame), relative_clause(scene, frame, end)
    place = Place(name=process.place, country=process.country) if process and process.place else place_near(scene, frame, end, relative)
    group = _group(scene, frame)
    underway = frame.pattern.id == _UNDERWAY
    if (underway and not group and not _together(scene, frame)) or (_only_with(frame) and frame.governed in _AWAY):
        return []
    if any(is_person(e) and e.office and not e.indefinite for e in group) and (underway or _held_with(frame)):
        return _meeting(scene, frame, group, place)
    if any(is_person(e) and (e.name or (e.office in PRINCIPALS and not rounds)) for e in group) or (
        group and all(e.kind == Kind.INSTITUTION for e in group)
    ):
        return []
    parties = _parties(scene, frame, group, process, place)
    if process is None and len(parties) == 1 and parties[0] not in scene.pack.states and (happens or relative is not None):
        return _of_body(scene, frame, parties[0], end, relative)
    sitting = not group and len(parties) > 1 and (frame.governed == "in" or is_over(scene, frame, round_start(scene, frame)))
    strong = process is not None or rounds or happens or place is not None or underway or sitting or _with_somebody(scene, frame)
    parties, strong = _completed(scene, frame, parties, end, strong=strong)
    if len(parties) < 2 or not (strong or _told(scene, frame) or _mode(scene, frame) is not None or _named(scene, frame, end)):
        return []
    draft = Draft(frame=frame, kind=EngagementKind.TALKS, status=talks_status(scene, frame, end, relative))
    draft.add_party(*parties)
    draft.mode = _mode(scene, frame)
    draft.place = place or hosting_place(scene, round_start(scene, frame))
    take_mediators(scene, frame, draft)
    take_part(draft, _heads(scene, frame, parties), Role.PARTICIPANT)
    draft.weak = True
    draft.supposed = not set(parties) <= {e.party for e in group} | {e.party for e in entities(scene, subject_of(scene, frame))}
    return [draft]


def _heads(scene: Scene, frame: Frame, parties: list[str]) -> list[Entity]:
    """«مذاکرات … به ریاست X و Y», «با حضور X و Y»: the representatives whom the text names."""
    beside = [n for c, n in frame.after if c == "invited"] + headed_by(scene, frame.clause)
    return [e for e in entities(scene, chained(scene, beside)) if is_person(e) and e.name and e.party in parties]


def _completed(scene: Scene, frame: Frame, parties: list[str], end: int, *, strong: bool) -> tuple[list[str], bool]:
    """The parties with those that only the article tells, and whether the text tells of the talks as such."""
    if len(parties) > 1 or (frame.verb is not None and frame.verb.tense == VerbTense.SUBJUNCTIVE and "plan" not in frame.cues):
        return parties, strong
    bare = end <= frame.last + 1
    start = round_start(scene, frame)
    if bare and (cue_before(scene, start, "after") or cue_before(scene, start, "state_of")):  # «پس از گفت‌وگوهای فشرده، …», «وضعیت مذاکرات»
        parties = list(article_pair(scene, told=True))
        strong = strong or bool(parties)
    if len(parties) < 2 and (strong or _named(scene, frame, end) or (frame.governed == "in" and bare)):
        parties = list(article_pair(scene, told=not strong))
        strong = strong or frame.governed == "in"
    return parties, strong


def _named(scene: Scene, frame: Frame, end: int) -> bool:
    """«مذاکرات صلح», «مذاکرات هسته‌ای»."""
    return has_cue(scene, range(frame.first, end), "talk_kind")


def _told(scene: Scene, frame: Frame) -> bool:
    """Whether both sides stand with the noun: «مذاکرات میان X و Y», «مذاکرات X و Y»."""
    return any(c == "between" for c, _ in (*frame.after, *frame.before)) or len({e.party for e in entities(scene, frame.genitive)}) > 1


def _together(scene: Scene, frame: Frame) -> bool:
    """«هند و چین در حال مذاکره هستند»: states themselves as the subject, not «تیم‌های هند و چین»."""
    subjects = [n for c, n in frame.before if c == SUBJECT]
    return len({c for n in subjects for c in scene.mentions[n].parties}) > 1 and len(joined_before(scene, frame)) > 1


def _likely(scene: Scene, frame: Frame) -> bool:
    """«احتمال برگزاری دور تازه مذاکرات هند و چین»."""
    held = scene.pack.contact_cues.before(scene.analysis.words, round_start(scene, frame), "holding")
    return held is not None and "maybe" in frame.cues and not frame.definite


def _stays_out(scene: Scene, frame: Frame) -> bool:
    """«در مذاکرات دخیل نبودند», «در مذاکرات شرکت نکرد»."""
    verb = frame.verb
    return verb is not None and verb.negative and frame.governed == "in" and cue_before(scene, verb.first, "join")


def _of_body(scene: Scene, frame: Frame, code: str, end: int, relative: Clause | None) -> list[Draft]:
    """«مذاکرات گروه ۲۰ که … برگزار می‌شود»: the talks of a body among its members are its conference."""
    if not bodies_in(scene, frame.last, end):
        return []
    status, sure = gathering_status(scene, frame, end, relative)
    draft = Draft(frame=frame, kind=EngagementKind.CONFERENCE, status=status, sure=sure)
    draft.add_party(code)
    draft.place = place_near(scene, frame, end, relative)
    return [draft]


def _held_with(frame: Frame) -> bool:
    """«مذاکراتی با وزیر خارجه داشت»: what somebody has with a person."""
    return frame.light and frame.verb is not None and frame.verb.lemma in _HAS and frame.governed is None and _only_with(frame)


def _meeting(scene: Scene, frame: Frame, group: list[Entity], place: Place | None) -> list[Draft]:
    """«هیئتی از قطر در حال مذاکره با وزیر خارجه ایران است»: talks with a person are a meeting, held or under way."""
    mine = [e for e in entities(scene, subject_of(scene, frame)) if e not in group and e.party]
    if not mine and frame.verb is not None and frame.verb.person in (1, _WE):
        mine = [e for e in entities(scene, speaker_of(scene, frame)) if e not in group and e.party]
    several = len({e.party for e in group}) > 1 and frame.plural
    if not mine or several or {e.party for e in mine} == {e.party for e in group}:
        return []  # «گفت‌وگوهایی با همتایان X و Y»: a contact with each
    status = Status.ONGOING if frame.pattern.id == _UNDERWAY else status_of(scene, frame)[0]
    draft = Draft(frame=frame, kind=EngagementKind.MEETING, status=status)
    take_part(draft, [*mine, *group], Role.PARTICIPANT)
    draft.place = place
    return [draft]


def _group(scene: Scene, frame: Frame) -> list[Entity]:
    """Who negotiates: what the noun governs, «میان», «با»."""
    between = [n for c, n in frame.after if c == "between"]
    between = between or ([] if frame.genitive else [n for c, n in frame.before if c == "between"])
    numbers = between + [n for c, n in (*frame.after, *frame.before) if c == "with"][:1]
    if not numbers:
        heads = {scene.phrases[n].chain for c, n in frame.after if cue_before(scene, scene.mentions[n].first, "mediation")}
        numbers = [n for c, n in frame.after if c == "invited" and scene.phrases[n].chain not in heads]
        if len({e.party for e in entities(scene, frame.genitive)} - {None}) > 1:
            numbers = []  # «مذاکرات X و Y به ریاست …»
    return entities(scene, chained(scene, [*frame.genitive, *numbers]))


def _parties(scene: Scene, frame: Frame, group: list[Entity], process: ProcessRow | None, place: Place | None) -> list[str]:
    """The negotiating parties; a place that the talks are called by is none of them."""
    called = place.country if place is not None and scene.marks[frame.last : frame.last + 1] and _called_by_place(scene, frame) else None
    parties = list(dict.fromkeys(e.party for e in group if e.party and e.party != called))
    if process is not None and len(parties) < 2:
        parties = list(process.parties)
    set_in = frame.governed == "in" or frame.pattern.id == _UNDERWAY or is_over(scene, frame, round_start(scene, frame))
    if not parties and frame.verb is not None and ("happen" in frame.cues or frame.light or set_in):
        parties = joined_before(scene, frame)
    if not parties and _told_first(scene, frame, phrase_end(scene, frame)):
        parties = list(dict.fromkeys(e.party for e in entities(scene, subject_of(scene, frame)) if e.party))
    if not parties and _US not in scene.analysis.words[frame.last : frame.last + _NEXT]:
        parties = _their_own(scene, frame)
    if parties and process is None and _only_with(frame):
        mine = _same_clause(scene, frame)
        ours = scene.analysis.words[frame.last] == _US
        if not mine and (ours or (frame.clause.verb is not None and frame.clause.verb.person == _WE)):
            mine = speaker_of(scene, frame)
        if not mine:
            mine = _teller(scene, frame)
        if not mine and ours and scene.own:
            parties += [scene.own]
        parties += [e.party for e in entities(scene, mine) if e.party and e.party not in parties][:1]
        if len(parties) == 1 and not mine:
            pair = article_pair(scene)
            parties = list(pair) if parties[0] in pair else parties
    return parties


def _told_first(scene: Scene, frame: Frame, end: int) -> bool:
    """«در این گفت‌وگوها که با وساطت عمان انجام شد»: what the text has not spoken of before, told in its own relative clause."""
    relative = relative_clause(scene, frame, end)
    done = relative is not None and relative.verb is not None and relative.verb.tense in PAST and not relative.verb.negative
    return frame.definite and done and not any(f.pattern.kind == EngagementKind.TALKS and f.first < frame.first for f in scene.frames)


def _their_own(scene: Scene, frame: Frame) -> list[str]:
    """«هیئت‌های X و Y به گفت‌وگوهای خود پایان دادند»: the sides that «خود» stands for."""
    if _OWN not in scene.analysis.words[frame.last : frame.last + 2]:
        return []
    group = entities(scene, subject_of(scene, frame))
    if any(is_person(e) and (e.name or e.office in PRINCIPALS) for e in group):
        return []
    codes = list(dict.fromkeys(e.party for e in group if e.party))
    return codes if len(codes) > 1 else []


def _teller(scene: Scene, frame: Frame) -> list[int]:
    """«X: مذاکرات با Y …»: somebody, or a state by its seat of government."""
    if (teller := teller_of(scene, frame)) is not None:
        return [teller]
    words, first = scene.analysis.words, scene.analysis.sentences[frame.sentence][0]
    colon = next((t for t in range(first, frame.first) if words[t] == ":"), None)
    return [n for n, m in enumerate(scene.mentions) if first <= m.first and m.last == colon and m.kind in (Kind.PARTY, Kind.INSTITUTION)]


def _same_clause(scene: Scene, frame: Frame) -> list[int]:
    """Who negotiates with them: a subject of the trigger's own clause, a state before a person."""
    here = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == SUBJECT]
    states = [n for n in here if scene.mentions[n].kind in (Kind.PARTY, Kind.INSTITUTION) and scene.mentions[n].first < frame.first]
    return states[-1:] or [n for n in subject_of(scene, frame) if scene.phrases[n].clause == frame.clause.number]


def _only_with(frame: Frame) -> bool:
    """Whether the text tells one side behind «با» and nothing else of who negotiates."""
    cases = [c for c, _ in (*frame.after, *frame.before)]
    return "with" in cases and "between" not in cases and not frame.genitive


def _with_somebody(scene: Scene, frame: Frame) -> bool:
    """«مذاکرات با آمریکا»: the other side stands right behind the noun."""
    return any(case == "with" and scene.mentions[n].first - frame.last <= _NEXT for case, n in frame.after)


def _called_by_place(scene: Scene, frame: Frame) -> bool:
    """«گفت‌وگوهای سوئیس»: one place or state alone behind the noun."""
    return len(frame.genitive) == 1 and scene.mentions[frame.genitive[0]].kind == Kind.PARTY


def article_pair(scene: Scene, *, told: bool = False) -> tuple[str, ...]:
    """The two or three states whose negotiation or agreement the article is about, where there is just one such group.

    told: only where the text itself names both; else «توافق با آمریکا» in an Iranian outlet is enough.
    """
    pairs: Counter[tuple[str, ...]] = Counter()
    chains: dict[int, list[int]] = {}
    for phrase in scene.phrases:
        if phrase.case in ("between", "genitive", "subject"):
            chains.setdefault(phrase.chain, []).append(phrase.mention)
    for numbers in chains.values():
        codes = {e.party for e in entities(scene, numbers) if e.party in scene.pack.states}
        if len(codes) in _SIDES and _negotiates(scene, numbers[0]):
            pairs[tuple(sorted(c for c in codes if c))] += 1
    for frame in scene.frames:
        if frame.pattern.shape == "process" and (row := _process(scene, frame)) is not None and len(row.parties) == 2:
            pairs[tuple(sorted(row.parties))] += 1
    if not pairs:
        pairs = _mediated(scene)
    if not pairs and not told:
        pairs = _with_us(scene)
    ours = [pair for pair in pairs if scene.own in pair]
    if len(pairs) == 1 or len(ours) == 1:
        return ours[0] if len(ours) == 1 else next(iter(pairs))
    return ()


def dominant_pair(scene: Scene) -> tuple[str, ...]:
    """The two states that the article tells together far more often than any others."""
    pairs: Counter[tuple[str, ...]] = Counter()
    chains: dict[int, list[int]] = {}
    for phrase in scene.phrases:
        chains.setdefault(phrase.chain, []).append(phrase.mention)
    for numbers in chains.values():
        codes = sorted({e.party for e in entities(scene, numbers) if e.party in scene.pack.states and e.party})
        if len(codes) == 2:
            pairs[tuple(codes)] += 1
    best = pairs.most_common(2)
    others = best[1][1] if len(best) > 1 else 0
    return best[0][0] if best and best[0][1] >= max(_OFTEN, _OFTEN * others) else ()


def _mediated(scene: Scene) -> Counter[tuple[str, ...]]:
    """«قطر به‌عنوان میانجی فعال است»: the only two other states of the article, of which one is the outlet's own."""
    brokers = all_mediators(scene)
    if not brokers or scene.own is None or scene.own in brokers:
        return Counter()
    told = {e.party for n in range(len(scene.mentions)) for e in scene.entities_of(n) if e.party in scene.pack.states}
    others = told - brokers - {scene.own}
    return Counter({tuple(sorted((scene.own, *(c for c in others if c)))): 1} if len(others) == 1 else {})


def _with_us(scene: Scene) -> Counter[tuple[str, ...]]:
    """«توافق با آمریکا»: the outlet's own state is the other side."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for phrase in scene.phrases:
        mention = scene.mentions[phrase.mention]
        if scene.own is None or phrase.case != "with" or mention.party not in scene.pack.states - {scene.own}:
            continue
        if has_cue(scene, range(max(0, mention.first - _NEXT), mention.first), "negotiation"):
            pairs[tuple(sorted((scene.own, mention.party or "")))] += 1
    return pairs


def _negotiates(scene: Scene, number: int) -> bool:
    """Whether a word of negotiation stands just before a mention, or in the clause that it is the subject of."""
    first, phrase = scene.mentions[number].first, scene.phrases[number]
    if phrase.case == "subject":
        return has_cue(scene, (t for t in scene.clauses.clauses[phrase.clause].tokens if t > first), "negotiation")
    back = range(max(0, first - _BACK), first)
    return has_cue(scene, back, "negotiation") or (phrase.case == "between" and has_cue(scene, back, "mediating"))


def _wished(scene: Scene, frame: Frame) -> bool:
    """Talks that somebody only wants, refuses or asks about."""
    if "maybe" in frame.cues or cue_before(scene, frame.first, "keeper"):
        return True
    return has_cue(scene, range(max(frame.clause.tokens[0], frame.first - _BACK), frame.first), "wish")


def _process(scene: Scene, frame: Frame) -> ProcessRow | None:
    """The known process that the trigger names: «مذاکرات وین», «مذاکرات برجام»."""
    for token in range(max(0, frame.first - 3), frame.last):
        mark = scene.marks[token]
        if mark and (row := next((r for r in mark.rows if isinstance(r, ProcessRow)), None)):
            return row
    after = scene.marks[frame.last] if frame.last < len(scene.marks) else None
    key = "مذاکرات" + (after.place.form if after and after.place else "")
    return next((r for r in scene.pack.forms.get(key, ()) if isinstance(r, ProcessRow)), None)


def _mode(scene: Scene, frame: Frame) -> Mode | None:
    for token in range(frame.first, min(len(scene.analysis.words), frame.last + 3)):
        for mode in (Mode.INDIRECT, Mode.DIRECT):
            if cue_at(scene, token, mode.value) is not None:
                return mode
    return None
