"""Names of shares, of money and of days that say their unit, for rows and headings of numbers without signs."""

from typing import Final

from model.codes import Measure
from model.measures import unit_of
from presentation.wording import Wording

_ENDINGS: Final = {"_pct": "percent", "_vnd": "vnd", "_days": "days"}  # of the codes of such numbers


def in_unit(name: str, unit: str, wording: Wording) -> str:
    """The name of a share, of money or of days with its unit: “Đạt chỉ tiêu (%)”; of a count as it is."""
    word = "%" if unit == "percent" else wording.kind_of_unit(unit) if unit in ("vnd", "days") else ""
    says_it = f"({word})" in name if unit == "vnd" else word in name.lower()
    return name if not word or says_it else f"{name} ({word})"


def with_unit(name: str, code: str, wording: Wording) -> str:
    """`in_unit` for the number of a code, whose ending is that of its unit."""
    return in_unit(name, next((unit for ending, unit in _ENDINGS.items() if code.endswith(ending)), ""), wording)


def column_heading(code: str, wording: Wording) -> str:
    """The heading of a column of a CSV file or a workbook."""
    return with_unit(wording.texts.columns[code], code, wording)


def measure_heading(measure: Measure, wording: Wording) -> str:
    """The heading of a column of values of one measure."""
    return in_unit(wording.language.names.measure(measure.value), unit_of(measure), wording)
