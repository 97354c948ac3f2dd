"""Breakdowns as printed: five schemes, none convertible into another, gaps included."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import polars as pl

from data_access.ledger.ledger import Figure, exact_or, known_figures, newest, owner_of_scope
from data_access.reference.reference_files import rows_of
from data_access.store.records import Records
from model.breakdown import Breakdown
from model.catalogue import Programme
from model.edges import Row
from model.exactness import ratio_qualifier, sum_qualifier
from model.filters import Filters
from model.frames import SECTORS
from model.shares import shares_of

REST: Final = "rest"


def schemes_of_ledger(records: Records, filters: Filters, programme: Programme) -> tuple[Breakdown, ...]:
    """Every printed breakdown of the programme with something in scope."""
    figures = known_figures(records, programme.code, filters.as_of)
    codes = {unit.code for unit in records.catalogue.units_in(filters)} | {owner_of_scope(records, filters)}
    in_scope = [
        scheme
        for scheme in rows_of("schemes")
        if scheme["programme"] == programme.code and (scheme["owner"] in codes if scheme["owner"] else filters.is_whole)
    ]
    breakdowns = (_breakdown(scheme, [f for f in figures if f.owner == scheme["owner"]]) for scheme in in_scope)
    return tuple(breakdown for breakdown in breakdowns if breakdown)


def _breakdown(scheme: dict[str, str], figures: Sequence[Figure]) -> Breakdown | None:
    parts = [(part, figure) for part in _parts(scheme) if (figure := _figure(part, figures))]
    if not parts:
        return None
    first = parts[0][1]
    stated = newest(figures, (scheme["total_metric"],), lambda f: not f.part and f.moment == first.moment)
    parts_total = sum(int(figure.value) for _, figure in parts)
    stated_total = int(stated.value) if stated else None
    additive = scheme["kind"] == "parts"
    gap = stated_total - parts_total if stated_total is not None and additive else None
    words = [exact_or(figure.row["qualifier"]) for figure in (*([stated] if stated else []), *(f for _, f in parts))]
    rest = ratio_qualifier(words[0], sum_qualifier(words[1:])) if stated else None
    rows = _rows(scheme, parts, (gap, rest), _whole(scheme, parts_total, stated_total, int(first.value)))
    return Breakdown(
        pl.DataFrame(rows, schema=SECTORS),
        scheme=scheme["scheme"],
        label_vi=scheme["label_vi"],
        label_en=scheme["label_en"],
        counts=scheme["counts"],
        kind=scheme["kind"],
        parts_total=parts_total if additive else None,
        stated_total=stated_total,
        stated_counts=scheme["stated_counts"],
        stated_qualifier=words[0] if stated else None,
        gap=gap,
        as_of=first.moment,
        source=first.source,
        owner=scheme["owner"],
        day_inferred=first.day_inferred,
        names_en={part["code"]: part["name_en"] for part in _parts(scheme)} | {REST: scheme["rest_en"]},
        note_vi=scheme["note_vi"],
        note_en=scheme["note_en"],
    )


def _parts(scheme: dict[str, str]) -> list[dict[str, str]]:
    return [part for part in rows_of("scheme_parts") if part["scheme"] == scheme["scheme"]]


def _figure(part: dict[str, str], figures: Sequence[Figure]) -> Figure | None:
    """The newest figure of a part; there is one for each moment."""
    key = (part["metric"], part["category"] or None, part["part"] or None)
    matching = [figure for figure in figures if (figure.metric, figure.category, figure.part) == key]
    return max(matching, key=lambda figure: figure.moment or datetime.min, default=None)


def _whole(scheme: dict[str, str], parts_total: int, stated_total: int | None, first: int) -> int | None:
    """The denominator of shares: none where the parts do not add up, the stated total where it counts the same."""
    if scheme["kind"] == "list":
        return None
    if scheme["kind"] == "ladder":
        return first
    return stated_total if stated_total is not None and scheme["counts"] == scheme["stated_counts"] else parts_total


def _uploads_descending(row: Row) -> int:
    return -int(row["uploads"])


def _rows(
    scheme: dict[str, str],
    parts: Sequence[tuple[dict[str, str], Figure]],
    rest: tuple[int | None, str | None],
    whole: int | None,
) -> list[Row]:
    """SECTORS of the parts, with the rest and its word where the scheme names it."""
    rows: list[Row] = [
        {
            "sector_code": part["code"],
            "sector_name": part["name_vi"],
            "uploads": int(figure.value),
            "qualifier": exact_or(figure.row["qualifier"]),
        }
        for part, figure in parts
    ]
    if scheme["kind"] == "parts":
        rows.sort(key=_uploads_descending)
    gap, word = rest
    if gap and scheme["rest_vi"]:
        rows.append({"sector_code": REST, "sector_name": scheme["rest_vi"], "uploads": gap, "qualifier": word})
    shares = shares_of([row["uploads"] for row in rows], whole)
    return [{**row, "share_pct": share} for row, share in zip(rows, shares, strict=True)]
