"""CSV that Excel reads as UTF-8; no cell becomes a formula, and no text of a page a day or a time."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

import polars as pl

from data_access.database.errors import Unanswerable
from data_access.store.records import Records
from exports.safe_cells import HARMLESS, RISKY_START, disarmed, kept
from language.languages import Language
from model.filters import Filters, end_of_day
from model.rounding import plain_number
from presentation.figures import gather_worded
from presentation.occasion import Occasion
from presentation.rows import RowTable, reword_rows
from presentation.stamp import stamp_of_page

BOM: Final = b"\xef\xbb\xbf"  # without it Excel assumes the local code page


def write_csv(
    records: Records, filters: Filters, language: Language, occasion: Occasion | None = None, subject: str = "targets"
) -> bytes:
    """The rows of one page with headings in the language, followed by scope, as-of and source.

    Raises what data_access raises.
    """
    figures, wording = gather_worded(records, filters, language)
    occasion = occasion or Occasion()
    try:
        rows = reword_rows(subject, records, figures, wording, occasion.switches)
    except Unanswerable as problem:
        rows = RowTable((), [[language.problems.unanswered(problem.reason)]])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if rows.columns:
        writer.writerow([rows.heading(name, wording) for name in rows.columns])
    writer.writerows([_written(value) for value in row] for row in rows.rows)
    stamped = stamp_of_page(subject, figures, wording)
    link = wording.texts.link.format(link=occasion.link(filters, language))
    # Below, not above: the first row stays the header for filters and for scripts.
    writer.writerow([])
    nothing = "" if rows.rows else wording.texts.nothing_of.format(page=language.pages.titles[subject])
    writer.writerows([disarmed(line)] for line in (nothing, stamped.banner, *stamped.lines, link) if line)
    return BOM + text.getvalue().encode()


def _written(value: object) -> object:
    """A cell as every spreadsheet reads it: no thousands separators, moments as 2022-04-20 08:00, dates in ISO form."""
    if isinstance(value, datetime):
        whole = value == end_of_day(value.date())
        return value.strftime("%Y-%m-%d" if whole else "%Y-%m-%d %H:%M")
    if isinstance(value, float):
        return plain_number(value)
    return kept(value) if isinstance(value, str) else "" if value is None else value


def stream_csv(headings: Sequence[str], chunks: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """Yield CSV frame by frame, headings first, so that only one frame is in memory.

    Single records go back into imports and are looked up by their codes, which therefore keep the form they have.
    """
    head = io.StringIO()
    csv.writer(head, lineterminator="\r\n").writerow([disarmed(heading) for heading in headings])
    yield BOM + head.getvalue().encode()
    for chunk in chunks:
        texts = [_disarmed(name) for name, kind in chunk.schema.items() if kind == pl.String]
        text = chunk.with_columns(texts).write_csv(
            include_header=False, line_terminator="\r\n", datetime_format="%Y-%m-%d %H:%M:%S"
        )
        yield text.encode()


def _disarmed(name: str) -> pl.Expr:
    """`disarmed` for a whole column."""
    column = pl.col(name)
    risky = column.str.contains(RISKY_START) & ~column.str.contains(f"^(?:{HARMLESS})$")
    return pl.when(risky).then(pl.lit("'") + column).otherwise(column).alias(name)
