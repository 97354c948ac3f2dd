"""A small programme with every state that files show: far above, exactly met, behind, silent, without target."""

import random
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import Connection, insert, select, update

from data_access.cube.cells import cells_of
from data_access.database.connections import open_engine
from data_access.database.schema import (
    adoption,
    exemplar,
    initiative,
    initiative_cell,
    programme,
    published_figure,
    readiness_fact,
    target,
    unit,
)
from data_access.database.versions import raise_version
from data_access.reference.seed import ids_by_code, prepare
from model.codes import Event

START: Final = datetime(2022, 1, 8, 7)
AS_OF: Final = "2022-04-20T08:00"
QUERY: Final = f"as_of={AS_OF}&phase=1"
UPLOADS: Final = {
    "LD-38": 3573, "LD-01": 1855, "LD-40": 1428, "LD-42": 957, "LD-24": 660, "LD-79": 648, "LD-31": 582, "LD-92": 481,
    "LD-89": 475, "LD-80": 448, "LD-33": 100, "CD-TKS": 277, "CD-DL": 150, "LD-17": 12, "LD-22": 9, "LD-68": 1,
}  # fmt: skip
TARGETS: Final = {"LD-38": 2000, "LD-01": 5200, "LD-33": 100, "LD-22": 1000, "LD-68": 250, "LD-40": 1700, "LD-45": 300}
RISKY: Final = '=HYPERLINK("http://example.invalid","x")'


def write_small(url: str, *, scale: int = 1) -> None:
    """Prepare the database at `url`, which is empty or does not exist, and fill it; `scale` multiplies the uploads."""
    file = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite") and scale == 1 and not file.exists():
        file.write_bytes(_made())
    else:
        _write(url, scale)


@cache
def _made() -> bytes:
    """The database file of the programme, of which a dozen modules of tests take a copy."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "small.db"
        _write(f"sqlite:///{file}", 1)
        return file.read_bytes()


def _write(url: str, scale: int) -> None:
    prepare(url, say=lambda _: None)
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            _fill(connection, scale)
    finally:
        engine.dispose()


def _fill(connection: Connection, scale: int) -> None:
    units, programme_id = ids_by_code(connection, unit), ids_by_code(connection, programme)["1tr"]
    connection.execute(update(programme).where(programme.c.id == programme_id).values(data_kind="simulated"))
    rng = random.Random(20220420)
    rows = [
        _row(rng, programme_id, units[code], f"{code}-{number}")
        for code, count in UPLOADS.items()
        for number in range(count * scale)
    ]
    connection.execute(insert(initiative), rows)
    for event in Event:
        cells = connection.execute(cells_of(programme_id, event)).mappings().all()
        if cells:
            values = [{**cell, "programme_id": programme_id, "month": cell["day"] // 100} for cell in cells]
            connection.execute(insert(initiative_cell), values)
    _write_targets(connection, programme_id, units, scale)
    _write_risky_figure(connection, programme_id)
    _write_readiness(connection, programme_id, units)
    _write_example(connection, programme_id, units)
    raise_version(connection, programme_id, ())


def _write_example(connection: Connection, programme_id: int, units: dict[str, int]) -> None:
    """Write one public example and two units that claim its use, one of them accepted."""
    row = connection.execute(
        select(initiative).where(initiative.c.benefit_vnd > 0).order_by(initiative.c.code.desc())
    ).first()
    values = {name: getattr(row, name) for name in ("code", "title", "unit_id", "sector_id", "benefit_vnd")}
    same = {"programme_id": programme_id, "code": row.code, "who": "a@b.vn"}
    day, moment = date(2022, 3, 2), datetime(2022, 3, 2)
    shown = {"reason": RISKY, "story": RISKY, "contact": RISKY, "is_public": True, "token": "known"}
    connection.execute(insert(exemplar).values(**same | values | shown, day=day, chosen_at=moment))
    for code, state in (("LD-33", "accepted"), ("LD-06", "waiting")):
        fields = {"unit_id": units[code], "day": day, "place": RISKY, "note": RISKY, "state": state, "said_at": moment}
        connection.execute(insert(adoption).values(**same, **fields))


def _write_readiness(connection: Connection, programme_id: int, units: dict[str, int]) -> None:
    """Write readiness: half of the units have an officer, every third trained people, the rest said nothing."""
    same = {"programme_id": programme_id, "day": date(2022, 3, 1), "source": "Báo cáo", "note": RISKY, "who": "a@b.vn"}
    same["recorded_at"] = datetime(2022, 3, 2)
    rows = [
        {**same, "unit_id": units[code], "item": item, "state": int(not place % every), "amount": amount}
        for place, code in enumerate(UPLOADS)
        for item, every, amount in (("can-bo", 2, None), ("tap-huan-nguoi", 3, 0 if place % 3 else 1250))
    ]
    connection.execute(insert(readiness_fact), rows)


def _row(rng: random.Random, programme_id: int, unit_id: int, code: str) -> dict[str, object]:
    seconds = int((datetime(2022, 4, 20, 8) - START).total_seconds() * rng.random() ** 0.6)
    uploaded = START + timedelta(seconds=seconds)
    status = rng.choices((0, 1, 2), (4, 5, 1))[0]
    settled = uploaded if status else None
    benefit = rng.randrange(5_000_000, 60_000_000) if rng.random() < 0.2 else None
    return {
        "programme_id": programme_id, "code": code, "title": "Cải tiến", "title_folded": "cai tien",
        "unit_id": unit_id, "sector_id": rng.choices(range(7), (5, 20, 25, 10, 30, 6, 4))[0],
        "ownership": rng.randrange(4), "position": rng.randrange(4), "solution": 0, "status": status,
        "level": rng.randrange(3) if status == 1 else 0,
        "benefit_vnd": benefit, "benefit_band": 0 if benefit is None else 1,
        "uploaded_at": uploaded, "uploaded_day": int(uploaded.strftime("%Y%m%d")), "settled_at": settled,
        "settled_day": int(settled.strftime("%Y%m%d")) if settled else None,
    }  # fmt: skip


def _write_targets(connection: Connection, programme_id: int, units: dict[str, int], scale: int) -> None:
    known = set(connection.scalars(select(target.c.unit_id).where(target.c.phase == 1, target.c.kind == "registered")))
    for code, value in TARGETS.items():
        if units[code] in known:
            same = (target.c.unit_id == units[code], target.c.phase == 1, target.c.kind == "registered")
            connection.execute(update(target).where(*same).values(value=value * scale, qualifier=None))
            continue
        row = {"programme_id": programme_id, "phase": 1, "unit_id": units[code], "kind": "registered"}
        connection.execute(insert(target), [{**row, "value": value * scale, "source": "Bản đăng ký (mẫu)"}])


def _write_risky_figure(connection: Connection, programme_id: int) -> None:
    """Write a figure with hostile text: formulas, markup of Typst and XML, control characters."""
    row = {
        "programme_id": programme_id, "figure_id": "X01", "unit_name": "cả nước", "unit_level": "cả nước",
        "metric": "sang_kien_khen_thuong", "value": 12.0, "as_of": "2022-03-01", "quote": RISKY,
        "note": '#read("/etc/passwd") <b>&amp;</b> *x* $y$ \x07',
        "source_title": "＝1＋1", "source_url": "javascript:alert(1)",
    }  # fmt: skip
    connection.execute(insert(published_figure), [row])
