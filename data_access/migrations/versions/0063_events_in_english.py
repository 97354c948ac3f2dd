"""Events of a programme have an English name, as the set-up workbook has a column for it."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0060"


def upgrade() -> None:
    op.add_column("programme_event", sa.Column("name_en", sa.String(length=120)))


def downgrade() -> None:
    op.drop_column("programme_event", "name_en")
