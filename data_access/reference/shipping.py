"""Shipped rows: written once, corrected where the program corrects them, never where staff changed or removed them."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, RowMapping, Table, and_, insert, select, update

from data_access.database.schema import shipped_row
from data_access.reference.reference_data import Row

_MODE: Final = "mode"  # not the name of a table: how the database was begun
_WITHOUT_EXAMPLES: Final = "without examples"


def begin_without_examples(connection: Connection) -> None:
    """Record that this database is for organisations with programmes of their own."""
    if has_examples(connection):
        connection.execute(insert(shipped_row).values(table_name=_MODE, key=_WITHOUT_EXAMPLES, content=""))


def has_examples(connection: Connection) -> bool:
    """Whether the programmes of 2022 and their units belong in this database."""
    mode = select(shipped_row.c.key).where(shipped_row.c.table_name == _MODE, shipped_row.c.key == _WITHOUT_EXAMPLES)
    return connection.scalar(mode) is None


def ship(connection: Connection, table: Table, key: Sequence[str], rows: Sequence[Row]) -> int:
    """Add new rows and update those that nobody changed; returns the number of rows written."""
    stored_rows = {_key(dict(row), key): row for row in connection.execute(select(table)).mappings().all()}
    former = _shipped(connection, table)
    missing: list[Row] = []
    updates = 0
    for row in rows:
        name = _key(row, key)
        content = _content(row)
        current, before = stored_rows.get(name), former.get(name)
        if current is None and before is None:
            missing.append(row)
        elif current is not None and before is not None:
            new = _mended(row, content, current, before)
            if new:
                update_row(connection, table, key, row, new)
                updates += 1
        _remember(connection, table, name, content, before)
    if missing:
        connection.execute(insert(table), missing)
    return len(missing) + updates


def changes_of(row: Mapping[str, object], former: Mapping[str, object] | RowMapping) -> Row:
    """The columns of a row whose values differ from the former ones."""
    return {name: value for name, value in row.items() if former[name] != value}


def update_row(connection: Connection, table: Table, key: Sequence[str], row: Row, new: Row) -> None:
    """Write the `new` values into the stored row that has the same key as `row`."""
    same = and_(*(table.c[name] == row[name] for name in key))
    connection.execute(update(table).where(same).values(**new))


def _mended(row: Row, content: Mapping[str, object], current: RowMapping, before: Mapping[str, object]) -> Row:
    """The columns that the program corrects, where the database still holds its former content."""
    now = _content({name: current[name] for name in row})
    return {name: row[name] for name in row if content[name] != now[name] and before.get(name) == now[name]}


def _shipped(connection: Connection, table: Table) -> dict[str, dict[str, object]]:
    query = select(shipped_row.c.key, shipped_row.c.content).where(shipped_row.c.table_name == table.name)
    return {row.key: json.loads(row.content) for row in connection.execute(query)}


def _remember(
    connection: Connection, table: Table, name: str, content: Mapping[str, object], before: Mapping[str, object] | None
) -> None:
    if content == before:
        return
    text = json.dumps(content, ensure_ascii=False)
    if before is None:
        connection.execute(insert(shipped_row).values(table_name=table.name, key=name, content=text))
        return
    same = and_(shipped_row.c.table_name == table.name, shipped_row.c.key == name)
    connection.execute(update(shipped_row).where(same).values(content=text))


def _key(row: Mapping[str, object], key: Sequence[str]) -> str:
    return "|".join(str(row[name]) for name in key)


def _content(row: Mapping[str, object]) -> dict[str, object]:
    """The row after a round trip through JSON."""
    return dict(json.loads(json.dumps(dict(row), default=str, ensure_ascii=False)))
