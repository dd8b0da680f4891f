"""Which days are meant: every clause of the codebook's rule 5, seen from Tuesday 25 February 2025 (7 Esfand 1403)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.analyse import analyse
from didar.clean import clean_text
from didar.dates import default_times, find_dates
from didar.days import anchor_of, resolve_date
from didar.mention.dates import find_dates as find_mentions
from didar.sameday import agrees
from didar.terms import DateBasis, Reason, Tense
from didar.when import DateMention, ResolvedDate

DAY = date(2025, 2, 25)
PAST, FUTURE, PRESENT = Tense.PAST, Tense.FUTURE, Tense.PRESENT


def mention(text: str) -> DateMention:
    analysis = analyse(clean_text(text), is_verb=lambda _: False, is_noise=lambda _: False)
    (found,) = find_mentions(analysis, times=default_times())
    return found


def value(text: str, tense: Tense | None = None, *, anchor: date | None = DAY, previous: date | None = None) -> str:
    result = resolve_date(mention(text), anchor=anchor, tense=tense, previous=previous)
    return result.edtf if isinstance(result, ResolvedDate) else f"({result})"


RESOLVED = [
    # relative words against the publication date
    ("امروز", None, "2025-02-25"),
    ("دیروز", None, "2025-02-24"),
    ("پریروز", None, "2025-02-23"),
    ("فردا", None, "2025-02-26"),
    ("پس‌فردا", None, "2025-02-27"),
    ("دیشب", None, "2025-02-24"),
    ("امشب", None, "2025-02-25"),
    ("صبح امروز", None, "2025-02-25"),
    ("بامداد دیروز", None, "2025-02-24"),
    ("روز گذشته", None, "2025-02-24"),
    ("روز جاری", None, "2025-02-25"),
    ("دو روز پیش", None, "2025-02-23"),
    ("سه روز قبل", None, "2025-02-22"),
    ("ده روز دیگر", None, "2025-03-07"),
    ("هفته گذشته", None, "2025-02-15/2025-02-21"),
    ("شب گذشته", None, "2025-02-24"),
    ("سالجاری", None, "2024-03-20/2025-03-20"),
    ("سال روان", None, "2024-03-20/2025-03-20"),
    ("دو سه روز پیش", None, "2025-02-23~"),
    ("سه ماه دوم سال میلادی", None, "2025-04/2025-06"),
    ("دهه‌های ۶۰ و ۷۰ میلادی", None, "1960/1979"),
    ("این هفته", None, "2025-02-22/2025-02-28"),
    ("هفته جاری", None, "2025-02-22/2025-02-28"),
    ("هفته آینده", None, "2025-03-01/2025-03-07"),
    ("اواخر هفته آینده", None, "2025-03-06/2025-03-07"),
    ("دو هفته پیش", None, "2025-02-08~/2025-02-14~"),
    ("ماه گذشته", None, "2025-01-20/2025-02-18"),
    ("ماه جاری", None, "2025-02-19/2025-03-20"),
    ("ماه آینده", None, "2025-03-21/2025-04-20"),
    ("ماه گذشته میلادی", None, "2025-01"),
    ("سه ماه پیش", None, "2024-11-21~/2024-12-20~"),
    ("سال گذشته", None, "2023-03-21/2024-03-19"),
    ("پارسال", None, "2023-03-21/2024-03-19"),
    ("امسال", None, "2024-03-20/2025-03-20"),
    ("سال جاری میلادی", None, "2025"),
    ("سال گذشته میلادی", None, "2024"),
    ("سال آینده", None, "2025-03-21/2026-03-20"),
    ("دو سال پیش", None, "2022-03-21~/2023-03-20~"),
    ("دهه گذشته", None, "2011-03-21/2021-03-20"),
    # a bare weekday on the side of the tense, today included
    ("سه‌شنبه", PAST, "2025-02-25"),
    ("سه‌شنبه", FUTURE, "2025-02-25"),
    ("دوشنبه", PAST, "2025-02-24"),
    ("دوشنبه", FUTURE, "2025-03-03"),
    ("چهارشنبه", PAST, "2025-02-19"),
    ("چهارشنبه", FUTURE, "2025-02-26"),
    ("جمعه", PAST, "2025-02-21"),
    ("جمعه", FUTURE, "2025-02-28"),
    ("جمعه", None, "2025-02-28"),
    ("شنبه", None, "2025-02-22"),
    ("شنبه", PRESENT, "2025-02-22"),
    ("دو شنبه", PAST, "2025-02-24"),
    ("شامگاه دوشنبه", PAST, "2025-02-24"),
    ("سه‌شنبه گذشته", None, "2025-02-18"),
    ("سه‌شنبه آینده", None, "2025-03-04"),
    ("دوشنبه هفته آینده", None, "2025-03-03"),
    ("دوشنبه هفته گذشته", None, "2025-02-17"),
    ("شنبه این هفته", None, "2025-02-22"),
    # a bare day and month, or month: the last or the next
    ("۲۸ دی ماه", PAST, "2025-01-17"),
    ("۲۸ دی ماه", FUTURE, "2026-01-18"),
    ("۷ اسفند", PAST, "2025-02-25"),
    ("۷ اسفند", FUTURE, "2025-02-25"),
    ("۸ اسفند", PAST, "2024-02-27"),
    ("۱۷ ژانویه", PAST, "2025-01-17"),
    ("۱۰ مارس", FUTURE, "2025-03-10"),
    ("۱۰ مارس", None, "2025-03-10"),
    ("۳۰ اسفند", FUTURE, "2025-03-20"),
    ("۲۹ فوریه", PAST, "2024-02-29"),
    ("مهر ماه", PAST, "2024-09-22/2024-10-21"),
    ("مهر ماه", FUTURE, "2025-09-23/2025-10-22"),
    ("اسفند ماه", PAST, "2025-02-19/2025-03-20"),
    ("ماه اکتبر", PAST, "2024-10"),
    ("مارس گذشته", None, "2024-03"),
    ("مه آینده", None, "2025-05"),
    ("۱۵ ماه جاری", None, "2025-03-05"),
    ("تابستان", PAST, "2024-06-21/2024-09-21"),
    ("زمستان امسال", None, "2024-12-21/2025-03-20"),
    # stated: whatever the publication
    ("آبان ۱۴۰۳", None, "2024-10-22/2024-11-20"),
    ("۲۸ فروردین ۱۴۰۴", PAST, "2025-04-17"),
    ("پنجشنبه ۲۸ فروردین‌ماه ۱۴۰۴", None, "2025-04-17"),
    ("۳۰ اسفند ۱۴۰۳", None, "2025-03-20"),
    ("۱۴۰۲/۱۱/۱۹", None, "2024-02-08"),
    ("2024-05-13", None, "2024-05-13"),
    ("۵ مه ۲۰۲۴", None, "2024-05-05"),
    ("ژانویه ۲۰۲۵", None, "2025-01"),
    ("ژانویه ۱۴۰۳", None, "2025-01"),
    ("سال ۲۰۲۵", None, "2025"),
    ("سال ۱۴۰۲", None, "2023-03-21/2024-03-19"),
    ("سال ۹۵", None, "2016-03-20/2017-03-20"),
    ("۲۲ بهمن ۵۷", None, "1979-02-11"),
    ("۲۲ شهریور 02", None, "2023-09-13"),
    ("۲۴ اسد ۱۴۰۰", None, "2021-08-15"),
    ("۱۵ رمضان ۱۴۴۵", None, "2024-03-25~"),
    ("دهه ۶۰", None, "1981-03-21/1991-03-20"),
    ("دهه ۱۹۹۰", None, "1990/1999"),
    ("قرن بیستم", None, "1901/2000"),
    ("۱۲ بهمن امسال", None, "2025-01-31"),
    ("۱۲ بهمن سال گذشته", None, "2024-02-01"),
    ("اردیبهشت ماه سال جاری", None, "2024-04-20/2024-05-20"),
    ("تابستان ۱۴۰۲", None, "2023-06-22/2023-09-22"),
    # parts of months and years
    ("نیمه دوم آبان", PAST, "2024-11-06/2024-11-20"),
    ("نیمه نخست سال ۲۰۲۵", None, "2025-01/2025-06"),
    ("نیمه دوم امسال", None, "2024-09-22/2025-03-20"),
    ("ربع چهارم سال ۲۰۲۴", None, "2024-10/2024-12"),
    ("سه‌ماهه دوم سال ۱۴۰۳", None, "2024-06-21/2024-09-21"),
    ("نه‌ماهه نخست امسال", None, "2024-03-20/2024-12-20"),
    ("شش‌ماهه نخست امسال", None, "2024-03-20/2024-09-21"),
    ("اوایل آبان ۱۴۰۳", None, "2024-10-22~/2024-10-31~"),
    ("اواخر ژانویه", PAST, "2025-01-22~/2025-01-31~"),
    # ranges
    ("۱۲ تا ۱۴ مهر ۱۴۰۳", None, "2024-10-03/2024-10-05"),
    ("سال‌های ۲۰۲۶ تا ۲۰۲۸", None, "2026/2028"),
    ("از سال ۲۰۱۷ تا ۲۰۲۰", None, "2017/2020"),
    ("از ۲۰ آبان تا ۱۴ آذر", PAST, "2024-11-10/2024-12-04"),
    ("آذر تا بهمن ۱۴۰۳", None, "2024-11-21/2025-02-18"),
    ("از شنبه تا دوشنبه", FUTURE, "2025-03-01/2025-03-03"),
    ("۱۰ و ۱۱ مه", FUTURE, "2025-05-10/2025-05-11"),
    ("سال‌های ۱۳۹۱ و ۱۳۹۲", None, "2012-03-20/2014-03-20"),
    # durations on one side of the publication
    ("طی ۱۱ ماه گذشته", None, "2024-03-26/2025-02-25"),
    ("۴۸ ساعت گذشته", None, "2025-02-23/2025-02-25"),
    ("۲۴ ساعت آینده", None, "2025-02-25/2025-02-26"),
    ("دو سال اخیر", None, "2023-02-26/2025-02-25"),
    ("ده روز آینده", None, "2025-02-25/2025-03-07"),
    # vague
    ("چند روز پیش", None, "2025-02-18~/2025-02-23~"),
    ("چند ماه پیش", None, "2024-09-28~/2024-12-27~"),
    ("روزهای آینده", None, "2025-02-26~/2025-03-04~"),
    ("به‌زودی", None, "2025-02-25/.."),
    ("اخیراً", None, "../2025-02-25"),
    ("هم‌اکنون", None, "2025-02-25~"),
    # open ends
    ("از آوریل ۲۰۲۱", None, "2021-04/.."),
    ("تا پایان سال جاری", None, "../2025-03-20~"),
    ("پیش از سال ۱۳۹۲", None, "../2014-03-20"),
    ("تا فردا", None, "../2025-02-26"),
    # feasts
    ("نوروز ۱۴۰۴", None, "2025-03-21"),
    ("نوروز", FUTURE, "2025-03-21"),
    ("شب یلدا", PAST, "2024-12-20"),
    ("عید فطر", FUTURE, "2025-03-31~"),
    ("عاشورا", PAST, "2024-07-17~"),
    ("اربعین سال ۹۳", None, "2014-12-13~"),
    ("رمضان ۱۴۰۳", None, "2025-03-01~/2025-03-30~"),
    ("دهه اول محرم ۱۴۴۶", None, "2024-07-08~/2024-07-17~"),
    ("کریسمس", PAST, "2024-12-25"),
    ("دهه فجر", PAST, "2025-01-31/2025-02-10"),
]


@pytest.mark.parametrize(("text", "tense", "expected"), [pytest.param(*r, id=f"{r[0]}-{r[1] or 'bare'}") for r in RESOLVED])
def test_resolved(text, tense, expected):
    assert value(text, tense) == expected


UNRESOLVED = [
    # a day that does not exist
    ("۳۰ اسفند ۱۴۰۲", DAY, Reason.NO_SUCH_DAY),
    ("۳۱ مهر ۱۴۰۳", DAY, Reason.NO_SUCH_DAY),
    ("۳۱ مهر", DAY, Reason.NO_SUCH_DAY),
    ("۲۹ فوریه ۲۰۲۵", DAY, Reason.NO_SUCH_DAY),
    ("۳۱ ژوئن", DAY, Reason.NO_SUCH_DAY),
    ("۱۴۰۲/۱۲/۳۰", DAY, Reason.NO_SUCH_DAY),
    ("2025-02-30", DAY, Reason.NO_SUCH_DAY),
    ("از ۲۰ تا ۳۱ مهر ۱۴۰۳", DAY, Reason.NO_SUCH_DAY),
    # no year and no publication
    ("۲۸ دی ماه", None, Reason.NO_YEAR),
    ("۱۷ ژانویه", None, Reason.NO_YEAR),
    ("۲۸ دی ماه (۱۷ ژانویه)", None, Reason.NO_YEAR),
    ("سه‌شنبه ۱۹ مرداد", None, Reason.NO_YEAR),
    ("مهر ماه", None, Reason.NO_YEAR),
    ("تابستان", None, Reason.NO_YEAR),
    ("عید فطر", None, Reason.NO_YEAR),
    ("۱۲ تا ۱۴ مهر", None, Reason.NO_YEAR),
    # nothing to count from
    ("امروز", None, Reason.NO_ANCHOR),
    ("دیروز", None, Reason.NO_ANCHOR),
    ("سه‌شنبه", None, Reason.NO_ANCHOR),
    ("سه‌شنبه گذشته", None, Reason.NO_ANCHOR),
    ("امروز (سه‌شنبه)", None, Reason.NO_ANCHOR),
    ("هفته گذشته", None, Reason.NO_ANCHOR),
    ("ماه جاری", None, Reason.NO_ANCHOR),
    ("سال گذشته", None, Reason.NO_ANCHOR),
    ("امسال", None, Reason.NO_ANCHOR),
    ("مارس گذشته", None, Reason.NO_ANCHOR),
    ("اردیبهشت ماه سال جاری", None, Reason.NO_ANCHOR),
    ("طی ۱۱ ماه گذشته", None, Reason.NO_ANCHOR),
    ("چند روز پیش", None, Reason.NO_ANCHOR),
    ("به‌زودی", None, Reason.NO_ANCHOR),
    ("۱۵ ماه جاری", None, Reason.NO_ANCHOR),
    # counted from what was said before
    ("همان روز", DAY, Reason.NO_REFERENT),
    ("آن سال", DAY, Reason.NO_REFERENT),
    ("روز بعد", DAY, Reason.NO_REFERENT),
    ("دو روز بعد", DAY, Reason.NO_REFERENT),
    ("آبان همان سال", DAY, Reason.NO_REFERENT),
    ("دو روز پیش از دیدار", DAY, Reason.NO_REFERENT),
    ("یک ماه پیش از سفر", DAY, Reason.NO_REFERENT),
    ("سه هفته بعد از دیدار", DAY, Reason.NO_REFERENT),
    # lengths
    ("سه سال", DAY, Reason.A_DURATION),
    ("دو روزه", DAY, Reason.A_DURATION),
    ("۲۰ سالگی", DAY, Reason.A_DURATION),
    ("به مدت سه ماه", DAY, Reason.A_DURATION),
    ("پس از ۴۵ دقیقه", DAY, Reason.A_DURATION),
    ("۳۰ تا ۶۰ دقیقه", DAY, Reason.A_DURATION),
    ("نیم قرن", DAY, Reason.A_DURATION),
    # sets
    ("هر سال", DAY, Reason.REPEATS),
    ("هر روز", DAY, Reason.REPEATS),
    ("هر دوشنبه", DAY, Reason.REPEATS),
    ("جمعه‌ها", DAY, Reason.REPEATS),
    ("روزی ۱۲ بار", DAY, Reason.REPEATS),
    ("سه روز در هفته", DAY, Reason.REPEATS),
    # a time with no day
    ("ساعت ۱۷", DAY, Reason.NO_DAY),
    ("۱۷:۳۰", DAY, Reason.NO_DAY),
    ("بامداد", DAY, Reason.NO_DAY),
    ("از ساعت ۸ تا ۱۰", DAY, Reason.NO_DAY),
    # too vague, too far
    ("سال‌های ۱۳۹۱ و ۱۳۹۵", DAY, Reason.VAGUE),
    ("دومین روز", DAY, Reason.VAGUE),
    ("روز جهانی قدس", DAY, Reason.VAGUE),
    ("سال ۵۸۹ خورشیدی", DAY, Reason.OUT_OF_RANGE),
    ("سال ۷۷۶ قبل از میلاد", DAY, Reason.OUT_OF_RANGE),
    ("پنج هزار سال پیش", DAY, Reason.OUT_OF_RANGE),
    ("قرن ششم", DAY, Reason.VAGUE),
]


@pytest.mark.parametrize(
    ("text", "anchor", "reason"), [pytest.param(*r, id=f"{r[0]}-{'dated' if r[1] else 'undated'}") for r in UNRESOLVED]
)
def test_unresolved(text, anchor, reason):
    assert value(text, PAST, anchor=anchor) == f"({reason})"


CONSISTENT = [
    ("۲۸ دی ماه (۱۷ ژانویه)", DAY, True),
    ("۲۸ دی ماه (۱۹ ژانویه)", DAY, False),
    ("۲۸ دی ماه (۱۷ ژانویه)", None, True),
    ("۳۰ ژوئن (۹ تیرماه)", None, True),
    ("۳۰ ژانویه (۱۱ اردیبهشت ماه)", None, False),
    ("اول ماه سپتامبر (۱۰ شهریور ماه)", None, True),
    ("پنجشنبه ۲۸ فروردین‌ماه ۱۴۰۴", DAY, True),
    ("جمعه ۲۸ فروردین‌ماه ۱۴۰۴", DAY, False),
    ("پنجشنبه ۲۸ فروردین‌ماه ۱۴۰۴", None, True),
    ("امروز (سه‌شنبه)", DAY, True),
    ("امروز (چهارشنبه)", DAY, False),
    ("فردا چهارشنبه ۲۶ فوریه (۸ اسفند)", DAY, True),
    ("فردا چهارشنبه ۲۷ فوریه (۸ اسفند)", DAY, False),
    ("سه‌شنبه ۷ اسفند", DAY, True),
    ("سه‌شنبه ۱۹ مرداد", None, None),
    ("۷ اسفند", DAY, None),
    ("سه‌شنبه", DAY, None),
    ("دوشنبه هفته آینده", DAY, None),
    ("۱۳ تا ۱۵ مه (۲۳ تا ۲۵ اردیبهشت)", DAY, True),
    ("۱۳ تا ۱۵ مه (۲۴ تا ۲۶ اردیبهشت)", DAY, False),
]


@pytest.mark.parametrize(
    ("text", "anchor", "expected"), [pytest.param(*r, id=f"{r[0]}-{'dated' if r[1] else 'undated'}") for r in CONSISTENT]
)
def test_consistent(text, anchor, expected):
    found = mention(text)
    result = resolve_date(found, anchor=anchor, tense=None)
    assert (result.consistent if isinstance(result, ResolvedDate) else agrees(found, day=None)) is expected


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        pytest.param("دو روز بعد", None, "2024-10-24", id="two days later"),
        pytest.param("روز بعد", None, "2024-10-23", id="the next day"),
        pytest.param("همان روز", None, "2024-10-22", id="that day"),
        pytest.param("آبان همان سال", None, "2024-10-22/2024-11-20", id="month of that year"),
        pytest.param("دو روز پیش", None, "2025-02-23", id="ago counts from the publication"),
        pytest.param("دو روز بعد", FUTURE, "2024-10-24", id="later in the future, with a day before"),
    ],
)
def test_second_anchor(text, tense, expected):
    assert value(text, tense, previous=date(2024, 10, 22)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("۲۸ دی ۱۴۰۳", DateBasis.STATED, id="full date"),
        pytest.param("آبان ۱۴۰۳", DateBasis.STATED, id="month of a year"),
        pytest.param("۲۸ دی", DateBasis.COMPUTED, id="no year"),
        pytest.param("امروز", DateBasis.COMPUTED, id="today"),
        pytest.param("امروز سه‌شنبه ۷ اسفند ۱۴۰۳", DateBasis.STATED, id="today with its date"),
        pytest.param("دوشنبه", DateBasis.COMPUTED, id="weekday"),
    ],
)
def test_basis(text, expected):
    result = resolve_date(mention(text), anchor=DAY)
    assert isinstance(result, ResolvedDate)
    assert result.basis is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("دوشنبه ساعت ۱۹:۱۱", "19:11", id="digits"),
        pytest.param("دوشنبه ساعت ۴ عصر", "16:00", id="afternoon"),
        pytest.param("دوشنبه ساعت ۱۰ صبح", "10:00", id="morning"),
        pytest.param("دوشنبه ساعت ۱۲ شب", "00:00", id="midnight"),
        pytest.param("ساعت ۸ صبح روز پنجشنبه", "08:00", id="before the day"),
        pytest.param("پنجشنبه 26 شهریور 94 ساعت ساعت 11 و 01 دقیقه", "11:01", id="minutes"),
        pytest.param("دوشنبه", None, id="none"),
    ],
)
def test_time(text, expected):
    result = resolve_date(mention(text), anchor=DAY)
    assert isinstance(result, ResolvedDate)
    assert result.time == expected


@pytest.mark.parametrize(
    ("published", "timezone", "expected"),
    [
        pytest.param("2025-02-25", "Asia/Tehran", DAY, id="a day"),
        pytest.param("2025-02-24T21:30:00Z", "Asia/Tehran", DAY, id="past midnight in Tehran"),
        pytest.param("2025-02-24T21:30:00+00:00", "Europe/London", date(2025, 2, 24), id="before midnight in London"),
        pytest.param("2025-02-25T01:00:00", "Europe/London", DAY, id="no offset told"),
        pytest.param("2025-02-25T01:00:00+03:30", None, DAY, id="no zone known"),
        pytest.param("2025-02-25T01:00:00+03:30", "Nowhere/Else", DAY, id="unknown zone"),
        pytest.param("20250225", "Asia/Tehran", DAY, id="basic form"),
        pytest.param("", "Asia/Tehran", None, id="empty"),
        pytest.param(None, "Asia/Tehran", None, id="none"),
        pytest.param("هفتم اسفند", "Asia/Tehran", None, id="words"),
        pytest.param("2025-02-30", "Asia/Tehran", None, id="no such day"),
    ],
)
def test_anchor_of(published, timezone, expected):
    assert anchor_of(published, timezone) == expected


def test_find_dates_gives_source_spans():
    text = "وزیر روز سه\u200cشنبه، ۷ اسفند\u200cماه ۱۴۰۳ آمد و فردا مي\u200cرود."
    first, second = find_dates(text, "2025-02-25")
    assert text[slice(*first.span)] == first.text == "روز سه\u200cشنبه، ۷ اسفند\u200cماه ۱۴۰۳"
    assert (first.value, first.consistent, second.value) == ("2025-02-25", True, "2025-02-26")


def test_find_dates_gives_reasons():
    (found,) = find_dates("او دیروز آمد.")
    assert (found.value, found.reason) == (None, Reason.NO_ANCHOR)


# dateparser's cases that are wrong themselves: «بیست ثانیه» is read there as 22; all values of full dates are right.
def test_values_of_dateparser(shared):
    import json

    cases = [json.loads(line) for line in (shared / "reference" / "temporal_cases.jsonl").read_text(encoding="utf-8").splitlines()]
    for case in cases:
        if case["kind"] == "value":
            (found,) = find_dates(case["text"])
            clock = f"{found.time or '00:00'}:00"[:8]
            assert f"{found.value}T{clock}" == case["expected"], case["text"]
        elif case["kind"] == "search":
            told = [(f.text, f.value) for f in find_dates(case["text"])]
            # A month is a month here, not its first day.
            assert told == [
                (e["text"], e["value"][:10] if " " in e["text"][2:] and e["text"][0].isdigit() else e["value"][:7])
                for e in case["expected"]
            ]


WORDS = (
    "یک دو سه بیست سی ۰ ۵ ۱۲ ۲۸ ۳۱ ۹۵ ۱۴۰۳ ۲۰۲۵ ۹۹۹۹ و یا تا از در روز ماه سال هفته دهه قرن شنبه دوشنبه فردا دیروز امروز شب عصر مهر می دی "
    "آبان ژانویه رمضان نوروز بهار نیمه اوایل اواخر اول دوم گذشته پیش بعد آینده دیگر اخیر این همان هر چند هزار میلادی شمسی قمری ه ق "
    "ساعت دقیقه ساله ماهه قبل پس مورخ : / - . ، ( ) ربع به میلیون مدت زمان آخرین پایانی الان روزانه سال‌ها میان تحصیلی دیگه هزاره + ۸۷ ۱۹۹۸"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " ", "\u200c", "\n"]), st.none() | st.dates())
def test_any_words_give_a_value_or_a_reason(words, gap, published):
    text = gap.join(words)
    for found in find_dates(text, published):
        assert text[slice(*found.span)] == found.text
        assert (found.value is None) != (found.reason is None)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param("اوایل ۲۰۲۴", "2025-02-25", ["2024-01-01~/2024-05-01~"], id="the beginning of a bare year"),
        pytest.param("نیمه نخست ۱۴۰۳", "2025-02-25", ["2024-03-20/2024-09-21"], id="half of a bare year"),
        pytest.param("نیمه نخست ۱۴۰۰ نفر", "2025-02-25", [], id="a number that counts"),
        pytest.param("نوروز ۱۴۰۴، ۲۲ بهمن", "2025-02-25", ["2025-03-21", "2025-02-10"], id="two days, not one told twice"),
        pytest.param("سال ۹۸ و 15/02/98", "2025-02-25", ["2019-03-21/2020-03-19", "2019-05-05"], id="a year and a day in digits"),
        pytest.param("قرن نوزدهم، سده ششم هجری", "2025-02-25", ["1801/1900", "1107-08-29~/1204-09-04~"], id="two calendars, no list"),
        pytest.param("۵ اسفند آمد. فردای آن روز رفت.", "2025-02-25", ["2025-02-23", "2025-02-24"], id="the day after the one told"),
        pytest.param("فردای آن روز رفت.", "2025-02-25", [Reason.NO_REFERENT], id="the day after one that is not told"),
        pytest.param("۷ اسفند ۱۴۰۳\nدیروز آمد.", None, ["2025-02-25", "2025-02-24"], id="a dateline dates the text"),
        pytest.param("۳۰ اسفند ۱۴۰۲", "2025-02-25", [Reason.NO_SUCH_DAY], id="no leap year"),
    ],
)
def test_find_dates_values(text, published, expected):
    assert [d.value or d.reason for d in find_dates(text, published)] == expected
