"""The label of the current count in the progress chart: number, share and moment beside the dot."""

from datetime import datetime, time
from typing import Final

from charts.kit.lettering import text_width
from charts.kit.theme import SMALL_SIZE, TEXT_SIZE, Layout
from charts.kit.timeline import label, stamp
from charts.progress import Progress

_HEIGHT_OF_WORDS: Final = 0.16  # of the plot: what two or three lines beside the dot take
_ROOM_BELOW: Final = 0.45  # of the plot
_LEVEL: Final = 0.97  # of the count: a line that hardly rises
_BESIDE_AN_END: Final = 6  # px


def words_of_now(chart: Progress) -> Layout:
    """Number, share and moment beside the dot."""
    language, (moment, count), fact = chart.look.language, chart.now, chart.overview.counts
    share = chart.overview.facts["reached_pct"]
    text = language.names.qualified(language.numbers.percent(share.value), share.qualifier)
    # Where valid initiatives are measured, the share is theirs and not that of a curve of uploads.
    percent = text if share.value is not None and (share.counts != "valid" or fact == "valid") else ""
    small = [word for word in (percent, language.numbers.moment(moment)) if word]
    lines = [" · ".join(small)] if chart.look.wide else small
    number = language.names.qualified(language.numbers.count(count), chart.overview.count.qualifier)
    big = f"<b><span style='font-size:{TEXT_SIZE + 4}px'>{number}</span></b>"
    width = (max(text_width(line, SMALL_SIZE) for line in lines) + 16) / chart.look.room
    return _beside(chart, "<br>".join([big, *lines]), width)


def _beside(chart: Progress, words: str, width: float) -> Layout:
    """The position of that label: below right of the dot on a rising line, beside a late dot, under the pace line of a
    low one. No end of a phase runs through it.
    """
    (moment, count), colour = chart.now, chart.look.palette.ink
    if chart.across(moment) + width > 1:
        # Lines of the grid and ends of phases run on behind these words.
        return {**_left_of_dot(chart, words, width), "bgcolor": chart.look.palette.page}
    if count > _HEIGHT_OF_WORDS * chart.top:
        text = label(words, stamp(moment), count, colour=colour, anchor="left", above=False, shift=12)
        return _past_ends(chart, moment, text, width)
    if chart.target is None or chart.needed_per_day is None:
        text = label(words, stamp(moment), count, colour=colour, anchor="left", above=True, shift=12)
        return _past_ends(chart, moment, text, width)
    # Where the dashed line has risen over the words.
    clear = min(1.0, (_HEIGHT_OF_WORDS + 0.02) * chart.top / (chart.target - count))
    risen = moment + (chart.end - moment) * max(0.0, clear - count / (chart.target - count))
    text = label(words, stamp(risen), 0, colour=colour, anchor="left", above=True, shift=14)
    # In a low chart the line begins beside the words.
    return {**_past_ends(chart, risen, text, width), "bgcolor": chart.look.palette.page}


def _left_of_dot(chart: Progress, words: str, width: float) -> Layout:
    """The label of a late dot: below it where the line is flat, else above it, clear of the target."""
    moment, count = chart.now
    colour = chart.look.palette.ink
    if _is_level(chart, width):
        return label(words, stamp(moment), count, colour=colour, anchor="right", above=False, shift=-4)
    near_target = chart.target is not None and abs(count - chart.target) < 0.1 * chart.top
    text = label(words, stamp(moment), count, colour=colour, anchor="right", above=True, shift=-10)
    return {**text, "yshift": 20} if near_target else text


def _past_ends(chart: Progress, moment: datetime, text: Layout, width: float) -> Layout:
    """The label at a moment, moved past ends of phases that would run through it.

    Where it would leave the chart it stays, on a background.
    """
    place, shift = moment, text["xshift"]
    for phase in chart.phases:
        end = datetime.combine(phase.end, time.max)
        if place <= end < place + (chart.end - chart.start) * width:
            place, shift = end, _BESIDE_AN_END
    if chart.across(place) + width > 1:
        return {**text, "bgcolor": chart.look.palette.page}
    return {**text, "x": stamp(place), "xshift": shift}


def _is_level(chart: Progress, width: float) -> bool:
    """Whether below the dot there is room for the label: the line is flat or absent over its width, and high enough."""
    moment, count = chart.now
    edge = chart.across(moment) - width
    before = [value for then, value, _ in chart.points[:-1] if chart.across(then) <= edge]
    inside = [value for then, value, _ in chart.points[:-1] if chart.across(then) > edge]
    low = min([*inside, *before[-1:]], default=count) if chart.points[-1][2] is not None else min(inside, default=count)
    return count > _ROOM_BELOW * chart.top and low >= _LEVEL * count
