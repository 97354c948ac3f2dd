"""Upper unions between provincial ones and their grassroots: invented, with targets, so that each level is ranked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import polars as pl
from sqlalchemy import Connection, insert, select

from data_access.database.schema import target, unit
from data_access.demo.plan import SIMULATED
from data_access.demo.unions import SECTORS
from data_access.reference.ids import ids_by_code
from data_access.reference.seed import merge
from model.codes import OWNERSHIPS
from model.edges import Row

_NAMES: Final = (
    ("Công đoàn Viên chức", "CĐ Viên chức"),
    ("Công đoàn ngành Giáo dục", "CĐ Giáo dục"),
    ("Công đoàn các khu công nghiệp", "CĐ các KCN"),
    ("Liên đoàn Lao động khu vực 1", "LĐLĐ khu vực 1"),
    ("Liên đoàn Lao động khu vực 2", "LĐLĐ khu vực 2"),
)
_PROVINCIAL: Final = "LD-"
_SOURCE: Final = f"{SIMULATED}: phần của công đoàn cấp trên trong chỉ tiêu đăng ký của đơn vị"


def upper_codes(unions: pl.DataFrame, codes: Sequence[str]) -> list[str | None]:
    """The code of the upper union of each grassroots union; None where it stands directly under its unit."""
    upper = []
    for number, row in enumerate(unions.iter_rows(named=True)):
        code = codes[row["unit"]]
        upper.append(f"{code}-T{_kind_of(row, number) + 1}" if code.startswith(_PROVINCIAL) else None)
    return upper


def _kind_of(union: Row, number: int) -> int:
    sector = SECTORS[union["sector_id"]]
    if sector in ("hcsn", "giao-duc"):
        return ("hcsn", "giao-duc").index(sector)
    return 2 if OWNERSHIPS[union["ownership"]] == "fdi" else 3 + number % 2


def short_names_of_units(connection: Connection) -> dict[str, str]:
    """The short names of all units by code."""
    return {row.code: row.short_name for row in connection.execute(select(unit.c.code, unit.c.short_name))}


def write_uppers(
    connection: Connection, uppers: Sequence[str | None], unit_ids: Mapping[str, int], provinces: Mapping[str, str]
) -> dict[str, int]:
    """Ids of the upper unions by code."""
    names = short_names_of_units(connection)
    rows = [_row(code, unit_ids, provinces, names) for code in sorted({code for code in uppers if code})]
    merge(connection, unit, ("code",), rows)
    return {code: number for code, number in ids_by_code(connection, unit).items() if code in {*uppers}}


def _row(
    code: str, unit_ids: Mapping[str, int], provinces: Mapping[str, str], short_names: Mapping[str, str]
) -> dict[str, object]:
    above, _, kind = code.rpartition("-T")
    name, short_name = (f"{prefix} {short_names[above]}" for prefix in _NAMES[int(kind) - 1])
    names = {"name": name, "name_en": name, "short_name": short_name, "aliases": ""}
    place = {"parent_id": unit_ids[above], "province_code_2022": provinces[above]}
    return {"code": code, **names, "level": "upper", **place}


def write_upper_targets(
    connection: Connection,
    programme_id: int,
    unions: pl.DataFrame,
    uppers: Sequence[str | None],
    ids: Mapping[str, int],
) -> None:
    """Divide the registered targets of each unit exactly among its upper unions."""
    own = target.c.programme_id == programme_id
    targets = connection.execute(select(target).where(own, target.c.kind == "registered")).all()
    numbers = ids_by_code(connection, unit)
    wholes = {(row.unit_id, row.phase): row for row in targets}
    weights: dict[str, dict[str, float]] = {}
    for code, weight in zip(uppers, unions["weight"], strict=True):
        if code:
            of_unit = weights.setdefault(code.rpartition("-T")[0], {})
            of_unit[code] = of_unit.get(code, 0.0) + weight
    rows = [
        {"programme_id": programme_id, "unit_id": ids[code], "phase": phase, "kind": "registered", "value": value}
        | {"qualifier": None, "as_of": wholes[numbers[above], phase].as_of, "source": _SOURCE}
        for above, parts in weights.items()
        for phase in (0, 1, 2)
        if (numbers[above], phase) in wholes
        for code, value in _shared(wholes[numbers[above], phase].value, parts)
    ]
    connection.execute(insert(target), rows)


def _shared(whole: int, parts: Mapping[str, float]) -> Iterator[tuple[str, int]]:
    """Whole numbers above 0 that add up to `whole`; the last one has the rest."""
    rest, weight_left = whole, sum(parts.values())
    for code, weight in sorted(parts.items(), key=lambda part: part[1]):
        value = round(rest * weight / weight_left)
        if value:
            yield code, value
        rest, weight_left = rest - value, weight_left - weight
