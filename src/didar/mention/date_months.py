"""Grammar of days, months and years by a calendar: «۲۸ دی ۱۴۰۳», «شهریور 04, 1400», «سال ۹۵», «۱۲ تا ۱۴ مهر»."""

from didar.mention.date_parts import RUNS, SEPARATORS, STEP, Fields, PartReader
from didar.pack.times import TimeWord
from didar.terms import Calendar
from didar.when import DateKind, DateMention, Unit

_COUNTED_FROM = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


def read_numeric(reader: PartReader, numeric: tuple[int, int, int, int]) -> Fields:
    year, month, day, j = numeric
    calendar = Calendar.JALALI if year < 100 or 1000 <= year < 1500 else Calendar.GREGORIAN
    era = reader.era(j)
    if era:
        calendar, j = era[0], era[1]
    return {"kind": DateKind.DAY, "rule": "numeric", "calendar": calendar, "year": year, "month": month, "day": day, "to": j}


def read_day_month(reader: PartReader, i: int) -> Fields | None:
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
        if month or reader.word(end) not in SEPARATORS or len(days) == 4:
            break
        runs = runs or reader.word(end) in RUNS
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
    add_year(reader, target, j)
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
        step, to = STEP[shift[0].shift], shift[1]
    elif word.det in ("this", "that") and reader.word(k) == "ماه":
        step, to, same = 0, k + 1, word.det == "that"
    else:
        return None
    base: Fields = {"kind": DateKind.DAY, "rule": word.rule, "month_shift": step, "same": same}
    if len(days) == 1:
        return {**base, "day": days[0][0], "to": to}
    parts = tuple(DateMention(first=a, core=a, last=b, day=d, **base) for d, a, b in days)
    return {"kind": DateKind.RANGE if runs else DateKind.LIST, "rule": word.rule, "parts": parts, "to": to}


def read_nth_day(reader: PartReader, number: float, j: int) -> Fields | None:
    """«بیست‌ویکمین روز فروردین», «نخستین روز سال ۱۴۰۴», «دومین روز سفر»."""
    unit = reader.at(j)
    if unit is None or unit[0].unit is None or unit[0].sort or unit[0].unit_sort == "age":
        return None
    k = unit[1]
    if reader.word(k) == "از":
        k += 1
    month = reader.month(k)
    if unit[0].unit is Unit.DAY and month and 1 <= number <= 31:
        return _with_year(reader, _days([(int(number), j, k)], month[0], False), month[1])
    inner = reader.point(k)
    if inner and inner["kind"] in (DateKind.MONTH, DateKind.YEAR, DateKind.SEASON):
        return {"kind": DateKind.VAGUE, "rule": unit[0].rule, "edge": "part", "to": inner["to"]}
    if unit[0].unit in _COUNTED_FROM and unit[0].unit_sort == "singular" and number > 0:
        return {"kind": DateKind.VAGUE, "rule": unit[0].rule, "unit": unit[0].unit, "edge": "part", "to": unit[1]}
    return None


def read_month(reader: PartReader, i: int) -> Fields | None:
    read = reader.month(i)
    if read is None:
        return None
    word, j, marked = read
    name = reader.word(i - 2 if reader.word(i - 1).isdigit() else i - 1)
    if reader.near("before", "month", reader.word(i - 1)) or reader.near("before", "name", name):
        return None
    fields: Fields = {"kind": DateKind.MONTH, "rule": word.rule, "calendar": word.calendar, "month": word.month, "to": j}
    # «شهریور 04, 1400»: the day behind the month.
    day = reader.word(j)
    if day.isdigit() and len(day) <= 2 and reader.word(j + 1) in ("،", ",") and reader.year(j + 2, told=False) and 1 <= int(day) <= 31:
        year = reader.year(j + 2, told=False) or {}
        return {**fields, "kind": DateKind.DAY, "day": int(day), **year}
    add_year(reader, fields, j)
    told = fields["to"] > j
    if not (marked or word.free or told or _bound_month_stands(reader, i, j)):
        return None
    return fields


def _bound_month_stands(reader: PartReader, i: int, j: int) -> bool:
    """«تیر تا مهر», «مهر و آبان»: a month that is a common word too stands beside another month."""
    if reader.word(j) in SEPARATORS:
        other = reader.month(j + 1)
        alike = other is not None and other[0].calendar is (reader.items[i] or other[0]).calendar
        if other and alike and (other[2] or other[0].free or reader.word(j) in RUNS or reader.year(other[1], told=False)):
            return True
    if reader.word(i - 1) in RUNS:
        before = reader.items[i - 2] if i >= 2 else None
        return before is not None and before.month is not None
    return False


def add_year(reader: PartReader, fields: Fields, j: int) -> None:
    """The year behind a month or a day: «۱۴۰۳», «سال ۹۵», «امسال», «سال گذشته», «همان سال», «گذشته», «جاری»."""
    k = j
    if reader.word(k) in ("،", ",") and reader.year(k + 1, told=False):
        k += 1
    found = reader.at(k)
    if found is None:
        return
    word, end = found
    year = reader.year(k, told=False)
    if year and ("day" in fields or not _counts(reader, year["to"])):
        fields.update(year)
    elif (short := reader.short_year(k)) is not None and (fields["kind"] is DateKind.DAY or short >= 40):
        fields.update(year=short, to=k + 1)
    elif word.unit is Unit.YEAR and word.unit_sort == "singular" and word.sort is None:
        add_told_year(reader, fields, end)
    elif word.relative and word.relative[0] is Unit.YEAR:
        fields.update(year_shift=word.relative[1], to=end)
    elif word.det in ("this", "that") and reader.word(end) == "سال":
        fields.update(year_shift=0 if word.det == "this" else None, same=word.det == "that", to=end + 1)
    elif word.shift in ("last", "next", "this") and word.rule != "time_shifts.قبلی":
        fields.update(shift=STEP[word.shift], to=end)
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


def add_told_year(reader: PartReader, fields: Fields, j: int) -> bool:
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
            fields.update(year_shift=STEP[later[0].shift], to=later[1])
            fields.setdefault("calendar", era[0])
            return True
        return False
    if shift and shift[0].shift in ("later", "ago") and reader.word(shift[1]) == "از":
        return False
    if shift and shift[0].shift in ("last", "next", "this", "later", "ago"):
        if shift[0].shift == "later":
            fields.update(same=True, year_shift=1, to=shift[1])
        else:
            fields.update(year_shift=STEP[shift[0].shift], to=shift[1])
        era = reader.era(shift[1])
        if era:
            fields["to"] = era[1]
            if "month" not in fields:
                fields["calendar"] = era[0]
        return True
    return False


def read_bare_year(reader: PartReader, i: int) -> Fields | None:
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
    if reader.word(i + 1) not in RUNS or len(reader.words[i]) != 4:
        return None
    last = reader.year(i + 2, told=False)
    if last is None or not 0 < last["year"] - first["year"] <= 120 or _counts(reader, last["to"]):
        return None
    if not (1200 <= first["year"] <= 1450 or 1800 <= first["year"] <= 2100):
        return None
    return {"kind": DateKind.YEAR, "rule": "year.run", **first}
