"""A programme says itself which units are alike, and within how many days a reward should follow."""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0063"

_NAMES = ("alike_units", "alike_times", "reward_days")


def upgrade() -> None:
    for name in _NAMES:
        op.add_column("programme", sa.Column(name, sa.SmallInteger()))


def downgrade() -> None:
    for name in reversed(_NAMES):
        op.drop_column("programme", name)
