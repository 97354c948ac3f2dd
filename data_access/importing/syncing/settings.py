"""A source as its TOML file describes it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from data_access.database.errors import NotSaved
from data_access.importing.choices import Kind
from model import settings
from model.edges import Row

KINDS: Final = ("database", "folder", "web")
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass(frozen=True)
class SourceSettings:
    """What to read, how its columns are called here, and when. `options` are those of the kind of source."""

    name: str
    programme: str
    type: str
    options: Row
    kind: Kind = Kind.INITIATIVES
    account: str | None = None
    every: timedelta | None = None
    columns: Mapping[str, str] = field(default_factory=dict)  # column of the source -> heading or field
    fixed: Mapping[str, str] = field(default_factory=dict)  # heading -> the same value in every row
    answers: Row = field(default_factory=dict)  # fields of Choices

    @property
    def file_name(self) -> str:
        """The file name of its batches."""
        return f"sync:{self.name}"

    def away(self, problem: Exception) -> NotSaved:
        """What to raise where the source cannot be read."""
        return NotSaved("source_away", source=self.name, reason=str(problem)[:200])

    def option(self, name: str, default: str = "") -> str:
        """One option; `<name>_env` names a variable of the environment that holds it: no secret is in a file."""
        variable = self.options.get(f"{name}_env")
        return settings.variable(str(variable)) if variable else str(self.options.get(name, default))


def duration(text: str) -> timedelta:
    """“15m”, “2h”, “30s” or “1d”. Raises ValueError."""
    match = re.fullmatch(r"([0-9]+)([smhd])", text.strip())
    if not match:
        raise ValueError(text)
    return timedelta(seconds=int(match[1]) * _UNITS[match[2]])


def read_settings(file: Path) -> SourceSettings:
    """The source of a file. Raises NotSaved (unreadable_source) with what is wrong."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        source = content["source"]
        return SourceSettings(
            name=str(content.get("name") or file.stem)[:80],
            programme=content["programme"],
            type=KINDS[KINDS.index(source["type"])],
            options=source,
            kind=Kind(content.get("kind", "initiatives")),
            account=content.get("as"),
            every=duration(content["every"]) if content.get("every") else None,
            columns=dict(content.get("columns", {})),
            fixed={name: str(value) for name, value in content.get("fixed", {}).items()},
            answers=dict(content.get("answers", {})),
        )
    except KeyError as problem:
        raise NotSaved("unreadable_source", file=str(file), reason=f"{problem.args[0]} = ?") from problem
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as problem:
        raise NotSaved("unreadable_source", file=str(file), reason=str(problem)) from problem
