"""Native charts of a workbook; they follow their cells."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from charts.kit.palette import LIGHT
from exports.xlsx.cells import FONT, SIZE, Pen
from exports.xlsx.lettering import width_of
from exports.xlsx.tables import Placed
from model.edges import Json

_TEXT: Final = {"name": FONT, "size": SIZE, "color": LIGHT.ink}
_FIRST_THREE: Final = 3
_MOST_DATES: Final = 7
_WIDTH, _HEIGHT = 760, 470  # pixels
_TALLEST = 510  # what a printed page holds
_ABOVE, _BAR_HEIGHT = 60, 15
_MOST_OF_NAMES: Final = 0.6  # of the width of a chart
_BELOW: Final = 0.02  # of the height of a chart, below the last bar
_AROUND: Final = 16  # pixels before and behind a name or a number
_SMALL: Final = 8  # points
_FEW: Final = 20  # bars with letters of the usual size


def bars(
    book: Workbook, title: str, place: Placed, names: int, values: int, rows: int, *, form: str, honour: bool = False
) -> Chart:
    """A horizontal bar chart, the first row on top; `form` formats labels, `honour` paints the first three gold."""
    chart, visible_rows = book.add_chart({"type": "bar"}), min(rows, place.last - place.first + 1)
    size = SIZE if visible_rows <= _FEW else _SMALL
    letters = {**_TEXT, "size": size}
    series: Json = {
        "name": title,
        "categories": place.span(names, rows),
        "values": place.span(values, rows),
        "fill": {"color": LIGHT.data},
        "gap": 40,
        "data_labels": {"value": True, "num_format": form, "font": letters},
    }
    if honour:
        gold = {"fill": {"color": LIGHT.gold}}
        series["points"] = [gold if number < _FIRST_THREE else None for number in range(visible_rows)]
    chart.add_series(series)
    names_axis = {
        "reverse": True,
        "num_font": letters,
        "line": {"none": True},
        "major_tick_mark": "none",
        "interval_unit": 1,
    }
    chart.set_y_axis(names_axis)
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    height = min(max(_HEIGHT, _ABOVE + _BAR_HEIGHT * visible_rows), _TALLEST)
    name, number = place.longest(names, visible_rows), f"{place.most(values, visible_rows):,.2f}"
    layout = _between(width_of(name) * size / SIZE, width_of(number) * size / SIZE, height)
    chart.set_plotarea({"layout": layout})
    return _finished(chart, title, height)


def _between(name: float, number: float, height: int) -> Json:
    """Where the bars stand, as parts of the chart: between names on one line each and the number behind the longest.

    Without it LibreOffice gives names a fifth of the width, breaks long ones and then shows every second name only.
    """
    left = min(_MOST_OF_NAMES, (name + _AROUND) / _WIDTH)
    top = _ABOVE / height
    return {"x": left, "y": top, "width": 1 - left - (number + _AROUND) / _WIDTH, "height": 1 - top - _BELOW}


def line(
    pen: Pen, title: str, place: Placed, days: int, values: Sequence[tuple[int, str]], *, dots: bool = False
) -> Chart:
    """A line chart over days; each line is a column and a name. `dots`: single days, of which no line is drawn."""
    fill = {"color": LIGHT.data}
    no_line = {"line": {"none": True}, "marker": {"type": "circle", "size": 8, "fill": fill, "border": fill}}
    style = no_line if dots else {"line": {**fill, "width": 2.25}}
    chart = pen.book.add_chart({"type": "line"})
    for column, name in values:
        chart.add_series(
            {
                "name": name,
                "categories": place.span(days),
                "values": place.span(column),
                **style,
            }
        )
    chart.set_x_axis({"date_axis": True, "num_format": pen.day, "num_font": _TEXT, **_ticks(place, days)})
    grid = {"visible": True, "line": {"color": LIGHT.line}}
    chart.set_y_axis(
        {"num_format": "#,##0", "num_font": _TEXT, "major_gridlines": grid, "min": 0, "line": {"none": True}}
    )
    return _finished(chart, title)


def _ticks(place: Placed, days: int) -> Json:
    """The interval of date labels that fit side by side: of the calendar, which has days without a row."""
    numbers = [day.toordinal() for row in place.rows if isinstance(day := row[days], date)]
    every = ceil((max(numbers) - min(numbers) + 1) / _MOST_DATES)
    return {"major_unit": every, "major_unit_type": "days"}


def _finished(chart: Chart, title: str, height: int = _HEIGHT) -> Chart:
    chart.set_size({"width": _WIDTH, "height": height})
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 12, "bold": True, "color": LIGHT.ink}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.show_blanks_as("gap")
    return chart
