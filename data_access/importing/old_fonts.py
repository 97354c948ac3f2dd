"""Texts typed in a font from before Unicode, recognised by their Vietnamese and converted cell by cell."""

import re
from collections.abc import Callable
from typing import Final

import polars as pl

from data_access.importing.files import legacy
from data_access.importing.files.syllables import share_of_syllables
from data_access.importing.reading import RawFile, RawTable

_MODERN: Final = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")


def _sample(table: RawTable, lines: int = 200) -> list[str]:
    """The cells of the first rows that are not empty."""
    rows = table.frame.head(lines).drop("line", "width", strict=False).rows()
    return [cell for row in rows for cell in row if cell]


def _maybe_old(table: RawTable) -> list[str]:
    """Cells of the sample that may be in a legacy font: those with a letter beyond it are not."""
    return [cell for cell in _sample(table) if not cell.isascii() and not _MODERN.search(cell)]


def recognise_old_font(file: RawFile) -> str | None:
    """The name of the legacy encoding in which cells of a file were typed, or None."""
    for raw in file.tables:
        if raw.frame.height:
            encoding = legacy.recognise(" ".join(_maybe_old(raw))) or ("viqr" if _is_viqr(raw) else None)
            if encoding != "viqr" and len(_fonts(raw)) > 1:
                return legacy.SEVERAL
            if encoding:
                return encoding
    return None


def _fonts(table: RawTable) -> set[str]:
    """The legacy encodings of single cells with several words; a merged list may have more than one."""
    long = [cell for cell in set(_maybe_old(table)) if sum(not word.isascii() for word in cell.split()) > 2]
    return {name for cell in long if (name := legacy.recognise(cell))}


def _is_viqr(table: RawTable) -> bool:
    return legacy.is_viqr(" ".join(cell for cell in _sample(table) if cell.isascii() and " " in cell))


def convert(file: RawFile, encoding: str) -> None:
    """Convert the texts typed in a legacy font; those in Unicode stay."""
    converters = {**legacy.CONVERTERS, legacy.SEVERAL: legacy.from_several}
    from_old = converters.get(encoding, legacy.from_viqr)
    of_column = _from_viqr if encoding == "viqr" else _converted
    for raw in file.tables:
        names = [name for name in raw.frame.columns if name.startswith("c")]
        raw.frame = raw.frame.with_columns(of_column(raw.frame[name], from_old) for name in names)


def _from_viqr(column: pl.Series, from_old: Callable[[str], str]) -> pl.Series:
    """The column with its texts of words converted; a code or an address stays."""
    texts = [text for text in column.unique().to_list() if text and text.isascii()]
    new = {
        text: plain for text in texts if (plain := from_old(text)) != text and (share_of_syllables(plain) or 0) > 0.6
    }
    return column.replace(new) if new else column


def _converted(column: pl.Series, from_old: Callable[[str], str]) -> pl.Series:
    """The column with its legacy texts converted; an ambiguous “Lê” follows its neighbours."""
    texts = [text for text in column.unique().to_list() if text and not text.isascii()]
    old = [text for text in texts if not _MODERN.search(text)]
    gains = {text: (share_of_syllables(from_old(text)) or 0.0) - (share_of_syllables(text) or 0.0) for text in old}
    better = sum(gain > 0 for gain in gains.values())
    is_old = better >= len(texts) - len(old) + sum(gain < 0 for gain in gains.values())
    new = {text: from_old(text) for text, gain in gains.items() if gain > 0 or (gain == 0 and is_old)}
    return column.replace(new) if new else column
