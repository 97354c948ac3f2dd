"""What `init` wrote is remembered, so that it never overwrites what staff changed; who wrote a target."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "shipped_row",
        sa.Column("table_name", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "key", name=op.f("pk_shipped_row")),
    )
    op.add_column("target", sa.Column("who", sa.String(length=320)))
