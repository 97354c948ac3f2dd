"""Slide of the cumulative count by day, as a native line chart."""

from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from charts.kit.palette import LIGHT
from exports.pptx.bars import count_form
from exports.pptx.deck import BOTTOM, TOP, Deck, describe
from exports.pptx.lettering import Box, Line, colour_of
from exports.pptx.master import INSIDE, LEFT
from presentation.figures import Figures
from presentation.speaking import speaker_notes
from presentation.trend import view_trend
from presentation.wording import Wording, printable

_MOST_POINTS: Final = 150
_DATES: Final = 6


def add_daily(deck: Deck, figures: Figures, wording: Wording) -> None:
    """Add the cumulative count as an editable line chart; published moments are dots without a line."""
    view, numbers = view_trend(figures, wording), wording.language.numbers
    slide = deck.add(view.title, view.stamp, notes=speaker_notes("trend", figures, wording))
    step = -(-view.days.height // _MOST_POINTS)
    days = view.days.reverse().gather_every(step).reverse() if step > 1 else view.days  # the last day always
    data: Any = CategoryChartData(number_format=count_form(numbers))  # type: ignore[no-untyped-call]
    data.categories = days["day"].to_list()
    data.add_series(printable(view.chart_title), days["cumulative"].to_list())
    printed = view.is_printed
    kind = XL_CHART_TYPE.LINE_MARKERS if printed else XL_CHART_TYPE.LINE
    frame = slide.shapes.add_chart(kind, *Box(LEFT, TOP, INSIDE, BOTTOM - TOP - (0.4 if printed else 0)).emu, data)
    describe(frame, view.chart_title)
    chart = frame.chart
    chart.has_title = chart.has_legend = False
    deck.letters.chart_font(chart.font, 16)
    line = chart.plots[0].series[0]
    line.smooth = False
    line.format.line.color.rgb, line.format.line.width = colour_of(LIGHT.data), Pt(3.5)
    if printed:
        _as_dots(line)
        note = [Line(view.printed_note, 16, colour=LIGHT.quiet)]
        deck.text(slide, Box(LEFT, BOTTOM - 0.38, INSIDE, 0.38), note, name="moments")
    last = line.points[days.height - 1].data_label  # the value itself: it follows when somebody edits the data
    last.position = XL_LABEL_POSITION.ABOVE
    deck.letters.chart_font(last.font, 20, bold=True)
    values = chart.value_axis
    values.minimum_scale = 0
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = count_form(numbers), False
    values.major_gridlines.format.line.color.rgb = colour_of(LIGHT.line)
    values.format.line.fill.background()
    chart.category_axis.tick_labels.number_format = numbers.day_in_sheets
    chart.category_axis.tick_labels.number_format_is_linked = False
    _space_days(chart.category_axis, (days["day"][-1] - days["day"][0]).days // _DATES)


def _as_dots(line: Any) -> None:
    """Show markers only: nothing is known between published moments."""
    line.format.line.fill.background()
    line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, 14
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = colour_of(LIGHT.data)
    line.marker.format.line.fill.background()


def _space_days(axis: Any, days: int) -> None:
    """Set the spacing of date labels: PowerPoint's own choice would rotate them."""
    element = axis._element  # noqa: SLF001 (no public name for it)
    for name, value in (("c:baseTimeUnit", "days"), ("c:majorUnit", str(max(days, 1))), ("c:majorTimeUnit", "days")):
        for former in element.findall(qn(name)):
            element.remove(former)
        part = OxmlElement(name)
        part.set("val", value)
        element.append(part)
