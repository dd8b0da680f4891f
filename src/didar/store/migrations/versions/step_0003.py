"""Entries by the day they stand at and by topic; articles by outlet and day: what pages are turned and counted by."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entry", sa.Column("day", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE entry SET day = CASE WHEN first > 0 THEN first ELSE told END")
    asked = ["state", "day", "id", "kind", "status", "country", "place", "first", "last", "told"]
    op.create_index("ix_entry_asked", "entry", asked, unique=False)
    op.create_table(
        "entry_topic",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"]),
        sa.PrimaryKeyConstraint("entry", "topic"),
    )
    op.create_index("ix_entry_topic", "entry_topic", ["topic", "entry"], unique=False)
    op.execute(
        "INSERT INTO entry_topic (entry, topic) SELECT DISTINCT entry.id, topics.value FROM entry,"
        " json_each(entry.line, '$.topics') AS topics WHERE entry.state = 'live'"
    )
    op.create_index("ix_person_named", "person", ["last_word", "name", "telling"], unique=False)
    op.create_index("ix_article_shown", "article", ["row", "outlet", "day"], unique=False)
    op.create_index("ix_statement_day", "statement", ["day", "row"], unique=False)
