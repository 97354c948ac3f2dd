"""A write says whose cells it moved: a reader of 3,000 units reads only theirs again."""

import sqlalchemy as sa
from alembic import op

revision = "0075"
down_revision = "0066"


def upgrade() -> None:
    op.create_table(
        "changed_unit",
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_changed_unit_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "version", "unit_id", name=op.f("pk_changed_unit")),
    )


def downgrade() -> None:
    op.drop_table("changed_unit")
