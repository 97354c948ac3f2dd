"""A forecast as a band that opens from the current count."""

from datetime import datetime, time

from charts.kit.theme import Look, Trace
from charts.kit.timeline import stamp
from model.trend import Forecast


def fan(last: float, forecast: Forecast, look: Look) -> list[Trace]:
    """The forecast from the `last` count of the curve to low and high at the end, with a dashed middle."""
    if not forecast.is_known or forecast.end is None or forecast.moment is None:
        return []
    # The curve may have begun before the period: what came before stands under the fan, too.
    below = last - (forecast.count or 0)
    now, end = stamp(forecast.moment), stamp(datetime.combine(forecast.end, time.max))
    low, middle, high = ((value or 0) + below for value in (forecast.low, forecast.middle, forecast.high))
    colour = look.palette.data
    band = {
        "type": "scatter",
        "mode": "lines",
        "x": [now, end, end, now],
        "y": [last, high, low, last],
        "fill": "toself",
        "fillcolor": look.palette.data_soft,
        "line": {"width": 1, "color": colour, "dash": "dot"},
        "hoverinfo": "skip",
    }
    dots = {
        "type": "scatter",
        "mode": "lines",
        "x": [now, end],
        "y": [last, middle],
        "line": {"width": 2, "color": colour, "dash": "dash"},
        "hoverinfo": "skip",
    }
    return [band, dots]


def fan_words(forecast: Forecast, look: Look) -> str:
    """The range in words, and where the pace of the last week would lead; "" without a forecast."""
    numbers = look.language.numbers
    if not forecast.is_known:
        return ""
    ends = {"low": forecast.low, "middle": forecast.middle, "high": forecast.high}
    words = {name: numbers.about(value).replace(" ", "\u00a0") for name, value in ends.items()}
    fan, steady = look.language.trend.fan.format(**words), forecast.steady
    return fan if steady is None else f"{fan}; {look.language.trend.fan_steady.format(steady=numbers.about(steady))}"
