"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_table(
        "initiative_cell",
        sa.Column("programme_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("ownership", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("level", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("benefit_band", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sum_benefit", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "programme_id",
            "day",
            "event",
            "unit_id",
            "sector_id",
            "ownership",
            "position",
            "level",
            "benefit_band",
            name=op.f("pk_initiative_cell"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("data_kind", sa.String(length=20), nullable=False),
        sa.Column("national_target", sa.Integer(), nullable=True),
        sa.Column("national_target_source", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "data_kind IN ('official', 'simulated', 'published only')", name=op.f("ck_programme_data_kind")
        ),
        sa.CheckConstraint("national_target > 0", name=op.f("ck_programme_national_target")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("code", name=op.f("uq_programme_code")),
    )
    op.create_table(
        "province",
        sa.Column("code_2022", sa.String(length=2), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("is_city", sa.Boolean(), nullable=False),
        sa.Column("region", sa.String(length=20), nullable=False),
        sa.Column("code_2025", sa.String(length=2), nullable=False),
        sa.Column("name_2025", sa.Text(), nullable=False),
        sa.Column("short_name_2025", sa.Text(), nullable=False),
        sa.Column("merged_2025", sa.Boolean(), nullable=False),
        sa.Column("aliases", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "region IN ('tdmnpb', 'dbsh', 'btb-dhmt', 'tn', 'dnb', 'dbscl')", name=op.f("ck_province_region")
        ),
        sa.PrimaryKeyConstraint("code_2022", name=op.f("pk_province")),
    )
    op.create_table(
        "sector",
        sa.Column("id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sector")),
        sa.UniqueConstraint("code", name=op.f("uq_sector_code")),
    )
    op.create_table(
        "changed_day",
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_changed_day_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "version", "day", name=op.f("pk_changed_day")),
    )
    op.create_table(
        "data_version",
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("last_uploaded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_data_version_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", name=op.f("pk_data_version")),
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_import_batch_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "phase",
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("national_target", sa.Integer(), nullable=True),
        sa.CheckConstraint('"start" <= "end"', name=op.f("ck_phase_period")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_phase_programme_id")),
        sa.PrimaryKeyConstraint("programme_id", "number", name=op.f("pk_phase")),
    )
    op.create_table(
        "published_figure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("figure_id", sa.String(length=20), nullable=True),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("as_of", sa.String(length=20), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("unit_name", sa.Text(), nullable=False),
        sa.Column("unit_level", sa.Text(), nullable=True),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit_of_measure", sa.Text(), nullable=True),
        sa.Column("qualifier", sa.String(length=20), nullable=True),
        sa.Column("article", sa.String(length=20), nullable=True),
        sa.Column("source_title", sa.Text(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("confidence", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_published_figure_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_figure")),
    )
    with op.batch_alter_table("published_figure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_figure_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("as_of", sa.DateTime(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_snapshot_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("code", name=op.f("uq_snapshot_code")),
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), server_default="", nullable=False),
        sa.Column("level", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("province_code_2022", sa.String(length=2), nullable=True),
        sa.Column("cluster", sa.Text(), nullable=True),
        sa.Column("cluster_note", sa.Text(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("members_as_of", sa.Date(), nullable=True),
        sa.Column("members_source", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('provincial', 'industry', 'corporation')", name=op.f("ck_unit_kind")),
        sa.CheckConstraint("level <> 'direct' OR kind IS NOT NULL", name=op.f("ck_unit_direct_has_kind")),
        sa.CheckConstraint("level IN ('direct', 'upper', 'grassroots')", name=op.f("ck_unit_level")),
        sa.CheckConstraint("members > 0", name=op.f("ck_unit_members")),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.ForeignKeyConstraint(
            ["province_code_2022"], ["province.code_2022"], name=op.f("fk_unit_province_code_2022")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("code", name=op.f("uq_unit_code")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_level"), ["level"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_account_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "import_problem",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("column", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_import_problem_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_problem")),
    )
    op.create_table(
        "initiative",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_folded", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("sex", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("position", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("grassroots_id", sa.Integer(), nullable=True),
        sa.Column(
            "sector_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
        ),
        sa.Column("ownership", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("solution", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("status", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("level", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("applied", sa.Boolean(), nullable=True),
        sa.Column("replicated", sa.Integer(), nullable=True),
        sa.Column("benefit_vnd", sa.BigInteger(), nullable=True),
        sa.Column("benefit_band", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("uploaded_at", sa.DateTime(), nullable=False),
        sa.Column("uploaded_day", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_day", sa.Integer(), nullable=True),
        sa.Column("rewarded_at", sa.DateTime(), nullable=True),
        sa.Column("rewarded_day", sa.Integer(), nullable=True),
        sa.Column("batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint("(benefit_vnd IS NULL) = (benefit_band = 0)", name=op.f("ck_initiative_benefit_band_known")),
        sa.CheckConstraint("(rewarded_at IS NULL) = (rewarded_day IS NULL)", name=op.f("ck_initiative_rewarded_day")),
        sa.CheckConstraint("(settled_at IS NULL) = (settled_day IS NULL)", name=op.f("ck_initiative_settled_day")),
        sa.CheckConstraint("(status = 0) = (settled_day IS NULL)", name=op.f("ck_initiative_settled")),
        sa.CheckConstraint("benefit_band BETWEEN 0 AND 4", name=op.f("ck_initiative_benefit_band")),
        sa.CheckConstraint("benefit_vnd >= 0", name=op.f("ck_initiative_benefit_vnd")),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_initiative_level")),
        sa.CheckConstraint("ownership BETWEEN 0 AND 3", name=op.f("ck_initiative_ownership")),
        sa.CheckConstraint("position BETWEEN 0 AND 3", name=op.f("ck_initiative_position")),
        sa.CheckConstraint("replicated >= 0", name=op.f("ck_initiative_replicated")),
        sa.CheckConstraint("settled_at >= uploaded_at", name=op.f("ck_initiative_settled_after_upload")),
        sa.CheckConstraint("sex BETWEEN 0 AND 2", name=op.f("ck_initiative_sex")),
        sa.CheckConstraint("solution BETWEEN 0 AND 5", name=op.f("ck_initiative_solution")),
        sa.CheckConstraint("status BETWEEN 0 AND 2", name=op.f("ck_initiative_status")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_initiative_batch_id")),
        sa.ForeignKeyConstraint(["grassroots_id"], ["unit.id"], name=op.f("fk_initiative_grassroots_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_initiative_programme_id")),
        sa.ForeignKeyConstraint(["sector_id"], ["sector.id"], name=op.f("fk_initiative_sector_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_initiative_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        sa.UniqueConstraint("programme_id", "code", name=op.f("uq_initiative_programme_id_code")),
    )
    with op.batch_alter_table("initiative", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_initiative_people"),
            [
                "programme_id",
                "unit_id",
                "author",
                "uploaded_at",
                "settled_at",
                "status",
                "sector_id",
                "ownership",
                "position",
                "level",
                "solution",
                "uploaded_day",
                "settled_day",
            ],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_initiative_programme_id_rewarded_day"), ["programme_id", "rewarded_day"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_initiative_programme_id_settled_day"), ["programme_id", "settled_day"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_initiative_programme_id_uploaded_day"), ["programme_id", "uploaded_day"], unique=False
        )

    op.create_table(
        "snapshot_cell",
        sa.Column("snapshot_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sector_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ownership", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("benefit_band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("sum_benefit", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_snapshot_cell_snapshot_id")),
        sa.PrimaryKeyConstraint(
            "snapshot_id",
            "day",
            "event",
            "unit_id",
            "sector_id",
            "ownership",
            "position",
            "level",
            "benefit_band",
            name=op.f("pk_snapshot_cell"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "target",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("programme_id", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("phase", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("qualifier", sa.String(length=20), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('registered', 'assigned', 'guided')", name=op.f("ck_target_kind")),
        sa.CheckConstraint("phase IN (0, 1, 2)", name=op.f("ck_target_phase")),
        sa.CheckConstraint("value > 0", name=op.f("ck_target_value")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_target_programme_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_target_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint(
            "programme_id", "phase", "unit_id", "kind", name=op.f("uq_target_programme_id_phase_unit_id_kind")
        ),
    )


def downgrade() -> None:
    op.drop_table("target")
    op.drop_table("snapshot_cell")
    with op.batch_alter_table("initiative", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_initiative_programme_id_uploaded_day"))
        batch_op.drop_index(batch_op.f("ix_initiative_programme_id_settled_day"))
        batch_op.drop_index(batch_op.f("ix_initiative_programme_id_rewarded_day"))
        batch_op.drop_index(batch_op.f("ix_initiative_people"))

    op.drop_table("initiative")
    op.drop_table("import_problem")
    op.drop_table("account")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_parent_id"))
        batch_op.drop_index(batch_op.f("ix_unit_level"))

    op.drop_table("unit")
    op.drop_table("snapshot")
    with op.batch_alter_table("published_figure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_figure_programme_id"))

    op.drop_table("published_figure")
    op.drop_table("phase")
    op.drop_table("import_batch")
    op.drop_table("data_version")
    op.drop_table("changed_day")
    op.drop_table("sector")
    op.drop_table("province")
    op.drop_table("programme")
    op.drop_table("initiative_cell")
    op.drop_table("audit_event")
