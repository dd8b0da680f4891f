"""Summonses and credentials: an envoy who is called in, or who hands over his papers."""

from collections.abc import Sequence

from didar.assemble.drafts import Draft
from didar.assemble.nearby import cue_at, has_cue
from didar.assemble.people import HUMAN, entities, is_person, subject_of, take_part
from didar.assemble.timing import status_of
from didar.scene import Scene
from didar.syntax import OBJECT, Frame
from didar.terms import EngagementKind, Office, Role
from didar.who import Entity, Kind

_SOON = 12
_OFFICES = frozenset((Office.AMBASSADOR, Office.CHARGE_DAFFAIRES, Office.PERMANENT_REPRESENTATIVE))
_RECEIVES = frozenset(("to", "genitive", "object", "with", "by"))
_SPEAKS_FOR = frozenset((Kind.INSTITUTION, Kind.PARTY))
_PASSIVE = frozenset(("شد", "گردید"))
_APART = 3
_BEHIND = 2


def draft_summons(scene: Scene, frame: Frame) -> list[Draft]:
    """An envoy called in by a state, or by several."""
    numbers = list(dict.fromkeys([*(n for _, n in (*frame.before, *frame.after)), *frame.genitive, *subject_of(scene, frame)]))
    called = [n for n in numbers if _is_envoy(scene, n) and not _own_envoy(scene, n)]
    envoys = [e for e in entities(scene, called) if e.party]
    if not envoys:
        return []
    states = _summoners(scene, frame, numbers, called, envoys[0])
    by = [n for c, n in (*frame.before, *frame.after) if c == "by"]
    status, sure = status_of(scene, frame)
    out = []
    for state in states:
        if state == envoys[0].party:
            continue
        draft = Draft(frame=frame, kind=EngagementKind.SUMMONS, status=status, sure=sure)
        draft.add_party(state)
        take_part(draft, [e for e in envoys if e.party != state], Role.SUMMONED)
        by_whom = by or ([] if _passive(scene, frame) else [n for n in subject_of(scene, frame) if n not in called])
        hosts = [e for e in entities(scene, by_whom) if is_person(e) and e.office != Office.SPOKESPERSON and e.party in (None, state)]
        hosts = hosts or (_receiver(scene, frame, state) if len(states) == 1 else [])
        for host in hosts:
            host.party = state
        take_part(draft, hosts, Role.HOST)
        draft.add_party(*_protected(scene, frame, envoys[0]))
        out.append(draft)
    return out


def draft_presence(scene: Scene, frame: Frame) -> list[Draft]:
    """«سفیر سوئد در وزارت امور خارجه حضور یافت»: the envoy meets those to whom he is sent."""
    envoys = [e for e in entities(scene, subject_of(scene, frame)) if e.office in _OFFICES and e.party]
    at = [n for c, n in frame.before if c == "in" and scene.mentions[n].kind == Kind.INSTITUTION]
    if not envoys or not at or frame.verb is None or frame.verb.negative:
        return []
    hosts = [e.party for e in entities(scene, at) if e.party and e.party != envoys[0].party]
    state = next(iter(hosts), envoys[0].accredited_to or scene.own)
    if state is None or state == envoys[0].party:
        return []
    status, sure = status_of(scene, frame)
    draft = Draft(frame=frame, kind=EngagementKind.MEETING, status=status, sure=sure)
    take_part(draft, envoys[:1], Role.GUEST)
    draft.add_party(state)
    return [draft]


def _is_envoy(scene: Scene, number: int) -> bool:
    """An ambassador or chargé, or a member of an embassy («معاون سفیر»)."""
    mention = scene.mentions[number]
    if any(e.office in _OFFICES for e in scene.entities_of(number)):
        return True
    return mention.kind in HUMAN and mention.office == Office.OTHER and has_cue(scene, range(mention.first, mention.last), "envoy")


def _own_envoy(scene: Scene, number: int) -> bool:
    """«اردن سفیر خود را از تل‌آویو فراخواند»: called home for consultation, which is no contact."""
    mention, words = scene.mentions[number], scene.analysis.words
    return mention.party is None and words[mention.last : mention.last + 1] in (["خود"], ["خویش"], ["خودش"])


def _summoners(scene: Scene, frame: Frame, numbers: Sequence[int], called: Sequence[int], envoy: Entity) -> list[str]:
    """Who calls him in: the subject, the ministry told, who speaks in the headline, else the state that he is sent to."""
    if not _passive(scene, frame):
        found = _listed(scene, frame, called)
        if found:
            return found
    sure = [
        e.party
        for n in numbers
        if n not in called and scene.mentions[n].kind == Kind.INSTITUTION
        for e in scene.entities_of(n)
        if e.party_sure or scene.mentions[n].party
    ]
    told = next((p for p in sure if p and p != envoy.party), None)
    headline = _headline(scene, frame, envoy)
    plural = any(scene.mentions[n].kind == Kind.PLURAL for n in called)
    many = plural and len({e.party for e in entities(scene, called)}) == 1  # «سفرای اسرائیل یکی پس از دیگری احضار می‌شوند»
    state = told or headline or (None if many else envoy.accredited_to or (scene.own if scene.own != envoy.party else None))
    return [state] if state else []


def _passive(scene: Scene, frame: Frame) -> bool:
    return cue_at(scene, frame.first, "passive") is not None or (frame.verb is not None and frame.verb.lemma in _PASSIVE)


def _listed(scene: Scene, frame: Frame, called: Sequence[int]) -> list[str]:
    """The subject's parties, with the states listed behind it: «اتحادیه اروپا و کشورهای آلمان و نروژ»."""
    subject = [n for n in subject_of(scene, frame) if n not in called]
    out = [e.party for e in entities(scene, subject) if e.party]
    if not subject or scene.mentions[subject[0]].kind != Kind.PARTY:
        return out[:1]
    at = scene.mentions[subject[-1]].last
    for number in range(subject[-1] + 1, len(scene.mentions)):
        mention = scene.mentions[number]
        between = range(at, mention.first)
        joined = len(between) <= _APART and all(cue_at(scene, t, "list_word") is not None for t in between)
        if mention.kind != Kind.PARTY or number in called or not joined:
            break
        out += [e.party for e in scene.entities_of(number) if e.party and e.party not in out]
        at = mention.last
    return out


def _headline(scene: Scene, frame: Frame, envoy: Entity) -> str | None:
    """«وزیر خارجه لهستان: کاردار … احضار شد», «قطر: …»: who speaks before the colon, here or in the sentence before or behind."""
    words = scene.analysis.words
    for sentence in (frame.sentence, frame.sentence - 1, frame.sentence + 1):
        if not 0 <= sentence < len(scene.analysis.sentences):
            continue
        first, last = scene.analysis.sentences[sentence]
        number = next((scene.mention_at[t] for t in range(first, min(first + _APART, last)) if t in scene.mention_at), None)
        if number is None or words[scene.mentions[number].last : scene.mentions[number].last + 1] != [":"]:
            continue
        party = next((e.party for e in scene.entities_of(number) if e.party), None)
        if party and party != envoy.party:
            return party
    return None


def _receiver(scene: Scene, frame: Frame, state: str) -> list[Entity]:
    """Who told him the protest: the subject of «در این دیدار، …» in the sentences behind."""
    for other in scene.frames:
        if not other.definite or not 0 < other.sentence - frame.sentence <= _BEHIND:
            continue
        if other.pattern.shape in ("with", "summon"):
            people = [
                e for e in entities(scene, subject_of(scene, other)) if is_person(e) and e.party == state and e.office not in _OFFICES
            ]
            return people[:1]
    return []


def _protected(scene: Scene, frame: Frame, envoy: Entity) -> list[str]:
    """The state whose interests the envoy looks after: «سفیر سوئیس به عنوان حافظ منافع آمریکا»."""
    for token in frame.clause.tokens:
        if cue_at(scene, token, "protects") is not None:
            near = next((scene.mention_at[t] for t in range(token + 1, token + 2 + _APART) if t in scene.mention_at), None)
            codes = [e.party for e in scene.entities_of(near) if e.party] if near is not None else []
            return codes if codes and codes[0] != envoy.party else _told_before(scene, frame, token, envoy)
    return []


def _told_before(scene: Scene, frame: Frame, token: int, envoy: Entity) -> list[str]:
    """«این کشور» behind the envoy's own: the state told before him."""
    first = scene.analysis.sentences[frame.sentence][0]
    told = [m for m in scene.mentions if first <= m.first < token and m.kind == Kind.PARTY and m.party and m.party != envoy.party]
    return [told[-1].party] if told and told[-1].party else []


def draft_credentials(scene: Scene, frame: Frame) -> list[Draft]:
    """An ambassador hands over his credentials, or their copy; several do so one by one («استوارنامه سفرای هند و برزیل را دریافت کرد»)."""
    givers = [e for e in entities(scene, subject_of(scene, frame)) if e.office in _OFFICES or e.office is None]
    ruled = [*frame.genitive, *(n for c, n in frame.after if c == OBJECT and scene.mentions[n].first == frame.last)]
    genitive = [e for e in entities(scene, ruled) if e.office in _OFFICES]
    envoys = genitive or [e for e in givers if is_person(e)]
    beside = [n for c, n in (*frame.after, *frame.before) if c in _RECEIVES]
    receivers = [e for e in entities(scene, [*beside, *frame.genitive]) if is_person(e) and e not in envoys]
    receivers = receivers or [e for e in entities(scene, subject_of(scene, frame)) if genitive and is_person(e) and e not in envoys]
    receivers = receivers or [e for e in entities(scene, _speaker_behind(scene, frame)) if genitive and is_person(e) and e not in envoys]
    if not envoys or not receivers or envoys[0].party is None:
        return []
    host = next((e for e in receivers if e.party and e.party != envoys[0].party), None)
    if host is None:
        return []
    status, sure = status_of(scene, frame)
    drafts = []
    for envoy in {e.party: e for e in reversed(envoys) if e.party and e.party != host.party}.values():
        draft = Draft(frame=frame, kind=EngagementKind.CREDENTIALS, status=status, sure=sure)
        take_part(draft, [envoy], Role.GUEST)
        take_part(draft, [host], Role.HOST)
        drafts.append(draft)
    return drafts


def _speaker_behind(scene: Scene, frame: Frame) -> list[int]:
    """«در آیین دریافت استوارنامه سفیر پاکستان؛ X: …»: who speaks there."""
    words, at = scene.analysis.words, {m.last: n for n, m in enumerate(scene.mentions)}
    end = min(len(words), frame.last + _SOON)
    colon = next((t for t in range(frame.last, end) if words[t] == ":" and scene.sentence_of(t) - frame.sentence <= 1), None)
    return [at[colon]] if colon in at else []
