"""Workbooks typed in a font of before Unicode: recognised by their sound, converted text by text."""

import polars as pl

from data_access.importing.files import legacy
from data_access.importing.reading import RawFile, RawTable


def _sample_text(table: RawTable, lines: int = 200) -> str:
    """Some of the text of a sheet, to recognise an old font by."""
    rows = table.frame.head(lines).drop("line", "width", strict=False).rows()
    return " ".join(cell for row in rows for cell in row if cell)


def recognise_old_font(file: RawFile) -> str | None:
    """Name of the old encoding in which a workbook was typed, or None."""
    if file.container == "csv":
        return None
    return next(
        (name for raw in file.tables if raw.frame.height and (name := legacy.recognise(_sample_text(raw)))), None
    )


def convert(file: RawFile, encoding: str) -> None:
    """Convert every text of a workbook typed in an old font."""
    from_old = legacy.CONVERTERS[encoding]
    for raw in file.tables:
        texts = [name for name in raw.frame.columns if name.startswith("c")]
        converted = (pl.col(name).map_elements(from_old, return_dtype=pl.String) for name in texts)
        raw.frame = raw.frame.with_columns(converted)
