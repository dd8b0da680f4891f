"""Grammar of what is counted or named by a unit: «۱۱ ماه گذشته», «هفته آینده», «ساعت ۱۷», «دهه ۶۰», «اواخر پاییز»."""

from didar.mention.date_months import add_told_year, add_year, read_month
from didar.mention.date_parts import SEPARATORS, STEP, Fields, PartReader, clock_with_part
from didar.pack.times import TimeWord
from didar.when import DateKind, Unit

_LONG = (Unit.WEEK, Unit.MONTH, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_YEARS = ((1200, 1450), (1800, 2100))
_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def read_unit(reader: PartReader, word: TimeWord, i: int, j: int) -> Fields | None:
    unit, singular = word.unit, word.unit_sort == "singular"
    if reader.word(i - 1) in ("میلیون", "میلیارد"):
        return None
    if word.unit_sort == "age":
        times = reader.number(j)
        if times and reader.word(times[1]) in ("بار", "مرتبه"):
            return {"kind": DateKind.SET, "rule": word.rule, "unit": word.unit, "to": times[1] + 1}
        return None
    if unit is Unit.MONTH and (month := read_month(reader, i)):
        return month
    if unit is Unit.MONTH and not singular and (months := reader.month(j)):
        several = {
            "kind": DateKind.MONTH,
            "rule": months[0].rule,
            "calendar": months[0].calendar,
            "month": months[0].month,
            "to": months[1],
        }
        add_year(reader, several, months[1])
        return several
    if unit is Unit.HOUR and singular and (clock := read_clock(reader, word, j)):
        return clock
    if unit is Unit.DAY and (day := _after_day(reader, word, j)):
        return day
    if unit is Unit.YEAR:
        fields: Fields = {"kind": DateKind.YEAR, "rule": word.rule, "to": j}
        if singular and add_told_year(reader, fields, j):
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
            return read_season(reader, season[0], j, season[1], told=True)
    return _unit_shift(reader, word, j)


def _after_day(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
    """«روز سه‌شنبه ۱۹ مرداد», «روزهای ۲۵ و ۲۹ آبان», «روز گذشته»."""
    found = reader.at(j)
    if found is None:
        return None
    other = found[0]
    if other.weekday is not None or other.relative is not None or other.number is not None or other.feast is not None:
        fields = reader.point(j)
        if fields and fields["kind"] in (DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.DAY, DateKind.FEAST, DateKind.LIST, DateKind.RANGE):
            return fields
    if other.month is not None and word.unit_sort == "plural":
        return None
    return None


def read_clock(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
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
    day = reader.point(end + 1 if reader.word(end) in ("روز", "در") else end)
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
    if kind is DateKind.DECADE and number[2] == "ordinal" and number[0] <= 3 and (month := reader.month(number[1])):
        # «دهه اول محرم»: ten days of a month.
        ten = {"kind": DateKind.MONTH, "rule": month[0].rule, "calendar": month[0].calendar, "month": month[0].month, "to": month[1]}
        add_year(reader, ten, month[1])
        return {**ten, "edge": f"{int(number[0])}/3"}
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
    if shift in ("ago", "later") and reader.word(end) == "از":
        return None
    unit = word.unit
    if word.unit_sort == "plural":
        if shift in ("ago", "this"):
            return None
        return {"kind": DateKind.VAGUE, "rule": word.rule, "unit": unit, "shift": STEP[shift], "edge": "some", "to": end}
    if shift in ("recent", "more") or (unit in _SHORT and shift != "later"):
        return None
    fields: Fields = {"kind": DateKind.RELATIVE, "rule": word.rule, "unit": unit, "shift": STEP[shift], "to": end}
    if shift == "later" or (shift == "ago" and unit is Unit.DAY) or (found[0].rule == "time_shifts.قبلی"):
        fields["same"] = True
    after = era or reader.era(end)
    if after:
        fields["calendar"] = after[0]
        fields["to"] = max(end, after[1])
    return fields


def read_months_of_year(reader: PartReader, i: int) -> Fields | None:
    """«شش‌ماهه نخست امسال», «سه ماه دوم ۲۰۲۵»: so many months of a year, as a share of it."""
    read = reader.quantity(i)
    if read is None or read[1].unit is not Unit.MONTH or not read[0] or read[0] != int(read[0]) or not 1 < read[0] < 12:
        return None
    j = read[2] + 1 if reader.word(read[2]) == "ی" else read[2]
    number = reader.number(j)
    if number is None or number[2] != "ordinal" or number[0] * read[0] > 12 or (number[0] > 1 and 12 % read[0]):
        return None
    edge = f"{int(number[0])}/{12 / read[0]:g}" if 12 % read[0] == 0 else f"1/{12 / read[0]}"
    inner = reader.point(number[1])
    if inner is None or inner["kind"] is not DateKind.YEAR:
        year = reader.year(number[1], told=False)
        if year:
            return {"kind": DateKind.YEAR, "rule": read[1].rule, **year, "edge": edge}
        if reader.word(number[1]) != "سال":
            return None
        era = reader.era(number[1] + 1)
        calendar, to = (era[0], era[1]) if era else (None, number[1] + 1)
        return {"kind": DateKind.YEAR, "rule": read[1].rule, "year_shift": 0, "edge": edge, "calendar": calendar, "to": to}
    return {**inner, "edge": edge}


def read_quantity(reader: PartReader, i: int) -> Fields | None:
    """«۱۱ ماه گذشته», «چند روز پیش», «دو روز بعد», «۴۸ ساعت آینده», «۲۰ ساله», «۳۰ تا ۶۰ دقیقه»."""
    read = reader.quantity(i)
    more = None
    if read is None:
        first = reader.number(i)
        if first is None or reader.word(first[1]) not in SEPARATORS or first[2] == "nth":
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
    if reader.word(j) == "در" and found is None and (often := reader.at(j + 1)) and often[0].unit in _LONG and count is not None:
        return {**fields, "kind": DateKind.SET, "to": often[1]}
    if found is None or found[0].shift is None:
        return fields
    shift, end = found[0].shift, found[1]
    if shift in ("later", "ago") and reader.word(end) == "از":
        if kind in _SHORT:
            return fields
        # «دو روز پیش از دیدار»: counted from what follows.
        return {**fields, "to": end, "kind": DateKind.RELATIVE, "edge": "event", "shift": STEP[shift]}
    if shift == "this":
        return fields
    fields.update(shift=STEP[shift], to=end)
    if shift in ("ago", "later") or (shift == "more" and more is None):
        if count is None:
            return {**fields, "kind": DateKind.VAGUE, "edge": "some"}
        step = int(count * STEP[shift]) if kind not in _SHORT else STEP[shift]
        return {**fields, "kind": DateKind.RELATIVE, "shift": step, "count": count, "same": shift == "later"}
    if count is None:
        return {**fields, "kind": DateKind.VAGUE, "edge": "some"}
    return fields


def read_edge(reader: PartReader, word: TimeWord, j: int) -> Fields | None:
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
    inner = reader.point(j)
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
        if year := _bare_year(reader, j):
            return {"kind": DateKind.YEAR, "rule": word.rule, **year, "edge": edge}
        month = reader.month(j)
        if month is None or (month[0].rule in ("months.می", "months.مه") and not month[2] and not reader.year(month[1], told=False)):
            return None
        inner = {"kind": DateKind.MONTH, "rule": month[0].rule, "calendar": month[0].calendar, "month": month[0].month, "to": month[1]}
        add_year(reader, inner, month[1])
    if inner["kind"] is DateKind.RELATIVE and inner["unit"] == Unit.DAY:
        return None
    return {**inner, "edge": edge}


def _bare_year(reader: PartReader, j: int) -> Fields | None:
    """The year of «اوایل ۲۰۲۴», «نیمه نخست ۱۴۰۳»; but not of «پایان ۲۰۰۰ نفر»."""
    year = reader.year(j, told=False) if reader.word(j).isdigit() else None
    if year is None or not any(low <= year["year"] <= high for low, high in _YEARS):
        return None
    after = reader.at(year["to"])
    counts = reader.word(year["to"]) in reader.times.counted or (after is not None and after[0].unit is not None)
    return None if counts else year


def read_season(reader: PartReader, word: TimeWord, i: int, j: int, *, told: bool = False) -> Fields | None:
    fields: Fields = {"kind": DateKind.SEASON, "rule": word.rule, "month": word.season, "to": j}
    add_year(reader, fields, j)
    if told or word.free or fields["to"] > j:
        return fields
    return None


def read_hour(reader: PartReader, i: int, value: float, j: int) -> Fields | None:
    """«۸ صبح», «۵ و نیم عصر»: an hour told without «ساعت»."""
    half = reader.word(j) == "و" and reader.word(j + 1) == "نیم"
    found = reader.at(j + 2 if half else j)
    if (
        found is None
        or found[0].part in (None, "night")
        or found[0].relative
        or found[0].weekday is not None
        or not reader.words[i][0].isdigit()
    ):
        return None
    if value != int(value) or reader.word(found[1]) == "متوالی":
        return None
    clock = clock_with_part(f"{int(value):02d}:{30 if half else 0:02d}", found[0].part)
    return {"kind": DateKind.CLOCK, "rule": "clock.part", "clock": clock, "part": found[0].part, "to": found[1]}
