"""No union takes part in the movement of one district: their members were every union that ships."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0057"


# A programme that somebody filled, or gave members of its own, keeps them.
TAKEN_OUT = sa.text(
    "DELETE FROM programme_unit WHERE programme_id IN (SELECT p.id FROM programme p"
    " WHERE p.code IN ('son-tay-2024', 'phu-xuyen-5-nam', 'cu-jut-5-nam')"
    " AND NOT EXISTS (SELECT 1 FROM initiative i WHERE i.programme_id = p.id)"
    " AND NOT EXISTS (SELECT 1 FROM target t WHERE t.programme_id = p.id)"
    " AND NOT EXISTS (SELECT 1 FROM programme_unit m JOIN unit u ON u.id = m.unit_id"
    " WHERE m.programme_id = p.id AND (u.level <> 'direct' OR m.members IS NOT NULL OR m.cluster IS NOT NULL)))"
)


def upgrade() -> None:
    op.execute(TAKEN_OUT)
