"""Every page in both languages: whole, and the same as its twins."""

import csv
import io
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from didar.web.language import LANGUAGES, TEXTS, load_words
from didar.web.pages import VIEWS

SORTS = [
    *"home timeline dossier pairs statements search people person agreements".split(),
    *"agreement audit unsure changes entry article keys api".split(),
    *(f"audit {s}" for s in "claims contradictions unreported offices one_source implausible unresolved rejected".split()),
]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Tags opened and closed in order, ids, links, and the rows that can be walked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1] if self.open else ''}>")
        if tag in self.open:
            while self.open and self.open.pop() != tag:
                pass

    def values(self, name: str) -> list[str]:
        return [a[name] or "" for _, a in self.tags if name in a]


def get(client: TestClient, path: str, lang: str) -> Any:
    return client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sort", SORTS)
def test_page_is_whole(client: TestClient, paths: dict[str, str], sort: str, lang: str) -> None:
    answer = get(client, paths[sort], lang)
    assert answer.status_code == 200, answer.text
    page = Page(answer.text)
    assert page.faults == []
    assert page.open == []
    assert len(page.values("id")) == len(set(page.values("id")))
    assert ("html", {"lang": lang, "dir": "rtl" if lang == "fa" else "ltr"}) == page.tags[0]
    assert {"header", "nav", "main", "footer", "h1"} <= {t for t, _ in page.tags}
    assert "style" not in {name for _, a in page.tags for name in a}
    assert not [n for _, a in page.tags for n in a if n.startswith("on")]
    anchors = [h[1:] for h in page.values("href") if h.startswith("#")]
    assert set(anchors) <= set(page.values("id"))
    for tag, attributes in page.tags:
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")


@pytest.mark.parametrize("sort", SORTS)
def test_links_keep_the_language_and_lead_somewhere(client: TestClient, paths: dict[str, str], sort: str) -> None:
    page = Page(get(client, paths[sort], "fa").text)
    ours = {h for h in page.values("href") if h.startswith("/") and not h.startswith(("/static", "/api/"))}
    for address in sorted(ours)[:60]:
        parts = urlsplit(address)
        other_form = parts.path.endswith((".json", ".csv", ".svg", ".atom", ".ics"))
        assert other_form or parse_qs(parts.query)["lang"][0] in LANGUAGES, address
        assert client.get(address).status_code in (200, 403), address


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_twins_say_the_same(client: TestClient, paths: dict[str, str], view: Any) -> None:
    path = {"home": "/home", "audit_section": paths["audit unreported"]}.get(view.name) or paths[view.name]
    base, _, question = path.partition("?")
    found = client.get(f"{base}.json?{question}&limit=7").json()
    table = client.get(f"{base}.csv?{question}&limit=7")
    header, *rows = csv.reader(io.StringIO(table.content.decode("utf-8-sig")))
    assert tuple(header) == view.columns
    assert len(rows) == len(found["rows"])
    cells = [view.cells(r) for r in found["rows"]]
    for name in ("id", "entry", "article", "section", "reason", "number", "stage"):
        if name in header:
            shown = [("" if c.get(name) is None else str(c.get(name))) for c in cells]
            assert [r[header.index(name)] for r in rows] == shown
    assert client.get(path, headers={"accept": "application/json"}).json().keys() == found.keys()
    assert client.get(path, headers={"accept": "text/csv"}).headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("question", ["", "kind=call", "party=IRN&party=RUS&order=old", "person=عراقچی", "since=1403-12&until=2025-04"])
def test_rows_of_the_page_are_those_of_its_twins(client: TestClient, question: str) -> None:
    page = Page(client.get(f"/timeline?lang=en&limit=9&{question}").text)
    ids = [i.removeprefix("row-") for i in page.values("id") if i.startswith("row-")]
    found = client.get(f"/timeline.json?limit=9&{question}").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"/timeline.csv?limit=9&{question}").content.decode("utf-8-sig"))))
    assert ids == [r["id"] for r in found["rows"]] == [r["id"] for r in rows]
    assert ids


@pytest.mark.parametrize(
    "question", ["", "party=IRN", "party=IRN&party=RUS", "person=عراقچی", "order=old", "kind=call&order=old", "topic=energy"]
)
def test_pages_turned_one_by_one_hold_everything_once(client: TestClient, question: str) -> None:
    whole = client.get(f"/timeline.json?limit=1000&{question}").json()
    assert whole["next"] is None
    turned: list[str] = []
    after: str | None = ""
    while after is not None:
        page = client.get(f"/timeline.json?limit=2&{question}&after={after}").json()
        assert page["total"] == whole["total"]
        turned += [r["id"] for r in page["rows"]]
        after = page["next"]
    assert turned == [r["id"] for r in whole["rows"]]
    assert len(turned) == whole["total"]


def test_statements_are_turned_page_by_page(client: TestClient) -> None:
    whole = client.get("/statements.json").json()
    first = client.get("/statements.json?limit=1").json()
    second = client.get(f"/statements.json?limit=1&after={first['next']}").json()
    assert [*first["rows"], *second["rows"]] == whole["rows"]
    assert second["next"] is None


@pytest.mark.parametrize(
    ("question", "count"),
    [
        pytest.param("by=IRN&on=RUS", 1, id="one about the other"),
        pytest.param("by=ایران", 1, id="by name"),
        pytest.param("by=RUS&act=hope", 1, id="an act"),
        pytest.param("by=RUS&act=warn", 0, id="another act"),
        pytest.param("topic=energy", 2, id="a topic"),
        pytest.param("topic=border", 0, id="another topic"),
        pytest.param("speaker=عراقچی", 1, id="a speaker"),
        pytest.param("since=2025-02&until=2025-02", 2, id="a month"),
        pytest.param("since=2025-03", 0, id="later"),
    ],
)
def test_statements(client: TestClient, question: str, count: int) -> None:
    assert client.get(f"/statements.json?{question}").json()["total"] == count


@pytest.mark.parametrize("question", ["", "kind=call", "party=IRN", "person=عراقچی", "party=IRN&party=RUS&status=held"])
def test_facets_count_what_they_lead_to(client: TestClient, question: str) -> None:
    found = client.get(f"/timeline.json?{question}").json()
    for facet, counts in found["facets"].items():
        others = "&".join(p for p in question.split("&") if p and not (p.startswith(f"{facet}=") and facet in ("kind", "status")))
        for value in counts[:3]:
            led = client.get(f"/timeline.json?{others}&{facet}={value['value']}").json()
            assert led["total"] == value["count"], (facet, value)


def test_search_marks_every_word(client: TestClient) -> None:
    text = client.get("/search?lang=fa", params={"q": "دیدار تهران"}).text
    assert re.findall(r'<mark class="evidence">([^<]+)</mark>', text) == ["تهران", "دیدار"]
    assert client.get("/search.json?q=کلمه‌ای نیست").json()["total"] == 0
    assert client.get('/search.json?q="%20NEAR(*%20(').status_code == 200


def test_search_is_narrowed_by_outlet_and_year(client: TestClient) -> None:
    whole = client.get("/search.json?q=تماس").json()
    outlet, count = whole["outlets"][0]
    narrowed = client.get("/search.json", params={"q": "تماس", "outlet": outlet}).json()
    assert (narrowed["total"], len(narrowed["rows"])) == (count, count)
    assert client.get("/search.json?q=تماس&year=1999").json()["rows"] == []
    second = client.get("/search.json?q=تماس&limit=5&after=5").json()
    assert len(second["rows"]) == 5
    assert {r["article"] for r in second["rows"]}.isdisjoint(r["article"] for r in client.get("/search.json?q=تماس&limit=5").json()["rows"])


def test_article_shows_each_fact_and_what_was_set_aside(client: TestClient, paths: dict[str, str]) -> None:
    text = get(client, paths["article"], "en").text
    page = Page(text)
    assert {f"fact-{n}" for n in range(6)} <= set(page.values("id"))
    assert '<span class="aside" title="Not read as news">انتهای پیام</span>' in text
    plain = re.sub(r"<[^>]+>", "", re.search(r'<div class="text"[^>]*>(.*?)</div>', text, re.S)[1])  # type: ignore[index]
    assert plain.strip() == client.get("/article.json", params={"id": "agency/1:ف"}).json()["text"].strip()


def test_dates_stand_in_both_calendars(client: TestClient) -> None:
    text = client.get("/timeline?lang=fa&kind=meeting").text
    assert "۷ اسفند ۱۴۰۳" in text
    assert "۲۵ فوریه ۲۰۲۵" in text
    english = client.get("/timeline?lang=en&kind=meeting&calendar=jalali").text
    assert english.index("7 Esfand 1403") < english.index("25 February 2025")


@pytest.mark.parametrize("suffix", ["svg", "atom", "ics"])
def test_other_forms_of_the_timeline(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/timeline.{suffix}?party=IRN&lang=fa")
    assert answer.status_code == 200
    assert {"svg": "<svg", "atom": "<feed", "ics": "BEGIN:VCALENDAR"}[suffix] in answer.text


def test_theme_is_kept_in_a_cookie(client: TestClient) -> None:
    assert 'data-theme="dark"' in client.get("/keys?theme=dark&lang=en").text
    assert 'data-theme="dark"' in client.get("/keys?lang=en").text
    client.cookies.clear()
    assert "data-theme=" not in client.get("/keys?lang=en").text.partition(">")[2].partition("<head>")[0]


def test_language_follows_the_reader_where_the_address_says_none(client: TestClient) -> None:
    assert '<html lang="fa"' in client.get("/keys", headers={"accept-language": "de, fa-IR;q=0.9"}).text
    assert '<html lang="en"' in client.get("/keys", headers={"accept-language": "de"}).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/entry/ezzz", 404),
        ("/entry/ezzz.json", 404),
        ("/article?id=none", 404),
        ("/article", 422),
        ("/agreement/azzz", 404),
        ("/audit/nothing", 404),
        ("/timeline?since=someday", 400),
        ("/timeline?party=ناکجاآباد", 400),
        ("/timeline?kind=party", 422),
        ("/timeline?after=x", 400),
        ("/timeline?limit=0", 422),
        ("/nothing", 404),
        ("/static/../app.py", 404),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_faults_are_told_kindly(client: TestClient, path: str, status: int, lang: str) -> None:
    answer = get(client, path, lang)
    assert answer.status_code == status
    if path.endswith(".json"):
        assert answer.json()["error"] == "not_found"
    elif not path.startswith("/static"):
        assert load_words(lang)("error.title") in answer.text


def test_an_entry_by_the_beginning_of_its_id(client: TestClient, paths: dict[str, str]) -> None:
    assert client.get(paths["entry"][:-2] + ".json").json()["id"] == paths["entry"].removeprefix("/entry/")


def test_tables_of_the_languages_have_the_same_keys() -> None:
    fa, en = (load_words(lang).table for lang in LANGUAGES)
    assert {p.stem for p in TEXTS.glob("*.toml")} == set(LANGUAGES)
    assert {s: set(t) for s, t in fa.items()} == {s: set(t) for s, t in en.items()}
    for section, texts in fa.items():
        for key, text in texts.items():
            if isinstance(text, str):
                assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", en[section][key])), f"{section}.{key}"


def test_every_word_of_the_codebook_has_a_name() -> None:
    from didar import terms

    groups = {
        "kind": terms.EngagementKind,
        "status": terms.Status,
        "mode": terms.Mode,
        "role": terms.Role,
        "office": terms.Office,
        "act": terms.Act,
        "stage": terms.Stage,
        "stage_status": terms.StageStatus,
        "claim": terms.ClaimKind,
        "basis": terms.DateBasis,
        "reason": terms.Reason,
    }
    for lang in LANGUAGES:
        table = load_words(lang).table
        assert {g: sorted(w.value for w in words) for g, words in groups.items()} == {g: sorted(table[g]) for g in groups}


@pytest.mark.parametrize("path", sorted((TEXTS.parent / "templates").glob("*.html")), ids=lambda p: p.name)
def test_texts_of_the_templates_are_in_the_table(path: Any) -> None:
    source = path.read_text(encoding="utf-8")
    table = load_words("fa").table
    for key in re.findall(r"\bt\('(\w+\.\w+)'[,)]", source):
        section, _, name = key.partition(".")
        assert name in table[section], key
    assert "|safe" not in source
    assert " style=" not in source
    bare = re.sub(r"{% block shape %}[\w -]+{% endblock %}|{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>|&\w+;", " ", source, flags=re.S)
    assert re.findall(r"[A-Za-z؀-ۿ]{3,}", bare.replace("Enter", "").replace("didar add RECORD SOURCE", "")) == []
