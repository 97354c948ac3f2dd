"""Native charts and tables on slides: editable, and with the same number format on every PC."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Inches, Pt

from charts.kit.palette import LIGHT
from exports.colours import PALE
from exports.pptx.bars import Bar, label_form, size_of_names, written_names
from exports.pptx.deck import Deck, describe
from exports.pptx.lettering import Box, Line, colour_of
from presentation.wording import printable

_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
ROW_HEIGHT: Final = 0.31
_BAR_INCHES, _EDGE_INCHES = 0.9, 0.3


def draw_bars(
    deck: Deck, slide: Any, box: Box, bars: Sequence[Bar], *, form: str, meaning: str, size: float = 16
) -> None:
    """Add a horizontal bar chart, the first bar on top. Editing its data moves bars and labels."""
    data: Any = CategoryChartData(number_format=form)  # type: ignore[no-untyped-call]
    tallest = _BAR_INCHES * len(bars) + _EDGE_INCHES  # few bars keep a reasonable thickness
    box = Box(box.x, box.y, box.width, min(box.height, tallest))
    data.categories = written_names(bars, box, size)
    data.add_series(printable(meaning), [bar.value for bar in bars])
    size = size_of_names(bars, box, size)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu, data)
    describe(frame, meaning)
    chart = frame.chart
    chart.has_title = chart.has_legend = False
    deck.letters.chart_font(chart.font, size)
    _set_axes(chart)
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    plot.has_data_labels = True
    # Of the series, too: where one bar has a label of its own, the others have those of the series or none.
    for labels in (plot.data_labels, plot.series[0].data_labels):
        labels.number_format, labels.number_format_is_linked = form, False
        labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
        deck.letters.chart_font(labels.font, size, bold=True)
    for number, bar in enumerate(bars):
        point = plot.series[0].points[number]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour_of(bar.colour)
        if bar.label:
            _write_label(deck, point, bar, label_form(bar, form), size)
    for body in plot._element.xpath(".//c:dLbls//a:bodyPr"):  # noqa: SLF001 (the library has no public name for it)
        body.set("wrap", "none")  # a label is one line: some programs break it otherwise


def _write_label(deck: Deck, point: Any, bar: Bar, form: str, size: float) -> None:
    label = point.data_label
    if not form:
        deck.letters.write(label.text_frame.paragraphs[0], Line(bar.label, size, bold=True))
    else:
        deck.letters.chart_font(label.font, size, bold=True)
        element = OxmlElement("c:numFmt")
        element.set("formatCode", form)
        element.set("sourceLinked", "0")
        label._dLbl.find(qn("c:idx")).addnext(element)  # noqa: SLF001 (the library has no public name for it)
    label.position = XL_LABEL_POSITION.OUTSIDE_END


def _set_axes(chart: Any) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.background()
    skip = OxmlElement("c:tickLblSkip")  # show every label, including those of two lines
    skip.set("val", "1")
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)  # noqa: SLF001 (the library has no public name for it)
    names.has_major_gridlines = values.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.visible = False
    values.minimum_scale = 0


def draw_table(
    deck: Deck,
    slide: Any,
    box: Box,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    right: Sequence[int] = (),
    size: float = 14,
    row_height: float = ROW_HEIGHT,
) -> None:
    """Add a native table; columns numbered in `right` are right-aligned numbers."""
    height = Inches(row_height * (len(rows) + 1))
    frame = slide.shapes.add_table(len(rows) + 1, len(header), *box.emu[:3], height)
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE  # noqa: SLF001
    table.horz_banding = False
    for number, width in enumerate(widths):
        table.columns[number].width = Inches(width)
    for place, texts in enumerate((header, *rows)):
        table.rows[place].height = Inches(row_height)
        for column, text in enumerate(texts):
            line = Line(
                text,
                size,
                bold=place == 0,
                colour=LIGHT.page if place == 0 else LIGHT.ink,
                align="right" if column in right else "left",
            )
            cell = table.cell(place, column)
            _fill_cell(deck, cell, line, place)
            if column not in right and column - 1 in right:
                cell.margin_left = Inches(0.22)  # words clear of the number before them


def _fill_cell(deck: Deck, cell: Any, line: Line, place: int) -> None:
    deck.letters.fill(cell.text_frame, [line])
    cell.text_frame.word_wrap = True
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.margin_top = cell.margin_bottom = Pt(1.5)
    cell.vertical_anchor = 3  # middle
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour_of(LIGHT.data if place == 0 else LIGHT.page if place % 2 else PALE)


def draw_waffle(deck: Deck, slide: Any, box: Box, filled: float, meaning: str) -> None:
    """Add a hundred cells, one a percent of the target; `filled` of them are full, the last one partly."""
    step = min(box.width, box.height) / 10
    side = step * 0.86
    cells: list[Any] = []
    for number in range(100):
        row, column = divmod(number, 10)
        x, y = box.x + column * step, box.y + row * step
        part = min(1.0, max(0.0, filled - number))
        cells.append(deck.block(slide, Box(x, y, side, side), LIGHT.track, name=f"{number + 1}%"))
        if part > 0:
            full = Box(x, y, max(side * part, 0.01), side)
            cells.append(deck.block(slide, full, LIGHT.data, name=f"{number + 1}% ●"))
    # All at once: a group recomputes its extent for every shape added.
    describe(slide.shapes.add_group_shape(cells), meaning)
