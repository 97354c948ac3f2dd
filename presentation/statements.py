"""Statements of sources about units without a number, one sentence for all units it concerns."""

from collections.abc import Callable, Iterator

import polars as pl

from language.languages import Language
from language.words.beginning import at_beginning
from presentation.wording import printable


def unit_statements(
    targets: pl.DataFrame, language: Language, write: Callable[[str], str] = printable
) -> Iterator[str]:
    """Full sentences with the units concerned; none where only records are asked for. `write` escapes names."""
    if "said" not in targets.columns:
        return
    texts, numbers = language.targets, language.numbers

    def called(short_name: str) -> str:
        return write(language.names.word(short_name))

    is_above = (pl.col("over_guided") > 0) & pl.col("guided").is_null()
    above = targets.filter(is_above).sort("over_guided", descending=True)
    if above.height:
        names = (f"{called(row['short_name'])} {numbers.count(row['over_guided'])}" for row in above.to_dicts())
        yield texts.statements_above.format(units="; ".join(names))
    statements: dict[str, list[str]] = {}
    for short_name, codes in targets.select("short_name", "said").drop_nulls().iter_rows():
        for code in codes.split(";"):
            statements.setdefault(code, []).append(called(short_name))
    for code, units in statements.items():
        sentence = language.names.unit_statement(code)
        yield f"{at_beginning(sentence)}: {', '.join(units)}"
