"""Rows of a file as initiatives: every column is read, and doubts are reported instead of guessed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from data_access.importing.alike_codes import unify_in_file
from data_access.importing.choices import Choices
from data_access.importing.dates import date_column
from data_access.importing.files import marks
from data_access.importing.files.refusal import Refused
from data_access.importing.lower_codes import with_ranked_units
from data_access.importing.numbers import number_column
from data_access.importing.places import PlaceNames, place_columns
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.rows import DEFAULTS
from data_access.importing.shared_names import units_of_the_day
from data_access.importing.successors import after_the_end, before_the_start
from data_access.importing.sums import compare_sums
from data_access.importing.tables import Table
from data_access.importing.texts import limited, text_column, without_marks
from data_access.importing.unit_codes import with_codes_first
from data_access.importing.words import CODES, code_column

_LONGEST_CODE: Final = 60
_MANY_LOST: Final = 0.2  # of the titles; a single question mark within a word may be meant
_SAFE_DIGITS: Final = 15  # a spreadsheet number keeps no more
MOMENTS: Final = ("uploaded_at", "decided_at", "rewarded_at", "applied_at", "replicated_at")
_NUMBERS: Final = ("replicated", "benefit_vnd")


@dataclass(frozen=True)
class Incoming:
    """Initiatives as a file has them. `rows` has place, sheet, line, the fields, and is_good."""

    rows: pl.DataFrame
    repeated: int  # rows of the file that say the same once more


def read_initiatives(table: Table, places: PlaceNames, choices: Choices, remarks: Remarks, now: datetime) -> Incoming:
    """Every row of the table with its problems noted in `remarks`."""
    _refuse_lost_accents(table)
    table = with_codes_first(with_ranked_units(table, places, remarks), places, choices, remarks)
    columns = [code_of_initiative(table, remarks), _title(table, remarks)]
    columns += place_columns(table, places, choices, remarks)
    if table.has("author"):
        columns.append(limited(table, "author", without_marks(text_column(table, "author", remarks)), remarks, 300))
    columns += [code_column(table, name, choices, remarks) for name in (*CODES, "applied") if table.has(name)]
    columns += [number_column(table, name, remarks, choices) for name in _NUMBERS if table.has(name)]
    columns += [date_column(table, name, choices, remarks) for name in MOMENTS if table.has(name)]
    rows = table.rows.with_columns(columns)
    columns.clear()  # columns in other pieces than their neighbours were copied: an eighth of the peak
    rows = units_of_the_day(table, rows, places, choices, remarks)
    rows = after_the_end(table, rows, places, choices, remarks)
    before_the_start(rows, places, remarks)
    if table.sums and "benefit_vnd" in rows.columns:
        compare_sums(table, rows["benefit_vnd"], remarks)
    _say_missing(table, rows, remarks)
    _say_impossible_dates(table, rows, remarks, now)
    rows, replaced = unify_in_file(rows, choices, remarks)
    rows, repeated = _once_each(table, rows, remarks)
    wrong = remarks.wrong_places()
    rows = rows.with_columns(is_good=~pl.col("place").is_in(wrong.implode()))
    rows = rows.with_columns(pl.col(name).fill_null(0) for name in DEFAULTS if name in rows.columns)
    return Incoming(rows, repeated + replaced)


def _refuse_lost_accents(table: Table) -> None:
    """Refuse “C?i ti?n”, a file saved as ANSI whose letters are lost for good."""
    titles = table.frame["title"]
    garbled = titles.filter(titles.str.contains(r"\p{L}\?+\p{L}"))
    if garbled.len() and garbled.len() >= titles.len() * _MANY_LOST:
        raise Refused("lost_accents", count=garbled.len(), example=str(garbled[0])[:80])


def code_of_initiative(table: Table, remarks: Remarks) -> pl.Series:
    """The codes as text. A number that lost its last digits is an error; “123.0” becomes 123 with a remark."""
    text = text_column(table, "code", remarks)
    column = table.headings["code"]
    number = text.str.starts_with(marks.NUMBER).fill_null(value=False)
    long = number & (text.str.len_chars() > _SAFE_DIGITS + 1).fill_null(value=False)
    text_shown = text.str.strip_chars_start(marks.NUMBER)
    remarks.say_rows(Severity.ERROR, "long_numeric_code", table.frame.filter(long), column, text_shown.filter(long))
    dates = text.str.contains(r"^[\x{e002}\x{e003}]").fill_null(value=False)
    remarks.say_rows(
        Severity.ERROR, "code_became_date", table.frame.filter(dates), column, without_marks(text).filter(dates)
    )
    science = text.str.contains(r"^[0-9]([.,][0-9]+)?E\+[0-9]+$").fill_null(value=False)
    remarks.say_rows(Severity.ERROR, "long_numeric_code", table.frame.filter(science), column, text.filter(science))
    text = without_marks(text)
    decimal = text.str.contains(r"^[0-9]+\.0+$").fill_null(value=False)
    remarks.say_rows(Severity.WARNING, "decimal_codes", table.frame.filter(decimal), column, text.filter(decimal))
    text = text.str.replace(r"^([0-9]+)\.0+$", "$1").str.replace_all(r"\s+", " ")
    return limited(table, "code", text, remarks, _LONGEST_CODE).alias("code")


def _title(table: Table, remarks: Remarks) -> pl.Series:
    return limited(table, "title", without_marks(text_column(table, "title", remarks)), remarks).alias("title")


def _say_missing(table: Table, rows: pl.DataFrame, remarks: Remarks) -> None:
    for name in ("code", "title", "uploaded_at"):
        blank = table.frame[name].str.contains(r"^[\s\x{a0}]*$")
        remarks.say_rows(Severity.ERROR, "missing_value", table.frame.filter(blank), table.headings[name])
    nothing_left = rows["title"].is_null() & table.frame["title"].str.contains(r"\S")
    places = remarks.rows(Severity.ERROR).filter(pl.col("column") == table.headings["title"])["place"]
    untitled = table.frame.filter(nothing_left & ~table.frame["place"].is_in(places.implode()))
    remarks.say_rows(Severity.ERROR, "missing_value", untitled, table.headings["title"])


def _say_impossible_dates(table: Table, rows: pl.DataFrame, remarks: Remarks, now: datetime) -> None:
    if remarks.asks("month_first"):
        return  # the order of day and month is open: what follows from it would be noise
    if table.has("decided_at"):
        early = (rows["decided_at"].dt.date() < rows["uploaded_at"].dt.date()).fill_null(value=False)
        dates = rows["decided_at"].dt.strftime("%d/%m/%Y").filter(early)
        hint = rows["uploaded_at"].dt.strftime("%d/%m/%Y").filter(early)
        remarks.say_rows(
            Severity.ERROR,
            "decided_before_uploaded",
            table.frame.filter(early),
            table.headings["decided_at"],
            dates,
            hint,
        )
    for name in MOMENTS:
        if table.has(name):
            future = (rows[name].dt.date() > now.date()).fill_null(value=False)
            dates = rows[name].dt.strftime("%d/%m/%Y").filter(future)
            remarks.say_rows(Severity.ERROR, "future_date", table.frame.filter(future), table.headings[name], dates)


def _once_each(table: Table, rows: pl.DataFrame, remarks: Remarks) -> tuple[pl.DataFrame, int]:
    """Count rows with the same code and content once; the same code with other content is an error."""
    if not rows["code"].is_duplicated().any():
        return rows, 0
    content = [name for name in rows.columns if name not in ("place", "sheet", "line")]
    several = rows.filter(pl.col("code").is_not_null() & pl.col("code").is_duplicated())
    first = pl.col("line").first().over("code")
    same = several.with_columns(nth=pl.int_range(pl.len()).over(content)).filter(pl.col("nth") > 0)
    repeats = several.filter(~pl.col("place").is_in(same["place"].implode())).with_columns(first=first)
    clash = repeats.filter(pl.col("code").is_duplicated())
    hint = clash["first"].cast(pl.String)
    remarks.say_rows(Severity.ERROR, "code_twice", clash, table.headings["code"], clash["code"], hint)
    if same.height:
        remarks.say(Severity.WARNING, "repeated_rows", count=same.height, lines=same["line"].head(20).to_list())
    return rows.filter(~pl.col("place").is_in(same["place"].implode())), same.height
