"""Remarks about a file as codes and parameters; the sentences are in language/pages/importing.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import polars as pl


class Severity(StrEnum):
    """The consequence of a remark."""

    REFUSED = "refused"  # the file as a whole cannot be taken
    QUESTION = "question"  # staff decide, nobody guesses
    ERROR = "error"  # rows that cannot be saved as they are
    WARNING = "warning"  # understood, but worth a look
    HELD = "held"  # saved, and put into the queue for a second look
    INFO = "info"


@dataclass(frozen=True)
class Remark:
    """One remark. `lines` are the first lines of the file it is about, `count` how many there are."""

    code: str
    severity: Severity
    params: Mapping[str, object] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    count: int = 0


SHOWN: Final = 100  # row errors shown one by one
_LINES: Final = 20
_MARKS: Final = r"^[\x{e001}-\x{e006}]"  # files/marks.py
ROW_SCHEMA: Final = {
    "code": pl.String,
    "severity": pl.String,
    "place": pl.Int64,  # row of the raw table
    "sheet": pl.String,
    "line": pl.Int64,
    "column": pl.String,
    "value": pl.String,
    "hint": pl.String,
}


def first_of(values: Sequence[object], most: int) -> list[object]:
    """The first items of a sentence's list, and “… +12” for the rest."""
    return [*values[:most], *([f"… +{len(values) - most}"] if len(values) > most else ())]


class Remarks:
    """Collects remarks. Rows are kept column-wise: a file may have a million wrong ones."""

    def __init__(self) -> None:
        self._remarks: list[Remark] = []
        self._rows: list[pl.DataFrame] = []

    def say(self, severity: Severity, code: str, **params: object) -> None:
        """Note a remark on the whole file; `params` fill its sentence."""
        self._remarks.append(Remark(code, severity, params))

    def say_rows(
        self,
        severity: Severity,
        code: str,
        rows: pl.DataFrame,
        column: str,
        value: pl.Series | None = None,
        hint: pl.Series | str | None = None,
    ) -> None:
        """Note `rows` (columns place, sheet, line). `value` is their content, `hint` a suggestion."""
        if not rows.height:
            return
        self._rows.append(
            rows.select("place", "sheet", "line")
            .with_columns(
                code=pl.lit(code),
                severity=pl.lit(str(severity)),
                column=pl.lit(column),
                value=value.str.replace(_MARKS, "").str.slice(0, 80) if value is not None else pl.lit(None, pl.String),
                hint=pl.lit(hint, pl.String) if isinstance(hint, str) or hint is None else hint,
            )
            .select(list(ROW_SCHEMA))
            .cast(pl.Schema(ROW_SCHEMA))
        )

    def name_columns(self, column: str, names: pl.Series) -> None:
        """Name a column, row by row (the place of a row in `names`), as in the file."""
        self._rows = [
            rows.with_columns(
                column=pl.when(pl.col("column") == column).then(names.gather(rows["place"])).otherwise(pl.col("column"))
            )
            for rows in self._rows
        ]

    def rows(self, severity: Severity | None = None) -> pl.DataFrame:
        """All notes on rows (ROW_SCHEMA) in the order of the file."""
        rows = pl.concat(self._rows) if self._rows else pl.DataFrame(schema=ROW_SCHEMA)
        if severity:
            rows = rows.filter(pl.col("severity") == str(severity))
        return rows.sort("place", maintain_order=True)

    def wrong_places(self) -> pl.Series:
        """The rows of the raw table that have an error, each once."""
        return self.rows(Severity.ERROR)["place"].unique()

    def all(self) -> tuple[Remark, ...]:
        """All remarks, with notes on rows summed up by code and column, the most severe first."""
        order = list(Severity)
        return tuple(sorted([*self._remarks, *self._summed()], key=lambda remark: order.index(remark.severity)))

    def asks(self, code: str) -> bool:
        """Whether this question is open."""
        return any(remark.severity is Severity.QUESTION and remark.code == code for remark in self._remarks)

    def _summed(self) -> list[Remark]:
        rows = self.rows()
        several = rows["sheet"].n_unique() > 1  # then a line is one of a sheet, or of a file
        sums = rows.group_by("severity", "code", "column", maintain_order=True).agg(
            pl.col("line", "sheet").head(_LINES),
            pl.len().alias("count"),
            pl.col("value").first(),
            pl.col("hint").first(),
        )
        return [
            Remark(
                row["code"],
                Severity(row["severity"]),
                {"column": row["column"], "value": row["value"] or "", "hint": row["hint"] or ""},
                tuple(
                    _line(line, sheet if several else None)
                    for line, sheet in zip(row["line"], row["sheet"], strict=True)
                ),
                row["count"],
            )
            for row in sums.iter_rows(named=True)
        ]


def _line(line: int, sheet: str | None) -> str:
    return f"{line} ({sheet})" if sheet else str(line)
