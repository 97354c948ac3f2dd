"""Accepted words of unions on the row they are about: places, use, and since when; without them the row is as before.

Every word that counts remembers what the row itself said of its use. A file that came in meanwhile stays: one place
fewer is one fewer than it says now.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any, Self, TypeAlias

from sqlalchemy import Connection, Row, select, update

from data_access.cube.cells import add_cells
from data_access.cube.integer_days import day_as_integer
from data_access.database.schema import adoption, initiative
from model.edges import Json
from model.examples import ACCEPTED

_Stored: TypeAlias = Mapping[Any, Any]  # columns of initiative, as the database has them


@dataclass(frozen=True)
class OwnWord:
    """The row's own statement of its use, without the claims of unions; None is unknown."""

    applied: bool | None = None
    replicated: int | None = None
    applied_at: datetime | None = None
    replicated_at: datetime | None = None

    @classmethod
    def of(cls, row: _Stored) -> Self:
        """The statement as it stands in the row."""
        return cls(row["applied"], row["replicated"], row["applied_at"], row["replicated_at"])

    @classmethod
    def read(cls, text: str) -> Self:
        """The statement from `written`; unknown for claims that counted before it was kept."""
        values: Json = json.loads(text or "{}")
        for name in ("applied_at", "replicated_at"):
            values[name] = datetime.fromisoformat(values[name]) if values.get(name) else None
        return cls(**values)

    @property
    def written(self) -> str:
        """The statement in the form that a claim stores."""
        return json.dumps(asdict(self), default=str)


def count_place(connection: Connection, use: Row[tuple[object, ...]], step: int) -> set[int]:
    """Add or subtract one place of use, with its first day; returns the days whose cells moved."""
    own = initiative.c
    query = select(initiative).where(own.programme_id == use.programme_id, own.code == use.code)
    row = connection.execute(query).mappings().first()
    if row is None:
        return set()
    counting = _counting(connection, use)
    others = [other for other in counting if other.id != use.id]
    alone = OwnWord.of(row) if step > 0 and not others else OwnWord.read((use if step < 0 else others[0]).row_before)
    if step > 0:
        connection.execute(update(adoption).where(adoption.c.id == use.id).values(row_before=alone.written))
    values = _with_words(row, alone, [other.day for other in counting], step, use.day)
    connection.execute(update(initiative).where(own.id == row["id"]).values(**values))
    days = add_cells(connection, int(use.programme_id), [dict(row)], [{**row, **values}])
    return days | {row["uploaded_day"]}


def _counting(connection: Connection, row: Row[tuple[object, ...]]) -> Sequence[Row[Any]]:
    own = adoption.c
    same = own.programme_id == row.programme_id, own.code == row.code, own.state == ACCEPTED
    return connection.execute(select(adoption).where(*same).order_by(own.id)).all()


def _with_words(row: _Stored, alone: OwnWord, days: Collection[date], step: int, day: date) -> dict[str, object]:
    places = max((row["replicated"] or 0) + step, 0)
    is_in_use = True if days or places else alone.applied
    values: dict[str, object] = {
        "replicated": places if places or days else alone.replicated,
        "applied": is_in_use if row["applied"] or step > 0 else row["applied"],
    }
    for event in ("applied", "replicated"):
        values |= _at(event, _since(row[f"{event}_at"], getattr(alone, f"{event}_at"), days, day if step < 0 else None))
    return values


def _since(
    stated: datetime | None, alone: datetime | None, days: Collection[date], removed_day: date | None
) -> datetime | None:
    """The earliest known moment; a revoked day no longer counts, unless the row itself states it."""
    if removed_day is not None and stated == datetime.combine(removed_day, time()):
        stated = None
    return min(
        (moment for moment in (stated, alone, *(datetime.combine(day, time()) for day in days)) if moment), default=None
    )


def _at(event: str, moment: datetime | None) -> dict[str, object]:
    return {f"{event}_at": moment, f"{event}_day": day_as_integer(moment.date()) if moment else None}
