"""An accepted word of a union on the row it is about: one place more, and since when."""

from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import Connection, Row, select, update

from data_access.cube.cells import add_cells
from data_access.cube.columns import day_as_integer
from data_access.database.schema import adoption, initiative
from model.examples import ACCEPTED


def count_place(connection: Connection, said: Row[tuple[object, ...]], step: int) -> set[int]:
    """One place more, or one fewer, at which the initiative is used, and since when; the days whose cells moved."""
    own = initiative.c
    query = select(initiative).where(own.programme_id == said.programme_id, own.code == said.code)
    before = connection.execute(query).mappings().first()
    if before is None:
        return set()
    days = connection.scalars(
        select(adoption.c.day).where(
            adoption.c.programme_id == said.programme_id, adoption.c.code == said.code, adoption.c.state == ACCEPTED
        )
    ).all()
    places = max((before["replicated"] or 0) + step, 0)
    values: dict[str, object] = {"replicated": places, "applied": before["applied"] or step > 0}
    for event in ("applied", "replicated"):
        values |= _at(event, _since(before[f"{event}_at"], said.day, days, step))
    connection.execute(update(initiative).where(own.id == before["id"]).values(**values))
    moved = add_cells(connection, int(said.programme_id), [dict(before)], [{**before, **values}])
    return moved | {before["uploaded_day"]}


def _since(known: datetime | None, day: date, days: Collection[date], step: int) -> datetime | None:
    """The earliest that is known; a day that was taken back no longer counts."""
    said = [datetime.combine(one, time()) for one in days]
    if step < 0 and known == datetime.combine(day, time()):
        known = None
    return min((one for one in (known, *said) if one), default=None)


def _at(event: str, moment: datetime | None) -> dict[str, object]:
    return {f"{event}_at": moment, f"{event}_day": day_as_integer(moment.date()) if moment else None}
