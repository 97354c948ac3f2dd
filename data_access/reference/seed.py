"""The `init` command: schema, reference data and published figures. A second run changes nothing."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Table, insert, select, text, update

from data_access.database.connections import make_folder_of, open_engine
from data_access.database.errors import NotEmpty
from data_access.database.known_schema import require_known_schema
from data_access.database.roles import renew_roles
from data_access.database.schema import (
    data_version,
    phase,
    programme,
    programme_unit,
    province,
    published_figure,
    sector,
    target,
    unit,
)
from data_access.database.versions import raise_version
from data_access.migrations import newest_revision, revision_of, upgrade
from data_access.reference import reference_data
from data_access.reference.ids import find_programme_id, ids_by_code, programme_ids
from data_access.reference.reference_data import Row
from data_access.reference.shipping import begin_without_examples, changes_of, has_examples, ship, update_row

_LOCK = 7_402_022  # any number, the same for every process that prepares one database

Say = Callable[[str], None]


def prepare(url: str, say: Say = print, *, empty: bool = False) -> None:
    """Bring the database at `url` to today's schema and reference data, in one transaction.

    `empty`: begin it without the programmes of 2022 and their units. Raises NotEmpty where they are in already.
    """
    make_folder_of(url)
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            require_known_schema(connection)
            former = revision_of(connection)
            if former not in (None, newest_revision()):
                say("Bringing the database to today's schema: up to half a minute for a million records ...")
            upgrade(connection)
            renew_roles(connection)
            if empty:
                _begin_empty(connection)
            rows = _write_reference(connection)
            with_version = set(connection.scalars(select(data_version.c.programme_id)))
            for programme_id in programme_ids(connection):
                if rows or programme_id not in with_version:
                    raise_version(connection, programme_id, ())
    finally:
        engine.dispose()
    changes = [f"{rows} reference rows written"] if rows else []
    changes += (
        [f"schema brought from {former} to {newest_revision()}"] if former not in (None, newest_revision()) else []
    )
    say(f"Database ready: {', '.join(changes) or 'nothing to change'}.")


def _begin_empty(connection: Connection) -> None:
    code = str(reference_data.programmes()[0]["code"])
    if find_programme_id(connection, code):
        raise NotEmpty(f"This database has the programme {code} already: --empty begins a new database only.")
    begin_without_examples(connection)


def _write_reference(connection: Connection) -> int:
    count = ship(connection, province, ("code_2022",), reference_data.provinces())
    count += ship(connection, sector, ("id",), reference_data.sectors())
    return count + (_write_examples(connection) if has_examples(connection) else 0)


def _write_examples(connection: Connection) -> int:
    count = ship(connection, programme, ("code",), reference_data.programmes())
    count += ship(connection, unit, ("code",), reference_data.units())
    programme_ids = ids_by_code(connection, programme)
    unit_ids = ids_by_code(connection, unit)
    count += _add_members(connection, programme_ids)
    count += ship(connection, phase, ("programme_id", "number"), reference_data.phases(programme_ids))
    key = ("programme_id", "phase", "unit_id", "kind")
    count += ship(connection, target, key, reference_data.targets(programme_ids, unit_ids))
    return count + _add_figures(connection, reference_data.published_figures(programme_ids))


def _add_members(connection: Connection, programme_ids: dict[str, int]) -> int:
    """Every union that ships takes part in the programmes that ship, unless a programme has members already.

    None takes part in the movement of one district.
    """
    with_members = set(connection.scalars(select(programme_unit.c.programme_id).distinct()))
    units = connection.scalars(select(unit.c.id).where(unit.c.level == "direct")).all()
    codes = [str(row["code"]) for row in reference_data.programmes()]
    shipped = (programme_ids[code] for code in codes if code not in reference_data.of_one_place())
    rows = [
        {"programme_id": number, "unit_id": unit, "ranked": True}
        for number in shipped
        if number not in with_members
        for unit in units
    ]
    if rows:
        connection.execute(insert(programme_unit), rows)
        first = programme_ids[codes[0]]
        if not connection.scalar(select(programme.c.id).where(programme.c.is_default).limit(1)):
            connection.execute(update(programme).where(programme.c.id == first).values(is_default=True))
    return len(rows)


def merge(connection: Connection, table: Table, key: Sequence[str], rows: Sequence[Row]) -> int:
    """Insert rows that are missing and update those that differ."""
    rows_before = {tuple(row[name] for name in key): row for row in connection.execute(select(table)).mappings().all()}
    missing: list[Row] = []
    updates = 0
    for row in rows:
        former = rows_before.get(tuple(row[name] for name in key))
        if former is None:
            missing.append(row)
            continue
        if new := changes_of(row, former):
            update_row(connection, table, key, row, new)
            updates += 1
    if missing:
        connection.execute(insert(table), missing)
    return len(missing) + updates


def _add_figures(connection: Connection, rows: Sequence[Row]) -> int:
    """Add missing published figures, word for word; two that contradict each other both stay."""
    columns = [column for column in published_figure.c if column.name != "id"]
    rows_before = {tuple(row) for row in connection.execute(select(*columns))}
    missing = [row for row in rows if tuple(row[column.name] for column in columns) not in rows_before]
    if missing:
        connection.execute(insert(published_figure), missing)
    return len(missing)
