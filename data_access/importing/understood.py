"""One understood file: what a preview shows and a save writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.overwriting import Overwrite
from data_access.importing.remarks import Remark, Severity
from data_access.importing.second_look import Held
from model.edges import Row


class Findings(TypedDict, total=False):
    """The results of the steps of understanding, by the fields of Understood."""

    rows_in_file: int
    good: int
    counts: tuple[int, int, int]
    totals: Row
    headings: Mapping[str, str]
    sample: tuple[Mapping[str, str], ...]
    container: str
    encoding: str
    sheets: tuple[str, ...]
    rows: pl.DataFrame
    repeated: int
    wrong: pl.DataFrame
    left_out: pl.DataFrame
    held: tuple[Held, ...]
    held_counts: Mapping[str, int]
    unknown_words: tuple[tuple[str, str, int], ...]
    overwrites: tuple[Overwrite, ...]


@dataclass(frozen=True)
class Understood:
    """One file as it was understood. `counts` are new, changed and same rows; `rows` what would be written.

    `wrong` (remarks.ROW_SCHEMA) lists every problem with a row, `left_out` the rows as they stand in the file.
    """

    path: Path
    name: str
    sha256: str
    choices: Choices
    remarks: tuple[Remark, ...]
    rows_in_file: int = 0
    good: int = 0
    counts: tuple[int, int, int] = (0, 0, 0)
    totals: Row = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    sample: tuple[Mapping[str, str], ...] = ()
    container: str = ""
    encoding: str = ""
    sheets: tuple[str, ...] = ()
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    repeated: int = 0
    wrong: pl.DataFrame = field(default_factory=pl.DataFrame)
    left_out: pl.DataFrame = field(default_factory=pl.DataFrame)
    held: tuple[Held, ...] = ()
    held_counts: Mapping[str, int] = field(default_factory=dict)
    unknown_words: tuple[tuple[str, str, int], ...] = ()  # heading, word of a coded column, rows
    overwrites: tuple[Overwrite, ...] = ()  # the first stored values that would give way

    def of(self, severity: Severity) -> tuple[Remark, ...]:
        """The remarks of a severity."""
        return tuple(remark for remark in self.remarks if remark.severity is severity)

    @property
    def wrong_rows(self) -> pl.DataFrame:
        """Rows with an error as they stand in the file (`~field`), with lists of column, code, value and hint."""
        wrong = self.wrong.group_by("place", maintain_order=True).agg(
            pl.col("line", "sheet").first(), pl.col("column", "code", "value", "hint")
        )
        rows = self.left_out.select("place", *(pl.col(name).alias(f"~{name}") for name in self.headings))
        return wrong.join(rows, on="place", how="left", maintain_order="left")

    @property
    def may_be_saved(self) -> bool:
        """Whether nothing is asked or refused, and what is wrong may be left out."""
        if self.of(Severity.REFUSED) or self.of(Severity.QUESTION):
            return False
        return not self.of(Severity.ERROR) or (self.choices.keep_good and self.good > 0)
