"""Pictures of examples have a small copy for galleries; words of use know what the row said before them."""

import base64
from io import BytesIO

import sqlalchemy as sa
from alembic import op
from PIL import Image

revision = "0060"
down_revision = "0062"

_SIDE = 480


def upgrade() -> None:
    op.add_column("exemplar_picture", sa.Column("small", sa.Text(), nullable=False, server_default=""))
    op.add_column("adoption", sa.Column("row_before", sa.Text(), nullable=False, server_default=""))
    picture = sa.table("exemplar_picture", sa.column("id"), sa.column("content"), sa.column("small"))
    connection = op.get_bind()
    for number in connection.scalars(sa.select(picture.c.id)).all():
        content = connection.scalar(sa.select(picture.c.content).where(picture.c.id == number))
        connection.execute(sa.update(picture).where(picture.c.id == number).values(small=_small(content or "")))


def _small(content: str) -> str:
    written = BytesIO()
    with Image.open(BytesIO(base64.b64decode(content))) as image:
        image.thumbnail((_SIDE, _SIDE))
        image.convert("RGB").save(written, "JPEG", quality=80)
    return base64.b64encode(written.getvalue()).decode()
