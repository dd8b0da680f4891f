"""The sorts of pages that there are, each with an address that has something to show."""

import json
from urllib.parse import quote, urlencode
from urllib.request import urlopen

SORTS = (
    "home",
    "timeline",
    "timeline narrowed",
    "dossier",
    "dossier choice",
    "statements",
    "search",
    "search asked",
    "people",
    "person",
    "agreements",
    "agreement",
    "entry",
    "article",
    "audit",
    "audit claims",
    "audit contradictions",
    "unsure",
    "changes",
    "api",
)


def find_paths(site: str) -> dict[str, str]:
    """By sort; ids are taken from the site's own answers."""
    entry = max(ask(site, "/timeline.json?limit=200")["rows"], key=lambda row: (len(row["disputed"]), row["articles"], row["id"]))
    agreement = max(ask(site, "/agreements.json")["rows"], key=lambda row: (len(row["stages"]), row["id"]), default={"id": "none"})
    articles = ask(site, "/search.json?" + urlencode({"q": "سپهری"}))["rows"]
    return {
        "home": "/",
        "timeline": "/timeline",
        "timeline narrowed": "/timeline?since=2025-05-01&until=2025-05-31&kind=meeting",
        "dossier": "/dossier?one=IRN&other=IRQ",
        "dossier choice": "/dossier",
        "statements": "/statements?by=IRN",
        "search": "/search",
        "search asked": f"/search?q={quote('سپهری')}",
        "people": "/people",
        "person": f"/person?name={quote('بهرام سپهری')}",
        "agreements": "/agreements",
        "agreement": f"/agreement/{quote(agreement['id'])}",
        "entry": f"/entry/{entry['id']}",
        "article": f"/article?id={quote(articles[0]['article'] if articles else 'none')}",
        "audit": "/audit",
        "audit claims": "/audit/claims",
        "audit contradictions": "/audit/contradictions",
        "unsure": "/unsure",
        "changes": "/changes",
        "api": "/api",
    }


def ask(site: str, path: str) -> dict[str, list[dict[str, object]]]:
    with urlopen(site + path) as answer:
        return json.load(answer)
