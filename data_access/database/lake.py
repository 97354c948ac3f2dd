"""What a lake holds: numbered versions of Parquet files, one of them the published one.

    LAKE/current                                                   the number of the published version
    LAKE/versions/000017/manifest.json                             what it holds
    LAKE/versions/000017/initiative/programme_id=1/uploaded_day=20220420/rows.parquet
    LAKE/versions/000017/unit/rows.parquet                         and the other small tables

A version never changes once it is published; files that stay the same are shared by versions.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

import orjson

from data_access.database.errors import DataAccessError

CURRENT: Final = "current"
VERSIONS: Final = "versions"
FILE: Final = "rows.parquet"
_MANIFEST: Final = "manifest.json"


class BrokenLake(DataAccessError):  # noqa: N818 (says what the operator is told)
    """The folder is no lake, or its manifest cannot be read."""


@dataclass(frozen=True)
class Day:
    """The rows uploaded on one day; `sha256` of their file."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class PublishedPart:
    """One programme: the state of its records that was published (the columns of data_version), and its days."""

    version: int
    changed_at: datetime | None
    last_uploaded_at: datetime | None
    days: Mapping[int, Day] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(day.rows for day in self.days.values())

    @property
    def state(self) -> tuple[int, datetime | None]:
        """Identifies a state of the records, also a restored one."""
        return self.version, self.changed_at


@dataclass(frozen=True)
class Manifest:
    """What one version of a lake holds. `parts` by the number of their programme."""

    number: int = 0
    parts: Mapping[int, PublishedPart] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts.values())


def folder_of(lake: Path, number: int) -> Path:
    """The folder of the files of a version."""
    return lake / VERSIONS / f"{number:06}"


def current(lake: Path) -> int:
    """The number of the published version, 0 before the first time."""
    try:
        return int((lake / CURRENT).read_text())
    except FileNotFoundError:
        return 0


def published(lake: Path) -> Manifest:
    """The published manifest, empty and number 0 before the first time. Raises BrokenLake."""
    try:
        number = current(lake)
        if not number:
            return Manifest()
        content = orjson.loads((folder_of(lake, number) / _MANIFEST).read_bytes())
        return Manifest(number, {int(key): _part(part) for key, part in content["parts"].items()})
    except FileNotFoundError:
        raise BrokenLake(f"The lake {lake} has lost its published version.") from None
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise BrokenLake(f"The lake {lake} cannot be read: {type(cause).__name__}.") from cause


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into the folder of a version."""
    (folder / _MANIFEST).write_bytes(orjson.dumps(asdict(manifest), option=orjson.OPT_NON_STR_KEYS))


def _part(content: dict[str, object]) -> PublishedPart:
    days = content["days"]
    if not isinstance(days, dict):
        raise TypeError("days")
    moments = (_moment(content[name]) for name in ("changed_at", "last_uploaded_at"))
    changed_at, last = moments
    return PublishedPart(
        int(str(content["version"])), changed_at, last, {int(day): Day(**content) for day, content in days.items()}
    )


def _moment(text: object) -> datetime | None:
    return None if text is None else datetime.fromisoformat(str(text))
