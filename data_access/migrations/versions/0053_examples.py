"""“Điển hình”: what is told of an example, its pictures, who took it over; and all of it in frozen figures."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0051"

_NUMBER = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OF_ROW = ("title", "unit_id", "grassroots_id", "sector_id", "benefit_vnd")


def upgrade() -> None:
    _fill_exemplars()
    _create_pictures()
    _create_adoption()
    op.create_table(
        "snapshot_examples",
        sa.Column("snapshot_id", _ID, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_examples_snapshot_id")),
        sa.PrimaryKeyConstraint("snapshot_id", name=op.f("pk_snapshot_examples")),
    )


def _fill_exemplars() -> None:
    """Examples chosen before say what their rows say, to those who may see these."""
    with op.batch_alter_table("exemplar") as table:
        for name in ("title", "story", "contact", "author"):
            table.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("unit_id", sa.Integer()))
        table.add_column(sa.Column("grassroots_id", sa.Integer()))
        table.add_column(sa.Column("sector_id", _NUMBER))
        table.add_column(sa.Column("benefit_vnd", sa.BigInteger()))
        table.add_column(sa.Column("day", sa.Date()))
        table.add_column(sa.Column("is_public", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("token", sa.String(length=40), nullable=False, server_default=""))
        table.create_foreign_key(op.f("fk_exemplar_unit_id"), "unit", ["unit_id"], ["id"])
        table.create_foreign_key(op.f("fk_exemplar_grassroots_id"), "unit", ["grassroots_id"], ["id"])
        table.create_foreign_key(op.f("fk_exemplar_sector_id"), "sector", ["sector_id"], ["id"])
        table.create_index(op.f("ix_exemplar_token"), ["token"])
    same = "initiative.programme_id = exemplar.programme_id AND initiative.code = exemplar.code"
    assignments = ", ".join(
        f"{name} = (SELECT initiative.{name} FROM initiative WHERE {same})"  # noqa: S608 (our own names)
        for name in _OF_ROW
    )
    op.execute(
        f"UPDATE exemplar SET {assignments}, day = date(chosen_at)"  # noqa: S608 (our own names)
        f" WHERE EXISTS (SELECT 1 FROM initiative WHERE {same})"
    )


def _create_pictures() -> None:
    op.create_table(
        "exemplar_picture",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_exemplar_picture_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplar_picture")),
    )
    op.create_index(op.f("ix_exemplar_picture_programme_id_code"), "exemplar_picture", ["programme_id", "code"])


def _create_adoption() -> None:
    op.create_table(
        "adoption",
        sa.Column("id", _ID, nullable=False),
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False, server_default="waiting"),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.Column("decided_by", sa.String(length=320), nullable=False, server_default=""),
        sa.Column("decided_at", sa.DateTime()),
        sa.CheckConstraint("state IN ('waiting', 'accepted', 'refused')", name=op.f("ck_adoption_state")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_adoption_programme_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_adoption_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adoption")),
    )
    op.create_index(op.f("ix_adoption_programme_id_code"), "adoption", ["programme_id", "code"])
