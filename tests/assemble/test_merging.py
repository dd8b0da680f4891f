"""Several sentences: one contact told again, two contacts kept apart, what a meeting inherits from its visit."""

import pytest
from test_contacts import case, missing, told

from didar.pack import Pack

JOINED = [
    case(
        "عباس عراقچی وزیر خارجه ایران با هاکان فیدان وزیر خارجه ترکیه دیدار کرد.\nدر این دیدار دو طرف درباره سوریه گفت‌وگو کردند.",
        "meeting held IRN-TUR people=2",
    ),
    case(
        "دیدار عراقچی و فیدان\nعباس عراقچی با هاکان فیدان وزیر خارجه ترکیه دیدار کرد. عراقچی در دیدار با فیدان خندان بود.",
        "meeting held IRN-TUR عراقچی>participant فیدان>participant people=2",
    ),
    case(
        "عراقچی در تماس تلفنی با لاوروف بر صلح تأکید کرد.\nوزیران خارجه ایران و روسیه در این گفت‌وگوی تلفنی درباره قفقاز رایزنی کردند.",
        "call held IRN-RUS people=2",
    ),
    case(
        "وزیر خارجه عمان وارد تهران شد.\nوزیر خارجه عمان که صبح امروز به تهران سفر کرد، با رئیس‌جمهور ایران دیدار کرد.",
        "visit held IRN-OMN @تهران",
        "meeting held IRN-OMN foreign_minister/OMN>guest president/IRN>host @تهران",
    ),
    case(
        "عباس عراقچی امروز به مسکو سفر کرد.\nعراقچی با سرگئی لاوروف همتای روس خود دیدار کرد.",
        "visit held IRN-RUS @مسکو",
        "meeting held IRN-RUS عراقچی>guest لاوروف>host @مسکو",
    ),
    case(
        "نخست‌وزیر پاکستان فردا به پکن سفر می‌کند.\nوی در این سفر با رئیس‌جمهور چین دیدار خواهد کرد.",
        "visit planned CHN-PAK @پکن",
        "meeting planned CHN-PAK prime_minister/PAK>guest president/CHN>host @پکن",
    ),
    case("وزیر خارجه ایران فردا به بغداد می‌رود.\nاین سفر به دعوت وزیر خارجه عراق انجام می‌شود.", "visit planned IRN-IRQ @بغداد"),
    case(
        "تماس تلفنی رئیسان جمهور ایران و فرانسه\nرئیس‌جمهور ایران شامگاه دوشنبه با رئیس‌جمهور فرانسه تلفنی گفت‌وگو کرد.",
        "call held FRA-IRN people=2 2025-05-19",
    ),
    case("قرار بود وزیر خارجه ایران با وزیر خارجه یونان دیدار کند.\nاین دیدار لغو شد.", "meeting called_off GRC-IRN"),
    case("سفیر چین در کابل با وزیر معادن افغانستان ملاقات کرد. در این ملاقات درباره مس گفت‌وگو شد.", "meeting held AFG-CHN people=2"),
]

APART = [
    case(
        "عراقچی با وزیر خارجه عمان دیدار کرد. وی سپس با وزیر خارجه قطر دیدار کرد.",
        "meeting held IRN-OMN people=2",
        "meeting held IRN-QAT people=2",
    ),
    case(
        "عراقچی روز یکشنبه با وزیر خارجه عراق دیدار کرد. عراقچی روز دوشنبه با نخست‌وزیر عراق دیدار کرد.",
        "meeting held IRN-IRQ people=2 2025-05-18",
        "meeting held IRN-IRQ people=2 2025-05-19",
    ),
    case(
        "رئیس‌جمهور ترکیه دیروز تلفنی با رئیس‌جمهور روسیه گفت‌وگو کرد. رئیس‌جمهور ترکیه فردا در مسکو با رئیس‌جمهور روسیه دیدار خواهد کرد.",
        "call held RUS-TUR 2025-05-19",
        "meeting planned RUS-TUR @مسکو 2025-05-21",
    ),
    case(
        "وزیر خارجه ایران امروز به دوحه سفر کرد. وزیر خارجه ایران هفته آینده به آنکارا سفر می‌کند.",
        "visit held IRN-QAT @دوحه",
        "visit planned IRN-TUR @آنکارا",
    ),
    case(
        "لاوروف امروز با عراقچی در تهران دیدار کرد. عراقچی و لاوروف ماه گذشته نیز در مسکو دیدار کرده بودند.",
        "meeting held IRN-RUS @تهران 2025-05-20",
        "meeting held IRN-RUS @مسکو",
    ),
    case(
        "سفیر هند با وزیر راه ایران دیدار کرد. سفیر ژاپن با وزیر نیروی ایران دیدار کرد.",
        "meeting held IND-IRN people=2",
        "meeting held IRN-JPN people=2",
    ),
    case("وزیر خارجه فرانسه وارد بیروت شد. وزیر دفاع آلمان وارد بیروت شد.", "visit held FRA-LBN people=1", "visit held DEU-LBN people=1"),
    case(
        "عراقچی با وزیر خارجه مصر تلفنی گفت‌وگو کرد. وزیر خارجه ایران در تماسی جداگانه با وزیر خارجه کویت گفت‌وگو کرد.",
        "call held EGY-IRN",
        "call held IRN-KWT",
    ),
]


@pytest.mark.parametrize(("text", "asked"), [*JOINED, *APART])
def test_together_or_apart(text: str, asked: tuple[str, ...], pack: Pack) -> None:
    found = told(text, pack)
    assert (missing(asked, found), len(found)) == ([], len(asked)), found
