"""Grammar of one time expression: what begins at a word of time. Results are fields of `DateMention` with `from` and `to`."""

from didar.mention.date_loose import widen
from didar.mention.date_months import add_year, read_bare_year, read_day_month, read_month, read_nth_day, read_numeric
from didar.mention.date_parts import STEP, Fields, PartReader, clock_with_part
from didar.mention.date_units import read_clock, read_edge, read_hour, read_months_of_year, read_quantity, read_season, read_unit
from didar.pack.times import TimeWord
from didar.when import DateKind, Unit

_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_ALONE_PARTS = frozenset(("dawn", "morning", "noon", "night"))


def read_point(reader: PartReader, i: int) -> Fields | None:
    """The time expression that begins at token i, without ranges and brackets; None where none does."""
    found = reader.at(i)
    if found is None:
        return None
    word, j = found
    before = reader.word(i - 1)
    fields: Fields | None = None
    if word.feast is not None:
        fields = _feast(reader, word, j)
    elif word.vague is not None:
        fields = {"kind": DateKind.VAGUE, "rule": f"{word.rule}", "part": None, "edge": word.vague, "to": j}
    elif word.relative is not None:
        if not reader.near("before", "relative", before):
            fields = _relative(reader, word, j)
    elif word.weekday is not None:
        fields = _weekday(reader, word, i, j)
    elif word.unit is not None and word.sort is None:
        fields = read_unit(reader, word, i, j)
    elif word.unit is not None:
        fields = read_months_of_year(reader, i)
    if fields is None and (word.number is not None or word.sort == "some"):
        fields = _from_number(reader, i)
    if fields is None and word.edge is not None:
        fields = read_edge(reader, word, j)
    if fields is None and word.month is not None:
        fields = read_month(reader, i)
    if fields is None and word.season is not None:
        fields = read_season(reader, word, i, j)
    if fields is None and word.det is not None:
        fields = _determined(reader, word, j)
    if fields is None and word.part is not None:
        fields = _part(reader, word, j)
    if reader.times.wide:
        fields = widen(reader, word, i, fields)
    if fields is not None:
        fields["from"] = i
    return fields


def _relative(reader: PartReader, word: TimeWord, j: int) -> Fields:
    unit, shift = word.relative or (Unit.DAY, 0)
    if unit is Unit.YEAR:
        return {"kind": DateKind.YEAR, "rule": word.rule, "year_shift": shift, "to": j}
    fields: Fields = {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": unit, "shift": shift, "part": word.part, "to": j}
    if word.weekday is not None:
        fields["weekday"] = word.weekday
    return fields


def _weekday(reader: PartReader, word: TimeWord, i: int, j: int) -> Fields | None:
    if reader.near("before", "weekday", reader.word(i - 1)) or reader.near("after", "weekday", reader.word(j)):
        return None
    kind = DateKind.SET if word.plural else DateKind.WEEKDAY
    fields: Fields = {"kind": kind, "rule": word.rule, "weekday": word.weekday, "part": word.part, "to": j}
    found = reader.at(j)
    if found and found[0].part and not word.part and found[0].relative is None:
        fields["part"], j = found[0].part, found[1]
        fields["to"] = j
        found = reader.at(j)
    if word.plural or not found:
        return fields
    other, k = found
    if other.shift in ("last", "next", "this", "later"):
        fields["shift"], fields["to"] = STEP[other.shift], k
    elif other.det == "this" and reader.word(k) == "هفته":
        fields["week_shift"], fields["to"] = 0, k + 1
    elif (week := _week_step(reader, j)) is not None:
        fields["week_shift"], fields["to"] = week
    return fields


def _week_step(reader: PartReader, i: int) -> tuple[int, int] | None:
    """(weeks, next token) of «هفته آینده», «دو هفته آینده», «هفته جاری»."""
    quantity = reader.quantity(i) if reader.word(i) != "هفته" else None
    j = quantity[2] if quantity and quantity[1].unit is Unit.WEEK else i + 1 if reader.word(i) == "هفته" else None
    count = int(quantity[0] or 1) if quantity else 1
    found = reader.at(j) if j else None
    return (STEP[found[0].shift] * count, found[1]) if found and found[0].shift else None


def _from_number(reader: PartReader, i: int) -> Fields | None:
    """A time expression that begins with a number."""
    if reader.words[i][0].isdigit():
        numeric = reader.numeric_date(i)
        if numeric:
            return read_numeric(reader, numeric)
        clock = reader.digital_clock(i)
        if clock:
            found = reader.at(clock[1])
            minute = reader.word(clock[1]) == "دقیقه"
            if minute:
                found = reader.at(clock[1] + 1)
            part, end = (found[0].part, found[1]) if found and found[0].part and found[0].relative is None else (None, clock[1] + minute)
            return {"kind": DateKind.CLOCK, "rule": "clock.digits", "clock": clock_with_part(clock[0], part), "part": part, "to": end}
    day = read_day_month(reader, i)
    if day:
        return day
    number = reader.number(i)
    if number is not None and number[2] == "cardinal" and number[0] <= 24 and (hour := read_hour(reader, i, number[0], number[1])):
        return hour
    if number is not None and number[2] == "nth":
        return read_nth_day(reader, number[0], number[1])
    quantity = read_months_of_year(reader, i) or read_quantity(reader, i)
    if quantity:
        return quantity
    return read_bare_year(reader, i)


def _feast(reader: PartReader, word: TimeWord, j: int) -> Fields:
    feast = word.feast
    assert feast is not None
    fields: Fields = {"kind": DateKind.FEAST, "rule": word.rule, "to": j}
    if feast.month is not None:
        fields.update(calendar=feast.calendar, month=feast.month, day=feast.day, days=feast.days)
    add_year(reader, fields, j)
    if feast.calendar is not None and fields.get("year") is not None:
        fields["calendar"] = feast.calendar
    return fields


def _determined(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«این هفته», «همان روز», «آن سال», «هر روز», «هر سه‌شنبه»."""
    found = reader.at(j)
    if found is None:
        return None
    other, k = found
    if other.unit in (Unit.WEEK, Unit.MONTH) and reader.near("after", "periodical", reader.word(k)):  # «این هفته نامه»
        return None
    if word.det == "each":
        if other.weekday is not None or other.unit is not None or (other.part and other.relative is None):
            part = reader.at(k)
            if part and part[0].part and part[0].relative is None and part[0].weekday is None:
                k = part[1]
            return {"kind": DateKind.SET, "rule": word.rule, "unit": other.unit, "weekday": other.weekday, "to": k}
        counted = reader.quantity(j)
        if counted and counted[0]:
            return {"kind": DateKind.SET, "rule": word.rule, "unit": counted[1].unit, "count": counted[0], "to": counted[2]}
        return None
    if other.unit is None or other.sort is not None or other.unit_sort == "age":
        return None
    if other.unit in (*_SHORT, Unit.SEASON):
        return None
    if other.unit_sort == "plural":
        if word.det == "this" and other.unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR):
            return {"kind": DateKind.VAGUE, "rule": word.rule, "unit": other.unit, "edge": "now", "to": k}
        return None
    fields: Fields = {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": other.unit, "shift": 0, "to": k}
    if word.det == "that" or (other.unit is Unit.DAY and reader.words[j - 1] != "همین"):
        fields["same"] = True
    return fields


def _part(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«صبح روز سه‌شنبه ۱۹ مرداد», «بامداد دیروز», «شامگاه دهم مرداد», and a bare part of the day."""
    found = reader.at(j)
    if word.part == "night" and found and found[0].shift in ("last", "ago") and reader.word(found[1]) != "از":
        # «شب گذشته» is last night.
        return {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": Unit.DAY, "shift": -1, "part": word.part, "to": found[1]}
    day = reader.point(j) or (reader.point(j + 1) if reader.word(j) == "روز" else None)
    if day and day["kind"] in (DateKind.WEEKDAY, DateKind.DAY, DateKind.RELATIVE, DateKind.FEAST):
        if day["kind"] is DateKind.RELATIVE and (day["unit"] != Unit.DAY or abs(day["shift"]) > 3):
            return None
        return {**day, "part": word.part}
    if reader.word(j) == "ساعت" or reader.word(j) == "روز":
        clock = read_clock(reader, word, j + 1) if reader.word(j) == "ساعت" else None
        if clock and clock["kind"] is DateKind.CLOCK:
            return {**clock, "part": word.part, "clock": clock_with_part(clock["clock"], word.part)}
    if (word.part in _ALONE_PARTS and word.rule != "day_parts.سحر") or word.rule in (
        "day_parts.بعد از ظهر",
        "day_parts.شامگاه",
        "day_parts.پیش از ظهر",
    ):
        return {"kind": DateKind.PART_OF_DAY, "rule": word.rule, "part": word.part, "to": j}
    return None
