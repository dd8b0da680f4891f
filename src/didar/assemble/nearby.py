"""What stands near a trigger: cue words, the noun phrase that it heads, bodies and states in it, its relative clause."""

from collections.abc import Iterable

from didar.model import Place
from didar.pack.rows import PartyRow
from didar.scene import Scene
from didar.syntax import SUBJECT, Clause, Frame
from didar.who import Kind

_REACH = 26
_FAR = 6
_QUOTES = frozenset('«»"()“”')
_BY = frozenset(("به", "با", "تحت"))
_BODIES = frozenset(("body", "mechanism"))


def cue_at(scene: Scene, token: int, kind: str) -> str | None:
    """The value of the cue of this kind that begins at a token; None where none does."""
    found = scene.pack.contact_cues.at(scene.analysis.words, token, kind) if 0 <= token < len(scene.analysis.words) else None
    return found[0] if found else None


def cue_end(scene: Scene, token: int, kind: str) -> int:
    """The token after the cue of this kind that begins at a token; the token itself where none does."""
    found = scene.pack.contact_cues.at(scene.analysis.words, token, kind)
    return found[1] if found else token


def has_cue(scene: Scene, tokens: Iterable[int], kind: str) -> bool:
    """Whether a cue of this kind begins at one of the tokens."""
    return any(cue_at(scene, token, kind) is not None for token in tokens)


def cue_before(scene: Scene, token: int, kind: str) -> bool:
    """Whether a cue of this kind ends just before a token."""
    return scene.pack.contact_cues.before(scene.analysis.words, token, kind) is not None


def not_yet(scene: Scene, frame: Frame) -> bool:
    """«هنوز … امضا نشده است»: what has not come yet is neither held nor denied."""
    verb = frame.verb
    return verb is not None and verb.negative and "deny" not in frame.cues and has_cue(scene, frame.clause.tokens, "yet")


def opens_topic(scene: Scene, tokens: Iterable[int]) -> bool:
    """Whether a word for what something is about stands among tokens: «درباره», «پیرامون»."""
    return any((m := scene.marks[t]) and (p := m.word("prep")) and p.value == "about" for t in tokens)


def in_topic(scene: Scene, frame: Frame, number: int) -> bool:
    """Whether a mention stands in what the contact is about: «درباره تلاش‌های پاکستان بین تهران و واشنگتن رایزنی کرد»."""
    at = scene.mentions[number].first
    tokens = (t for t in frame.clause.tokens if t < at and (at < frame.first or t >= frame.last))
    return opens_topic(scene, (t for t in tokens if (m := scene.marks[t]) and m.last <= at))


def sentence_tokens(scene: Scene, frame: Frame) -> range:
    """The tokens of the frame's sentence."""
    return range(*scene.analysis.sentences[frame.sentence])


def phrase_end(scene: Scene, frame: Frame, *, beyond: bool = False) -> int:
    """The token after the noun phrase that the trigger heads: «نشست | فوق‌العاده روز دوشنبه شورای امنیت».

    beyond: also over further triggers («امضای یادداشت تفاهم ایران و ترکیه»).
    """
    words, marks = scene.analysis.words, scene.marks
    end = min(scene.analysis.sentences[frame.sentence][1], frame.last + _REACH)
    at = frame.last
    while at < end:
        mark = marks[at]
        number = scene.mention_at.get(at)
        if number is not None:
            at = max(at + 1, scene.mentions[number].last)
            continue
        if words[at] in _QUOTES:
            at += 1
            continue
        if words[at] == "و":
            if at + 1 in scene.mention_at:
                at += 1
                continue
            adjective = at + 2 < end and words[at + 1].endswith("ی") and ((m := marks[at + 1]) is None or m.word("modifier") is not None)
            if adjective and at + 2 in scene.mention_at:
                at += 2  # «کمیسیون مشترک همکاری اقتصادی و تجاری | ایران و عراق»
                continue
            return at
        if words[at] in ("که", "را") or not words[at][0].isalnum() or _closes(scene, frame, at):
            return at
        if mark and (mark.word("prep") or (mark.word("trigger") and not beyond) or mark.word("happen") or mark.word("cancel")):
            return at
        at = mark.last if mark else at + 1
    return at


def _closes(scene: Scene, frame: Frame, at: int) -> bool:
    verb = scene.clauses.at(at).verb
    return verb is not None and verb.first <= at < verb.last


def bodies_in(scene: Scene, start: int, end: int) -> list[str]:
    """Codes of the bodies and mechanisms whose names stand in these tokens, and of what stands for one."""
    out: list[str] = []
    for token in range(start, end):
        group = cue_at(scene, token, "group")
        for code in group.split("+") if group else [_body_row(scene, token)]:
            if code and code not in out:
                out.append(code)
        if group:
            return out
    if not out:
        for number, mention in enumerate(scene.mentions):
            if start <= mention.first < end and mention.kind == Kind.PARTY and mention.relation is not None:
                out += [e.party for e in scene.entities_of(number) if e.party and e.party not in scene.pack.states and e.party not in out]
    return out


def _body_row(scene: Scene, token: int) -> str | None:
    mark = scene.marks[token]
    row = next((r for r in mark.rows if isinstance(r, PartyRow) and r.kind in _BODIES), None) if mark else None
    if row is None:
        return None
    if cue_at(scene, token, "unsure_body") is not None and row.use == "short" and not _told_elsewhere(scene, row.party, row.form):
        return None
    return row.party


def _told_elsewhere(scene: Scene, code: str, form: str) -> bool:
    """Whether the article names the body by another form too."""
    return any(m and (r := m.party) and r.party == code and r.form != form for m in scene.marks)


def states_in(scene: Scene, start: int, end: int) -> list[int]:
    """Mentions of states or of people with a party among these tokens."""
    return [n for n, m in enumerate(scene.mentions) if start <= m.first < end and m.parties]


def headed_by(scene: Scene, clause: Clause) -> list[int]:
    """Who leads what the clause tells of: «هیئتی به ریاست X», «ریاست هیئت … بر عهده X بود»."""
    words = scene.analysis.words
    led = has_cue(scene, clause.tokens, "headed")
    out = []
    for p in scene.phrases:
        if p.clause != clause.number or p.head < 1:
            continue
        by = cue_at(scene, p.head, "headed") is not None and words[p.head - 1] in _BY
        if by or (led and words[p.head] == "عهده"):
            out.append(p.mention)
    return out


def relative_clause(scene: Scene, frame: Frame, end: int) -> Clause | None:
    """The clause that tells of the noun phrase: «نشست X که فردا برگزار می‌شود»."""
    words = scene.analysis.words
    for token in range(end, min(end + _FAR, scene.analysis.sentences[frame.sentence][1])):
        if words[token] == "که":
            clause = scene.clauses.at(token)
            return clause if clause.sentence == frame.sentence and clause.number != frame.clause.number else None
        mark = scene.marks[token]
        if words[token] == "است" and words[token + 1 : token + 2] == ["که"]:
            continue  # «گام بعدی نشست X است که فردا برگزار می‌شود»
        if _closes(scene, frame, token) or (mark and (mark.word("prep") or mark.word("trigger"))):
            return None
    return None


def hosting_place(scene: Scene, token: int) -> Place | None:
    """«تهران میزبان نشست … است», «باکو از نشست … میزبانی می‌کند»: the state or town that is host of what begins at a token."""
    if not hosted(scene, token):
        return None
    clause = scene.clauses.at(token)
    for phrase in scene.phrases:
        mention = scene.mentions[phrase.mention]
        here = phrase.clause == clause.number and phrase.case == SUBJECT and mention.first < token
        if here and mention.kind == Kind.PARTY and mention.party in scene.pack.states:
            return Place(name=" ".join(scene.analysis.text(mention.first, mention.last).split()), country=mention.party)
    for at in clause.tokens:
        mark = scene.marks[at]
        if at < token and mark is not None and mark.place is not None and mark.place.country and at not in scene.places:
            return Place(name=" ".join(scene.analysis.text(mark.first, mark.last).split()), country=mark.place.country)
    return None


def hosted(scene: Scene, token: int) -> bool:
    """Whether the clause says of what begins at a token who is its host."""
    if cue_before(scene, token, "host"):
        return True
    clause = scene.clauses.at(token)
    verb, words = clause.verb, scene.analysis.words
    return (
        verb is not None and verb.first > token and has_cue(scene, range(verb.first - 1, verb.first), "host") and words[token - 1] == "از"
    )


def place_near(scene: Scene, frame: Frame, end: int, clause: Clause | None = None) -> Place | None:
    """Where the contact is: «در تهران» behind the noun phrase, in its relative clause, or at the head of its clause."""
    stop = next((f.first for f in scene.frames if f.sentence == frame.sentence and f.first >= max(end, frame.last + 1)), len(scene.marks))
    own = [p for t in frame.clause.tokens if (p := scene.places.get(t)) and p.case == "in"]
    behind = [p for p in own if frame.last <= p.token < stop]
    told = [p for t in clause.tokens if (p := scene.places.get(t)) and p.case == "in"] if clause else []
    ahead = [p for p in own if p.token < frame.first and (frame.governed is None or frame.first - p.last <= 2)]
    for place in (*behind, *told, *reversed(ahead)):
        return Place(name=place.name, country=place.country)
    return None
