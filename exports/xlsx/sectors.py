"""The sheet of the breakdowns by sector, author group, ownership and position."""

from collections.abc import Iterator

from exports.xlsx.cells import Kind, columns_of
from exports.xlsx.drawing import bars
from exports.xlsx.tables import Table
from exports.xlsx.views import Views
from model.breakdown import Breakdown
from presentation.sectors import cut_title
from presentation.wording import Wording


def write_sectors(views: Views) -> None:
    """Write every breakdown under the name of its scheme, followed by its total; no sheet without breakdowns."""
    wording, figures = views.wording, views.figures
    columns = columns_of(
        wording,
        ("scheme", Kind.LONG, 34), ("part", Kind.LONG, 36), ("count", Kind.COUNT, 18), ("share_pct", Kind.PERCENT, 18),
        ("qualifier", Kind.TEXT, 14), ("share_qualifier", Kind.TEXT, 14), ("as_of", Kind.MOMENT, 18),
        ("source", Kind.LONG, 56),
    )  # fmt: skip
    rows: list[list[object]] = []
    spans: list[tuple[str, int, int]] = []
    for label, part in _parts_of(views):
        spans.append((label, len(rows), len(part)))
        rows += part
    if not rows:
        return
    sums = _sums(figures.sectors, wording)
    sheet = views.new_sheet("sectors", [*columns, *sums.columns[len(columns) :]])
    top = sheet.row
    place = sheet.table(Table("sectors", columns, rows))
    charts = [
        bars(views.book, label, place.part(start, count), 1, 2, count, form="#,##0")
        for label, start, count in spans
        if sum(bool(row[2]) for row in rows[start : start + count]) > 1  # one bar alone divides nothing
    ]
    sheet.charts(charts, first_row=top)
    if figures.sectors:
        sheet.subtitle(wording.texts.sums)
        sheet.table(sums)


def _parts_of(views: Views) -> Iterator[tuple[str, list[list[object]]]]:
    wording = views.wording
    word = wording.language.names.qualifier
    for breakdown in views.figures.sectors:
        label, source = wording.scheme(breakdown), wording.source(breakdown.source)
        yield (
            label,
            [
                [
                    label,
                    wording.part(breakdown, row["sector_code"], row["sector_name"]),
                    row["uploads"],
                    row["share_pct"],
                    word(row["qualifier"]),
                    word(breakdown.share_word(row)) if row["share_pct"] is not None else "",
                    breakdown.as_of,
                    source,
                ]
                for row in breakdown.frame.to_dicts()
            ],
        )
    names = wording.language.names
    overview = views.figures.overview
    for dimension, frame in views.figures.cuts.items():
        name = names.ownership if dimension == "ownership" else names.position
        label = cut_title(dimension, wording.language)
        source = wording.source(overview.facts["uploads"].source)
        rows = [[label, name(code), n, share, "", "", overview.moment, source] for code, n, share in frame.iter_rows()]
        if rows:
            yield label, rows


def _sums(breakdowns: tuple[Breakdown, ...], wording: Wording) -> Table:
    """The totals, in the columns of the table above."""
    headings = columns_of(
        wording,
        ("scheme", Kind.LONG, 34), ("counts", Kind.LONG, 36), ("parts_total", Kind.COUNT, 18),
        ("stated_total", Kind.COUNT, 18), ("parts_qualifier", Kind.TEXT, 14), ("stated_qualifier", Kind.TEXT, 14),
        ("parts_gap", Kind.SIGNED, 18), ("note", Kind.LONG, 56), ("gap_qualifier", Kind.TEXT, 14),
    )  # fmt: skip
    word = wording.language.names.qualifier
    rows = [
        [
            wording.scheme(breakdown),
            wording.counted(breakdown.counts),
            breakdown.parts_total,
            breakdown.stated_total,
            word(breakdown.parts_qualifier) if breakdown.parts_total is not None else "",
            word(breakdown.stated_qualifier),
            breakdown.gap,
            wording.language.one_of(breakdown.note_vi, breakdown.note_en),
            word(breakdown.gap_qualifier) if breakdown.gap else "",
        ]
        for breakdown in breakdowns
    ]
    return Table("sums", headings, rows)
