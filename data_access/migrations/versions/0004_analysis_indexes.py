"""Indexes that answer the analysis pages without touching the rows: 1.5 s become 0.2 s at a million of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_FILTERED = ("sector_id", "ownership", "position", "level", "solution")
_DAYS = (
    "programme_id", "uploaded_day", "settled_day", "rewarded_day", "status", "unit_id", *_FILTERED, "applied",
    "replicated", "uploaded_at", "settled_at", "rewarded_at",
)  # fmt: skip
_BELOW = (
    "programme_id", "unit_id", "grassroots_id", "sex", "uploaded_day", "settled_day", "rewarded_day", "status",
    *_FILTERED, "applied", "replicated", "uploaded_at", "settled_at", "rewarded_at",
)  # fmt: skip
_BENEFIT = (
    "programme_id", "benefit_vnd", "unit_id", *_FILTERED, "status", "uploaded_day", "settled_day", "uploaded_at",
    "settled_at",
)  # fmt: skip


def upgrade() -> None:
    computed = sa.text("benefit_vnd IS NOT NULL")
    op.create_index("ix_initiative_days", "initiative", list(_DAYS))
    op.create_index("ix_initiative_below", "initiative", list(_BELOW))
    op.create_index(
        "ix_initiative_benefit", "initiative", list(_BENEFIT), sqlite_where=computed, postgresql_where=computed
    )
    # Without fresh statistics SQLite takes the new indexes for questions that the old ones answer 400 times faster.
    op.execute('ANALYZE "initiative"')
