"""Messages, signings, summonses and credentials: contacts that a paper or an envoy carries."""

from didar.assemble.drafts import Draft
from didar.assemble.people import HUMAN, chained, entities, is_person, speaker_of, subject_of, take_part
from didar.assemble.timing import status_of
from didar.model import Place
from didar.scene import Scene
from didar.syntax import Frame
from didar.terms import EngagementKind, Mode, Office, Role, Status
from didar.who import Entity, Kind

_ENVOYS = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES, Office.PERMANENT_REPRESENTATIVE))
_WRITTEN = frozenset("مکتوب کتبی نامه نامهای کتبا".split())
_ORAL = frozenset("شفاهی شفاها سلام".split())
_SIGNABLE = frozenset(
    "سند اسناد سندی اسنادی معاهده توافق توافقنامه توافقنامهای موافقتنامه موافقتنامهای موافقتنامهها تفاهم تفاهمنامه تفاهمنامهای "
    "یادداشت قرارداد قراردادی قراردادهای بیانیه برنامه پیمان پروتکل قرار نقشه صورتجلسه".split()
)


_WE = 4
_NEAR = 3
_RECEIVES = frozenset(("to", "genitive", "object", "with", "by"))
_WHERE = frozenset(("in", "to", "from"))
_ABSTRACT = frozenset("اهمیت لزوم ضرورت زمان آمادگی امادگی مرحله".split())


def draft_message(scene: Scene, frame: Frame) -> list[Draft]:
    """A letter, message, congratulation: sender and recipient of different parties."""
    if frame.definite:
        return []
    owners = _owners(scene, frame)
    senders = entities(scene, chained(scene, owners))
    recipients = _recipients(scene, frame)
    if not senders:
        senders = [e for e in entities(scene, subject_of(scene, frame)) if e not in recipients]
    ours = _our_side(scene, frame) if not senders else None
    bearer: list[Entity] = []
    if owners:
        carried = [n for c, n in (*frame.after, *frame.before) if c == "by"] or subject_of(scene, frame)
        bearer = [e for e in entities(scene, carried) if e not in senders and e not in recipients and is_person(e)]
    senders = [e for e in senders if e.party]
    recipients = [e for e in recipients if e.party]
    body = next((e.accredited_to for e in senders if e.office == Office.PERMANENT_REPRESENTATIVE and e.accredited_to), None)
    parties = {ours, *(e.party for e in senders)} - {None}
    others = {e.party for e in recipients} or ({body} if frame.pattern.mode == Mode.WRITTEN else set()) - {None}
    if not parties or not others or parties == others:
        return []
    draft = Draft(
        frame=frame,
        kind=EngagementKind.MESSAGE,
        status=status_of(scene, frame)[0],
        sure=status_of(scene, frame)[1],
        mode=_mode(scene, frame),
    )
    take_part(draft, senders, Role.SENDER)
    take_part(draft, recipients, Role.RECIPIENT)
    draft.add_party(*sorted(p for p in (ours, *others) if p))
    for entity in bearer:
        if entity.party:
            draft.people.setdefault(entity.number, Role.BEARER)
            draft.add_party(entity.party)
    return [draft]


def _owners(scene: Scene, frame: Frame) -> list[int]:
    """Whose letter it is: what the noun governs, also as the object («نامه X را رساند»)."""
    return list(frame.genitive) or [n for c, n in frame.after if c == "object" and scene.mentions[n].first == frame.last]


def _our_side(scene: Scene, frame: Frame) -> str | None:
    """The party of whoever says «نامه‌ای فرستادیم»."""
    if frame.clause.verb is None or frame.clause.verb.person != _WE:
        return None
    return next((e.party for e in entities(scene, speaker_of(scene, frame.sentence)) if e.party), None)


def _recipients(scene: Scene, frame: Frame) -> list[Entity]:
    """«به Y»: the first one behind the trigger, else before it in the clause."""
    words = scene.analysis.words
    if words[frame.last : frame.last + 1] == ["به"] and not any(
        scene.mention_at.get(k) is not None for k in range(frame.last + 1, frame.last + 1 + _NEAR)
    ):
        return []
    for wanted in ("to", "for"):
        for case, number in (*frame.after, *reversed(frame.before)):
            if case == wanted and (wanted == "to" or scene.mentions[number].kind in HUMAN):
                return entities(scene, chained(scene, [number]))
    return []


def _mode(scene: Scene, frame: Frame) -> Mode | None:
    words = scene.analysis.words
    near = {words[k] for k in range(max(0, frame.first - 1), min(len(words), frame.last + 2))}
    if near & _WRITTEN:
        return Mode.WRITTEN
    if near & _ORAL:
        return Mode.ORAL
    return frame.pattern.mode


def draft_invitation(scene: Scene, frame: Frame) -> list[Draft]:
    """«از X برای سفر به Y دعوت کرد»: a message, and the visit it proposes."""
    journey = next(
        (t for t in frame.clause.tokens if scene.analysis.words[t] in ("سفر", "دیدار", "بازدید") and t >= frame.first - 12), None
    )
    if journey is None:
        return []
    from_ = [p.mention for p in scene.phrases if p.clause == frame.clause.number and p.case == "from"]
    invited = [e for n in from_ for e in entities(scene, chained(scene, [n])) if is_person(e)]
    hosts = entities(scene, chained(scene, frame.genitive)) if frame.genitive else entities(scene, subject_of(scene, frame))
    hosts = [e for e in hosts if e not in invited and e.party]
    if frame.genitive and not invited:
        invited = [e for e in entities(scene, subject_of(scene, frame)) if e not in hosts]
    guests = [e for e in invited if is_person(e) and e.party]
    if not guests or not hosts or guests[0].party == hosts[0].party or frame.governed == "to":
        return []
    message = Draft(frame=frame, kind=EngagementKind.MESSAGE, status=Status.HELD)
    take_part(message, hosts, Role.SENDER)
    take_part(message, guests, Role.RECIPIENT)
    visit = Draft(frame=frame, kind=EngagementKind.VISIT, status=Status.PROPOSED)
    take_part(visit, guests, Role.GUEST)
    place = next((p for p in frame.places if p.case == "to" and p.country == hosts[0].party), None)
    if place is None:
        return [message]
    visit.place = Place(name=place.name, country=place.country)
    visit.add_party(place.country)
    return [message, visit]


def draft_signing(scene: Scene, frame: Frame) -> list[Draft]:
    """An instrument signed by two parties or more."""
    words = scene.analysis.words
    near = range(max(frame.clause.tokens[0], frame.first - 40), min(len(words), frame.last + 6))
    if not any(words[k] in _SIGNABLE for k in near):
        return []
    if frame.first and words[frame.first - 1] in _ABSTRACT:
        return []
    between = [n for c, n in (*frame.after, *frame.before) if c in ("between", "with", "by")]
    if words[frame.first - 1] == "به":
        between += frame.genitive
    signers = [e for e in entities(scene, chained(scene, subject_of(scene, frame))) if e.party]
    group = [*signers, *(e for e in entities(scene, chained(scene, between)) if e not in signers)]
    parties = list(dict.fromkeys(e.party for e in group if e.party))
    if len(parties) < 2:
        told = [
            m
            for n, m in enumerate(scene.mentions)
            if scene.phrases[n].clause == frame.clause.number and scene.phrases[n].case not in _WHERE
        ]
        more = [p for m in told if m.kind == Kind.PARTY and not m.place for p in m.parties]
        parties = list(dict.fromkeys([*parties, *more]))
    if len(parties) < 2:
        return []
    draft = Draft(frame=frame, kind=EngagementKind.SIGNING, status=status_of(scene, frame)[0], sure=status_of(scene, frame)[1])
    take_part(draft, [e for e in group if is_person(e)], Role.SIGNATORY)
    draft.add_party(*parties)
    place = next((p for p in frame.places if p.case == "in"), None)
    draft.place = Place(name=place.name, country=place.country) if place else None
    return [draft]


def draft_summons(scene: Scene, frame: Frame) -> list[Draft]:
    """An envoy called in; the summoner is the state that he is accredited to."""
    around = [n for _, n in (*frame.before, *frame.after)] + list(frame.genitive) + subject_of(scene, frame)
    people = entities(scene, dict.fromkeys(around))
    envoys = [e for e in people if e.office in _ENVOYS and e.party]
    if not envoys:
        return []
    host_state = _summoner(scene, people, envoys[0]) or envoys[0].accredited_to or (scene.own if scene.own != envoys[0].party else None)
    if host_state is None or host_state == envoys[0].party:
        return []
    several = [
        e.party for e in entities(scene, subject_of(scene, frame)) if e.kind == Kind.PARTY and e.party and e.party != envoys[0].party
    ]
    by = [n for c, n in (*frame.before, *frame.after) if c == "by"]
    out = []
    for state in several if len(several) > 1 else [host_state]:
        draft = Draft(frame=frame, kind=EngagementKind.SUMMONS, status=status_of(scene, frame)[0], sure=status_of(scene, frame)[1])
        draft.add_party(state)
        take_part(draft, [e for e in envoys if e.party != state], Role.SUMMONED)
        hosts = [e for e in entities(scene, by) if is_person(e) and e.party in (None, state)]
        for host in hosts:
            host.party = state
        take_part(draft, hosts, Role.HOST)
        out.append(draft)
    return out


def _summoner(scene: Scene, people: list[Entity], envoy: Entity) -> str | None:
    return next((e.party for e in people if e.kind in (Kind.INSTITUTION, Kind.PARTY) and e.party and e.party != envoy.party), None)


def draft_credentials(scene: Scene, frame: Frame) -> list[Draft]:
    """An ambassador hands over his credentials, or their copy."""
    givers = [e for e in entities(scene, subject_of(scene, frame)) if e.office in _ENVOYS or e.office is None]
    genitive = [e for e in entities(scene, frame.genitive) if e.office in _ENVOYS]
    envoys = genitive or [e for e in givers if is_person(e)]
    beside = [n for c, n in (*frame.after, *frame.before) if c in _RECEIVES]
    receivers = [e for e in entities(scene, [*beside, *frame.genitive]) if is_person(e) and e not in envoys]
    if not envoys or not receivers or envoys[0].party is None:
        return []
    host = next((e for e in receivers if e.party and e.party != envoys[0].party), None)
    if host is None:
        return []
    draft = Draft(frame=frame, kind=EngagementKind.CREDENTIALS, status=status_of(scene, frame)[0], sure=status_of(scene, frame)[1])
    take_part(draft, envoys[:1], Role.GUEST)
    take_part(draft, [host], Role.HOST)
    return [draft]
