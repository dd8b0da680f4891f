"""The tables by which pages are read: rules of sites and of channel pages, outlets by their address, words of pages and languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from didar.letters import fold_form, fold_word
from didar.pack.tables import read_table

ANY = "*"
SITE_COLUMNS = ("site", "title", "lead", "body", "date", "drop", "source")
CHANNEL_COLUMNS = ("page", "message", "title", "text", "time", "link", "forwarded", "drop", "source")


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A row of sites.tsv: CSS selectors. `site`: a host, or `*` for whatever page they fit. `id` names the row."""

    site: str
    title: str
    lead: str
    body: str
    date: str
    drop: str
    id: str


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A row of channels.tsv: CSS selectors inside a page that holds many messages."""

    page: str
    message: str
    title: str
    text: str
    time: str
    link: str
    forwarded: str
    drop: str
    id: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes under an address. `name`: the outlet's usual name; timezone: of its clocks."""

    outlet: str
    name: str
    country: str | None
    timezone: str | None


@dataclass(frozen=True, slots=True)
class PageRules:
    """Everything that the pack says of pages; immutable.

    sites: host → its rows. general: the rows for any page, in the order of the table.
    hosts, handles: domain or channel → publisher. names: folded names of all outlets.
    labels: folded word before a date → published, updated or today.
    languages: folded word → the languages that have it.
    no_articles: folded words by which pages of errors and of guards are known → as written.
    """

    sites: Mapping[str, tuple[SiteRow, ...]]
    general: tuple[SiteRow, ...]
    channels: tuple[ChannelRow, ...]
    hosts: Mapping[str, Publisher]
    handles: Mapping[str, Publisher]
    names: frozenset[str]
    labels: Mapping[str, str]
    languages: Mapping[str, frozenset[str]]
    no_articles: Mapping[str, str]

    def publisher(self, host: str) -> Publisher | None:
        """The publisher of a host or of the domain that it belongs to."""
        return next((self.hosts[name] for name in _domains(host) if name in self.hosts), None)

    def rows(self, host: str) -> tuple[SiteRow, ...]:
        """The rules for a page of this host: its own first."""
        own = next((self.sites[name] for name in _domains(host) if name in self.sites), ())
        return (*own, *self.general)


def _domains(host: str) -> Iterator[str]:
    """fa.irna.ir, irna.ir: a host and the domains above it."""
    parts = host.lower().removeprefix("www.").split(".")
    return (".".join(parts[n:]) for n in range(max(1, len(parts) - 1)))


def load_page_rules(folder: Path) -> PageRules:
    """The page tables of the pack in `folder`. Raises PackError where a table has not its shape."""
    sites: dict[str, tuple[SiteRow, ...]] = {}
    for site, title, lead, body, date, drop, _ in read_table(folder / "pages/sites.tsv", columns=SITE_COLUMNS):
        for host in site.split():
            row = SiteRow(host, title, lead, body, date, drop, f"sites:{host}")
            sites[host] = (*sites.get(host, ()), row)
    channels = tuple(
        ChannelRow(page, message, title, text, time, link, forwarded, drop, f"channels:{page}")
        for page, message, title, text, time, link, forwarded, drop, _ in read_table(folder / "pages/channels.tsv", columns=CHANNEL_COLUMNS)
    )
    labels = read_table(folder / "pages/date_labels.tsv", columns=("form", "kind", "source"))
    hosts, handles, names = _publishers(folder)
    general = sites.pop(ANY, ())
    return PageRules(
        sites=sites,
        general=general,
        channels=channels,
        hosts=hosts,
        handles=handles,
        names=names,
        labels={fold_form(form): kind for form, kind, _ in labels},
        languages=_languages(folder),
        no_articles={fold_form(form): form for form, _ in read_table(folder / "pages/no_articles.tsv", columns=("form", "source"))},
    )


def _publishers(folder: Path) -> tuple[dict[str, Publisher], dict[str, Publisher], frozenset[str]]:
    columns = ("form", "outlet", "use", "kind", "country", "timezone", "domain", "channel", "english", "source")
    hosts: dict[str, Publisher] = {}
    handles: dict[str, Publisher] = {}
    names: dict[str, Publisher] = {}
    forms: set[str] = set()
    for form, outlet, use, _, country, timezone, domain, channel, _, _ in read_table(folder / "gazetteer/outlets.tsv", columns=columns):
        forms.add(fold_form(form))
        if outlet not in names or (use == "name" and form.startswith("خبرگزاری")):
            names[outlet] = Publisher(outlet, form, country or None, timezone or None)
        if domain:
            hosts[domain.partition("/")[0]] = names[outlet]
        if channel:
            handles[channel.lower()] = names[outlet]
    return hosts, handles, frozenset(forms)


def _languages(folder: Path) -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for word, language, _ in read_table(folder / "pages/language_words.tsv", columns=("word", "language", "source")):
        key = fold_word(word)
        out[key] = out.get(key, frozenset()) | {language}
    return out
