"""A file of examples: read, checked against the programme's initiatives, previewed, and saved whole or not at all."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, select

from data_access.database.permissions import covered_units, require
from data_access.database.schema import exemplar, initiative, unit
from data_access.database.transactions import reading, writing
from data_access.database.versions import raise_without_rows
from data_access.programmes.differing import Change
from data_access.programmes.examples_writing import write_examples
from data_access.programmes.reading import read_sheet
from data_access.programmes.saving import Loaded
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import EXAMPLES
from data_access.reference.ids import programme_id_of
from model.clock import this_day
from model.reader import Reader


def load_examples(
    url: str, path: Path, code: str, by: Reader, *, name: str | None = None, dry_run: bool = False
) -> Loaded:
    """Read, check and save a file of examples; findings mean that nothing was saved. Raises NotSaved and NotAllowed.

    A row tells all of an example: what it leaves blank is blank. Pictures and words of unions stay.
    """
    require(by, "choose_example")
    setup = read_sheet(path, EXAMPLES)
    with reading(url) as connection:
        number = programme_id_of(connection, code)
        _check(setup, connection, number, covered_units(connection, by))
        rows = (
            [_stored_example(connection, number, row) for row in setup.rows(EXAMPLES.key)] if not setup.findings else []
        )
        before = _stored(connection, number)
    if setup.findings:
        return Loaded(code, setup.findings_by_row, {})
    fresh = [row for row in rows if _changes(row, before.get(row["code"], {}))]
    news = sum(row["code"] not in before for row in fresh)
    cells = tuple(change for row in fresh for change in _changes(row, before.get(row["code"], {})))
    changes = {EXAMPLES.key: (news, len(fresh) - news, 0)}
    loaded = Loaded(code, (), changes, cells, remarks=tuple(setup.remarks))
    if dry_run or not fresh:
        return loaded
    with writing(url) as connection:
        batch = write_examples(connection, number, fresh, (name or path.name, path.read_bytes()), by)
        raise_without_rows(connection, number)
    return replace(loaded, batch=batch)


def _check(setup: Setup, connection: Connection, number: int, covered: Collection[str] | None) -> None:
    earlier_codes: set[str] = set()
    rows = setup.rows(EXAMPLES.key)
    if not rows and not setup.findings:
        setup.say("nothing_said", EXAMPLES.key)
    for row in rows:
        problem = _problem_of(connection, number, row["code"], earlier_codes, covered) if row["code"] else None
        if problem:
            setup.say(problem, EXAMPLES.key, row["line"], _column("code"), row["code"])
        earlier_codes.add(row["code"])
        _check_day(setup, row)


def _problem_of(
    connection: Connection, number: int, code: str, earlier_codes: Collection[str], covered: Collection[str] | None
) -> str | None:
    if code in earlier_codes:
        return "example_twice"
    places = _places(connection, number, code)
    if places is None:
        return "unknown_initiative"
    return "outside_scope" if covered is not None and not places & set(covered) else None


def _check_day(setup: Setup, row: Row) -> None:
    if row["day"] and row["day"] > this_day():
        setup.say("day_ahead", EXAMPLES.key, row["line"], _column("day"), f"{row['day']:%d/%m/%Y}")


def _column(name: str) -> str:
    return next(field.vi for field in EXAMPLES.fields if field.key == name)


def _places(connection: Connection, number: int, code: str) -> set[str] | None:
    """Codes of the unions of an initiative; None where there is none."""
    own = initiative.c
    query = select(own.unit_id, own.grassroots_id).where(own.programme_id == number, own.code == code)
    row = connection.execute(query).first()
    if row is None:
        return None
    return set(connection.scalars(select(unit.c.code).where(unit.c.id.in_([number for number in row if number]))))


def _stored_example(connection: Connection, number: int, row: Row) -> Row:
    """A row of the file as the table has it."""
    own = initiative.c
    author = select(own.author).where(own.programme_id == number, own.code == row["code"])
    return {
        **{name: row[name] or "" for name in ("code", "reason", "story", "contact")},
        "day": row["day"],
        "is_public": bool(row["public"]),
        "author": (connection.scalar(author) or "") if row["named"] else "",
    }


def _stored(connection: Connection, number: int) -> Mapping[str, Row]:
    rows = connection.execute(select(exemplar).where(exemplar.c.programme_id == number)).mappings()
    return {row["code"]: dict(row) for row in rows}


def _changes(row: Row, before: Row) -> list[Change]:
    """The differences, cell by cell; the author's name is shown as yes or no."""
    return [
        Change(EXAMPLES.key, row["code"], name, _written(name, before.get(name)), _written(name, value))
        for name, value in row.items()
        if name != "code" and value != before.get(name, None if name in ("day", "reason") else type(value)())
    ] or ([] if before else [Change(EXAMPLES.key, row["code"], "reason", "", row["reason"])])


def _written(name: str, value: object) -> str:
    if name in ("is_public", "author"):
        return "yes" if value else "no"
    return f"{value:%d/%m/%Y}" if name == "day" and value else str(value or "")
