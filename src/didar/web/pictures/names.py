"""Words that pictures write themselves, in both languages. Codebook words are the keys."""

from datetime import date

from didar.calendars import from_date
from didar.terms import Calendar

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

MONTHS: dict[tuple[str, Calendar], tuple[str, ...]] = {
    ("fa", Calendar.JALALI): tuple("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()),
    ("fa", Calendar.GREGORIAN): tuple("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split()),
    ("en", Calendar.JALALI): tuple("Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split()),
    ("en", Calendar.GREGORIAN): tuple("January February March April May June July August September October November December".split()),
}

WORDS: dict[str, dict[str, str]] = {
    "fa": {
        "meeting": "دیدار", "call": "تماس", "visit": "سفر", "conference": "نشست", "talks": "مذاکره", "message": "پیام",
        "signing": "امضا", "summons": "احضار", "credentials": "استوارنامه",
        "held": "انجام‌شده", "ongoing": "در جریان", "planned": "برنامه‌ریزی‌شده", "proposed": "پیشنهادشده", "called_off": "لغوشده",
        "denied": "تکذیب‌شده",
        "negotiated": "در مذاکره", "initialled": "پاراف", "signed": "امضا", "approved": "تصویب", "in_force": "لازم‌الاجرا",
        "implemented": "اجرا", "suspended": "تعلیق", "withdrawn": "خروج", "expired": "پایان اعتبار",
        "reported": "گزارش‌شده", "called_for": "خواسته‌شده",
        "timeline": "خط زمان", "cadence": "تعداد تماس‌ها در هر فصل", "life": "مراحل توافق", "no date": "بی‌تاریخ", "told": "نخستین گزارش",
        "to": "تا", "about": "حدود", "assumed": "تاریخ از روز انتشار گرفته شده", "disputed": "منابع یکسان نمی‌گویند",
        "nothing": "در این بازه چیزی ثبت نشده است.", "list": "، ", "sum": "روی هم", "some day": "یکی از این روزها؛ روز آن دانسته نیست",
        "reports": "گزارش مستقل",
    },
    "en": {
        "meeting": "meeting", "call": "call", "visit": "visit", "conference": "conference", "talks": "talks", "message": "message",
        "signing": "signing", "summons": "summons", "credentials": "credentials",
        "held": "held", "ongoing": "ongoing", "planned": "planned", "proposed": "proposed", "called_off": "called off", "denied": "denied",
        "negotiated": "negotiated", "initialled": "initialled", "signed": "signed", "approved": "approved", "in_force": "in force",
        "implemented": "implemented", "suspended": "suspended", "withdrawn": "withdrawn", "expired": "expired",
        "reported": "reported", "called_for": "called for",
        "timeline": "Timeline", "cadence": "Contacts in each quarter", "life": "Stages of the agreement", "no date": "no date",
        "told": "first told", "to": "to", "about": "about", "assumed": "day assumed from the publication", "disputed": "sources differ",
        "nothing": "Nothing is recorded in these days.", "list": ", ", "sum": "in all", 
        "some day": "one of these days; which is not known", "reports": "independent reports",
    },
}  # fmt: skip


def word(key: str, language: str) -> str:
    """The word of a key; a word of the codebook that is not listed stands for itself."""
    return WORDS[language].get(key, key.replace("_", " "))


def digits(text: str | int, language: str) -> str:
    """Numbers with the digits of the language."""
    return str(text).translate(_DIGITS) if language == "fa" else str(text)


def month_name(calendar: Calendar, month: int, language: str) -> str:
    return MONTHS[language, calendar][month - 1]


def day_name(day: date, calendar: Calendar, language: str) -> str:
    """«۲۶ آذر ۱۴۰۳», “26 Azar 1403”; the ISO date where the calendar does not reach."""
    found = from_date(calendar, day)
    if found is None:
        return digits(day.isoformat(), language)
    year, month, number = found
    return digits(f"{number} {month_name(calendar, month, language)} {year}", language)


def days_name(first: date, last: date, calendar: Calendar, language: str) -> str:
    """Both ends once each, or the whole month or year they fill."""
    a, b = from_date(calendar, first), from_date(calendar, last)
    if first == last or a is None or b is None:
        ends = dict.fromkeys((first, last))
        return f" {word('to', language)} ".join(day_name(d, calendar, language) for d in ends)
    after = from_date(calendar, date.fromordinal(last.toordinal() + 1))
    whole = a[2] == 1 and after is not None and after[2] == 1
    if whole and a[:2] == b[:2]:
        return digits(f"{month_name(calendar, a[1], language)} {a[0]}", language)
    if whole and a[1] == 1 and b[1] == 12 and a[0] == b[0]:
        return digits(a[0], language)
    start = day_name(first, calendar, language)
    if a[:2] == b[:2]:
        start = digits(a[2], language)
    elif a[0] == b[0]:
        start = digits(f"{a[2]} {month_name(calendar, a[1], language)}", language)
    return f"{start} {word('to', language)} {day_name(last, calendar, language)}"
