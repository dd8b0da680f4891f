"""Conferences and talks: gatherings of a body or of many parties, and rounds of negotiation."""

from didar.assemble.drafts import Draft
from didar.assemble.people import chained, entities, is_person, subject_of, take_part
from didar.assemble.timing import status_of
from didar.model import Place
from didar.pack.rows import ProcessRow
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import EngagementKind, Mode, Role, Status
from didar.who import Entity, Kind

_PRESS = frozenset("خبری مطبوعاتی هفتگی خبرگزاری ستاد هیات هیئت کابینه مجلس شورایعالی دولت اداری فوقالعادهمجلس کارشناسی تخصصی علمی توجیهی محاکمه دادگاه صحن رای".split())
_MODES = {"غیرمستقیم": Mode.INDIRECT, "غیر مستقیم": Mode.INDIRECT, "مستقیم": Mode.DIRECT}
_LOOK = 8
_BY_STATES = frozenset(("JCPOA JOINT COMMISSION",))
_WIDE = frozenset("بینالمللی منطقهای سران چندجانبه جهانی".split())


def draft_gathering(scene: Scene, frame: Frame) -> list[Draft]:
    """A conference; [] for press conferences, sessions of one state, and where no body or states are told."""
    if frame.definite or _is_press(scene, frame):
        return []
    told = _told(scene, frame)
    bodies = [e for e in told if e.party and _is_body(scene, e)]
    states = [e for e in told if e.party and not _is_body(scene, e)]
    parties = list(dict.fromkeys(e.party for e in (bodies or states) if e.party))
    named = None
    if not bodies and len(parties) < 2:
        named = _named_by_place(scene, frame)
        if named is None or named.country is None:
            return []
        parties = [named.country]
    kind = frame.pattern.kind
    if not bodies and named is None and len(parties) <= 3 and not _wide(scene, frame):
        kind = EngagementKind.MEETING
    draft = Draft(frame=frame, kind=kind, status=status_of(scene, frame)[0], sure=status_of(scene, frame)[1])
    for code in parties:
        draft.add_party(*_members(scene, code))
    take_part(draft, [e for e in told if is_person(e) and e.name], Role.PARTICIPANT)
    attending = _attending(scene, frame)
    for entity in attending:
        draft.people.setdefault(entity.number, Role.PARTICIPANT)
    draft.place = named or _place(frame)
    draft.weak = not bodies
    return [draft]


def _named_by_place(scene: Scene, frame: Frame) -> Place | None:
    """«نشست بین‌المللی بغداد»: a gathering of many that is called by its city."""
    words, marks = scene.analysis.words, scene.marks
    at, wide = frame.last, False
    while at < len(words) and words[at] in _WIDE:
        at, wide = at + 1, True
    mark = marks[at] if at < len(words) else None
    if mark and mark.place and mark.place.kind in ("capital", "city") and mark.place.country:
        return Place(name=scene.analysis.text(mark.first, mark.last), country=mark.place.country)
    place = _place(frame)
    return place if wide and place else None


def _wide(scene: Scene, frame: Frame) -> bool:
    """«نشست بین‌المللی», «نشست سران»."""
    words = scene.analysis.words
    return words[frame.last - 1] == "سران" or any(words[k] in _WIDE for k in range(frame.last, min(len(words), frame.last + 2)))


def _members(scene: Scene, code: str) -> tuple[str, ...]:
    """A mechanism stands for its states where the text tells it by these; one without a name of its own always does."""
    members = next((r.members for m in scene.marks if m and (r := m.party) and r.party == code and r.members), ())
    told = {m.party for m in scene.mentions if m.party}
    if code in _BY_STATES:
        return tuple(m for m in members if m in scene.pack.states or m in told)
    return members if len(told & set(members)) >= max(3, len(members) - 1) else (code,)


def _is_press(scene: Scene, frame: Frame) -> bool:
    words = scene.analysis.words
    return any(words[k] in _PRESS for k in range(frame.last, min(len(words), frame.last + 2))) or (
        frame.last < len(words) - 1 and words[frame.last] == "با" and words[frame.last + 1] in ("خبرنگاران", "اصحاب", "مدیران")
    )


def _is_body(scene: Scene, entity: Entity) -> bool:
    return entity.party is not None and not (len(entity.party) == 3 and entity.party.isalpha() and entity.party in _states(scene))


def _states(scene: Scene) -> frozenset[str]:
    return scene.pack.states


def _told(scene: Scene, frame: Frame) -> list[Entity]:
    """Whose gathering it is: what the noun governs, near behind it, «با حضور», «میان»."""
    numbers = list(frame.genitive)
    for case, number in frame.after:
        near = scene.mentions[number].first - frame.last <= _LOOK
        if case in ("between", "with", "invited") or (near and case in ("genitive", "subject") and not frame.genitive):
            numbers.append(number)
    if not numbers:
        numbers = [n for n in subject_of(scene, frame) if scene.mentions[n].kind == Kind.PARTY and any(_is_body(scene, e) for e in scene.entities_of(n))]
    if not numbers and frame.last < len(scene.analysis.words):
        numbers = [n for n, m in enumerate(scene.mentions) if frame.last <= m.first <= frame.last + 5 and scene.phrases[n].clause == frame.clause.number and m.kind == Kind.PARTY][:1]
    told = entities(scene, chained(scene, numbers)) if numbers else []
    if not any(e.party for e in told):
        near = [n for n, m in enumerate(scene.mentions) if frame.last <= m.first <= frame.last + _LOOK and m.kind == Kind.PARTY and not m.place]
        told += [e for n in near[:1] if scene.phrases[n].clause == frame.clause.number for e in scene.entities_of(n) if _is_body(scene, e)]
    return told


def _attending(scene: Scene, frame: Frame) -> list[Entity]:
    """Who attends: «X در نشست … شرکت کرد», «برای شرکت در اجلاس … سفر کرد»."""
    if frame.governed not in ("in", "for"):
        return []
    return [e for e in entities(scene, subject_of(scene, frame)) if is_person(e) and e.party and not e.indefinite]


def _place(frame: Frame) -> Place | None:
    after = [p for p in frame.places if p.case == "in" and p.token >= frame.last]
    before = [p for p in frame.places if p.case in ("in",) and p.token < frame.first]
    for place in (*after, *before):
        return Place(name=place.name, country=place.country)
    return None


def draft_talks(scene: Scene, frame: Frame) -> list[Draft]:
    """A round or process of negotiation between parties that the text tells."""
    if frame.definite:
        return []
    numbers = [n for c, n in (*frame.after, *frame.before) if c in ("between", "with")]
    group = entities(scene, chained(scene, [*frame.genitive, *numbers]))
    parties = list(dict.fromkeys(e.party for e in group if e.party))
    process = _process(scene, frame)
    if process is not None and len(parties) < 2:
        parties = list(process.parties)
    if len(parties) == 1:
        subject = [e.party for e in entities(scene, subject_of(scene, frame)) if e.party and e.party not in parties]
        parties += subject[:1]
    if len(parties) < 2 or any(is_person(e) for e in group):
        return []
    if process is None and not _round(scene, frame) and frame.governed == "about" and not frame.genitive:
        return []
    draft = Draft(frame=frame, kind=EngagementKind.TALKS, status=status_of(scene, frame, nominal=Status.ONGOING)[0], sure=status_of(scene, frame, nominal=Status.ONGOING)[1])
    draft.add_party(*parties)
    draft.mode = _mode(scene, frame)
    draft.place = Place(name=process.place, country=process.country) if process and process.place else _place(frame)
    draft.weak = True
    return [draft]


def _process(scene: Scene, frame: Frame) -> ProcessRow | None:
    """The known process that the trigger names: «مذاکرات وین», «مذاکرات برجام»."""
    for token in range(max(0, frame.first - 3), frame.last):
        mark = scene.marks[token]
        if mark and (row := next((r for r in mark.rows if isinstance(r, ProcessRow)), None)):
            return row
    after = scene.marks[frame.last] if frame.last < len(scene.marks) else None
    key = "مذاکرات" + (after.place.form if after and after.place else "")
    return next((r for r in scene.pack.forms.get(key, ()) if isinstance(r, ProcessRow)), None)


def _round(scene: Scene, frame: Frame) -> bool:
    """Whether a round of talks is spoken of: «دور دوم مذاکرات»."""
    words = scene.analysis.words
    return "دور" in words[max(0, frame.first - 3) : frame.first]


def _mode(scene: Scene, frame: Frame) -> Mode | None:
    words = scene.analysis.words
    for k in range(frame.first, min(len(words), frame.last + 3)):
        if words[k] in _MODES:
            return _MODES[words[k]]
    return None
