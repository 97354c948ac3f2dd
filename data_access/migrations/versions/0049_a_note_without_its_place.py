"""A note of the ledger no longer speaks of a part of a document that readers do not have."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"

_FORMER = "bài KHÔNG nêu tên 6 tỉnh; xem phần nhận xét (a.3)"
_NOTE = "bài không nêu tên 6 tỉnh"


def upgrade() -> None:
    """The row stays the same one: `init` would add it a second time."""
    op.execute(
        sa.text("UPDATE published_figure SET note = :note WHERE note = :former").bindparams(note=_NOTE, former=_FORMER)
    )
