"""Database values in the form of the set-up workbook, which previews use as well."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from data_access.database.schema import province
from data_access.programmes.fields import YES_NO
from data_access.programmes.sheets import BOUNDARIES, DATA_KINDS, ITEM_KINDS, MEASURES, SCALES, TARGET_KINDS


def _by_code(*words: Mapping[str, str]) -> dict[str, str]:
    return {code: word for some in words for word, code in some.items()}


WORDS: Final = {  # by column: the words that stand for its codes
    "data_kind": _by_code(DATA_KINDS),
    "boundary": _by_code(BOUNDARIES),
    "kind": _by_code(TARGET_KINDS, ITEM_KINDS),
    "measure": _by_code(MEASURES),
    "scale": _by_code(SCALES),
}
_LISTS: Final = ("aliases", "benefit_limits")  # kept with bars between


def written(column: str, value: Any) -> str:
    """The cell for a value; "" where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES_NO[0] if value else YES_NO[1]
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if column in _LISTS:
        return str(value).replace(".", "," if column == "benefit_limits" else ".").replace("|", "; ")
    return WORDS.get(column, {}).get(value, str(value))


def province_names(connection: Connection) -> dict[str, str]:
    """Provinces by their code, as a sheet of units names them."""
    return {row.code_2022: row.name for row in connection.execute(select(province))}
