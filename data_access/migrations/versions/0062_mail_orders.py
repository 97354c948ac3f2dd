"""Reports by e-mail are ordered on the page, too; what became of every letter is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0054"

_NUMBER = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mail_order",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", _NUMBER, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=5), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=320), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("stopped_at", sa.DateTime()),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_mail_order_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_order")),
        sa.UniqueConstraint("name", name=op.f("uq_mail_order_name")),
    )
    op.create_index(op.f("ix_mail_order_programme_id"), "mail_order", ["programme_id"])
    op.create_table(
        "mail_letter",
        sa.Column("id", _ID, nullable=False),
        sa.Column("order_id", sa.Integer()),
        sa.Column("report", sa.String(length=80), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('sending', 'sent', 'failed', 'skipped', 'refused')", name=op.f("ck_mail_letter_outcome")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["mail_order.id"], name=op.f("fk_mail_letter_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_letter")),
        sa.UniqueConstraint("order_id", "due", "email", name=op.f("uq_mail_letter_order_id_due_email")),
    )
    op.create_index(op.f("ix_mail_letter_at"), "mail_letter", ["at"])
