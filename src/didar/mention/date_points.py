"""Grammar of one time expression: what begins at a word of time. Results are fields of `DateMention` with `from` and `to`."""

from typing import Any

from didar.mention.date_parts import PartReader, clock_with_part
from didar.pack.times import TimeWord
from didar.terms import Calendar
from didar.when import DateKind, DateMention, Unit

Fields = dict[str, Any]

_SEPARATORS = frozenset(("تا", "الی", "لغایت", "-", "–", "—", "و", "یا", "،", ","))
_RUNS = frozenset(("تا", "الی", "لغایت", "-", "–", "—"))
_STEP = {"last": -1, "ago": -1, "recent": -1, "next": 1, "later": 1, "more": 1, "this": 0}
_LONG = (Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
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
        fields = _from_unit(reader, word, i, j)
    elif word.unit is not None:
        fields = _months_of_year(reader, i)
    if fields is None and (word.number is not None or word.sort == "some"):
        fields = _from_number(reader, i)
    if fields is None and word.edge is not None:
        fields = _edge(reader, word, j)
    if fields is None and word.month is not None:
        fields = _month(reader, i)
    if fields is None and word.season is not None:
        fields = _season(reader, word, i, j)
    if fields is None and word.det is not None:
        fields = _determined(reader, word, j)
    if fields is None and word.part is not None:
        fields = _part(reader, word, j)
    if fields is not None:
        fields["from"] = i
    return fields


# -- days -------------------------------------------------------------------------------------------------------------


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
        fields["shift"], fields["to"] = _STEP[other.shift], k
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
    return (_STEP[found[0].shift] * count, found[1]) if found and found[0].shift else None


def _from_number(reader: PartReader, i: int) -> Fields | None:
    """A time expression that begins with a number."""
    if reader.words[i][0].isdigit():
        numeric = reader.numeric_date(i)
        if numeric:
            return _numeric(reader, numeric)
        clock = reader.digital_clock(i)
        if clock:
            found = reader.at(clock[1])
            minute = reader.word(clock[1]) == "دقیقه"
            if minute:
                found = reader.at(clock[1] + 1)
            part, end = (found[0].part, found[1]) if found and found[0].part and found[0].relative is None else (None, clock[1] + minute)
            return {"kind": DateKind.CLOCK, "rule": "clock.digits", "clock": clock_with_part(clock[0], part), "part": part, "to": end}
    day = _day_month(reader, i)
    if day:
        return day
    number = reader.number(i)
    if number is not None and number[2] == "cardinal" and number[0] <= 24 and (hour := _hour(reader, i, number[0], number[1])):
        return hour
    if number is not None and number[2] == "nth":
        return _nth_day(reader, number[0], number[1])
    quantity = _months_of_year(reader, i) or _quantity(reader, i)
    if quantity:
        return quantity
    return _bare_year(reader, i)


def _hour(reader: PartReader, i: int, value: float, j: int) -> Fields | None:
    """«۸ صبح», «۵ و نیم عصر»: an hour told without «ساعت»."""
    half = reader.word(j) == "و" and reader.word(j + 1) == "نیم"
    found = reader.at(j + 2 if half else j)
    if found is None or found[0].part in (None, "night") or found[0].relative or found[0].weekday is not None or not reader.words[i][0].isdigit():
        return None
    if value != int(value) or reader.word(found[1]) == "متوالی":
        return None
    clock = clock_with_part(f"{int(value):02d}:{30 if half else 0:02d}", found[0].part)
    return {"kind": DateKind.CLOCK, "rule": "clock.part", "clock": clock, "part": found[0].part, "to": found[1]}


def _numeric(reader: PartReader, numeric: tuple[int, int, int, int]) -> Fields:
    year, month, day, j = numeric
    calendar = Calendar.JALALI if year < 100 or 1000 <= year < 1500 else Calendar.GREGORIAN
    era = reader.era(j)
    if era:
        calendar, j = era[0], era[1]
    return {"kind": DateKind.DAY, "rule": "numeric", "calendar": calendar, "year": year, "month": month, "day": day, "to": j}


def _day_month(reader: PartReader, i: int) -> Fields | None:
    """«۲۸ دی», «بیست و هشتم دی‌ماه ۱۴۰۳», «۱۲ تا ۱۴ مهر», «13 یا 15 ماه می», «۱۵ ماه جاری»."""
    days: list[tuple[int, int, int]] = []
    runs = False
    j = i
    while True:
        read = reader.number(j)
        if read is None or not 1 <= read[0] <= 31 or read[0] != int(read[0]) or read[2] == "nth":
            return None
        days.append((int(read[0]), j, read[1]))
        end = read[1]
        month = reader.month(end)
        if month or reader.word(end) not in _SEPARATORS or len(days) == 4:
            break
        runs = runs or reader.word(end) in _RUNS
        j = end + 1
    if month is None:
        return _days_of_this_month(reader, days, end, runs)
    if not _month_stands(reader, month, days, i):
        return None
    return _with_year(reader, _days(days, month[0], runs), month[1])


def _month_stands(reader: PartReader, month: tuple[TimeWord, int, bool], days: list[tuple[int, int, int]], i: int) -> bool:
    """Whether the month behind a number is one: «۱۳ می» but not «۵ می خواهند»; «۷ تیر» but not «میدان ۷ تیر», «۳ تیر شلیک»."""
    word, j, marked = month
    if reader.near("before", "name", reader.word(i - 1)):
        return False
    if marked or word.free:
        return True
    if reader.year(j, told=False) or reader.short_year(j) or reader.word(j) == "سال":
        return True
    if reader.near("after", "month", reader.word(j)):
        return False
    if days[0][0] <= 10 and reader.words[days[0][1]].isalpha() and (reader.number(days[0][1]) or (0, 0, ""))[2] == "cardinal":
        return False
    if word.rule == "months.می":
        return reader.function_follows(j)
    return not (word.rule == "months.تیر" and reader.word(i - 1) in ("با", "شلیک", "اصابت"))


def _days(days: list[tuple[int, int, int]], month: TimeWord, runs: bool) -> Fields:
    base = {"kind": DateKind.DAY, "rule": month.rule, "calendar": month.calendar, "month": month.month}
    if len(days) == 1:
        return {**base, "day": days[0][0]}
    members = [{**base, "day": d, "from": a, "to": b} for d, a, b in days]
    return {"kind": DateKind.RANGE if runs else DateKind.LIST, "rule": month.rule, "calendar": month.calendar, "members": members}


def _with_year(reader: PartReader, fields: Fields, j: int) -> Fields:
    """Add the year and close the fields of a list of days."""
    members: list[Fields] | None = fields.pop("members", None)
    target = members[-1] if members else fields
    target["to"] = j
    _year_tail(reader, target, j)
    if members is None:
        return fields
    keys = [k for k in ("year", "year_shift", "same", "era", "calendar") if k in target]
    for member in members:
        member.update({k: target[k] for k in keys})
    fields["to"] = target["to"]
    fields["parts"] = tuple(DateMention(first=m["from"], core=m.pop("from"), last=m.pop("to"), **m) for m in members)
    return fields


def _days_of_this_month(reader: PartReader, days: list[tuple[int, int, int]], j: int, runs: bool) -> Fields | None:
    """«۱۵ ماه جاری», «دهم همین ماه», «سوم تا پنجم ماه آینده»; but «۳ ماه گذشته» is a duration."""
    found = reader.at(j)
    if found is None:
        return None
    word, k = found
    read = reader.number(days[-1][1])
    same = False
    if word.unit is Unit.MONTH and word.unit_sort == "singular" and word.sort is None:
        shift = reader.at(k)
        if shift is None or shift[0].shift not in ("this", "last", "next"):
            return None
        if shift[0].shift != "this" and read is not None and read[2] == "cardinal":
            return None
        step, to = _STEP[shift[0].shift], shift[1]
    elif word.det in ("this", "that") and reader.word(k) == "ماه":
        step, to, same = 0, k + 1, word.det == "that"
    else:
        return None
    base: Fields = {"kind": DateKind.DAY, "rule": word.rule, "month_shift": step, "same": same}
    if len(days) == 1:
        return {**base, "day": days[0][0], "to": to}
    parts = tuple(DateMention(first=a, core=a, last=b, day=d, **base) for d, a, b in days)
    return {"kind": DateKind.RANGE if runs else DateKind.LIST, "rule": word.rule, "parts": parts, "to": to}


def _nth_day(reader: PartReader, number: float, j: int) -> Fields | None:
    """«بیست‌ویکمین روز فروردین», «نخستین روز سال ۱۴۰۴», «آخرین روز ماه»."""
    unit = reader.at(j)
    if unit is None or unit[0].unit is None or unit[0].sort or unit[0].unit_sort == "age":
        return None
    k = unit[1]
    if reader.word(k) == "از":
        k += 1
    month = reader.month(k)
    if unit[0].unit is Unit.DAY and month and 1 <= number <= 31:
        return _with_year(reader, _days([(int(number), j, k)], month[0], False), month[1])
    inner = read_point(reader, k)
    if inner and inner["kind"] in (DateKind.MONTH, DateKind.YEAR, DateKind.SEASON):
        return {"kind": DateKind.VAGUE, "rule": unit[0].rule, "edge": "part", "to": inner["to"]}
    return None


# -- months and years -------------------------------------------------------------------------------------------------


def _month(reader: PartReader, i: int) -> Fields | None:
    read = reader.month(i)
    if read is None:
        return None
    word, j, marked = read
    if reader.near("before", "month", reader.word(i - 1)) or reader.near("before", "name", reader.word(i - 1)):
        return None
    fields: Fields = {"kind": DateKind.MONTH, "rule": word.rule, "calendar": word.calendar, "month": word.month, "to": j}
    # «شهریور 04, 1400»: the day behind the month.
    day = reader.word(j)
    if day.isdigit() and len(day) <= 2 and reader.word(j + 1) in ("،", ",") and reader.year(j + 2, told=False) and 1 <= int(day) <= 31:
        year = reader.year(j + 2, told=False) or {}
        return {**fields, "kind": DateKind.DAY, "day": int(day), **year}
    _year_tail(reader, fields, j)
    told = fields["to"] > j
    if not (marked or word.free or told or _bound_month_stands(reader, i, j)):
        return None
    return fields


def _bound_month_stands(reader: PartReader, i: int, j: int) -> bool:
    """«تیر تا مهر», «مهر و آبان»: a month that is a common word too stands beside another month."""
    if reader.word(j) in _SEPARATORS:
        other = reader.month(j + 1)
        if other and other[0].calendar is (reader.items[i] or other[0]).calendar and (other[2] or other[0].free or reader.word(j) in _RUNS):
            return True
    if reader.word(i - 1) in _RUNS:
        before = reader.items[i - 2] if i >= 2 else None
        return before is not None and before.month is not None
    return False


def _year_tail(reader: PartReader, fields: Fields, j: int) -> None:
    """The year behind a month or a day: «۱۴۰۳», «سال ۹۵», «امسال», «سال گذشته», «همان سال», «گذشته», «جاری»."""
    k = j
    if reader.word(k) in ("،", ",") and reader.year(k + 1, told=False):
        k += 1
    found = reader.at(k)
    if found is None:
        return
    word, end = found
    year = reader.year(k, told=False)
    if year and not _counts(reader, int(year["to"])):  # type: ignore[call-overload]
        fields.update(year)
    elif (short := reader.short_year(k)) is not None and "day" in fields | {"day": 1} and (fields["kind"] is DateKind.DAY or short >= 40):
        fields.update(year=short, to=k + 1)
    elif word.unit is Unit.YEAR and word.unit_sort == "singular" and word.sort is None:
        _told_year(reader, fields, end)
    elif word.relative and word.relative[0] is Unit.YEAR:
        fields.update(year_shift=word.relative[1], to=end)
    elif word.det in ("this", "that") and reader.word(end) == "سال":
        fields.update(year_shift=0 if word.det == "this" else None, same=word.det == "that", to=end + 1)
    elif word.shift in ("last", "next", "this") and word.rule != "time_shifts.قبلی":
        fields.update(shift=_STEP[word.shift], to=end)
    elif (era := reader.era(k)) is not None and fields["kind"] is DateKind.MONTH:
        fields.update(to=era[1])
    else:
        return
    again = reader.era(fields["to"])
    if again and "year" in fields:
        fields.update(to=again[1])


def _counts(reader: PartReader, j: int) -> bool:
    """Whether the number before j counts something («مهر ۲۰۰۰ نفر»)."""
    return reader.word(j) in reader.times.counted


def _told_year(reader: PartReader, fields: Fields, j: int) -> bool:
    """What follows «سال»: a year, or «جاری», «گذشته», «آینده», with «میلادی» perhaps."""
    year = reader.year(j, told=True)
    if year:
        calendar = fields.get("calendar")
        fields.update(year)
        if calendar is not None:
            fields["calendar"] = calendar
        return True
    shift = reader.at(j)
    era = reader.era(j)
    if era and shift and not shift[0].shift:
        later = reader.at(era[1])
        if later and later[0].shift in ("last", "next", "this"):
            fields.update(year_shift=_STEP[later[0].shift], to=later[1])
            fields.setdefault("calendar", era[0])
            return True
        return False
    if shift and shift[0].shift in ("last", "next", "this", "later", "ago"):
        if shift[0].shift == "later":
            fields.update(same=True, year_shift=1, to=shift[1])
        else:
            fields.update(year_shift=_STEP[shift[0].shift], to=shift[1])
        era = reader.era(shift[1])
        if era:
            fields["to"] = era[1]
            if "month" not in fields:
                fields["calendar"] = era[0]
        return True
    return False


def _bare_year(reader: PartReader, i: int) -> Fields | None:
    """A year with no «سال»: «۱۹۸۷ میلادی», «المپیک ۲۰۱۶», «۲۰۲۶ تا ۲۰۲۸» after such a word."""
    word = reader.words[i]
    before = reader.word(i - 1)
    if before in reader.times.number_hosts:
        return None
    year = reader.year(i, told=False)
    if year is None:
        era_year = reader.year(i, told=True)
        if era_year and "era" in era_year:
            return {"kind": DateKind.YEAR, "rule": "year.era", **era_year}
        if before in reader.times.year_hosts and len(word) == 2 and word.isdigit() and int(word) >= 50 and not _counts(reader, i + 1):
            after = reader.at(i + 1)
            if not (after and (after[0].unit or after[0].number)):
                return {"kind": DateKind.YEAR, "rule": "year.host", "year": int(word), "to": i + 1}
        return None
    if "era" in year:
        return {"kind": DateKind.YEAR, "rule": "year.era", **year}
    if len(word) == 4 and before in reader.times.year_hosts and (1300 <= int(word) <= 1450 or 1900 <= int(word) <= 2100):
        return {"kind": DateKind.YEAR, "rule": "year.host", **year}
    return _bare_years(reader, i, year)


def _bare_years(reader: PartReader, i: int, first: Fields) -> Fields | None:
    """«۲۰۲۶ تا ۲۰۲۸», «1939-1945»: two years that run on; the end is read with the range."""
    if reader.word(i + 1) not in _RUNS or len(reader.words[i]) != 4:
        return None
    last = reader.year(i + 2, told=False)
    if last is None or not 0 < last["year"] - first["year"] <= 120 or _counts(reader, last["to"]):
        return None
    if not (1200 <= first["year"] <= 1450 or 1800 <= first["year"] <= 2100):
        return None
    return {"kind": DateKind.YEAR, "rule": "year.run", **first}


# -- what begins with a unit ------------------------------------------------------------------------------------------


def _from_unit(reader: PartReader, word: TimeWord, i: int, j: int) -> Fields | None:
    unit, singular = word.unit, word.unit_sort == "singular"
    if word.unit_sort == "age":
        return None
    if unit is Unit.MONTH and (month := _month(reader, i)):
        return month
    if unit is Unit.HOUR and singular and (clock := _clock(reader, word, j)):
        return clock
    if unit is Unit.DAY and (day := _after_day(reader, word, j)):
        return day
    if unit is Unit.YEAR:
        fields: Fields = {"kind": DateKind.YEAR, "rule": word.rule, "to": j}
        if singular and _told_year(reader, fields, j):
            return fields
        if not singular and (year := reader.year(j, told=True)):
            return {**fields, **year}
        if not singular and reader.word(j) == "دهه" and (decade := _decade(reader, word, j + 1)):
            return decade
    if unit in (Unit.DECADE, Unit.CENTURY) and (decade := _decade(reader, word, j)):
        return decade
    if unit is Unit.SEASON and singular:
        season = reader.at(j)
        if season and season[0].season:
            return _season(reader, season[0], j, season[1], told=True)
    return _unit_shift(reader, word, j)


def _after_day(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«روز سه‌شنبه ۱۹ مرداد», «روزهای ۲۵ و ۲۹ آبان», «روز گذشته»."""
    found = reader.at(j)
    if found is None:
        return None
    other = found[0]
    if other.weekday is not None or other.relative is not None or other.number is not None or other.feast is not None:
        fields = read_point(reader, j)
        if fields and fields["kind"] in (DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.DAY, DateKind.FEAST, DateKind.LIST, DateKind.RANGE):
            return fields
    if other.month is not None and word.unit_sort == "plural":
        return None
    return None


def _clock(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«ساعت ۱۷», «ساعت ۸ صبح», «ساعت ۴ عصر»."""
    while reader.word(j) == "ساعت":
        j += 1
    clock = reader.spoken_clock(j)
    if clock is None:
        return None
    end = clock[1]
    if reader.word(end) == "دقیقه" and ":" in reader.words[j:end]:
        end += 1
    found = reader.at(end)
    part = None
    if found and found[0].part and found[0].relative is None and found[0].weekday is None:
        part, end = found[0].part, found[1]
    clock_text = clock_with_part(clock[0], part)
    day = read_point(reader, end + 1 if reader.word(end) in ("روز", "در") else end)
    if (
        day
        and day["kind"] in (DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE)
        and (day["kind"] is not DateKind.RELATIVE or day["unit"] == Unit.DAY)
    ):
        return {**day, "clock": clock_with_part(clock[0], part or day.get("part")), "part": part or day.get("part")}
    return {"kind": DateKind.CLOCK, "rule": word.rule, "clock": clock_text, "part": part, "to": end}


def _decade(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«دهه ۶۰», «دهه ۱۹۹۰ میلادی», «دهه شصت», «قرن نوزدهم», «سده ششم هجری»."""
    kind = DateKind.DECADE if word.unit is not Unit.CENTURY else DateKind.CENTURY
    number = reader.number(j)
    if number is None or number[0] != int(number[0]):
        return None
    value, end, sort = int(number[0]), number[1], number[2]
    if kind is DateKind.DECADE and (sort != "cardinal" or value % 10 or not (10 <= value < 100 or 1000 <= value <= 2100)):
        return None
    if kind is DateKind.CENTURY and not (1 <= value <= 22 and (sort == "ordinal" or reader.words[j][0].isdigit())):
        return None
    fields: Fields = {"kind": kind, "rule": word.rule, "year": value, "to": end}
    era = reader.era(end)
    if era:
        fields.update(calendar=era[0], to=era[1], era=era[2])
    return fields


def _unit_shift(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«هفته گذشته», «ماه آینده میلادی», «روزهای آینده», «سال‌های اخیر», «روز بعد»."""
    era = reader.era(j)
    found = reader.at(era[1] if era else j)
    if found is None or found[0].shift is None:
        return None
    shift, end = found[0].shift, found[1]
    unit = word.unit
    if word.unit_sort == "plural":
        if shift in ("ago", "this"):
            return None
        return {"kind": DateKind.VAGUE, "rule": word.rule, "unit": unit, "shift": _STEP[shift], "edge": "some", "to": end}
    if shift in ("recent", "more") or (unit in _SHORT and shift != "later"):
        return None
    fields: Fields = {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": unit, "shift": _STEP[shift], "to": end}
    if shift == "later" or (shift == "ago" and unit is Unit.DAY) or (found[0].rule == "time_shifts.قبلی"):
        fields["same"] = True
    after = era or reader.era(end)
    if after:
        fields["calendar"] = after[0]
        fields["to"] = max(end, after[1])
    return fields


def _months_of_year(reader: PartReader, i: int) -> Fields | None:
    """«شش‌ماهه نخست امسال», «سه ماه دوم ۲۰۲۵»: so many months of a year, as a share of it."""
    read = reader.quantity(i)
    if read is None or read[1].unit is not Unit.MONTH or not read[0] or read[0] != int(read[0]) or not 1 < read[0] < 12:
        return None
    j = read[2] + 1 if reader.word(read[2]) == "ی" else read[2]
    number = reader.number(j)
    if number is None or number[2] != "ordinal" or number[0] * read[0] > 12 or (number[0] > 1 and 12 % read[0]):
        return None
    edge = f"{int(number[0])}/{12 / read[0]:g}" if 12 % read[0] == 0 else f"1/{12 / read[0]}"
    inner = read_point(reader, number[1])
    if inner is None or inner["kind"] is not DateKind.YEAR:
        year = reader.year(number[1], told=False)
        if year:
            return {"kind": DateKind.YEAR, "rule": read[1].rule, **year, "edge": edge}
        if reader.word(number[1]) != "سال":
            return None
        return {"kind": DateKind.YEAR, "rule": read[1].rule, "year_shift": 0, "edge": edge, "to": number[1] + 1}
    return {**inner, "edge": edge}


def _quantity(reader: PartReader, i: int) -> Fields | None:
    """«۱۱ ماه گذشته», «چند روز پیش», «دو روز بعد», «۴۸ ساعت آینده», «۲۰ ساله», «۳۰ تا ۶۰ دقیقه»."""
    read = reader.quantity(i)
    more = None
    if read is None:
        first = reader.number(i)
        if first is None or reader.word(first[1]) not in _SEPARATORS or first[2] == "nth":
            return None
        read = reader.quantity(first[1] + 1)
        if read is None or read[0] is None:
            return None
        more = first[0]
    count, unit, j = read
    kind = unit.unit or Unit.DAY
    fields: Fields = {"kind": DateKind.DURATION, "rule": unit.rule, "unit": kind, "count": count, "to": j}
    if unit.unit_sort == "age":
        fields["age"] = True
        return fields
    if unit.unit_sort == "plural" and reader.words[i][0].isalpha() and count is not None and unit.unit is None:
        return None
    found = reader.at(j)
    if found is None or found[0].shift is None:
        return fields
    shift, end = found[0].shift, found[1]
    if (shift == "later" and reader.word(end) == "از") or (shift == "ago" and reader.word(end) == "از" and kind in _SHORT):
        return {
            **fields,
            "to": end,
            "same": True,
            "shift": _STEP[shift],
            "kind": DateKind.RELATIVE if kind not in _SHORT else DateKind.DURATION,
        }
    if shift == "this":
        return fields
    fields.update(shift=_STEP[shift], to=end)
    if shift in ("ago", "later") or (shift == "more" and more is None):
        if count is None:
            return {**fields, "kind": DateKind.VAGUE, "edge": "some"}
        step = int(count * _STEP[shift]) if kind not in _SHORT else _STEP[shift]
        return {**fields, "kind": DateKind.RELATIVE, "shift": step, "count": count, "same": shift == "later"}
    if count is None:
        return {**fields, "kind": DateKind.VAGUE, "edge": "some"}
    return fields


# -- edges, seasons, feasts, parts of the day -------------------------------------------------------------------------


def _edge(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«اوایل مهر», «نیمه دوم آبان», «پایان سال جاری», «ربع چهارم سال», «نیمه شهریور»."""
    edge = word.edge or ""
    if edge in ("half", "quarter"):
        number = reader.number(j)
        if (
            number
            and number[2] in ("ordinal", "cardinal")
            and 1 <= number[0] <= (2 if edge == "half" else 4)
            and not reader.words[j][0].isdigit()
        ):
            edge, j = f"{int(number[0])}/{2 if edge == 'half' else 4}", number[1]
        else:
            edge = "middle" if edge == "half" else ""
    if not edge:
        return None
    inner = read_point(reader, j)
    if inner is None or inner["kind"] not in (
        DateKind.MONTH,
        DateKind.YEAR,
        DateKind.SEASON,
        DateKind.DECADE,
        DateKind.CENTURY,
        DateKind.RELATIVE,
    ):
        bare = reader.at(j)
        if bare and bare[0].unit in _LONG and bare[0].unit_sort == "singular" and bare[0].sort is None:
            era = reader.era(bare[1])
            return {
                "kind": DateKind.RELATIVE,
                "rule": word.rule,
                "unit": bare[0].unit,
                "shift": 0,
                "edge": edge,
                "to": era[1] if era else bare[1],
            }
        month = reader.month(j)
        if month is None:
            return None
        inner = {"kind": DateKind.MONTH, "rule": month[0].rule, "calendar": month[0].calendar, "month": month[0].month, "to": month[1]}
        _year_tail(reader, inner, month[1])
    if inner["kind"] is DateKind.RELATIVE and inner["unit"] == Unit.DAY:
        return None
    return {**inner, "edge": edge}


def _season(reader: PartReader, word: TimeWord, i: int, j: int, *, told: bool = False) -> Fields | None:
    fields: Fields = {"kind": DateKind.SEASON, "rule": word.rule, "month": word.season, "to": j}
    _year_tail(reader, fields, j)
    if told or word.free or fields["to"] > j:
        return fields
    return None


def _feast(reader: PartReader, word: TimeWord, j: int) -> Fields:
    feast = word.feast
    assert feast is not None
    fields: Fields = {"kind": DateKind.FEAST, "rule": word.rule, "to": j}
    if feast.month is not None:
        fields.update(calendar=feast.calendar, month=feast.month, day=feast.day, days=feast.days)
    _year_tail(reader, fields, j)
    if feast.calendar is not None and fields.get("year") is not None:
        fields["calendar"] = feast.calendar
    return fields


def _determined(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«این هفته», «همان روز», «آن سال», «هر روز», «هر سه‌شنبه»."""
    found = reader.at(j)
    if found is None:
        return None
    other, k = found
    if word.det == "each":
        if other.weekday is not None or other.unit is not None or (other.part and other.relative is None):
            part = reader.at(k)
            if part and part[0].part and part[0].relative is None and part[0].weekday is None:
                k = part[1]
            return {"kind": DateKind.SET, "rule": word.rule, "unit": other.unit, "weekday": other.weekday, "to": k}
        return None
    if other.unit is None or other.sort is not None or other.unit_sort == "age":
        return None
    if other.unit in _SHORT:
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
    k = j + 1 if reader.word(j) == "روز" else j
    day = read_point(reader, k)
    if day and day["kind"] in (DateKind.WEEKDAY, DateKind.DAY, DateKind.RELATIVE, DateKind.FEAST):
        if day["kind"] is DateKind.RELATIVE and (day["unit"] != Unit.DAY or abs(day["shift"]) > 3):
            return None
        return {**day, "part": word.part}
    if reader.word(j) == "ساعت" or reader.word(j) == "روز":
        clock = _clock(reader, word, j + 1) if reader.word(j) == "ساعت" else None
        if clock and clock["kind"] is DateKind.CLOCK:
            return {**clock, "part": word.part, "clock": clock_with_part(clock["clock"], word.part)}
    if word.part in _ALONE_PARTS or word.rule in ("day_parts.بعد از ظهر", "day_parts.شامگاه", "day_parts.پیش از ظهر"):
        return {"kind": DateKind.PART_OF_DAY, "rule": word.rule, "part": word.part, "to": j}
    return None
