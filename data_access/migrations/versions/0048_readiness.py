"""Readiness: items of a programme, what units have, and both as they were when figures were frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0043"

_NUMBER = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "readiness_item",
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.CheckConstraint("kind IN ('yes', 'count')", name=op.f("ck_readiness_item_kind")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_readiness_item_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "code", name=op.f("pk_readiness_item")),
    )
    op.create_table(
        "readiness_fact",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=40), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("amount", sa.Integer()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("state IN (0, 1, 2)", name=op.f("ck_readiness_fact_state")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_readiness_fact_amount")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_readiness_fact_programme_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_readiness_fact_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readiness_fact")),
    )
    op.create_index(op.f("ix_readiness_fact_programme_id_unit_id"), "readiness_fact", ["programme_id", "unit_id"])
    op.create_table(
        "snapshot_readiness",
        sa.Column("snapshot_id", _ID, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_readiness_snapshot_id")),
        sa.PrimaryKeyConstraint("snapshot_id", name=op.f("pk_snapshot_readiness")),
    )
