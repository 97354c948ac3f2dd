"""Codes of units beside their names: the code decides."""

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.places import PlaceNames, units_meant
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import text_column, without_marks


def with_codes_first(table: Table, places: PlaceNames, choices: Choices, remarks: Remarks) -> Table:
    """A table whose units are named by their codes, where it has any. A code that nobody has is an error.

    What a name beside the code says is told where it means somebody else.
    """
    if not table.has("unit_code"):
        return table
    code, name = (without_marks(text_column(table, field, remarks)) for field in ("unit_code", "unit"))
    meant = units_meant(code.drop_nulls().unique(), places, choices)
    units = {word: places.find(word) for word in name.drop_nulls().unique()}
    unknown = code.is_in([word for word, unit in meant.items() if unit is None]).fill_null(value=False)
    if unknown.any():
        wrong = table.frame.filter(unknown)
        remarks.say_rows(Severity.ERROR, "unknown_unit", wrong, table.headings["unit_code"], code.filter(unknown), "")
    others = [
        (one, other)
        for one, other in zip(code.to_list(), name.to_list(), strict=True)
        if one and other and meant[one] and units[other] and meant[one] != units[other]
    ]
    if others:
        remarks.say(Severity.WARNING, "code_over_name", count=len(others), unit=others[0][0], name=others[0][1])
    return table.with_values(pl.select(pl.coalesce(code.set(unknown, None), name)).to_series().alias("unit"))
