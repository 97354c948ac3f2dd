"""The unit of amounts in a list: stated in the heading, above the table, or in a column of its own."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from data_access.importing.headings import Headings, factor_of, factor_word, heading_key
from model.folding import fold

_STATED: Final = re.compile(r"\b(?:dvt|don vi tinh|dv tinh|don vi)\b\s*[:\-]?\s*(.*)")
_MONEY: Final = re.compile(r"\b(?:dong|vnd|d)\b")
_COLUMNS: Final = ("dvt", "donvitinh")
MONEY_UNITS: Final = {"dong": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
FACTOR: Final = "benefit_factor"  # column of a table whose amounts are in thousands, millions ...


def says_money(heading: str) -> bool:
    """Whether a heading says đồng."""
    return bool(_MONEY.search(fold(heading)))


def stated_factor(rows: Iterable[Sequence[str]]) -> int | None:
    """The factor of “ĐVT: triệu đồng” above a table, from the lowest such line; None where there is none."""
    factor_so_far = None
    for row in rows:
        for cell in filter(None, row):
            match = _STATED.search(fold(cell))
            words = match[1] if match else fold(cell).strip("() ")
            factor = factor_word(words) or (1 if match and re.match(r"(?:dong|vnd)\b", words) else None)
            factor_so_far = factor or factor_so_far
    return factor_so_far


def row_factors(body: pl.DataFrame, texts: Sequence[str], place: int, stated: int | None) -> int | pl.Series:
    """The factor of the amounts, or of each row; a row's word beats the heading, which beats the line above."""
    heading = texts[place]
    usual = factor_of(heading) if says_money(heading) else (stated or 1)
    column = next((f"c{at}" for at, text in enumerate(texts) if heading_key(text) in _COLUMNS), "")
    if column not in body.columns:
        return usual
    words = {word: 1 if fold(word) in ("dong", "vnd") else factor_word(fold(word)) for word in body[column].unique()}
    factors = {word: factor for word, factor in words.items() if factor}
    return body[column].replace_strict(factors, default=usual, return_dtype=pl.Int64)


def with_factors(
    part: pl.DataFrame, body: pl.DataFrame, headings: Headings, stated: int | None, answer: str | None
) -> pl.DataFrame:
    """Rows of `body` with the column FACTOR, where the unit of their amounts is stated or they are in thousands.

    The `answer` of staff counts where nothing else says it.
    """
    if "benefit_vnd" not in part.columns or not part.height:
        return part
    factor = row_factors(body, headings.texts, headings.fields["benefit_vnd"], stated)
    if isinstance(factor, int):
        factor = MONEY_UNITS.get(answer or "", 1) if factor == 1 else factor
        return part.with_columns(pl.lit(factor, pl.Int64).alias(FACTOR)) if factor > 1 or stated else part
    lines = body.select("line").with_columns(factor.alias(FACTOR))
    return part.join(lines, on="line", how="left", maintain_order="left")
