"""Grassroots unions named by sources, found by name because they are no dimension of the cube."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative, unit
from data_access.store.records import Records
from model.catalogue import Programme
from model.filters import Filters


def ids_of_grassroots(records: Records, names: Collection[str]) -> dict[tuple[str, str], int]:
    """Ids by short name and code of the direct unit above; unknown ones are missing."""
    columns = unit.c
    question = select(columns.short_name, columns.parent_id, columns.id)
    question = question.where(columns.level == "grassroots", columns.short_name.in_(sorted(names)))
    units = records.catalogue.unit_by_id
    codes = {number: units[number].code for number in units if units[number].level == "direct"}
    codes |= {
        unit.id: codes[unit.parent_id] for unit in units.values() if unit.level == "upper" and unit.parent_id in codes
    }

    def ask(connection: Connection) -> dict[tuple[str, str], int]:
        rows = connection.execute(question)
        return {(name, codes[above]): number for name, above, number in rows if above in codes}

    return records.ask(ask, key=("ids_of_grassroots", tuple(sorted(names))))


def uploads_of_grassroots(
    records: Records, programme: Programme, ids: Collection[int], as_of: datetime
) -> dict[int, int]:
    """Uploads of some grassroots unions up to a moment, by id, in one walk over the rows."""
    rows, scope = initiative.c, records.to_count(Filters(programme=programme.code, as_of=as_of))
    question = (
        select(rows.grassroots_id, func.count())
        .where(*counted_rows(scope_of(scope, records.catalogue)), rows.grassroots_id.in_(sorted(ids)))
        .group_by(rows.grassroots_id)
    )

    def ask(connection: Connection) -> dict[int, int]:
        return {row[0]: row[1] for row in connection.execute(question)}

    counts = records.ask_rows(ask, ("uploads_of_grassroots", programme.code, tuple(sorted(ids)), as_of), scope)
    return {number: counts.get(number, 0) for number in ids}
