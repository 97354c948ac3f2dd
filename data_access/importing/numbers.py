"""Numbers as people write them: 1.234.567, 1 234 567, “30 tỷ”, “1,5 triệu”. The rest is told, never guessed."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

import polars as pl

from data_access.importing.files import marks
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import blank_words, text_column
from model.folding import fold

_UNITS: Final = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 10**3, "ngan": 10**3, "k": 10**3}
_CURRENCY: Final = re.compile(r"\s*(?:đồng|dong|đ|vnđ|vnd|₫|viet nam dong)\.?$")
_WORDS: Final = re.compile(r"(?:[0-9.,]+\s*(?:ty|ti|trieu|tr|nghin|ngan|k)\b\s*)+")
_ONE_WORD: Final = re.compile(r"([0-9.,]+)\s*(ty|ti|trieu|tr|nghin|ngan|k)\b")
_DOTTED: Final = re.compile(r"-?[0-9]{1,3}(?:[.\u0020'][0-9]{3})+(?:,[0-9]+)?")
_COMMAS: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_PROGRAMMED: Final = re.compile(r"-?[0-9]{4,}\.[0-9]+|-?[0-9]+\.0+")
LARGEST: Final = 10**16


@dataclass(frozen=True)
class Amount:
    """A number read from text, or the code of what is wrong with it; `notes` are codes of what was done."""

    value: int | None = None
    problem: str | None = None
    notes: tuple[str, ...] = ()


def read_amount(text: str, *, as_blank: bool = True) -> Amount:
    """The whole number that `text` means. Text that stands for nothing is nothing, not 0."""
    if text.startswith(marks.NUMBER):
        return _whole(Decimal(text[1:]), ())
    if any(letter.isdigit() and not letter.isascii() for letter in text):
        return Amount(problem="foreign_digits")
    plain = fold(text)
    if as_blank and blank_words().match(plain):
        return Amount(notes=("read_as_blank",))
    plain = _CURRENCY.sub("", plain.replace("\u2212", "-")).strip()
    if _WORDS.fullmatch(plain):
        parts = [(_decimal(number), _UNITS[unit]) for number, unit in _ONE_WORD.findall(plain)]
        if any(number is None for number, _ in parts):
            return Amount(problem="not_a_number")
        return _whole(
            sum((number * unit for number, unit in parts if number is not None), Decimal()), ("amount_in_words",)
        )
    number = _decimal_of_column(plain)
    return Amount(problem="not_a_number") if number is None else _whole(number, ())


def _decimal(text: str) -> Decimal | None:
    """A number before “tỷ”: a comma is decimal, and so is a dot that parts no thousands."""
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _decimal_of_column(text: str) -> Decimal | None:
    if _DOTTED.fullmatch(text):
        return Decimal(re.sub(r"[.\s']", "", text).replace(",", "."))
    if _COMMAS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _PLAIN.fullmatch(text) and not re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if _PROGRAMMED.fullmatch(text) else None


def _whole(number: Decimal, notes: tuple[str, ...]) -> Amount:
    whole = int(number.quantize(Decimal(1), ROUND_HALF_UP)) if number.is_finite() else 0
    if not number.is_finite() or abs(number) >= LARGEST:
        return Amount(problem="number_too_large")
    if number < 0:
        return Amount(problem="negative_number")
    return Amount(whole, None, notes if whole == number else (*notes, "rounded"))


def number_column(table: Table, name: str, remarks: Remarks, *, whole_only: bool = False) -> pl.Series:
    """The column as whole numbers, null where blank or wrong; what is wrong is told."""
    text = text_column(table, name, remarks)
    marked = text.str.contains(r"^[\x{e004}\x{e005}]").fill_null(value=False)
    text = text.set(marked, None)
    plain = text.set(~text.str.contains(r"^\x{e001}?[0-9]{1,15}$").fill_null(value=False), None)
    numbers = plain.str.strip_chars_start(marks.NUMBER).cast(pl.Int64)
    rest = text.filter(text.is_not_null() & numbers.is_null()).unique().to_list()
    if not rest:
        return numbers.alias(name)
    amounts = {one: _strict(read_amount(one)) if whole_only else read_amount(one) for one in rest}
    _tell(table, name, text, amounts, remarks)
    found = {one: amount.value for one, amount in amounts.items() if amount.value is not None}
    slow = text.replace_strict(found, default=None, return_dtype=pl.Int64) if found else numbers
    return numbers.fill_null(slow).alias(name)


def _strict(amount: Amount) -> Amount:
    return Amount(problem="not_whole") if "rounded" in amount.notes else amount


def _tell(table: Table, name: str, text: pl.Series, amounts: dict[str, Amount], remarks: Remarks) -> None:
    problems = {one: amount.problem for one, amount in amounts.items() if amount.problem}
    if "not_a_number" in problems.values():
        # Beside a text that is none, an amount in words is no longer beyond doubt either: all of them are listed.
        problems |= {one: "not_a_number" for one, amount in amounts.items() if "amount_in_words" in amount.notes}
    for code in dict.fromkeys(problems.values()):
        _say(
            table,
            name,
            text,
            [one for one, problem in problems.items() if problem == code],
            Severity.ERROR,
            str(code),
            remarks,
        )
    for code in ("read_as_blank", "amount_in_words", "rounded"):
        noted = [one for one, amount in amounts.items() if code in amount.notes and one not in problems]
        _say(table, name, text, noted, Severity.WARNING, code, remarks)


def _say(
    table: Table, name: str, text: pl.Series, values: list[str], severity: Severity, code: str, remarks: Remarks
) -> None:
    if not values:
        return
    mask = text.is_in(values).fill_null(value=False)
    remarks.say_rows(severity, code, table.frame.filter(mask), table.headings[name], text.filter(mask))
