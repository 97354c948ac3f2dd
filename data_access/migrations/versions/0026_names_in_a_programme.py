"""A programme may call a unit otherwise than other programmes do."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_NAMES = ("name", "short_name", "name_en", "aliases", "kind_name")


def upgrade() -> None:
    for name in _NAMES:
        op.add_column("programme_unit", sa.Column(name, sa.Text()))
    op.add_column("programme_unit", sa.Column("province_code_2022", sa.String(length=2)))
