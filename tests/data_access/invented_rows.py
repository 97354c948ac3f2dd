"""Random initiatives in a prepared database, with every combination that a count must keep apart."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection, insert

from data_access.cube.cells import rebuild_days
from data_access.database.connections import open_engine
from data_access.database.schema import initiative
from data_access.database.versions import raise_version
from data_access.store.records import Records
from model.codes import benefit_band
from model.folding import fold
from tests.live_records import live_records

FIRST = datetime(2022, 5, 27)  # four days before the end of phase 1
DAYS = 9
# Few units, so that groups fill; two of provinces that became one in 2025, a city, an industry and a corporation.
UNITS = (*range(1, 83, 9), 20)
TITLES = (*("Máy bơm số 2", "Máy cắt cỏ", "Quy trình đón người bệnh", "Quy trình bơm nước"), *["Sáng kiến"] * 6)
BENEFITS = (None, 0, 1, 29_999_999_999, 30_000_000_000, 100_000_000_000, 500_000_000_000, 2**52)


def invent(number: int, seed: int, programme_id: int = 1, first: datetime = FIRST) -> list[dict[str, Any]]:
    """Rows of `initiative`, many of them at the same few seconds, so that a moment can fall exactly on them."""
    random = Random(seed)
    return [_row(random, programme_id, f"{seed}-{place}", first) for place in range(number)]


def write(url: str, *rows: dict[str, Any], announced: bool = True) -> set[int]:
    """Insert rows as an importer does, with cells and version in the same transaction; returns the days they touch."""
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(insert(initiative), list(rows))
            return announce(connection, rows) if announced else days_of(rows)
    finally:
        engine.dispose()


@contextmanager
def records_over_invented(url: str, *rows: dict[str, Any]) -> Iterator[Records]:
    write(url, *rows)
    with live_records(url) as records:
        yield records


def announce(connection: Connection, rows: Collection[dict[str, Any]], units: Collection[int] = ()) -> set[int]:
    """Recount days and raise the version; `units` limits the change where no other unit changed."""
    for programme_id in {row["programme_id"] for row in rows}:
        days = days_of([row for row in rows if row["programme_id"] == programme_id])
        rebuild_days(connection, programme_id, days)
        raise_version(connection, programme_id, days, units)
    return days_of(rows)


def days_of(rows: Collection[dict[str, Any]]) -> set[int]:
    """The days on which the rows were uploaded, judged or rewarded."""
    return {row[name] for row in rows for name in ("uploaded_day", "settled_day", "rewarded_day") if row[name]}


def _row(random: Random, programme_id: int, code: str, first: datetime) -> dict[str, Any]:
    uploaded = first + timedelta(days=random.randrange(DAYS), seconds=_second(random))
    status = random.choice((0, 1, 1, 1, 2))
    settled = max(uploaded, first + timedelta(days=random.randrange(DAYS + 3), seconds=_second(random)))
    rewarded = settled + timedelta(hours=random.randrange(60)) if status == 1 and random.random() < 0.3 else None
    benefit = random.choice(BENEFITS)
    used = Random(code)  # of its own: what came later leaves the rest as it was
    author = random.choice((None, "An", "Bình", "Chi", "Dũng"))
    spread = {"applied": used.choice((None, True, True, False)), "replicated": used.choice((None, 0, 1, 7))}
    title = used.choice(TITLES)
    spread |= {"sex": used.randrange(3), "grassroots_id": used.choice((None, *range(60, 80)))}  # any units will do
    return {
        "programme_id": programme_id,
        "code": code,
        "title": title,
        "title_folded": fold(title),
        "author": author,
        "author_folded": fold(author) if author else None,
        "unit_id": random.choice(UNITS),
        "sector_id": random.randrange(7),
        "position": random.randrange(4),
        "ownership": random.randrange(4),
        "level": random.randrange(6),
        "solution": random.randrange(6),
        "status": status,
        **spread,
        "benefit_vnd": benefit,
        "benefit_band": benefit_band(benefit),
        "uploaded_at": uploaded,
        "uploaded_day": _day(uploaded),
        "settled_at": settled if status else None,
        "settled_day": _day(settled) if status else None,
        "rewarded_at": rewarded,
        "rewarded_day": _day(rewarded) if rewarded else None,
    }


def _second(random: Random) -> int:
    return random.choice((0, 8 * 3600, 8 * 3600 + 1, 86_399, random.randrange(86_400)))


def _day(moment: datetime) -> int:
    return int(moment.strftime("%Y%m%d"))
