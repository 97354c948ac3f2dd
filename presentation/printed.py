"""The mark of simulated counts that match a published figure."""

import polars as pl

from language.languages import Language
from model.codes import Measure
from model.edges import Row
from presentation.wording import Wording


def printed_legend(frame: pl.DataFrame, language: Language) -> str:
    """The explanation of the mark; "" where no number has it."""
    return language.facts.printed_legend if frame["printed"].any() else ""


def printed_word(language: Language, *, mark: bool | None) -> str | None:
    """Whether a count was published, as text for a cell of its own."""
    return None if mark is None else language.facts.is_printed[mark]


def count_of(row: Row, measure: Measure, wording: Wording) -> str:
    """The value of a RANKING row with its qualifier, or with the mark of published counts."""
    text = wording.qualified(wording.measure(row["value"], measure), row["qualifier"])
    return wording.language.facts.starred(text, printed=row["printed"])


def word_of_row(row: Row, language: Language) -> str | None:
    """Whether the count of a row was published, as text for a cell of its own."""
    mark = row["printed"]
    return printed_word(language, mark=None if mark is None else bool(mark))
