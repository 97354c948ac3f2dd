"""Single initiatives as CSV, with codes replaced by words of the reader's language."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import polars as pl

from data_access.rows.row_stream import stream_rows, union_names
from data_access.rows.then import counted_until, with_now
from data_access.store.records import Records
from exports.csv.files import stream_csv
from language.languages import Language
from model.filters import Filters
from presentation.row_words import COLUMNS, OF_PEOPLE, Labels, labels_of


def write_rows(
    file: Path,
    records: Records,
    filters: Filters,
    language: Language,
    words: str = "",
    *,
    with_people: bool,
    computed_only: bool = False,
    most: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Write the matching rows to a file, at most `most` of them, and return how many.

    `progress` is called with the rows of each batch. Raises what data_access raises; the file is then incomplete.
    """
    columns = with_now(COLUMNS, counted_until(filters, records.catalogue))
    names = [name for name in columns if with_people or name not in OF_PEOPLE]
    unions = union_names(records.catalogue, filters.programme)
    labels = labels_of(records.catalogue.seen_in(filters.programme), language)
    row_count = 0

    def pieces() -> Iterator[pl.DataFrame]:
        nonlocal row_count
        for frame in _first(stream_rows(records, filters, words, computed_only=computed_only), most):
            yield _worded(frame.join(unions, on="grassroots_id", how="left", maintain_order="left"), labels, names)
            row_count += frame.height
            progress(frame.height)

    with file.open("wb") as target:
        for content in stream_csv([language.explore.columns[name] for name in names], pieces()):
            target.write(content)
    return row_count


def _first(frames: Iterable[pl.DataFrame], most: int | None) -> Iterator[pl.DataFrame]:
    rest = most
    for frame in frames:
        if rest is None:
            yield frame
        elif rest > 0:
            yield frame.head(rest)
            rest -= frame.height


def _worded(frame: pl.DataFrame, labels: Labels, names: list[str]) -> pl.DataFrame:
    """Replace codes by words; unknown values become empty cells."""
    frame = frame.rename({"unit_id": "unit", "sector_id": "sector"})
    return frame.select(
        pl.col(name).replace_strict(labels[name], default=None, return_dtype=pl.String) if name in labels else name
        for name in names
    )
