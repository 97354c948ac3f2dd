"""Next year's programme from this year's: its phases, units and sectors a year later, no targets and no events."""

from datetime import date

from sqlalchemy import Connection

from data_access.database.errors import NotSaved
from data_access.database.transactions import reading
from data_access.programmes.book import filled_book
from data_access.programmes.saving import Loaded, load_content
from data_access.programmes.setup import Row
from data_access.programmes.sheets import CLASSES, CRITERIA, EVENTS, ITEMS, PHASES, PROGRAMME, SECTORS, TARGETS, UNITS
from data_access.programmes.tables import Tables, tables_of
from data_access.reference.ids import find_programme_id
from model.reader import Reader


def copy_programme(url: str, code: str, new_code: str, by: Reader, *, dry_run: bool = False) -> Loaded:
    """Set up `new_code` from `code`. Raises NotAllowed and NotSaved.

    What cannot be copied: unknown_programme, no_period; what cannot be new: programme_is_there.
    """
    with reading(url) as connection:
        require_new(connection, new_code)
        tables = copied_tables(connection, code, new_code)
    return load_content(url, filled_book(tables), code, by, dry_run=dry_run)


def require_new(connection: Connection, code: str) -> None:
    """Check that no programme has the code yet. Raises NotSaved (programme_is_there)."""
    if find_programme_id(connection, code):
        raise NotSaved("programme_is_there", programme=code)


def copied_tables(connection: Connection, code: str, new_code: str) -> Tables:
    """The rows of the workbook of the new programme. Raises NotSaved (unknown_programme, no_period)."""
    tables = tables_of(connection, code)
    former = tables[PROGRAMME.key][0]
    start, end = former["start"], former["end"]
    if start is None or end is None:
        raise NotSaved("no_period", programme=code)
    years = end.year - start.year + 1
    targets = {"national_target": None, "national_target_source": None}
    own = {**_later(former, years), **targets, "code": new_code, "is_default": None}
    own |= {name: _of_later_years(former[name], years) for name in ("name_vi", "name_en", "short_name")}
    staying = [row for row in tables[UNITS.key] if row["end"] is None or row["end"] > end]
    codes = {row["code"] for row in staying}
    return {
        PROGRAMME.key: [own],
        PHASES.key: [{**_later(row, years), "national_target": None} for row in tables[PHASES.key]],
        UNITS.key: [_staying(row, codes) for row in staying],
        SECTORS.key: tables[SECTORS.key],
        TARGETS.key: [],
        EVENTS.key: [],
        CRITERIA.key: tables[CRITERIA.key],
        CLASSES.key: tables[CLASSES.key],
        ITEMS.key: tables[ITEMS.key],
    }


def _staying(row: Row, codes: set[str]) -> Row:
    """A unit that continues; the units above and after it only where they continue as well."""
    relations = {name: row[name] if row[name] in codes else None for name in ("parent", "successor")}
    return {**row, **relations, "start": None}


def _later(row: Row, years: int) -> Row:
    return {**row, **{name: _day_later(row[name], years) for name in ("start", "end")}}


def _day_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _of_later_years(name: str | None, years: int) -> str | None:
    """The name a year later: “Phong trào 2027” for “Phong trào 2026”."""
    words = (name or "").split(" ")
    return " ".join(_of_later_year(word, years) for word in words) or None


def _of_later_year(word: str, years: int) -> str:
    return str(int(word) + years) if word.isdecimal() and 2000 <= int(word) <= 2100 else word
