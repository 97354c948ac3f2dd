"""Whether accounts of some units see the sums of all units of a programme, or those of their own alone."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0026"


def upgrade() -> None:
    op.add_column("programme", sa.Column("comparison", sa.String(length=10), nullable=False, server_default="open"))
