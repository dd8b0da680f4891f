"""The order of the rooms, written once. `read_article` is pure: no file, clock, network or random number."""

from collections.abc import Sequence
from dataclasses import replace

from didar.analyse import analyse
from didar.assemble.agreements import assemble_agreements
from didar.assemble.claims import assemble_claims
from didar.assemble.confidence import rate_reading
from didar.assemble.engagements import assemble_engagements
from didar.assemble.holdings import assemble_holdings
from didar.assemble.statements import assemble_statements
from didar.assemble.unresolved import assemble_unresolved
from didar.clean import clean_text
from didar.days import anchor_of
from didar.frame.clauses import find_clauses
from didar.frame.frames import find_frames
from didar.frame.phrases import find_phrases
from didar.letters import fold_form
from didar.mention.dates import find_dates
from didar.mention.governments import governed
from didar.mention.marks import find_marks
from didar.mention.persons import find_actors
from didar.model import Article, Reading
from didar.pack import Pack, load_pack
from didar.refer.people import resolve_people
from didar.refer.published import find_published
from didar.scene import Scene

VERSION = "0.1.0"
CODEBOOK = "1"
_SHORT_LINE = 14
_NOISE_WORDS = 5


def read_article(article: Article | str, *, pack: Pack | None = None, published: str | None = None) -> Reading:
    """What one article reports, each fact with the characters it rests on.

    article: an Article, or its text. published: ISO 8601 day or moment, for a bare text.
    """
    if isinstance(article, str):
        article = Article(id="text", text=article, published=published)
    pack = pack or load_pack()
    scene = set_scene(article, pack=pack)
    engagements = assemble_engagements(scene)
    reading = Reading(
        article=article,
        engagements=engagements,
        statements=assemble_statements(scene, engagements),
        agreements=assemble_agreements(scene, engagements),
        offices=assemble_holdings(scene),
        claims=assemble_claims(scene, engagements),
        unresolved=assemble_unresolved(scene),
        set_aside=scene.analysis.clean.set_aside,
        versions={"didar": VERSION, "pack": f"{pack.id} {pack.version}", "codebook": CODEBOOK},
    )
    return rate_reading(reading, weights=pack.confidence)


def set_scene(article: Article, *, pack: Pack) -> Scene:
    """Rooms 2 to 6: everything that is known before the codebook is applied."""

    def is_noise(words: Sequence[str]) -> bool:
        return _is_noise(words, pack)

    analysis = analyse(clean_text(article.text), is_verb=pack.verbs.__contains__, is_noise=is_noise, title=article.title)
    outlet = pack.outlets.get(fold_form(article.outlet or ""))
    own = outlet.country if outlet and outlet.country else "IRN"
    dates = find_dates(analysis, times=pack.times)
    anchor = anchor_of(article.published, (outlet.timezone if outlet else None) or "Asia/Tehran")
    if anchor is None:
        told = find_published(analysis, dates, url=article.url)
        anchor = told.day if told else None
    marks = governed(find_marks(analysis, pack=pack), day=anchor, governments=pack.governments)
    mentions = find_actors(analysis, marks, pack=pack)
    clauses = find_clauses(analysis, marks, pack=pack)
    phrases = find_phrases(analysis, marks, mentions, clauses)
    frames, finder = find_frames(analysis, marks, mentions, phrases, clauses, pack=pack)
    references = resolve_people(analysis, mentions, phrases, clauses, pack=pack, own=own, year=anchor.isoformat() if anchor else None)
    return Scene(
        article=replace(article),
        analysis=analysis,
        marks=marks,
        mentions=mentions,
        mention_at=finder.mention_at,
        phrases=phrases,
        clauses=clauses,
        references=references,
        frames=frames,
        places={t: p for t in range(len(analysis.words)) if marks[t] and (p := finder.place_at(t))},
        dates=dates,
        anchor=anchor,
        own=own,
        pack=pack,
    )


def _is_noise(words: Sequence[str], pack: Pack) -> bool:
    """A line that is nothing but boilerplate: «انتهای پیام», «نظر شما», «کد خبر: …», a channel's name, a link."""
    plain = [w for w in words if w.isascii() or w.isalnum()]  # without the signs of a post: «🆔 @channel»
    if plain[:1] == ["@"] or (len(plain) < _SHORT_LINE and all(w.isascii() for w in plain)):
        return True
    key = ""
    for word in words[:_NOISE_WORDS]:
        key += word if word.isalnum() else ""
        if any(getattr(row, "kind", "") == "noise" for row in pack.forms.get(key, ())):
            rest = words[words.index(word) + 1 :]
            return len(words) < _SHORT_LINE and (not rest or not rest[0].isalnum() or len(rest) < _NOISE_WORDS)
    return False
