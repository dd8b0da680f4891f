"""The small parts of a time expression, read at one token: words, numbers, months, years, clock times."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from didar.model import Analysis
from didar.pack.times import TimeLexicon, TimeWord
from didar.terms import Calendar
from didar.when import Unit

_AND = "و"
RUNS = frozenset(("تا", "الی", "لغایت", "-", "–", "—"))
SEPARATORS = RUNS | {"و", "یا", "،", ","}
_ORDINAL_TAILS = frozenset(("ام", "م", "امین", "مین"))
_NUMERIC = frozenset("/.-\\٫–")
_FUNCTION = frozenset(
    ["در", "به", "با", "از", "که", "و", "تا", "را", "برای", "بین", "یا", "نیز", "هم", "است", "بود", "شد", "این", "آن", "ان"]
)
_ERA_LETTERS = {"ش": Calendar.JALALI, "ق": Calendar.HIJRI, "م": Calendar.GREGORIAN}
_PM = frozenset(("afternoon", "evening", "night"))


# Of a shift, the side on which it lies.
STEP = {"last": -1, "ago": -1, "recent": -1, "next": 1, "later": 1, "more": 1, "this": 0}

Fields = dict[str, Any]


class PartReader:
    """Reads parts of time expressions in one analysis. Every method takes a token number and returns it moved on, or None."""

    __slots__ = ("_numbers", "_point", "ends", "heads", "items", "long", "sentences", "starts", "stop", "text", "times", "words")

    def __init__(self, analysis: Analysis, times: TimeLexicon, point: "Callable[[PartReader, int], Fields | None]") -> None:
        self._point = point
        self.words: Sequence[str] = analysis.words
        self.text = analysis.clean.text
        self.starts, self.ends = analysis.starts, analysis.ends
        self.times = times
        self.items: list[TimeWord | None] = list(map(times.words.get, analysis.words))
        self.heads, self.long = times.heads, times.long
        self.sentences = analysis.sentences
        self.stop = len(self.items)
        self._numbers: dict[int, tuple[float, int, str] | None] = {}

    def read_to(self, stop: int) -> None:
        """Nothing is read from token `stop` on."""
        self.stop = stop
        self._numbers.clear()

    def point(self, i: int) -> Fields | None:
        """The whole time expression that begins at i; the grammar that is given to the reader."""
        return self._point(self, i)

    def word(self, i: int) -> str:
        """The folded word at i, "" outside the sentence."""
        return self.words[i] if 0 <= i < self.stop else ""

    def at(self, i: int) -> tuple[TimeWord, int] | None:
        """The longest form that begins at i."""
        if i >= self.stop:
            return None
        item = self.items[i]
        if item is None:
            return None
        word = self.words[i]
        if word in self.heads:
            best = None
            k = i + 1
            while k < self.stop:
                word += self.words[k]
                k += 1
                longer = self.long.get(word)
                if longer is not None:
                    best = longer, k
                if word not in self.heads:
                    break
            if best is not None:
                return best
        return (item, i + 1) if item.rule else None

    def near(self, side: str, of: str, word: str) -> bool:
        """Whether a form beside this word is no time."""
        return word in self.times.near.get((side, of), ())

    def close(self, i: int) -> bool:
        """Whether token i follows the one before it with at most one blank between, on the same line."""
        gap = self.text[self.ends[i - 1] : self.starts[i]]
        return len(gap) <= 1 and "\n" not in gap

    # -- numbers ------------------------------------------------------------------------------------------------------

    def number(self, i: int) -> tuple[float, int, str] | None:
        """(value, next token, «cardinal» or «ordinal» or «nth»): «۲۸ام», «بیست و هشتم», «دو هزار و بیست و یک», «2.5»."""
        try:
            return self._numbers[i]
        except KeyError:
            read = self._numbers[i] = self._number(i)
            return read

    def _number(self, i: int) -> tuple[float, int, str] | None:
        found = self.at(i)
        if found is None:
            return None
        item, j = found
        if item.number is None or item.sort is None or item.unit is not None or item.sort == "some":
            return None
        if self.words[i][0].isdigit():
            return self._digits(item.number, i, j)
        total, last, sort = 0.0, item.number, item.sort
        while sort == "cardinal":
            follow = self.at(j)
            if follow and follow[0].number == 1000 and last < 1000 and follow[0].unit is None:
                last, j, sort = last * 1000, follow[1], follow[0].sort or sort
                continue
            room = _room(last)
            after = self.at(j + 1) if self.word(j) == _AND else None
            if not after or after[0].unit is not None or after[0].number is None or not 1 <= after[0].number < room:
                break
            if self.words[j + 1][0].isdigit() and room < 1000:
                break
            total, last, j, sort = total + last, after[0].number, after[1], after[0].sort or sort
        return total + last, j, sort

    def _digits(self, value: float, i: int, j: int) -> tuple[float, int, str]:
        if self.word(j) in _ORDINAL_TAILS:
            return value, j + 1, "ordinal"
        if self.word(j) == "." and self.word(j + 1).isdigit() and self.starts[j + 1] - self.ends[i] == 1:
            return value + float(f"0.{self.words[j + 1]}"), j + 2, "cardinal"
        follow = self.at(j)
        if follow and follow[0].number == 1000 and follow[0].unit is None:
            return value * 1000, follow[1], "cardinal"
        return value, j, "cardinal"

    def quantity(self, i: int) -> tuple[float | None, TimeWord, int] | None:
        """(count or None for «چند», unit, next token): «۱۱ ماه», «چند روز», «سه سال و نیم», «صدسال», «نیم قرن»."""
        found = self.at(i)
        if found is None:
            return None
        item, j = found
        if item.unit is not None:
            return (item.number, item, j) if item.sort else None
        if item.sort == "some":
            count: float | None = None
        else:
            read = self.number(i)
            if read is None or read[2] != "cardinal":
                return None
            count, j = read[0], read[1]
            if self.word(j) == _AND and self.word(j + 1) == "نیم":
                count, j = count + 0.5, j + 2
        unit = self.at(j)
        if unit is None or unit[0].sort is not None or (unit[0].unit is None and self.words[j] != "شب"):
            return None
        word, j = unit
        if self.word(j) == _AND and self.word(j + 1) == "نیم" and count is not None:
            count, j = count + 0.5, j + 2
        return count, word, j

    # -- months and years ---------------------------------------------------------------------------------------------

    def month(self, i: int) -> tuple[TimeWord, int, bool] | None:
        """(month, next token, whether «ماه» marks it)."""
        found = self.at(i)
        if found is None:
            return None
        item, j = found
        marked = False
        if item.month is None:
            if item.unit is not Unit.MONTH or item.sort or item.unit_sort != "singular":
                return None
            found = self.at(j)
            if found is None or found[0].month is None:
                return None
            item, j = found
            marked = True
        if self.word(j) == "ماه":
            marked, j = True, j + 1
        if self.word(j) == "ی" and self.word(j + 1).isdigit():
            j += 1
        return item, j, marked or item.marked

    def era(self, i: int) -> tuple[Calendar, int, int] | None:
        """(calendar, next token, 1 or -1 for «پیش از میلاد»)."""
        mark = self.words[i : i + 3]
        if len(mark) == 3 and mark[0] == "ه" and mark[1] == "." and mark[2] in _ERA_LETTERS:
            return _ERA_LETTERS[mark[2]], i + 3 + (self.words[i + 3 : i + 4] == ["."]), 1
        if self.word(i) in _ERA_LETTERS and self.word(i - 1).isdigit() and len(self.word(i - 1)) in (3, 4):
            return _ERA_LETTERS[self.word(i)], i + 1, 1
        if self.word(i) in ("قبل", "پیش") and self.word(i + 1) == "از" and self.word(i + 2) == "میلاد":
            return Calendar.GREGORIAN, i + 3, -1
        found = self.at(i)
        if found and found[0].era is not None:
            return found[0].era, found[1], 1
        return None

    def year(self, i: int, *, told: bool) -> Fields | None:
        """A year as fields with `to`: four digits, or fewer or in words where `told` («سال») announces it."""
        read = self.number(i) or (self._glued(i) if told else None)
        if read is None or read[0] != int(read[0]):
            return None
        value, j = int(read[0]), read[1]
        size = len(self.words[i]) if self.words[i][0].isdigit() else 0
        era = self.era(j)
        if size:
            good = j == i + 1 and (
                (size == 4 and 1000 <= value <= 2199) or (told and (era is not None or (size == 2 and value >= 10) or value == 0))
            )
        else:
            good = read[2] == "cardinal" and 1200 <= value <= 2199 and (told or value % 1000 > 0)
        if not good:
            return None
        fields: Fields = {"year": value, "to": j}
        if era:
            fields.update(calendar=era[0], to=era[1], era=era[2])
        return fields

    def _glued(self, i: int) -> tuple[float, int, str] | None:
        """A number in words written as one: «هزارونهصدونود»."""
        total, room = 0.0, 0.0
        value = 0.0
        for n, piece in enumerate(_pieces(self.word(i), self.times.words)):
            value = piece
            if n and value >= (room or 1):
                if value != 1000 or total >= 1000:
                    return None
                total *= 1000
                room = 1000
                continue
            total, room = total + value, _room(value)
        return (total, i + 1, "cardinal") if total else None

    def short_year(self, i: int) -> int | None:
        """A year of two digits after a day and month: «۲۲ بهمن ۵۷», «شهریور 02», but not «۱۲ مهر ۲۰ نفر»."""
        word = self.word(i)
        if len(word) != 2 or not word.isdigit() or not (int(word) >= 40 or word[0] == "0"):
            return None
        after = self.word(i + 1)
        if after in self.times.counted or after in (":", "/", "%"):
            return None
        if self.quantity(i) and not (after == "ساعت" and (self.word(i + 2) == "ساعت" or self.spoken_clock(i + 2))):
            return None
        return int(word)

    # -- digits with marks ---------------------------------------------------------------------------------------------

    def numeric_date(self, i: int) -> tuple[int, int, int, int] | None:
        """(year, month, day, next token) of «۱۴۰۳/۱۲/۷», «1395 . 8 . 19», «24/05/1965», «95 . 9 . 6»."""
        words = self.words
        if (
            i + 4 >= len(words)
            or words[i + 1] not in _NUMERIC
            or words[i + 3] != words[i + 1]
            or not words[i + 2].isdigit()
            or not words[i + 4].isdigit()
        ):
            return None
        if words[i + 5 : i + 6] == [words[i + 1]] and i + 6 < len(words) and words[i + 6].isdigit() and self.close(i + 6):
            return None
        if not all(self.close(k) for k in range(i + 1, i + 5)):
            return None
        a, b, c = words[i], words[i + 2], words[i + 4]
        if len(b) > 2 or {len(a), len(c)} - {1, 2, 4} or (len(a) == 4) == (len(c) == 4) == 1:
            return None
        one, two, three = int(a), int(b), int(c)
        if len(a) == 4:
            year, month, day = one, two, three
        elif len(c) == 4:
            year, month, day = three, two, one
            if month > 12 >= day:
                month, day = day, month
        elif len(a) == 2 and words[i + 1] != "-" and one >= 40 and three <= 31:
            year, month, day = one, two, three
        elif self.times.wide and words[i + 1] == "/" and len(c) == 2 and three >= 40:
            year, month, day = three, two, one
        else:
            return None
        if not (1 <= month <= 12 and 1 <= day <= 31 and (year < 100 or 1000 <= year <= 2199)):
            return None
        if i + 5 > self.stop:
            # A date with full stops was cut into sentences; read on in the one where it ends.
            self.read_to(self.sentences[bisect_left(self.sentences, i + 5, key=itemgetter(1))][1])
        return year, month, day, i + 5

    def digital_clock(self, i: int) -> tuple[str, int] | None:
        """(«HH:MM», next token) of «17 : 30», «۹:۳۲:۱۰»; None for scores and ratios out of range."""
        if self.word(i + 1) != ":" or not self.word(i + 2).isdigit() or (self.word(i - 1) == ":" and self.close(i)):
            return None
        hour, minute = self.words[i], self.words[i + 2]
        if len(hour) > 2 or len(minute) > 2 or int(hour) > 24 or int(minute) > 59 or (len(minute) < 2 and self.word(i - 1) != "ساعت"):
            return None
        clock, j = f"{int(hour):02d}:{int(minute):02d}", i + 3
        if self.word(j) == ":" and self.word(j + 1).isdigit() and len(self.word(j + 1)) <= 2 and int(self.word(j + 1)) < 60:
            clock, j = f"{clock}:{int(self.words[j + 1]):02d}", j + 2
        return clock, j

    def spoken_clock(self, i: int) -> tuple[str, int] | None:
        """(«HH:MM», next token) after «ساعت»: «۱۷», «۱۲ و ۳۰ دقیقه», «هفت و نیم», «۹:۳۲», «چهار و ربع»."""
        digital = self.digital_clock(i)
        if digital:
            return digital
        hour = self._small(i, 24)
        if hour is None:
            return None
        value, j = hour
        minute = second = None
        if self.word(j) == _AND:
            if self.word(j + 1) in ("نیم", "ربع"):
                return f"{value:02d}:{30 if self.word(j + 1) == 'نیم' else 15}", j + 2
            read = self._small(j + 1, 59)
            unit = self.at(read[1]) if read else None
            if read and unit and unit[0].unit is Unit.MINUTE:
                minute, j = read[0], unit[1]
                again = self._small(j + 1, 59) if self.word(j) == _AND else None
                unit = self.at(again[1]) if again else None
                if again and unit and unit[0].unit is Unit.SECOND:
                    second, j = again[0], unit[1]
        clock = f"{value:02d}:{minute or 0:02d}"
        return (clock if second is None else f"{clock}:{second:02d}"), j

    def _small(self, i: int, most: int) -> tuple[int, int] | None:
        read = self.number(i)
        if read is None and self.word(i):
            return None
        if read and read[0] == int(read[0]) and read[2] == "cardinal" and 0 <= read[0] <= most:
            return int(read[0]), read[1]
        # «پنج و چهل و یک دقیقه»: the hour is the first word alone.
        found = self.at(i)
        if found and found[0].number is not None and found[0].unit is None and found[0].number <= most and found[0].sort == "cardinal":
            return int(found[0].number), found[1]
        return None

    def function_follows(self, i: int) -> bool:
        """Whether a word of grammar, a mark, a number, a word of time or the end follows."""
        word = self.word(i)
        return not word or not word.isalpha() or word in _FUNCTION or self.items[i] is not None


def _room(last: float) -> float:
    """What may be added to a number after «و»: after 20 less than 10, after 300 less than 100."""
    if last >= 1000:
        return 1000
    if last >= 100:
        return 100 if last % 100 == 0 else 0
    return 10 if last >= 20 and last % 10 == 0 else 0


def _pieces(word: str, words: Mapping[str, TimeWord]) -> list[float]:
    """The numbers that a glued word is made of, longest first; empty where something is left over."""
    values: list[float] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            item = words.get(word[at:end])
            if item is not None and item.number is not None and item.sort == "cardinal" and item.unit is None:
                values.append(item.number)
                at = end
                break
        else:
            return []
        if at < len(word) and word[at] == "و":
            at += 1
    return values


def clock_with_part(clock: str, part: str | None) -> str:
    """«۴ عصر» is 16:00; «۱۲ ظهر» and «۱۰ صبح» stay; «۱۲ شب» is 00:00."""
    hour = int(clock[:2])
    if part in _PM and hour < 12 and not (part == "night" and hour < 6):
        return f"{hour + 12:02d}{clock[2:]}"
    if part == "noon" and hour < 4:
        return f"{hour + 12:02d}{clock[2:]}"
    return f"00{clock[2:]}" if part in ("night", "dawn") and hour in (12, 24) else clock
