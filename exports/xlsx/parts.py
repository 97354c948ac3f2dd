"""Sheets for sectors, published figures, inconsistencies, and the file itself."""

from collections.abc import Iterator

from data_access.queries.published import verdict
from exports.xlsx.cells import Column, Kind
from exports.xlsx.drawing import bars
from exports.xlsx.sheets import Placed, Table
from exports.xlsx.views import Views, columns_of
from model.edges import Row
from model.results import Breakdown
from presentation.occasion import Occasion
from presentation.sectors import cut_title
from presentation.stamp import counted, stamp
from presentation.wording import Wording, sortable_moment


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
    titled = [
        bars(views.book, label, Placed(place.sheet, place.first + start, place.first + start + count - 1), 1, 2, count,
             form="#,##0")
        for label, start, count in spans
        if count > 1 and any(row[2] for row in rows[start : start + count])  # bars of nothing are an empty page
    ]  # fmt: skip
    sheet.charts(titled, first_row=top)
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


def write_published(views: Views) -> None:
    """Write all published figures beside those of the system; no sheet where none were published of the scope."""
    if not views.figures.is_printed or views.figures.published.is_empty():
        return
    wording = views.wording
    columns = columns_of(
        wording,
        ("figure_id", Kind.TEXT, 13), ("as_of", Kind.TEXT, 17), ("unit_name", Kind.LONG, 26), ("metric", Kind.LONG, 34),
        ("qualifier", Kind.TEXT, 10), ("published", Kind.DECIMAL, 14), ("measured_in", Kind.TEXT, 12),
        ("system_value", Kind.DECIMAL, 15), ("difference", Kind.SIGNED, 15), ("verdict", Kind.TEXT, 18),
        ("source", Kind.LONG, 40), ("quote", Kind.LONG, 50), ("period", Kind.LONG, 24), ("url", Kind.TEXT, 30),
        ("note", Kind.LONG, 30),
    )  # fmt: skip
    sheet = views.new_sheet("published", columns)
    sheet.printed = 12
    rows, kinds = [], []
    for row in views.figures.published.to_dicts():
        rows.append(_ledger_row(row, wording))
        whole = all(row[name] is None or float(row[name]).is_integer() for name in ("value", "system_value"))
        number = Kind.COUNT if whole else Kind.DECIMAL
        kinds.append([*[None] * 5, number, None, number, Kind.SIGNED if whole else Kind.DECIMAL, *[None] * 6])
    sheet.table(Table("published", columns, rows, kinds))


def _ledger_row(row: Row, wording: Wording) -> list[object]:
    return [
        row["figure_id"],
        sortable_moment(row["as_of"]),
        wording.language.names.owner(row["unit_name"]),
        wording.metric(row["metric"], row["category"]),
        wording.exactness(row["qualifier"]),
        row["value"],
        wording.kind_of_unit(row["unit_of_measure"] or ""),
        row["system_value"],
        row["difference"],
        wording.language.published.verdicts[verdict(row)],
        wording.language.names.staff_text(row["source_title"]),
        row["quote"],
        wording.language.names.staff_text(row["period"]),
        row["source_url"],
        wording.language.names.staff_text(row["note"]),
    ]


def write_inconsistencies(views: Views) -> None:
    """Write where sources disagree; no sheet where they do not."""
    frame, wording = views.figures.inconsistencies, views.wording
    if frame.is_empty():
        return
    columns = columns_of(
        wording, ("sentence", Kind.LONG, 100), ("numbers", Kind.LONG, 40), ("parts_gap", Kind.SIGNED, 18),
    )  # fmt: skip
    rows = [
        [wording.data_sentence(row), str(row["figures"]).replace("|", " · "), row["gap"]] for row in frame.to_dicts()
    ]
    sheet = views.new_sheet("inconsistencies", columns, "published")
    sheet.table(Table("inconsistencies", columns, rows))


def write_info(views: Views, occasion: Occasion, sheets: list[str]) -> None:
    """Write what the file is about: filters, as-of, definitions, sources, author."""
    wording, figures = views.wording, views.figures
    texts, pages, facts = wording.texts, wording.language.pages, wording.language.facts
    own_stamp = stamp("overview", figures, wording)
    overview = figures.overview
    about = {
        "programme": wording.programme(figures.programme),
        "filters": own_stamp.scope.partition(": ")[2],
        "as_of": wording.language.numbers.moment(overview.moment) if overview.moment else facts.unknown,
        "counted": counted("overview", figures, wording),
        "basis": pages.basis_long[figures.filters.basis.value],
        "source": wording.source(overview.facts["uploads"].source),
        "target_source": wording.source(overview.facts["target"].source),
        "who": occasion.who or "–",
        "made_at": wording.language.numbers.moment(occasion.made_at),
        "link": occasion.link(figures.filters, wording.language),
        "sheets": ", ".join(sheets),
        "unknown": texts.info_rows["unknown_text"],
    }
    columns = [Column(texts.info, Kind.LONG, 34), Column(texts.columns["value"], Kind.LONG, 110)]
    rows: list[list[object]] = [[texts.info_rows[name], value] for name, value in about.items()]
    rows += [[f"{texts.definitions}: {facts.metrics[name]}", words] for name, words in facts.formulas.items()]
    sheet = views.new_sheet("overview", columns, "overview", name=texts.info)
    sheet.table(Table("info", columns, rows))
