"""A page's bytes to its article: charset, tree, the site's rule or the general one, title, lead, text, date, address."""

from collections.abc import Iterator, Mapping

from resiliparse.parse.html import DocumentNode, ElementNode, HTMLTree

from didar.gather.addresses import host_of, own_address
from didar.gather.charset import decode_page
from didar.gather.decode import Fault, is_binary, other_file
from didar.gather.fields import MAX_TEXT, article_or_reject
from didar.gather.head import read_head
from didar.gather.heading import find_lead, find_title
from didar.gather.markup import MAX_PAGE, element_text, find_all, lines_of, main_text, parse_page, remove_all, remove_forms, select_all
from didar.gather.published import ReadDays, find_published
from didar.gather.stamps import zone_of
from didar.gather.trimming import trim_lines
from didar.letters import fold_form
from didar.model import Article, Reject
from didar.pack.pages import PageRules, SiteRow
from didar.terms import Reason

LEAST_BODY = 60  # letters that a rule must find before it is the page's rule
LEAST_WORDS = 20  # of a text that no rule vouches for
MOST_ERROR = 120  # words of a page that says of itself that it is an error
_AROUND = "script, style, noscript, template, nav, footer, iframe, select, textarea"  # taken off before an article is looked for
_BEGINNING = 20_000  # characters by which a file is seen to be binary
_NO_ROW = SiteRow("", "h1", "", "", "", "", "general")
_NEVER = (
    "script, style, noscript, iframe, button, aside, nav, footer, figure, [hidden], [aria-hidden=true], [class*=related], [class*=Related],"
    " [class*=share], [class*=comment], [class*=social], [class*=tags], [class*=advert], [class*=newsletter]"
)


def read_page(
    content: bytes, *, url: str | None = None, content_type: str | None = None, where: str, rules: PageRules, read_days: ReadDays
) -> Article | Reject:
    """The article of a page, or why it has none. Pure. See `read_whole_page` for what else there is to say of it."""
    return next(read_whole_page(content, url=url, content_type=content_type, where=where, rules=rules, read_days=read_days))


def read_whole_page(
    content: bytes, *, url: str | None = None, content_type: str | None = None, where: str, rules: PageRules, read_days: ReadDays
) -> Iterator[Article | Reject]:
    """One Article, and a Reject for each thing in it that had to be decided or left out; or one Reject alone.

    content: the bytes as they came. url: where they were fetched, None for a saved page. content_type: the header, for its charset.
    """
    tree = open_page(content, content_type=content_type)
    if isinstance(tree, tuple):
        yield Reject(where=where, reason=tree[0], detail=tree[1])
        return
    yield from read_tree(tree, url=url, where=where, rules=rules, read_days=read_days)


def open_page(content: bytes, *, content_type: str | None = None) -> HTMLTree | Fault:
    """The tree of a page, or why it is not one that is read."""
    if len(content) > MAX_PAGE:
        return Reason.TEXT_TOO_LONG, f"a page of {len(content):,} bytes, expected at most {MAX_PAGE:,}"
    if not content.strip():
        return Reason.EMPTY_TEXT, "the page is empty"
    if what := other_file(content):
        return Reason.NOT_TEXT, f"{what}, expected an HTML page"
    html = decode_page(content, content_type=content_type)
    if isinstance(html, tuple):
        return html
    if is_binary(html[:_BEGINNING]):
        return Reason.NOT_TEXT, "a binary file, expected an HTML page"
    return parse_page(html)


def read_tree(tree: HTMLTree, *, url: str | None, where: str, rules: PageRules, read_days: ReadDays) -> Iterator[Article | Reject]:
    """The article of a parsed page. The tree is used up."""
    document = tree.document
    assert document is not None
    head = read_head(document)
    address = own_address(head.addresses, url=url)
    host = host_of(address)
    publisher = rules.publisher(host)
    row, body = _fitting(document, rules.rows(host))
    zone = zone_of(publisher.timezone if publisher else None, host)
    title, shown = find_title(document, row, head)
    published = find_published(
        document,
        metadata=head.published,
        selector=row.date,
        labels=rules.labels.get,
        read_days=read_days,
        zone=zone,
        title=shown,
    )
    lead = find_lead(document, row, title=shown, body=body)
    text = _rule_text(body, row) if body else _general_text(tree, title, no_articles=rules.no_articles)
    if isinstance(text, tuple):
        yield Reject(where=where, reason=text[0], detail=text[1])
        return
    if len(text) > MAX_TEXT:
        detail = f"the text has {len(text):,} characters, expected at most {MAX_TEXT:,}"
        yield Reject(where=where, reason=Reason.TEXT_TOO_LONG, detail=detail)
        return
    lines = [line for line in text.split("\n") if fold_form(line) != fold_form(title)]
    if lead and fold_form(lead) not in fold_form(text[: 3 * len(lead) + 200]):
        lines.insert(0, lead)
    fields = {
        "outlet": publisher.name if publisher else _named_outlet(head.metas.get("og:site_name"), host, rules),
        "url": address,
        "title": title or None,
        "published": published.stamp.iso(zone) if published else None,
        "text": "\n".join(lines),
    }
    kept = None
    for item in article_or_reject(fields, where=where):
        kept = item.id if isinstance(item, Article) else kept
        yield item
    if published and published.because and kept:
        yield Reject(where=where, reason=Reason.DATES_DIFFER, detail=f'{published.because}; the article is kept as "{kept}"')


def _named_outlet(name: str | None, host: str, rules: PageRules) -> str | None:
    """What a site that the pack does not know calls itself; its host where it takes the name of an outlet that the pack does know."""
    return host or name if not name or (host and fold_form(name) in rules.names) else name


def _fitting(document: DocumentNode, rows: tuple[SiteRow, ...]) -> tuple[SiteRow, list[ElementNode]]:
    """The first row whose body is on the page, and that body."""
    for row in rows:
        if body := select_all(document, row.body, least=LEAST_BODY):
            return row, body
    return _NO_ROW, []


def _rule_text(body: list[ElementNode], row: SiteRow) -> str:
    for element in body:
        remove_all(element, _NEVER)
        remove_forms(element)
        remove_all(element, row.drop)
    return lines_of("\n".join(element_text(element) for element in body))


def _general_text(tree: HTMLTree, title: str, *, no_articles: Mapping[str, str]) -> str | Fault:
    document = tree.document
    assert document is not None
    remove_all(document, _AROUND)
    if tree.body is not None:
        remove_forms(tree.body)
    links = {"".join((a.text_content or "").split()) for a in find_all(document, "a[href]")}
    text = "\n".join(trim_lines(main_text(tree).split("\n"), links=links, title=title))
    if len(text.split()) < LEAST_WORDS:
        return Reason.NO_ARTICLE, "no article found on the page: a list of links, an error page or a page made by scripts"
    if len(text.split()) < MOST_ERROR and (said := _said(f"{title}\n{text}", no_articles)):
        return Reason.NO_ARTICLE, f"a page of an error or of a guard («{said}»), expected an article"
    return text


def _said(text: str, forms: Mapping[str, str]) -> str | None:
    """The first of the forms that a text has, as the table writes it."""
    folded = fold_form(text)
    return next((form for key, form in forms.items() if key in folded), None)
