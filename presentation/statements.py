"""What sources say of units of which they print no number: one sentence for all whom it is said of."""

from collections.abc import Callable, Iterator

import polars as pl

from language.languages import Language
from presentation.wording import printable


def unit_statements(
    targets: pl.DataFrame, language: Language, write: Callable[[str], str] = printable
) -> Iterator[str]:
    """Whole sentences, with everybody they are about; nothing where only records are asked.

    `write`: how names that somebody typed become text there.
    """
    if "said" not in targets.columns:
        return
    texts, numbers = language.targets, language.numbers

    def called(short_name: str) -> str:
        return write(language.names.word(short_name))

    is_above = (pl.col("over_guided") > 0) & pl.col("guided").is_null()
    above = targets.filter(is_above).sort("over_guided", descending=True)
    if above.height:
        named = (f"{called(row['short_name'])} {numbers.count(row['over_guided'])}" for row in above.to_dicts())
        yield texts.statements_above.format(units="; ".join(named))
    statements: dict[str, list[str]] = {}
    for short_name, codes in targets.select("short_name", "said").drop_nulls().iter_rows():
        for code in codes.split(";"):
            statements.setdefault(code, []).append(called(short_name))
    for code, units in statements.items():
        sentence = language.names.unit_statement(code)
        yield f"{sentence[:1].upper()}{sentence[1:]}: {', '.join(units)}"
