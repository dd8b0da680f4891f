"""Word forms that the tables need not list: verbs conjugated, nouns with their endings. Folded letters in and out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from didar.pack.rows import VerbForm

_PAST = (("م", 1), ("ی", 2), ("", 3), ("یم", 4), ("ید", 5), ("ند", 6))
_PRESENT = (("م", 1), ("ی", 2), ("د", 3), ("یم", 4), ("ید", 5), ("ند", 6))
_COPULA = (("ام", 1), ("ای", 2), ("است", 3), ("ایم", 4), ("اید", 5), ("اند", 6))
_BARE = frozenset(
    [
        "کن",
        "شو",
        "گیر",
        "ده",
        "یاب",
        "پذیر",
        "دار",
        "اور",
        "باش",
        "زن",
        "نما",
        "نمای",
        "گرد",
        "رو",
        "ای",
        "کش",
        "خور",
        "بر",
        "ساز",
        "گذار",
        "گزار",
        "رسان",
        "رس",
        "خوان",
        "نه",
        "ایست",
        "بند",
        "پرداز",
    ]
)
_NOUN_ENDINGS = ("", "ی", "ها", "های", "هایی", "ش", "شان", "م", "مان", "هایش", "هایشان", "هایمان", "ات", "اتی")
_LIGHT = frozenset("کرد شد داد گفت بود داشت گرفت نمود گردید ساخت دانست خواند خواست".split())
_PREFIXES = ("باز", "بر", "فرا", "فرو", "در", "وا")
_FORMS_OF_BE = {
    "است": (3, False), "نیست": (3, True), "هست": (3, False), "هستند": (6, False), "هستم": (1, False), "هستیم": (4, False),
    "نیستند": (6, True), "نیستم": (1, True), "نیستیم": (4, True), "هستید": (5, False), "اند": (6, False),
}  # fmt: skip


def conjugate(past: str, present: str, also: str) -> Iterator[tuple[str, VerbForm]]:
    """(form, what it says) of one verb; stems as in verbs.tsv, folded."""
    for negative, mark in ((False, ""), (True, "ن")):
        for ending, person in _PAST:
            if person != 2:  # «نشستی», «کردی», «گفتی»: nobody is addressed so in the news
                yield mark + past + ending, VerbForm(past, "past", person, negative, also if not ending and not mark else "")
            yield mark + "می" + past + ending, VerbForm(past, "imperfect", person, negative, "")
        participle = mark + past + "ه"
        yield participle, VerbForm(past, "participle", 0, negative, also)
        for ending, person in _COPULA:
            if person == 2:  # «پیوسته‌ای», «گذشته‌ای»
                continue
            yield participle + ending, VerbForm(past, "perfect", person, negative, "")
        stem = present + "ی" if present[-1:] in "او" and len(present) > 1 and present not in ("رو", "شو") else present
        for ending, person in _PRESENT:
            yield mark + "می" + stem + ending, VerbForm(past, "present", person, negative, "")
            if person == 2:  # «برخی», «بندی»
                continue
            if negative or stem[0] != "ا":
                yield (mark or "ب") + stem + ending, VerbForm(past, "subjunctive", person, negative, "")
            else:
                yield "بی" + stem + ending, VerbForm(past, "subjunctive", person, negative, "")
            if not negative and stem in _BARE:
                yield stem + ending, VerbForm(past, "subjunctive", person, negative, "noun" if stem in ("کن", "ای") and person < 3 else "")


def prefixed(past: str, present: str) -> Iterator[tuple[str, VerbForm]]:
    """Forms of a verb with a prefix that takes «می» and «ن» within: «بازمی‌گردد», «بازگردد», «بازنگشت»; none of other verbs."""
    prefix = next((p for p in _PREFIXES if past.startswith(p) and present.startswith(p) and len(present) > len(p) + 1), None)
    if prefix is None:
        return
    before, stem = past.removeprefix(prefix), present.removeprefix(prefix)
    for negative, mark in ((False, ""), (True, "ن")):
        for ending, person in _PAST:
            if person != 2:
                yield f"{prefix}{mark}{before}{ending}", VerbForm(past, "past", person, negative, "")
                yield f"{prefix}{mark}می{before}{ending}", VerbForm(past, "imperfect", person, negative, "")
        yield f"{prefix}{mark}{before}ه", VerbForm(past, "participle", 0, negative, "")
        for ending, person in _PRESENT:
            if person != 2:
                yield f"{prefix}{mark}می{stem}{ending}", VerbForm(past, "present", person, negative, "")
                yield f"{prefix}{mark}{stem}{ending}", VerbForm(past, "subjunctive", person, negative, "")


def verb_table(rows: Iterable[tuple[str, str, str]]) -> dict[str, VerbForm]:
    """Every form of every verb; where two verbs share a form the first row keeps it."""
    table: dict[str, VerbForm] = {}
    for form, (person, negative) in _FORMS_OF_BE.items():
        table[form] = VerbForm("بود", "present", person, negative, "")
    for word, person in (("خواهم", 1), ("خواهی", 2), ("خواهد", 3), ("خواهیم", 4), ("خواهید", 5), ("خواهند", 6)):
        table[word] = VerbForm("خواست", "future", person, False, "")
        table["ن" + word] = VerbForm("خواست", "future", person, True, "")
    kept = list(rows)
    for past, present, also in kept:
        for form, verb in conjugate(past, present, also):
            table.setdefault(form, verb)
    for past, present, _ in kept:
        for form, verb in prefixed(past, present):
            table.setdefault(form, verb)
    for person, ending in ((1, "م"), (2, "ی"), (3, "د"), (4, "یم"), (5, "ید"), (6, "ند")):
        for mark, negative in (("", False), ("ن", True)):
            table[mark + "دار" + ending] = VerbForm("داشت", "present", person, negative, "")
            table[mark + "باش" + ending] = VerbForm("بود", "subjunctive", person, negative, "")
    for past, _, also in kept:
        if also:
            table[past] = VerbForm(past, "past", 3, False, also)
    for form in ("باید", "نباید", "شاید", "شدید"):  # words of their own
        table.pop(form, None)
    return table


def also_nouns(table: dict[str, VerbForm], common: dict[str, str]) -> dict[str, VerbForm]:
    """Marks the forms that the dictionary knows as nouns or adjectives («مردم», «کشتی», «آماده»), light verbs aside."""
    for form, verb in table.items():
        tags = common.get(form, "")
        if verb.also or verb.lemma in _LIGHT or not ("N" in tags or "AJ" in tags):
            continue
        table[form] = replace(verb, also="noun")
    return table


def noun_forms(noun: str) -> Iterator[str]:
    """A noun with the endings of number, indefiniteness and possession: «دیدار», «دیدارهای», «دیدارش» …"""
    if noun.endswith("ه"):
        yield noun + "ای"
    if noun.endswith(("و", "ا")):
        yield noun + "یی"
    for ending in _NOUN_ENDINGS:
        if ending in ("ات", "اتی") and not noun.endswith(("ه", "ش")):
            continue
        if ending in ("ات", "اتی"):
            yield noun.removesuffix("ه") + ending
        else:
            yield noun + ending
