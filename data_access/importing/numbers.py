"""Columns of numbers, read cell by cell: problems are reported, and open points lead to questions."""

import re
from dataclasses import replace
from typing import Final

import polars as pl

from data_access.importing.amounts import LARGEST, Amount, read_amount
from data_access.importing.choices import Choices
from data_access.importing.dots import meaning_of_dots
from data_access.importing.files import marks
from data_access.importing.money_units import FACTOR, says_money
from data_access.importing.remarks import Remarks, Severity
from data_access.importing.tables import Table
from data_access.importing.texts import filled, text_column, unread_words
from model.folding import fold

_IN_DOUBT: Final = re.compile(r"[0-9]\s*(?:ty|ti|trieu|tr|nghin|ngan|k)\b")
_LEAST_ROUNDED: Final = 10**6
_FEWEST: Final = 1_000  # đồng that somebody may mean


def number_column(
    table: Table, name: str, remarks: Remarks, choices: Choices, *, whole_only: bool = False
) -> pl.Series:
    """The column as whole numbers, null where blank or wrong; problems are reported."""
    if FACTOR in table.frame.columns and name == "benefit_vnd":
        return _in_parts(table, name, remarks, choices)
    return _numbers(table, name, remarks, choices, whole_only=whole_only)


def _in_parts(table: Table, name: str, remarks: Remarks, choices: Choices) -> pl.Series:
    """Amounts under headings with nghìn, triệu or tỷ: each part of the file by its own heading."""
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
    if name == "benefit_vnd" and FACTOR not in table.frame.columns and not choices.money_unit:
        _ask_of_few(table.headings[name], numbers, remarks)
    rest = unread_words(text, numbers)
    if not rest:
        return numbers.alias(name)
    dots = None
    if name == "benefit_vnd":
        dots = meaning_of_dots(rest, times, choices.dots, table.headings[name], remarks)
    amounts = {
        word: _strict(read_amount(word)) if whole_only else read_amount(word, factor=times, dots=dots) for word in rest
    }
    factors = {fold(words): number for words, number in choices.amounts.items()}
    amounts |= {word: Amount(factors[bare]) for word in rest if (bare := fold(word.strip(marks.NUMBER))) in factors}
    if name == "benefit_vnd" and not choices.money_unit:
        amounts |= _ask_unit(table.headings[name], amounts, remarks)
    _note_problems(table, name, text, amounts, remarks)
    values = {word: amount.value for word, amount in amounts.items() if amount.value is not None}
    return filled(numbers, text, values).alias(name)


def _ask_of_few(column: str, numbers: pl.Series, remarks: Remarks) -> None:
    """Ask for the unit of “15” under a heading without đồng instead of guessing it."""
    few = numbers.filter((numbers > 0) & (numbers < _FEWEST))
    if few.len() and not says_money(column) and not remarks.asks("unit_in_doubt"):
        remarks.say(Severity.QUESTION, "unit_in_doubt", column=column, example=str(few[0]))


def _ask_unit(column: str, amounts: dict[str, Amount], remarks: Remarks) -> dict[str, Amount]:
    """Ask for the unit of “12,5” where none is stated: nobody counts half a đồng."""
    parts = [
        word for word, amount in amounts.items() if "rounded" in amount.notes and (amount.value or 0) < _LEAST_ROUNDED
    ]
    if parts and not remarks.asks("unit_in_doubt"):
        remarks.say(Severity.QUESTION, "unit_in_doubt", column=column, example=parts[0].strip(marks.NUMBER))
    return {word: replace(amounts[word], notes=()) for word in parts}


def _strict(amount: Amount) -> Amount:
    return Amount(problem="not_whole") if "rounded" in amount.notes else amount


def _note_problems(table: Table, name: str, text: pl.Series, amounts: dict[str, Amount], remarks: Remarks) -> None:
    problems = {word: amount.problem for word, amount in amounts.items() if amount.problem}
    if any(problem == "not_a_number" and _IN_DOUBT.search(fold(word)) for word, problem in problems.items()):
        # Beside an amount in words that cannot be read (“~3tr”), the others are no longer beyond doubt either.
        # A text without an amount (“chưa rõ”) says nothing about them.
        problems |= {word: "not_a_number" for word, amount in amounts.items() if "amount_in_words" in amount.notes}
    for code in dict.fromkeys(problems.values()):
        _say(
            table,
            name,
            text,
            [word for word, problem in problems.items() if problem == code],
            Severity.ERROR,
            str(code),
            remarks,
        )
    for code in ("read_as_blank", "amount_in_words", "rounded"):
        words = [word for word, amount in amounts.items() if code in amount.notes and word not in problems]
        _say(table, name, text, words, Severity.WARNING, code, remarks)


def _say(
    table: Table, name: str, text: pl.Series, values: list[str], severity: Severity, code: str, remarks: Remarks
) -> None:
    if not values:
        return
    mask = text.is_in(values).fill_null(value=False)
    remarks.say_rows(severity, code, table.frame.filter(mask), table.headings[name], text.filter(mask))
