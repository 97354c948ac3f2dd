"""“Điển hình”: the examples that an account may see as of a day, and the units that use them by then."""

import base64
from dataclasses import replace
from datetime import date

import polars as pl
from sqlalchemy import select

from data_access.database.schema import exemplar, exemplar_picture, programme
from data_access.rules.examples import fetch_all_examples
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.edges import Row
from model.examples import ACCEPTED, Example, Examples
from model.filters import Filters
from model.frames import EXAMPLES
from model.reach import Reach


@remembered
def fetch_examples(records: Records, filters: Filters) -> Examples:
    """Public examples for everybody, others for accounts that see their rows; the latest first.

    Of a programme that is closed to comparison an account lists its own units' alone; a link still opens public ones.

    An example belongs to the scope by its unit and sector, and is there from the day on which it was told.
    """
    examples = fetch_all_examples(records, filters.programme)
    reach, of_sums = records.reach_of(filters.programme), records.sums_of(filters.programme)
    units = {unit.id for unit in records.catalogue.units_in(filters)}
    last = filters.known_by
    visible = tuple(
        _as_seen(example, last, is_own=records.lists_rows and _covers(reach, of_units))
        for example, *of_units in examples or ()
        if _fits(example, of_units, units, filters) and (example.day or date.min) <= last
        if (example.is_public and _covers(of_sums, of_units)) or (records.lists_rows and _covers(reach, of_units))
    )
    names = {code: unit.name for code, unit in records.catalogue.unit_by_code.items()}
    frame = pl.DataFrame([_row(example, names) for example in visible], schema=EXAMPLES)
    return Examples(visible, frame, examples is not None)


@remembered
def fetch_picture(records: Records, number: int, *, small: bool = False) -> bytes:
    """The JPEG of one picture that the account may see, or its thumbnail; b"" where it is gone."""
    own = exemplar_picture.c
    column = own.small if small else own.content
    content: str | None = records.ask_now(lambda connection: connection.scalar(select(column).where(own.id == number)))
    return base64.b64decode(content or "")


def fetch_public(records: Records, token: str) -> tuple[str, Example] | None:
    """Programme and example of a public address; None where there is no public one."""
    own = exemplar.c
    query = select(programme.c.code, own.code).join(programme, programme.c.id == own.programme_id)
    query = query.where(own.token == token, own.is_public.is_(True))
    row = records.ask_now(lambda connection: connection.execute(query).first()) if token else None
    if row is None:
        return None
    examples = fetch_all_examples(records, row[0]) or ()
    example = next((example for example, *_ in examples if example.code == row[1] and example.is_public), None)
    return (row[0], _as_seen(example, date.max, is_own=False)) if example else None


def _covers(reach: Reach | None, units: list[int | None]) -> bool:
    return reach is None or any(unit in reach.covered for unit in units)


def _fits(example: Example, of_units: list[int | None], units: set[int], filters: Filters) -> bool:
    in_units = filters.is_whole or any(unit in units for unit in of_units)
    return in_units and (not filters.sectors or example.sector_code in filters.sectors)


def _as_seen(example: Example, last: date, *, is_own: bool) -> Example:
    """An example as an account may see it: open claims and notes only for accounts that see the row."""
    adoptions = tuple(
        adoption if is_own else replace(adoption, note="", who="")
        for adoption in example.adoptions
        if adoption.day <= last and (is_own or adoption.state == ACCEPTED)
    )
    return replace(example, adoptions=adoptions, is_own=is_own, token=example.token if example.is_public else "")


def _row(example: Example, names: dict[str, str]) -> Row:
    values = {name: getattr(example, name) for name in EXAMPLES if hasattr(example, name)}
    return {
        **values,
        "unit_name": names.get(example.unit_code),
        "author": example.author or None,
        "pictures": len(example.pictures),
        "adopted": len(example.adopted),
        "adopted_by": "|".join(adoption.unit_code for adoption in example.adopted),
    }
