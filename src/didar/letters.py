"""The only place where letters are equated; used by the pack and by `clean`.

Two steps. `CLEAN` is what a reader would not notice: Arabic letter forms, digits, invisible marks. `fold_word` is what
is compared: spaces and ZWNJ dropped, the hamza's seats and آ levelled, so that «رئیس‌جمهور», «رییس جمهور» and
«رئیسجمهور» are one form.
"""

ZWNJ = "\u200c"

# One letter for one letter; nothing here changes a text's length.
CLEAN_LETTERS: dict[int, str] = {
    **{ord(a): b for a, b in zip("يىئېۍێ", "ییئییی", strict=True)},
    **{ord(a): b for a, b in zip("كڪګ", "ککگ", strict=True)},
    **{ord(a): "ه" for a in "ةہھۀەۃ"},
    **{ord(a): str(n) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for n, a in enumerate(digits)},
    **{ord(a): " " for a in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"},
    **{ord(a): "\n" for a in "\r\u0085\u2028\u2029"},
    ord("\u066a"): "%",
    ord("\u066b"): ".",
    ord("\u066c"): ",",
    ord("\u06d4"): ".",
}

# Dropped by `clean`: tatweel, Arabic diacritics, direction marks, joiners other than ZWNJ, soft hyphen, BOM, variation selectors.
DROPPED = (
    "\u0640\u00ad\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f\u061c"
    + "".join(map(chr, range(0x064B, 0x0660)))
    + "\u0670"
    + "".join(map(chr, range(0x06D6, 0x06DD)))
    + "".join(map(chr, range(0x0610, 0x061B)))
)

_FOLD = str.maketrans(
    {
        **CLEAN_LETTERS,
        **{ord(a): "ا" for a in "آأإٱ"},
        ord("ؤ"): "و",
        ord("ئ"): "ی",
        ord("ء"): None,
        **{ord(a): None for a in DROPPED + ZWNJ},
    }
)

INITIALS = frozenset(("جی", "اچ", "دبلیو", "اف"))
"""Latin letters spelled out within names, folded: «دونالد جی. ترامپ»."""


def fold_word(text: str) -> str:
    """The form that is compared: letters levelled, ZWNJ dropped, ASCII lower case. Spaces stay."""
    return text.translate(_FOLD).lower()


def fold_form(text: str) -> str:
    """A form of several words as it is compared: `fold_word` with the spaces dropped as well."""
    return "".join(fold_word(text).split())
