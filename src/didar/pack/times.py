"""The words of time: nine tables of the pack, compiled to one look-up for each folded form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, product
from pathlib import Path
from typing import Any

from didar.errors import PackError
from didar.letters import ZWNJ, fold_form, fold_word
from didar.pack.tables import scan_table
from didar.terms import Calendar
from didar.when import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A day of the year that has a name; `month` None where it moves in every calendar. days: how many it lasts."""

    calendar: Calendar | None
    month: int | None
    day: int | None
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """All that a form can mean as a word of time; a form may have several meanings («صفر» is 0 and a month).

    number, sort: «cardinal», «ordinal», «nth» («پنجمین»), «some» («چند», number None).
    month, calendar: a month; free: reads as a month with nothing beside it; marked: «ماه» is written to it.
    weekday: Monday is 0; plural: «جمعه‌ها». relative: unit and step of «دیروز»; part: of the day.
    unit, unit_sort: «singular», «plural», «age» («ساله»). edge: «اوایل»; shift: «گذشته», «پیش»; det: «این», «هر».
    era: the calendar that «میلادی» names. loose: a sense of loose_times.tsv that no other field tells, of a wide lexicon.
    """

    rule: str
    number: float | None = None
    sort: str | None = None
    month: int | None = None
    calendar: Calendar | None = None
    free: bool = False
    marked: bool = False
    weekday: int | None = None
    plural: bool = False
    relative: tuple[Unit, int] | None = None
    part: str | None = None
    unit: Unit | None = None
    unit_sort: str | None = None
    edge: str | None = None
    shift: str | None = None
    det: str | None = None
    season: int | None = None
    feast: Feast | None = None
    vague: str | None = None
    era: Calendar | None = None
    loose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLexicon:
    """Compiled words of time.

    words: folded form → its meanings; it also holds tokens that only begin a longer form, with no meaning of their own.
    long: the forms that a writer may set in several tokens; heads: what may begin one, as one string; longer: both.
    near: words beside which a form is no time.
    year_hosts: words after which a bare number is a year; number_hosts: words after which it is a number;
    counted: words that a number before them counts («نفر»).
    signs: words without one of which, and without digits, a sentence tells no time; telling: those that need no other word beside them.
    linked: those that make a form with a word of grammar («تا کنون»). inside: words of the forms of several tokens.
    weak: words that begin a time expression only before another of these words or a mark: numbers, «این», «گذشته».
    wide: whether it holds the loose words as well, and the grammar reads loose expressions («روز سوم», «آن زمان», «در ۱۹۹۸»).
    """

    words: dict[str, TimeWord]
    long: dict[str, TimeWord]
    heads: frozenset[str]
    longer: frozenset[str] = frozenset()
    near: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    year_hosts: frozenset[str] = frozenset()
    number_hosts: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    wide: bool = False


_PLURALS = ("ها", "های", "هایی")
_NEAR_UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
_NEAR_STEPS = {"last": -1, "next": 1, "this": 0}

# Words that stand beside any word.
GRAMMAR = frozenset("و در به از تا یا با است هم که را".split())

_Maker = Callable[[tuple[str, ...]], dict[str, Any]]


def _one_of(value: str, allowed: Iterable[str], column: str) -> str:
    if value not in allowed:
        raise ValueError(f'{column} is "{value}", expected one of {", ".join(sorted(a or "(empty)" for a in allowed))}')
    return value


def _number(value: str, least: int, most: int, column: str) -> int:
    if not value.lstrip("-").isdigit() or not least <= int(value) <= most:
        raise ValueError(f'{column} is "{value}", expected a number from {least} to {most}')
    return int(value)


def _month(c: tuple[str, ...]) -> dict[str, Any]:
    free = _one_of(c[3], ("free", "bound"), "alone") == "free"
    return {"calendar": Calendar(_one_of(c[1], set(Calendar), "calendar")), "month": _number(c[2], 1, 12, "number"), "free": free}


def _season(c: tuple[str, ...]) -> dict[str, Any]:
    return {"season": _number(c[1], 1, 4, "number"), "free": _one_of(c[2], ("free", "bound"), "alone") == "free"}


def _relative(c: tuple[str, ...]) -> dict[str, Any]:
    if _one_of(c[1], (*Unit, "vague"), "unit") == "vague":
        return {"vague": "now"}
    return {"relative": (Unit(c[1]), _number(c[2], -9, 9, "shift")), "part": c[3] or None}


def _number_word(c: tuple[str, ...]) -> dict[str, Any]:
    sort = _one_of(c[2], ("cardinal", "ordinal", "nth", "some"), "sort")
    try:
        return {"number": float(c[1]) if c[1] else None, "sort": sort}
    except ValueError:
        raise ValueError(f'value is "{c[1]}", expected a number') from None


def _unit(c: tuple[str, ...]) -> dict[str, Any]:
    return {"unit": Unit(_one_of(c[1], set(Unit), "unit")), "unit_sort": _one_of(c[2], ("singular", "plural", "age"), "sort")}


def _shift(c: tuple[str, ...]) -> dict[str, Any]:
    if _one_of(c[1], ("after", "before"), "place") == "after":
        return {"shift": _one_of(c[2], ("last", "ago", "recent", "next", "later", "more", "this"), "sense")}
    return {"det": _one_of(c[2], ("this", "that", "each"), "sense")}


def _feast(c: tuple[str, ...]) -> dict[str, Any]:
    days = _number(c[4], 1, 31, "days")
    if not c[1]:
        return {"feast": Feast(calendar=None, month=None, day=None, days=days)}
    calendar = Calendar(_one_of(c[1], set(Calendar), "calendar"))
    return {"feast": Feast(calendar=calendar, month=_number(c[2], 1, 12, "month"), day=_number(c[3], 1, 31, "day"), days=days)}


_PARTS = ("dawn", "morning", "noon", "afternoon", "evening", "night")
_PLAIN = ("often", "long", "event", "rank", "stretch", "year_kind", "age_of", "final", "host", "day_after")
_LOOSE: dict[str, dict[str, Any]] = {
    **{sense: {"vague": sense} for sense in ("now", "recent", "soon", "past", "until_now")},
    **{part: {"part": part, "loose": "part"} for part in _PARTS},
    **{sense: {"loose": sense} for sense in _PLAIN},
    **{f"rank_{edge}": {"loose": "rank", "edge": edge} for edge in ("start", "middle", "end")},
    "named": {"feast": Feast(calendar=None, month=None, day=None, days=1)},
    "many": {"sort": "some"},
    "more": {"shift": "more"},
    "that": {"det": "that"},
    "rate": {"unit": Unit.MONTH, "unit_sort": "age"},
}


def _loose(c: tuple[str, ...]) -> dict[str, Any]:
    return _LOOSE[_one_of(c[1], _LOOSE, "sense")]


_TABLES: tuple[tuple[str, tuple[str, ...], _Maker], ...] = (
    ("months", ("form", "calendar", "number", "alone", "source"), _month),
    ("weekdays", ("form", "number", "source"), lambda c: {"weekday": _number(c[1], 1, 7, "number") - 1}),
    ("relative_days", ("form", "unit", "shift", "part", "source"), _relative),
    ("number_words", ("form", "value", "sort", "source"), _number_word),
    ("day_parts", ("form", "part", "source"), lambda c: {"part": c[1]}),
    ("seasons", ("form", "number", "alone", "source"), _season),
    ("time_units", ("form", "unit", "sort", "source"), _unit),
    ("time_edges", ("form", "edge", "source"), lambda c: {"edge": _one_of(c[1], ("start", "middle", "end", "half", "quarter"), "edge")}),
    ("time_shifts", ("form", "place", "sense", "source"), _shift),
    ("vague_times", ("form", "sense", "source"), lambda c: {"vague": _one_of(c[1], ("recent", "soon", "now", "until_now"), "sense")}),
    ("feasts", ("form", "calendar", "month", "day", "days", "source"), _feast),
    ("calendar_words", ("form", "calendar", "source"), lambda c: {"era": Calendar(_one_of(c[1], set(Calendar), "calendar"))}),
)


_WIDE = ("loose_times", ("form", "sense", "source"), _loose)


def load_times(folder: Path, *, wide: bool = False) -> TimeLexicon:
    """The compiled words of time of the pack in `folder`. Raises PackError with every fault of every table.

    wide: with the loose words, which name no day and which the reading of an article leaves alone.
    """
    faults: list[str] = []
    words: dict[str, TimeWord] = {}
    heads: set[str] = set()
    split: dict[str, list[str]] = {}
    for name, columns, make in (*_TABLES, _WIDE) if wide else _TABLES:
        path = folder / "lexicon" / f"{name}.tsv"
        rows, found = scan_table(path, columns=columns)
        faults += found
        for line, cells in rows:
            try:
                meaning = make(cells)
            except ValueError as fault:
                faults.append(f"{path.name}:{line}: {fault}")
                continue
            fault_text = _add(words, heads, split, cells[0], rule=f"{name}.{cells[0]}", meaning=meaning)
            if fault_text:
                faults.append(f"{path.name}:{line}: {fault_text}")
    near: dict[tuple[str, str], set[str]] = {}
    for form, side, of, _ in _rows(folder, "time_near_misses", ("form", "side", "of", "source"), faults):
        near.setdefault((side, of), set()).add(fold_form(form))
    hosts = {
        name: frozenset(fold_form(c[0]) for c in _rows(folder, name, ("form", "source"), faults))
        for name in ("year_hosts", "number_hosts", "counted")
    }
    if faults:
        raise PackError(faults)
    _compound(words)
    if wide:
        _glue_ages(words)
        hosts["year_hosts"] |= {key for key, word in words.items() if word.loose == "host"}
    beside = {"near": {k: frozenset(v) for k, v in near.items()}, **hosts}
    return _compiled(words, heads, split, wide=wide, **beside)


def _compiled(words: dict[str, TimeWord], heads: set[str], split: dict[str, list[str]], **beside: Any) -> TimeLexicon:
    """The words with the forms that writers set apart, and the sets that tell quickly where nothing is."""
    for key in [k for k, w in words.items() if k.endswith("هی") and k[:-1] in words and w.unit is not None]:
        # «هفته ی گذشته»: the mark of the genitive set apart.
        split[key] = [key[:-1], "ی"]
        heads.add(key[:-1])
    for key in [k for k in split if words[k].weekday is not None]:
        # «سه شنبه ها»: the plural of a form of two tokens.
        split |= {key + tail: [key + tail] for tail in _PLURALS if key + tail in words}
        heads.update(key + tail for tail in _PLURALS)
    long = {key: words[key] for key in split}
    told = ("stretch", "final", "age_of")
    signs = {key for key, word in words.items() if _is_sign(word) or word.edge == "quarter" or word.loose in told}
    signs |= {_telling_piece(pieces, signs) for key, pieces in split.items() if _is_sign(words[key])}
    beside_grammar = [[p for p in pieces if p not in GRAMMAR] for pieces in split.values()]
    linked = signs.intersection(chain.from_iterable(pieces for pieces in beside_grammar if len(pieces) == 1))
    for head in heads:
        words.setdefault(head, TimeWord(rule=""))
    return TimeLexicon(
        words=words,
        long=long,
        heads=frozenset(heads),
        longer=frozenset(heads | long.keys()),
        signs=frozenset(signs),
        telling=frozenset(key for key in signs if key in words and _tells_alone(words[key])),
        linked=frozenset(linked),
        inside=frozenset(chain.from_iterable(split.values())),
        weak=frozenset(key for key, word in words.items() if key.isalpha() and not _is_sign(word)),
        **beside,
    )


def _rows(folder: Path, name: str, columns: tuple[str, ...], faults: list[str]) -> list[tuple[str, ...]]:
    rows, found = scan_table(folder / "lexicon" / f"{name}.tsv", columns=columns)
    faults += found
    return [cells for _, cells in rows]


def _add(
    words: dict[str, TimeWord], heads: set[str], split: dict[str, list[str]], form: str, *, rule: str, meaning: dict[str, Any]
) -> str | None:
    """Enter one form; returns the fault where it folds like another form of another meaning."""
    key = fold_form(form)
    if not key:
        return "the form is empty, expected letters"
    before = words.get(key)
    if before is None:
        words[key] = TimeWord(rule=rule, **meaning)
    else:
        for name, value in meaning.items():
            had = getattr(before, name)
            if _told(had) and _told(value) and had != value:
                return f"«{form}» is {name} {value}, but «{before.rule}» folds alike and is {had}"
        words[key] = replace(before, **{k: v for k, v in meaning.items() if _told(v)})
    pieces = [p for p in fold_word(form.replace(ZWNJ, " ")).split() if p]
    if len(pieces) == 1 and not key.isdigit():
        pieces = _split_digits(pieces[0])
    if len(pieces) > 1:
        split[key] = max(split.get(key, pieces), pieces, key=len)
    heads.update("".join(pieces[:n]) for n in range(1, len(pieces)))
    return None


def _is_sign(word: TimeWord) -> bool:
    """Whether a word makes a time expression possible; numbers, «این», «اول», «گذشته» alone do not."""
    told = (word.month, word.weekday, word.relative, word.part, word.unit, word.season, word.feast, word.vague, word.era)
    return any(value is not None for value in told) or word.loose in ("often", "long", "event", "day_after")


def _tells_alone(word: TimeWord) -> bool:
    """Whether a sign can be a time expression without another word of time beside it: «شنبه», but not «سال», «تیر»."""
    told = (word.weekday, word.relative, word.part, word.feast, word.vague)
    glued = word.unit is not None and (word.sort is not None or word.unit_sort != "singular")
    free = word.free and (word.month is not None or word.season is not None)
    return glued or free or any(value is not None for value in told) or word.loose in ("often", "long", "event", "day_after")


def _telling_piece(pieces: list[str], signs: set[str]) -> str:
    """Of a form of several tokens the one that tells most: «ظهر» of «بعد از ظهر», else the longest."""
    return next((p for p in pieces if p in signs), max(reversed(pieces), key=lambda p: (p not in GRAMMAR, len(p))))


def _told(value: object) -> bool:
    return value is not None and value is not False


def _split_digits(word: str) -> list[str]:
    """«5شنبه» is two tokens to the tokenizer."""
    n = len(word) - len(word.lstrip("0123456789"))
    return [word[:n], word[n:]] if n else [word]


def _glue_ages(words: dict[str, TimeWord]) -> None:
    """«بیست‌وپنج‌ساله»: a number of two words glued to its unit."""
    numbers = [(k, w) for k, w in words.items() if w.sort == "cardinal" and w.number and 20 < w.number < 100 and k.isalpha() and not w.unit]
    ages = [(k, w) for k, w in words.items() if w.unit_sort == "age" and w.sort is None]
    for (key, word), (tail, unit) in product(numbers, ages):
        words.setdefault(key + tail, replace(unit, number=word.number, sort=word.sort))


def _compound(words: dict[str, TimeWord]) -> None:
    """Words that writers glue: «آبانماه», «سهشنبه‌شب», «جمعه‌ها», «امروزدوشنبه», «صدسال», «شش‌ماهه», «بیست‌ویکم»."""
    base = list(words.items())
    months = [(k, w) for k, w in base if w.month is not None]
    days = [(k, w) for k, w in base if w.weekday is not None]
    parts = [(k, w) for k, w in base if w.part is not None and w.relative is None]
    units = [(k, w) for k, w in base if w.unit is not None]
    numbers = [(k, w) for k, w in base if w.sort in ("cardinal", "some") and k.isalpha()]
    add = words.setdefault
    for key, word in months:
        add(f"{key}ماه", replace(word, marked=True, free=True))
    for key, word in base:
        # «درسال ۱۴۰۰», «درژوئن»: the preposition glued to its word.
        if (word.month is not None and word.free) or word.unit_sort == "singular" or word.edge is not None:
            add(f"در{key}", word)
    for key, word in base:
        # «هفته‌ی گذشته», «نیمه‌ی دوم», «سالجاری»
        if key.endswith("ه") and (word.unit is not None or word.edge is not None or word.month is not None):
            add(f"{key}ی", word)
        if word.unit in _NEAR_UNITS and word.unit_sort == "singular" and word.sort is None:
            for tail, other in base:
                if other.shift in _NEAR_STEPS:
                    add(key + tail, TimeWord(rule=f"{word.rule}+{other.rule}", relative=(word.unit, _NEAR_STEPS[other.shift])))
    for key, word in [(k, w) for k, w in base if w.feast is not None and k.endswith("ا")]:
        add(f"{key}ی", word)
    for key, word in days:
        for tail in _PLURALS:
            add(key + tail, replace(word, plural=True))
        add(f"{key}ی", word)
    for (key, word), (tail, part) in product(days, parts):
        add(key + tail, replace(word, part=part.part))
    for (key, word), (tail, other) in product([(k, w) for k, w in base if w.relative], days + parts):
        add(key + tail, replace(word, weekday=other.weekday, part=other.part or word.part))
    for (key, word), (tail, unit) in product(numbers, units):
        add(key + tail, replace(unit, number=word.number, sort=word.sort))
    small = [(k, w) for k, w in base if w.number is not None and 1 <= w.number <= 9 and w.sort != "some"]
    for (key, word), (tail, unit) in product([(k, w) for k, w in base if w.number in range(20, 100, 10) and w.sort == "cardinal"], small):
        value = (word.number or 0) + (unit.number or 0)
        add(f"{key}و{tail}", TimeWord(rule=f"{word.rule}+{unit.rule}", number=value, sort=unit.sort))
    for n in range(10000):
        for form in {str(n), f"{n:02d}"}:
            if form in words:
                words[form] = replace(words[form], number=float(n), sort="cardinal")
            else:
                words[form] = TimeWord(rule="digits", number=float(n), sort="cardinal")
