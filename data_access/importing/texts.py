"""Cleaned text columns: invisible characters go, look-alikes are repaired, and all of it is reported."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from data_access.importing.files import marks
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table

# Any letter that needs a closer look; most columns have none, and one search says so.
_STRANGE: Final = (
    r"^\s|\s$|[\x00-\x1f\x7f-\x9f\xa0\xad\xd0\xf0\x{0300}-\x{036f}\x{2000}-\x{200b}\x{200e}\x{200f}\x{2028}-\x{202f}"
    r"\x{205f}-\x{206f}\x{3000}\x{feff}\x{fffd}\x{e001}-\x{e006}]"
)
Repair = tuple[str, str, str]  # remark, pattern, replacement
_REPAIRS: Final[tuple[Repair, ...]] = (
    ("eth_repaired", r"\x{d0}", "Đ"),
    ("eth_repaired", r"\x{f0}", "đ"),
    ("spaces_repaired", r"[\xa0\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]", " "),
    ("control_characters_removed", r"\x1b\[[0-9;]*[A-Za-z]", ""),
    ("control_characters_removed", r"[\x0b\x0c]", " "),
    ("control_characters_removed", r"[\x01-\x08\x0e-\x1f\x7f-\x9f]", ""),
    ("hidden_characters_removed", r"[\xad\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}]", ""),
)
_FEWEST: Final = tuple(repair for repair in _REPAIRS if repair[0].endswith("characters_removed"))
LONGEST: Final = 500
_FORMULA_START: Final = r"^[ \t\r\n]+[=+\-@＝＋－＠]"


def text_column(table: Table, name: str, remarks: Remarks, *, as_printed: bool = False) -> pl.Series:
    """The column as clean text in NFC, null where nothing stands. Marked cells are told and become text or null.

    `as_printed`: a quotation keeps the letters of its source, wrong ones, too.
    """
    text = table.frame[name]
    if text.str.contains(_STRANGE).any():
        text = _without_outer_spaces(
            _repaired(table, name, text, remarks, _FEWEST if as_printed else _REPAIRS), keep_formulas=name == "title"
        )
    return text.replace("", None).alias(name)


def limited(table: Table, name: str, text: pl.Series, remarks: Remarks, most: int = LONGEST) -> pl.Series:
    """Note texts longer than `most`."""
    too_long = (text.str.len_chars() > most).fill_null(value=False)
    column = table.headings[name]
    remarks.say_rows(
        Severity.ERROR, "too_long", table.frame.filter(too_long), column, text.filter(too_long), hint=str(most)
    )
    return text


def _repaired(table: Table, name: str, raw: pl.Series, remarks: Remarks, repairs: Sequence[Repair]) -> pl.Series:
    column = table.headings[name]

    def note(severity: Severity, code: str, mask: pl.Series, values: pl.Series) -> None:
        remarks.say_rows(severity, code, table.frame.filter(mask), column, values.filter(mask))

    for code, mark in (("error_cell", marks.ERROR), ("not_calculated", marks.NOT_CALCULATED)):
        mask = raw.str.starts_with(mark)
        note(Severity.ERROR, code, mask, raw.str.strip_chars_start(mark))
        raw = raw.set(mask, None)  # reported once, not again by the column that reads it
    note(
        Severity.ERROR,
        "control_character",
        raw.str.contains("\x00", literal=True),
        raw.str.replace_all("\x00", "␀", literal=True),
    )
    note(Severity.ERROR, "broken_letters", raw.str.contains("\ufffd", literal=True), raw)
    masks: dict[str, pl.Series] = {}
    for code, pattern, instead in repairs:
        mask = raw.str.contains(pattern)
        if mask.any():
            masks[code] = masks[code] | mask if code in masks else mask
            raw = raw.str.replace_all(pattern, instead)
    for code, mask in masks.items():
        note(Severity.WARNING, code, mask, raw)
    return raw.str.normalize("NFC").str.replace_all("\x00", "", literal=True)


def _without_outer_spaces(raw: pl.Series, *, keep_formulas: bool) -> pl.Series:
    inner = raw.str.replace_all(r"[ \t]*[\r\n]+[ \t]*|\t", " ")
    stripped = inner.str.strip_chars()
    if not keep_formulas:
        return stripped
    # What would be a formula is evidence: it stays to the letter, and exports neutralise it.
    evidence = raw.str.contains(_FORMULA_START)
    return raw.zip_with(evidence, stripped) if evidence.any() else stripped


def without_marks(text: pl.Series) -> pl.Series:
    """A text column in which a spreadsheet's numbers and dates are the text they show."""
    if not text.str.contains(r"^[\x{e001}-\x{e006}]").any():
        return text
    return text.str.replace(r"^\x{e002}(.{10})T00:00:00$", "$1").str.replace(r"^[\x{e001}-\x{e006}]", "")


def blank_words() -> re.Pattern[str]:
    """The words that people write where they have no value."""
    return re.compile(r"^(?:[-–—.?*/\\]+|n/?a|#n/a|null|none|nan|khong|khong co|chua co|chua tinh|chua xac dinh|chua)$")


def has_foreign_digits(text: str) -> bool:
    """Whether some digits are not those of Vietnamese and English."""
    return any(letter.isdigit() and not letter.isascii() for letter in text)


def unread_words(text: pl.Series, values: pl.Series) -> list[str]:
    """The different texts of a column that have no value yet."""
    words: list[str] = text.filter(text.is_not_null() & values.is_null()).unique().to_list()
    return words


def filled(values: pl.Series, text: pl.Series, value_by_word: Mapping[str, object]) -> pl.Series:
    """The values of a column, the missing ones by their text where that is known."""
    if not value_by_word:
        return values
    return values.fill_null(text.replace_strict(value_by_word, default=None, return_dtype=values.dtype))
