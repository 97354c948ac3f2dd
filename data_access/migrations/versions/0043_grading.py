"""Grading: criteria and classes of a programme, closed gradings, and corrections by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0028"

_NUMBER = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "grading_criterion",
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("scale", sa.String(length=8), nullable=False),
        sa.Column("zero_at", sa.Float(), nullable=False),
        sa.Column("full_at", sa.Float(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("bonus", sa.Boolean(), nullable=False),
        sa.CheckConstraint("scale IN ('linear', 'steps')", name=op.f("ck_grading_criterion_scale")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_grading_criterion_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "measure", name=op.f("pk_grading_criterion")),
    )
    op.create_table(
        "grading_class",
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("at_least", sa.Float(), nullable=False),
        sa.Column("quota_pct", sa.Float()),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_grading_class_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "code", name=op.f("pk_grading_class")),
    )
    op.create_table(
        "grading_closed",
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_grading_closed_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "period", name=op.f("pk_grading_closed")),
    )
    op.create_table(
        "grading_correction",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_grading_correction_programme_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_grading_correction_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grading_correction")),
    )
    op.create_index(op.f("ix_grading_correction_programme_id_period"), "grading_correction", ["programme_id", "period"])
