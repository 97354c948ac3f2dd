"""What one look at a source gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

_KEPT: Final = 50_000  # words
Row = Mapping[str, str]


@dataclass(frozen=True)
class Fetched:
    """Rows as texts by column of the source, or whole files; `mark` is where the next look begins."""

    rows: Sequence[Row] = ()
    files: Sequence[Path] = ()
    mark: Mapping[str, Any] = field(default_factory=dict)


class Words:
    """Texts that come again and again, each kept once: units and days of a million rows are few."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def kept(self, text: str) -> str:
        found = self._known.get(text)
        if found is None and len(self._known) < _KEPT:
            self._known[text] = text
        return found or text


def as_text(value: object) -> str:
    """A value of a database or of JSON as a file would have it, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if hasattr(value, "strftime"):
        form = "%d/%m/%Y %H:%M:%S" if hasattr(value, "hour") else "%d/%m/%Y"
        return str(value.strftime(form))
    return " ".join(str(value).split())
