"""Visits: «به تهران سفر کرد», «وارد مسکو شد», «میزبان همتای روس خود بود»."""

from collections.abc import Sequence

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_at, has_cue, headed_by
from didar.assemble.people import chained, entities, is_person, speaker_of, subject_of, take_part
from didar.assemble.timing import status_of
from didar.model import Place
from didar.scene import Scene
from didar.syntax import AHEAD, OBJECT, PAST, SUBJECT, Frame, Phrase, PlaceMention, VerbTense
from didar.terms import EngagementKind, Office, Role, Status
from didar.who import Entity, Kind, Relation

_DONE = frozenset((VerbTense.PAST, VerbTense.PERFECT, VerbTense.PLUPERFECT))
_STILL = frozenset((VerbTense.PERFECT, VerbTense.PARTICIPLE))
_BEFORE = 6
_WE = 4
_NEXT = 3
_SENT = "visit.send"
_TOUR = "visit.tour"
_SUCH_AS = frozenset(("ازجمله", "مانند", "همچون", "نظیر", "شامل"))
_SEES = "meeting.didar"
_TOURED = frozenset(("country", "capital", "city"))
_IS = frozenset(("بود", "شد"))
_CALLED = frozenset(("name", "short"))
_SETS_OUT = frozenset(("visit.arrive", _SENT))
_TRAVELLERS = frozenset((Kind.PERSON, Kind.OFFICE))


def tours(frame: Frame) -> bool:
    """«از پکن و دهلی دیدار کرد»: a noun of meeting that tells of places and of nobody who is met."""
    places = [p for p in frame.places if p.case == "from" and p.kind in _TOURED]
    met = frame.genitive or any(c in ("with", "between") for c, _ in (*frame.before, *frame.after))
    return frame.pattern.id == _SEES and frame.light and bool(places) and not met and all(p.token < frame.first for p in places)


def draft_visit(scene: Scene, frame: Frame) -> list[Draft]:
    """A journey of a representative to another party's territory; [] for journeys at home and of private people."""
    if (frame.definite and not frame.genitive) or _had_not(frame):
        return []
    if frame.pattern.shape == "hosting":
        return _hosted(scene, frame)
    if frame.pattern.shape == "guest":
        return _guest_of(scene, frame)
    if frame.pattern.shape == "ceremony":
        return _at_a_ceremony(scene, frame)
    travellers = _travellers(scene, frame)
    destination = _destination(scene, frame, travellers)
    if destination is not None and frame.pattern.shape == "leave" and any(e.party == destination.country for e in travellers):
        destination = next((p for p in frame.places if p.case == "to"), None)
    if destination is None or not travellers or _only_ruled(scene, frame, travellers):
        return []
    abroad = [e for e in travellers if e.party and e.party != destination.country] or _the_other(scene, frame, destination)
    if not abroad or destination.country is None:
        return []
    drafts = []
    status, sure = _status(scene, frame)
    for place in (destination, *_further(scene, destination)):
        draft = Draft(frame=frame, kind=EngagementKind.VISIT, status=status, sure=sure)
        take_part(draft, abroad, Role.GUEST)
        draft.add_party(place.country)
        draft.place = Place(name=place.name, country=place.country)
        _invited(scene, frame, draft)
        drafts.append(draft)
    return drafts


def _had_not(frame: Frame) -> bool:
    """«هفت سال بود که به این کشور سفر نکرده بود»: what was not is no journey denied."""
    verb = frame.verb
    return frame.light and verb is not None and verb.negative and verb.tense == VerbTense.PLUPERFECT


def _the_other(scene: Scene, frame: Frame, destination: PlaceMention) -> list[Entity]:
    """«وزیر خارجه چین با X در سفر او به پکن دیدار کرد»: nobody visits his own country, so that «او» is whom he met."""
    if not frame.genitive or scene.mentions[frame.genitive[0]].kind != Kind.PRONOUN:
        return []
    others = entities(scene, [n for c, n in frame.before if c == "with"])
    return [e for e in others if is_person(e) and e.party not in (None, destination.country)][:1]


def _at_a_ceremony(scene: Scene, frame: Frame) -> list[Draft]:
    """«X در مراسم تحلیف … در تهران حضور یافت»: a visit, where a named place abroad is told and X is there himself."""
    verb = frame.verb
    if frame.governed != "in" or verb is None or verb.negative or cue_at(scene, verb.first - 1, "join") is None:
        return []
    place = next((p for p in frame.places if p.case == "in" and p.country and p.token >= frame.last), None)
    guests = [
        e for e in entities(scene, subject_of(scene, frame)) if is_person(e) and e.office and place and e.party not in (None, place.country)
    ]
    if place is None or not guests:
        return []
    status = Status.HELD if verb.tense in PAST else Status.PROPOSED if verb.tense == VerbTense.SUBJUNCTIVE else Status.PLANNED
    draft = Draft(frame=frame, kind=frame.pattern.kind, status=Status.PLANNED if "plan" in frame.cues else status)
    take_part(draft, guests, Role.GUEST)
    draft.add_party(place.country)
    draft.place = Place(name=place.name, country=place.country)
    return [draft]


def _guest_of(scene: Scene, frame: Frame) -> list[Draft]:
    """«امیر قطر فردا میهمان تهران خواهد بود»: a visit to the place, or the state, whose guest he is."""
    hosts = [e for e in entities(scene, frame.genitive) if e.party]
    if frame.verb is None or frame.verb.lemma not in _IS or not hosts:
        return []
    country = hosts[0].party
    guests = [e for e in entities(scene, subject_of(scene, frame)) if is_person(e) and e.party not in (None, country) and not e.indefinite]
    if not guests:
        return []
    status, sure = status_of(scene, frame)
    ahead = frame.verb.tense in AHEAD
    draft = Draft(frame=frame, kind=frame.pattern.kind, status=Status.PLANNED if ahead else status, sure=sure or ahead)
    take_part(draft, guests, Role.GUEST)
    take_part(draft, [e for e in hosts if is_person(e)], Role.HOST)
    draft.add_party(country)
    mention = scene.mentions[frame.genitive[0]]
    if mention.kind == Kind.PARTY:
        draft.place = Place(name=" ".join(scene.analysis.text(mention.first, mention.last).split()), country=country)
    return [draft]


def _only_ruled(scene: Scene, frame: Frame, travellers: list[Entity]) -> bool:
    """«محدودیت صدور روادید برای سفر مقام‌های چینی»: a rule for journeys, and no journey."""
    first = scene.analysis.sentences[frame.sentence][0]
    before = range(max(first, frame.first - _BEFORE), frame.first)
    return all(e.indefinite or e.name is None for e in travellers) and has_cue(scene, before, "travel_rule")


def _further(scene: Scene, place: PlaceMention) -> list[PlaceMention]:
    """Destinations joined to the first: «به پاکستان و قطر»."""
    words, marks = scene.analysis.words, scene.marks
    out: list[PlaceMention] = []
    at = _past_brackets(words, place.last)
    while at + 1 < len(words) and words[at] in ("و", "یا", "،") and (mark := marks[at + 1]):
        end = _past_brackets(words, mark.last)
        if words[at] == "،" and not (end < len(words) and words[end] in ("و", "یا", "،")):
            break
        row, party = mark.place, mark.party
        country = row.country if row else (party.party if party and party.kind == "state" and party.use in _CALLED else None)
        if country is None or country == place.country or (row and row.kind not in ("capital", "city")):
            break
        name = " ".join(scene.analysis.text(mark.first, mark.last).split())
        out.append(PlaceMention(place.case, name, country, mark.first, mark.last, row.kind if row else "country"))
        at = _past_brackets(words, mark.last)
    return out


def _past_brackets(words: Sequence[str], at: int) -> int:
    """Behind «(پاکستان)» where it stands at a token: a country told beside its city."""
    return at + 3 if words[at : at + 1] == ["("] and words[at + 2 : at + 3] == [")"] else at


def _status(scene: Scene, frame: Frame) -> tuple[Status, bool]:
    here = (f for f in scene.frames if f.clause.number == frame.clause.number and f.first > frame.first)
    goes = next((f for f in here if _its_motion(frame, f)), None)
    if goes is not None:
        return status_of(scene, goes)  # «در سفری دوروزه به مسکو می‌رود»
    status, sure = status_of(scene, frame)
    sets_out = frame.pattern.id in _SETS_OUT and cue_at(scene, frame.first, "setting_out") is not None
    if sets_out and frame.verb and frame.verb.tense not in _DONE and status != Status.PROPOSED:
        return Status.PLANNED, True
    before = [t for t in frame.clause.tokens if t < frame.first]
    if scene.analysis.words[max(0, frame.first - 2) : frame.first] == ["در", "راه"] or _day_of(scene, frame):
        return Status.ONGOING, True
    if frame.governed == "for" and status == Status.HELD and has_cue(scene, before, "invitation"):
        return Status.PROPOSED, True
    if (
        status == Status.HELD
        and frame.light
        and frame.verb
        and frame.verb.tense in _STILL
        and frame.pattern.id in ("visit.safar", "visit.come")
    ):
        return Status.ONGOING, True
    return status, sure


def _its_motion(frame: Frame, other: Frame) -> bool:
    """Whether a verb of going is of the journey that a noun in its clause tells."""
    return frame.governed == "in" and not frame.light and other.light and other.pattern.kind == frame.pattern.kind


def _day_of(scene: Scene, frame: Frame) -> bool:
    """«در آخرین روز سفر X به …», «دومین روز از سفر»: it goes on."""
    words = scene.analysis.words
    if "plan" in frame.cues or (frame.verb is not None and frame.verb.tense in AHEAD):
        return False
    at = frame.first - 1 if words[frame.first - 1] == "از" else frame.first
    return at >= 2 and words[at - 1] == "روز" and (words[at - 2].endswith("ین") or words[at - 2] == "یک")


def _destination(scene: Scene, frame: Frame, travellers: list[Entity]) -> PlaceMention | None:
    """Where the journey goes: «به تهران» of the clause, nearest to the trigger; «وارد تهران»."""
    if frame.pattern.id == _TOUR or tours(frame):
        return next((p for p in frame.places if p.case == "from" and p.kind in _TOURED), None)
    near = [p for p in frame.places if p.case == "to" or (p.case in ("in",) and frame.pattern.shape == "leave")]
    if frame.pattern.shape == "leave":
        return _left(scene, frame)
    if not near:
        return _this_country(scene, frame, travellers) or _among(scene, frame)
    before = [p for p in near if p.token < frame.first]
    after = [p for p in near if p.token >= frame.last]
    if after and (frame.genitive or frame.governed or not frame.light):
        return after[0]
    return (before[-1:] or after[:1])[0]


def _this_country(scene: Scene, frame: Frame, travellers: list[Entity]) -> PlaceMention | None:
    """«سفر به این کشور», «سفر به کشورمان»: the state meant, not the traveller's own, by the name that the text gives it first."""
    own = {e.party for e in travellers}
    end = max((scene.mentions[n].last for n in frame.genitive), default=frame.last)
    beside = [n for c, n in frame.after if c == "to" and scene.mentions[n].first - end <= _NEXT]
    beside += [n for c, n in frame.before if c == "to" and frame.light]  # «به این کشور سفر کرد»
    if frame.pattern.id == "visit.arrive":
        beside += [n for n in frame.genitive if scene.mentions[n].first == frame.last]  # «وارد کشورمان شد»
    for number in beside:
        mention = scene.mentions[number]
        if mention.kind != Kind.PARTY or mention.relation is None:
            continue
        meant = [e.party for e in entities(scene, [number])]
        named = [m for m in scene.mentions if m.kind == Kind.PARTY and m.relation is None and not m.place and m.party in scene.pack.states]
        told = [m.party for m in reversed(named) if m.first < mention.first]
        country = next((p for p in (*meant, *told) if p and p not in own), None)
        first = next((m for m in named if m.party == country), None)
        named_here = mention if mention.relation == Relation.OWN else None
        if country and (first := first or named_here) is not None:
            name = " ".join(scene.analysis.text(first.first, first.last).split())
            return PlaceMention("to", name, country, mention.first, mention.last, "country")
    return None


def _among(scene: Scene, frame: Frame) -> PlaceMention | None:
    """«سفر به کشورهای منطقه از جمله کویت، عمان و قطر»: the first of the countries that a word of many stands for."""
    words = scene.analysis.words
    behind = frame.last + _BEFORE + _NEXT
    for k in frame.clause.tokens:
        mark = scene.marks[k]
        if not (frame.last <= k < behind or (frame.light and k < frame.first)) or mark is None or mark.last >= len(words):
            continue
        going = "به" in words[max(0, k - _BEFORE) : k]
        if going and "".join(words[k : mark.last]) in _SUCH_AS and (told := scene.marks[mark.last]):
            country = told.place.country if told.place else told.party.party if told.party and told.party.kind == "state" else None
            name = " ".join(scene.analysis.text(told.first, told.last).split())
            return PlaceMention("to", name, country, told.first, told.last, "country") if country else None
    return None


def _left(scene: Scene, frame: Frame) -> PlaceMention | None:
    """«تهران را ترک کرد»: what stands before «را»."""
    words = scene.analysis.words
    for token in frame.clause.tokens:
        mark = scene.marks[token]
        if mark and mark.place and mark.last < len(words) and words[mark.last] == "را" and mark.place.country:
            return PlaceMention("from", scene.analysis.text(mark.first, mark.last), mark.place.country, token, mark.last, mark.place.kind)
    return None


def _travellers(scene: Scene, frame: Frame) -> list[Entity]:
    people = [e for e in entities(scene, chained(scene, frame.genitive)) if e.kind in _TRAVELLERS]
    if frame.pattern.id == _SENT:
        return people or _sent(scene, frame)
    if not people and any(scene.mentions[n].kind == Kind.INSTITUTION for n in frame.genitive):
        return []  # «به سفر ریاست جمهوری به X اشاره کرد»: not who speaks of it
    if not people:
        people = [e for e in entities(scene, [*_accompanied(scene, frame), *subject_of(scene, frame)]) if e.kind in _TRAVELLERS]
    if not people and not frame.genitive and frame.light and frame.verb is not None and frame.verb.person == _WE:
        people = [e for e in entities(scene, speaker_of(scene, frame)) if e.kind in _TRAVELLERS and e.office != Office.SPOKESPERSON]
    if not people and not frame.genitive:
        people = _beside(scene, frame)
    if not people and not frame.genitive:
        people = [e for c, n in frame.after if c in ("subject", "genitive") for e in scene.entities_of(n) if e.kind in _TRAVELLERS][:1]
    for entity in people:
        if entity.office == Office.DELEGATION and entity.party is None:
            entity.party = _sent_by(scene, frame, entity)
    return [e for e in people if e.office != Office.DELEGATION or e.party] if people else []


def _accompanied(scene: Scene, frame: Frame) -> list[int]:
    """«X رئیس‌جمهور را در سفر به باکو همراهی می‌کند»: who travels, before those who go with him."""
    verb = frame.verb
    if verb is None or scene.analysis.words[verb.first - 1] != "همراهی":
        return []
    return [n for c, n in frame.before if c == OBJECT]


def _sent_by(scene: Scene, frame: Frame, entity: Entity) -> str | None:
    """«هیئت پارلمانی مجلس عازم باکو شد»: of whoever leads it; one of members or negotiators that goes abroad is the outlet's own."""
    abroad = any(p.case == "to" and p.country not in (None, scene.own) for p in frame.places)
    heads = [n for c, n in (*frame.before, *frame.after) if c == "invited"]
    led = [e.party for e in entities(scene, [*headed_by(scene, frame.clause), *heads]) if e.party]
    arrives = abroad and frame.pattern.id == "visit.arrive"
    ours = arrives and any(has_cue(scene, range(m.first, m.last), "of_state") for m in (scene.mentions[n] for n in entity.mentions))
    return led[0] if led else scene.own if ours else None


def _beside(scene: Scene, frame: Frame) -> list[Entity]:
    """«اظهارات X در راه سفر به …», «ادعای X مبنی بر سفر به …»: whoever stands right before."""
    if frame.pattern.id != "visit.safar":
        return []
    near = [n for n, m in enumerate(scene.mentions) if 0 < frame.first - m.last <= _NEXT and scene.clauses.at(m.first) is frame.clause]
    return [e for e in entities(scene, near[-1:]) if e.kind in _TRAVELLERS and (e.name or e.office)]


def _sent(scene: Scene, frame: Frame) -> list[Entity]:
    """Who is sent: «X به Y اعزام شد», «X را به Y اعزام کرد», never whoever sends."""
    passive = frame.verb is not None and frame.verb.passive
    case = SUBJECT if passive else OBJECT
    here = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == case]
    return [e for e in entities(scene, chained(scene, here[:1])) if e.kind in _TRAVELLERS] if frame.light else []


def _invited(scene: Scene, frame: Frame, draft: Draft) -> None:
    """«به ریاست X»: a guest; «به دعوت عراقچی»: the host and whose initiative it is; «با استقبال …»: the host."""
    country = draft.place.country if draft.place else None
    beside = entities(scene, chained(scene, [n for c, n in (*frame.before, *frame.after) if c == "invited"]))
    led = [e for e in (*entities(scene, headed_by(scene, frame.clause)), *beside) if e.party and e.party != country]
    led += [e for e in entities(scene, [n for c, n in frame.before if c == "with"]) if is_person(e) and e not in led]  # «به همراه X»
    sides = {scene.references.entities[n].party for n in draft.people}
    beside_him = has_cue(scene, frame.clause.tokens, "accompany_with")
    led = [e for e in led if e.party in sides or (beside_him and e.party != country)]
    if any(e.name or e.office != Office.DELEGATION for e in led if is_person(e)):
        for number in [n for n in draft.people if scene.references.entities[n].office == Office.DELEGATION]:
            del draft.people[number]
    take_part(draft, led, Role.GUEST)
    for p in scene.phrases:
        if scene.clauses.clauses[p.clause].sentence == frame.sentence and country and _welcomes(scene, p):
            take_part(draft, [e for e in entities(scene, [p.mention]) if e.party == country], Role.HOST)
    hosts = [e for e in beside if e.number not in draft.people and e not in led]
    take_part(draft, [e for e in hosts if e.party == country], Role.HOST)
    draft.initiative = hosts[0].party if hosts else draft.initiative


def _welcomes(scene: Scene, phrase: Phrase) -> bool:
    """«با استقبال X», «مورد استقبال X قرار گرفت», «توسط X استقبال شد»."""
    if phrase.head >= 0 and cue_at(scene, phrase.head, "welcome") is not None:
        return True
    clause = scene.clauses.clauses[phrase.clause]
    passive = clause.verb is not None and clause.verb.passive
    return phrase.case == "by" and passive and has_cue(scene, clause.tokens, "welcome")


def _hosted(scene: Scene, frame: Frame) -> list[Draft]:
    """«وزیر خارجه ایران میزبان همتای روسی خود بود»: a visit to the host's country."""
    guests = [e for e in entities(scene, chained(scene, frame.genitive)) if is_person(e)]
    hosts = [e for e in entities(scene, subject_of(scene, frame)) if e not in guests]
    if not guests or not hosts or not hosts[0].party:
        return []
    party = hosts[0].party
    if all(e.party == party or not e.party for e in guests):
        return []
    status, sure = status_of(scene, frame)
    if status == Status.HELD and frame.verb and frame.verb.lemma == "بود" and frame.verb.tense == VerbTense.FUTURE:
        status, sure = Status.PLANNED, True
    draft = Draft(frame=frame, kind=frame.pattern.kind, status=status, sure=sure)
    take_part(draft, guests, Role.GUEST)
    take_part(draft, [e for e in hosts if is_person(e)], Role.HOST)
    draft.add_party(party)
    place = next((p for p in frame.places if p.case == "in" and p.country == party), None)
    if place is not None:
        draft.place = Place(name=place.name, country=place.country)
    elif hosts[0].kind == Kind.PARTY:
        number = next((n for n in subject_of(scene, frame)), None)
        if number is not None:
            mention = scene.mentions[number]
            draft.place = Place(name=scene.analysis.text(mention.first, mention.last), country=party)
    return [draft]
