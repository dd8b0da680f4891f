"""What an office phrase says, while it is being read."""

from dataclasses import dataclass, replace

from didar.pack.rows import OfficeRow
from didar.terms import Office
from didar.who import Relation

_DEEDS = frozenset(
    "حمله حملات اقدامات تجاوز تجاوزات تهدید تهدیدات تصمیم تصمیمات ادعا ادعای اظهارات سخنان توافق تحریم پیشنهاد نقش "
    "سفر دیدار موضع مواضع خروج فشار جنایت جنایات نقض سکوت بیانیه قطعنامه ترور حضور مداخله مداخلات دخالت بمباران "
    "کشتار محاصره اشغال رفتار عملکرد انتخاب انتصاب پیروزی شهادت درگذشت مناسبات نگرانی درخواست دعوت "
    "واکنش تلاش آمادگی تحرکات فروش ارسال اعزام لغو آزادی بازداشت دستگیری اعدام محکومیت".split()
)
PLURAL = ("های", "ها", "هایی")


def is_deed(word: str) -> bool:
    """Whether a word tells what somebody does, so that it is no part of a title: «وزارت خارجه | تهدیدهای آمریکا را محکوم کرد»."""
    return word in _DEEDS or any(word.endswith(end) and word.removesuffix(end) in _DEEDS for end in PLURAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """Tokens [first, last) say an office. See `ActorMention` for the fields.

    closed: whether the title is whole, so that what follows is no part of it but a party («سخنگوی وزارت خارجه | حملات اسرائیل را …»).
    """

    first: int
    last: int
    office: Office
    row: OfficeRow
    portfolio: str | None = None
    party: str | None = None
    parties: tuple[str, ...] = ()
    relation: Relation | None = None
    accredited_to: str | None = None
    accredited_relation: Relation | None = None
    former: bool = False
    acting: bool = False
    elect: bool = False
    adjective: bool = False
    wording: str | None = None
    also: tuple[str, ...] = ()
    also_offices: tuple[Office, ...] = ()
    closed: bool = False


def modified(phrase: OfficePhrase, effect: str) -> OfficePhrase:
    """The phrase with what an adjective says of it: former, acting, elect, or nothing of note."""
    match effect:
        case "former":
            return replace(phrase, former=True)
        case "acting":
            return replace(phrase, acting=True)
        case "elect":
            return replace(phrase, elect=True)
        case _:
            return phrase
