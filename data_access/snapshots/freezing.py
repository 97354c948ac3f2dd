"""“Chốt số liệu”: the figures of a programme at a moment, kept under a name whatever is written afterwards."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, literal, select

from data_access.cube.cells import DAY_OF, KEY, cells_of
from data_access.cube.integer_days import day_as_integer
from data_access.cube.partial_day import MOMENT_OF
from data_access.cube.scope import scope_of
from data_access.database.audit_log import note
from data_access.database.errors import CodeTaken, DataAccessError, NameTaken
from data_access.database.insert import insert_one
from data_access.database.permissions import require, signature
from data_access.database.schema import (
    data_version,
    initiative_cell,
    programme,
    snapshot,
    snapshot_cell,
    snapshot_examples,
    snapshot_people,
    snapshot_readiness,
    snapshot_target,
    target,
)
from data_access.database.transactions import writing
from data_access.reference.catalogue import fetch_catalogue
from data_access.reference.ids import find_programme_id
from data_access.rules.examples import write_examples
from data_access.rules.readiness import write_content
from data_access.snapshots.sealing import FROZEN, checksum_of
from data_access.store.distinct_people import count_people
from model.clock import this_moment, this_second
from model.codes import Event
from model.dimensions import DIMENSIONS
from model.filters import END_OF_DAY, Filters
from model.folding import slug
from model.freezing import Frozen
from model.reader import Reader

WEEK: Final = timedelta(days=7)
TARGET: Final = ("unit_id", "phase", "kind", "value", "qualifier", "as_of", "source")
_COUNTS: Final = ("n", "sum_benefit")
_LONGEST_CODE: Final = 50


class NothingToFreeze(DataAccessError):  # noqa: N818 (says what staff are told)
    """The programme is unknown, or has no records up to that moment."""


class MomentAhead(DataAccessError):  # noqa: N818 (says what staff are told)
    """The moment is in the future, so uploads until then would be missing."""


def freeze(
    url: str,
    programme_code: str,
    name: str,
    by: Reader,
    moment: datetime | None = None,
    code: str | None = None,
    *,
    renumber: bool = True,
) -> Frozen:
    """Freeze what counts at `moment`, inclusive; without one, at the newest upload. Whole or not at all.

    A taken code gets a number; without `renumber`, NameTaken and CodeTaken refuse what would not be told apart.
    Raises NothingToFreeze and MomentAhead, and NotSaved where the database cannot take it.
    """
    require(by, "freeze")
    who = signature(by)
    if moment and moment > this_moment():
        raise MomentAhead(f"{moment} has not come yet.")
    with writing(url) as connection:
        programme_id = _programme_id(connection, programme_code)
        if not renumber:
            _expect_free(connection, programme_id, name, code)
        as_of = moment or _newest_upload(connection, programme_id, programme_code)
        code = _free_code(connection, code or slug(name) or "chot")
        values = {"programme_id": programme_id, "code": code, "name": name, "as_of": as_of, "who": who}
        frozen_at = this_second()
        values |= {"frozen_at": frozen_at, "cell_columns": ",".join(DIMENSIONS)}
        number = insert_one(connection, snapshot, {**values, "sha256": ""})
        _copy(connection, number, programme_id, programme_code, as_of)
        sealed = checksum_of(connection, number)
        connection.execute(snapshot.update().where(snapshot.c.id == number).values(sha256=sealed))
        details = {"programme": programme_code, "name": name, "as_of": as_of, "sha256": sealed}
        note(connection, who, FROZEN, code=code, **details)
        (frozen,) = find_snapshots(connection, code=code)
        return frozen


def find_snapshots(
    connection: Connection, *, code: str | None = None, programme_code: str | None = None
) -> list[Frozen]:
    """The snapshots, newest first; only of that code or programme, where given."""
    columns = snapshot.c
    query = select(*columns, programme.c.code.label("programme")).join(programme)
    if code is not None:
        query = query.where(columns.code == code)
    if programme_code is not None:
        query = query.where(programme.c.code == programme_code)
    rows = connection.execute(query.order_by(columns.frozen_at.desc(), columns.id.desc()))
    return [
        Frozen(
            *(r.id, r.programme_id, r.programme, r.code, r.name, r.as_of, r.frozen_at, r.who, r.sha256),
            tuple(r.cell_columns.split(",")),
        )
        for r in rows
    ]


def cut_days(moment: datetime) -> tuple[date, ...]:
    """Days of which only a part counts: that of the moment, and that of a week before, for comparisons."""
    return () if moment.time() == END_OF_DAY else (moment.date(), (moment - WEEK).date())


def _programme_id(connection: Connection, code: str) -> int:
    number = find_programme_id(connection, code)
    if number is None:
        raise NothingToFreeze(f"There is no programme {code!r}.")
    return number


def _newest_upload(connection: Connection, programme_id: int, code: str) -> datetime:
    newest: datetime | None = connection.scalar(
        select(data_version.c.last_uploaded_at).where(data_version.c.programme_id == programme_id)
    )
    if newest is None:
        raise NothingToFreeze(f"Programme {code} has no records.")
    return newest


def _expect_free(connection: Connection, programme_id: int, name: str, code: str | None) -> None:
    same_name = (snapshot.c.programme_id == programme_id) & (snapshot.c.name == name)
    if connection.scalar(select(snapshot.c.id).where(same_name).limit(1)) is not None:
        raise NameTaken(f"Figures are frozen under the name {name!r} already.")
    if code and connection.scalar(select(snapshot.c.id).where(snapshot.c.code == code[:_LONGEST_CODE])) is not None:
        raise CodeTaken(f"There is a snapshot {code!r} already.")


def _free_code(connection: Connection, proposal: str) -> str:
    """The code itself, or with the first number that makes it unique; a snapshot is never replaced."""
    codes = set(connection.scalars(select(snapshot.c.code)))
    proposal = proposal[:_LONGEST_CODE]
    numbered = (f"{proposal}-{number}" for number in count(2))
    return proposal if proposal not in codes else next(code for code in numbered if code not in codes)


def _copy(connection: Connection, number: int, programme_id: int, code: str, as_of: datetime) -> None:
    """Copy everything that counts at the moment under the number of the snapshot."""
    _copy_cells(connection, number, programme_id, as_of)
    if not connection.scalar(select(func.count()).where(snapshot_cell.c.snapshot_id == number)):
        raise NothingToFreeze(f"Programme {code} has no records up to {as_of}.")
    _copy_targets(connection, number, programme_id)
    _copy_people(connection, number, code, as_of)
    values = {"snapshot_id": number, "content": write_content(connection, programme_id, as_of.date())}
    connection.execute(insert(snapshot_readiness).values(**values))
    values["content"] = write_examples(connection, programme_id, as_of.date())
    connection.execute(insert(snapshot_examples).values(**values))


def _copy_cells(connection: Connection, number: int, programme_id: int, moment: datetime) -> None:
    """Copy whole days from the cells and cut days from the rows, the one a week before under its negative number."""
    cut = cut_days(moment)
    day = initiative_cell.c.day
    last = day_as_integer(moment.date())
    whole = select(literal(number), *(initiative_cell.c[name] for name in (*KEY, *_COUNTS))).where(
        initiative_cell.c.programme_id == programme_id, day < last if cut else day <= last
    )
    _insert(connection, whole)
    for part, sign, until in zip(cut, (1, -1), (moment, moment - WEEK), strict=False):
        for event in Event:
            within = (DAY_OF[event] == day_as_integer(part), MOMENT_OF[event] <= until)
            cells = cells_of(programme_id, event, *within).subquery().c
            rest = [cells[name] for name in (*KEY[1:], *_COUNTS)]
            _insert(connection, select(literal(number), (cells.day * sign).label("day"), *rest))


def _insert(connection: Connection, source: Select[Any]) -> None:
    connection.execute(insert(snapshot_cell).from_select(["snapshot_id", *KEY, *_COUNTS], source))


def _copy_targets(connection: Connection, number: int, programme_id: int) -> None:
    source = select(literal(number), *(target.c[name] for name in TARGET)).where(target.c.programme_id == programme_id)
    connection.execute(insert(snapshot_target).from_select(["snapshot_id", *TARGET], source))


def _copy_people(connection: Connection, number: int, programme_code: str, moment: datetime) -> None:
    scope = scope_of(Filters(programme=programme_code, as_of=moment), fetch_catalogue(connection))
    author_counts = count_people(connection, None, scope).iter_rows()
    rows = [{"snapshot_id": number, "unit_id": unit_id, "people": people} for unit_id, people in author_counts]
    if rows:
        connection.execute(insert(snapshot_people), rows)
