"""Stored codes that may be one with a new code are found by an index: an import of 100 rows read a million codes."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0049"

_KEY = "(lower(replace(replace(replace(code, '0', ''), '-', ''), ' ', '')))"


def upgrade() -> None:
    op.create_index("ix_initiative_code_key", "initiative", ["programme_id", sa.text(_KEY)])
    op.create_index(
        "ix_initiative_code_beyond",
        "initiative",
        ["programme_id"],
        sqlite_where=sa.text("code GLOB '*[^ -~]*'"),
        postgresql_where=sa.text("code ~ '[^ -~]'"),
    )
    op.execute('ANALYZE "initiative"')
