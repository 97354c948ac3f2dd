"""`python -m benchmarks.potential`: earlier estimates of “Tiềm năng” and the outcomes (docs/potential.md)."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from statistics import median
from typing import Final

from data_access.database.bounded import Database
from data_access.database.settings import database_url
from data_access.queries.potential import fetch_potential
from data_access.store.live import LiveRecords
from data_access.store.records import Records
from model.filters import Filters, end_of_day
from model.potential import Potential

PROGRAMME: Final = "1tr"
LAST: Final = date(2022, 8, 31)
DAYS: Final = (
    date(2022, 2, 28),
    date(2022, 3, 31),
    date(2022, 4, 20),
    date(2022, 4, 30),
    date(2022, 5, 31),
    date(2022, 6, 30),
)
HEADS: Final = (
    "moment",
    "told",
    "below",
    "within",
    "above",
    "below then and at the end",
    "growth of those below",
    "of the others",
)


def main() -> None:
    """Print the table of the database of DATABASE_URL."""
    with closing(LiveRecords(Database(database_url()))) as records:
        print("\n".join(table(records, LAST)))


def table(records: Records, last: date) -> list[str]:
    """Header and one line for each moment, as Markdown; growth is the median unit's until `last`, per 100 members."""
    end = _potentials(records, last)
    days = [day for day in DAYS if day < last]
    return [f"| {' | '.join(HEADS)} |", f"|{' --- |' * len(HEADS)}", *(_line(records, day, end) for day in days)]


def _line(records: Records, day: date, end: Mapping[str, Potential]) -> str:
    now = _potentials(records, day)
    units = {name: [unit for unit in now.values() if unit.verdict == name] for name in ("below", "within", "above")}
    stayed = sum(end[unit.code].verdict == "below" for unit in units["below"])
    grown = (_growth(some, end) for some in (units["below"], [*units["within"], *units["above"]]))
    shares = (f"{len(some)} ({100 * len(some) / len(now):.0f} %)" for some in units.values())
    cells = (f"{day:%d/%m/%Y}", str(len(now)), *shares, f"{stayed} of {len(units['below'])}", *grown)
    return f"| {' | '.join(cells)} |"


def _growth(some: list[Potential], end: Mapping[str, Potential]) -> str:
    rates = [(end[unit.code].per100 or 0) - (unit.per100 or 0) for unit in some]
    return f"{median(rates):.2f}" if rates else "–"


def _potentials(records: Records, day: date) -> dict[str, Potential]:
    potentials = fetch_potential(records, Filters(programme=PROGRAMME, as_of=end_of_day(day)))
    return {unit.code: unit for unit in potentials.units if unit.verdict} if potentials else {}


if __name__ == "__main__":
    main()
