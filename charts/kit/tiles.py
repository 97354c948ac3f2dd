"""A tile map of the provinces: equal squares, so that small ones are as readable as large ones."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "static" / "maps"


@dataclass(frozen=True)
class Tile:
    """One square. `island` is the name of an archipelago, which belongs to the province of the code."""

    code: str
    row: int
    column: int
    island: str = ""


@cache
def tiles(boundary: str) -> tuple[Tile, ...]:
    """The tiles of 63 or 34 provinces, then Hoàng Sa and Trường Sa."""
    provinces = [Tile(r["code"], int(r["row"]), int(r["col"])) for r in _rows(f"tile_grid_{boundary}.csv")]
    islands = [
        Tile(r["parent_code"], int(r["row"]), int(r["col"]), r["name"].removeprefix("QĐ "))
        for r in _rows("tile_islands.csv")
        if r["set"] == boundary
    ]
    return (*provinces, *islands)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
