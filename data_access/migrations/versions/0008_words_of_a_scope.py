"""Words are looked for within a union or a sector; PostgreSQL skips titles and benefits in their index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_SORTED = (
    *("id", "unit_id", "uploaded_day", "settled_day", "status"),
    *("sector_id", "ownership", "position", "level", "solution"),
)


def upgrade() -> None:
    _sorted_by("title", "title_folded")
    _sorted_by("benefit", "benefit_vnd", only=sa.text("benefit_vnd IS NOT NULL"))
    if op.get_bind().dialect.name == "postgresql":
        _hold_scopes_in_gin(op.get_bind())
    else:
        _hold_scopes_in_fts()
    op.execute('ANALYZE "initiative"')


def _sorted_by(name: str, column: str, only: sa.TextClause | None = None) -> None:
    op.execute(f"DROP INDEX IF EXISTS ix_initiative_{name}")
    op.create_index(
        f"ix_initiative_{name}",
        "initiative",
        ["programme_id", column, *_SORTED],
        sqlite_where=only,
        postgresql_where=only,
        postgresql_include=("uploaded_at", "settled_at"),
    )


def _hold_scopes_in_gin(connection: sa.Connection) -> None:
    """The index of words (0005), where the server has one. Arrays: GIN holds no plain numbers by itself."""
    if connection.scalar(sa.text("SELECT 1 FROM pg_indexes WHERE indexname = 'ix_initiative_words'")):
        words = "(title_folded || ' | ' || coalesce(author_folded, '')) gin_trgm_ops"
        op.execute("DROP INDEX ix_initiative_words")
        op.execute(
            f"CREATE INDEX ix_initiative_words ON initiative USING gin ({words}, (ARRAY[sector_id]), (ARRAY[unit_id]))"
        )


def _hold_scopes_in_fts() -> None:
    """A trigram of one private letter stands for each sector and each union."""

    def held(row: str) -> str:
        sector, unit = f"57344 + {row}sector_id % 6400", f"983040 + {row}unit_id % 65000"
        words = f"{row}title_folded || ' | ' || coalesce({row}author_folded, '')"
        return f"{words}, char({sector}, {sector}, {sector}), char({unit}, {unit}, {unit})"

    for event in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER initiative_words_{event}")
    op.execute("DROP TABLE initiative_words")
    op.execute(
        "CREATE VIRTUAL TABLE initiative_words USING "
        "fts5(words, sector, unit, content='', detail=none, columnsize=0, tokenize='trigram')"
    )
    op.execute("INSERT INTO initiative_words(initiative_words, rank) VALUES ('hashsize', 67108864)")
    into, columns = "INSERT INTO initiative_words", "rowid, words, sector, unit"
    op.execute(f"{into}({columns}) SELECT id, {held('')} FROM initiative")  # noqa: S608 (our own names)
    add = f"{into}({columns}) VALUES (new.id, {held('new.')})"
    take = f"{into}(initiative_words, {columns}) VALUES ('delete', old.id, {held('old.')})"
    op.execute(f"CREATE TRIGGER initiative_words_insert AFTER INSERT ON initiative BEGIN {add}; END")
    op.execute(f"CREATE TRIGGER initiative_words_delete AFTER DELETE ON initiative BEGIN {take}; END")
    differs = f"WHEN ({held('new.')}) IS NOT ({held('old.')})"
    op.execute(f"CREATE TRIGGER initiative_words_update AFTER UPDATE ON initiative {differs} BEGIN {take}; {add}; END")
