"""States of programmes: default, end, archive, removal, and the list of all."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select, update

from data_access.database.audit_log import note
from data_access.database.errors import NotSaved
from data_access.database.permissions import require_everything, signature
from data_access.database.schema import (
    data_version,
    initiative_cell,
    programme,
    programme_unit,
)
from data_access.database.transactions import writing
from data_access.importing.programme_state import remove_rows
from data_access.programmes.saving import refresh_readers
from data_access.programmes.state_names import COMPARISONS, STATES
from data_access.reference.ids import programme_id_of
from model.codes import Event
from model.reader import Reader
from model.reference import ARCHIVED


@dataclass(frozen=True)
class Standing:
    """One programme in a list."""

    code: str
    name_vi: str
    name_en: str
    state: str
    is_default: bool
    units: int
    uploads: int | None  # None while the programme has no rows: what nobody counted is no zero
    target: int | None
    newest: datetime | None
    comparison: str = "open"
    start: date | None = None
    end: date | None = None


def list_programmes(connection: Connection) -> list[Standing]:
    """Every programme with its state and progress."""
    cell, member = initiative_cell.c, programme_unit.c
    uploads = select(func.sum(cell.n)).where(cell.programme_id == programme.c.id, cell.event == int(Event.UPLOADED))
    units = select(func.count()).where(member.programme_id == programme.c.id, member.ranked)
    query = (
        select(
            programme,
            uploads.scalar_subquery().label("uploads"),
            units.scalar_subquery().label("units"),
            data_version.c.last_uploaded_at,
        )
        .outerjoin(data_version, data_version.c.programme_id == programme.c.id)
        .order_by(programme.c.id)
    )
    return [
        Standing(
            row.code,
            row.name_vi,
            row.name_en,
            row.state,
            row.is_default and row.state != ARCHIVED,
            row.units,
            None if row.uploads is None else int(row.uploads),
            row.national_target,
            row.last_uploaded_at,
            row.comparison,
            row.start,
            row.end,
        )
        for row in connection.execute(query)
    ]


def change_state(url: str, code: str, action: str, by: Reader) -> None:
    """Apply `close`, `reopen`, `archive`, `default`, or one of COMPARISONS. An archived one is no default.

    Raises NotSaved (unknown_programme, archived_default), NotAllowed.
    """
    require_everything(by, "manage_programmes")
    with writing(url) as connection:
        number = programme_id_of(connection, code)
        if action == "default":
            if connection.scalar(select(programme.c.state).where(programme.c.id == number)) == ARCHIVED:
                raise NotSaved("archived_default", programme=code)
            connection.execute(update(programme).values(is_default=programme.c.id == number))
        else:
            value = {"comparison": COMPARISONS[action]} if action in COMPARISONS else {"state": STATES[action]}
            ended = {"is_default": False} if value.get("state") == ARCHIVED else {}
            connection.execute(update(programme).where(programme.c.id == number).values({**value, **ended}))
        note(connection, signature(by), f"programme_{action}", programme=code)
        refresh_readers(connection)


def remove_programme(url: str, code: str, by: Reader) -> None:
    """Delete a programme that has no records, frozen or published figures. Raises NotSaved (programme_in_use)."""
    require_everything(by, "manage_programmes")
    with writing(url) as connection:
        number = programme_id_of(connection, code)
        remove_rows(connection, number)
        note(connection, signature(by), "programme_remove", programme=code)
        refresh_readers(connection)
