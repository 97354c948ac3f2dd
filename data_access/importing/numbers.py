"""Numbers as people write them: 1.234.567, 1 234 567, “30 tỷ”, “1,5 triệu”. The rest is told, never guessed."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

import polars as pl

from data_access.importing.choices import Choices
from data_access.importing.dots import meaning_of_dots, read_doubtful
from data_access.importing.files import marks
from data_access.importing.money_units import FACTOR
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import blank_words, text_column
from model.folding import fold

_UNITS: Final = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 10**3, "ngan": 10**3, "k": 10**3}
_CURRENCY: Final = re.compile(r"\s*(?:đồng|dong|đ|d|vnđ|vnd|₫|viet nam dong)\.?$")
_COUNTED: Final = re.compile(r"(?<=[0-9a-z])\s+(?:nguoi|doan vien|dv|sang kien|sk|noi|don vi)\.?$")
_ABOUT: Final = re.compile(r"^(?:~|≈|khoang|gan|hon|tren|chung|uoc|uoc tinh|tam)\s*")
_WORDS: Final = re.compile(r"(?:[0-9.,]+\s*(?:ty|ti|trieu|tr|nghin|ngan|k)\b\s*)+")
_ONE_WORD: Final = re.compile(r"([0-9.,]+)\s*(ty|ti|trieu|tr|nghin|ngan|k)\b")
_IN_DOUBT: Final = re.compile(r"[0-9]\s*(?:ty|ti|trieu|tr|nghin|ngan|k)\b")
_DOTTED: Final = re.compile(r"-?[0-9]{1,3}(?:[.\u0020'][0-9]{3})+(?:,[0-9]+)?")
_COMMAS: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_PROGRAMMED: Final = re.compile(r"-?[0-9]{4,}\.[0-9]+|-?[0-9]+\.0+")
LARGEST: Final = 10**16
_LEAST_ROUNDED: Final = 10**6


@dataclass(frozen=True)
class Amount:
    """A number read from text, or the code of what is wrong with it; `notes` are codes of what was done."""

    value: int | None = None
    problem: str | None = None
    notes: tuple[str, ...] = ()


def read_amount(text: str, *, as_blank: bool = True, factor: int = 1, dots: str | None = None) -> Amount:
    """The whole number that `text` means. Text that stands for nothing is nothing, not 0.

    `factor` is what the heading says (1,000 under “nghìn đồng”); an amount with a unit of its own needs none.
    `dots` says what one dot or comma before three digits is: thousands or decimal.
    """
    if text.startswith(marks.NUMBER):
        return _whole(Decimal(text[1:]) * factor, ())
    if any(letter.isdigit() and not letter.isascii() for letter in text):
        return Amount(problem="foreign_digits")
    plain = fold(text)
    if as_blank and blank_words().match(plain):
        return Amount(notes=("read_as_blank",))
    bare = _CURRENCY.sub("", _COUNTED.sub("", plain.replace("\u2212", "-"))).strip()
    factor, plain = 1 if bare != plain.strip() and factor > 1 else factor, bare
    if _WORDS.fullmatch(plain):
        parts = [(_decimal(number), _UNITS[unit]) for number, unit in _ONE_WORD.findall(plain)]
        if any(number is None for number, _ in parts):
            return Amount(problem="not_a_number")
        return _whole(
            sum((number * unit for number, unit in parts if number is not None), Decimal()), ("amount_in_words",)
        )
    number = read_doubtful(plain, dots) if dots else None
    number = _decimal_of_column(plain, in_parts=factor > 1) if number is None else number
    return Amount(problem="not_a_number") if number is None else _whole(number * factor, ())


def _decimal(text: str) -> Decimal | None:
    """A number before “tỷ”: a comma is decimal, and so is a dot that parts no thousands."""
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def _decimal_of_column(text: str, *, in_parts: bool = False) -> Decimal | None:
    """A number of a column of amounts; where amounts are in millions, 1.5 is one and a half."""
    if in_parts and re.fullmatch(r"[0-9]+\.[0-9]{1,2}", text):
        return Decimal(text)
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


def amount_near(text: str) -> int | None:
    """The number in “~85 nghìn” or “khoảng 3 tỷ”, to be offered; None where there is none."""
    return read_amount(_ABOUT.sub("", fold(text)), as_blank=False).value if _ABOUT.match(fold(text)) else None


def number_column(
    table: Table, name: str, remarks: Remarks, choices: Choices, *, whole_only: bool = False
) -> pl.Series:
    """The column as whole numbers, null where blank or wrong; what is wrong is told."""
    if FACTOR in table.frame.columns and name == "benefit_vnd":
        return _in_parts(table, name, remarks, choices)
    return _numbers(table, name, remarks, choices, whole_only=whole_only)


def _in_parts(table: Table, name: str, remarks: Remarks, choices: Choices) -> pl.Series:
    """Amounts under headings that say nghìn, triệu, tỷ: each part of the file by its own heading."""
    parts = []
    for factor, frame in table.frame.with_columns(pl.col(FACTOR).fill_null(1)).group_by(FACTOR, maintain_order=True):
        part = replace(table, frame=frame)
        times = int(factor[0])
        parts.append(frame.select("place").with_columns(_numbers(part, name, remarks, choices, times=times)))
        if times > 1:
            remarks.say(
                Severity.WARNING, "factor_applied", column=table.headings[name], factor=times, count=frame.height
            )
    return pl.concat(parts).sort("place")[name]


def _numbers(
    table: Table, name: str, remarks: Remarks, choices: Choices, *, whole_only: bool = False, times: int = 1
) -> pl.Series:
    text = text_column(table, name, remarks)
    plain = text.set(~text.str.contains(r"^\x{e001}?[0-9]{1,15}$").fill_null(value=False), None)
    numbers = plain.str.strip_chars_start(marks.NUMBER).cast(pl.Int64)
    if times > 1:
        numbers = numbers.set(numbers >= LARGEST // times, None) * times
    rest = text.filter(text.is_not_null() & numbers.is_null()).unique().to_list()
    if not rest:
        return numbers.alias(name)
    dots = None
    if name == "benefit_vnd":
        dots = meaning_of_dots(rest, times, choices.dots, table.headings[name], remarks)
    amounts = {
        one: _strict(read_amount(one)) if whole_only else read_amount(one, factor=times, dots=dots) for one in rest
    }
    told = {fold(words): number for words, number in choices.amounts.items()}
    amounts |= {one: Amount(told[bare]) for one in rest if (bare := fold(one.strip(marks.NUMBER))) in told}
    if name == "benefit_vnd" and not choices.money_unit:
        amounts |= _ask_unit(table.headings[name], amounts, remarks)
    _tell(table, name, text, amounts, remarks)
    found = {one: amount.value for one, amount in amounts.items() if amount.value is not None}
    slow = text.replace_strict(found, default=None, return_dtype=pl.Int64) if found else numbers
    return numbers.fill_null(slow).alias(name)


def _ask_unit(column: str, amounts: dict[str, Amount], remarks: Remarks) -> dict[str, Amount]:
    """“12,5” under no unit: nobody counts half a đồng, and what it is of is not guessed."""
    parts = [one for one, read in amounts.items() if "rounded" in read.notes and (read.value or 0) < _LEAST_ROUNDED]
    if parts and not remarks.asks("unit_in_doubt"):
        remarks.say(Severity.QUESTION, "unit_in_doubt", column=column, example=parts[0].strip(marks.NUMBER))
    return {one: replace(amounts[one], notes=()) for one in parts}


def _strict(amount: Amount) -> Amount:
    return Amount(problem="not_whole") if "rounded" in amount.notes else amount


def _tell(table: Table, name: str, text: pl.Series, amounts: dict[str, Amount], remarks: Remarks) -> None:
    problems = {one: amount.problem for one, amount in amounts.items() if amount.problem}
    if any(problem == "not_a_number" and _IN_DOUBT.search(fold(one)) for one, problem in problems.items()):
        # Beside an amount in words that cannot be read (“~3tr”), the others are no longer beyond doubt either.
        # A text without an amount (“chưa rõ”) says nothing about them.
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
