"""Opens pages and watches them: what the console says, which hosts are asked, what axe finds, what sticks out."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
SERIOUS = ("serious", "critical")
STICKS_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (e) => e && e !== document.body && e !== root
    && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.body.querySelectorAll("*")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width && (box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(e.parentElement);
  }).slice(0, 5).map((e) => `${e.tagName} ${e.className?.baseVal ?? e.className} ${Math.round(e.getBoundingClientRect().left)}`)
    .concat(`page ${root.scrollWidth} > ${root.clientWidth}`);
}"""
SETTLED = (
    "() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))"
)


@dataclass(frozen=True)
class Manner:
    """How a page is looked at. axe: with the content policy set aside, which only axe needs."""

    language: str = "en"
    dark: bool = False
    width: int = 1400
    script: bool = True
    axe: bool = False

    def __str__(self) -> str:
        return f"{self.language}-{'dark' if self.dark else 'light'}-{self.width}"


@dataclass
class Tab:
    """A page of the browser. faults: errors of the console and of scripts; strangers: addresses on other hosts; since `open`."""

    page: Any
    site: str
    manner: Manner
    faults: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str, *, status: int = 200) -> Any:
        """Goes to a page of the site in the language of the tab and waits until it is drawn."""
        self.faults.clear()
        self.strangers.clear()
        mark = "&" if "?" in path else "?"
        answer = self.page.goto(f"{self.site}{path}{mark}lang={self.manner.language}", wait_until="load")
        if self.manner.script:  # without it no promise is ever kept
            self.page.evaluate(SETTLED)
        assert answer.status == status, f"{path}: {answer.status}"
        return self.page

    def sticks_out(self) -> list[str]:
        """What makes the page wider than the screen; what scrolls in a box of its own does not."""
        found: list[str] = self.page.evaluate(STICKS_OUT)
        return found

    def axe(self) -> list[str]:
        """Serious and critical findings, each with the first element it is about."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{v['id']} ({v['impact']}, {len(v['nodes'])}): {v['nodes'][0]['html'][:200]} {v['nodes'][0].get('failureSummary', '')[:300]}"
            for v in found["violations"]
            if v["impact"] in SERIOUS
        ]

    def watch(self) -> None:
        self.page.on("console", lambda m: self.faults.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda fault: self.faults.append(f"script: {fault}"))
        self.page.on("request", lambda r: self.strangers.append(r.url) if self._is_strange(r.url) else None)

    def _is_strange(self, address: str) -> bool:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.site).netloc


class Tabs:
    """Tabs of one browser on one site, one for each manner of looking, opened when needed."""

    def __init__(self, browser: Any, site: str) -> None:
        self.browser = browser
        self.site = site
        self._kept: dict[Manner, Tab] = {}

    def get(self, manner: Manner) -> Tab:
        """The tab for a manner, in front; tests that change nothing in the browser share it. Only the last few are kept."""
        tab = self._kept.pop(manner, None) or self.fresh(manner)
        self._kept[manner] = tab
        while len(self._kept) > 2:
            self._kept.pop(next(iter(self._kept))).page.context.close()
        tab.page.bring_to_front()
        return tab

    def fresh(self, manner: Manner, **more: Any) -> Tab:
        """A tab with cookies and storage of its own; close it by `tab.page.context.close()`."""
        context = self.browser.new_context(
            viewport={"width": manner.width, "height": 900 if manner.width > 600 else 800},
            color_scheme="dark" if manner.dark else "light",
            locale="fa-IR" if manner.language == "fa" else "en-GB",
            java_script_enabled=manner.script,
            bypass_csp=manner.axe,
            **more,
        )
        context.set_default_timeout(10_000)
        tab = Tab(context.new_page(), self.site, manner)
        tab.watch()
        return tab

    def close(self) -> None:
        for tab in self._kept.values():
            tab.page.context.close()
