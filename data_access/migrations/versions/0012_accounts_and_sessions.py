"""Accounts of several units with a name and an epoch, and the sessions of those who logged in."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    # SQLite alters a table by putting a copy in its place, which nothing may refer to meanwhile.
    former = op.get_bind().execute(sa.text("SELECT id, unit_id FROM account WHERE unit_id IS NOT NULL")).all()
    op.execute("UPDATE account SET email = lower(trim(email))")
    # What former versions wrote of a role was never read: nobody becomes more than a viewer by an upgrade.
    op.execute("UPDATE account SET role = 'viewer' WHERE role NOT IN ('viewer', 'staff', 'lead', 'admin')")
    with op.batch_alter_table("account") as batch:
        batch.add_column(sa.Column("name", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("epoch", sa.Integer(), nullable=False, server_default="1"))
        batch.drop_constraint(op.f("fk_account_unit_id"), type_="foreignkey")
        batch.drop_column("unit_id")
        batch.create_check_constraint(op.f("ck_account_role"), "role IN ('viewer', 'staff', 'lead', 'admin')")
    account_unit = op.create_table(
        "account_unit",
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_unit_account_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_account_unit_unit_id")),
        sa.PrimaryKeyConstraint("account_id", "unit_id", name=op.f("pk_account_unit")),
    )
    if former:
        op.bulk_insert(account_unit, [{"account_id": row[0], "unit_id": row[1]} for row in former])
    op.create_table(
        "login_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_login_session_account_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_login_session")),
    )
    op.create_index(op.f("ix_login_session_account_id"), "login_session", ["account_id"])
    op.create_index(op.f("ix_audit_event_happened_at"), "audit_event", ["happened_at"])
