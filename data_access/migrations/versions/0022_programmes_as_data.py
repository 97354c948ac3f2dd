"""Programmes as data: what they are called, any phases, who takes part, sectors of their own, targets of any phase."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
_TEXTS = ("short_name", "organisation", "organisation_above", "place", "whole_vi", "whole_en", "benefit_limits")


def upgrade() -> None:
    for name in _TEXTS:
        op.add_column("programme", sa.Column(name, sa.Text()))
    op.add_column("programme", sa.Column("boundary", sa.String(length=4)))
    op.add_column("programme", sa.Column("state", sa.String(length=10), nullable=False, server_default="running"))
    op.add_column("programme", sa.Column("is_default", sa.Boolean(), nullable=False, server_default=sa.false()))
    for column in (
        sa.Column("name_vi", sa.Text()),
        sa.Column("name_en", sa.Text()),
        sa.Column("parent", sa.SmallInteger()),
    ):
        op.add_column("phase", column)
    op.add_column("unit", sa.Column("kind_name", sa.Text()))
    op.add_column("unit", sa.Column("successor_id", sa.Integer()))
    with op.batch_alter_table("target") as batch:
        batch.drop_constraint(op.f("ck_target_phase"), type_="check")
        batch.create_check_constraint(op.f("ck_target_phase"), "phase >= 0")
    _create_members()
    _create_sectors()
    # Until today every unit directly under the VGCL took part in every programme: answers stay what they were.
    op.execute(
        "INSERT INTO programme_unit (programme_id, unit_id, ranked) "
        "SELECT programme.id, unit.id, (1 = 1) FROM programme CROSS JOIN unit WHERE unit.level = 'direct'"
    )
    op.execute(sa.text("UPDATE programme SET is_default = :yes WHERE code = '1tr'").bindparams(yes=True))


def _create_members() -> None:
    op.create_table(
        "programme_unit",
        sa.Column("programme_id", _SMALL, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("ranked", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Date()),
        sa.Column("end", sa.Date()),
        sa.Column("cluster", sa.Text()),
        sa.Column("members", sa.Integer()),
        sa.Column("members_as_of", sa.Date()),
        sa.CheckConstraint("members > 0", name=op.f("ck_programme_unit_members")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_programme_unit_programme_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_programme_unit_unit_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_programme_unit_parent_id")),
        sa.PrimaryKeyConstraint("programme_id", "unit_id", name=op.f("pk_programme_unit")),
    )
    op.create_index(op.f("ix_programme_unit_unit_id"), "programme_unit", ["unit_id"])


def _create_sectors() -> None:
    op.create_table(
        "programme_sector",
        sa.Column("programme_id", _SMALL, nullable=False),
        sa.Column("sector_id", _SMALL, nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_programme_sector_programme_id")),
        sa.ForeignKeyConstraint(["sector_id"], ["sector.id"], name=op.f("fk_programme_sector_sector_id")),
        sa.PrimaryKeyConstraint("programme_id", "sector_id", name=op.f("pk_programme_sector")),
    )
