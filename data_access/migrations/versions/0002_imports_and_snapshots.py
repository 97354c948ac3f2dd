"""Undo, the second look, remembered names, and the rest of a snapshot."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_former_row()
    _create_held_row()
    _create_remembered_unit()
    _create_snapshot_parts()


def _create_former_row() -> None:
    op.create_table(
        "former_row",
        sa.Column("id", _ID, nullable=False),
        sa.Column("batch_id", _ID, nullable=False),
        sa.Column("table_name", sa.String(length=20), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=False),
        sa.Column("former_batch_id", sa.BigInteger(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_former_row_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_row")),
    )
    op.create_index(op.f("ix_former_row_batch_id"), "former_row", ["batch_id"])
    op.create_index(op.f("ix_former_row_former_batch_id"), "former_row", ["former_batch_id"])
    op.create_index(op.f("ix_former_row_table_name_row_id"), "former_row", ["table_name", "row_id"])


def _create_held_row() -> None:
    op.create_table(
        "held_row",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("batch_id", _ID, nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("other_code", sa.String(length=60), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("held_at", sa.DateTime(), nullable=False),
        sa.Column("decision", sa.String(length=12), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_batch_id", _ID, nullable=True),
        sa.CheckConstraint("decision IN ('keep', 'remove', 'undone')", name=op.f("ck_held_row_decision")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_held_row_programme_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_held_row_batch_id")),
        sa.ForeignKeyConstraint(["decided_batch_id"], ["import_batch.id"], name=op.f("fk_held_row_decided_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_row")),
    )
    op.create_index(op.f("ix_held_row_programme_id_decision"), "held_row", ["programme_id", "decision"])
    op.create_index(op.f("ix_held_row_batch_id"), "held_row", ["batch_id"])


def _create_remembered_unit() -> None:
    op.create_table(
        "remembered_unit",
        sa.Column("spelling", sa.String(length=200), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("remembered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_remembered_unit_unit_id")),
        sa.PrimaryKeyConstraint("spelling", name=op.f("pk_remembered_unit")),
    )


def _create_snapshot_parts() -> None:
    op.create_table(
        "snapshot_target",
        sa.Column("snapshot_id", _ID, nullable=False),
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("phase", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("qualifier", sa.String(length=20), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_target_snapshot_id")),
        sa.PrimaryKeyConstraint("snapshot_id", "unit_id", "phase", "kind", name=op.f("pk_snapshot_target")),
    )
    op.create_table(
        "snapshot_people",
        sa.Column("snapshot_id", _ID, nullable=False),
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_people_snapshot_id")),
        sa.PrimaryKeyConstraint("snapshot_id", "unit_id", name=op.f("pk_snapshot_people")),
    )
