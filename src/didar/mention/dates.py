"""Room 4: time expressions as written. One look-up a token, grammar only around the words of time.

A mention covers a whole expression: its weekday and its second calendar («پنجشنبه ۲۸ فروردین», «۲۸ دی (۱۷ ژانویه)») stand in
`beside`, the ends of a range in `parts`.
"""

from typing import Any

from didar.mention.date_loose import EVER as _EVER
from didar.mention.date_loose import OFTEN
from didar.mention.date_parts import PartReader, clock_with_part
from didar.mention.date_points import read_point
from didar.model import Analysis
from didar.pack.times import TimeLexicon
from didar.when import Bound, DateKind, DateMention

_TO = frozenset(("تا", "الی", "لغایت"))
_LINKS = frozenset(("و", "یا", "تا", "الی", "لغایت", "،", ",", "-", "–", "—", "/", "ام", "م", "امین", "مین", "کنون", "روز", "ربع")) | OFTEN
NUMBER_LINKS = _LINKS | frozenset((".", ":", "\\", "٫", "ه", "ش", "ق", "قبل", "پیش", "میلیون", "میلیارد", "به"))
_DASH = frozenset("-–—")
_LIST = frozenset(("و", "یا", "،", ","))
# «برابر با», «یعنی»: the first word, and how many tokens.
_EQUALS = {"برابر": 2, "مصادف": 2, "معادل": 1, "مطابق": 2, "یعنی": 1, "همزمان": 2}
_OPENS = {DateKind.CLOCK: frozenset(("راس", "سر")), DateKind.DAY: frozenset(("تاریخ", "مورخ", "مورخه"))}
_DURING = frozenset(("طی", "ظرف", "خلال", "طول"))
_ABOUT = frozenset(("حدود", "حوالی", "حدودا", "تقریبا"))
_NOT_SINCE = frozenset(("بیش", "بیشتر", "کمتر", "غیر", "اعم", "استقبال", "یکی", "بعضی", "برخی", "هیچیک"))
_SINGLE = frozenset((DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.FEAST))
_RANK = {
    DateKind.RANGE: 5,
    DateKind.LIST: 5,
    DateKind.DAY: 5,
    DateKind.FEAST: 4,
    DateKind.MONTH: 4,
    DateKind.YEAR: 4,
    DateKind.RELATIVE: 3,
    DateKind.WEEKDAY: 2,
}
_RANGE_KINDS = {
    kind: group
    for group, kinds in enumerate(
        (
            (
                DateKind.DAY,
                DateKind.WEEKDAY,
                DateKind.RELATIVE,
                DateKind.FEAST,
                DateKind.MONTH,
                DateKind.YEAR,
                DateKind.SEASON,
                DateKind.VAGUE,
            ),
            (DateKind.CLOCK, DateKind.PART_OF_DAY),
            (DateKind.DECADE, DateKind.CENTURY),
        )
    )
    for kind in kinds
}


def find_dates(analysis: Analysis, *, times: TimeLexicon) -> tuple[DateMention, ...]:
    """The time expressions of an analysis, in order, not overlapping."""
    reader = PartReader(analysis, times, read_point)
    found: list[DateMention] = []
    done = stop = 0
    sentences = iter(analysis.sentences)
    words, weak = reader.words, times.weak
    for i in _openings(reader):
        if i < done or ((words[i] in weak or words[i].isdigit()) and _leads_nowhere(reader, i)):
            continue
        while i >= stop:
            _, stop = next(sentences)
        if reader.stop != stop:
            reader.read_to(stop)
        fields = _expression(reader, i)
        if fields is None:
            continue
        first = _bind(reader, i, fields, done)
        if times.wide:
            fields["from"] = _opened(reader, fields, done)
        mention = _mention(fields, min(first, fields["from"]))
        found.append(mention)
        done = mention.last
    return tuple(found)


def _openings(reader: PartReader) -> list[int]:
    """The tokens at which a time expression can begin; a word that only opens longer forms («در») needs the next one of such a form."""
    words, longer = reader.words, reader.times.longer
    after = (*words[1:], "")
    return [i for i, item in enumerate(reader.items) if item is not None and (item.rule or words[i] + after[i] in longer)]


def _leads_nowhere(reader: PartReader, i: int) -> bool:
    """Whether the token behind tells that no time expression begins at a number, «در», «این»: the quick no."""
    words, times = reader.words, reader.times
    if i + 1 == len(words):
        return False
    word, after = words[i], words[i + 1]
    if reader.items[i + 1] is not None:
        item = reader.items[i]
        return item is not None and not item.rule and word + after not in times.longer
    if times.wide and words[i - 1] == "در" and word in _EVER:
        return False
    if word + after in times.longer:
        return False
    if word.isdigit():
        return after not in NUMBER_LINKS and words[i - 1] not in times.year_hosts and not (times.wide and len(word) == 4)
    return after not in _LINKS


def _mention(fields: dict[str, Any], first: int | None = None) -> DateMention:
    last, core = fields.pop("to"), fields.pop("from")
    return DateMention(first=core if first is None else first, last=last, core=core, **fields)


# -- one expression: a point with what stands beside it, and what it runs to ------------------------------------------


def _expression(reader: PartReader, i: int) -> dict[str, Any] | None:
    fields = _chain(reader, i)
    if fields is None:
        return None
    return _range(reader, fields) or fields


def _chain(reader: PartReader, i: int, *, inside: bool = False) -> dict[str, Any] | None:
    """A point, and the same day told again after a comma, in brackets, or right behind."""
    fields = reader.point(i)
    if fields is None or fields["kind"] not in _RANK:
        return fields
    told = [fields]
    j: int = fields["to"]
    while len(told) < 4:
        after = _again(reader, told, j, inside=inside)
        if after is None:
            break
        more, j = after
        told += more
    _clock_tail(reader, told, j)
    return _together(told)


def _together(told: list[dict[str, Any]]) -> dict[str, Any]:
    """One mention of all that was told: the fullest leads."""
    if len(told) == 1:
        return told[0]
    lead = max(told, key=lambda f: _RANK[f["kind"]] + (0.5 if "year" in f else 0))
    rest = tuple(_mention(dict(f)) for f in told if f is not lead)
    fields = {**lead, "from": min(f["from"] for f in told), "to": max(f["to"] for f in told), "beside": rest}
    for key in ("part", "clock"):
        for f in told:
            if f.get(key) and not fields.get(key):
                fields[key] = f[key]
    return fields


def _again(reader: PartReader, told: list[dict[str, Any]], j: int, *, inside: bool) -> tuple[list[dict[str, Any]], int] | None:
    """The same day told once more from token j on, with the token after it."""
    mark = reader.word(j)
    if mark in ("(", "[") and not inside:
        inner = _chain(reader, j + 1, inside=True)
        inner = inner and (_range(reader, inner) or inner)
        if inner is None or reader.word(inner["to"]) not in (")", "]") or not _goes_with(told, inner, bracket=True):
            return None
        end = inner["to"] + 1
        inner = {**inner, "to": end}
        beside = inner.pop("beside", ())
        inner_told = [inner, *(_fields(m) for m in beside)]
        return inner_told, end
    k = j + 1 if mark in ("،", ",", "-", "–", "؛", "/") else j
    if reader.word(k) == "مورخ":
        k += 1
    same = _EQUALS.get(reader.word(k), 0)
    if same == 1 or (same == 2 and reader.word(k + 1) == "با"):
        more = reader.point(k + same)
        return ([more], more["to"]) if more and _goes_with(told, more, bracket=True) else None
    more = reader.point(k)
    if more is None or not _goes_with(told, more, bracket=False) or (k > j and more["kind"] is DateKind.WEEKDAY and mark not in ("،", ",")):
        return None
    return [more], more["to"]


def _fields(mention: DateMention) -> dict[str, Any]:
    names = [n for n in DateMention.__slots__ if n not in ("first", "last", "core")]
    return {**{n: getattr(mention, n) for n in names}, "from": mention.core, "to": mention.last}


def _goes_with(told: list[dict[str, Any]], more: dict[str, Any], *, bracket: bool) -> bool:
    """Whether `more` can be the same time as what was told: another way of telling the day, or another calendar."""
    kind = more["kind"]
    last = told[-1]["kind"]
    if kind not in _RANK or more.get("bound") or more.get("edge") == "event":
        return False
    if kind in (DateKind.RANGE, DateKind.LIST):
        return bracket and len(told) == 1 and last is kind and told[0].get("calendar") is not more.get("calendar")
    if kind in (DateKind.MONTH, DateKind.YEAR):
        return bracket and len(told) == 1 and last is kind and told[0].get("calendar") is not more.get("calendar")
    if not all(f["kind"] in _SINGLE and _is_day(f) for f in told) or not _is_day(more):
        return False
    kinds = [f["kind"] for f in told]
    if not bracket and any(_differ(f, more) for f in told):
        return False
    if kind is DateKind.DAY:
        return all(f["kind"] is not DateKind.DAY or f.get("calendar") is not more.get("calendar") for f in told) and (
            bracket or last is not DateKind.DAY or more.get("calendar") is not told[-1].get("calendar")
        )
    if kind is DateKind.WEEKDAY:
        return kind not in kinds and not more.get("plural") and (bracket or last is DateKind.RELATIVE)
    return kind not in kinds and bracket


def _differ(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two days of one calendar are two days: «نوروز ۱۴۰۴، ۲۲ بهمن»."""
    if DateKind.FEAST not in (one["kind"], other["kind"]) or one.get("calendar") is not other.get("calendar"):
        return False
    return (one.get("month"), one.get("day")) != (other.get("month"), other.get("day"))


def _is_day(fields: dict[str, Any]) -> bool:
    return fields["kind"] is not DateKind.RELATIVE or (fields.get("unit") == "day" and not fields.get("bound"))


def _clock_tail(reader: PartReader, told: list[dict[str, Any]], j: int) -> None:
    """A clock time or a part of the day behind a day: «دوشنبه ساعت ۱۹:۱۱», «۷ آذر 10 : 13», «دیروز عصر»."""
    last = told[-1]
    if not _is_day(last) or last["kind"] not in _SINGLE:
        return
    if not any(f.get("part") for f in told):
        found = reader.at(j)
        if found and found[0].part and found[0].relative is None and not found[0].unit and found[0].weekday is None:
            last["part"], j = found[0].part, found[1]
            last["to"] = j
    k = j + 1 if reader.word(j) in ("،", ",", "-", "–", "در", "راس", *_ABOUT) else j
    hour = k
    while reader.word(hour) == "ساعت":
        hour += 1
    clock = reader.spoken_clock(hour) if hour > k else (reader.digital_clock(k) if reader.word(k).isdigit() and k == j else None)
    if clock is None:
        return
    end = clock[1]
    tail = reader.at(end)
    part = next((f["part"] for f in told if f.get("part")), None)
    if tail and tail[0].part and tail[0].relative is None and tail[0].weekday is None:
        part, end = tail[0].part, tail[1]
    last["clock"], last["to"] = clock_with_part(clock[0], part), end
    if part:
        last["part"] = part


# -- ranges and lists -------------------------------------------------------------------------------------------------


def _range(reader: PartReader, fields: dict[str, Any]) -> dict[str, Any] | None:
    """«از X تا Y», «X - Y», and lists of years or months «۱۳۹۱ و ۱۳۹۲», «مهر و آبان»."""
    kind = fields["kind"]
    group = _RANGE_KINDS.get(kind)
    if group is None or (fields.get("edge") == "1/2" and kind is DateKind.VAGUE):
        return None
    j: int = fields["to"]
    mark = reader.word(j)
    if mark in _TO or mark in _DASH:
        other = _end(reader, fields, j + 1)
        if other is None or _RANGE_KINDS.get(other["kind"]) != group or (mark in _DASH and other["kind"] is not kind):
            return None
        if other["kind"] is DateKind.VAGUE and mark in _DASH:
            return None
        return _joined(DateKind.RANGE, [fields, other])
    if mark in _LIST and kind is DateKind.WEEKDAY and "week_shift" not in fields and "shift" not in fields:
        # «دوشنبه و سه‌شنبه هفته آینده»: both of that week.
        other = reader.point(j + 1)
        if other and other["kind"] is DateKind.WEEKDAY:
            fields.update({k: other[k] for k in ("week_shift", "shift") if k in other})
    if mark in _LIST and kind in (DateKind.YEAR, DateKind.MONTH, DateKind.DECADE, DateKind.CENTURY):
        members = [fields]
        while reader.word(j) in _LIST:
            other = _end(reader, fields, j + 1)
            if other is None or other["kind"] is not kind or _another_calendar(reader, fields, other, j + 1):
                break
            members.append(other)
            j = other["to"]
        if len(members) > 1:
            return _joined(DateKind.LIST, members)
    return None


def _another_calendar(reader: PartReader, fields: dict[str, Any], other: dict[str, Any], at: int) -> bool:
    """«۱۴۰۳ و سال ۲۰۲۴»: a year told anew in another calendar is no member of the list."""
    word = reader.at(at)
    told_anew = word is not None and word[0].unit is not None
    return told_anew and bool(other.get("calendar")) and other.get("calendar") is not fields.get("calendar")


def _joined(kind: DateKind, members: list[dict[str, Any]]) -> dict[str, Any]:
    first, last = members[0], members[-1]
    if last.get("calendar") and last["kind"] in (DateKind.DECADE, DateKind.CENTURY):
        members = [{**m, "calendar": m.get("calendar") or last["calendar"]} for m in members]
    parts = tuple(_mention(dict(f)) for f in members)
    return {"from": first["from"], "to": last["to"], "kind": kind, "rule": first["rule"], "calendar": first.get("calendar"), "parts": parts}


def _end(reader: PartReader, fields: dict[str, Any], j: int) -> dict[str, Any] | None:
    """What a range runs to: a point, or a bare number that counts like the first («سال ۱۳۹۵ تا ۱۴۰۰», «دهه ۶۰ و ۷۰»)."""
    kind = fields["kind"]
    if kind in (DateKind.YEAR, DateKind.DECADE, DateKind.CENTURY) and ("year" in fields or "year_shift" in fields):
        year = reader.year(j, told=True)
        if year and reader.word(year["to"]) in (":", "/"):
            return _chain(reader, j)
        if year and (kind is not DateKind.YEAR or len(str(year["year"])) == len(str(fields.get("year", 1400)))):
            after = reader.at(int(year["to"]))
            if not (after and (after[0].unit or after[0].month)):
                return {"calendar": fields.get("calendar"), **year, "from": j, "kind": kind, "rule": fields["rule"]}
        if kind is DateKind.CENTURY and (number := reader.number(j)) and number[2] == "ordinal":
            era = reader.era(number[1])
            to, calendar = (era[1], era[0]) if era else (number[1], fields.get("calendar"))
            return {"year": int(number[0]), "from": j, "to": to, "kind": kind, "rule": fields["rule"], "calendar": calendar}
    if kind is DateKind.CLOCK:
        hour = j + 1 if reader.word(j) == "ساعت" else j
        clock = reader.spoken_clock(hour)
        if clock:
            found = reader.at(clock[1])
            part = found[0].part if found else None
            end = found[1] if found and part else clock[1]
            return {"from": j, "to": end, "kind": kind, "rule": fields["rule"], "clock": clock_with_part(clock[0], part)}
    return _chain(reader, j)


# -- what stands before -----------------------------------------------------------------------------------------------


def _bind(reader: PartReader, i: int, fields: dict[str, Any], done: int) -> int:
    """The first token, with the preposition that bounds the time; sets `bound` in the fields."""
    one = reader.word(i - 1) if i > done else ""
    two = reader.word(i - 2) if i > done + 1 else ""
    kind = fields["kind"]
    first = i
    if one in _DURING:
        fields["bound"], first = Bound.DURING, i - (2 if two == "در" else 1)
    elif one == "مدت" and two == "به":
        fields["bound"], first = Bound.DURING, i - 2
    elif one in _ABOUT:
        fields["bound"], first = Bound.ABOUT, i - 1
    elif one == "از" and two in ("پس", "بعد"):
        fields["bound"], first = Bound.AFTER, i - 2
    elif one == "از" and two in ("قبل", "پیش"):
        fields["bound"], first = Bound.BEFORE, i - 2
    elif one in ("از", "بین", "میان") and kind is DateKind.RANGE:
        first = i - 1
    elif one == "تا" and kind is not DateKind.RANGE and not fields.get("bound"):
        fields["bound"], first = Bound.UNTIL, i - 1
    elif one == "از" and two not in _NOT_SINCE and not fields.get("bound"):
        open_end = _open_end(reader, fields["to"])
        if open_end:
            fields["bound"], fields["to"], first = Bound.SINCE, open_end, i - 1
        elif kind in (DateKind.YEAR, DateKind.MONTH) and ("year" in fields or "year_shift" in fields):
            fields["bound"], first = Bound.SINCE, i - 1
    return first


def _opened(reader: PartReader, fields: dict[str, Any], done: int) -> int:
    """The first token with the word that opens the time itself: «تاریخ ۱۸ شهریور», «راس ساعت ۱۷»."""
    core: int = fields["from"]
    kind = DateKind.CLOCK if reader.word(core) == "ساعت" else DateKind.DAY
    return core - 1 if core > done and reader.word(core - 1) in _OPENS.get(kind, ()) and fields["kind"] is not DateKind.DURATION else core


def _open_end(reader: PartReader, j: int) -> int | None:
    """The token after «تاکنون», «تا امروز», «به بعد», «به این سو»; None where the time does not run on."""
    if reader.word(j) == "به" and reader.word(j + 1) == "بعد":
        return j + 2
    if reader.word(j) == "به" and reader.word(j + 1) == "این" and reader.word(j + 2) in ("سو", "طرف"):
        return j + 3
    found = reader.at(j)
    return found[1] if found and found[0].vague == "until_now" else None
