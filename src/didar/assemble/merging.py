"""Drafts that tell of one contact become one; place, date and roles are inherited from the visit they belong to."""

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_before, has_cue
from didar.assemble.people import hosts_and_guests
from didar.letters import fold_form
from didar.model import Place
from didar.scene import Scene
from didar.terms import EngagementKind, Mode, Office, Role, Status

_AT_HOME = frozenset((Office.HEAD_OF_STATE, Office.PRESIDENT, Office.PRIME_MINISTER, Office.FOREIGN_MINISTER, Office.HIGH_REPRESENTATIVE))
_COMERS = frozenset((Office.DELEGATION, Office.DEPUTY_FOREIGN_MINISTER, Office.DEPUTY_MINISTER))
_DONE = (Status.HELD, Status.ONGOING)
_TO_COME = (Status.PLANNED, Status.PROPOSED)
_COMMISSION = "meeting.commission"
_SITTINGS = frozenset(("meeting.sit", "conference.meeting"))
_PAIR = 2
_SETTLED = (Status.CALLED_OFF, Status.DENIED)


def merge(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts of one contact joined, in the order of the text; the one that tells most leads."""
    out: list[Draft] = []
    _received_on_a_visit(scene, drafts)
    for draft in drafts:
        twin = next((d for d in out if _same(scene, d, draft)), None)
        if twin is None:
            out.append(draft)
        else:
            _join(scene, twin, draft)
    out = [d for d in out if not _told_better(scene, d, out)]
    return [d for d in out if not _heard_the_protest(scene, d, out)]


def _received_on_a_visit(scene: Scene, drafts: list[Draft]) -> None:
    """«X میزبان Y شد», where another sentence tells of Y's visit: that X met Y on it."""
    everybody = scene.references.entities
    for draft in drafts:
        hosts = [n for n, role in draft.people.items() if role == Role.HOST and everybody[n].name]
        if draft.frame.pattern.shape != "hosting" or not hosts or has_cue(scene, draft.frame.clause.tokens, "journey"):
            continue
        guests = set(draft.people) - set(hosts)
        for other in drafts:
            there = other.place is not None and other.place.country == everybody[hosts[0]].party
            if other.kind == EngagementKind.VISIT and other.frame.pattern.shape == "motion" and there and guests & set(other.people):
                draft.kind = EngagementKind.MEETING
                break


def _heard_the_protest(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """A meeting with the envoy just summoned, by the state that summoned him, is the summons; who spoke to him is its host."""
    if draft.kind != EngagementKind.MEETING or draft.status != Status.HELD or draft.passing:
        return False
    for other in drafts:
        summoned = {n for n, role in other.people.items() if role == Role.SUMMONED}
        if other.kind != EngagementKind.SUMMONS or other.status != Status.HELD or not summoned or not summoned & set(draft.people):
            continue
        hosts = [n for n in draft.people if n not in summoned]
        if not _days_fit(draft, other) or not {scene.references.entities[n].party for n in hosts} <= set(other.parties):
            continue
        if Role.HOST not in other.people.values():
            other.people.update(dict.fromkeys(hosts, Role.HOST))
        other.sentences += [n for n in draft.sentences if n not in other.sentences]
        return True
    return False


def _same(scene: Scene, a: Draft, b: Draft) -> bool:
    """Same kind, people that fit, days that fit."""
    if a.kind != b.kind:
        pair = {a.kind, b.kind}
        if not (pair == {EngagementKind.MEETING, EngagementKind.CALL} and (a.weak if a.kind == EngagementKind.MEETING else b.weak)):
            return False
    if not _days_fit(a, b) or _one_over_one_ahead(a, b) or _two_of_three(a, b):
        return False
    if not (_people_fit(scene, a, b) or _one_process(a, b)):
        return False
    elsewhere = a.place is not None and b.place is not None and a.place.country != b.place.country
    if elsewhere and (
        a.kind == EngagementKind.VISIT or (a.kind == b.kind == EngagementKind.MEETING and a.frame.sentence != b.frame.sentence)
    ):
        return False
    if (a.status in _SETTLED) != (b.status in _SETTLED):
        if a.kind == EngagementKind.VISIT and a.sure and b.sure and a.people and b.people and not set(a.people) & set(b.people):
            return False
        return a.bygone == b.bygone or a.frame.sentence == b.frame.sentence
    return not (
        a.passing != b.passing and a.told != b.told and a.frame.sentence != b.frame.sentence and (a.date != b.date) and a.told and b.told
    )


def _two_of_three(a: Draft, b: Draft) -> bool:
    """«نشست سه‌جانبه» and a meeting of two of the three, told in a sentence of its own, are two."""
    few, many = sorted((a, b), key=lambda d: len(d.parties))
    sat = many.frame.pattern.id in _SITTINGS and few.frame.pattern.id not in _SITTINGS
    return sat and a.kind == b.kind and len(few.parties) == _PAIR < len(many.parties) and a.frame.sentence != b.frame.sentence


def _one_process(a: Draft, b: Draft) -> bool:
    """Talks at one place of which one telling only supposes the parties: «مذاکرات وین», «گفت‌وگوهای وین بین ایران و ۱+۴»."""
    if not (a.kind == b.kind == EngagementKind.TALKS) or a.supposed == b.supposed or a.place is None or b.place is None:
        return False
    return a.place.country == b.place.country and bool(set(a.parties) & set(b.parties))


def _one_over_one_ahead(a: Draft, b: Draft) -> bool:
    """The round that is over and the next one are two: conferences and talks, told in sentences of their own."""
    if a.kind == b.kind == EngagementKind.MEETING and (a.frame.pattern.id == _COMMISSION) != (b.frame.pattern.id == _COMMISSION):
        return (a.status in _DONE) != (b.status in _DONE) and a.sure != b.sure
    if a.kind != b.kind or a.kind not in (EngagementKind.CONFERENCE, EngagementKind.TALKS) or a.frame.sentence == b.frame.sentence:
        return False
    done = [d for d in (a, b) if d.status in _DONE]
    ahead = [d for d in (a, b) if d.status in _TO_COME]
    return bool(done and ahead) and all(d.sure or d.kind == EngagementKind.TALKS for d in done)


def _days_fit(a: Draft, b: Draft) -> bool:
    if a.date is None or b.date is None or a.date == b.date:
        return not (a.passing != b.passing and (a.told or b.told) and a.date != b.date)
    if not a.told or not b.told:
        return not (a.passing or b.passing)
    return a.date.startswith(b.date) or b.date.startswith(a.date)


def _people_fit(scene: Scene, a: Draft, b: Draft) -> bool:
    """One's people are among the other's, party by party; a party told by nobody fits anybody of it."""
    if not (set(a.parties) <= set(b.parties) or set(b.parties) <= set(a.parties)):
        return False
    everybody = scene.references.entities
    for party in set(a.parties) & set(b.parties):
        mine = {n for n in a.people if everybody[n].party == party and everybody[n].office != Office.DELEGATION}
        yours = {n for n in b.people if everybody[n].party == party and everybody[n].office != Office.DELEGATION}
        if mine and yours and not mine & yours and not _vague(scene, mine, yours):
            return False
    if a.kind == EngagementKind.MESSAGE:
        one, other = ({n for n, r in d.people.items() if r == Role.SENDER} for d in (a, b))
        return one == other or not one or not other or not a.people or not b.people
    return True


def _vague(scene: Scene, mine: set[int], yours: set[int]) -> bool:
    """Whether one side is known only by an office that the other may well be: «رئیس سازمان …», «مقام ارشد»."""
    everybody = scene.references.entities
    for one, other in ((mine, yours), (yours, mine)):
        unnamed = [everybody[n] for n in one]
        if all(e.name is None and e.office == Office.OTHER for e in unnamed) and not any(everybody[n].name is None for n in other):
            return True
    return False


def _join(scene: Scene, lead: Draft, other: Draft) -> None:
    everybody = scene.references.entities
    if any(everybody[n].name for n in other.people):
        for number in [n for n in lead.people if everybody[n].name is None and everybody[n].office == Office.OTHER]:
            if any(everybody[n].party == everybody[number].party and everybody[n].name for n in other.people):
                del lead.people[number]
    for number, role in other.people.items():
        if (
            everybody[number].name is None
            and everybody[number].office == Office.OTHER
            and any(everybody[n].party == everybody[number].party for n in lead.people)
        ):
            continue
        known = lead.people.get(number)
        if known is None or known == Role.PARTICIPANT:
            lead.people[number] = role
    if lead.supposed != other.supposed and not set(lead.parties) & set(other.parties) >= set(other.parties):
        lead.parties = list(other.parties if lead.supposed else lead.parties)
    else:
        lead.add_party(*other.parties)
    lead.supposed = lead.supposed and other.supposed
    if other.told and not lead.told:
        lead.date, lead.basis, lead.told, lead.time = other.date, other.basis, True, other.time
    lead.place = _nearer(scene, lead.place, other.place)
    lead.initiative = lead.initiative or other.initiative
    lead.mode = lead.mode or other.mode
    if other.kind == EngagementKind.CALL and lead.weak:
        lead.kind, lead.mode, lead.place = EngagementKind.CALL, other.mode or Mode.PHONE, None
    settles = other.status in _SETTLED and lead.status not in _SETTLED
    handed = lead.kind == EngagementKind.MESSAGE and lead.status == Status.HELD  # «ضمن تقدیم پیام …», after «قرار است پیامی … دریافت کند»
    if settles or (
        other.sure
        and not handed
        and not (other.status == Status.PROPOSED and other.weak and not lead.weak and lead.status in _DONE)
        and (not lead.sure or lead.status == Status.PROPOSED or (lead.status == Status.PLANNED and other.status in _DONE))
    ):
        lead.status = other.status
    lead.sure = lead.sure or other.sure
    lead.weak = lead.weak and other.weak
    lead.bygone = lead.bygone or other.bygone
    for sentence in other.sentences:
        if sentence not in lead.sentences:
            lead.sentences.append(sentence)
    lead.spans += other.spans


def _nearer(scene: Scene, a: Place | None, b: Place | None) -> Place | None:
    """The more exact of two places of one country: the city rather than the country."""
    if a is None or b is None:
        return a or b
    return b if a.country == b.country and _is_country(scene, a) and not _is_country(scene, b) else a


def _is_country(scene: Scene, place: Place) -> bool:
    rows = scene.pack.forms.get(fold_form(place.name), ())
    return any(row.type == "party" for row in rows) and not any(row.type == "place" for row in rows)


def _told_better(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a weak draft only says again what a stronger one of its sentence says."""
    if not draft.weak:
        return False
    for other in drafts:
        if other is draft or other.frame.sentence != draft.frame.sentence or other.kind == EngagementKind.SIGNING:
            continue
        if (draft.status in _DONE) != (other.status in _DONE) and other.kind != EngagementKind.VISIT:
            continue  # «پس از رایزنی با X گفت: نشست بعدی … برگزار خواهد شد»
        if other.kind == EngagementKind.VISIT and draft.frame.light:  # «در سفر به مسکو با همتای خود به گفت‌وگو نشست»
            continue
        if not other.weak and set(draft.parties) <= set(other.parties) and draft.kind in (EngagementKind.MEETING, EngagementKind.TALKS):
            return True
    return False


def inherit(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """A meeting during a visit takes the visit's place, and its host and guest with it; a visit its city from its meetings."""
    visits = [d for d in drafts if d.kind == EngagementKind.VISIT and d.place]
    meetings = [d for d in drafts if d.kind == EngagementKind.MEETING]
    for visit in visits:
        for other in drafts:
            if other is not visit and other.place and set(visit.people) & set(other.people) and _same_time(visit, other):
                visit.place = _nearer(scene, visit.place, other.place)
    for draft in drafts:
        if draft.kind == EngagementKind.CONFERENCE and draft.place is None and draft.frame.governed == "in":
            there = next((v for v in visits if draft.frame.sentence in v.sentences and set(v.people) & set(draft.people)), None)
            draft.place = there.place if there else None
    for draft in drafts:
        if draft.kind == EngagementKind.CONFERENCE:
            _gone_to(scene, draft, [d for d in drafts if d.kind in (EngagementKind.VISIT, EngagementKind.MESSAGE)])
    _at_the_margin(scene, drafts, meetings)
    for visit in visits:
        _where_all_gather(visit, drafts, meetings)
    _signed_there(drafts)
    for visit in visits:
        _programme(scene, visit, meetings)
    _to_the_city(scene, visits)
    for draft in meetings:
        for visit in visits:
            if _within(scene, draft, visit) and (
                draft.place is None or (visit.place and draft.place.country not in set(draft.parties) - {visit.place.country})
            ):
                same = draft.place and visit.place and draft.place.country == visit.place.country
                draft.place = _nearer(scene, draft.place, visit.place) if same else visit.place
                draft.flags.append("place of the visit")
                break
        hosts_and_guests(scene, draft)
        _seat_travellers(scene, draft)
        beside = has_cue(scene, range(*scene.analysis.sentences[draft.frame.sentence]), "margin")
        talked = draft.weak and draft.frame.pattern.id not in _SITTINGS
        if talked and draft.place is None and not beside and _far_apart(scene, draft):
            draft.kind, draft.mode = EngagementKind.CALL, None
    return drafts


def _gone_to(scene: Scene, conference: Draft, visits: list[Draft]) -> None:
    """«احتمال سفر X برای شرکت در نشست», «سفر … برای شرکت در نشست منتفی شد», «به نشست دعوت شد»: who goes, and that it is ahead."""
    for visit in visits:
        if visit.frame.clause.number != conference.frame.clause.number or conference.frame.governed != "in":
            continue
        first = visit.frame.first < conference.frame.first
        if first and visit.kind == EngagementKind.VISIT and cue_before(scene, conference.frame.first - 1, "join"):
            for number in (n for n, role in visit.people.items() if role == Role.GUEST):
                conference.people.setdefault(number, Role.PARTICIPANT)
        if not conference.sure and (visit.frame.pattern.shape == "invite" or (first and visit.status not in _DONE)):
            conference.status = Status.PLANNED


def _programme(scene: Scene, visit: Draft, meetings: list[Draft]) -> None:
    """A visit goes on while a part of its programme is ahead; one whose meetings are told as held is held."""
    if visit.status in _SETTLED or visit.passing:
        return
    guests = {n for n, role in visit.people.items() if role == Role.GUEST}
    country = visit.place.country if visit.place else None
    own = [m for m in meetings if guests & set(m.people) and country in m.parties and not m.passing]
    ahead = any(m.status in _TO_COME and (m.place is None or m.place.country == country) and _one_month(visit, m) for m in own)
    today = visit.date is None or (scene.anchor is not None and visit.date == scene.anchor.isoformat())
    done = any(m.status == Status.HELD and _one_day(visit, m) for m in own)
    if visit.status == Status.ONGOING and done and not ahead:
        visit.status = Status.HELD
    elif visit.status == Status.HELD and visit.sure and ahead and today:
        visit.status = Status.ONGOING
    elif visit.status == Status.PLANNED and visit.frame.governed in ("eve", "in") and not visit.told and done and not ahead:
        visit.status = Status.HELD
        visit.date, visit.basis = next((m.date, m.basis) for m in own if m.status == Status.HELD)


def _one_month(visit: Draft, meeting: Draft) -> bool:
    return not (visit.date and meeting.date) or visit.date[:7] == meeting.date[:7]


def _one_day(visit: Draft, meeting: Draft) -> bool:
    return not (visit.date and meeting.date) or visit.date[:10] == meeting.date[:10]


def _seat_travellers(scene: Scene, draft: Draft) -> None:
    """With no place told: a delegation, a deputy or an envoy who meets one of higher office has come to him."""
    people = [scene.references.entities[n] for n in draft.people]
    if draft.place is not None or any(role != Role.PARTICIPANT for role in draft.people.values()) or len({e.party for e in people}) != 2:
        return
    high = {e.party for e in people if e.office in _AT_HOME}
    juniors = {e.party for e in people if e.office in _COMERS} - high
    comers = {e.party for e in people if e.office == Office.DELEGATION} or juniors
    if len(comers) == 1 and high - comers:
        for entity in people:
            draft.people[entity.number] = Role.GUEST if entity.party in comers else Role.HOST


def _far_apart(scene: Scene, draft: Draft) -> bool:
    """Whether people who only «talked» are heads or ministers of different states, with nothing told of where."""
    people = [scene.references.entities[n] for n in draft.people]
    return len(people) > 1 and all(e.office in _AT_HOME for e in people) and all(r == Role.PARTICIPANT for r in draft.people.values())


def _at_the_margin(scene: Scene, drafts: list[Draft], meetings: list[Draft]) -> None:
    """A meeting «در حاشیه» of a conference is where the conference is."""
    for draft in meetings:
        first, last = scene.analysis.sentences[draft.frame.sentence]
        if draft.place is None and has_cue(scene, range(first, last), "margin"):
            around = [d for d in drafts if d.kind == EngagementKind.CONFERENCE and d.place]
            near = [d for d in around if draft.frame.sentence in d.sentences] or (around if len(around) == 1 else [])
            draft.place = near[0].place if near else None


def _where_all_gather(visit: Draft, drafts: list[Draft], meetings: list[Draft]) -> None:
    """Who has gone to a conference meets people of third states there too: «برای شرکت در مجمع عمومی به نیویورک سفر کرده»."""
    sits = any(d.kind == EngagementKind.CONFERENCE and d.frame.clause.number == visit.frame.clause.number for d in drafts)
    guests = {n for n, role in visit.people.items() if role == Role.GUEST}
    for draft in meetings if sits and visit.status not in _SETTLED else ():
        if draft.place is None and guests & set(draft.people) and _same_time(visit, draft):
            draft.place = visit.place
            draft.flags.append("place of the conference")


def _signed_there(drafts: list[Draft]) -> None:
    """A signing with no place told is where its parties met or where one of them was received, if that is one place."""
    for draft in drafts:
        if draft.kind != EngagementKind.SIGNING or draft.place is not None or draft.passing or draft.status in _SETTLED:
            continue
        around = [
            d
            for d in drafts
            if d.kind in (EngagementKind.VISIT, EngagementKind.MEETING)
            and d.place is not None
            and set(d.parties) == set(draft.parties)
            and _same_time(d, draft)
            and not (d.date and draft.date and d.date != draft.date)
        ]
        places = {d.place.country for d in around if d.place}
        if len(places) == 1:
            draft.place = around[0].place


def _to_the_city(scene: Scene, visits: list[Draft]) -> None:
    """A visit to a country of which one city is told as a destination is a visit to that city."""
    for visit in visits:
        if visit.place and _is_country(scene, visit.place):
            country = visit.place.country
            cities = {
                p.name: p
                for p in scene.places.values()
                if p.case == "to" and p.country == country and p.kind in ("capital", "city") and _speaks_of(scene, p.token, visit)
            }
            if len(cities) == 1:
                visit.place = Place(name=next(iter(cities)), country=country)


def _speaks_of(scene: Scene, token: int, visit: Draft) -> bool:
    """Whether the sentence of a token tells of the visit or names one of its travellers."""
    sentence = scene.sentence_of(token)
    first, last = scene.analysis.sentences[sentence]
    named = (n for n, m in enumerate(scene.mentions) if first <= m.first < last)
    return sentence in visit.sentences or any(e.number in visit.people for n in named for e in scene.entities_of(n))


def _within(scene: Scene, meeting: Draft, visit: Draft) -> bool:
    """Whether a meeting is held on a visit: the traveller meets people of the country visited, at a time that fits."""
    everybody = scene.references.entities
    guests = {n for n, role in visit.people.items() if role == Role.GUEST} & set(meeting.people)
    country = visit.place.country if visit.place else None
    hosts = [n for n in meeting.people if n not in guests and everybody[n].party == country]
    unnamed = country in meeting.parties and guests == set(meeting.people)  # «برای دیدار با مقام‌های ایرانی»
    return bool(guests and (hosts or unnamed)) and _same_time(visit, meeting)


def _same_time(a: Draft, b: Draft) -> bool:
    if a.passing != b.passing or (a.status in _SETTLED) != (b.status in _SETTLED):
        return False
    if a.date and b.date and a.told and b.told:
        return a.date[:7] == b.date[:7]
    return not (b.status in _DONE and a.status in (Status.PLANNED, Status.PROPOSED))
