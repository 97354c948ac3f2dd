"""A cross table in words: headers, rows with subtotals, or why there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from language.languages import Language
from model.catalogue import Catalogue
from model.codes import NONE
from model.dimensions import CUBE
from model.folding import vietnamese_key
from model.pivot import MONTH, RATIOS, Pivot
from presentation.row_words import UNKNOWN
from presentation.worded_table import WordedTable

_LADDERS: Final = {dimension.code: dimension.codes for dimension in CUBE if dimension.codes}
_NAMES: Final = {dimension.code: dimension.names for dimension in CUBE if dimension.names}


@dataclass(frozen=True)
class PivotView:
    """One cross table; `sums` are the indices of total rows."""

    table: WordedTable
    sums: tuple[int, ...]


@dataclass(frozen=True)
class _Wording:
    """The formats of one table."""

    pivot: Pivot
    share: str  # of model.pivot.SHARES
    catalogue: Catalogue
    language: Language


def why_no_pivot(down: str, across: str, measure: str, language: Language) -> str:
    """Why a table is impossible; "" where it is possible."""
    if down == across:
        return language.explore.same_dimension
    return language.explore.stock_by_month if measure == "review" and MONTH in (down, across) else ""


def view_pivot(pivot: Pivot, share: str, catalogue: Catalogue, language: Language) -> PivotView:
    """The words of a table whose cells show `share`."""
    texts, words = language.explore, _Wording(pivot, share, catalogue, language)
    across = _in_order(pivot.cells["across"].unique().to_list(), pivot.across, words)
    rows = [(label, codes, is_sum) for label, codes, is_sum in _lines(words)]
    title = texts.pivot_title.format(
        measure=texts.measures[pivot.measure], down=texts.dimensions[pivot.down], across=texts.dimensions[pivot.across]
    )
    table = WordedTable(
        title,
        texts.pivot_note,
        (texts.dimensions[pivot.down], *(_name(pivot.across, code, words) for code in across), texts.total),
        tuple((label, *(_cell(codes, code, words) for code in (*across, None))) for label, codes, _ in rows),
    )
    return PivotView(table, tuple(place for place, (*_, is_sum) in enumerate(rows) if is_sum))


def _lines(words: _Wording) -> Iterator[tuple[str, tuple[str, ...] | None, bool]]:
    """Label, codes (None: all) and whether it is a total, row by row."""
    pivot, texts, names = words.pivot, words.language.explore, words.language.names
    codes = _in_order(pivot.cells["down"].unique().to_list(), pivot.down, words)
    for group in dict.fromkeys(pivot.groups.get(code, "") for code in codes):
        inside = tuple(code for code in codes if pivot.groups.get(code, "") == group)
        for code in inside:
            yield _name(pivot.down, code, words), (code,), False
        if group:
            label = names.regions.get(group) or names.kinds.get(group, group)
            yield texts.subtotal.format(group=label), inside, True
    yield texts.total, None, True


def _cell(down: tuple[str, ...] | None, across: str | None, words: _Wording) -> str:
    pivot, numbers = words.pivot, words.language.numbers
    value = pivot.value(down, across)
    if value is None:
        return UNKNOWN
    if words.share != "none" and pivot.measure not in RATIOS:
        whole = {"row": (down, None), "column": (None, across), "all": (None, None)}[words.share]
        of = pivot.value(*whole)
        return numbers.percent(100 * value / of) if of else UNKNOWN
    if pivot.measure.endswith("_pct"):
        return numbers.percent(value)
    return numbers.money_vnd(value) if pivot.measure.startswith("benefit") else numbers.count(value)


def _in_order(codes: Sequence[str], dimension: str, words: _Wording) -> list[str]:
    """Months by time, levels ascending, others by name with unknown last; units by region first."""
    if dimension == MONTH:
        return sorted(codes)
    if dimension in _LADDERS:
        return sorted(codes, key=lambda code: (code == NONE, _LADDERS[dimension].index(code)))
    units = words.catalogue.unit_by_code
    group = {code: (units[code].region or f"~{units[code].kind}") for code in codes} if dimension == "unit" else {}
    return sorted(
        codes, key=lambda code: (code == NONE, group.get(code, ""), vietnamese_key(_name(dimension, code, words)))
    )


def _name(dimension: str, code: str, words: _Wording) -> str:
    names, language = words.language.names, words.language
    if dimension == MONTH:
        year, _, month = code.partition("-")
        return f"{month}/{year}"
    if dimension == "unit":
        return names.word(words.catalogue.unit_by_code[code].short_name)
    if dimension == "cluster":
        return names.word(words.catalogue.clusters.get(code, "")) or language.facts.unknown
    if dimension in ("region", "kind"):
        return {**names.regions, **names.kinds}.get(code, language.facts.unknown)
    if dimension == "band":
        return language.explore.bands[code]
    return names.by_code(_NAMES[dimension]).get(code, code)
