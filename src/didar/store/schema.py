"""The tables of the record. What is filtered by is a column; the rest of a row is its `body`, JSON.

Days are ordinals (`date.toordinal()`), 0 where unknown, so that they compare and index alike everywhere. Deleting is
rare: what is superseded is marked, so that history can be told.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

HEAD = "0003"
APPLICATION_ID = 0x44494452  # "DIDR", in the header of the file

metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("outlet", String),
    Column("url", String),
    Column("title", Text),
    Column("published", String),
    Column("day", Integer, nullable=False, index=True),
    Column("inferred_day", Integer, nullable=False, default=0),
    Column("inferred_because", Text),
    Column("text", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("wire", String, nullable=False, index=True),
    Index("ix_article_shown", "row", "outlet", "day"),
)

wire_band = Table(
    "wire_band",
    metadata,
    Column("band", String, primary_key=True),
    Column("article", String, ForeignKey("article.id"), primary_key=True),
)

wire_signature = Table(
    "wire_signature",
    metadata,
    Column("article", String, ForeignKey("article.id"), primary_key=True),
    Column("body", Text, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("author", String, nullable=False),
    Column("versions", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("at", String, nullable=False),
    Column("body", Text, nullable=False),
)

telling = Table(
    "telling",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("reading.row"), nullable=False, index=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("local", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("weekday", Integer),
    Column("entry", String, index=True),
    Column("body", Text, nullable=False),
)

telling_block = Table(
    "telling_block",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("telling", Integer, ForeignKey("telling.row"), nullable=False, index=True),
    Column("key", String, nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("day", Integer, nullable=False),
    Index("ix_block", "key", "firm", "day", "telling"),
)

entry = Table(
    "entry",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("founder", Integer, nullable=False, index=True),
    Column("redirect", String),
    Column("state", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("place", String),
    Column("country", String),
    Column("sources", Integer, nullable=False),
    Column("line", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("day", Integer, nullable=False, server_default="0"),  # the first day, or where it has none, the day it was told
    Index("ix_entry_first", "state", "first"),
    Index("ix_entry_asked", "state", "day", "id", "kind", "status", "country", "place", "first", "last", "told"),
)

entry_topic = Table(
    "entry_topic",
    metadata,
    Column("entry", String, ForeignKey("entry.id"), primary_key=True),
    Column("topic", String, primary_key=True),
    Index("ix_entry_topic", "topic", "entry"),
)

entry_party = Table(
    "entry_party",
    metadata,
    Column("entry", String, ForeignKey("entry.id"), primary_key=True),
    Column("party", String, primary_key=True),
    Column("first", Integer, nullable=False),
    Index("ix_entry_party", "party", "first", "entry"),
)

entry_pair = Table(
    "entry_pair",
    metadata,
    Column("entry", String, ForeignKey("entry.id"), primary_key=True),
    Column("pair", String, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("last", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Index("ix_entry_pair", "pair", "first", "entry", "dated", "last", "kind", "status"),
)

person = Table(
    "person",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False, index=True),
    Column("last_word", String, nullable=False),
    Column("name", String, nullable=False),
    Column("office", String),
    Column("portfolio", String),
    Column("party", String),
    Column("accredited_to", String),
    Column("what", String, nullable=False),
    Column("telling", Integer, index=True),
    Column("day", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("former", Boolean, nullable=False),
    Index("ix_person_name", "last_word", "day"),
    Index("ix_person_named", "last_word", "name", "telling"),
    Index("ix_person_office", "party", "day", "office"),
)

statement = Table(
    "statement",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False, index=True),
    Column("telling", Integer, index=True),
    Column("act", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("party", String),
    Column("body", Text, nullable=False),
    Index("ix_statement_party", "party", "day"),
    Index("ix_statement_day", "day", "row"),
)

statement_party = Table(
    "statement_party",
    metadata,
    Column("statement", Integer, ForeignKey("statement.row"), primary_key=True),
    Column("party", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("day", Integer, nullable=False),
    Index("ix_statement_side", "party", "side", "day", "statement"),
)

agreement = Table(
    "agreement",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False, index=True),
    Column("parties", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("article", String, ForeignKey("article.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("parties", String, nullable=False, index=True),
    Column("day", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

unresolved = Table(
    "unresolved",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", String, ForeignKey("article.id"), nullable=False),
    Column("reading", Integer, nullable=False, index=True),
    Column("reason", String, nullable=False, index=True),
    Column("what", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("verdict", String, nullable=False, index=True),
    Column("author", String, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("score", String),
    Column("because", Text, nullable=False),
)

judgement_side = Table(
    "judgement_side",
    metadata,
    Column("judgement", Integer, ForeignKey("judgement.row"), primary_key=True),
    Column("telling", Integer, ForeignKey("telling.row"), primary_key=True, index=True),
    Column("left", Boolean, nullable=False),
)

correction = Table(
    "correction",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("entry", String, nullable=False, index=True),
    Column("action", String, nullable=False),
    Column("field", String),
    Column("value", Text),
    Column("author", String, nullable=False),
    Column("at", String, nullable=False),
    Column("because", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

reject = Table(
    "reject",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("place", String, nullable=False),
    Column("reason", String, nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("at", String, nullable=False),
    UniqueConstraint("place", "reason", "detail"),
)

feed = Table(
    "feed",
    metadata,
    Column("id", String, primary_key=True),
    Column("address", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("next_due", Float, nullable=False),
    Column("fails", Integer, nullable=False),
    Column("fault", Text),
    Column("tried", Float),
    Column("succeeded", Float),
    Column("newest", Integer, nullable=False),
)

feed_item = Table(
    "feed_item",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("feed", String, nullable=False),
    Column("key", Text, nullable=False),
    Column("page", Text, index=True),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try", Float, nullable=False),
    Column("seen", Float, nullable=False),
    Column("article", String),
    Column("fault", Text),
    Column("body", Text),
    UniqueConstraint("feed", "key"),
    Index("ix_feed_item_state", "state", "next_try"),
)

robots = Table(
    "robots",
    metadata,
    Column("origin", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("barred", Text),
    Column("until", Float, nullable=False),
)

host = Table(
    "host",
    metadata,
    Column("name", String, primary_key=True),
    Column("not_before", Float, nullable=False),
)
