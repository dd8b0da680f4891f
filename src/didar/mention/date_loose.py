"""Grammar of loose time expressions, which a wide lexicon alone reads: «روز سوم», «آن زمان», «در ۱۹۹۸», «یک ربع به هشت».

They name a time but seldom a day. The reading of an article does without them; who asks for all that a text tells of time gets them.
"""

from didar.mention.date_parts import STEP, Fields, PartReader, clock_with_part
from didar.mention.date_units import read_unit
from didar.pack.times import TimeWord
from didar.when import DateKind, Unit

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE)
_WHOLES = (DateKind.MONTH, DateKind.YEAR, DateKind.SEASON, DateKind.DECADE, DateKind.CENTURY)
_ALIVE = ((1300, 1410), (1900, 2040))
_WRITTEN = ((1000, 1450), (1500, 2100))
_AT = frozenset(("در", "از", "تا", "به"))
_COMPARED = frozenset(("بیش", "بیشتر", "کمتر", "بالغ", "یکی", "بعضی", "برخی", "نزدیک", "حدود"))
_CLOSES = frozenset((")", "]", "-", "–", "—", "،", ",", "؛", "/"))
# «در گذشته», «در آینده»
EVER = {"گذشته": "past", "اینده": "soon"}
OFTEN = frozenset(("بار", "مرتبه", "نوبت", "دفعه"))
_UNITS = list(Unit)
_LARGE = frozenset(("میلیون", "میلیارد"))


def widen(reader: PartReader, word: TimeWord, i: int, fields: Fields | None) -> Fields | None:
    """What begins at i, read loosely, where the strict grammar gives `fields` or nothing."""
    if fields is not None:
        if fields["kind"] is not DateKind.DURATION:
            return fields
        return _to_hour(reader, fields) or _in_between(reader, fields) or _and_more(reader, fields)
    found = reader.at(i)
    if found is None:
        return None
    j = found[1]
    if word.loose == "often":
        return _part_of(reader, word, j) or {"kind": DateKind.SET, "rule": word.rule, "to": j}
    if word.loose == "long":
        return {"kind": DateKind.DURATION, "rule": word.rule, "to": j}
    if word.loose == "event":
        return _untold(word, j)
    if word.loose == "day_after":
        return {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": Unit.DAY, "shift": 1, "same": True, "edge": "event", "to": j}
    if word.part is not None and word.loose == "part":
        return {"kind": DateKind.PART_OF_DAY, "rule": word.rule, "part": word.part, "to": j}
    if word.loose == "age_of":
        return _ranked(reader, word, j)
    if word.loose == "final" or word.sort == "nth":
        unit = reader.at(j)
        named = unit and unit[0].unit not in (None, Unit.SEASON) and unit[0].unit_sort in ("singular", "plural")
        return _within(reader, unit[0], unit[1], "end" if word.loose else None) if unit and named else None
    if reader.word(i) in EVER and reader.word(i - 1) == "در":
        return {"kind": DateKind.VAGUE, "rule": word.rule, "edge": EVER[reader.word(i)], "to": j}
    if word.unit is not None and word.sort is None:
        return _unit(reader, word, i, j)
    if word.edge is not None and word.number is None and j > i + 1:  # «نخستین ساعات»
        return _vague(word, j)
    if word.det in ("this", "that"):
        return _pointed_at(reader, word, j)
    if word.number is not None:
        return _from_number(reader, word, i)
    return None


def _vague(word: TimeWord, to: int) -> Fields:
    return {"kind": DateKind.VAGUE, "rule": word.rule, "edge": "part", "to": to}


def _untold(word: TimeWord, to: int) -> Fields:
    """A time that something outside the words must tell."""
    return {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": Unit.DAY, "shift": 0, "edge": "event", "to": to}


def _part_of(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«هرروز صبح»."""
    found = reader.at(j)
    if found and found[0].part and found[0].relative is None and found[0].weekday is None and word.part is None:
        return {"kind": DateKind.SET, "rule": word.rule, "to": found[1]}
    return None


# -- units ------------------------------------------------------------------------------------------------------------


def _unit(reader: PartReader, word: TimeWord, i: int, j: int) -> Fields | None:
    singular = word.unit_sort == "singular"
    if word.unit is Unit.MINUTE:
        return _minute(reader, word, j)
    if word.unit is Unit.YEAR and singular and (kind := reader.at(j)) and kind[0].loose == "year_kind":
        return read_unit(reader, word, i, kind[1])
    if word.unit in _LONG and (ranked := _ranked(reader, word, j)):
        return ranked
    adjective = reader.at(j)
    if adjective and adjective[0].loose == "rank" and word.unit is not Unit.SEASON:
        return _within(reader, word, adjective[1], adjective[0].edge)
    if singular and adjective and adjective[0].shift == "more" and word.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": word.unit, "shift": 1, "to": adjective[1]}
    if word.unit_sort == "plural" and reader.words[i].endswith("ها") and reader.word(j) != "ی":
        if adjective and adjective[0].shift in ("ago", "last"):
            return {"kind": DateKind.VAGUE, "rule": word.rule, "edge": "recent", "to": adjective[1]}
        end = adjective[1] if adjective and adjective[0].shift == "later" else j
        return {"kind": DateKind.DURATION, "rule": word.rule, "unit": word.unit, "to": end}
    return None


def _ranked(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«روز سوم», «هفته نخست», «هزاره سوم», «سال‌های اول»."""
    number = reader.number(j)
    if number is None or number[2] != "ordinal":
        return None
    week = word.unit is Unit.WEEK and number[0] <= 4
    return _within(reader, word, number[1], f"{int(number[0])}/4" if week else "start" if number[0] == 1 else None)


def _within(reader: PartReader, word: TimeWord, j: int, edge: str | None) -> Fields:
    """«روزهای پایانی سال گذشته», «هفته دوم تیر»: a part of the time that is told right behind, or a vague one."""
    inner = reader.point(j)
    if inner is None and word.unit is Unit.WEEK and (month := reader.month(j)):
        inner = {"kind": DateKind.MONTH, "rule": month[0].rule, "calendar": month[0].calendar, "month": month[0].month, "to": month[1]}
    if inner is None or not (inner["kind"] in _WHOLES or (inner["kind"] is DateKind.RELATIVE and inner.get("unit") in _LONG[1:])):
        return _vague(word, j)
    share = edge is not None and ("/" not in edge or inner["kind"] is DateKind.MONTH)
    return {**inner, "edge": edge} if share and "edge" not in inner else _vague(word, inner["to"])


def _minute(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«دقیقه ۸۷», «دقیقه ۹۰+۳», «دقایق ۵، ۶۱ و ۸۹», «دقایق نخست» of a match."""
    end = None
    if (ranked := _ranked(reader, word, j)) is not None:
        return ranked
    while (number := reader.number(j)) and number[2] == "cardinal" and number[0] <= 130:
        end = number[1]
        if reader.word(end) == "+" and reader.word(end + 1).isdigit():
            end += 2
        if word.unit_sort == "singular" or reader.word(end) not in ("،", ",", "و"):
            break
        j = end + 1
    return _vague(word, end) if end else None


def _pointed_at(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«آن زمان», «این مدت», «همان شب», «آن سال‌ها»."""
    found = reader.at(j)
    if found is None:
        return None
    other, k = found
    plural = other.unit is not None and other.unit_sort == "plural" and reader.words[k - 1].endswith("ها")
    night = other.part is not None and other.relative is None and other.weekday is None
    return _untold(word, k) if other.loose in ("stretch", "often") or plural or night else None


# -- numbers ----------------------------------------------------------------------------------------------------------


def _from_number(reader: PartReader, word: TimeWord, i: int) -> Fields | None:
    number = reader.number(i)
    if number is None:
        return None
    value, j, sort = number
    if sort == "cardinal":
        if reader.word(j) in OFTEN:
            return _so_often(reader, word, j + 1)
        if reader.word(j) in _LARGE:
            return _eons(reader, value, j + 1)
        if reader.word(j) == "ربع" and value <= 3 and reader.at(j + 1) is None:
            quarter: Fields = {"kind": DateKind.DURATION, "rule": word.rule, "unit": Unit.MINUTE, "count": 15 * value, "to": j + 1}
            return _to_hour(reader, quarter) or quarter
        if 2 <= value <= 12 and reader.words[i].isalpha() and (clock := _hour_in_words(reader, word, value, j)):
            return clock
        return _bare_year(reader, i)
    return None


def _hour_in_words(reader: PartReader, word: TimeWord, value: float, j: int) -> Fields | None:
    """«هفت صبح», «پنج و نیم عصر»."""
    half = reader.word(j) == "و" and reader.word(j + 1) == "نیم"
    found = reader.at(j + 2 if half else j)
    if found is None or found[0].part in (None, "night") or found[0].relative or found[0].loose or reader.word(found[1]) == "متوالی":
        return None
    clock = clock_with_part(f"{int(value):02d}:{30 if half else 0:02d}", found[0].part)
    return {"kind": DateKind.CLOCK, "rule": word.rule, "clock": clock, "part": found[0].part, "to": found[1]}


def _so_often(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«سه بار در هفته»; but not «دو بار در سال ۱۳۹۰», «یک بار در ماه گذشته»."""
    unit = reader.at(j + 1) if reader.word(j) == "در" else None
    if unit is None or unit[0].unit is None or unit[0].unit_sort != "singular" or unit[0].sort:
        return None
    after = reader.at(unit[1])
    told = after is not None and (after[0].number is not None or after[0].shift or after[0].month or after[0].weekday is not None)
    return None if told else {"kind": DateKind.SET, "rule": word.rule, "unit": unit[0].unit, "to": unit[1]}


def _eons(reader: PartReader, value: float, j: int) -> Fields | None:
    """«۴.۵ میلیارد سال پیش»."""
    unit = reader.at(j)
    if unit is None or unit[0].unit is not Unit.YEAR or unit[0].sort or unit[0].unit_sort != "singular":
        return None
    shift = reader.at(unit[1])
    end = shift[1] if shift and shift[0].shift in STEP and shift[0].shift != "this" else unit[1]
    return {"kind": DateKind.DURATION, "rule": unit[0].rule, "unit": Unit.YEAR, "count": value, "to": end}


def _bare_year(reader: PartReader, i: int) -> Fields | None:
    """«در ۱۹۹۸», «آن کارخانه از ۱۳۷۷», «(۱۹۶۳)»; but not «در ۱۴۰۰ روستا», «بیش از ۲۰۲۰ خانه»."""
    word, before, after = reader.words[i], reader.word(i - 1), reader.word(i + 1)
    year = reader.year(i, told=False) if len(word) == 4 and word.isdigit() else None
    if year is None or year["to"] != i + 1:
        return None
    fields: Fields = {"kind": DateKind.YEAR, "rule": "year.bare", **year}
    if before in ("(", "["):
        return fields if after in _CLOSES and _among(year["year"], _WRITTEN) else None
    next_item = reader.items[i + 1] if i + 1 < reader.stop else None
    counts = after in reader.times.counted or (next_item is not None and (next_item.unit or next_item.number is not None))
    if before not in _AT or reader.word(i - 2) in _COMPARED or counts or not _among(year["year"], _ALIVE):
        return None
    return fields if year["year"] % 100 or reader.function_follows(i + 1) else None


def _among(year: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= year <= high for low, high in spans)


def _to_hour(reader: PartReader, fields: Fields) -> Fields | None:
    """«ده دقیقه به سه», «یک ربع به هفت عصر»: minutes before an hour."""
    count, j = fields.get("count"), fields["to"]
    if fields.get("unit") is not Unit.MINUTE or not count or count >= 60 or reader.word(j) != "به":
        return None
    hour = reader.number(j + 1)
    if hour is None or hour[2] != "cardinal" or not 1 <= hour[0] <= 24 or hour[0] != int(hour[0]):
        return None
    after = reader.at(hour[1])
    if after and (after[0].unit or after[0].month):
        return None
    part = after[0].part if after and after[0].relative is None and after[0].weekday is None else None
    clock = clock_with_part(f"{(int(hour[0]) - 1) % 24:02d}:{60 - int(count):02d}", part)
    end = after[1] if after and part else hour[1]
    return {"kind": DateKind.CLOCK, "rule": fields["rule"], "clock": clock, "part": part, "to": end}


def _in_between(reader: PartReader, fields: Fields) -> Fields | None:
    """«یک روز در میان»,."""
    j: int = fields["to"]
    if fields.get("age"):
        return None
    if reader.word(j) == "در" and reader.word(j + 1) in ("میان", "میون"):
        return {**fields, "kind": DateKind.SET, "to": j + 2}
    return {**fields, "kind": DateKind.SET, "to": j + 1} if reader.word(j) in ("درمیان", "درمیون") else None


def _and_more(reader: PartReader, fields: Fields) -> Fields:
    """«دو ماه و ده روز», «یک ساعت و بیست دقیقه»: a duration told in two units, the longer first."""
    j: int = fields["to"]
    if fields.get("age") or fields.get("shift") is not None or reader.word(j) != "و":
        return fields
    more = reader.quantity(j + 1)
    if more is None or more[0] is None or more[1].unit is None or more[1].unit_sort != "singular":
        return fields
    return {**fields, "to": more[2]} if _UNITS.index(more[1].unit) < _UNITS.index(fields["unit"]) else fields
