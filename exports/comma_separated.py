"""CSV that Excel opens with the right letters, and whose cells never become formulas."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import polars as pl

from data_access.answer import answer
from data_access.keeper import Keeper
from exports.figures import gather
from exports.occasion import Occasion
from exports.safe_cells import HARMLESS, RISKY_START, disarmed
from exports.stamp import VIEWS, stamp
from exports.wording import Wording
from language.languages import Language
from model.address import canonical
from model.filters import Filters

BOM: Final = b"\xef\xbb\xbf"  # without it Excel reads the letters as those of its own code page


def write_csv(
    keeper: Keeper, filters: Filters, language: Language, occasion: Occasion | None = None, subject: str = "targets"
) -> bytes:
    """The numbers of one page under headings of the language, below them what they are. Raises what `answer` raises."""
    rows = list(csv.reader(io.StringIO(answer(keeper, subject, canonical(filters)))))
    wording = Wording(language, keeper.catalogue)
    columns, statuses = wording.texts.columns, language.names.target_statuses if "status" in rows[0] else {}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([columns.get(name, name) for name in rows[0]])
    writer.writerows([disarmed(statuses.get(cell, cell)) for cell in row] for row in rows[1:])
    told = stamp(subject if subject in VIEWS else VIEWS[0], gather(keeper, filters), wording)
    link = wording.texts.link.format(link=(occasion or Occasion()).link(filters, language))
    # Below, not above: the first row stays the header for filters and for scripts.
    writer.writerow([])
    writer.writerows([disarmed(line)] for line in (told.banner, *told.lines, link) if line)
    return BOM + text.getvalue().encode()


def stream_csv(headings: Sequence[str], chunks: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """Many rows, piece by piece, so that memory holds one piece: headings first, then every frame."""
    head = io.StringIO()
    csv.writer(head, lineterminator="\r\n").writerow([disarmed(heading) for heading in headings])
    yield BOM + head.getvalue().encode()
    for chunk in chunks:
        texts = [_disarmed(name) for name, kind in chunk.schema.items() if kind == pl.String]
        written = chunk.with_columns(texts).write_csv(
            include_header=False, line_terminator="\r\n", datetime_format="%Y-%m-%d %H:%M:%S"
        )
        yield written.encode()


def _disarmed(name: str) -> pl.Expr:
    """`disarmed` for a whole column at once."""
    column = pl.col(name)
    risky = column.str.contains(RISKY_START) & ~column.str.contains(f"^(?:{HARMLESS})$")
    return pl.when(risky).then(pl.lit("'") + column).otherwise(column).alias(name)
