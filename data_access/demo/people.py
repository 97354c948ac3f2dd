"""The people who upload: clearly invented names, each at one grassroots union with one position and sex."""

from typing import Final

import numpy as np
import polars as pl

from data_access.demo.plan import GROUPS
from model.codes import POSITIONS, SEXES

_SURNAMES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Lương", "Hồ")
_SURNAME_SHARES: Final = (38, 12, 10, 8, 6, 6, 4, 4, 4, 3, 3, 2)
_MIDDLES: Final = ("Ngọc", "Văn", "Thị")  # by sex: none, male, female
# Women among the authors of each sector (none, hcsn, giao-duc, y-te, sxkd, nong-nghiep, khac), in per cent.
_WOMEN: Final = np.array([48, 47, 71, 63, 44, 38, 45])
_UNKNOWN_SEX: Final = 0.06
_MANAGERS: Final = {"public": 0.2, "domestic": 0.27, "fdi": 0.16, "rest": 0.2}
_UNKNOWN_POSITION: Final = 0.1  # of the group “rest” only: the published groups fix the others


def make_people(unions: pl.DataFrame, rng: np.random.Generator) -> pl.DataFrame:
    """One row per person, union by union: union (index), position, sex, author. Names differ inside a unit."""
    union = np.repeat(np.arange(len(unions)), unions["authors"].to_numpy())
    group = unions["group"].to_numpy()[union]
    sector = unions["sector_id"].to_numpy()[union]
    unit = unions["unit"].to_numpy()[union]
    position = _positions(group, rng)
    woman = rng.random(len(union)) * 100 < _WOMEN[sector]
    sex = np.where(woman, SEXES.index("female"), SEXES.index("male"))
    sex[rng.random(len(union)) < _UNKNOWN_SEX] = 0
    chance = np.array(_SURNAME_SHARES) / sum(_SURNAME_SHARES)
    surname = rng.choice(len(_SURNAMES), len(union), p=chance)
    first = np.searchsorted(unit, np.arange(unit.max() + 1))
    number = np.arange(len(union)) - first[unit] + 1
    return pl.DataFrame({"union": union, "position": position, "sex": sex}).with_columns(
        author=pl.concat_str(
            pl.Series(_SURNAMES).gather(pl.Series(surname)),
            pl.lit(" "),
            pl.Series(_MIDDLES).gather(pl.Series(sex)),
            pl.lit(" Mẫu "),
            pl.Series(number).cast(pl.String).str.zfill(5),
        )
    )


def _positions(group: np.typing.NDArray[np.int64], rng: np.random.Generator) -> np.typing.NDArray[np.int64]:
    chance = rng.random(len(group))
    managers = np.array([_MANAGERS.get(name, 0.0) for name in GROUPS])
    position = np.where(chance < managers[group], POSITIONS.index("manager"), POSITIONS.index("worker"))
    position[group == GROUPS.index("officer")] = POSITIONS.index("officer")
    unknown = (group == GROUPS.index("rest")) & (chance > 1 - _UNKNOWN_POSITION)
    position[unknown] = POSITIONS.index("none")
    return position
