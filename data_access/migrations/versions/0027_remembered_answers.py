"""What a sender answered once about files."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "remembered_answer",
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("spelling", sa.String(length=200), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("remembered_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("who", "what", "spelling", name=op.f("pk_remembered_answer")),
    )
