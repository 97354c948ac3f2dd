"""Snapshots name the dimensions of their cells: a new dimension leaves what is sealed valid."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0012"

_FIRST = "unit_id,sector_id,ownership,position,level,benefit_band"


def upgrade() -> None:
    op.add_column("snapshot", sa.Column("cell_columns", sa.Text(), nullable=False, server_default=_FIRST))
