"""Channel pages and exports: each message its own article, forwarded ones marked, what has no text counted."""

import json
from pathlib import Path

import pytest

from didar import read_article
from didar.gather import read_sources
from didar.gather.channels import FORWARDED
from didar.gather.contents import read_content
from didar.gathering import page_rules, read_days
from didar.model import Article, Reject
from didar.terms import Reason

RULES = page_rules()


def message(number: int, inner: str, *, at: str = "2025-02-25T11:00:00+00:00", channel: str = "farsna", more: str = "") -> str:
    """As t.me/s/… has it."""
    return (
        '<div class="tgme_widget_message_wrap js-widget_message_wrap">'
        f'<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="{channel}/{number}">'
        '<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author">'
        '<a class="tgme_widget_message_owner_name">کانال</a></div>'
        f'{more}{inner}<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">7K</span>'
        f'<a class="tgme_widget_message_date" href="https://t.me/{channel}/{number}">'
        f'<time datetime="{at}" class="time">14:30</time></a></div>'
        "</div></div></div>"
    )


def said(text: str) -> str:
    return f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>'


def channel(*messages: str) -> bytes:
    head = '<div class="tgme_channel_info_header_title"><span>خبرهای نمونه</span></div>'
    return f"<html><body class='widget_frame_base'>{head}<section>{''.join(messages)}</section></body></html>".encode()


def read(content: bytes) -> tuple[list[Article], list[Reject]]:
    found = list(read_content(content, where="x", rules=RULES, read_days=read_days))
    return [a for a in found if isinstance(a, Article)], [r for r in found if isinstance(r, Reject)]


def test_each_message_is_an_article() -> None:
    page = channel(message(12, said("دیدار دو وزیر<br/>در مسقط می‌گذرد")), message(13, said("خبر دوم"), at="2025-02-25T22:00:00+00:00"))
    (first, second), rejects = read(page)
    assert first.text == "دیدار دو وزیر\nدر مسقط می‌گذرد"
    assert (first.url, first.outlet, first.published) == ("https://t.me/farsna/12", "خبرگزاری فارس", "2025-02-25T14:30+03:30")
    assert (second.url, second.published) == ("https://t.me/farsna/13", "2025-02-26T01:30+03:30")
    assert rejects == []


def test_a_text_inside_a_text_is_there_once() -> None:
    """Beside pictures and films the public pages nest the text in an element of the same kind."""
    (found,), _ = read(channel(message(12, said(said("دیدار دو وزیر<br/>در مسقط می‌گذرد")))))
    assert found.text == "دیدار دو وزیر\nدر مسقط می‌گذرد"


def test_what_the_channel_says_of_itself_is_no_message() -> None:
    service = message(11, said("Channel photo updated")).replace('js-widget_message" data', 'js-widget_message service_message" data')
    assert "service_message" in service
    (found,), _ = read(channel(service, message(12, said("دیدار دو وزیر"))))
    assert found.url == "https://t.me/farsna/12"


def test_a_channel_that_the_pack_does_not_know() -> None:
    (found,), _ = read(channel(message(1, said("سلام بر همه"), channel="nemuneh")))
    assert (found.outlet, found.url) == ("خبرهای نمونه", "https://t.me/nemuneh/1")


def test_a_forwarded_message_is_marked() -> None:
    note = (
        '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name">ایسنا</a></div>'
    )
    (found,), _ = read(channel(message(1, said("متن خبر"), more=note)))
    assert found.text == f"{FORWARDED}ایسنا\nمتن خبر"


def test_from_whom_it_was_forwarded_is_not_read_as_news() -> None:
    first = f"{FORWARDED}وزارت امور خارجه روسیه"
    reading = read_article(f"{first}\nوزیر خارجه ایران با همتای عراقی خود دیدار کرد.", published="2025-02-25")
    assert [(aside.span, aside.reason) for aside in reading.set_aside] == [((0, len(first)), Reason.BOILERPLATE)]
    assert [e.parties for e in reading.engagements] == [("IRN", "IRQ")]


def test_an_answer_is_not_what_it_answers() -> None:
    answered = '<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">پرسش کهنه</div></a>'
    (found,), _ = read(channel(message(1, said("پاسخ تازه"), more=answered)))
    assert found.text == "پاسخ تازه"


def test_messages_without_text_are_counted() -> None:
    articles, (reject,) = read(channel(message(1, said("متن")), message(2, ""), message(3, '<a class="photo"></a>')))
    assert len(articles) == 1
    assert reject.reason is Reason.EMPTY_TEXT
    assert reject.detail.startswith("2 messages")


def test_an_edited_message_has_the_same_address_and_another_id() -> None:
    (before,), _ = read(channel(message(1, said("دیدار فردا انجام می‌شود"))))
    (after,), _ = read(channel(message(1, said("دیدار فردا انجام نمی‌شود"))))
    assert before.url == after.url
    assert before.id != after.id


def test_saved_export_in_html() -> None:
    page = """<html><body><div class="page_wrap">
    <div class="page_header"><div class="content"><div class="text bold">کانال نمونه</div></div></div>
    <div class="page_body chat_page"><div class="history">
    <div class="message service" id="message-1"><div class="body details">25 February 2025</div></div>
    <div class="message default clearfix" id="message5"><div class="body">
    <div class="pull_right date details" title="25.02.2025 14:30:05 UTC+03:30">14:30</div>
    <div class="from_name">کانال نمونه</div><div class="text">متن نخست<br>خط دوم</div></div></div>
    <div class="message default clearfix joined" id="message6"><div class="body">
    <div class="pull_right date details" title="25.02.2025 14:31:00 UTC+03:30">14:31</div>
    <div class="forwarded body"><div class="from_name">دیگری<span class="date details"> 24.02.2025 10:00:00</span></div>
    <div class="text">متن دوم</div></div></div></div></div></div></div></body></html>"""
    (first, second), rejects = read(page.encode())
    assert (first.text, first.outlet, first.published) == ("متن نخست\nخط دوم", "کانال نمونه", "2025-02-25T14:30+03:30")
    assert second.text == f"{FORWARDED}دیگری\nمتن دوم"
    assert second.published == "2025-02-25T14:31+03:30"
    assert rejects == []


EXPORT = {
    "name": "خبرهای نمونه",
    "type": "public_channel",
    "id": 1234,
    "messages": [
        {"id": 1, "type": "service", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2025-02-25T14:30:00", "date_unixtime": "1740481200", "text": "متن ساده"},
        {"id": 3, "type": "message", "date": "2025-02-25T14:31:00", "text": ["دیدار در ", {"type": "bold", "text": "مسقط"}, " می‌گذرد"]},
        {"id": 4, "type": "message", "date": "2025-02-25T14:32:00", "text": "متن دیگری", "forwarded_from": "ایسنا"},
        {"id": 5, "type": "message", "date": "2025-02-25T14:33:00", "photo": "p.jpg", "text": ""},
        {"id": 6, "type": "message", "date": "1403-12-07T14:33:00", "text": "تاریخ نادرست"},
    ],
}


@pytest.mark.parametrize("value", [pytest.param(EXPORT, id="one chat"), pytest.param({"chats": {"list": [EXPORT]}}, id="an account")])
def test_saved_export_in_json(tmp_path: Path, value: object) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    found = list(read_sources([path]))
    articles = [a for a in found if isinstance(a, Article)]
    assert [a.text for a in articles] == ["متن ساده", "دیدار در مسقط می‌گذرد", f"{FORWARDED}ایسنا\nمتن دیگری", "تاریخ نادرست"]
    assert [a.published for a in articles] == ["2025-02-25T11:00+00:00", "2025-02-25T14:31:00", "2025-02-25T14:32:00", None]
    assert [a.url for a in articles][:2] == ["https://t.me/c/1234/2", "https://t.me/c/1234/3"]
    assert {a.outlet for a in articles} == {"خبرهای نمونه"}
    assert reasons_of(found) == {Reason.EMPTY_TEXT: 1, Reason.BAD_DATE: 1}


def reasons_of(found: list[Article | Reject]) -> dict[Reason, int]:
    reasons = [r.reason for r in found if isinstance(r, Reject)]
    return {reason: reasons.count(reason) for reason in reasons}


def test_json_that_is_no_export_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "متن خبر", "messages": [], "name": None}), encoding="utf-8")
    (article,) = read_sources([path])
    assert isinstance(article, Article)
    assert article.text == "متن خبر"


def test_channel_pages_as_saved_by_others(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "html").glob("telegram_*.html")):
        articles, _ = read(path.read_bytes())
        assert len(articles) >= 95, path.name
        assert all((a.url or "").startswith("https://t.me/") for a in articles)
