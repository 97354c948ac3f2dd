"""Sources that are read by themselves, and rows of them that wait for an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "sync_source",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("every_seconds", sa.Integer()),
        sa.Column("mark", sa.Text(), nullable=False, server_default=""),
        sa.Column("started_at", sa.DateTime()),
        sa.Column("succeeded_at", sa.DateTime()),
        sa.Column("checked_at", sa.DateTime()),
        sa.Column("deleted", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("problem", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_sync_source_programme_id")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sync_source")),
    )
    op.create_table(
        "sync_waiting",
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("code", sa.String(length=200), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sync_source.name"], name=op.f("fk_sync_waiting_source")),
        sa.PrimaryKeyConstraint("source", "code", name=op.f("pk_sync_waiting")),
    )
