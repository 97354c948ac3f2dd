"""Where a published figure comes from, as far as its row tells: who published it, under which title, whether its day
was printed or inferred."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

import polars as pl

from data_access.reference.reference_files import rows_of

# What staff who wrote the ledger noted where a source names no day.
_INFERRED: Final = re.compile(r"ngày (bài|\d{2}/\d{2}/\d{4}) (là )?(suy ra|không lưu)")
DERIVED: Final = "W-"  # what a derived identity begins with
_COLUMNS: Final = ("as_of", "unit_name", "metric", "category", "value", "qualifier", "source_url")
_YEAR: Final = re.compile(r"năm (\d{4})")
_NUMBERS_AT_THE_END: Final = re.compile(r"([-_]?(post|c|t)?\d{4,})+$")


def with_provenance(figures: pl.DataFrame) -> pl.DataFrame:
    """The ledger with a title and an identity in every row, and three more columns: what was inferred.

    `id_inferred`: whoever wrote the row gave it no number; one is derived from what it says.
    `title_inferred`: title and publisher are read from the address. `day_inferred`: no source names the day.
    """
    rows = figures.to_dicts()
    days = {(row["source_url"], row["as_of"]) for row in rows if row["source_url"] and _is_inferred(row)}
    titles = [row["source_title"] or source_name(row["source_url"] or "") for row in rows]
    return figures.with_columns(
        pl.Series("figure_id", [row["figure_id"] or derived_id(row) for row in rows], pl.String),
        pl.Series("id_inferred", [not row["figure_id"] for row in rows], pl.Boolean),
        pl.Series("source_title", titles, pl.String),
        pl.Series("title_inferred", [not row["source_title"] and bool(row["source_url"]) for row in rows], pl.Boolean),
        pl.Series("day_inferred", [_is_inferred(row) or (row["source_url"], row["as_of"]) in days for row in rows]),
    )


def derived_id(row: Mapping[str, object]) -> str:
    """“W-3F2A1B0C”: the same for one figure of one source in every database."""
    statement = "|".join(str(row[name] or "") for name in _COLUMNS)
    return f"{DERIVED}{hashlib.sha256(statement.encode()).hexdigest()[:8].upper()}"


def source_name(address: str) -> str | None:
    """Publisher and title from an address; a sentence in the place of an address is its own name."""
    if not address:
        return None
    parts = urlsplit(address)
    if not parts.netloc:
        return address
    place = f"{parts.netloc}{unquote(parts.path)}"
    for source in rows_of("sources"):
        if place.startswith(source["address"]):
            return f"{source['publisher']}: “{source['title']}”"
    words = _title(unquote(parts.path))
    host = parts.netloc.removeprefix("www.")
    return f"{host}: “{words}”" if words else host


def _title(path: str) -> str:
    """The words of the longest part of a path: `/tin/cong-doan-viet-nam-123456.html` is “cong doan viet nam”."""
    parts = [re.sub(r"\.\w{2,5}$", "", part) for part in path.split("/")]
    longest = max((_NUMBERS_AT_THE_END.sub("", part) for part in parts), key=len, default="")
    words = longest.replace("-", " ").replace("_", " ").strip()
    return words if " " in words else ""


def _is_inferred(row: Mapping[str, str | None]) -> bool:
    as_of, year = row["as_of"] or "", _YEAR.fullmatch(row["period"] or "")
    if year and as_of == f"{year[1]}-12-31":
        return "31/12" not in (row["quote"] or "")
    return bool(_INFERRED.search(row["note"] or ""))
