"""The first form of the record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _articles()
    _tellings()
    _entries()
    _people()
    _statements()
    _facts()
    _decisions()
    op.execute("CREATE VIRTUAL TABLE article_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')")


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("inferred_day", sa.Integer(), nullable=False),
        sa.Column("inferred_because", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("wire", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_article_day"), "article", ["day"], unique=False)
    op.create_index(op.f("ix_article_wire"), "article", ["wire"], unique=False)
    op.create_table(
        "wire_band",
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("band", "article"),
    )
    op.create_table(
        "wire_signature",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article"),
    )


def _tellings() -> None:
    op.create_table(
        "reading",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_reading_article"), "reading", ["article"], unique=False)
    op.create_table(
        "telling",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("entry", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["reading.row"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_telling_article"), "telling", ["article"], unique=False)
    op.create_index(op.f("ix_telling_entry"), "telling", ["entry"], unique=False)
    op.create_index(op.f("ix_telling_reading"), "telling", ["reading"], unique=False)
    op.create_table(
        "telling_block",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["telling"],
            ["telling.row"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("ix_block", "telling_block", ["key", "firm", "day", "telling"], unique=False)
    op.create_index(op.f("ix_telling_block_telling"), "telling_block", ["telling"], unique=False)


def _entries() -> None:
    op.create_table(
        "entry",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("founder", sa.Integer(), nullable=False),
        sa.Column("redirect", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_entry_first", "entry", ["state", "first"], unique=False)
    op.create_index(op.f("ix_entry_founder"), "entry", ["founder"], unique=False)
    op.create_table(
        "entry_party",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.PrimaryKeyConstraint("entry", "party"),
    )
    op.create_index("ix_entry_party", "entry_party", ["party", "first", "entry"], unique=False)
    op.create_table(
        "entry_pair",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entry.id"],
        ),
        sa.PrimaryKeyConstraint("entry", "pair"),
    )
    op.create_index("ix_entry_pair", "entry_pair", ["pair", "first", "entry", "dated", "last", "kind", "status"], unique=False)


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("last_word", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("portfolio", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("accredited_to", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_person_article"), "person", ["article"], unique=False)
    op.create_index("ix_person_name", "person", ["last_word", "day"], unique=False)
    op.create_index("ix_person_office", "person", ["party", "day", "office"], unique=False)
    op.create_index(op.f("ix_person_reading"), "person", ["reading"], unique=False)
    op.create_index(op.f("ix_person_telling"), "person", ["telling"], unique=False)


def _statements() -> None:
    op.create_table(
        "statement",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_statement_article"), "statement", ["article"], unique=False)
    op.create_index(op.f("ix_statement_id"), "statement", ["id"], unique=False)
    op.create_index("ix_statement_party", "statement", ["party", "day"], unique=False)
    op.create_index(op.f("ix_statement_reading"), "statement", ["reading"], unique=False)
    op.create_index(op.f("ix_statement_telling"), "statement", ["telling"], unique=False)
    op.create_table(
        "statement_party",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statement.row"],
        ),
        sa.PrimaryKeyConstraint("statement", "party", "side"),
    )
    op.create_index("ix_statement_side", "statement_party", ["party", "side", "day", "statement"], unique=False)


def _facts() -> None:
    op.create_table(
        "agreement",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("parties", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_agreement_article"), "agreement", ["article"], unique=False)
    op.create_index(op.f("ix_agreement_id"), "agreement", ["id"], unique=False)
    op.create_index(op.f("ix_agreement_parties"), "agreement", ["parties"], unique=False)
    op.create_index(op.f("ix_agreement_reading"), "agreement", ["reading"], unique=False)
    op.create_table(
        "claim",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parties", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_claim_article"), "claim", ["article"], unique=False)
    op.create_index(op.f("ix_claim_id"), "claim", ["id"], unique=False)
    op.create_index(op.f("ix_claim_kind"), "claim", ["kind"], unique=False)
    op.create_index(op.f("ix_claim_parties"), "claim", ["parties"], unique=False)
    op.create_index(op.f("ix_claim_reading"), "claim", ["reading"], unique=False)
    op.create_table(
        "unresolved",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_unresolved_reading"), "unresolved", ["reading"], unique=False)
    op.create_index(op.f("ix_unresolved_reason"), "unresolved", ["reason"], unique=False)


def _decisions() -> None:
    op.create_table(
        "judgement",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("score", sa.String(), nullable=True),
        sa.Column("because", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_judgement_author"), "judgement", ["author"], unique=False)
    op.create_index(op.f("ix_judgement_verdict"), "judgement", ["verdict"], unique=False)
    op.create_table(
        "judgement_side",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("telling", sa.Integer(), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgement.row"],
        ),
        sa.ForeignKeyConstraint(
            ["telling"],
            ["telling.row"],
        ),
        sa.PrimaryKeyConstraint("judgement", "telling"),
    )
    op.create_index(op.f("ix_judgement_side_telling"), "judgement_side", ["telling"], unique=False)
    op.create_table(
        "correction",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index(op.f("ix_correction_entry"), "correction", ["entry"], unique=False)
    op.create_table(
        "reject",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("place", "reason", "detail"),
    )
    op.create_index(op.f("ix_reject_reason"), "reject", ["reason"], unique=False)
