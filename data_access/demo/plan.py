"""The plan of the demonstration: for each unit its uploads at each calibrated moment, its size and its targets."""

import csv
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FOLDER: Final = Path(__file__).parent
START: Final = datetime(2022, 1, 8)  # the portal opened
PHASE_2: Final = datetime(2022, 6, 1)
CLOSING: Final = datetime(2023, 9, 1)  # the last day of uploads
SIMULATED: Final = "Mô phỏng"  # the source of every invented target and member count starts with it

GROUPS: Final = ("public", "domestic", "fdi", "officer", "rest")
# Uploads by author group (domain.md b.4): phase 1 is published for three groups, the enterprises are split here;
# in phase 2 enterprises are 39 % of 303.052, mainly foreign ones.
GROUP_TOTALS: Final = ((380_656, 118_245, 50_676, 110_976, 36_395), (137_889, 46_190, 72_000, 33_336, 13_637))

# Grassroots unions with a published count: unit, union, group, the last moment that counts, uploads by then.
_TKV_MOMENT: Final = datetime(2022, 5, 10, 23, 59, 59)
_TKV_COUNTS: Final = {
    "Tuyển than Cửa Ông": 196,
    "Than Nam Mẫu": 198,
    "Than Hà Lầm": 141,
    "Chế tạo máy": 66,
    "Kho vận Đá Bạc": 84,
    "Than Mông Dương": 119,
    "Than Cao Sơn": 142,
    "Xây lắp mỏ": 71,
}


@dataclass(frozen=True)
class ExactUnion:
    """A grassroots union whose uploads by `moment` are published."""

    unit: str
    name: str
    short_name: str
    group: str
    moment: datetime
    uploads: int


EXACT_UNIONS: Final = (
    *(
        ExactUnion("CD-TKS", f"Công đoàn Công ty {name}", name, "domestic", _TKV_MOMENT, uploads)
        for name, uploads in _TKV_COUNTS.items()
    ),
    ExactUnion(
        "LD-38",
        "Công đoàn Công ty Sakurai Việt Nam",
        "Công ty Sakurai Việt Nam",
        "fdi",
        datetime(2022, 4, 20, 8),
        512,  # published as “hơn 500”
    ),
)


@dataclass(frozen=True)
class PlannedUnit:
    """One direct unit. None where nothing is simulated: published members, or a unit that keeps no target."""

    code: str
    profile: str
    members: int | None
    registered: int | None
    registered_phase_1: int | None
    assigned: int | None
    authors: int  # people to draw authors from


@dataclass(frozen=True)
class Plan:
    """`uploads[unit, moment]` counts up to and including `moments[moment]`."""

    units: tuple[PlannedUnit, ...]
    moments: tuple[datetime, ...]
    uploads: Ints

    @property
    def codes(self) -> list[str]:
        return [unit.code for unit in self.units]

    @property
    def calibrated_rows(self) -> int:
        return int(self.uploads[:, -1].sum())


@cache
def read_plan() -> Plan:
    """The plan as it stands in `plan.csv`."""
    with (FOLDER / "plan.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    names = list(lines[0])
    columns = names[names.index("authors") + 1 :]
    units = tuple(
        PlannedUnit(
            line["code"],
            line["profile"],
            _whole(line["members"]),
            _whole(line["registered"]),
            _whole(line["registered_phase_1"]),
            _whole(line["assigned"]),
            int(line["authors"]),
        )
        for line in lines
    )
    uploads = np.array([[int(line[name]) for name in columns] for line in lines], dtype=np.int64)
    return Plan(units, tuple(datetime.fromisoformat(name) for name in columns), uploads)


def _whole(text: str) -> int | None:
    return int(text) if text else None
