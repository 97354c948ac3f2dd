"""Hidden rows and columns of a set-up workbook, which are read all the same, as the preview says."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from data_access.importing.files.merges import column_letters
from data_access.programmes.cells import is_row, plain
from data_access.programmes.fields import BESIDE, Sheet, word_key
from data_access.programmes.setup import Setup
from data_access.programmes.sheets import PROGRAMME

_SHOWN: Final = 10  # hidden columns of a sheet
_VALUES: Final = 1  # the column of the first sheet that holds them


def note_unseen(
    setup: Setup,
    sheet: Sheet,
    title: str,
    cells: Sequence[Sequence[Any]],
    hidden: tuple[Iterable[int], Iterable[int]],
) -> None:
    """Remark the number of hidden rows with content, and each hidden column with content."""
    lines, columns = hidden
    filled = {number for number, line in enumerate(cells, 1) if _is_filled(sheet, number, line)}
    unseen = sorted(filled.intersection(lines))
    if unseen:
        setup.remark("hidden_rows_read", title, unseen[0], value=len(unseen))
    places = (place for place in columns if _is_read(sheet, cells, place, filled))
    for _, place in zip(range(_SHOWN), places, strict=False):
        setup.remark("hidden_column_read", title, 1, _heading(sheet, cells, place) or column_letters(place))


def _is_filled(sheet: Sheet, number: int, line: Sequence[Any]) -> bool:
    """Whether a line is read: a known name with a value on the first sheet, any content below headings elsewhere."""
    if sheet is not PROGRAMME:
        return number > 1 and is_row(line)
    name, value = (*map(plain, line[: _VALUES + 1]), "", "")[:2]
    return value != "" and any(field.is_called(name) for field in sheet.fields)


def _is_read(sheet: Sheet, cells: Sequence[Sequence[Any]], place: int, filled: Iterable[int]) -> bool:
    """Whether rows have content in that column, and it is not a column that clerks keep for themselves."""
    if (sheet is PROGRAMME and place > _VALUES) or word_key(_heading(sheet, cells, place)) in BESIDE:
        return False
    return any(place < len(cells[number - 1]) and plain(cells[number - 1][place]) for number in filled)


def _heading(sheet: Sheet, cells: Sequence[Sequence[Any]], place: int) -> str:
    """The heading of a column; the first sheet has none."""
    return plain(cells[0][place]) if sheet is not PROGRAMME and place < len(cells[0]) else ""
