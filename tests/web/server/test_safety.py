"""What comes from outside cannot run, turn the text, or change anything."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

import pytest
from made_pages import TOKEN, fill, served
from starlette.testclient import TestClient

from didar.model import Actor, Agreement, AgreementStage, Claim, Holding, Reading, Statement, Unresolved, Why
from didar.recording import Lore
from didar.store import open_record
from didar.terms import Act, ClaimKind, Office, Reason, Stage
from didar.web.safety import HEADERS, LONGEST_BODY, host_name
from didar.web.signing_in import Gate
from factory import make_engagement, make_reading

STRIKES = [
    "<script>strike()</script>",
    '"><img src=x onerror=strike()>',
    "' autofocus onfocus=strike() x='",
    "</title><svg onload=strike()>",
    "--><iframe srcdoc='<script>strike()</script>'>",
    "javascript:strike()",
    "{{ 7*7 }}{% raw %}",
    "</textarea><a href=javascript:strike()>",
    "&lt;b&gt;&quot;&#x3c;script&#x3e;",
    "]]><x:strike xmlns:x='x'/>",
    "<math><mi xlink:href='data:x,<script>strike()</script>'>",
    "\u202edlrow\u2066<b>\u0000\x1b[31m",
]


def struck(strike: str, n: int) -> Reading:
    """The strike in every field that comes from outside."""
    text = f"پیش {strike} میان {strike} پس."
    whole = (0, len(text))
    who = Actor(name=strike, office=Office.FOREIGN_MINISTER, party="IRN", inferred_name=strike, portfolio=strike, wording=strike)
    other = Actor(name=None, office=Office.PRESIDENT, party="RUS", inferred_name=strike, accredited_to=strike)
    engagement = make_engagement(evidence=(whole,), place=f"{strike.replace('/', '')}/IRN", why=Why(pattern=strike, flags=(strike,)))
    from dataclasses import replace

    from didar.model import Participant
    from didar.terms import Role

    people = tuple(Participant(actor=a, role=Role.PARTICIPANT) for a in (who, other))
    return make_reading(
        f"{n}{strike}",
        replace(engagement, participants=people, topics=("energy", strike), initiative=strike, time=strike),
        text=text,
        outlet=strike,
        statements=(Statement(id="s1", speakers=(who,), act=Act.SAY, span=whole, about=(strike,), toward=("RUS",), engagement="e1"),),
        agreements=(
            Agreement(id="a1", name=strike, parties=("IRN", "RUS"), stages=(AgreementStage(stage=Stage.SIGNED),), evidence=(whole,)),
        ),
        offices=(Holding(actor=who, evidence=(whole,)),),
        claims=(Claim(kind=ClaimKind.ORDINAL, of="meeting", number=9, parties=("IRN", "RUS"), persons=(strike,), evidence=(whole,)),),
        unresolved=(Unresolved(span=whole, what=strike, reason=Reason.VAGUE),),
        versions={"x": strike},
    )


class Hostile(HTMLParser):
    """Collects what our own templates never write."""

    ours: ClassVar[set[str]] = set(
        "html head meta title link script body a header svg g path circle rect line text tspan title desc defs stop linearGradient marker"
        " span nav form label input kbd button main section h1 h2 h3 h4 p bdi ul ol li dl dt dd div table caption thead tbody tr th td time"
        " details summary code blockquote footer dialog mark aside fieldset legend select option datalist small"
        " strong polyline use".lower().split()
    )

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.ours:
            self.found.append(f"<{tag}>")
        if tag == "script":
            self.scripts += 1
        for name, value in attrs:
            where = (value or "").strip().lower()
            if name.startswith("on") or name in ("style", "srcdoc", "autofocus", "xlink:href", "formaction"):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src", "action") and not where.startswith(("/", "#", "http://news.example/")):
                self.found.append(f"{tag} {name}={where}")
            if name == "src" and not where.startswith("/static/"):
                self.found.append(f"{tag} src={where}")

    handle_startendtag = handle_starttag


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "h.db"
    fill(path, [struck(s, n) for n, s in enumerate(STRIKES)])
    with open_record(path, write=True) as store:
        from didar import correcting

        entry = store.entry_ids("e")[0]
        facts: dict[str, Any] = {"because": STRIKES[1], "author": STRIKES[0], "at": "2025-01-01T00:00:00", "lore": Lore()}
        correcting.correct_field(store, entry, "place", STRIKES[0], **facts)
        for strike in STRIKES:
            store._db.exec_driver_sql("UPDATE article SET title = ?, url = ? WHERE outlet = ?", (strike, strike, strike))  # type: ignore[attr-defined]
    with served(path, write=True, token=TOKEN) as client:
        assert client.post("/login", data={"token": TOKEN, "person": STRIKES[1]}).status_code == 303
        yield client


def hostile_paths(client: TestClient) -> list[str]:
    from urllib.parse import quote

    entries = [f"/entry/{r['id']}" for r in client.get("/timeline.json?limit=500").json()["rows"]]
    articles = [f"/article?id={quote(f'{n}{s}', safe='')}" for n, s in enumerate(STRIKES)]
    agreements = [f"/agreement/{r['id']}" for r in client.get("/agreements.json").json()["rows"]]
    asked = (
        [f"/search?q={quote(s)}" for s in STRIKES]
        + [f"/person?name={quote(s)}" for s in STRIKES]
        + [f"/timeline?person={quote(s)}" for s in STRIKES]
    )
    asked += [f"/timeline?place={quote(s)}&topic={quote(s)}" for s in STRIKES] + [f"/nothing/{quote(s, safe='')}" for s in STRIKES]
    asked += (
        [f"/timeline?since={quote(s)}" for s in STRIKES]
        + [f"/login?back={quote(s)}" for s in STRIKES]
        + [f"/keys?x={quote(s)}" for s in STRIKES]
    )
    audits = [f"/audit/{s}" for s in "claims contradictions unreported offices one_source implausible unresolved rejected".split()]
    plain = [
        "/",
        "/timeline",
        "/dossier",
        "/dossier?one=IRN&other=RUS",
        "/statements",
        "/search?q=میان",
        "/people",
        "/agreements",
        "/unsure",
        "/changes",
    ]
    return [*plain, *audits, *entries, *articles, *agreements, *asked]


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_nothing_foreign_becomes_markup(hostile: TestClient, lang: str) -> None:
    paths = hostile_paths(hostile)
    assert len(paths) > 100
    for path in paths:
        answer = hostile.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert answer.status_code in (200, 400, 404, 422), path
        page = Hostile(answer.text)
        assert page.found == [], path
        assert page.scripts == 2, path
        assert "49" not in answer.text or "{{" not in path, path
        assert not {"\u202e", "\u2066", "\x00", "\x1b"} & set(answer.text), path


def test_strikes_are_really_shown(hostile: TestClient) -> None:
    text = hostile.get("/timeline?lang=en&limit=500").text
    assert "&lt;script&gt;strike()&lt;/script&gt;" in text
    assert '<span class="sign">⟨U+202E⟩</span>' in text
    picture = hostile.get("/timeline.svg").text
    assert "<script" not in picture
    assert "onerror=strike" not in picture.replace("&gt;&lt;img src=x onerror=strike", "")


def test_tables_hold_no_formulas(hostile: TestClient) -> None:
    path = "/people.csv?limit=500"
    for line in hostile.get(path).content.decode("utf-8-sig").splitlines():
        assert not line.startswith(("=", "+", "-", "@")), line


@pytest.mark.parametrize("path", ["/", "/timeline.json", "/nothing", "/static/didar.css", "/timeline?since=x", "/login"])
def test_every_answer_has_the_headers(hostile: TestClient, path: str) -> None:
    answer = hostile.get(path)
    assert {k: answer.headers.get(k) for k in HEADERS} == HEADERS
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_an_error_of_ours_is_told_without_its_insides(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(record) as client:
        monkeypatch.setattr("didar.web.known.last_published", lambda _store: 1 / 0)
        answer = client.get("/audit?lang=en")
        assert answer.status_code == 500
        assert "division" not in answer.text
        assert {k: answer.headers.get(k) for k in HEADERS} == HEADERS
        assert client.get("/audit.json").json()["error"] == "ours"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8765", 200),
        ("127.0.0.1", 200),
        ("[::1]:8765", 200),
        ("LOCALHOST", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
        ("evil.example/?x=localhost", 400),
        ("localhost@evil.example", 400),
        ("", 400),
    ],
)
def test_only_our_hosts_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/keys", headers={"host": host}).status_code == status


def test_a_host_may_be_added(record: Path) -> None:
    with served(record, hosts=("didar.example",)) as client:
        assert client.get("/keys", headers={"host": "didar.example"}).status_code == 200
        assert client.get("/keys", headers={"host": "localhost"}).status_code == 400


@pytest.mark.parametrize(("host", "name"), [("[::1]:80", "[::1]"), ("a:1", "a"), ("A", "a"), ("[::1", "[::1]")])
def test_host_name(host: str, name: str) -> None:
    assert host_name(host) == name


def test_questions_and_forms_are_bounded(writer: TestClient) -> None:
    assert writer.get("/search", params={"q": "x" * 5000}).status_code == 414
    assert writer.get("/search", params={"q": "x" * 300}).status_code == 422
    assert writer.post("/login", data={"token": "x" * LONGEST_BODY, "person": "x"}).status_code == 413

    def endless() -> Iterator[bytes]:
        yield from (b"token=" + b"x" * 1000 for _ in range(LONGEST_BODY // 1000 + 2))

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert writer.post("/login", content=endless(), headers=kind).status_code in (400, 413)


# -- who may change ---------------------------------------------------------------------------------------------------


CHANGES = {
    "/entry/{e}/correct": {"field": "place", "value": "قم/IRN"},
    "/entry/{e}/merge": {"other": "{f}"},
    "/entry/{e}/split": {"article": "x"},
    "/entry/{e}/remove": {},
    "/entry/{e}/restore": {},
    "/unsure/1": {"verdict": "same"},
    "/changes/1/undo": {},
    "/logout": {},
}


def two_entries(client: TestClient) -> tuple[str, str]:
    rows = client.get("/timeline.json?limit=50").json()["rows"]
    return rows[0]["id"], rows[1]["id"]


def post(client: TestClient, path: str, **more: Any) -> Any:
    e, f = two_entries(client)
    form = {k: v.format(e=e, f=f) for k, v in CHANGES[path].items()}
    headers = more.pop("headers", {})
    return client.post(path.format(e=e), data={"because": "so", **form, **more}, headers=headers)


@pytest.mark.parametrize("path", CHANGES)
def test_read_only_unless_started_to_write(record: Path, path: str) -> None:
    with served(record) as client:
        before = client.get("/timeline.json?limit=50").content
        assert post(client, path, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 403
        assert client.get("/login").status_code == 403
        assert client.get("/timeline.json?limit=50").content == before


@pytest.mark.parametrize("path", CHANGES)
@pytest.mark.parametrize("how", ["nobody", "no sign", "wrong sign", "another site", "another origin", "wrong token", "forged cookie"])
def test_who_may_not_change(writer: TestClient, path: str, how: str) -> None:
    writer.post("/login", data={"token": TOKEN, "person": "مریم"})
    sign = writer.app.state.site.gate.form_sign(writer.cookies["didar_session"])  # type: ignore[attr-defined]
    more: dict[str, Any] = {"sign": sign, "headers": {}}
    if how == "nobody":
        writer.cookies.clear()
    elif how == "no sign":
        del more["sign"]
    elif how == "wrong sign":
        more["sign"] = "0" * 64
    elif how == "another site":
        more["headers"] = {"sec-fetch-site": "cross-site"}
    elif how == "another origin":
        more["headers"] = {"origin": "http://evil.example"}
    elif how == "wrong token":
        more["headers"] = {"authorization": "Bearer wrong"}
    else:
        cookie = writer.cookies["didar_session"]
        writer.cookies.clear()
        writer.cookies.set("didar_session", Gate(token=TOKEN).open_session("x"))
        more["sign"] = writer.app.state.site.gate.form_sign(cookie)  # type: ignore[attr-defined]
    before = writer.get("/timeline.json?limit=50").content
    assert post(writer, path, **more).status_code == 403
    assert writer.get("/timeline.json?limit=50").content == before
    assert writer.get("/changes.json").json()["rows"] == []


def test_the_wrong_token_opens_nothing(writer: TestClient) -> None:
    answer = writer.post("/login", data={"token": "wrong", "person": "x"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_cookie_is_strict(writer: TestClient) -> None:
    cookie = writer.post("/login", data={"token": TOKEN, "person": "x"}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/a\r\nx: y", ""])
def test_signing_in_leads_to_our_own_pages(writer: TestClient, back: str) -> None:
    answer = writer.post("/login", data={"token": TOKEN, "person": "x", "back": back})
    assert answer.headers["location"] == "/"
    assert writer.post("/login", data={"token": TOKEN, "person": "x", "back": "/unsure?lang=fa"}).headers["location"] == "/unsure?lang=fa"


def test_a_session_ends() -> None:
    gate = Gate(token=TOKEN)
    cookie = gate.open_session("مریم", now=0)
    person = gate.read_session(cookie, now=60)
    assert person is not None
    assert person.name == "مریم"
    assert gate.read_session(cookie, now=10**6) is None
    for forged in (
        cookie[:-1] + ("0" if cookie[-1] != "0" else "1"),
        cookie.replace(".", ".9", 1),
        "a.b.c.d",
        "",
        None,
        "x" * 2000,
        "é.1.2.3",
    ):
        assert gate.read_session(forged, now=60) is None
