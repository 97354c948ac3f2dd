"""Rows of a day by unit before moment: those of some units on some days are met without walking over the others."""

from alembic import op

revision = "0007"
down_revision = "0006"

_COUNTED = (
    *("settled_day", "rewarded_day", "status", "sector_id", "ownership", "position", "level", "solution"),
    *("applied", "replicated", "sex", "grassroots_id"),
)


def upgrade() -> None:
    op.execute("DROP INDEX IF EXISTS ix_initiative_newest")
    op.create_index(
        "ix_initiative_newest",
        "initiative",
        ["programme_id", "uploaded_day", "unit_id", "uploaded_at", "id", *_COUNTED],
        postgresql_include=["settled_at", "rewarded_at"],
    )
    op.execute('ANALYZE "initiative"')
