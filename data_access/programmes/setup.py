"""One set-up of a programme as values, with its problems."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from model.edges import Json

Row: TypeAlias = Json  # the fields of sheets.py by key, and `line`
TOO_MANY: Final = ("too_many_rows", "too_many_units")  # their value is an amount
_UNREAD: Final = (*TOO_MANY, "no_headings", "missing_column", "unknown_sheet", "hidden_sheet", "sheet_twice")


@dataclass(frozen=True)
class Finding:
    """A reason not to save a workbook: a code of language/, the place, and the value there.

    Without `sheet` it is about the whole file.
    """

    code: str
    sheet: str
    row: int | None = None
    column: str | None = None
    value: str = ""


@dataclass
class Setup:
    """The content of a workbook. A missing sheet is None: nothing of it changes."""

    programme: Row = field(default_factory=dict)
    tables: dict[str, list[Row] | None] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)  # what is saved all the same, and worth a look

    @property
    def is_cut(self) -> bool:
        """Whether a part was left unread, so that checks across the workbook are impossible."""
        return any(finding.code in _UNREAD for finding in self.findings)

    @property
    def findings_by_row(self) -> tuple[Finding, ...]:
        """The findings in the order of their rows, those about a whole sheet first."""
        return tuple(sorted(self.findings, key=lambda finding: finding.row or 0))

    def rows(self, key: str) -> list[Row]:
        """The rows of a sheet, none where it is missing."""
        return self.tables.get(key) or []

    def say(self, code: str, sheet: str, row: int | None = None, column: str | None = None, value: object = "") -> None:
        """Note one finding, under the title that the sheet has in the file."""
        text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
        self.findings.append(Finding(code, self.titles.get(sheet, sheet), row, column, text))

    def remark(self, code: str, sheet: str, row: int | None = None, column: str | None = None, value: int = 0) -> None:
        """Note something that does not prevent saving, but that people should know before."""
        self.remarks.append(Finding(code, self.titles.get(sheet, sheet), row, column, str(value)))
