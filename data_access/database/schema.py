"""The shared database, table by table (design.md section 3). Alembic creates it from the same definitions.

Times are local (Asia/Ho_Chi_Minh) without zone. Days and months are integers, 20220420 and 202204: every engine
compares and groups them the same way. Dimensions are small numbers (model/codes.py), so that cells stay light.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from model.dimensions import CUBE, DIMENSIONS, FIRST_SEALED

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

# SQLite numbers rows by itself only for INTEGER keys.
_SMALL: Final = 15  # bits of a SmallInteger without its sign
_Id = BigInteger().with_variant(Integer(), "sqlite")

programme = Table(
    "programme",
    metadata,
    Column("id", SmallInteger().with_variant(Integer(), "sqlite"), primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("data_kind", String(20), nullable=False),
    Column("national_target", Integer),
    Column("national_target_source", Text),
    Column("short_name", Text),  # the brand beside the logo; none is the programme of the VGCL
    Column("organisation", Text),
    Column("organisation_above", Text),
    Column("place", Text),  # of signing
    Column("whole_vi", Text),  # what everything together is called: “toàn công ty”
    Column("whole_en", Text),
    Column("boundary", String(4)),  # 63, 34 or none; null is by dates
    Column("benefit_limits", Text),  # thousand million VND, separated by |; null is 30|100|500
    Column("alike_units", SmallInteger),  # at least so many units like another let expect something; null is 6
    Column("alike_times", SmallInteger),  # like size: so many times as many members at most; null is 3
    Column("reward_days", SmallInteger),  # within which a reward should follow the decision; null where nobody says
    Column("state", String(10), nullable=False, server_default="running"),
    Column("is_default", Boolean, nullable=False, server_default=false()),
    Column("comparison", String(10), nullable=False, server_default="open"),  # closed: sums of one's own units alone
    CheckConstraint("data_kind IN ('official', 'simulated', 'published only')", name="data_kind"),
    CheckConstraint("national_target > 0", name="national_target"),
)

phase = Table(
    "phase",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("start", Date, nullable=False),
    Column("end", Date, nullable=False),
    Column("national_target", Integer),
    Column("name_vi", Text),  # null is “Giai đoạn n”
    Column("name_en", Text),
    Column("parent", SmallInteger),  # the number of the phase around it
    CheckConstraint('"start" <= "end"', name="period"),
)

province = Table(
    "province",
    metadata,
    Column("code_2022", String(2), primary_key=True),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("is_city", Boolean, nullable=False),
    Column("region", String(20), nullable=False),
    Column("code_2025", String(2), nullable=False),
    Column("name_2025", Text, nullable=False),
    Column("short_name_2025", Text, nullable=False),
    Column("merged_2025", Boolean, nullable=False),
    Column("aliases", Text, nullable=False, server_default=""),  # separated by |
    CheckConstraint("region IN ('tdmnpb', 'dbsh', 'btb-dhmt', 'tn', 'dnb', 'dbscl')", name="region"),
)

unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("aliases", Text, nullable=False, server_default=""),  # separated by |
    Column("level", String(12), nullable=False),
    Column("kind", String(12)),
    Column("parent_id", ForeignKey("unit.id")),
    Column("province_code_2022", ForeignKey("province.code_2022")),
    Column("cluster", Text),
    Column("cluster_note", Text),
    Column("members", Integer),
    Column("members_as_of", Date),
    Column("members_source", Text),
    Column("kind_name", Text),  # a free word: “phân xưởng”
    Column("successor_id", Integer),  # the unit that goes on where this one ended
    CheckConstraint("level IN ('direct', 'upper', 'grassroots')", name="level"),
    CheckConstraint("kind IN ('provincial', 'industry', 'corporation')", name="kind"),
    CheckConstraint("level <> 'direct' OR kind IS NOT NULL", name="direct_has_kind"),
    CheckConstraint("members > 0", name="members"),
    Index(None, "level"),
    Index(None, "parent_id"),
)

sector = Table(
    "sector",
    metadata,
    Column("id", SmallInteger().with_variant(Integer(), "sqlite"), primary_key=True),  # 0 is “Chưa phân loại”
    Column("code", String(20), nullable=False, unique=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("aliases", Text, nullable=False, server_default=""),
)

# Who takes part in a programme. What is null here is what the unit itself says.
programme_unit = Table(
    "programme_unit",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), primary_key=True),
    Column("parent_id", ForeignKey("unit.id")),
    Column("ranked", Boolean, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("cluster", Text),
    Column("members", Integer),
    Column("members_as_of", Date),
    # What the programme calls a unit that others have, too; null is as everybody does.
    Column("name", Text),
    Column("short_name", Text),
    Column("name_en", Text),
    Column("aliases", Text),
    Column("kind_name", Text),
    Column("province_code_2022", String(2)),
    CheckConstraint("members > 0", name="members"),
    Index(None, "unit_id"),
)

# The sectors of a programme and what it calls them; a programme without any has those that ship.
programme_sector = Table(
    "programme_sector",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("sector_id", ForeignKey("sector.id"), primary_key=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("aliases", Text, nullable=False, server_default=""),
)

target = Table(
    "target",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("phase", SmallInteger, nullable=False, server_default="0"),  # 0 is the whole programme
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("value", Integer, nullable=False),
    Column("qualifier", String(20)),
    Column("as_of", Date),
    Column("source", Text, nullable=False),
    Column("who", String(320)),
    CheckConstraint("kind IN ('registered', 'assigned', 'guided')", name="kind"),
    CheckConstraint("value > 0", name="value"),
    CheckConstraint("phase >= 0", name="phase"),
    UniqueConstraint("programme_id", "phase", "unit_id", "kind"),
)

import_batch = Table(
    "import_batch",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("who", Text, nullable=False),
    Column("imported_at", DateTime, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("undone_at", DateTime),
)

import_problem = Table(
    "import_problem",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("batch_id", ForeignKey("import_batch.id"), nullable=False),
    Column("sheet", Text),
    Column("row", Integer),
    Column("column", Text),
    Column("kind", String(40), nullable=False),
    Column("value", Text),
)

# Indexes that hold every column a question can be about, so that no row is read to be counted or skipped. SQLite reads
# the moments of a cut day from its rows; PostgreSQL, which would then read all rows, carries them along.
_MOMENTS: Final = ("uploaded_at", "settled_at", "rewarded_at")
_FILTERED: Final = ("sector_id", "ownership", "position", "level", "solution")
_COUNTED: Final = ("settled_day", "rewarded_day", "status", *_FILTERED, "applied", "replicated", "sex", "grassroots_id")
_SORTED: Final = ("unit_id", "uploaded_day", "settled_day", "status", *_FILTERED)
_COMPUTED: Final = text("benefit_vnd IS NOT NULL")
_SETTLED: Final = text("settled_day IS NOT NULL")
_REWARDED: Final = text("rewarded_day IS NOT NULL")
_APPLIED: Final = text("applied_day IS NOT NULL")
_REPLICATED: Final = text("replicated_day IS NOT NULL")
# Codes that may be one have one key; engines fold the case of ASCII alike, of other letters they do not.
CODE_KEY: Final = "lower(replace(replace(replace(code, '0', ''), '-', ''), ' ', ''))"
BEYOND_ASCII: Final = {"sqlite": "code GLOB '*[^ -~]*'", "postgresql": "code ~ '[^ -~]'"}

# One row per upload. `settled_at` is the moment a decision counts: decided_at, but never before the upload,
# and the upload itself where nobody noted a date.
initiative = Table(
    "initiative",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("code", String(60), nullable=False),
    Column("title", Text, nullable=False),
    Column("title_folded", Text, nullable=False),
    Column("author", Text),
    Column("author_folded", Text),
    Column("sex", SmallInteger, nullable=False, server_default="0"),
    Column("position", SmallInteger, nullable=False, server_default="0"),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("grassroots_id", ForeignKey("unit.id")),
    Column("sector_id", ForeignKey("sector.id"), nullable=False, server_default="0"),
    Column("ownership", SmallInteger, nullable=False, server_default="0"),
    Column("solution", SmallInteger, nullable=False, server_default="0"),
    Column("status", SmallInteger, nullable=False, server_default="0"),
    Column("level", SmallInteger, nullable=False, server_default="0"),
    Column("applied", Boolean),
    Column("replicated", Integer),
    Column("benefit_vnd", BigInteger),
    Column("benefit_band", SmallInteger, nullable=False, server_default="0"),
    Column("uploaded_at", DateTime, nullable=False),
    Column("uploaded_day", Integer, nullable=False),
    Column("decided_at", DateTime),
    Column("settled_at", DateTime),
    Column("settled_day", Integer),
    Column("rewarded_at", DateTime),
    Column("rewarded_day", Integer),
    # Only where somebody noted when: of many it is known that they are used, and not since when.
    Column("applied_at", DateTime),
    Column("applied_day", Integer),
    Column("replicated_at", DateTime),
    Column("replicated_day", Integer),
    Column("batch_id", ForeignKey("import_batch.id")),
    UniqueConstraint("programme_id", "code"),
    CheckConstraint("benefit_vnd >= 0", name="benefit_vnd"),
    CheckConstraint("replicated >= 0", name="replicated"),
    CheckConstraint("status BETWEEN 0 AND 2", name="status"),
    CheckConstraint("sex BETWEEN 0 AND 2", name="sex"),
    CheckConstraint("position BETWEEN 0 AND 3", name="position"),
    CheckConstraint("ownership BETWEEN 0 AND 3", name="ownership"),
    CheckConstraint("level BETWEEN 0 AND 5", name="level"),
    CheckConstraint("solution BETWEEN 0 AND 5", name="solution"),
    CheckConstraint("benefit_band BETWEEN 0 AND 4", name="benefit_band"),
    CheckConstraint("(benefit_vnd IS NULL) = (benefit_band = 0)", name="benefit_band_known"),
    CheckConstraint("(status = 0) = (settled_day IS NULL)", name="settled"),
    CheckConstraint("(settled_at IS NULL) = (settled_day IS NULL)", name="settled_day"),
    CheckConstraint("settled_at >= uploaded_at", name="settled_after_upload"),
    CheckConstraint("(rewarded_at IS NULL) = (rewarded_day IS NULL)", name="rewarded_day"),
    # In the order of time, and by unit and author: each alone counts whatever is filtered.
    Index(
        "ix_initiative_newest",
        "programme_id",
        "uploaded_day",
        "unit_id",
        "uploaded_at",
        "id",
        *_COUNTED,
        postgresql_include=_MOMENTS[1:],
    ),
    Index(
        "ix_initiative_people",
        "programme_id",
        "unit_id",
        "author",
        "uploaded_day",
        *_COUNTED,
        postgresql_include=_MOMENTS,
    ),
    # Other orders readers sort by.
    Index(
        "ix_initiative_title",
        "programme_id",
        "title_folded",
        "id",
        *_SORTED,
        postgresql_include=_MOMENTS[:2],
    ),
    Index(
        "ix_initiative_benefit",
        "programme_id",
        "benefit_vnd",
        "id",
        *_SORTED,
        sqlite_where=_COMPUTED,
        postgresql_where=_COMPUTED,
        postgresql_include=_MOMENTS[:2],
    ),
    Index("ix_initiative_code_key", "programme_id", text(f"({CODE_KEY})")),
    Index(
        "ix_initiative_code_beyond",
        "programme_id",
        sqlite_where=text(BEYOND_ASCII["sqlite"]),
        postgresql_where=text(BEYOND_ASCII["postgresql"]),
    ),
    Index("ix_initiative_grassroots", "grassroots_id", "uploaded_day"),  # unions go away with an import's undo
    # Days whose cells are counted anew.
    Index("ix_initiative_settled", "programme_id", "settled_day", sqlite_where=_SETTLED, postgresql_where=_SETTLED),
    Index("ix_initiative_rewarded", "programme_id", "rewarded_day", sqlite_where=_REWARDED, postgresql_where=_REWARDED),
    Index("ix_initiative_applied", "programme_id", "applied_day", sqlite_where=_APPLIED, postgresql_where=_APPLIED),
    Index(
        "ix_initiative_replicated",
        "programme_id",
        "replicated_day",
        sqlite_where=_REPLICATED,
        postgresql_where=_REPLICATED,
    ),
)

# The cells of the cube (model/codes.py: Event). Written in the transaction that writes the rows.
initiative_cell = Table(
    "initiative_cell",
    metadata,
    Column("programme_id", SmallInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("event", SmallInteger, primary_key=True, autoincrement=False),
    *(
        Column(d.column, Integer if d.bits > _SMALL else SmallInteger, primary_key=True, autoincrement=False)
        for d in CUBE
    ),
    Column("month", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("sum_benefit", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

published_figure = Table(
    "published_figure",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("figure_id", String(20)),
    Column("programme_id", ForeignKey("programme.id")),  # none for the one figure about the unions in general
    Column("as_of", String(20)),  # as precise as the source: 2022-04-20T08:00, 2022-05-31, or nothing
    Column("period", Text),
    Column("unit_name", Text, nullable=False),
    Column("unit_level", Text),
    Column("metric", Text, nullable=False),
    Column("category", Text),
    Column("value", Float, nullable=False),
    Column("unit_of_measure", Text),
    Column("qualifier", String(20)),
    Column("article", String(20)),
    Column("source_title", Text),
    Column("source_url", Text),
    Column("quote", Text),
    Column("note", Text),
    Column("confidence", String(20)),
    Index(None, "programme_id"),
)

snapshot = Table(
    "snapshot",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("code", String(60), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("as_of", DateTime, nullable=False),
    Column("frozen_at", DateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("cell_columns", Text, nullable=False, server_default=FIRST_SEALED),  # dimensions that are frozen and sealed
)

snapshot_cell = Table(
    "snapshot_cell",
    metadata,
    Column("snapshot_id", ForeignKey("snapshot.id"), primary_key=True),
    *(Column(name, Integer, primary_key=True, autoincrement=False) for name in ("day", "event", *DIMENSIONS)),
    Column("n", Integer, nullable=False),
    Column("sum_benefit", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

account = Table(
    "account",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("email", String(320), nullable=False, unique=True),  # in small letters, without spaces around it
    Column("role", String(20), nullable=False),
    Column("disabled_at", DateTime),
    Column("name", Text, nullable=False, server_default=""),
    Column("epoch", Integer, nullable=False, server_default="1"),  # one more ends every session of the account
    CheckConstraint("role IN ('viewer', 'staff', 'lead', 'admin')", name="role"),
)

# The units an account is for, with what is below them; none means all there are.
account_unit = Table(
    "account_unit",
    metadata,
    Column("account_id", ForeignKey("account.id"), primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), primary_key=True),
)

# Who is logged in. Only the browser knows the token itself.
login_session = Table(
    "login_session",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("began_at", DateTime, nullable=False),
    Column("seen_at", DateTime, nullable=False),
    Index(None, "account_id"),
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("happened_at", DateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("detail", Text),
    Index(None, "happened_at"),
)

# One counter per programme, raised in the transaction of every write. `last_uploaded_at` is the newest upload.
data_version = Table(
    "data_version",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("changed_at", DateTime, nullable=False),
    Column("last_uploaded_at", DateTime),
)

# The days a write touched, so that a reader at an older version reads only these again.
changed_day = Table(
    "changed_day",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
)

# Whose cells a write moved, where these are few: of the days it touched only theirs are read again.
changed_unit = Table(
    "changed_unit",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("unit_id", Integer, primary_key=True, autoincrement=False),  # undo may have removed it since
)

# What a batch changed, so that undo is exact: the former row as JSON, none where the batch made the row.
former_row = Table(
    "former_row",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("batch_id", ForeignKey("import_batch.id"), nullable=False),
    Column("table_name", String(20), nullable=False),
    Column("row_id", BigInteger, nullable=False),
    Column("former_batch_id", BigInteger),  # the batch that the row belonged to before
    Column("content", Text),
    Index(None, "batch_id"),
    Index(None, "former_batch_id"),
    Index(None, "table_name", "row_id"),
)

# Rows that wait for a second look. They count meanwhile; whoever removes them leaves a batch that can be undone.
held_row = Table(
    "held_row",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("batch_id", ForeignKey("import_batch.id"), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("code", String(60), nullable=False),  # of the initiative; of the unit where a whole day waits
    Column("other_code", String(60)),  # what it resembles
    Column("detail", Text, nullable=False),  # JSON: the values that the sentence names
    Column("held_at", DateTime, nullable=False),
    Column("decision", String(12)),
    Column("decided_at", DateTime),
    Column("decided_by", Text),
    Column("decided_batch_id", ForeignKey("import_batch.id")),
    CheckConstraint("decision IN ('keep', 'remove', 'undone')", name="decision"),
    Index(None, "programme_id", "decision"),
    Index(None, "batch_id"),
)

# Names of units as files spell them, confirmed once by a person. `spelling` is folded.
remembered_unit = Table(
    "remembered_unit",
    metadata,
    Column("spelling", String(200), primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("who", Text, nullable=False),
    Column("remembered_at", DateTime, nullable=False),
)

# What a sender answered once about files: a heading, a word of a coded column, where the union is told.
remembered_answer = Table(
    "remembered_answer",
    metadata,
    Column("who", String(320), primary_key=True),
    Column("what", String(20), primary_key=True),
    Column("spelling", String(200), primary_key=True),
    Column("meaning", Text, nullable=False),
    Column("remembered_at", DateTime, nullable=False),
)

# Sources that are read by themselves: how far each has come, and rows that wait for an answer.
sync_source = Table(
    "sync_source",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("every_seconds", Integer),  # the planned interval; none where somebody runs it by hand
    Column("mark", Text, nullable=False, server_default=""),  # JSON: what was read last
    Column("started_at", DateTime),
    Column("succeeded_at", DateTime),
    Column("checked_at", DateTime),  # for rows that the source no longer has
    Column("deleted", Integer, nullable=False, server_default="0"),
    Column("problem", Text, nullable=False, server_default=""),
)
sync_waiting = Table(
    "sync_waiting",
    metadata,
    Column("source", ForeignKey("sync_source.name"), primary_key=True),
    Column("code", String(200), primary_key=True),
    Column("content", Text, nullable=False),  # JSON: the row by heading
)

# Targets and distinct people as they were when figures were frozen: percentages and people must not move either.
snapshot_target = Table(
    "snapshot_target",
    metadata,
    Column("snapshot_id", ForeignKey("snapshot.id"), primary_key=True),
    Column("unit_id", Integer, primary_key=True, autoincrement=False),
    Column("phase", SmallInteger, primary_key=True, autoincrement=False),
    Column("kind", String(12), primary_key=True),
    Column("value", Integer, nullable=False),
    Column("qualifier", String(20)),
    Column("as_of", Date),
    Column("source", Text, nullable=False),
)

snapshot_people = Table(
    "snapshot_people",
    metadata,
    Column("snapshot_id", ForeignKey("snapshot.id"), primary_key=True),
    Column("unit_id", Integer, primary_key=True, autoincrement=False),
    Column("people", Integer, nullable=False),
)

# Views of pages that readers named. `query` is the address without the page; `owner` is who may rename or delete it.
saved_view = Table(
    "saved_view",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("owner", String(320), nullable=False),
    Column("name", String(120), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("query", Text, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    UniqueConstraint("owner", "name"),
)

# Initiatives that staff hold up as examples, by code: a second import of the file keeps them.
exemplar = Table(
    "exemplar",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("code", String(60), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("who", String(320), nullable=False),
    Column("chosen_at", DateTime, nullable=False),
    # What is told of it, apart from the row: no reader of an example has to be one who may see rows.
    Column("title", Text, nullable=False, server_default=""),
    Column("unit_id", ForeignKey("unit.id")),
    Column("grassroots_id", ForeignKey("unit.id")),
    Column("sector_id", ForeignKey("sector.id")),
    Column("benefit_vnd", BigInteger),
    Column("story", Text, nullable=False, server_default=""),
    Column("contact", Text, nullable=False, server_default=""),
    Column("day", Date),  # since when it is told
    Column("author", Text, nullable=False, server_default=""),  # only with the author's consent
    Column("is_public", Boolean, nullable=False, server_default=false()),
    Column("token", String(40), nullable=False, server_default=""),  # of its address for everybody
    Index(None, "token"),
)

# Pictures of examples as they are shown: checked, made small, without anything else that the file said.
exemplar_picture = Table(
    "exemplar_picture",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("code", String(60), nullable=False),
    Column("caption", Text, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("content", Text, nullable=False),  # JPEG as base64
    Column("small", Text, nullable=False, server_default=""),  # the same, as a gallery shows it
    Column("who", String(320), nullable=False),
    Column("added_at", DateTime, nullable=False),
    Index(None, "programme_id", "code"),
)

# “Chúng tôi đã áp dụng”: said by a unit, counted when somebody who answers for the example has accepted it.
adoption = Table(
    "adoption",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("code", String(60), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("place", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("state", String(8), nullable=False, server_default="waiting"),
    Column("who", String(320), nullable=False),
    Column("said_at", DateTime, nullable=False),
    Column("decided_by", String(320), nullable=False, server_default=""),
    Column("decided_at", DateTime),
    Column("row_before", Text, nullable=False, server_default=""),  # what the row said of its use before words counted
    CheckConstraint("state IN ('waiting', 'accepted', 'refused')", name="state"),
    Index(None, "programme_id", "code"),
)

# What staff want to see on the axis of time.
programme_event = Table(
    "programme_event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("name", String(120), nullable=False),
    Column("name_en", String(120)),
    Column("source", Text, nullable=False),
    Column("who", String(320), nullable=False),
    Column("added_at", DateTime, nullable=False),
    UniqueConstraint("programme_id", "day", "name"),
)

# Lists of slides for the stage. `views` are separated by dots, `query` is the query string they were saved from.
slide_list = Table(
    "slide_list",
    metadata,
    Column("code", String(80), primary_key=True),
    Column("name", Text, nullable=False),
    Column("views", Text, nullable=False),
    Column("seconds", SmallInteger, nullable=False),
    Column("query", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("saved_at", DateTime, nullable=False),
    CheckConstraint("seconds >= 0", name="seconds"),
)

# What `init` wrote, as it wrote it: what differs from it was changed by staff, what is missing was removed by them.
shipped_row = Table(
    "shipped_row",
    metadata,
    Column("table_name", String(20), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("content", Text, nullable=False),
)

# What units are graded by; a programme without criteria of its own is shown the example that ships.
grading_criterion = Table(
    "grading_criterion",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("measure", String(20), primary_key=True),
    Column("place", SmallInteger, nullable=False),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("scale", String(8), nullable=False),
    Column("zero_at", Float, nullable=False),
    Column("full_at", Float, nullable=False),
    Column("steps", Text, nullable=False),  # “50: 80; 90: 100”: from a value on, percent of the weight
    Column("bonus", Boolean, nullable=False),
    CheckConstraint("scale IN ('linear', 'steps')", name="scale"),
)

grading_class = Table(
    "grading_class",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("at_least", Float, nullable=False),
    Column("quota_pct", Float),
)

# A grading that was closed: criteria, classes and every unit's points as JSON, whatever is imported later.
grading_closed = Table(
    "grading_closed",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("period", String(10), primary_key=True),
    Column("content", Text, nullable=False),
    Column("who", String(320), nullable=False),
    Column("closed_at", DateTime, nullable=False),
)

# Points that somebody gave or took by hand, after an appeal for instance. Nothing is ever changed, only added.
grading_correction = Table(
    "grading_correction",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("period", String(10), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("points", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", String(320), nullable=False),
    Column("made_at", DateTime, nullable=False),
    Index(None, "programme_id", "period"),
)

# What a unit has to have ready; a programme without items of its own is asked the ones that ship.
readiness_item = Table(
    "readiness_item",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("place", SmallInteger, nullable=False),
    Column("name_vi", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    CheckConstraint("kind IN ('yes', 'count')", name="kind"),
)

# What somebody said of one item of one unit on a day. Nothing is changed, only added: the latest day counts.
readiness_fact = Table(
    "readiness_fact",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("item", String(40), nullable=False),
    Column("state", SmallInteger, nullable=False),  # 0 no, 1 yes, 2 nobody knows any more
    Column("amount", Integer),  # of items that are counted
    Column("day", Date, nullable=False),
    Column("source", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("who", String(320), nullable=False),
    Column("recorded_at", DateTime, nullable=False),
    CheckConstraint("state IN (0, 1, 2)", name="state"),
    CheckConstraint("amount >= 0", name="amount"),
    Index(None, "programme_id", "unit_id"),
)

# Items and what was said of them when figures were frozen, as JSON. Figures frozen earlier have none.
snapshot_readiness = Table(
    "snapshot_readiness",
    metadata,
    Column("snapshot_id", ForeignKey("snapshot.id"), primary_key=True),
    Column("content", Text, nullable=False),
)

# Examples as they were told when figures were frozen, as JSON. Figures frozen earlier have none.
snapshot_examples = Table(
    "snapshot_examples",
    metadata,
    Column("snapshot_id", ForeignKey("snapshot.id"), primary_key=True),
    Column("content", Text, nullable=False),
)

# Reports by e-mail that staff ordered on the page; those of the schedule file stand there.
mail_order = Table(
    "mail_order",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("programme_id", ForeignKey("programme.id"), nullable=False),
    Column("name", String(80), nullable=False, unique=True),
    Column("query", Text, nullable=False),
    Column("kinds", Text, nullable=False),  # separated by |
    Column("days", Text, nullable=False),  # separated by |
    Column("at", String(5), nullable=False),  # 07:30
    Column("recipients", Text, nullable=False),  # one a line
    Column("who", String(320), nullable=False),
    Column("begun_at", DateTime, nullable=False),  # what was due before is not sent
    Column("stopped_at", DateTime),
    Index(None, "programme_id"),
)

# What became of each letter, of both kinds. Whoever writes one with "sending" is the only one who sends it.
mail_letter = Table(
    "mail_letter",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("order_id", ForeignKey("mail_order.id")),  # null is one of the schedule file
    Column("report", String(80), nullable=False),
    Column("due", DateTime, nullable=False),
    Column("email", String(320), nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kinds", Text, nullable=False),  # separated by |
    UniqueConstraint("order_id", "due", "email"),
    CheckConstraint("outcome IN ('sending', 'sent', 'failed', 'skipped', 'refused')", name="outcome"),
    Index(None, "at"),
)
