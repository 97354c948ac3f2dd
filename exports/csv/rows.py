"""Single initiatives as a CSV file: words of the reader's language, cells that no spreadsheet takes for formulas."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import polars as pl

from data_access.rows.row_stream import stream_rows, union_names
from data_access.rows.then import counted_until, with_now
from data_access.store.records import Records
from exports.csv.files import stream_csv
from language.languages import Language
from model.catalogue import Catalogue
from model.codes import LEVELS, OWNERSHIPS, POSITIONS, SEXES, SOLUTIONS, STATUSES
from model.filters import Filters

COLUMNS: Final = (
    *("code", "title", "author", "sex", "position", "unit", "upper", "grassroots", "sector", "ownership", "solution"),
    *(
        "status",
        "level",
        "applied",
        "applied_at",
        "replicated",
        "replicated_at",
        "benefit_vnd",
        "uploaded_at",
        "decided_at",
        "rewarded_at",
        "batch_id",
    ),
)
OF_PEOPLE: Final = ("author", "sex")


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
    """Write what the filters and words leave, piece by piece, `most` rows of it perhaps; how many there are.

    `progress` is told the rows of every piece. Raises what data_access raises; the file is then unfinished.
    """
    columns = with_now(COLUMNS, counted_until(filters, records.catalogue))
    names = [name for name in columns if with_people or name not in OF_PEOPLE]
    unions = union_names(records.catalogue, filters.programme)
    labels = _labels(language, records.catalogue.seen_in(filters.programme))
    written = 0

    def pieces() -> Iterator[pl.DataFrame]:
        nonlocal written
        for frame in _first(stream_rows(records, filters, words, computed_only=computed_only), most):
            yield _worded(frame.join(unions, on="grassroots_id", how="left", maintain_order="left"), labels, names)
            written += frame.height
            progress(frame.height)

    with file.open("wb") as target:
        for content in stream_csv([language.explore.columns[name] for name in names], pieces()):
            target.write(content)
    return written


def _first(frames: Iterable[pl.DataFrame], most: int | None) -> Iterator[pl.DataFrame]:
    left = most
    for frame in frames:
        if left is None:
            yield frame
        elif left > 0:
            yield frame.head(left)
            left -= frame.height


def _worded(frame: pl.DataFrame, labels: Mapping[str, Mapping[int, str]], names: list[str]) -> pl.DataFrame:
    """Codes as words; what is not known is an empty cell."""
    frame = frame.rename({"unit_id": "unit", "sector_id": "sector"})
    return frame.select(
        pl.col(name).replace_strict(labels[name], default=None, return_dtype=pl.String) if name in labels else name
        for name in names
    )


def _labels(language: Language, catalogue: Catalogue) -> dict[str, dict[int, str]]:
    names = language.names
    lists = {
        "position": (POSITIONS, names.positions),
        "sex": (SEXES, language.people.sexes),
        "ownership": (OWNERSHIPS, names.ownerships),
        "solution": (SOLUTIONS, names.solutions),
        "status": (STATUSES, names.statuses),
        "level": (LEVELS, names.levels),
        "status_now": (STATUSES, names.statuses),
        "level_now": (LEVELS, names.levels),
    }
    return {
        **{
            name: {n: words[code] for n, code in enumerate(codes) if code in words}
            for name, (codes, words) in lists.items()
        },
        "unit": {number: one.short_name for number, one in catalogue.unit_by_id.items()},
        "sector": {number: names.sector(one.code) for number, one in catalogue.sector_by_id.items()},
        "applied": {number: language.explore.answers[str(bool(number))] for number in (0, 1)},
    }
