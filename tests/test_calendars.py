"""Calendars: days there and back, leap years, days that do not exist, EDTF."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.calendars import (
    date_to_hijri,
    date_to_jalali,
    edtf_of,
    from_date,
    hijri_month_days,
    hijri_to_date,
    is_jalali_leap,
    jalali_month_days,
    jalali_to_date,
    month_span,
    to_date,
    week_span,
    year_span,
)
from didar.terms import Calendar

# The official leap years, 1206 to 1498.
LEAP_YEARS = (
    "1210 1214 1218 1222 1226 1230 1234 1238 1243 1247 1251 1255 1259 1263 1267 1271 1276 1280 1284 1288 1292 1296 1300 1304 1309 1313 "
    "1317 1321 1325 1329 1333 1337 1342 1346 1350 1354 1358 1362 1366 1370 1375 1379 1383 1387 1391 1395 1399 1403 1408 1412 1416 1420 "
    "1424 1428 1432 1436 1441 1445 1449 1453 1457 1461 1465 1469 1474 1478 1482 1486 1490 1494 1498"
)


def test_leap_years_are_the_official_ones():
    assert [y for y in range(1206, 1499) if is_jalali_leap(y)] == [int(y) for y in LEAP_YEARS.split()]


@pytest.mark.parametrize(
    ("jalali", "expected"),
    [
        pytest.param((1403, 1, 1), date(2024, 3, 20), id="new year of a leap year"),
        pytest.param((1404, 1, 1), date(2025, 3, 21), id="new year after a leap year"),
        pytest.param((1403, 12, 30), date(2025, 3, 20), id="last day of a leap year"),
        pytest.param((1399, 12, 30), date(2021, 3, 20), id="last day of 1399"),
        pytest.param((1402, 12, 29), date(2024, 3, 19), id="last day of a common year"),
        pytest.param((1357, 11, 22), date(1979, 2, 11), id="22 Bahman 1357"),
        pytest.param((1304, 1, 11), date(1925, 3, 31), id="the calendar act"),
        pytest.param((1285, 5, 14), date(1906, 8, 6), id="1285"),
        pytest.param((1403, 6, 31), date(2024, 9, 21), id="last day of the first half"),
        pytest.param((1403, 7, 30), date(2024, 10, 21), id="last day of a month of 30 days"),
        pytest.param((1402, 12, 30), None, id="no 30 Esfand in a common year"),
        pytest.param((1403, 7, 31), None, id="no 31 Mehr"),
        pytest.param((1403, 1, 32), None, id="no 32 Farvardin"),
        pytest.param((1403, 13, 1), None, id="no thirteenth month"),
        pytest.param((1403, 0, 1), None, id="no month zero"),
        pytest.param((1403, 1, 0), None, id="no day zero"),
        pytest.param((1100, 1, 1), None, id="before the range"),
        pytest.param((1634, 1, 1), None, id="after the range"),
    ],
)
def test_jalali_to_date(jalali, expected):
    assert jalali_to_date(*jalali) == expected


@pytest.mark.parametrize(
    ("calendar", "day", "expected"),
    [
        pytest.param(Calendar.HIJRI, (1446, 10, 1), date(2025, 3, 31), id="feast of Fitr 1446"),
        pytest.param(Calendar.HIJRI, (1445, 1, 10), date(2023, 7, 28), id="Ashura 1445"),
        pytest.param(Calendar.HIJRI, (1, 1, 1), date(622, 7, 19), id="the first day"),
        pytest.param(Calendar.HIJRI, (1446, 13, 1), None, id="no thirteenth lunar month"),
        pytest.param(Calendar.HIJRI, (1446, 1, 31), None, id="no lunar 31st"),
        pytest.param(Calendar.HIJRI, (0, 1, 1), None, id="no year zero"),
        pytest.param(Calendar.GREGORIAN, (2024, 2, 29), date(2024, 2, 29), id="29 February of a leap year"),
        pytest.param(Calendar.GREGORIAN, (2025, 2, 29), None, id="no 29 February"),
        pytest.param(Calendar.GREGORIAN, (2025, 6, 31), None, id="no 31 June"),
    ],
)
def test_to_date(calendar, day, expected):
    assert to_date(calendar, *day) == expected


@given(st.dates(date(1821, 3, 21), date(2122, 3, 20)))
def test_jalali_there_and_back(day):
    found = date_to_jalali(day)
    assert found is not None
    assert jalali_to_date(*found) == day
    assert found[2] <= jalali_month_days(found[0], found[1])


@given(st.dates(date(700, 1, 1), date(2400, 1, 1)))
def test_hijri_there_and_back(day):
    found = date_to_hijri(day)
    assert found is not None
    assert hijri_to_date(*found) == day
    assert found[2] <= hijri_month_days(found[0], found[1])


@given(st.integers(1200, 1500), st.integers(1, 12))
def test_months_follow_one_another(year, month):
    span, after = month_span(Calendar.JALALI, year, month), month_span(Calendar.JALALI, year + month // 12, month % 12 + 1)
    assert span is not None
    assert after is not None
    assert after[0] - span[1] == timedelta(days=1)
    assert (span[1] - span[0]).days + 1 == jalali_month_days(year, month)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_weeks_begin_on_saturday(day):
    start, end = week_span(day)
    assert start.weekday() == 5
    assert start <= day <= end
    assert (end - start).days == 6


@pytest.mark.parametrize(
    ("start", "end", "rough", "expected"),
    [
        pytest.param(date(2025, 2, 25), date(2025, 2, 25), False, "2025-02-25", id="a day"),
        pytest.param(date(2025, 2, 25), date(2025, 2, 25), True, "2025-02-25~", id="about a day"),
        pytest.param(date(2025, 2, 1), date(2025, 2, 28), False, "2025-02", id="a month"),
        pytest.param(date(2024, 2, 1), date(2024, 2, 28), False, "2024-02-01/2024-02-28", id="no whole February"),
        pytest.param(date(2025, 1, 1), date(2025, 12, 31), False, "2025", id="a year"),
        pytest.param(date(2026, 1, 1), date(2028, 12, 31), False, "2026/2028", id="years"),
        pytest.param(date(2025, 1, 1), date(2025, 3, 31), False, "2025-01/2025-03", id="months"),
        pytest.param(date(2024, 10, 22), date(2024, 11, 20), False, "2024-10-22/2024-11-20", id="a Jalali month"),
        pytest.param(date(2024, 10, 22), date(2024, 11, 20), True, "2024-10-22~/2024-11-20~", id="about a Jalali month"),
    ],
)
def test_edtf_of(start, end, rough, expected):
    assert edtf_of(start, end, approximate=rough) == expected


@pytest.mark.parametrize(
    ("calendar", "year", "expected"),
    [
        pytest.param(Calendar.JALALI, 1403, (date(2024, 3, 20), date(2025, 3, 20)), id="Jalali leap year"),
        pytest.param(Calendar.GREGORIAN, 2025, (date(2025, 1, 1), date(2025, 12, 31)), id="Gregorian year"),
        pytest.param(Calendar.JALALI, 589, None, id="outside the official range"),
        pytest.param(Calendar.GREGORIAN, 10000, None, id="outside what a date can be"),
    ],
)
def test_year_span(calendar, year, expected):
    assert year_span(calendar, year) == expected


def test_from_date_in_three_calendars():
    day = date(2025, 3, 31)
    assert from_date(Calendar.GREGORIAN, day) == (2025, 3, 31)
    assert from_date(Calendar.JALALI, day) == (1404, 1, 11)
    assert from_date(Calendar.HIJRI, day) == (1446, 10, 1)
    assert from_date(Calendar.JALALI, date(1500, 1, 1)) is None
    assert from_date(Calendar.HIJRI, date(500, 1, 1)) is None
