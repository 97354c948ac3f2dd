"""Published figures beside the system's, in words, for slides and reports."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data_access.queries.published import verdict
from language.languages import Language
from model.edges import Row
from model.filters import Filters
from presentation.figures import Figures
from presentation.filter_line import filter_line
from presentation.stamp import Stamp, stamp
from presentation.wording import Wording, printable

_MOST_UNDRAWN: Final = 6
COLUMNS: Final = ("unit_name", "metric", "as_of", "published", "system_value", "verdict")  # of its tables
_VERDICTS: Final = ("equal", "consistent", "differs", "unknown")


@dataclass(frozen=True)
class LedgerLine:
    """One published figure beside the system's own."""

    unit: str
    metric: str
    moment: str
    printed: str
    system: str
    verdict: str  # a code
    verdict_name: str


@dataclass(frozen=True)
class PublishedView:
    """The ledger in its order, and the comparable figures first."""

    title: str  # or that nothing was printed
    lines: tuple[LedgerLine, ...]
    compared_first: tuple[LedgerLine, ...]  # then the newest
    verdicts: str  # how many agree
    left_open: str  # which of the filters do not narrow it
    system_note: str  # that the system's numbers are simulated
    stamp: Stamp


def view_published(figures: Figures, wording: Wording) -> PublishedView:
    """The published figures of a scope."""
    texts, rows = wording.texts.slides, figures.published.to_dicts()
    periods = periods_apart(rows, wording.language)
    lines = tuple(_line(row, period, wording) for row, period in zip(rows, periods, strict=True))
    counts = Counter(line.verdict for line in lines)
    params = {name: wording.language.numbers.count(counts[name]) for name in _VERDICTS}
    return PublishedView(
        title=texts.published_title if rows else texts.published_nothing,
        lines=lines,
        compared_first=_compared_first(rows, lines),
        verdicts=texts.verdicts.format(**params) if rows else "",
        left_open=describe_left_open(figures.filters, wording) if rows else "",
        system_note=wording.texts.kinds_of_data["simulated"] if figures.is_simulated else "",
        stamp=stamp("published", figures, wording),
    )


def describe_undrawn(figures: Figures, wording: Wording) -> tuple[str, ...]:
    """The newest figures of a ledger too small for a chart, one a line with its source, and how many more are left."""
    rows, published = figures.published.to_dicts(), wording.language.published
    if not rows:
        return ()
    pairs = _compared_pairs(rows, view_published(figures, wording).lines)
    first, rest = pairs[:_MOST_UNDRAWN], len(pairs) - _MOST_UNDRAWN
    source_of = wording.language.names.staff_text
    lines = [
        f"{line.unit} · {line.metric} · {line.moment}: {line.printed} ({source_of(row['source_title'] or '')})"
        for row, line in first
    ]
    more = [published.undrawn_more.format(count=wording.language.numbers.count(rest))] if rest > 0 else []
    return (published.undrawn, *lines, *more)


def describe_left_open(filters: Filters, wording: Wording) -> str:
    """What the ledger is not narrowed by, although it is chosen; "" where all that is chosen counts.

    A source prints what it prints: a figure of the whole programme is not one of a phase, and none is left out of the
    comparison because somebody looks at a phase, at some days, or at one sector.
    """
    usual = Filters(programme=filters.programme)
    open_ = filters.everywhere.changed(
        **{name: getattr(usual, name) for name in ("basis", "as_of", "within", "boundary", "snapshot", "reach")}
    )
    if not (open_.phase or open_.since or open_.until or open_.narrows_rows or open_.statuses):
        return ""
    return wording.language.published.left_open.format(filters=filter_line(open_, wording))


def _compared_first(rows: Sequence[Row], lines: Sequence[LedgerLine]) -> tuple[LedgerLine, ...]:
    return tuple(line for _, line in _compared_pairs(rows, lines))


def _compared_pairs(rows: Sequence[Row], lines: Sequence[LedgerLine]) -> list[tuple[Row, LedgerLine]]:
    return sorted(
        zip(rows, lines, strict=True),
        key=lambda pair: (pair[1].verdict != "unknown", pair[0]["as_of"] or ""),
        reverse=True,
    )


def periods_apart(rows: Sequence[Row], language: Language, *, all_of_them: bool = False) -> list[str]:
    """The period of every figure that would otherwise look like another one of the same unit and moment; else "".

    `all_of_them`: of every figure, where the filters ask for a period that the ledger is not narrowed to.
    """
    kinds = [_kind(row) for row in rows]
    periods: dict[tuple[str, ...], set[str | None]] = defaultdict(set)
    for kind, row in zip(kinds, rows, strict=True):
        periods[kind].add(row["period"])
    return [
        language.names.staff_text(row["period"] or "") if all_of_them or len(periods[kind]) > 1 else ""
        for kind, row in zip(kinds, rows, strict=True)
    ]


def _kind(row: Row) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("unit_name", "metric", "category", "as_of"))


def _line(row: Row, period: str, wording: Wording) -> LedgerLine:
    language, code = wording.language, verdict(row)
    return LedgerLine(
        language.names.owner(printable(row["unit_name"])),
        " · ".join(part for part in (wording.metric(row["metric"], row["category"]), period) if part),
        wording.printed_moment(row),
        wording.printed_value(row["value"], row["unit_of_measure"], row["qualifier"]),
        wording.system_value(row),
        code,
        language.published.verdicts[code],
    )
