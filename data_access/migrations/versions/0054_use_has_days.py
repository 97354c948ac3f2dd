"""Since when an initiative is used, and taken over: moments of their own, whose days are events of the cube."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"

_EVENTS = ("applied", "replicated")


def upgrade() -> None:
    """Nobody noted these days before, so that no cell changes; frozen figures know of none and stay as they are."""
    for event in _EVENTS:
        op.add_column("initiative", sa.Column(f"{event}_at", sa.DateTime()))
        op.add_column("initiative", sa.Column(f"{event}_day", sa.Integer()))
        noted = sa.text(f"{event}_day IS NOT NULL")
        op.create_index(
            f"ix_initiative_{event}",
            "initiative",
            ["programme_id", f"{event}_day"],
            sqlite_where=noted,
            postgresql_where=noted,
        )
